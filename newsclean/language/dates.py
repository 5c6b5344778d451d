"""Dates and times as news pages write them, in the lexicon's languages."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language import calendars
from newsclean.language.calendars import YEAR
from newsclean.language.clock_times import (
    OFFSET,
    ZONES,
    clocks,
    either,
    evenly_folded,
    fillers,
    in_zone,
    joins,
    time_told,
    zone_behind,
)
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from newsclean.lexicon import Lexicon


class Found(NamedTuple):
    """A date in a text."""

    start: int
    """The index of its first character."""
    end: int
    """The index behind its last character."""
    iso: str
    """The date in ISO 8601, with the time where the text gives one."""
    timed: bool
    """Whether it gives one."""


_SEPARATOR = r"\s{0,2}[./|\-\u2013\u00b7\u2022]\s{0,2}"
#: Elements' texts are glued: a year to the next date, a time or a count ("5 May 20226 May 2022", "… 202207:59").
_YEAR = YEAR + r"(?:(?!\d)|(?=\d{1,2}(?:[./:h-]\s?\w|\s[^\W\d_]|$)))"
#: What may stand before a day of a date in numbers: no more of a number, nor an hour of which it were the minutes
#: ("14:20 | 05.03.2021", "14h20 / 05.03.2021").
_DAY_BEFORE = r"(?:(?<![\d.,])(?<!\d[:h])|(?<=(?:19|20)\d\d))"
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<y>{YEAR})"
    # 2024年（令和6年）5月14日
    r"(?:\s?[./\-\u2010-\u2013\u2022]\s?|\s?[年년]\s?(?:[(（][^()（）]{2,8}[)）]\s?)?)(?P<m>\d{1,2})(?:\s?[./\-\u2010-\u2013\u2022]\s?|\s?[月월]\s?)(?P<d>\d{1,2})(?!\d)\s?[日일]?\.?"
)
_YEAR_LAST = re.compile(
    rf"{_DAY_BEFORE}(?P<a>\d{{1,2}}){_SEPARATOR}(?P<b>\d{{1,2}}){_SEPARATOR}"
    # The last two digits of a year open no date of their own: 14.20 | 05.03.2021
    rf"(?P<y>{_YEAR}|\d\d(?!\d|(?P<mark>[./-])\d{{1,2}}(?P=mark)\d))(?!:)"
)
# Behind a full date, the year of a second one is left out: 2023/8/13 06:30（最終更新 8/14 09:12）
_MONTH_DAY = re.compile(r"(?<![\d/.-])(?P<m>1[0-2]|0?[1-9])/(?P<d>[0-3]?\d)(?=\s\d{1,2}:\d\d)")
#: Behind a time no more characters tell whether it is one.
_LOOK_AHEAD = 12
_DECADES = 70
#: No date has fewer: 1.1.24.
_DIGIT, _FEWEST_DIGITS = re.compile(r"\d"), 4
_WORDS = re.compile(r"[^\W_]+")


@cache
def _named(lexicon: Lexicon) -> tuple[dict[str, int], re.Pattern[str], re.Pattern[str]]:
    """The month names, the pattern of a date with one, and of one without year."""
    names: dict[str, int] = {}
    for table in lexicon.tables():
        for number, forms in enumerate(table["dates"]["months"], 1):
            for form in forms:
                name = fold(form)
                if not name[0].isdigit():
                    names.setdefault(name, number)
    month = rf"(?<![^\W\d_])(?P<{{}}>{either(names)})(?![^\W\d_])"
    # A day may be glued to a time zone: "GMT +319 August".
    day = r"(?:(?<!\d)|(?<=\s[+-]\d)|(?<=(?:19|20)\d\d))(?P<{}>[0-3]?\d)(?!\d)"
    ordinal = r"(?:\s?(?:st|nd|rd|th)\b|st|nd|rd|th|er|[.ºª°]|ই|শে|লা|রা|ঠা|مه)?"
    small = r"(?:\s?(?:de|of|do|di|d['\u2019]|ta'|-|/)\s?|\s)?\s?"
    # Arab papers give a month both its names: 24 نيسان / أبريل 2020
    again = r"(?:\s?/\s?[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?)?\.?"
    short = calendars.century([table["code"] for table in lexicon.tables()]) is not None
    d_m_y = day.format("d1") + ordinal + small + month.format("m1") + again + _year("y1", short=short)
    m_d_y = month.format("m2") + r"\.?\s?" + day.format("d2") + ordinal + r"(?:\s?,)?" + _year("y2", short=False)
    # 2021 m. kovo 5 d.; 2021. gada 5. marts
    year_first = rf"(?P<{{}}>{YEAR})(?:\.?\s?{_any(lexicon, 'years')})"
    month_behind = r"\.?,?\s?" + month.format("m3") + r"\.?\s?" + day.format("d3") + r"(?:\.|(?!\d))"
    y_m_d = year_first.format("y3") + "?" + month_behind
    y_d_m = year_first.format("y4") + r"\.?,?\s" + day.format("d4") + ordinal + small + month.format("m4")
    full = re.compile(f"{d_m_y}|{m_d_y}|{y_m_d}|{y_d_m}")
    told = [
        f"{day.format('d1')}{ordinal}{small}{month.format('m1')}",
        f"{month.format('m2')}\\.?\\s?{day.format('d2')}{ordinal}",
        rf"(?<!\S){_any(lexicon, 'days')}\s{month.format('m3')}",
    ]
    bare = re.compile("|".join(told))
    return names, full, bare


def _any(lexicon: Lexicon, key: str) -> str:
    """The pattern of any word that a list of dates has in the active languages."""
    return f"(?:{either({fold(word) for table in lexicon.tables() for word in table['dates'].get(key, ())})})"


@cache
def _hijri(lexicon: Lexicon) -> re.Pattern[str] | None:
    """The pattern of dates of the Islamic calendar, in languages that have them beside ours."""
    names = {evenly_folded(form) for table in lexicon.tables() for form in table["dates"].get("hijri", ())}
    # Persian writes a name of two words with a space or with a joiner.
    return calendars.hijri(either(names).replace(r"\ ", "[ \u200c]")) if names else None


def months(lexicon: Lexicon) -> Container[str]:
    """The names of the months in the active languages, folded."""
    return _named(lexicon)[0].keys()


def _year(group: str, *, short: bool) -> str:
    """The pattern of a year behind a month's name or a day; `short`: its last two digits need no apostrophe."""
    two_digits = ("" if short else r"(?<=['\u2019.])") + r"\d\d(?!\d|[:.h]\d)"
    return rf"(?:\s?(?:de|del|of|سال|,|،|-|/|\.|'|\u2019|พ\.?\s?ศ\.?)){{0,2}}\s?(?P<{group}>{_YEAR}|{two_digits})"


def find(text: str, lexicon: Lexicon, *, month_first: bool | None = None) -> list[Found]:
    """Every full date in a text, with the time that goes with it.

    Args:
        text: the text.
        lexicon: the words of its language.
        month_first: whether 3/4 is the fourth of March, where that is known; else languages tell, but English does not.
    """
    if len(_DIGIT.findall(text)) < _FEWEST_DIGITS and not calendars.counts_by_era(text):
        return []
    folded = evenly_folded(text)
    languages = [table["code"] for table in lexicon.tables()]
    # Where languages differ, as in English, 3/4 may be either.
    orders = {table["dates"]["order"] for table in lexicon.tables() if table["code"] != "en"}
    # Hardly any language but English has the month first, and none of those without a file.
    order = orders.pop() if len(orders) == 1 else "dmy" if lexicon.other else "mdy"
    order = order if month_first is None else "ymd" if month_first else "dmy"
    dates: list[tuple[int, int, str]] = []
    names, full, _ = _named(lexicon)
    for match in full.finditer(folded):
        for n in "1234":
            if match[f"y{n}"]:
                _keep(dates, match.span(), match[f"y{n}"], names[match[f"m{n}"]], match[f"d{n}"], languages)
    for match in _YEAR_FIRST.finditer(folded):
        _keep(dates, match.span(), match["y"], match["m"], match["d"], languages)
    for match in _YEAR_LAST.finditer(folded):
        day_month = _day_month(match["a"], match["b"], "dmy" if "." in match[0] else order)
        if day_month:
            _keep(dates, match.span(), match["y"], *day_month, languages)
    for start, end, day in calendars.dates_by_era(folded, languages):
        _add(dates, (start, end), day)
    if dates and order == "ymd":
        year = min(dates)[2][:4]
        for match in _MONTH_DAY.finditer(folded):
            _keep(dates, match.span(), year, match["m"], match["d"], languages)
    dates.sort()
    return _timed(folded, _told_twice(folded, dates, lexicon), lexicon)


def _told_twice(folded: str, dates: list[tuple[int, int, str]], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The dates, each with the same day of the Islamic calendar beside it: "28 شعبان 1445هـ الموافق 9 مارس 2024م"."""
    pattern = _hijri(lexicon)
    told = [match.span() for match in pattern.finditer(folded)] if pattern and dates else []
    grown: list[tuple[int, int, str]] = []
    for start, end, day in dates:
        floor = grown[-1][1] if grown else 0
        before = next(
            (s for s, e in told if floor <= s < e <= start and joins(folded[e:start], fillers(lexicon))), start
        )
        after = next((e for s, e in told if s >= end and joins(folded[end:s], fillers(lexicon))), end)
        grown.append((before, after, day))
    return grown


def tells_month_first(text: str) -> bool | None:
    """Whether a text has the month before the day, in a date of numbers of which one is too high for a month.

    >>> tells_month_first("3/14/2024"), tells_month_first("14/3/2024"), tells_month_first("3/4/2024")
    (True, False, None)
    """
    told = {int(m["b"]) > 12 for m in _YEAR_LAST.finditer(text) if (int(m["a"]) > 12) != (int(m["b"]) > 12)}  # noqa: PLR2004
    return told.pop() if len(told) == 1 else None


def find_bare(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where a text names a day and month, with or without a year; datelines have days in words, too."""
    return [match.span() for match in _named(lexicon)[2].finditer(evenly_folded(text))]


def _day_month(a: str, b: str, order: str) -> tuple[str, str] | None:
    """Month and day. In English 3/4 may be either: no date beats a wrong one."""
    if int(b) > 12:  # noqa: PLR2004
        return a, b
    if int(a) > 12 or order == "dmy" or a == b:  # noqa: PLR2004
        return b, a
    return None if order == "mdy" else (a, b)


def _keep(
    dates: list[tuple[int, int, str]], span: tuple[int, int], y: str, m: str | int, d: str | int, languages: list[str]
) -> None:
    year = int(y)
    if len(y) == 2:  # noqa: PLR2004
        year += calendars.century(languages) or (2000 if year < _DECADES else 1900)
    try:
        day = calendars.gregorian(year, int(m), int(d), languages)
    except ValueError:
        return
    _add(dates, span, day)


def _add(dates: list[tuple[int, int, str]], span: tuple[int, int], day: date) -> None:
    if not any(start < span[1] and span[0] < end for start, end, _ in dates):
        dates.append((*span, day.isoformat()))


def _timed(folded: str, dates: list[tuple[int, int, str]], lexicon: Lexicon) -> list[Found]:
    found: list[Found] = []
    clock, weekdays = clocks(lexicon), fillers(lexicon)
    times = list(_times_between(clock.time, folded, dates))
    for number, (start, end, iso) in enumerate(dates):
        floor = found[-1].end if found else 0
        ceiling = dates[number + 1][0] if number + 1 < len(dates) else len(folded)
        after = next(
            (t for t in times if end <= t.start() and t.end() <= ceiling and joins(folded[end : t.start()], weekdays)),
            None,
        )
        before = next(
            (
                t
                for t in reversed(times)
                if floor <= t.start()
                and t.end() <= start
                and joins(folded[zone_behind(clock, folded, iso, t.end(), start)[1] : start], weekdays)
            ),
            None,
        )
        time = after or before
        if after and before and start - before.end() < after.start() - end:
            time = before
        if time is None:
            found.append(Found(start, end, iso, timed=False))
            continue
        zone, zone_end = zone_behind(clock, folded, iso, time.end(), ceiling if time is after else start)
        if not zone and time is before:
            zone, zone_end = zone_behind(clock, folded, iso, end, ceiling)
        found.append(
            Found(min(start, time.start()), max(end, zone_end), f"{iso}T{time_told(time, clock)}{zone}", timed=True)
            if time_told(time, clock)
            else Found(start, end, iso, timed=False)
        )
    return _same_zone(found)


def _times_between(time: re.Pattern[str], folded: str, dates: list[tuple[int, int, str]]) -> Iterator[re.Match[str]]:
    """The times between dates: a day and an hour ("8. 13:20") would look like one."""
    for (_, start, _), (stop, _, _) in pairwise([(0, 0, ""), *dates, (len(folded), 0, "")]):
        # What follows a time may tell that it is none.
        for match in time.finditer(folded, start, stop + _LOOK_AHEAD):
            if match.end() > stop:
                break
            yield match


def time_behind(text: str, start: int, day: str, lexicon: Lexicon) -> Found | None:
    """The time of a day that stands behind an index of a text, with but small words between."""
    folded, clock = evenly_folded(text), clocks(lexicon)
    match = clock.time.search(folded, start)
    if not match or not joins(folded[start : match.start()], fillers(lexicon)) or not time_told(match, clock):
        return None
    zone, end = zone_behind(clock, folded, day, match.end(), len(folded))
    return Found(match.start(), max(end, match.end()), f"{day}T{time_told(match, clock)}{zone}", timed=True)


def time_alone(text: str, start: int, day: str, lexicon: Lexicon) -> str | None:
    """The time of a day, where a text tells nothing else from `start` on: "14:05 Uhr"; "2.50" is a price as likely."""
    found = time_behind(text, start, day, lexicon)
    if not found:
        return None
    beside = _WORDS.findall(evenly_folded(text[start : found.start] + " " + text[found.end :]))
    told = text[found.start : found.end]
    clock = bool(beside) or ":" in told or any(map(str.isalpha, told))
    return found.iso if clock and (fillers(lexicon) | ZONES.keys()).issuperset(beside) else None


def _same_zone(found: list[Found]) -> list[Found]:
    """Give every time of a line the zone that is told only once."""
    zones = {match[0] for date in found if (match := OFFSET.search(date.iso))}
    if len(zones) != 1:
        return found
    zone = zones.pop()
    return [d._replace(iso=in_zone(d.iso, zone)) if d.timed else d for d in found]
