"""Which lines of a flat page are what: title, byline and date as people marked them, the rest as its HTML tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks import metrics
from newsclean import Pipeline
from newsclean.html import read
from newsclean.language import dates
from newsclean.lexicon import Lexicon
from newsclean.model.net import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.pages import Page

#: Longer lines are no byline, and no line of dates.
_LONGEST = 160
_SHORTEST_NAME = 4
#: Lines farther from the body than this name authors and dates of other articles.
_NEAR = 30
_DAY = len("2024-01-31")


#: What elements and their names tell of. Rules know headings and sections better than the net, which learns them all
#: the same: what they are tells it something of the other lines.
_TOLD = (*ROLES[4:], "heading", "section")
#: All that a net learns of a line besides the body.
LEARNED = (*ROLES[1:4], *_TOLD)


class Told(NamedTuple):
    """What an HTML page says of its lines: the role of each by its words, and the lines in each role."""

    roles: Mapping[str, str]
    lines: Mapping[str, Sequence[str]]


def told(html: str, url: str | None = None) -> Told:
    """What the lines of an HTML page are: the page teaches the text that it becomes when flattened.

    A line that is there in two roles is in none.
    """
    document = Pipeline.default()(read(html, url))
    roles: dict[str, str] = {}
    lines: dict[str, list[str]] = {}
    for block in document.blocks:
        line = document.text(block)
        key = plain(line)
        if key:
            roles[key] = block.role if roles.setdefault(key, block.role) == block.role else ""
            lines.setdefault(block.role, []).append(line)
    return Told(roles, lines)


def plain(line: str) -> str:
    """A line's words, by which it is found again."""
    return " ".join(metrics.tokens(line))


def find(page: Page, lines: Sequence[str], labels: NDArray[np.float32], told: Told) -> NDArray[np.int8]:
    """A row for each role that is learned: 1 for the lines that are it, else 0.

    -1 throughout where nothing is known, or where the page does not show what is known: whatever line a reader would
    take instead is not marked.

    Args:
        page: what people marked.
        lines: of the page in some flat form.
        labels: whether they are body, by fold left out.
        told: what its HTML says of lines.
    """
    body = np.flatnonzero((labels[-1] >= 0.5) & (np.array([len(line) for line in lines]) >= _LONGEST / 2))
    first, last = (int(body[0]) - _NEAR, int(body[-1]) + _NEAR) if len(body) else (0, -1)
    within = [first <= n <= last for n in range(len(lines))]
    near = [inside and labels[-1][n] < 0.5 for n, inside in enumerate(within)]
    said = [told.roles.get(plain(line), "") if inside else "" for line, inside in zip(lines, within, strict=True)]
    rows = [
        [bool(page.title) and metrics.same_title(line, page.title) == 1 for line in lines],
        [shown and _names(line, page.authors) for line, shown in zip(lines, near, strict=True)],
        [shown and _dated(line, page.published) for line, shown in zip(lines, near, strict=True)],
        *([role == one for one in said] for role in _TOLD),
    ]
    found = np.array(rows, np.int8).reshape(len(rows), len(lines))
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
