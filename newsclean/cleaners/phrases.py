"""Clutter that gives itself away by its own words: one cleaner a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_BELOW = 0.3


@frozen
class Phrases:
    """Removes the blocks whose words are those of one kind of clutter.

    The lists stand in the lexicon under `[clutter.<kind>]`. Hands off: running
    text that only mentions such things ("She asked readers to subscribe").

    >>> from newsclean.document import Document
    >>> share = Phrases("share", kind="share")
    >>> [b.kind for b in share(Document.from_text("ShareTweetEmail")).blocks]
    ['share']

    Args:
        name: the cleaner's name.
        kind: the kind of clutter.
    """

    name: str
    kind: str

    def __call__(self, document: Document) -> Document:
        """Label the blocks of this kind."""
        return document.replace(self._found(document))

    def _found(self, document: Document) -> Iterator[Block]:
        inside = False
        for block, reading in zip(document.blocks, document.readings, strict=True):
            if not block.role:
                # Right below clutter of the kind, less is needed to be of it too.
                told = reading.clutter == self.kind and (not reading.weak or document.cluttered)
                inside = told or (inside and reading.evidence(self.kind) >= _BELOW)
                if inside:
                    yield block.remove(self.kind)
            else:
                inside = block.kind == self.kind
