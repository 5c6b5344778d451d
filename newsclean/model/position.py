"""Where each line of a page stands: from its ends, from its long lines, and from where they are densest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.model.surface import SURFACE
from newsclean.model.tokens import columns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsclean.model.tokens import F32, F64, I64, Words

PLACE = (
    "index", "index_end", "chars_before", "to_first_long", "to_last_long", "inside", "to_peak", "mass_near",
    "mass_wide", "mass_before", "mass_after", "lines_log", "long_share", "since_long", "until_long", "long_run",
    "page_caseless",
)  # fmt: skip
_LONG, _STOP = SURFACE.index("long"), SURFACE.index("ends_stop")
_WORDS, _CASELESS = SURFACE.index("words"), SURFACE.index("caseless")
#: Gaps of so many lines between long ones belong to a run of them; and what is further away is as good as this far.
_GAP, _FAR = 12, 60


def place(w: Words, s: F32) -> F32:
    """Where each line stands.

    Args:
        w: the page's words.
        s: its lines' surface.
    """
    n = len(s)
    i = np.arange(n)
    long_line = s[:, _LONG] > 0
    count = np.expm1(s[:, _WORDS]).astype(np.float64)
    text = np.where(s[:, _STOP] > 0, count, count * 0.3)
    text = np.minimum(text, 60) * (count >= 8)
    sums = np.zeros(n + 1)
    np.cumsum(text, out=sums[1:])
    near, wide, smooth = (_window(sums, half) for half in (3, 12, 8))
    peak = int(smooth.argmax()) if n else 0
    first, last, before, after = _run_around(np.flatnonzero(long_line), peak, n)
    total = max(1.0, float(sums[-1])) if n else 1.0
    longs = np.zeros(n + 1)
    np.cumsum(long_line, out=longs[1:])
    lens = w.line_end - w.line_start
    cols = [
        i / max(1, n),
        np.log1p(n - 1 - i) / 5,
        np.cumsum(lens) / max(1, lens.sum()),
        _signed(i - first),
        _signed(i - last),
        (i >= first) & (i <= last),
        _signed(i - peak),
        np.log1p(near) / 4,
        np.log1p(wide) / 5,
        np.log1p(sums[1:] - text) / 6,
        np.log1p(total - sums[1:]) / 6,
        np.log1p(n) / 6,
        longs[-1] / max(1, n),
        np.log1p(np.minimum(i - before, _FAR)) / 3,
        np.log1p(np.minimum(after - i, _FAR)) / 3,
        _window(longs, 5) / 5,
        s[:, _CASELESS].mean() if n else 0,
    ]
    return columns(cols)


def _run_around(at: I64, peak: int, n: int) -> tuple[int, int, I64, I64]:
    """The run of long lines around the peak, its ends; and of each line the long ones before and behind.

    Args:
        at: the long lines.
        peak: where they are densest.
        n: how many lines the page has.
    """
    i = np.arange(n)
    if not len(at):
        return 0, n - 1, np.full(n, -_FAR), np.full(n, n + _FAR)
    j = int(np.abs(at - peak).argmin())
    gap = at[1:] - at[:-1] > _GAP
    first = at[np.flatnonzero(gap[:j])[-1] + 1] if gap[:j].any() else at[0]
    last = at[j + np.flatnonzero(gap[j:])[0]] if gap[j:].any() else at[-1]
    before = np.concatenate(([-_FAR], at))[np.searchsorted(at, i, "right")]
    after = np.concatenate((at, [n + _FAR]))[np.searchsorted(at, i, "left")]
    return int(first), int(last), before, after


def _window(sums: F64, half: int) -> F64:
    """Sums over so many lines before and behind each line, of which there are running sums."""
    n = len(sums) - 1
    i = np.arange(n)
    return sums[np.minimum(i + half + 1, n)] - sums[np.maximum(i - half, 0)]


def _signed(x: NDArray[Any]) -> F64:
    out: F64 = np.sign(x) * np.log1p(np.abs(x)) / 3
    return out
