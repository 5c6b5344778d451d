"""Counters of a page: how often it was seen, or shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.lexicon.words import NUMBER

if TYPE_CHECKING:
    from newsclean.document import Document
    from newsclean.language.line import Reading

#: One is no longer, in characters.
_LONGEST = 40


def counts(document: Document, number: int) -> bool:
    """Whether a line is nothing but how often the page was seen or shared, as none of the article's rows beside it is.

    "Views: 345" between two paragraphs is as short and as sure as a sub-heading to the model.
    """
    reading = document.readings[number]
    if len(reading.text) > _LONGEST or not reading.digits or reading.ends_sentence or reading.clutter != "share":
        return False
    beside = (*document.readings[max(0, number - 1) : number], *document.readings[number + 1 : number + 2])
    return NUMBER in reading.words and reading.cover.keys() == {"share"} and not any(map(_is_row, beside))


def _is_row(reading: Reading) -> bool:
    """Whether a line tells a number of something, and is no sentence or date, as the rows of a table are."""
    return reading.digits and not (reading.prose or reading.ends_sentence or reading.clutter or reading.stamps.stamps)
