"""Times of day and their zones as news pages write them, in the lexicon's languages."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from newsclean.lexicon.characters import COMBINING, DIRECTIONS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.lexicon import Lexicon

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
_EXPLAINED = re.compile(r"\s?\([^()\d]{0,30}(?:utc|gmt)\s?(?P<sign>[+\u2212-])(?P<hours>\d{1,2})\)")
_ZONE = re.compile(r"(?P<name>[a-z]{1,4})?\s?(?P<offset>[+\u2212-]\s?\d{1,2}(?::?\d\d)?)?(?!\d)")
#: What may stand between a date and its time: the stop of a year ("12. maj 2024. u 10:15"), a small word, a mark, a
#: weekday in brackets.
_BETWEEN = re.compile(
    rf"\.?\s*(?:[(（][^\W\d_]{{1,10}}[)）])?[\s,|•·\-–—@/:،]*"
    rf"(?P<words>(?:[^\W\d_](?:[^\W\d_]|[{COMBINING}]){{0,16}}\.?[\s,]*){{0,2}})[\s,|•·\-–—@/:،]*"
)
_SMALL = 4
#: Arabic-Indic, Persian, Devanagari, Bengali, Thai and full-width digits; Arab dates have marks of direction inside.
_DIGITS = {
    **{start + n: str(n) for start in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10) for n in range(10)},
    **dict.fromkeys(map(ord, DIRECTIONS), " "),
    0xFF1A: ":",
}
_NEVER = r"\b\B"
OFFSET = re.compile(r"[+-]\d\d:\d\d$")
_SPELLED = 2


class Clock(NamedTuple):
    """How the active languages tell the time."""

    time: re.Pattern[str]
    halves: dict[str, int]
    told: re.Pattern[str]
    zones: dict[str, str]


@cache
def clocks(lexicon: Lexicon) -> Clock:
    """The pattern of a time of day, its words for before and after noon, and zones told in words."""
    halves: dict[str, int] = {}
    zones: dict[str, str] = {}
    for table in lexicon.tables():
        for name, hours in (("am", 0), ("pm", 12)):
            words = [evenly_folded(word).replace(".", "") for word in table["dates"].get(name, ())]
            halves |= {form: hours for word in words for form in (word, word.replace(" ", ""))}
        zones |= {evenly_folded(name): offset for name, offset in table["dates"].get("zones", {}).items()}
    # "a.m." is written "am", "a. m." and so on.
    half = "|".join(r"\.?\s?".join(word) if len(word) == _SPELLED else re.escape(word) for word in halves) or _NEVER
    time = re.compile(
        rf"(?:(?P<before>{half})\s?)?(?:(?<![\d.,/])|(?<=20\d\d))(?P<h>[01]?\d|2[0-4])"
        r"(?:\s?[:h.]\s?(?P<m>[0-5]\d)|\s?[時时點点시]\s?(?:(?P<m2>[0-5]?\d)\s?[分분])?)"
        rf"(?::(?P<s>[0-5]\d)(?:\.\d{{1,6}})?|\s?(?P<s2>[0-5]?\d)\s?[秒초])?(?![\d%])\s?(?P<after>(?:{half})\b\.?)?"
        rf"|(?<![\d.,/])(?P<h3>1[0-2]|[1-9])\s?(?P<after3>(?:{half})\b\.?)"
    )
    return Clock(time, halves, re.compile(rf"[)）]?\s?[(（]?(?P<zone>{either(zones)})[)）]?"), zones)


def either(phrases: Iterable[str]) -> str:
    """A pattern of any of some phrases, the longest first; of none, one that never matches."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or _NEVER


def evenly_folded(text: str) -> str:
    """The text folded, character by character, so that offsets stay."""
    if text.isascii():
        return text.lower()
    text = text.translate(_DIGITS)
    return "".join(c if c < "\x80" and c.islower() else (f if len(f := fold(c)) == 1 else c) for c in text)


def zone_of(iso: str) -> str:
    """The offset that a moment is told with, or nothing."""
    zone = OFFSET.search(iso)
    return zone[0] if zone else ""


def in_zone(iso: str, like: str) -> str:
    """A moment, in the zone that another tells where it tells none itself."""
    return iso if zone_of(iso) else iso + zone_of(like)


def joins(between: str, weekdays: frozenset[str]) -> bool:
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


def time_told(time: re.Match[str], clock: Clock) -> str:
    """The time of day that a match of `Clock.time` tells, in ISO 8601, or nothing where there is no such hour."""
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


def zone_behind(clock: Clock, folded: str, day: str, start: int, stop: int) -> tuple[str, int]:
    """The offset of the zone that a folded text names from `start` on, before `stop`, or nothing; and where it ends."""
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
