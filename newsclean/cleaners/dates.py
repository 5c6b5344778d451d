"""When the article was published and last changed."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.cleaners.clocks import clocks
from newsclean.cleaners.entries import entries as entry_heads
from newsclean.language.calendars import is_to_come
from newsclean.language.clock_times import in_zone
from newsclean.language.dates import time_alone
from newsclean.language.signature_names import PARTICLES
from newsclean.lexicon.case import small
from newsclean.lexicon.characters import BULLETS, COMMAS, FULL_STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.timestamps import Stamp

#: What may stand in a line of dates besides them: a byline, a place, a section.
_REST_WORDS = 9
#: "Reading time: 3 min." has no more words.
_READING_TIME = 6
#: Below a day its time may stand, or a later one: so many lines further down, and so long.
_BELOW, _LONGEST_TIME = 3, 60
#: How many elements further out may be an event's.
_NEAR = 3
#: A paper's name has so many words, of which all but the first may be small.
_NAME_WORDS = 4
#: Marks that stand in no sentence.
_BARS = ("|", *BULLETS)
#: What the article's own dates are.
_FIELDS = frozenset({"published", "modified"})
#: A score from which on a line of a whole page holds the article's date, whatever else it says.
_SURE = 0.9


def dates(document: Document) -> Document:
    """Remove the page's clocks; label the dates between title and body, else labelled ones elsewhere.

    The first is the publication, one that says "updated" the last change, and
    what says either again is metadata, too. On a whole page, lines that the
    content model holds for the article's dates go first, also where they were
    removed as clutter ("3 May 2024 | Share"). Hands off: dates inside
    sentences and captions. A stamp that fits neither field, or is more than
    a year ahead, is left for others; no date is better than a wrong one.
    """
    document = document.replace(clocks(document))
    headings = entry_heads(document)
    labels = list(_dates(document, headings))
    events = (block.label("paragraph") for block in _events(document))
    heads = (document.blocks[n].label("heading") for n in sorted(headings))
    said = (*_times_below(document, labels), *_said_again(document, labels))
    return document.replace([*labels, *said, *events, *heads])


def _dates(document: Document, entries: frozenset[int]) -> Iterator[Block]:
    """The article's dates, as often as it tells them, but for those that head `entries`."""
    told = {block.role: str(block.value) for block in reversed(document.blocks) if block.role in _FIELDS}
    seen: set[int] = set()
    numbers = {block.start: n for n, block in enumerate(document.blocks)}
    for block, near in _places(document):
        number, lines = numbers[block.start], document.read(block).stamps
        if (
            block.start in seen
            or number in entries
            or not lines.stamps
            or not (_sure(block) or _little_else(document, block))
        ):
            continue
        within = _within_body(document, number)
        first = layout.date_label(document, number)
        if (lines.stamps[0].label == "event" and within) or (first not in _FIELDS and _describes_event(block)):
            continue
        seen.add(block.start)
        for stamp in lines.stamps:
            label = first if stamp is lines.stamps[0] else stamp.label
            if (not near and not label) or label == "clock" or is_to_come(stamp.iso):
                continue
            later = not label and stamp.iso > told.get("published", stamp.iso)
            role = "modified" if label == "modified" or later else "published"
            said = told.setdefault(role, stamp.iso)
            if said == stamp.iso or (not within and said.startswith(stamp.iso)):
                yield document.part(block, stamp.start, stamp.end).label(role, said)


def _events(document: Document) -> Iterator[Block]:
    """The lines between the body's that date something else: they are the article's, as short as they may be."""
    prose = document.prose
    for n in range(prose[0] + 1, prose[-1]) if prose else ():
        block = document.blocks[n]
        if not block.role and _within_body(document, n) and not document.item(block):
            stamps = document.readings[n].stamps.stamps
            if stamps and stamps[0].label == "event":
                yield block


def _describes_event(block: Block) -> bool:
    """Whether an HTML page marks what stands around a line as the description of an event."""
    return any(naming.IS_EVENT in tag.names for tag in block.within(_NEAR))


def _within_body(document: Document, number: int) -> bool:
    """Whether running text stands above a line: there, a label that is none of the article's own dates an event."""
    title = document.title_number
    return any(n < number for n in document.prose if title is None or n > title)


def _times_below(document: Document, labels: list[Block]) -> Iterator[Block]:
    """The times on the lines below their days, and a change later that day that only a time tells."""
    first: dict[str, Block] = {}
    for label in labels:
        first.setdefault(label.role, label)
    published = ""
    for role in [role for role in ("published", "modified") if role in first]:
        label, below = first[role], _below(document, first[role])
        day, _, timed = str(label.value).partition("T")
        time = _time_alone(document, below[0], 0, day) if below and not timed else None
        if time and time >= published:
            yield label.label(role, time)
            yield below[0].label(role, time)
        if role == "published":
            published = time or str(label.value)
            if "modified" not in first:
                yield from _changed_below(document, below, published)


def _said_again(document: Document, labels: list[Block]) -> Iterator[Block]:
    """The day of publication with its time, where another line of the head says so of that day."""
    told = next((label for label in labels if label.role == "published"), None)
    if told is None or "T" in str(told.value):
        return
    done = {label.start for label in labels}
    for block in document.blocks[: layout.body_start(document)]:
        stamps = () if block.role or block.start in done else document.read(block).stamps.stamps
        for stamp in stamps[:1]:
            if stamp.label == "published" and stamp.timed and stamp.iso.startswith(str(told.value)):
                yield told.label("published", stamp.iso)
                yield document.part(block, stamp.start, stamp.end).label("published", stamp.iso)
                return


def _below(document: Document, label: Block) -> list[Block]:
    """The lines below one that ends in a date, as far as a time may stand there."""
    number = next((n for n, block in enumerate(document.blocks) if block.start <= label.start < block.end), None)
    if number is None or label.end < document.blocks[number].end:
        return []
    return [
        block
        for block in document.blocks[number + 1 : number + 1 + _BELOW]
        # "Updated" alone may have passed for a button's name.
        if (not block.role or document.read(block).whole("dates.modified"))
        and any(map(str.isalnum, document.text(block)))
    ]


def _changed_below(document: Document, below: list[Block], published: str) -> Iterator[Block]:
    """The first of some lines that tells a change by its time, or by a label and the time on the line below it."""
    for block, after in zip_longest(below, below[1:]):
        opening = document.read(block).starts("dates.modified")
        if not opening:
            continue
        alone = document.read(block).whole("dates.modified")
        told, at = (after, 0) if alone else (block, opening)
        changed = _time_alone(document, told, at, published.partition("T")[0]) if told else None
        if told and changed and published <= changed:
            changed = in_zone(changed, published)
            yield from (one.label("modified", changed) for one in ((block, told) if alone else (block,)))
        return


def _time_alone(document: Document, block: Block, opening: int, day: str) -> str | None:
    """The time of a day, where a line tells nothing else behind the words that open it.

    "14.05 Uhr: The trains stand still" is an entry of a live blog.
    """
    reading = document.read(block)
    if not reading.digits or reading.stamps.stamps or len(reading.text) > _LONGEST_TIME:
        return None
    at = reading.spans[opening - 1][1] if opening else 0
    return time_alone(reading.text, at, day, document.reader.lexicon)


def _sure(block: Block) -> bool:
    return block.scores is not None and block.scores.date >= _SURE


def _may_tell(block: Block) -> bool:
    """Whether a line is undecided, or surely holds the article's date among clutter."""
    return not block.role or (block.role == "removed" and block.kind != "clock" and _sure(block))


def _little_else(document: Document, block: Block) -> bool:
    """Whether a block says little besides its dates, and no sentence."""
    reading = document.read(block)
    stamps, rest = reading.stamps
    if stamps[0].start == 0 and document.reader.read(rest).starts("bylines.openings"):
        # "May 3, 2024 by Ana Silva in Travel, Food, Culture"
        return True
    words = sum(any(map(str.isalnum, word)) for word in rest.split())
    # "3 min." behind a date says how long reading takes, and is no sentence.
    stamped = stamps[0].start == 0 and words <= _READING_TIME and any(map(str.isdigit, rest))
    sentence = rest and reading.ends_sentence and not _placed(reading.text, stamps)
    return words <= _REST_WORDS and (stamped or not sentence)


def _placed(text: str, stamps: tuple[Stamp, ...]) -> bool:
    """Whether a line is a place, a paper or a byline, and dates, of which the last ends in a full stop.

    "Kiel, 9.11.2019 - 20:15 h.", "Otočni glasnik, 2. svibnja 2024.", "Автор: Ана Силва | 3 май 2022 г."
    """
    before, behind = text[: stamps[0].start].rstrip(), text[stamps[-1].end :].strip(f" {FULL_STOPS}")
    barred = before.endswith(_BARS)
    words = before.split() if before.endswith(tuple(COMMAS)) else ()
    # In most languages only the first word of a paper's name has a capital.
    named = 0 < len(words) <= _NAME_WORDS or all(word[0].isupper() or word in PARTICLES for word in words)
    return (barred or (len(words) > 0 and named and not small(words[0][0]))) and not behind


def _places(document: Document) -> Iterator[tuple[Block, bool]]:
    """The blocks where the article's dates may stand, likeliest first."""
    title = document.title_number
    start, end = layout.body_start(document), layout.body_end(document)
    judged = [(b.scores.date, -b.start, b) for b in document.blocks if b.scores and b.judged_date and _may_tell(b)]
    yield from ((block, True) for _, _, block in sorted(judged, reverse=True))
    if title is not None:
        yield from ((b, True) for b in document.blocks[title + 1 : start] if not b.role)
        above = [b for b in document.blocks[:title] if not b.role]
        yield from ((b, b is above[-1]) for b in reversed(above))
    else:
        yield from ((b, True) for b in document.blocks[:start] if not b.role)
    yield from ((b, False) for b in document.blocks[end:] if not b.role)
