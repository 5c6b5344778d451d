"""What a site adds to its titles: its name, before or behind them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from newsclean.language.sites import PARTS, plain, without_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.document import Block, Document

#: A name stands in so many different titles, and so large a share of them; what fewer have is a series or a section.
_FEWEST, _SHARE = 3, 0.3


@frozen
class Affixes:
    """The site's name in titles.

    >>> titles = ["Rain at last | Lowland Post", "Ferry sold | Lowland Post", "Bridge reopens | Lowland Post"]
    >>> Affixes.of(titles).cut("Harbour closed | Lowland Post")
    'Harbour closed'
    """

    name: str | None
    """The name, if titles have one."""

    @classmethod
    def of(cls, titles: Iterable[str]) -> Affixes:
        """Learn the name from titles, of which the same one counts once."""
        different = {plain(title): title for title in sorted(titles)}
        texts: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for title in different.values():
            ends = {plain(part): part.strip() for part in _ends(title)}
            texts |= ends
            counts.update(ends.keys() - {""})
        found = max(counts, key=lambda key: (counts[key], key), default="")
        enough = counts[found] >= max(_FEWEST, _SHARE * len(different))
        return cls(texts[found] if enough else None)

    def cut(self, title: str) -> str:
        """A title without the name, and without the section beside it."""
        return without_site(title, frozenset({plain(self.name)}), set()) if self.name else title


@frozen
class StatedTitle:
    """Cuts the site's name from the title that a page states of itself: a cleaner."""

    affixes: Affixes
    name: str = "site_title"

    def __call__(self, document: Document) -> Document:
        """Cut it."""
        title = document.metadata.get("title")
        if not title:
            return document
        return attrs.evolve(document, metadata={**document.metadata, "title": self.affixes.cut(title)})


@frozen
class ShownTitle:
    """Removes the site's name from the title that a text shows: a cleaner."""

    affixes: Affixes
    name: str = "site_title"

    def __call__(self, document: Document) -> Document:
        """Remove it, as a label."""
        return document.replace(part for block in document.find("title") for part in self._parts(document, block))

    def _parts(self, document: Document, block: Block) -> Iterator[Block]:
        text = document.text(block)
        kept = self.affixes.cut(text)
        at = text.find(kept)
        if kept == text or at < 0 or block.value:
            return
        if at:
            yield document.part(block, 0, at).remove("label")
        yield document.part(block, at, at + len(kept)).label("title")
        if at + len(kept) < len(text):
            yield document.part(block, at + len(kept)).remove("label")


def _ends(title: str) -> Iterator[str]:
    """What stands before the first sign that parts a title, and behind the last."""
    marks = list(PARTS.finditer(title))
    if marks:
        yield title[: marks[0].start()]
        yield title[marks[-1].end() :]
