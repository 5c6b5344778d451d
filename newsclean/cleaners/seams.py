"""Parts of one line that were cut where line breaks seemed to be lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from newsclean.text import glue

if TYPE_CHECKING:
    from newsclean.document import Block, Document

_SURE = 2


def joined(document: Document) -> Document:
    """Join what was cut between two sentences of a line, or inside what may be one word, where both parts are body.

    "YouTube" in a paragraph stays one word, whatever else of the text is glued. Hands off: sentences and words that
    stand together without a space are paragraphs of their own.
    """
    if document.paged or not any(_of_one_line(*both) for both in pairwise(document.blocks)):
        return document
    alone = glue.standing(document.source)
    blocks: list[Block] = []
    for block in document.blocks:
        last = blocks[-1] if blocks else None
        if last and _of_one_line(last, block) and _go_together(document.source, last.end, block.start, alone):
            blocks[-1] = attrs.evolve(last, end=block.end, holes=(*last.holes, *block.holes))
        else:
            blocks.append(block)
    return attrs.evolve(document, blocks=tuple(blocks))


def _of_one_line(block: Block, following: Block) -> bool:
    return not (following.lines or block.role or following.role)


def _go_together(source: str, end: int, start: int, alone: frozenset[str]) -> bool:
    if end < start:
        return source[end:start].isspace()
    if source[end - 1] in glue.WIDE_STOPS:
        # No space stands between two sentences there.
        return True
    left, right = glue.beside(source, start)
    return bool(left and right) and glue.signs(left, right, alone) < _SURE
