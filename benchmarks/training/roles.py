"""Which lines of a page are its title, name its authors, and give its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks import metrics
from newsclean.language import dates
from newsclean.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from benchmarks.pages import Page

#: Longer lines are no byline, and no line of dates.
_LONGEST = 160
_SHORTEST_NAME = 4
#: Lines farther from the body than this name authors and dates of other articles.
_NEAR = 30
_DAY = len("2024-01-31")


def find(page: Page, lines: Sequence[str], labels: NDArray[np.float32]) -> NDArray[np.int8]:
    """A row each for title, byline and date: 1 for the lines that are it, else 0.

    -1 throughout where nothing is known, or where the page does not show what is known: whatever line a reader would
    take instead is not marked.
    """
    body = np.flatnonzero((labels[-1] >= 0.5) & (np.array([len(line) for line in lines]) >= _LONGEST / 2))
    first, last = (int(body[0]) - _NEAR, int(body[-1]) + _NEAR) if len(body) else (0, -1)
    near = [first <= n <= last and labels[-1][n] < 0.5 for n in range(len(lines))]
    rows = [
        [bool(page.title) and metrics.same_title(line, page.title) == 1 for line in lines],
        [shown and _names(line, page.authors) for line, shown in zip(lines, near, strict=True)],
        [shown and _dated(line, page.published) for line, shown in zip(lines, near, strict=True)],
    ]
    found = np.array(rows, np.int8).reshape(3, len(lines))
    found[~found.any(1)] = -1
    return found


def _names(line: str, authors: Sequence[str]) -> bool:
    if len(line) > _LONGEST:
        return False
    plain = metrics.plain(line)
    return any(len(name) >= _SHORTEST_NAME and name in plain for name in map(metrics.plain, authors))


def _dated(line: str, published: str | None) -> bool:
    if not published or len(line) > _LONGEST or not any(c.isdigit() for c in line):
        return False
    return any(found.iso[:_DAY] == published[:_DAY] for found in dates.find(line, Lexicon.of(None)))
