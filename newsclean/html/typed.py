"""Text of a page that is laid out by its own line breaks, as in `pre`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.lexicon.characters import CLOSERS, COLONS, SENTENCE_STOPS
from newsclean.text.blocks import cut
from newsclean.text.tables import is_row

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A line that goes on in the next is no shorter.
_NARROWEST = 40
_ENDS = frozenset(f"{SENTENCE_STOPS}{COLONS}")


def paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and the line breaks before of each paragraph.

    Lines broken at a column are joined; where too few tell that column, those that end no sentence, but for rows of
    tables.
    """
    last: tuple[int, int, int] | None = None
    line = ""
    for start, end, breaks, _ in cut(text):
        above, line = line, text[start:end]
        if last and breaks == 1 and _is_open(above) and not is_row(line):
            last = (last[0], end, last[2])
            continue
        if last:
            yield last
        last = (start, end, breaks)
    if last:
        yield last


def _is_open(line: str) -> bool:
    """Whether a line is broken off in the midst of a sentence."""
    return len(line) >= _NARROWEST and line.rstrip(CLOSERS)[-1:] not in _ENDS and not is_row(line)
