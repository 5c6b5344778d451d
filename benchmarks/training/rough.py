"""Flat text as people have it after others have handled it: lines joined that were apart, or broken that were one."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LONG, _WIDTH = 100, 90
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)|(?<=[。！？])")
_PIECE = re.compile(rf"\S.{{0,{_WIDTH}}}(?:\s+|$)|\S{{1,{_WIDTH}}}")


def _chance(line: str, of: int) -> bool:
    """Whether a line is one of so many: always the same ones."""
    return zlib.crc32(line.encode("utf-8", "surrogatepass")) % of == 0


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


#: By form, what makes it out of a page as inscriptis lays it out.
ROUGH: dict[str, Callable[[str], str]] = {"joined": joined, "broken": broken}
