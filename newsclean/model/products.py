"""Products of matrices in one thread, and in little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from newsclean.model.tokens import F32

#: Multiplications up to which OpenBLAS multiplies matrices in one thread.
_ALONE = 1 << 18
#: As many such pieces are multiplied in one go: some thousand lines.
_AT_ONCE = 32


def product(x: NDArray[Any], w: F32) -> F32:
    """`x @ w`, in pieces of so few rows that OpenBLAS takes no second thread, which costs more than it does.

    Its number of threads belongs to the whole process, and is not ours to set.
    """
    rows = max(1, _ALONE // w.size)
    whole = len(x) // rows * rows
    if x.ndim == 1 or len(x) <= rows:
        return np.asarray(x @ w, np.float32)
    out = np.empty((len(x), w.shape[1]), np.float32)
    np.matmul(x[:whole].reshape(-1, rows, x.shape[1]), w, out=out[:whole].reshape(-1, rows, w.shape[1]))
    np.matmul(x[whole:], w, out=out[whole:])
    return out


def weighed(weights: F32, table: F32) -> F32:
    """`weights @ table`, in such pieces, too."""
    parts = [weights[rows] @ table[rows] for rows in _pieces(table)]
    return np.asarray(sum(parts[1:], parts[0]))


def along(table: F32, row: F32) -> F32:
    """`table @ row`, in such pieces, too."""
    return np.concatenate([table[rows] @ row for rows in _pieces(table)])


def _pieces(table: F32) -> list[slice]:
    step = max(1, _ALONE // table.shape[1])
    return [slice(at, at + step) for at in range(0, len(table), step)]


def add_product(y: F32, x: F32, w: F32) -> None:
    """Add `x @ w` to `y` without as much room again."""
    for rows in rows_of(len(x), w):
        y[rows] += product(x[rows], w)


def rows_of(count: int, w: F32) -> Iterator[slice]:
    """The rows of a table, some at a time, so that their products are those of the whole table to the last bit."""
    step = _AT_ONCE * max(1, _ALONE // w.size)
    return (slice(at, at + step) for at in range(0, count, step))
