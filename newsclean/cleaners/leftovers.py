"""Blocks without a word, single labels, a ticker's times, how to reach who wrote: what no other cleaner named."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.cleaners import layout
from newsclean.language.dates import time_alone
from newsclean.language.signatures import HANDLE
from newsclean.lexicon.characters import COLONS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_ODD_WORDS = 4
_LONGEST_CONTACT, _LEAST_NAME = 200, 3
_LONGEST_DATE, _LONGEST_TIME = 60, 16
_ANY_DAY = "2000-01-01"
#: A headline and the first paragraph of an entry stand below its time.
_ENTRY, _FEWEST_ENTRIES, _FEWEST_WORDS = 2, 3, 5
_METADATA = layout.CREDITS | {"section", "tags", "caption_credit"}


def leftovers(document: Document) -> list[Block]:
    """Blocks without a word, odd words on a line of metadata, a ticker's times, how to reach the author: all removed.

    Hands off: the asterisks between two parts of an article.
    """
    return [*_leftovers(document), *_times(document)]


def _times(document: Document) -> list[Block]:
    """Lines that tell nothing but a time of day, where each stands above an entry of a ticker, one after the other.

    A timetable has its times side by side, and prices, scores and verses are in no order.
    """
    # Of a row of times a model may doubt some.
    unnamed = (n for n, block in enumerate(document.blocks) if not block.role or block.cleaner == "remainders")
    times = {n: time for n in unnamed if (time := _time(document, document.readings[n]))}
    told = list(times.values())
    if len(times) < _FEWEST_ENTRIES or told not in (sorted(told), sorted(told, reverse=True)):
        return []
    entries = all(
        any(map(_states, document.readings[n + 1 : min(n + 1 + _ENTRY, following)]))
        and not (n and document.readings[n - 1].text.endswith(tuple(COLONS)))
        for n, following in pairwise([*times, len(document.blocks)])
    )
    return [document.blocks[n].remove("clock") for n in times] if entries else []


def _states(reading: Reading) -> bool:
    """Whether a line is running text, or one sentence."""
    return reading.prose or (reading.ends_sentence and len(reading.words) >= _FEWEST_WORDS)


def _time(document: Document, reading: Reading) -> str | None:
    """The time of day that a line tells, and nothing else."""
    if not reading.digits or len(reading.text) > _LONGEST_TIME:
        return None
    return time_alone(reading.text, 0, _ANY_DAY, document.reader.lexicon)


def _leftovers(document: Document) -> Iterator[Block]:
    start, end = layout.body_start(document), layout.body_end(document)
    title = document.title_number
    title = start if title is None else title
    authors = [
        [fold(part) for part in name.split() if len(part) >= _LEAST_NAME]
        for block in document.find("byline")
        for name in block.value or ()
        if not document.reader.read(name).whole("bylines.staff", "datelines.agencies")
    ]
    for n, block in enumerate(document.blocks):
        if block.role:
            continue
        text = document.readings[n].text
        if not any(map(str.isalnum, text)):
            body = block.judged_body or not any(other.role for other in document.blocks[n - 1 : n + 2])
            # Joiners and other characters without a shape part nothing.
            if not (start < n < end and body and any(map(str.isprintable, text))):
                yield block.remove("icon" if block.holes else "other")
        elif (
            _rest_of_metadata(document, n)
            or (title < n < start and _relative_date(document.readings[n]))
            or (n >= end - 1 and _reaches(document.readings[n], authors))
            or (n == end > start and _labels_nothing(document, n))
        ):
            yield block.remove("label")


def _labels_nothing(document: Document, number: int) -> bool:
    """Whether a block is a label of tags, of which none stand below."""
    return document.readings[number].whole("tags.labels") and all(
        block.role == "removed" for block in document.blocks[number + 1 :]
    )


def _reaches(reading: Reading, authors: list[list[str]]) -> bool:
    """Whether a block names who wrote, and an address with the name in it: "Reach Ana Silva at ana@the-paper.example".

    `authors`: the parts of their names, folded.
    """
    found = HANDLE.search(reading.text) if reading.size <= _LONGEST_CONTACT else None
    if found is None:
        return False
    text, address = fold(reading.text), fold(found[0])
    return any(all(part in text for part in name) and any(part in address for part in name) for name in authors)


def _relative_date(reading: Reading) -> bool:
    """Whether a block dates the article by the day of the crawl: "Posted: 2 hours ago"."""
    dated = reading.starts("dates.published") or reading.starts("dates.modified")
    return bool(dated) and reading.digits and reading.size <= _LONGEST_DATE and not reading.ends_sentence


def _rest_of_metadata(document: Document, number: int) -> bool:
    """Whether a block is a word or two of a line that is metadata otherwise."""
    blocks = document.blocks
    block = blocks[number]
    if len(document.read(block).words) > _ODD_WORDS or document.read(block).ends_sentence:
        return False
    before = block.lines == 0 and blocks[number - 1].role in _METADATA
    after = number + 1 < len(blocks) and blocks[number + 1].lines == 0 and blocks[number + 1].role in _METADATA
    return before or after
