"""Flat text as others have handled it: lines joined or broken, most of the clutter gone, or in the article's midst."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LONG, _WIDTH = 100, 90
#: As many lines above an article belong to its head, and so many below to what may stand in it as well.
_HEAD, _TAIL = 6, 30
#: A prompt or a list of links in the midst of an article has up to so many lines.
_BOX = 8
#: Of a shorter article nothing is told apart.
_FEWEST = 4
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)|(?<=[。！？])")
_PIECE = re.compile(rf"\S.{{0,{_WIDTH}}}(?:\s+|$)|\S{{1,{_WIDTH}}}")


def _number(line: str, of: int) -> int:
    """A number below a limit: always the same one for a line."""
    return zlib.crc32(line.encode("utf-8", "surrogatepass")) % of


def _chance(line: str, of: int) -> bool:
    """Whether a line is one of so many: always the same ones."""
    return _number(line, of) == 0


def joined(text: str) -> str:
    """Lines without a blank line between them become one, and so do many of the long ones in a row."""
    paragraphs: list[str] = []
    blank, last = True, ""
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            together = not blank or (min(len(line), len(last)) > _LONG and not _chance(line, 3))
            if paragraphs and together:
                paragraphs[-1] += " " + line
            else:
                paragraphs.append(line)
            last = line
        blank = not line
    return "\n".join(paragraphs)


def broken(text: str) -> str:
    """Long lines are broken after their sentences, or, on half of the pages, where a column is full."""
    at_column = _chance(text, 2)
    lines: list[str] = []
    for line in text.split("\n"):
        if len(line) <= _LONG:
            lines.append(line)
        elif at_column:
            lines += (piece.strip() for piece in _PIECE.findall(line.strip()))
        else:
            lines += _SENTENCE.split(line)
    return "\n".join(lines)


def thinned(lines: Sequence[str], article: Sequence[bool]) -> Iterator[int]:
    """The numbers of the lines that are left where most of a page's clutter is gone: extractors and people leave some.

    Args:
        lines: a page's lines.
        article: whether each may be part of the article; all of these are left.
    """
    at = [n for n, is_article in enumerate(article) if is_article]
    if not at:
        return
    # From one line of clutter in four to one in thirty-two, whichever the page.
    usual = 4 << _number(lines[at[0]], 4)
    for n, line in enumerate(lines):
        of = usual if at[0] <= n <= at[-1] + _HEAD else 4 * usual
        if at[0] - _HEAD <= n < at[0]:
            # Title, byline and date stand here.
            of = 2
        if article[n] or _chance(line, of):
            yield n


def strewn(lines: Sequence[str], article: Sequence[bool]) -> list[int]:
    """The numbers of lines in a new order: clutter from around an article stands in its midst, and the article goes on.

    Sites put their prompts and links there, each in its own words. On half of the pages most other clutter is gone.
    """
    left = list(range(len(lines))) if _chance("".join(lines[:3]), 2) else list(thinned(lines, article))
    at = [n for n in range(len(lines)) if article[n]]
    if len(at) < _FEWEST:
        return left
    moved: dict[int, list[int]] = {}
    for part in range(1 + _number(lines[at[0]], 3)):
        before = at[1 + _number(f"{part}{lines[at[1]]}", len(at) - 1)]
        first = at[-1] + 1 + _number(f"{part}{lines[at[2]]}", _TAIL)
        run = [n for n in range(first, min(first + 1 + _number(lines[before], _BOX), len(lines))) if not article[n]]
        moved.setdefault(before, []).extend(n for n in run if not any(n in others for others in moved.values()))
    gone = {n for run in moved.values() for n in run}
    return [n for place in left if place not in gone for n in (*moved.get(place, ()), place)]


#: By form, what makes it out of a page as inscriptis lays it out.
ROUGH: dict[str, Callable[[str], str]] = {"joined": joined, "broken": broken}
