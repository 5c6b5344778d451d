"""Tables in Markdown: heads, a line of dashes, rows; bars part the cells."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean.markup import Markup
from newsclean.text import markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.text.inline_breaks import Line

_RULE = re.compile(r"(?=[|:-])\|?[^\S\n]*+:?-{2,}+:?[^\S\n]*+(?:\|[^\S\n]*+:?-{2,}+:?[^\S\n]*+)*+\|?")
_BAR = re.compile(r"(?<!\\)\|")
#: Pages are laid out in tables, too: what holds data has hardly a long cell.
_SHORT_CELL, _LONGEST_CELL, _SHARE_SHORT = 60, 300, 0.8


def rows(text: str, lines: Sequence[Line]) -> dict[int, bool]:
    """Where the lines of tables that hold data begin, and whether each is the line of dashes."""
    found: dict[int, bool] = {}
    end = 0
    for n in range(1, len(lines)):
        if n < end or lines[n][2] != 1 or not (_is_rule(text, lines[n]) and _has_bar(text, lines[n - 1])):
            continue
        below = takewhile(lambda m: lines[m][2] == 1 and _has_bar(text, lines[m]), range(n + 1, len(lines)))
        end = max(below, default=n) + 1
        data = [lines[n - 1], *lines[n + 1 : end]]
        if len(data) > 1 and _holds_data(text, data):
            found |= {line[0]: False for line in data} | {lines[n][0]: True}
    return found


def read(text: str, start: int, end: int, *, rule: bool) -> Markup:
    """Find the markup of a table's line: all of a line of dashes, and of a row the bars, too."""
    if rule:
        return Markup(((start, end),), row=True)
    markup = markdown.read(text, start, end)
    bars = (bar.span() for bar in _BAR.finditer(text, start, end))
    holes = [*markup.holes, *(bar for bar in bars if not any(a <= bar[0] < b for a, b in markup.holes))]
    return markup._replace(holes=tuple(sorted(holes)), row=True)


def _is_rule(text: str, line: Line) -> bool:
    return _has_bar(text, line) and bool(_RULE.fullmatch(text, *line[:2]))


def _has_bar(text: str, line: Line) -> bool:
    return text.find("|", *line[:2]) >= 0


def _holds_data(text: str, data: Sequence[Line]) -> bool:
    sizes = [len(cell.strip()) for start, end, _ in data for cell in _BAR.split(text[start:end].strip(" |"))]
    short = sum(size <= _SHORT_CELL for size in sizes)
    return max(sizes) <= _LONGEST_CELL and short >= _SHARE_SHORT * len(sizes)
