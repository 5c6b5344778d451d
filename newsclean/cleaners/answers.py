"""Short answers, in which a model sees the label of a button: "Not now.", below a paragraph that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners.ends import likes
from newsclean.document import LIKELY

if TYPE_CHECKING:
    from newsclean.document import Document, Scores
    from newsclean.language.line import Reading


def answered(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores; what somebody says in words that label buttons, right below the body, is body.

    Hands off: what is no sentence, as buttons are none.

    Args:
        document: the document.
        found: what is known of each of its blocks.
    """
    scores = list(found)
    for n in range(1, len(found)):
        if scores[n].body < LIKELY <= scores[n - 1].body and _answers(document.readings[n]) and _beside(document, n):
            scores[n] = found[n]._replace(body=LIKELY)
    return scores


def _answers(reading: Reading) -> bool:
    """Whether somebody says a line, and its words are those of clutter."""
    if reading.answer and not reading.quotation:
        return reading.states
    return (reading.quotation and (reading.answer or bool(reading.cover))) or (reading.quoted and bool(reading.marked))


def _beside(document: Document, n: int) -> bool:
    """Whether a block stands where the one above it does, as on an HTML page its element tells."""
    above, block = document.blocks[n - 1 : n + 1]
    return not block.linked and (not block.paged or likes(above, block))
