"""The lines that head a text's entries: the dates of a diary, the days of a programme or a week's fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.document import BODY

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from newsclean.document import Document

#: So many elements alike, or lines, head entries.
_FEWEST = 2


def entries(document: Document) -> frozenset[int]:
    """The lines that head entries: dates in elements alike, each with text right below, and days of the week."""
    return frozenset((*_dated(document), *_days(document)))


def _dated(document: Document) -> Iterator[int]:
    """The lines of an HTML page that head a diary's entries."""
    found: dict[Hashable, dict[str, int]] = {}
    if not document.paged:
        return
    for n, (block, reading) in enumerate(zip(document.blocks[:-1], document.readings, strict=False)):
        tag = block.tags[0]
        if block.role or not (tag.names or tag.name not in {"p", "div"}) or not document.blocks[n + 1].judged_body:
            continue
        stamps = reading.stamps
        if stamps.pure and len(stamps.stamps) == 1 and not stamps.stamps[0].label and tag.parent:
            found.setdefault((tag.name, tag.names, tag.parent.number), {}).setdefault(stamps.stamps[0].iso, n)
    for days in found.values():
        if len(days) >= _FEWEST:
            yield from days.values()


def _days(document: Document) -> Iterator[int]:
    """The lines below the title that name a day of the week each, and nothing else, with the body's text right below.

    One alone may be a newspaper's part, or the day on which the article was printed.
    """
    title = document.title_number
    found: dict[tuple[str, ...], list[int]] = {}
    for n in range(0 if title is None else title + 1, len(document.blocks) - 1):
        block, below, reading = document.blocks[n], document.blocks[n + 1], document.readings[n]
        above_text = below.role in BODY or (not below.role and below.judged_body)
        if not block.role and above_text and reading.names_day and not reading.stamps.stamps:
            found.setdefault(reading.words, []).append(n)
    if len(found) >= _FEWEST:
        yield from (n for days in found.values() for n in days)
