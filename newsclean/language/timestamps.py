"""Time stamps: the dates in a line, with the words that say what they date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language.clock_times import ZONES, in_zone
from newsclean.language.dates import Found, time_behind
from newsclean.language.dates import find as find_dates
from newsclean.lexicon.characters import COLONS

if TYPE_CHECKING:
    from newsclean.language.lookup import LookedUp
    from newsclean.lexicon import Lexicon

#: A label that is none of the article's dates: "Born: Ardmere, 3 May 1931".
_OWN_LABEL = re.compile(rf"[^\W\d_][^{COLONS}\d]{{0,30}}[{COLONS}]")
#: Phrases that make a label one of the article's own.
_KNOWN_LABELS = frozenset({
    "dates.published", "dates.modified", "dates.clock", "dates.weekdays", "bylines.openings", "bylines.roles",
    "bylines.closings", "credits.openings", "captions.credits", "captions.labels", "sections.names", "tags.labels",
    "datelines.agencies",
})  # fmt: skip
#: Longer blocks are not time stamps with a byline but sentences with a date in them.
_LONGEST = 220
_FEW_WORDS, _LITTLE = 3, 22
_LABELS = ("published", "modified", "clock")
_PUNCTUATION = f" \t|•·-–—,{COLONS};/()[]▪●*~.@\u00a0"


class Stamp(NamedTuple):
    """A date with its label, between two indices of a block's text.

    `label` is `published`, `modified`, `clock`, `event` where the line says that it dates something else, or `""`.
    """

    start: int
    end: int
    label: str
    iso: str
    timed: bool
    weekday: bool


class Stamps(NamedTuple):
    """The stamps of one block and the text around them."""

    stamps: tuple[Stamp, ...]
    rest: str

    @property
    def pure(self) -> bool:
        """Whether the block is nothing but stamps."""
        return bool(self.stamps) and not any(c.isalnum() for c in self.rest)

    @property
    def mostly(self) -> bool:
        """Whether the block has hardly a word besides its stamps."""
        return bool(self.stamps) and len(self.rest.split()) <= _FEW_WORDS and len(self.rest) <= _LITTLE


_NONE = Stamps((), "")


def read_stamps(reading: LookedUp, lexicon: Lexicon) -> Stamps:
    """Find the time stamps of a block that is short enough to be a line of them."""
    if len(reading.text) > _LONGEST or not reading.digits:
        return _NONE
    found = find_dates(reading.text, lexicon)
    if not found:
        return _NONE
    stamps: list[Stamp] = []
    rest: list[str] = []
    done = 0
    for number, date in enumerate(found):
        ceiling = found[number + 1].start if number + 1 < len(found) else len(reading.text)
        stamp = _grown(reading, date, done, ceiling)
        rest.append(reading.text[done : stamp.start])
        stamps.append(stamp)
        done = stamp.end
    if not stamps[0].label and _is_about_else(reading, stamps[0].start):
        stamps = [stamp._replace(label="event") for stamp in stamps]
    later = _later_that_day(reading, lexicon, stamps[-1])
    if later:
        rest.append(reading.text[done : later.start])
        stamps.append(later)
        done = later.end
    rest.append(reading.text[done:])
    return Stamps(tuple(stamps), " ".join(" ".join(rest).strip(_PUNCTUATION).split()))


def _is_about_else(reading: LookedUp, start: int) -> bool:
    """Whether a line says, before its first date, what it tells, and that is nothing an article is published with."""
    label = _OWN_LABEL.match(reading.text, 0, start)
    return label is not None and not any(
        hit.category in _KNOWN_LABELS for hit in reading.hits if reading.spans[hit.start][0] < label.end()
    )


def _later_that_day(reading: LookedUp, lexicon: Lexicon, last: Stamp) -> Stamp | None:
    """The last change that only a time tells, behind the day of publication: "5 May 2022 9:12, updated 11:45"."""
    for hit in reading.hits:
        if hit.category == "dates.modified" and reading.spans[hit.start][0] >= last.end:
            day = last.iso.partition("T")[0]
            time = time_behind(reading.text, reading.spans[hit.end - 1][1], day, lexicon)
            if time and last.iso <= time.iso:
                start, iso = reading.spans[hit.start][0], in_zone(time.iso, last.iso)
                return Stamp(start, time.end, "modified", iso, timed=True, weekday=False)
    return None


def _grown(reading: LookedUp, date: Found, floor: int, ceiling: int) -> Stamp:
    """Let a date take in the labels, weekdays and small words around it."""
    of_word: dict[int, set[str]] = {}
    openings: set[int] = set()
    for hit in reading.hits:
        if hit.kind == "dates":
            for number in range(hit.start, hit.end):
                of_word.setdefault(number, set()).add(hit.place)
        elif hit.category == "bylines.openings":
            openings.add(hit.start)
    start, end, label, weekday = date.start, date.end, "", False
    before = [n for n, (_, stop) in enumerate(reading.spans) if floor <= reading.spans[n][0] and stop <= date.start]
    for number in reversed(before):
        places = of_word.get(number)
        if not places:
            break
        start = reading.spans[number][0]
        weekday = weekday or "weekdays" in places
        label = next((name for name in _LABELS if name in places), label)
    after = [n for n, (begin, stop) in enumerate(reading.spans) if date.end <= begin and stop <= ceiling]
    for number in after:
        places = of_word.get(number, set())
        word = reading.words[number]
        if number in openings:
            # "12 June 2017 by Ana Silva"
            break
        if not (places & {"weekdays", "fillers"} or word in ZONES):
            closes = all(of_word.get(n, set()) & set(_LABELS) for n in after[after.index(number) :])
            if not (closes and ceiling == len(reading.text)):
                break
            # Some languages put the label last.
            label = next((name for name in _LABELS if name in places), label)
        weekday = weekday or "weekdays" in places
        end = reading.spans[number][1]
    while end < ceiling and reading.text[end] in ")].日":
        end += 1
    return Stamp(start, end, label, date.iso, date.timed, weekday)
