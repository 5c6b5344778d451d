"""Which captions the credits belong to that stand on lines of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners.figures import shares_figure
from newsclean.language import credits as credit_lines
from newsclean.language.credit_checks import CAPITALS, LONGEST_CAPTION, LONGEST_SENTENCE, SHORTEST_CAPTION
from newsclean.language.signatures import signs
from newsclean.lexicon.characters import DOUBLE_QUOTES

if TYPE_CHECKING:
    from newsclean.document import Block, Document

_QUOTES = f"{DOUBLE_QUOTES}「"
#: How far a credit may stand from its caption, in blocks.
REACH = 3
#: How many elements around a caption and its credit may be what holds the two.
_NEAR = 4


def caption_of(document: Document, credit: int, done: set[int], body: range) -> int | None:
    """The caption a credit line belongs to: the nearest block above that may be one.

    Below the body a credit names who took the pictures above, and no running text is a caption, nor is a quotation.
    """
    for n in range(credit - 1, max(-1, credit - 1 - REACH), -1):
        block = document.blocks[n]
        if block.role == "title":
            continue
        reading = document.read(block)
        right_above = n == credit - 1
        # A sentence is a paragraph, unless blank lines part it from all but its credit.
        sentence = reading.ends_sentence and not (right_above and _set_apart(document, n))
        # The first below the title, right above a credit, only looks like body.
        first = (
            n <= body.start and right_above and document.blocks[credit].lines == 1 and reading.size <= LONGEST_SENTENCE
        )
        # Below who wrote may stand who took the pictures.
        held = block.judged_body if reading.prose or block.paged or sentence else block.surely_body
        quoted = reading.ends_sentence and reading.text[0] in _QUOTES
        taken = block.role or n in done or quoted or signs(reading, document.reader) or _apart(document, n, credit)
        if right_above and not taken and _pictured(document, n):
            return n
        if taken or (held and not (first and not sentence)):
            return None
        single = not reading.prose or (reading.size <= LONGEST_SENTENCE and right_above and credit < body.stop)
        fits = SHORTEST_CAPTION < reading.size <= LONGEST_CAPTION
        return n if fits and (n < body.start or single) else None
    return None


def signed_below(document: Document, number: int) -> Block | None:
    """The line below one that is nothing but "©" or "Photo:", where it names somebody."""
    block = document.blocks[number]
    below = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
    if below is None or below.role or block.role not in {"", "removed"}:
        return None
    if below.lines != 1 and not shares_figure(block, below):
        return None
    opened = credit_lines.leads(document.text(block), document.reader)
    return below if opened and CAPITALS.fullmatch(document.text(below)) else None


def _apart(document: Document, number: int, credit: int) -> bool:
    """Whether a line of an HTML page leads elsewhere, or stands in another part of it than a credit below."""
    block, below = document.blocks[number], document.blocks[credit]
    near = {tag.number for tag in block.within(_NEAR)}
    return block.paged and (block.linked or near.isdisjoint(tag.number for tag in below.within(_NEAR)))


def _pictured(document: Document, number: int) -> bool:
    """Whether an element that is called a picture holds a line and its credit below, and nothing else."""
    block, below, *around = (*document.blocks[number : number + 3], *document.blocks[max(0, number - 1) : number])
    called = {tag.number for tag in below.within(_NEAR) if naming.PICTURE.search(tag.names)}
    called &= {tag.number for tag in block.within(_NEAR)}
    for other in around:
        called -= {tag.number for tag in other.tags}
    return bool(called) and len(document.text(block)) <= LONGEST_CAPTION


def _set_apart(document: Document, number: int) -> bool:
    """Whether more blank lines part a line and its credit below from what stands around than part the two."""
    credit = number + 1
    below = credit + 1 + bool(signed_below(document, credit))
    block, sign, *around = (*document.blocks[number : credit + 1], *document.blocks[below : below + 1])
    return all(other.lines > sign.lines for other in (block, *around))
