"""Cutting a flat text into blocks: lines, with hard-wrapped ones joined."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean import _markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    Line = tuple[int, int, int]
    Span = tuple[int, int]

_BULLET = re.compile(r"(?:[-*+•·‣◦▪–—]|\d{1,3}[.)]|#{1,6}|>)\s")
_NARROWEST, _WIDEST = 36, 132
_WIDE = "\u2e80"
#: A first word is not longer than this: scripts without spaces have none.
_LONGEST_WORD = 24
_FEWEST_PAIRS = 4


def cut(text: str) -> Iterator[tuple[int, int, int, tuple[Span, ...]]]:
    """Yield start, end, line breaks before, and markup holes of each block."""
    markdown = _markdown.looks_like(text)
    for start, end, breaks in _unwrap(text, list(_lines(text)), rare=markdown):
        yield start, end, breaks, (_markdown.holes(text, start, end) if markdown else ())


def _lines(text: str) -> Iterator[Line]:
    """Yield start, end and the line breaks before of every line with text."""
    at, breaks = 0, 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.find(stripped[0])
            yield start, start + len(stripped), breaks
            breaks = 0
        # A carriage return of its own is how some writers end every line twice.
        breaks += 1
        at += len(line)


def _unwrap(text: str, lines: list[Line], *, rare: bool) -> Iterator[Line]:
    width = _wrap_width(text, lines, share=0.12 if rare else 0.35)
    if not width:
        yield from lines
        return
    open_line: Line | None = None
    last = 0
    for start, end, breaks in lines:
        if (
            open_line
            and breaks == 1
            and _fits_wrap(text, last, open_line[1], start, end, width)
            and not _BULLET.match(text, start)
        ):
            open_line = (open_line[0], end, open_line[2])
        else:
            if open_line:
                yield open_line
            open_line = (start, end, breaks)
        last = start
    if open_line:
        yield open_line


def _wrap_width(text: str, lines: list[Line], share: float) -> int:
    """The column at which a program broke the lines, or 0.

    Greedy filling leaves a trace: each broken line fits the column, and would
    not with the next line's first word. The column most pairs agree on wins.
    """
    changes = [0] * (_WIDEST + _LONGEST_WORD + 2)
    pairs = 0
    for (start, end, _), (after, after_end, breaks) in pairwise(lines):
        if breaks != 1:
            continue
        pairs += 1
        length = end - start
        if _NARROWEST <= length <= _WIDEST:
            changes[length] += 1
            changes[length + 1 + _first_word(text, after, after_end)] -= 1
    best = agree = running = 0
    for column in range(_WIDEST + 1):
        running += changes[column]
        if running > agree:
            best, agree = column, running
    return best if agree >= max(_FEWEST_PAIRS, share * pairs) else 0


def _first_word(text: str, start: int, end: int) -> int:
    if text[start] >= _WIDE:
        # Lines of scripts without spaces break between any two characters.
        return 1
    word = text[start : min(end, start + _LONGEST_WORD)].split(None, 1)
    return len(word[0]) if word else 0


def _fits_wrap(text: str, start: int, end: int, after: int, after_end: int, width: int) -> bool:
    # Three columns of slack: indents and markup count in some programs.
    return end - start <= width + 3 and end - start + 1 + _first_word(text, after, after_end) > width - 3
