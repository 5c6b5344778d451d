"""Lines that tell nothing but a day of the week, as programmes and diaries head their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.language.clock_times import evenly_folded, fillers
from newsclean.language.dates import months
from newsclean.lexicon.characters import FIRST_WIDE
from newsclean.lexicon.words import NUMBER

if TYPE_CHECKING:
    from newsclean.language.lookup import LookedUp
    from newsclean.lexicon import Lexicon

#: A line of more words tells more; shorter names of days are other words as often, but for those in ideographs.
_MOST_WORDS, _SHORTEST, _SHORTEST_WIDE = 6, 3, 2


def names_day(reading: LookedUp, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but days of the week, and perhaps their dates: "Sunday", "Saturday 17 and Sunday"."""
    words = reading.words
    if not words or len(words) > _MOST_WORDS or "dates.weekdays" not in reading.categories:
        return False
    days = [hit for hit in reading.hits if hit.category == "dates.weekdays"]
    if not any(_is_long("".join(words[hit.start : hit.end])) for hit in days):
        return False
    told = {n for hit in days for n in range(hit.start, hit.end)}
    rest = (word for n, word in enumerate(words) if n not in told)
    beside = fillers(lexicon)
    return all(
        word == NUMBER or word in lexicon.function_words or word in months(lexicon) or evenly_folded(word) in beside
        for word in rest
    )


def _is_long(day: str) -> bool:
    return len(day) >= (_SHORTEST_WIDE if day[:1] >= FIRST_WIDE else _SHORTEST)
