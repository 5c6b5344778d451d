"""Years that are not counted from the birth of Christ: Buddhist, Jalali, Japanese eras, Minguo, Hijri."""

from __future__ import annotations

import re
from datetime import date, timedelta
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


class Calendar(NamedTuple):
    """A calendar with years of four digits."""

    language: str
    """The language whose papers print it."""
    years: range
    """The years it may be read for."""
    to_date: Callable[[int, int, int], date]
    """What makes a date of year, month and day."""


CALENDARS = (Calendar("th", range(2400, 2700), _buddhist), Calendar("fa", range(1300, 1500), _jalali))

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
        if year in calendar.years:
            if calendar.language not in languages:
                msg = f"no year {year} in {languages}"
                raise ValueError(msg)
            return calendar.to_date(year, month, day)
    return date(year, month, day)


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
