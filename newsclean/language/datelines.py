"""The dateline that opens a line: where, by which agency, when and by whom a report was filed."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language.dateline_forms import Line, rows
from newsclean.language.dates import find, find_bare
from newsclean.lexicon.case import small
from newsclean.lexicon.characters import COLONS, COMMAS, DASHES, DOUBLE_QUOTES, HAN, HANGUL
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.language.reader import Reader

#: So much of a line may be its dateline.
LONGEST = 110
_PLACE_WORDS = 8
_EDGE = f" {COMMAS};|{DASHES}"
#: How messengers set off words, as Markdown does: "_Porto, 3 May_ -".
_EMPHASIS = " *_"
_ABBREVIATED = re.compile(r",\s?[^\W\d_]{1,5}\.$|\b[A-Z]\.[A-Z]\.$")
#: A day without its month, alone or behind a place: MADRID, 3 (EUROPA PRESS)
_DAY, _BARE_DAY = re.compile(r"[\d０-９月日\s]{1,9}"), re.compile(r",\s?([12]?\d|3[01])\.?\Z")
#: What says behind a date that a report was wired: 上海2024年3月18日电
_WIRED = "电電讯訊"
#: CHICAGO, March 9, Reuter -
_SIGNED = re.compile(r",\s([^\W\d_][^,\d]+)\Z")
#: Behind a place: ЗАРЕЧНОЕ (Лесная область)
_REGION = re.compile(r"\s(?:\([^()]+\)|/[^/]+/)")
_ROLES = re.compile(r"(?:本[报報网網])?(?:实习|實習|见习|見習|特约|特約)?(?:记者|記者|通讯员|通訊員)\s?")


class Filed(NamedTuple):
    """A dateline: where in its line it ends, and what it says, as written."""

    end: int
    place: str | None = None
    agency: str | None = None
    date: str | None = None
    names: tuple[str, ...] = ()
    confirm: str = ""
    """What the rest of the text must bear out: the place is no `acronym`, and before a colon no label either
    (`shouted`); the text has it behind a preposition (`located`), and no label (`named`), or has it at least in its
    title (`spoken`; a single word alone: `told`), or in both, or on a line of its own (`town`); or the dateline has one
    above the body (`line`); or the agency is the outlet itself (`own`)."""


def parse(text: str, reader: Reader, borne_out: Callable[[Filed], bool] | None = None) -> Filed | None:
    """The dateline that a line opens with, or `None`.

    Args:
        text: the line, white space collapsed.
        reader: what reads lines in its language.
        borne_out: whether the rest of the text confirms what a dateline needs; by default it does but for the outlet.
    """
    for row in rows(reader.language):
        match = row.pattern.match(text[:LONGEST])
        line = _line(match, reader, text[match.end() :]) if match else None
        if not match or not line or not all(getattr(line, part) for part in row.needs) or not row.check(line):
            continue
        filed = Filed(match.end(), line.place or None, line.agency or None, line.date or None, line.names, row.confirm)
        if borne_out(filed) if borne_out else filed.confirm != "own":
            return filed
    return None


def _line(match: re.Match[str], reader: Reader, after: str) -> Line | None:
    """What a pattern's groups say, or `None` where what should be a place or a date is none."""
    parts: defaultdict[str, str] = defaultdict(str)
    for name, told in match.groupdict(default="").items():
        # Agencies' old wires have an underscore for a dash.
        around = "" if name == "mark" else f"{_EMPHASIS},." if name == "date" else _EMPHASIS
        parts[name.partition("_")[0]] += told.strip(around)
    date = parts["date"]
    if date and not (_DAY.fullmatch(date) or _days(date, reader)):
        return None
    name, place = _reporter(parts["place"])
    if _ABBREVIATED.search(place + parts["mark"][:1]):
        place += "."
    place, place_date, behind = _dated(place, reader)
    if place_date and parts["agency"] and not place:
        led = (behind, place_date) if behind else _led(place_date, reader)
        if led is None:
            return None
        place, place_date = led
    agency, agency_date, _ = _dated(parts["agency"], reader)
    names = (name,) if name else _names(parts["names"])
    if place and not is_place(place):
        return None
    return Line(
        place, agency or behind, place_date or agency_date or date, names, parts["staff"], parts["mark"], after, reader
    )


def _dated(text: str, reader: Reader) -> tuple[str, str, str]:
    """A part of a dateline without the date in it, that date, and what stands behind it."""
    spans = _days(text, reader) or [match.span(1) for match in [_BARE_DAY.search(text)] if match]
    if not spans:
        place, _, day = text.rpartition(", ")
        weekday = bool(place) and reader.read(day).whole("dates.weekdays")
        return (place, day, "") if weekday else (_bare(text), "", "")
    before, date = _bare(text[: spans[0][0]]), text[spans[0][0] :].strip(f"{_EDGE}{_WIRED}")
    behind = _SIGNED.search(date)
    *words, last = before.split() or [""]
    # "Lima, el 3 de marzo".
    if words and last.islower() and fold(last) in reader.lexicon.function_words:
        before = _bare(" ".join(words))
    return (before, date[: behind.start()], behind[1]) if behind else (before, date, "")


def _days(text: str, reader: Reader) -> list[tuple[int, int]]:
    """Where a text names days: "March 9", "09.03.2024"."""
    return find_bare(text, reader.lexicon) or [(date.start, date.end) for date in find(text, reader.lexicon)]


def _led(text: str, reader: Reader) -> tuple[str, str] | None:
    """The place behind the date that opens a text, if any, and that date: "09.03.2024 Kielce"; `None`: other words."""
    ends = [date.end for date in find(text, reader.lexicon)] or [end for _, end in _days(text, reader)]
    if not ends:
        return None
    end = ends[0]
    place = _bare(text[end:])
    other = place and (not is_place(place) or reader.read(place).whole("dates.weekdays"))
    return None if other else (place, text[:end].strip(_EDGE) if place else text)


def _bare(text: str) -> str:
    """A part without what parts it from the rest; "Pa." keeps its full stop."""
    bare = text.strip(_EDGE)
    return bare if _ABBREVIATED.search(bare) else bare.rstrip(". ")


def _reporter(text: str) -> tuple[str, str]:
    """Part a reporter from the place: Barış KOÇER/İZMİR; two places are two places."""
    name, _, place = text.rpartition("/")
    if len(name.split()) > 1 and place.strip().isupper() and not name.isupper():
        return name.strip(), place.strip()
    return "", text


def _names(text: str) -> tuple[str, ...]:
    """The names of reporters; ideographs are names in twos to fours, and other things in more."""
    if not re.search(f"[{HAN}{HANGUL}]", text):
        return (text,) if text else ()
    names = re.split(r"[、，,·ㆍ\s]+", _ROLES.sub("、", text))
    return tuple(name for name in names if 2 <= len(name) <= 4)  # noqa: PLR2004


def is_place(text: str) -> bool:
    """Whether a text could be a place, or several: a few words, capitals first."""
    words = re.split(r"[\s,/]+", _REGION.sub("", text))
    if len(words) > _PLACE_WORDS or any(c.isdigit() or c in f"{DOUBLE_QUOTES}{COLONS}!?;<>" for c in text):
        return False
    return all(word and not small(word[0]) for word in (words[0], words[-1]))
