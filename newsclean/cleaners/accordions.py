"""Questions of an HTML page whose answers open at a click: each heading has a hidden element behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsclean.document import LIKELY
from newsclean.markup import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Document, Scores
    from newsclean.markup import Tag

#: A heading may hold a button, and that a span.
_NEAR = 3
#: One heading alone opens a menu, or a box.
_FEWEST = 2
_ASIDE = frozenset({"nav", "aside", "footer", "header", "form", "dialog"})


def accordions(document: Document, scores: Sequence[Scores]) -> Iterator[int]:
    """The blocks of the page's accordions that are the article's: their headings, and the sentences behind each.

    Args:
        document: the document.
        scores: those of its blocks; an accordion stands in the page's article, or beside blocks of the body.
    """
    panels = list(_panels(document))
    likes: defaultdict[Tag, list[range]] = defaultdict(list)
    for around, panel in panels:
        # Each heading may stand with its answer in an element of their own.
        for tag in around.path[:2]:
            likes[tag].append(panel)
    body = _around_body(document, scores) if panels else set()
    for tag, found in likes.items():
        told = tag.parent in body or any(up.name in {"article", "main"} for up in tag.path)
        if told and len(found) >= _FEWEST:
            yield from (n for panel in found for n in panel)


def _panels(document: Document) -> Iterator[tuple[Tag, range]]:
    """Each heading with the sentences that are hidden behind it, and the element around both."""
    blocks, size = document.blocks, len(document.blocks)
    for n in range(size - 1):
        heading = next((tag for tag in blocks[n].within(_NEAR) if tag.name in SUBHEADINGS and not tag.hidden), None)
        shut = blocks[n + 1].hidden_by if heading and heading.parent else None
        if heading is None or heading.parent is None or shut is None or shut.parent is not heading.parent:
            continue
        end = next((m for m in range(n + 1, size) if shut not in blocks[m].tags), size)
        aside = any(tag.name in _ASIDE for tag in heading.path)
        readings = document.readings[n + 1 : end]
        linked = any(block.linked for block in blocks[n + 1 : end])
        if not (aside or linked or any(r.clutter for r in readings)) and readings[-1].ends_sentence:
            yield heading.parent, range(n, end)


def _around_body(document: Document, scores: Sequence[Scores]) -> set[Tag]:
    """The elements around what is body, and shown."""
    body = (block for block, one in zip(document.blocks, scores, strict=True) if one.body >= LIKELY)
    return {tag for block in body if block.hidden_by is None for tag in block.tags}
