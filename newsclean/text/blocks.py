"""Cutting a flat text into blocks: lines, with hard-wrapped ones joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import FIRST_WIDE
from newsclean.markup import Markup
from newsclean.text import front_matter, glue, html_fragments, inline_breaks, link_marks, markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsclean.text.inline_breaks import Line

_BULLET = re.compile(r"(?:[-*+•·‣◦▪–—]|\d{1,3}[.)]|#{1,6}|>)\s")
_BREAKS = "\n\r\x0b\x0c\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]+")
_NARROWEST, _WIDEST = 36, 132
#: A first word is not longer than this: scripts without spaces have none.
_LONGEST_WORD = 24
_SLACK = 3
#: As much wider than paragraphs may headings be.
_MARGINS = 10
_FEWEST_PAIRS, _SHARE = 4, 0.35
#: A program that breaks lines leaves hardly any longer one: addresses, rows of a table.
_LONGER = 0.1


def cut(text: str) -> Iterator[tuple[int, int, int, Markup | None]]:
    """Yield start, end, line breaks before, and markup of each block."""
    return html_fragments.within(text, _blocks)


def _blocks(text: str) -> Iterator[tuple[int, int, int, Markup | None]]:
    """The blocks of a text without HTML in it."""
    front = [span for entry in front_matter.find(text) for span in entry.spans]
    for (_, done), (start, end) in pairwise(((0, 0), *front)):
        yield start, end, _breaks(text[done:start]), None
    below = front[-1][1] if front else 0
    lines = list(_lines(text, below))
    if markdown.looks_like(text, below):
        joins = markdown.joins if markdown.filled(text, lines) else markdown.joins_unfilled
        for start, end, breaks in _join(lines, lambda last, line: joins(text, last[0], last[1], line[0])):
            for begin, stop, above in _cut((start, end, breaks), text, glue.paragraphs(text, start, end)):
                yield begin, stop, above, markdown.read(text, begin, stop)
        return
    marks = link_marks.marks(text, lines)
    lines = _unwrapped(text, lines, marks)
    left = deque(marks)
    for start, end, breaks in _parted(text, inline_breaks.joined(text, lines)):
        holes = tuple(_within(left, start, end))
        yield start, end, breaks, Markup(holes) if holes else None


def _within(marks: deque[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take the marks that begin before `end` off a row of them; what is in the block counts."""
    while marks and marks[0][0] < end:
        first, last = marks.popleft()
        if last > start:
            yield max(first, start), min(last, end)


def _unwrapped(text: str, lines: list[Line], marks: list[tuple[int, int]]) -> list[Line]:
    """The lines of a text, joined where a program broke them at a column."""
    listed = set(marks)
    # Where a line begins with an address, the rest of which may be too long for any line: the line above.
    above = {line[0]: last for last, line in pairwise(lines) if _in_mark(marks, line[0])} if marks else {}
    width = _wrap_width(text, [line for line in lines if line[0] not in above and line[:2] not in listed])
    if not width:
        return lines
    wide = set(_below_wide(text, lines, width))

    def goes_on(last: Line, line: Line) -> bool:
        if line[0] in above:
            return True
        if line[:2] in listed or _BULLET.match(text, line[0]):
            return False
        if last[0] in above and last[1] - last[0] > width:
            # What follows such an address had no room behind it; below a short line it may be another element.
            start, end, _ = above[last[0]]
            return not text[line[0]].isupper() or end - start > width / 2
        return line[0] in wide or _fits_wrap(text, last, line, width)

    return _join(lines, goes_on)


def _in_mark(marks: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset is inside a mark, behind its first character."""
    n = bisect_left(marks, (at,))
    return n > 0 and at < marks[n - 1][1]


def _parted(text: str, lines: list[Line]) -> Iterator[Line]:
    """Cut lines where elements of a page were glued together, and those that are whole pages into sentences."""
    glued = glue.glued(text)
    seen = 0
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


def _join(lines: list[Line], goes_on: Callable[[Line, Line], bool]) -> list[Line]:
    """Join each line to the one above where it goes on with the same paragraph."""
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last and line[2] == 1 and goes_on(last, line):
            joined[-1] = (joined[-1][0], line[1], joined[-1][2])
        else:
            joined.append(line)
        last = line
    return joined


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The column at which a program broke the lines, or 0.

    Greedy filling leaves a trace: each broken line fits the column, and would
    not with the next line's first word. The column most pairs agree on wins.
    """
    # An address cannot be broken.
    lines = [line for line in lines if not _one_word(text, line)]
    changes = [0] * (_WIDEST + _LONGEST_WORD + 2)
    pairs = 0
    for (start, end, _), (after, after_end, breaks) in pairwise(lines):
        length = end - start
        if breaks != 1 or length < _NARROWEST:
            # Short lines, as of menus, tell nothing.
            continue
        pairs += 1
        if length <= _WIDEST:
            changes[length] += 1
            changes[length + 1 + _first_word(text, after, after_end)] -= 1
    best = agree = running = 0
    for column in range(_WIDEST + 1):
        running += changes[column]
        if running > agree:
            best, agree = column, running
    longer = sum(end - start > best + _SLACK for start, end, _ in lines)
    return best if agree >= max(_FEWEST_PAIRS, _SHARE * pairs, longer / _LONGER) else 0


def _one_word(text: str, line: Line) -> bool:
    """Whether a line is longer than any column and has no space; scripts that need none do not count."""
    start, end, _ = line
    if end - start <= _WIDEST or max(text[start], text[end - 1]) >= FIRST_WIDE:
        return False
    return text[start:end].split(None, 1) == [text[start:end]]


def _below_wide(text: str, lines: list[Line], width: int) -> Iterator[int]:
    """Where headings of two lines go on that were broken at a wider column: lynx gives them no margins.

    What begins with a digit, or has capitals throughout, is a date or a name below a heading.
    """
    apart = [True, *(breaks > 1 for _, _, breaks in lines[1:]), True]
    for n, ((start, end, _), (below, stop, _)) in enumerate(pairwise(lines)):
        alone = apart[n] and not apart[n + 1] and apart[n + 2]
        told = text[below:stop]
        if (
            alone
            and not (told[0].isdigit() or (" " in told and told.istitle()))
            and width + _SLACK < end - start <= width + _MARGINS
        ):
            yield below


def _first_word(text: str, start: int, end: int) -> int:
    if text[start] >= FIRST_WIDE:
        # Lines of scripts without spaces break between any two characters.
        return 1
    word = text[start : min(end, start + _LONGEST_WORD)].split(None, 1)
    return len(word[0]) if word else 0


def _fits_wrap(text: str, last: Line, line: Line, width: int) -> bool:
    # Three columns of slack: indents and markup count in some programs.
    length = last[1] - last[0]
    return length <= width + _SLACK < length + 1 + _first_word(text, line[0], line[1]) + 2 * _SLACK
