"""When the article was published and changed, from all the places where a page says so."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.html import local_days
from newsclean.html.elements import text_of
from newsclean.language import dates
from newsclean.language.calendars import is_to_come
from newsclean.language.clock_times import zone_of
from newsclean.language.reader import Reader
from newsclean.lexicon import Lexicon
from newsclean.markup import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

_ISO = re.compile(
    r"(?P<day>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    r"(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,]\d+)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?"
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:T?(?P<H>[0-2]\d)(?P<M>[0-5]\d)(?P<S>[0-5]\d)?)?(?!\d)"
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_EARLIEST = 1980
_LONGEST = 120
#: The article's date stands no further from its headline than a deck is long.
_BESIDE = 600
#: Elements that are about other things than the article; a link of so many words beside a time is another's headline.
_ASIDE = frozenset({"aside", "footer", "nav"})
_HEADLINE_WORDS = 4


def published(head: Head, language: str | None) -> str | None:
    """When the article was first published, ISO 8601; `None` where the page's markup does not say."""
    found = _first(chain(_published(head), _labelled(head, "published", language)), language)
    return local_days.local(found, _beside(head, language), head.url) if found else None


def probably_published(head: Head, language: str | None) -> str | None:
    """The same from what may be another date: a date below the headline, any `<time>`, the address, the last change."""
    return _first(_probably_published(head, Reader(language)), language)


def modified(head: Head, language: str | None) -> str | None:
    """When the article was last changed, ISO 8601; `None` where the page's markup does not say."""
    return _first(chain(_modified(head), _labelled(head, "modified", language)), language)


def _first(stated: Iterator[str], language: str | None) -> str | None:
    return next((iso for text in stated if (iso := read(text, language))), None)


def read(text: str, language: str | None = None) -> str | None:
    """A moment as pages write it for machines or for readers, in ISO 8601, or `None`, as where it is yet to come.

    >>> read("2024-05-01T06:30:00.000+0200")
    '2024-05-01T06:30:00+02:00'
    >>> read("Wed, 01 May 2024 06:30:00 GMT")
    '2024-05-01T06:30:00+00:00'
    """
    iso = _told(text.strip()[:_LONGEST], language)
    return None if iso is None or is_to_come(iso) else iso


def _told(text: str, language: str | None) -> str | None:
    match = _ISO.search(text)
    if match:
        return _checked(match["day"], match["time"], match["zone"])
    match = _COMPACT.search(text)
    if match:
        time = f"{match['H']}:{match['M']}" if match["H"] else None
        return _checked(f"{match['y']}-{match['m']}-{match['d']}", time, None)
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), tz=UTC).isoformat()
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    else:
        return moment.isoformat() if moment.year >= _EARLIEST else None
    found = dates.find(text, Lexicon.of(language))
    return found[0].iso if found else None


def _checked(day: str, time: str | None, zone: str | None) -> str | None:
    offset = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", None: ""}.get(zone, zone or "")
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:] or '00'}"
    for iso in (f"{day}T{time}{offset}" if time else day, day):
        try:
            moment = datetime.fromisoformat(iso)
        except ValueError:
            continue
        return iso if moment.year >= _EARLIEST else None
    return None


def _published(head: Head) -> Iterator[str]:
    yield from head.stated("datePublished")
    yield from head.meta(*naming.META_PUBLISHED)
    yield from map(_machine, head.properties("datepublished"))
    times = head.root.iter("time", "abbr")
    yield from (
        _machine(one)
        for one in times
        if (one.get("pubdate") is not None or naming.PUBLISHED.search(_names(one))) and not head.is_of_another(one)
    )
    yield from head.stated("dateCreated", "uploadDate")


def _probably_published(head: Head, reader: Reader) -> Iterator[str]:
    yield from _shown(head, reader)
    # Thousands may stand in one element.
    around = cache(_around)
    times = [one for one in head.root.iter("time") if not _of_others(head, one, around)]
    articles = [time for time in times if any(up.tag in {"article", "main", "header"} for up in time.iterancestors())]
    for time in articles or times:
        if not naming.MODIFIED.search(_names(time)):
            yield _machine(time)
    match = local_days.IN_ADDRESS.search(head.url or "")
    if match:
        yield "-".join(match.groups())
    yield from head.stated("dateModified")
    yield from head.meta(*naming.META_MODIFIED)


def _of_others(head: Head, time: _Element, around: Callable[[_Element], tuple[bool, int]]) -> bool:
    """Whether a time is an event's, another article's or a part of a sentence; `around` tells of its parent."""
    parent = time.getparent()
    if parent is None or _tells_other(head, time) or any(up.tag in _ASIDE for up in time.iterancestors()):
        return True
    linked, size = around(parent)
    return linked or size > len(text_of(time)) + _LONGEST


def _tells_other(head: Head, element: _Element) -> bool:
    """Whether an element with a date stands in what is not this article's, or tells of an event."""
    return head.is_of_another(element) or _of_event(element) or _of_listed(head, element)


def _of_event(element: _Element) -> bool:
    """Whether microdata gives a time as an event's, or another date of what the article tells of."""
    own = (element.get("itemprop") or "").lower().split()
    typed = any(naming.EVENT.search(around.get("itemtype") or "") for around in element.iterancestors())
    return not naming.EVENT_DATES.isdisjoint(own) or (typed and "datepublished" not in own)


def _of_listed(head: Head, time: _Element) -> bool:
    """Whether a time stands beside a link in a list with a heading of its own: "Coming up"."""
    item = next(time.iterancestors("li"), None)
    around = item.getparent() if item is not None else None
    if item is None or around is None or not any(time not in link.iter("time") for link in item.iter("a")):
        return False
    above = around.getprevious()
    title = head.headline.element if head.headline else None
    return above is not None and above is not title and above.tag in SUBHEADINGS


def _around(element: _Element) -> tuple[bool, int]:
    """Whether a headline that leads elsewhere stands in an element, and how long its text is."""
    linked = any(len(text_of(link).split()) >= _HEADLINE_WORDS for link in element.iter("a"))
    return linked, len(text_of(element))


def _shown(head: Head, reader: Reader) -> Iterator[str]:
    """The lines right below the headline that are nothing but a date, unless they say it is the last change's."""
    seen = 0
    for element in head.below_headline:
        text = " ".join((element.text or "").split())
        seen += len(text)
        if seen > _BESIDE:
            return
        if text and len(text) <= _LONGEST and not naming.MODIFIED.search(_names(element)):
            stamps = reader.read(text).stamps
            own = stamps.pure and stamps.stamps[0].label in {"", "published"}
            if own and not _tells_other(head, element):
                yield element.get("datetime") or stamps.stamps[0].iso


def _beside(head: Head, language: str | None) -> Iterator[str]:
    """All that may tell the moment of publication once more: in another zone, in the page's own, or its day."""
    stated = (*head.stated("datePublished"), *head.meta(*naming.META_PUBLISHED))
    times = [one for one in head.below_headline if one.tag == "time"]
    # Of a change, only the same moment in another zone tells.
    exact = (iso for time in times if (iso := read(time.get("datetime") or "")) and zone_of(iso))
    yield from exact
    first = (time for time in times if not naming.MODIFIED.search(_names(time)))
    shown = (text for time in first for text in (time.get("datetime") or "", text_of(time)))
    yield from (iso for text in (*stated, *shown) if (iso := read(text, language)))
    yield from (iso for text in _shown(head, Reader(language)) if (iso := read(text, language)))


def _modified(head: Head) -> Iterator[str]:
    yield from head.stated("dateModified")
    yield from head.meta(*naming.META_MODIFIED)
    yield from map(_machine, head.properties("datemodified"))
    yield from (_machine(time) for time in head.root.iter("time") if naming.MODIFIED.search(_names(time)))


def _labelled(head: Head, label: str, language: str | None) -> Iterator[str]:
    """The times right behind words such as "Updated", below the headline: cards and comments have others."""
    reader = Reader(language)
    for time in (element for element in head.below_headline if element.tag == "time"):
        before, around = time.getprevious(), time.getparent()
        text = before.tail if before is not None else around.text if around is not None else None
        if text and reader.read(" ".join(str(text).split())[-_LONGEST:]).whole(f"dates.{label}"):
            yield _machine(time)


def _machine(element: _Element) -> str:
    """What an element says for machines, else for readers."""
    titled = element.get("title") or ""
    return (
        element.get("datetime")
        or element.get("content")
        or (titled if _ISO.search(titled) else "")
        or text_of(element)[:_LONGEST]
    )


def _names(element: _Element) -> str:
    around = element.getparent()
    elements = [element] if around is None else [element, around]
    return " ".join((one.get(name) or "").lower() for one in elements for name in ("class", "id", "itemprop"))
