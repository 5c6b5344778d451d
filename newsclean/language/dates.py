"""Dates and times as news pages write them, in the lexicon's languages."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from newsclean.language import calendars
from newsclean.language.calendars import YEAR
from newsclean.lexicon.characters import DIRECTIONS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

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


#: Abbreviations that mean one offset wherever newspapers print them.
ZONES = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "wet": "+00:00", "bst": "+01:00", "west": "+01:00",
    "cet": "+01:00", "mez": "+01:00", "wat": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00",
    "sast": "+02:00", "cat": "+02:00", "eest": "+03:00", "msk": "+03:00", "мск": "+03:00", "trt": "+03:00",
    "eat": "+03:00", "gst": "+04:00", "pkt": "+05:00", "ist": "+05:30", "wib": "+07:00", "ict": "+07:00",
    "sgt": "+08:00", "hkt": "+08:00", "pht": "+08:00", "myt": "+08:00", "wita": "+08:00", "awst": "+08:00",
    "jst": "+09:00", "kst": "+09:00", "wit": "+09:00", "acst": "+09:30", "aest": "+10:00", "aedt": "+11:00",
    "nzst": "+12:00", "nzdt": "+13:00", "edt": "-04:00", "ast": "-04:00", "est": "-05:00", "cdt": "-05:00",
    "mdt": "-06:00", "pdt": "-07:00", "mst": "-07:00", "pst": "-08:00", "brt": "-03:00", "art": "-03:00",
}  # fmt: skip

_SEPARATOR = r"\s{0,2}[./|\-\u2013\u00b7\u2022]\s{0,2}"
#: Elements' texts are glued: a year to the next date, a time or a count ("5 May 20226 May 2022", "… 202207:59").
_YEAR = YEAR + r"(?:(?!\d)|(?=\d{1,2}(?:[./:h-]\s?\w|\s[^\W\d_]|$)))"
_DAY_BEFORE = r"(?:(?<![\d.,])|(?<=(?:19|20)\d\d))"
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<y>{YEAR})"
    # 2024年（令和6年）5月14日
    r"(?:\s?[./\-\u2010-\u2013\u2022]\s?|\s?[年년]\s?(?:[(（][^()（）]{2,8}[)）]\s?)?)(?P<m>\d{1,2})(?:\s?[./\-\u2010-\u2013\u2022]\s?|\s?[月월]\s?)(?P<d>\d{1,2})(?!\d)\s?[日일]?\.?"
)
_YEAR_LAST = re.compile(
    rf"{_DAY_BEFORE}(?P<a>\d{{1,2}}){_SEPARATOR}(?P<b>\d{{1,2}}){_SEPARATOR}(?P<y>{_YEAR}|\d\d(?!\d))(?!:)"
)
# Behind a full date, the year of a second one is left out: 2023/8/13 06:30（最終更新 8/14 09:12）
_MONTH_DAY = re.compile(r"(?<![\d/.-])(?P<m>1[0-2]|0?[1-9])/(?P<d>[0-3]?\d)(?=\s\d{1,2}:\d\d)")
_EXPLAINED = re.compile(r"\s?\([^()\d]{0,30}(?:utc|gmt)\s?(?P<sign>[+\u2212-])(?P<hours>\d{1,2})\)")
_ZONE = re.compile(r"(?P<name>[a-z]{1,4})?\s?(?P<offset>[+\u2212-]\s?\d{1,2}(?::?\d\d)?)?(?!\d)")
#: What may stand between a date and its time: a small word, a mark, a weekday in brackets.
_BETWEEN = re.compile(
    r"\s*(?:[(（][^\W\d_]{1,10}[)）])?[\s,|•·\-–—@/:،]*(?P<words>(?:[^\W\d_]{1,14}\.?[\s,]*){0,2})[\s,|•·\-–—@/:،]*"
)
_SMALL = 4
#: Arabic-Indic, Persian, Devanagari, Bengali, Thai and full-width digits; Arab dates have marks of direction inside.
_DIGITS = {
    **{start + n: str(n) for start in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10) for n in range(10)},
    **dict.fromkeys(map(ord, DIRECTIONS), " "),
    0xFF1A: ":",
}
_NEVER = r"\b\B"
#: Behind a time no more characters tell whether it is one.
_LOOK_AHEAD = 12
_OFFSET = re.compile(r"[+-]\d\d:\d\d$")
_DECADES = 70
#: No date has fewer: 1.1.24.
_DIGIT, _FEWEST_DIGITS = re.compile(r"\d"), 4
_SPELLED = 2
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
    month = rf"(?<![^\W\d_])(?P<{{}}>{_either(names)})(?![^\W\d_])"
    # A day may be glued to a time zone: "GMT +319 August".
    day = r"(?:(?<!\d)|(?<=\s[+-]\d)|(?<=(?:19|20)\d\d))(?P<{}>[0-3]?\d)(?!\d)"
    ordinal = r"(?:\s?(?:st|nd|rd|th)\b|st|nd|rd|th|er|[.ºª°])?"
    small = r"(?:\s?(?:de|of|do|di|d'|ta'|-|/)\s?|\s)?\s?"
    # Arab papers give a month both its names: 24 نيسان / أبريل 2020
    again = r"(?:\s?/\s?[^\W\d_]{3,12}(?:\s[^\W\d_]{3,12})?)?\.?"
    short = calendars.century([table["code"] for table in lexicon.tables()]) is not None
    d_m_y = day.format("d1") + ordinal + small + month.format("m1") + again + _year("y1", short=short)
    m_d_y = month.format("m2") + r"\.?\s?" + day.format("d2") + ordinal + r"(?:\s?,)?" + _year("y2", short=False)
    y_m_d = rf"(?P<y3>{YEAR})" + r"\.?,?\s?" + month.format("m3") + r"\.?\s?" + day.format("d3") + r"(?:\.|(?!\d))"
    full = re.compile(f"{d_m_y}|{m_d_y}|{y_m_d}")
    bare = re.compile(
        f"{day.format('d1')}{ordinal}{small}{month.format('m1')}|{month.format('m2')}\\.?\\s?{day.format('d2')}{ordinal}"
    )
    return names, full, bare


def months(lexicon: Lexicon) -> Container[str]:
    """The names of the months in the active languages, folded."""
    return _named(lexicon)[0].keys()


class _Clock(NamedTuple):
    """How the active languages tell the time."""

    time: re.Pattern[str]
    halves: dict[str, int]
    told: re.Pattern[str]
    zones: dict[str, str]


@cache
def _clocks(lexicon: Lexicon) -> _Clock:
    """The pattern of a time of day, its words for before and after noon, and zones told in words."""
    halves: dict[str, int] = {}
    zones: dict[str, str] = {}
    for table in lexicon.tables():
        for name, hours in (("am", 0), ("pm", 12)):
            halves |= {evenly_folded(word).replace(".", ""): hours for word in table["dates"].get(name, ())}
        zones |= {evenly_folded(name): offset for name, offset in table["dates"].get("zones", {}).items()}
    # "a.m." is written "am", "a. m." and so on.
    half = "|".join(r"\.?\s?".join(word) if len(word) == _SPELLED else re.escape(word) for word in halves) or _NEVER
    time = re.compile(
        rf"(?:(?P<before>{half})\s?)?(?:(?<![\d.,/])|(?<=20\d\d))(?P<h>[01]?\d|2[0-4])"
        r"(?:\s?[:h.]\s?(?P<m>[0-5]\d)|\s?[時时點点시]\s?(?:(?P<m2>[0-5]?\d)\s?[分분])?)"
        rf"(?::(?P<s>[0-5]\d)(?:\.\d{{1,6}})?|\s?(?P<s2>[0-5]?\d)\s?[秒초])?(?![\d%])\s?(?P<after>(?:{half})\b\.?)?"
        rf"|(?<![\d.,/])(?P<h3>1[0-2]|[1-9])\s?(?P<after3>(?:{half})\b\.?)"
    )
    return _Clock(time, halves, re.compile(rf"[)）]?\s?[(（]?(?P<zone>{_either(zones)})[)）]?"), zones)


def _year(group: str, *, short: bool) -> str:
    """The pattern of a year behind a month's name or a day; `short`: its last two digits need no apostrophe."""
    two_digits = ("" if short else r"(?<=['\u2019.])") + r"\d\d(?!\d|[:.h]\d)"
    return rf"(?:\s?(?:de|del|of|,|-|/|\.|'|\u2019|พ\.?\s?ศ\.?)){{0,2}}\s?(?P<{group}>{_YEAR}|{two_digits})"


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or _NEVER


def evenly_folded(text: str) -> str:
    """The text folded, character by character, so that offsets stay."""
    if text.isascii():
        return text.lower()
    text = text.translate(_DIGITS)
    return "".join(c if c < "\x80" and c.islower() else (f if len(f := fold(c)) == 1 else c) for c in text)


def find(text: str, lexicon: Lexicon) -> list[Found]:
    """Every full date in a text, with the time that goes with it."""
    if len(_DIGIT.findall(text)) < _FEWEST_DIGITS and not calendars.counts_by_era(text):
        return []
    folded = evenly_folded(text)
    languages = [table["code"] for table in lexicon.tables()]
    # Where languages differ, as in English, 3/4 may be either.
    orders = {table["dates"]["order"] for table in lexicon.tables() if table["code"] != "en"}
    order = orders.pop() if len(orders) == 1 else "mdy"
    dates: list[tuple[int, int, str]] = []
    names, full, _ = _named(lexicon)
    for match in full.finditer(folded):
        for n in "123":
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
    return _timed(folded, dates, lexicon)


def find_bare(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where a text names a day and month, with or without a year."""
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
    clock, weekdays = _clocks(lexicon), fillers(lexicon)
    times = list(_times_between(clock.time, folded, dates))
    for number, (start, end, iso) in enumerate(dates):
        floor = found[-1].end if found else 0
        ceiling = dates[number + 1][0] if number + 1 < len(dates) else len(folded)
        after = next(
            (t for t in times if end <= t.start() and t.end() <= ceiling and _joins(folded[end : t.start()], weekdays)),
            None,
        )
        before = next(
            (
                t
                for t in reversed(times)
                if floor <= t.start()
                and t.end() <= start
                and _joins(folded[_zone(clock, folded, iso, t.end(), start)[1] : start], weekdays)
            ),
            None,
        )
        time = after or before
        if after and before and start - before.end() < after.start() - end:
            time = before
        if time is None:
            found.append(Found(start, end, iso, timed=False))
            continue
        zone, zone_end = _zone(clock, folded, iso, time.end(), ceiling if time is after else start)
        if not zone and time is before:
            zone, zone_end = _zone(clock, folded, iso, end, ceiling)
        found.append(
            Found(min(start, time.start()), max(end, zone_end), f"{iso}T{_time(time, clock)}{zone}", timed=True)
            if _time(time, clock)
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
    folded, clock = evenly_folded(text), _clocks(lexicon)
    match = clock.time.search(folded, start)
    if not match or not _joins(folded[start : match.start()], fillers(lexicon)) or not _time(match, clock):
        return None
    zone, end = _zone(clock, folded, day, match.end(), len(folded))
    return Found(match.start(), max(end, match.end()), f"{day}T{_time(match, clock)}{zone}", timed=True)


def time_alone(text: str, start: int, day: str, lexicon: Lexicon) -> str | None:
    """The time of a day, where a text tells nothing else from `start` on: "14:05 Uhr"; "2.50" is a price as likely."""
    found = time_behind(text, start, day, lexicon)
    if not found:
        return None
    beside = _WORDS.findall(evenly_folded(text[start : found.start] + " " + text[found.end :]))
    told = text[found.start : found.end]
    clock = bool(beside) or ":" in told or any(map(str.isalpha, told))
    return found.iso if clock and (fillers(lexicon) | ZONES.keys()).issuperset(beside) else None


def zone_of(iso: str) -> str:
    """The offset that a moment is told with, or nothing."""
    zone = _OFFSET.search(iso)
    return zone[0] if zone else ""


def in_zone(iso: str, like: str) -> str:
    """A moment, in the zone that another tells where it tells none itself."""
    return iso if zone_of(iso) else iso + zone_of(like)


def _same_zone(found: list[Found]) -> list[Found]:
    """Give every time of a line the zone that is told only once."""
    zones = {match[0] for date in found if (match := _OFFSET.search(date.iso))}
    if len(zones) != 1:
        return found
    zone = zones.pop()
    return [d._replace(iso=in_zone(d.iso, zone)) if d.timed else d for d in found]


def _joins(between: str, weekdays: frozenset[str]) -> bool:
    """Whether what stands between a date and a time joins them."""
    match = _BETWEEN.fullmatch(between)
    return match is not None and all(
        len(word) <= _SMALL or word in weekdays for word in match["words"].replace(",", " ").replace(".", " ").split()
    )


@cache
def fillers(lexicon: Lexicon) -> frozenset[str]:
    """The small words, and the names of days, that stand beside dates and times."""
    words = ("weekdays", "fillers")
    return frozenset(evenly_folded(word) for table in lexicon.tables() for key in words for word in table["dates"][key])


def _time(time: re.Match[str], clock: _Clock) -> str:
    hour = int(time["h"] or time["h3"])
    minute = int(time["m"] or time["m2"] or 0)
    half = clock.halves.get(re.sub(r"[.\s]", "", time["before"] or time["after"] or time["after3"] or ""))
    if half is not None and hour <= 12:  # noqa: PLR2004
        hour = hour % 12 + half
    if hour > 23:  # noqa: PLR2004
        return ""
    seconds = time["s"] or time["s2"]
    return f"{hour:02}:{minute:02}" + (f":{int(seconds):02}" if seconds else "")


def _offset(zone: str, day: str) -> str:
    """The offset of a zone (as such, or by its IANA name) on a day."""
    if "/" not in zone:
        return zone
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(zone))
    return noon.isoformat()[-6:]


def _zone(clock: _Clock, folded: str, day: str, start: int, stop: int) -> tuple[str, int]:
    at = start
    told = clock.told.match(folded, at)
    if told:
        return _offset(clock.zones[told["zone"]], day), told.end()
    explained = _EXPLAINED.match(folded, at)
    if explained:
        return f"{explained['sign']}{int(explained['hours']):02}:00".replace("−", "-"), explained.end()
    while at < stop and folded[at] in " \u00a0,(h":
        at += 1
    match = _ZONE.match(folded, at, stop)
    name, offset = (match["name"], match["offset"]) if match else (None, None)
    if name and name not in ZONES:
        return "", start
    if offset and (name in {None, "gmt", "utc"}):
        digits = re.sub(r"\D", "", offset)
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")  # noqa: PLR2004
        if int(hours) <= 14:  # noqa: PLR2004
            sign = "+" if "+" in offset else "-"
            return f"{sign}{int(hours):02}:{minutes}", match.end() if match else start
    if name:
        return ZONES[name], match.end("name") if match else start
    return "", start
