"""Short answers, in which a model sees the label of a button: "Not now.", below a paragraph that asks; and what stands
behind a label in its paragraph: "The book: The harbour at night".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners.ends import likes
from newsclean.document import LIKELY
from newsclean.lexicon.characters import COLONS

if TYPE_CHECKING:
    from newsclean.document import Document, Scores
    from newsclean.language.line import Reading

_COLONS = frozenset(COLONS)
#: The score from which on the model doubts that a line behind a label is none of the body.
_DOUBTED = 0.1


def answered(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores; what somebody says in words that label buttons, right below the body, is body, and what stands behind
    a label of the body in the same paragraph, be it a link.

    Hands off: what is no sentence, as buttons are none; what the model hardly takes for body.

    Args:
        document: the document.
        found: what is known of each of its blocks.
    """
    scores = list(found)
    for n in range(1, len(found)):
        if scores[n].body >= LIKELY or scores[n - 1].body < LIKELY:
            continue
        labelled = scores[n].body >= _DOUBTED and _is_labelled(document, n)
        if labelled or (_answers(document.readings[n]) and _beside(document, n)):
            scores[n] = found[n]._replace(body=LIKELY)
    return scores


def _is_labelled(document: Document, n: int) -> bool:
    """Whether a line of an HTML page stands in the same paragraph as a label right above it, no words of clutter."""
    label, reading = document.readings[n - 1 : n + 1]
    label_in, block_in = (block.within(1) for block in document.blocks[n - 1 : n + 1])
    same = block_in == label_in and any(tag.name == "p" for tag in block_in)
    return same and label.text[-1:] in _COLONS and not label.prose and not (label.clutter or reading.clutter)


def _answers(reading: Reading) -> bool:
    """Whether somebody says a line, and its words are those of clutter."""
    if reading.answer and not reading.quotation:
        return reading.states
    return (reading.quotation and (reading.answer or bool(reading.cover))) or (reading.quoted and bool(reading.marked))


def _beside(document: Document, n: int) -> bool:
    """Whether a block stands where the one above it does, as on an HTML page its element tells."""
    above, block = document.blocks[n - 1 : n + 1]
    return not block.linked and (not block.paged or likes(above, block))
