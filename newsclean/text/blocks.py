"""Cutting a flat text into blocks: lines, with hard-wrapped ones joined."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections import deque
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclean.markup import Markup
from newsclean.text import (
    broken_words,
    front_matter,
    glue,
    hard_wraps,
    html_fragments,
    inline_breaks,
    link_marks,
    markdown,
    markdown_tables,
    written,
)
from newsclean.text.keys import body_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.text.inline_breaks import Line

    #: Start, end, line breaks before, and markup.
    _Block = tuple[int, int, int, Markup | None]

_BREAKS = "\n\r\x0b\x0c\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]+")


def cut(text: str) -> Iterator[_Block]:
    """Start, end, line breaks before, and markup of each block."""
    if written.laid_out(text):
        return ((*line, None) for line in _lines(text))
    return html_fragments.within(text, _blocks)


def _blocks(text: str) -> Iterator[_Block]:
    """The blocks of a text without HTML in it."""
    entries = front_matter.find(text)
    told = [span for entry in entries for span in entry.spans]
    below = body_at(text, entries)
    for (_, done), (start, end) in pairwise(((0, 0), *(span for span in told if span[1] <= below))):
        yield start, end, _breaks(text[done:start]), None
    yield from _below(text, below, [span for span in told if span[1] > below])


def _below(text: str, below: int, told: Sequence[tuple[int, int]]) -> Iterator[_Block]:
    """The blocks below a head; `told`: stretches there that are blocks of their own."""
    if not told:
        return _of_lines(text, below, list(_lines(text, below)))
    ends = dict(told)
    lines = [part for line in _lines(text, below) for part in _apart(line, text, ends)]
    own = ((*line, None) for line in lines if ends.get(line[0]) == line[1])
    others = _of_lines(text, below, [line for line in lines if ends.get(line[0]) != line[1]])
    return heapq.merge(own, others, key=itemgetter(0))


def _apart(line: Line, text: str, ends: Mapping[int, int]) -> Iterator[Line]:
    """A line, or a key that opens it and what stands behind that."""
    start, end, breaks = line
    stop = ends.get(start, end)
    yield start, stop, breaks
    if stop < end:
        yield stop + len(text[stop:end]) - len(text[stop:end].lstrip()), end, 0


def _of_lines(text: str, below: int, lines: list[Line]) -> Iterator[_Block]:
    """The blocks of lines below a head that are no part of it."""
    rows = markdown_tables.rows(text, lines)
    if rows or markdown.looks_like(text, below):
        yield from _of_markdown(text, lines, rows)
        return
    marks = link_marks.marks(text, lines)
    lines = inline_breaks.joined(text, broken_words.joined(hard_wraps.joined(text, lines, marks), text))
    left = deque(sorted((*marks, *broken_words.gaps(lines, text))))
    for start, end, breaks in _parted(text, lines):
        holes = tuple(_within(left, start, end))
        yield start, end, breaks, Markup(holes) if holes else None


def _of_markdown(text: str, lines: list[Line], rows: Mapping[int, bool]) -> Iterator[_Block]:
    """The blocks of a Markdown text; `rows`: the lines of its tables."""
    joins = markdown.joins if markdown.filled(text, lines) else markdown.joins_unfilled

    def joined(last: Line, line: Line) -> bool:
        return last[0] not in rows and line[0] not in rows and joins(text, last[0], last[1], line[0])

    for start, end, breaks in hard_wraps.join(lines, joined):
        if start in rows:
            yield start, end, breaks, markdown_tables.read(text, start, end, rule=rows[start])
            continue
        for begin, stop, above in _cut((start, end, breaks), text, glue.paragraphs(text, start, end)):
            yield begin, stop, above, markdown.read(text, begin, stop)


def _within(marks: deque[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take the marks that begin before `end` off a row of them; what is in the block counts."""
    while marks and marks[0][0] < end:
        first, last = marks.popleft()
        if last > start:
            yield max(first, start), min(last, end)


def _parted(text: str, lines: list[Line]) -> Iterator[Line]:
    """Cut lines where elements of a page were glued together, and those that are whole pages into sentences."""
    glued = glue.glued(text)
    # What stands before the first line is read otherwise, as front matter is.
    seen = bisect_right(glued, lines[0][0]) if lines else 0
    for start, end, breaks in lines:
        cuts = set(glue.sentences(text, start, end))
        while seen < len(glued) and glued[seen] < end:
            cuts.add(glued[seen])
            seen += 1
        yield from _cut((start, end, breaks), text, sorted(cuts))


def _cut(line: Line, text: str, at: Iterable[int]) -> Iterator[Line]:
    """A line cut at some offsets; its later parts have no line breaks before them."""
    start, end, breaks = line
    for begin, stop in pairwise((start, *at, end)):
        yield begin, begin + len(text[begin:stop].rstrip()), breaks if begin == start else 0


def _lines(text: str, done: int = 0) -> Iterator[Line]:
    """Yield start, end and the line breaks before of every line with text, from an index on.

    Not `str.splitlines`: text decoded wrongly may hold U+0085 inside a word.
    """
    for match in _LINE.finditer(text, done):
        line = match[0]
        stripped = line.strip()
        if stripped:
            start = match.start() + line.find(stripped[0])
            yield start, start + len(stripped), _breaks(text[done:start])
            done = start + len(stripped)


def _breaks(gap: str) -> int:
    return sum(map(gap.count, _BREAKS)) - gap.count("\r\n")
