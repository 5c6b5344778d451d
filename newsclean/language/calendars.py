"""Years not counted from the birth of Christ: Buddhist, Jalali, Bikram Sambat, Japanese eras, Minguo, Hijri."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

#: A year of four digits, in any calendar of the table.
YEAR = r"(?:19|20|1[34]|2[456])\d\d"


def _buddhist(year: int, month: int, day: int) -> date:
    return date(year - 543, month, day)


def _jalali(year: int, month: int, day: int) -> date:
    """A date of Iran's calendar, in which eight years of 33 are leap years.

    >>> _jalali(1403, 1, 1)
    datetime.date(2024, 3, 20)
    """
    if not 1 <= day <= (31 if month <= 6 else 30):  # noqa: PLR2004
        msg = f"no day {day} in month {month}"
        raise ValueError(msg)
    years = year - 979
    days = 365 * years + years // 33 * 8 + (years % 33 + 3) // 4
    days += 31 * (month - 1) - max(0, month - 7) + day - 1
    # The first day of the year 979.
    return date(1600, 3, 20) + timedelta(days=days)


#: By how many days each month of a year of Bikram Sambat is longer than 28, from the year 2057 on. There is no rule:
#: Nepal's government says so year by year, and years to come are added when it has.
_NEPALI = (
    "343432221123", "243432221213", "334333212122", "334432212122", "343432221123", "243433121213", "334333212122",
    "334432212122", "343432221123", "333433122113", "334333212122", "334432212122", "343432221123", "333433122122",
    "334333212122", "343432212122", "343432221123", "333433212122", "334333212122", "343432221122", "343432221213",
    "333433212122", "334333212122", "343432221122", "343432221213", "334333212122", "334333212122",
)  # fmt: skip
_NEPALI_YEARS, _NEPALI_START = range(2057, 2057 + len(_NEPALI)), date(2000, 4, 13)


def _bikram_sambat(year: int, month: int, day: int) -> date:
    """A date of Nepal's calendar.

    >>> _bikram_sambat(2081, 1, 1)
    datetime.date(2024, 4, 13)
    """
    lengths = [28 + int(more) for months in _NEPALI[: year - _NEPALI_YEARS.start + 1] for more in months]
    before = len(lengths) - 13 + month
    if not (1 <= month <= 12 and 1 <= day <= lengths[before]):  # noqa: PLR2004
        msg = f"no day {day} in month {month}"
        raise ValueError(msg)
    return _NEPALI_START + timedelta(days=sum(lengths[:before]) + day - 1)


class Calendar(NamedTuple):
    """A calendar with years of four digits."""

    language: str
    """The language whose papers print it."""
    years: range
    """The years it may be read for."""
    to_date: Callable[[int, int, int], date]
    """What makes a date of year, month and day."""
    alone: bool = True
    """Whether no such year is printed anywhere else."""


CALENDARS = (
    Calendar("th", range(2400, 2700), _buddhist),
    Calendar("fa", range(1300, 1500), _jalali),
    Calendar("ne", _NEPALI_YEARS, _bikram_sambat, alone=False),
)
#: Papers that are dated ahead are so by less.
_AHEAD = timedelta(days=370)

#: The year before the first of each era.
ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911,
}  # fmt: skip
_FIRST_YEAR = "元"
_SEPARATOR = r"\s?(?:[年月]|[./-])\s?"
_ERA = re.compile(
    rf"(?:中[華华])?(?P<era>{'|'.join(ERAS)})\s?(?P<y>\d{{1,3}}|{_FIRST_YEAR}){_SEPARATOR}(?P<m>\d{{1,2}}){_SEPARATOR}"
    r"(?P<d>\d{1,2})(?!\d)\s?日?"
)
#: Taiwan's papers leave out what counts: 113年5月14日, 113/05/14.
_BARE_MINGUO = re.compile(
    rf"(?<![\d./-])(?P<y>1[0-4]\d){_SEPARATOR}(?P<m>\d{{1,2}}){_SEPARATOR}(?P<d>\d{{1,2}})(?![\d./-])\s?日?"
)
_MINGUO = "民國"


def hijri(months: str) -> re.Pattern[str]:
    """The pattern of a date of the Islamic calendar, whose days depend on the moon: none is made one of ours.

    Args:
        months: the pattern of its months' names.
    """
    era = r"\s?(?:هـ?|h)(?![^\W\d_])"
    named = rf"(?<!\d)[0-3]?\d\s(?:{months})[\s,،]{{1,2}}1[34]\d\d(?!\d)(?:{era})?"
    numbers = rf"(?<!\d)\d{{1,2}}\s?[/-]\s?\d{{1,2}}\s?[/-]\s?1[34]\d\d{era}"
    return re.compile(rf"{named}|{numbers}|(?<!\d)1[34]\d\d[/-]\d{{1,2}}[/-]\d{{1,2}}{era}")


def gregorian(year: int, month: int, day: int, languages: Collection[str]) -> date:
    """The date that three numbers mean in some languages.

    Raises:
        ValueError: there is no such date in their calendars.
    """
    for calendar in CALENDARS:
        if year in calendar.years and calendar.language in languages:
            return calendar.to_date(year, month, day)
        if year in calendar.years and calendar.alone:
            msg = f"no year {year} in {languages}"
            raise ValueError(msg)
    return date(year, month, day)


def is_to_come(iso: str) -> bool:
    """Whether a date, or a moment, in ISO 8601 is so far ahead that nothing can have been published then.

    >>> is_to_come("2081-04-15"), is_to_come("2024-07-30T10:15")
    (True, False)
    """
    return date.fromisoformat(iso[:10]) > datetime.now(UTC).date() + _AHEAD


def century(languages: Collection[str]) -> int | None:
    """The century of years of two digits, where it is no other calendar's: พ.ศ. 67 is 2567."""
    return 2500 if "th" in languages and {"th", "en"}.issuperset(languages) else None


def counts_by_era(text: str) -> bool:
    """Whether a text names an era, so that few digits may tell a date."""
    return any(era in text for era in ERAS)


def dates_by_era(text: str, languages: Collection[str]) -> Iterator[tuple[int, int, date]]:
    """The dates in a text whose years are counted by an era, each with its span."""
    patterns = (_ERA, _BARE_MINGUO) if "zh" in languages else (_ERA,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            era = match.groupdict().get("era") or _MINGUO
            year = 1 if match["y"] == _FIRST_YEAR else int(match["y"])
            try:
                yield (*match.span(), date(ERAS[era] + year, int(match["m"]), int(match["d"])))
            except ValueError:
                continue
