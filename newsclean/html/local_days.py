"""The day of a moment where it happened: pages state many moments in UTC, where it may be the day before or after."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A day in an address.
IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?([01]\d)[/_-]?([0-3]\d)(?=\D|$)")
#: No zone is further from UTC, and each is so by a number of these.
_FURTHEST, _STEP = timedelta(hours=14), timedelta(minutes=15)
_MINUTE = timedelta(minutes=1)
_NOON = 12


def local(iso: str, beside: Iterable[str], url: str | None) -> str:
    """A moment, in the zone of the page where that is another day.

    Args:
        iso: the moment, in ISO 8601.
        beside: what else the page says of it, likewise: in another zone, without any, or the day alone.
        url: the page's address, which may tell the day.

    Where only the day is told, only the day is given.

    >>> local("2023-12-23T01:48:19+00:00", ["2023-12-22T20:48"], None)
    '2023-12-22T20:48:19-05:00'
    >>> local("2023-12-23T01:48:19+00:00", [], "https://paper.example/2023/12/22/ferry")
    '2023-12-22'
    """
    moment = datetime.fromisoformat(iso)
    if "T" not in iso or moment.tzinfo is None or moment.utcoffset():
        return iso
    days = []
    for text in beside:
        other = datetime.fromisoformat(text)
        if "T" in text:
            offset = _offset(moment, other)
            there = moment.astimezone(timezone(offset)) if offset else moment
            if there.date() != moment.date():
                return there.isoformat()
            if other.tzinfo is not None:
                continue
        days.append(other.date())
    match = IN_ADDRESS.search(url or "")
    if match:
        days += _day(*map(int, match.groups()))
    if moment.date() in days:
        return iso
    neighbour = moment.date() + timedelta(days=-1 if moment.hour < _NOON else 1)
    return neighbour.isoformat() if neighbour in days else iso


def _offset(moment: datetime, other: datetime) -> timedelta | None:
    """By what a page's zone differs from UTC, if another text tells the same moment in it."""
    if other.tzinfo is not None:
        return other.utcoffset() if abs(other - moment) < _MINUTE else None
    ahead = other.replace(second=0) - moment.astimezone(UTC).replace(second=0, microsecond=0, tzinfo=None)
    return ahead if abs(ahead) <= _FURTHEST and not ahead % _STEP else None


def _day(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:
        return []
