"""What a model makes of a whole page: how likely each block is to be body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsclean.document import LIKELY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: Fewer blocks, or as many paragraphs as other lines, are an article and no page.
_PAGE_BLOCKS = 24
_PAGE_PROSE = 0.5


def content(document: Document) -> Document:
    """Score the blocks of a whole page with the learned content model.

    The scores tell the cleaners that follow where the body is. Hands off: a
    text that is an article with little around it; there every block counts.
    """
    blocks = document.blocks
    if len(blocks) < _PAGE_BLOCKS or sum(r.prose for r in document.readings) > _PAGE_PROSE * len(blocks):
        return document
    from newsclean.content import scores  # noqa: PLC0415

    judged = scores([reading.text for reading in document.readings], [block.markup for block in blocks])
    return attrs.evolve(
        document, blocks=tuple(attrs.evolve(b, score=float(s)) for b, s in zip(blocks, judged, strict=True))
    )


def remainders(document: Document) -> Document:
    """Remove what the content model holds for clutter and nothing else has a name for.

    Hands off: headings and other short blocks inside the body that it is unsure of.
    """
    return document.replace(_remainders(document))


def _remainders(document: Document) -> Iterator[Block]:
    for block in document.undecided:
        if block.score is not None and block.score < LIKELY:
            yield block.remove("other")
