"""Clutter that a user's own phrases give away."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import attrs
from attrs import frozen

from newsclean.language.line import Reading
from newsclean.language.lookup import LOOKED_AT
from newsclean.lexicon import own

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from newsclean.document import Block, Document


def phrases(path: str | os.PathLike[str]) -> OwnPhrases:
    """A cleaner of phrases of one's own, from a TOML file with tables of clutter as those in `newsclean/lexicon` have.

    `Pipeline.adapted` and `newsclean.clean` put it where it belongs.

    Args:
        path: the file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no TOML, or holds anything but phrases of clutter; the message names file, list and phrase.
    """
    return OwnPhrases(own.read(path))


@frozen
class OwnPhrases:
    """Removes the lines that are nothing but phrases of one's own, whatever a model holds them for.

    Lines that open with such a phrase, have one in them, or are mostly made of such words go as well, where the phrase
    stands in a list that says so. Hands off: running text that is more than a phrase.

    Args:
        phrases: pairs of a category, such as `share.whole`, and a phrase.
    """

    phrases: tuple[own.Phrase, ...] = attrs.field(repr=False)
    name: str = "phrases"

    @property
    def setting(self) -> str:
        """What tells these phrases from others."""
        return f"{crc32(repr(self.phrases).encode()):08x}"

    def __call__(self, document: Document) -> Document:
        """Label the lines that are clutter."""
        return document.replace(self._found(document))

    def _found(self, document: Document) -> Iterator[Block]:
        lexicon = own.lexicon(self.phrases)
        for block in document.undecided:
            reading = document.read(block)
            if len(reading.text) > LOOKED_AT or not lexicon.find(reading.words):
                continue
            told = Reading(reading.text, lexicon)
            kind = _kind(told, prose=reading.prose)
            if kind:
                # Whether one has to pay is an Article's field.
                yield attrs.evolve(block.remove(kind), value=_paywall(told) if kind == "paywall" else None)


def _kind(told: Reading, *, prose: bool) -> str:
    """The kind of clutter that own phrases say a line is, or `""`."""
    if told.cover:
        return max(told.cover, key=lambda kind: told.cover[kind])
    return "" if prose else told.clutter


def _paywall(told: Reading) -> str | None:
    if "paywall.truncated" in told.categories:
        return "truncated"
    return "prompt" if told.asks_to_pay else None
