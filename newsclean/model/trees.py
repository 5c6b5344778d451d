"""Boosted trees over lines, evaluated with NumPy.

All nodes of a level ask the same question (Kohavi, 1994: oblivious decision graphs; CatBoost grows such trees), so the
answers for all lines and trees are one comparison, and a line's leaf is the number that its answers spell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from newsclean.model.tokens import F32, F64, I64

VERSION = 2

#: The columns that trees are also told of the lines around, where a model has them.
AROUND = frozenset(
    "chars words stops commas quotes digits capitalised ends_stop ends_letter starts_upper starts_lower frequent "  # noqa: SIM905
    "topic repeats in_other short long one_word mass_near gap cue_link cue_heading cue_item cue_image "
    "whole.any open.any sign.any words.any x.byline x.date x.credit x.function "
    "link bold stated own.p own.li own.h2 own.h3 in.figure "
    "words@0 words@1 link@1 share@1 alike.words alike.link grams names".split()
)
_STEPS = (1, 2, 3)
_WINDOWS = (5, 15)
#: So many lines are judged at once: what the trees answer takes ten times the room of the lines' own columns.
_AT_ONCE = 512
#: What is told of lines before the first and behind the last.
_NOTHING = -9.0


def view(table: F32, names: Sequence[str]) -> F32:
    """What trees are told of each line: its columns, those around it one by one, and the means of those near it.

    Args:
        table: a row for each line.
        names: what the columns are called.
    """
    size = len(table)
    near = table[:, [name in AROUND for name in names]]
    parts = [table]
    for step in _STEPS:
        nothing = np.full((step, near.shape[1]), _NOTHING, np.float32)
        parts += [np.concatenate([nothing, near])[:size], np.concatenate([near, nothing])[step:]]
    sums = np.zeros((size + 1, near.shape[1]))
    np.cumsum(near, 0, out=sums[1:])
    at = np.arange(size)
    for reach in _WINDOWS:
        within = sums[np.minimum(at + reach + 1, size)] - sums[np.maximum(at - reach, 0)]
        parts.append((within / (2 * reach + 1)).astype(np.float32))
    return np.concatenate(parts, 1)


class Trees:
    """Trees of one depth, whose sum is the log odds that a line is body.

    Args:
        weights: by name `column` and `border`, one of each for every level of every tree: the question whether a
            column is above a border, where the first level's answer is the lowest bit of the leaf's number;
            `leaf`, a row of values for each tree; `bias`.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        leaves = np.asarray(weights["leaf"], np.float32)
        depth = leaves.shape[1].bit_length() - 1
        # Level by level, so that a leaf's number is put together for all trees at once.
        self._columns: I64 = np.asarray(weights["column"], np.int64).reshape(-1, depth).T.copy()
        self._borders = np.asarray(weights["border"], np.float32).reshape(-1, depth).T[:, :, None].copy()
        self._leaves = leaves.ravel()
        self._first = (np.arange(len(leaves)) * leaves.shape[1])[:, None]
        self._bias = float(weights["bias"])

    def __call__(self, view: F32) -> F64:
        """The log odds of each line, of which `view` tells."""
        columns = np.ascontiguousarray(view.T)
        leaf = np.zeros((len(self._first), len(view)), np.uint8)
        for level, (column, border) in enumerate(zip(self._columns, self._borders, strict=True)):
            leaf |= (columns[column] > border).view(np.uint8) << level
        found: F64 = self._leaves[leaf + self._first].sum(0, dtype=np.float64) + self._bias
        return found


def odds(trees: Trees, table: F32, names: Sequence[str]) -> F64:
    """The log odds of each line of a page; of a long one part by part.

    Args:
        trees: what judges the lines.
        table: a row for each line.
        names: what the columns are called.
    """
    margin = max(*_STEPS, *_WINDOWS)
    found = [np.zeros(0)]
    for start in range(0, len(table), _AT_ONCE):
        first, last = max(start - margin, 0), start + _AT_ONCE + margin
        near = view(table[first:last], names)
        found.append(trees(near[start - first :][:_AT_ONCE]))
    return np.concatenate(found)
