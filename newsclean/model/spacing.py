"""How the lines of a page are laid out: blank lines between them, indents, wide spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.model.surface import SURFACE
from newsclean.model.tokens import columns as table_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from newsclean.model.tokens import F32, F64, I64, Words

VERSION = 1

NAMES = (
    "gap", "gap_after", "wide_gap", "wide_gap_after", "group_lines", "group_words", "group_long", "group_above",
    "group_below", "indent", "indent_as_long", "indent_step", "indent_step_after", "spread", "page_gaps",
    "page_indents",
)  # fmt: skip
#: More blank lines, columns of indent, and wide spaces in a line than these tell nothing.
_MOST_BLANK, _MOST_INDENT, _MOST_SPREAD = 3, 32, 4


def facts(source: str, spans: Iterable[tuple[int, int, int]]) -> I64:
    """Of each line the blank lines before it, its indent in columns, and how many wide spaces it has.

    Args:
        source: the whole text.
        spans: of each line where it starts and ends, and how many line breaks stand before it.
    """
    found = [
        (breaks - 1, _indent(source, start) if breaks else 0, source.count("  ", start, end))
        for start, end, breaks in spans
    ]
    table = np.array(found, np.int64).reshape(-1, 3)
    if len(table) > 1:
        # Where no line stands closer to the next, several blank lines are one.
        table[1:, 0] -= max(0, table[1:, 0].min() - 1)
    return np.clip(table, 0, (_MOST_BLANK, _MOST_INDENT, _MOST_SPREAD))


def _indent(source: str, start: int) -> int:
    """How far a line's text begins behind the line break before it, at most one more than counts."""
    if not start or source[start - 1] == "\n":
        # Most lines do right there.
        return 0
    least = max(0, start - _MOST_INDENT - 1)
    return start - max(least - 1, source.rfind("\n", least, start), source.rfind("\r", least, start)) - 1


def columns(laid: I64, words: Words, table: F32) -> F32:
    """The columns named by `NAMES`, a row for each line; zeros where a page knows neither blank lines nor indents.

    Args:
        laid: what `facts` told.
        words: of the lines' texts.
        table: what `features.compute` found in the texts.
    """
    n = len(laid)
    if not n:
        return np.zeros((0, len(NAMES)), np.float32)
    blank, indent, spread = laid.astype(np.float64).T
    blank[0] = 0
    after = np.append(blank[1:], 0)
    long_line = table[:, SURFACE.index("long")] > 0
    group = np.cumsum(blank > 0)
    first = np.searchsorted(group, group)
    i = np.arange(n)
    lines = np.bincount(group)[group]
    usual = np.bincount(indent[long_line].astype(np.int64)).argmax() if long_line.any() else 0
    step = np.zeros(n)
    step[1:] = np.minimum(np.maximum((indent[1:] - indent[:-1]) / 8, -1), 1)
    known = float(blank.any())
    cols = [
        blank / 2,
        after / 2,
        blank > 1,
        after > 1,
        known * np.log1p(lines) / 4,
        known * np.log1p(_summed(words.sizes, group)) / 6,
        known * np.log1p(_summed(long_line, group)) / 3,
        known * np.log1p(i - first) / 4,
        known * np.log1p(first + lines - 1 - i) / 4,
        indent / 8,
        (indent == usual) * float(indent.any()),
        step,
        np.append(step[1:], 0),
        spread / 2,
        (blank > 0).mean(),
        (indent > 0).mean(),
    ]
    return table_of(cols)


def _summed(values: NDArray[Any], group: I64) -> F64:
    return np.bincount(group, values.astype(np.float64))[group].astype(np.float64)
