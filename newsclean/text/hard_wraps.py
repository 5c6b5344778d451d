"""Paragraphs that were broken at a column: agencies' copy, mail, what text browsers print."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.text.columns import SLACK, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.text.inline_breaks import Line

#: As much wider than paragraphs may headings be.
_MARGINS = 10


def joined(text: str, lines: list[Line], marks: list[tuple[int, int]]) -> list[Line]:
    """The lines of a text, joined where they were broken at a column.

    Rows of tables, lists and verses stay as they are.

    Args:
        text: the text.
        lines: its lines.
        marks: where addresses stand that were put in behind links.
    """
    listed = set(marks)
    # Where a line begins with an address, the rest of which may be too long for any line: the line above.
    above = {line[0]: last for last, line in pairwise(lines) if _in_mark(marks, line[0])} if marks else {}
    page = Page(text, lines, above.keys() | {line[0] for line in lines if line[:2] in listed})
    width = page.width
    if not width:
        return lines
    wide = set(_below_wide(text, lines, width))

    def goes_on(last: Line, line: Line) -> bool:
        if line[0] in above:
            return True
        if line[:2] in listed:
            return False
        if last[0] in above and last[1] - last[0] > width:
            # What follows such an address had no room behind it; below a short line it may be another element.
            start, end, _ = above[last[0]]
            return not text[line[0]].isupper() or end - start > width / 2
        return line[0] in wide or page.goes_on(last, line)

    return join(lines, goes_on)


def join(lines: list[Line], goes_on: Callable[[Line, Line], bool]) -> list[Line]:
    """Join each line to the one above where it goes on with the same paragraph."""
    found: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last and line[2] == 1 and goes_on(last, line):
            found[-1] = (found[-1][0], line[1], found[-1][2])
        else:
            found.append(line)
        last = line
    return found


def _in_mark(marks: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset is inside a mark, behind its first character."""
    n = bisect_left(marks, (at,))
    return n > 0 and at < marks[n - 1][1]


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
            and width + SLACK < end - start <= width + _MARGINS
        ):
            yield below
