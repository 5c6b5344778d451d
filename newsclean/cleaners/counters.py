"""Counters of a page, how often it was seen or shared; and a review's rating, which is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import COLONS
from newsclean.lexicon.words import NUMBER

if TYPE_CHECKING:
    from newsclean.document import Document
    from newsclean.language.line import Reading

#: One is no longer, in characters.
_LONGEST = 40
#: What a review says last: "Rating: 3/5", "Betyg: 2 av 5", "Hodnocení: 90 %".
_RATED = re.compile(
    rf"[{COLONS}]\s?(?:\d{{1,2}}(?:[.,]\d)?\s?[^\d:.,]{{1,8}}\s?(?:5|6|10|20|100)\W?|\d{{1,3}}\s?[%％٪]|%\d{{1,3}})\Z"
)


def counts(document: Document, number: int) -> bool:
    """Whether a line is nothing but how often the page was seen or shared, as none of the article's rows beside it is.

    "Views: 345" between two paragraphs is as short and as sure as a sub-heading to the model.
    """
    reading = document.readings[number]
    if len(reading.text) > _LONGEST or not reading.digits or reading.ends_sentence or reading.clutter != "share":
        return False
    if rates(reading):
        return False
    beside = (*document.readings[max(0, number - 1) : number], *document.readings[number + 1 : number + 2])
    return NUMBER in reading.words and reading.cover.keys() == {"share"} and not any(map(_is_row, beside))


def rates(reading: Reading) -> bool:
    """Whether a line says how good a review holds something to be, which a count never does: "Rating: 3/5"."""
    return reading.digits and bool(_RATED.search(reading.text))


def _is_row(reading: Reading) -> bool:
    """Whether a line tells a number of something, and is no sentence or date, as the rows of a table are."""
    return reading.digits and not (reading.prose or reading.ends_sentence or reading.clutter or reading.stamps.stamps)
