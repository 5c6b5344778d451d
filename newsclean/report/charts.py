"""Numbers as pictures: tables with bars, shaded tables, distributions. All of it is HTML and SVG without a script."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from newsclean.views.kinds import KINDS
from newsclean.views.plain import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

#: Shades of a cell.
_SHADES = 10
_WIDE, _HIGH, _AXIS, _TOP = 600, 160, 26, 26
#: Room for what an edge is called, also in the larger letters of small windows.
_CALLED = 100
#: Columns are no wider than if there were so many.
_FEWEST = 12


def table(
    what: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Collection[str] = (), about: str = ""
) -> str:
    """A table, which is scrolled by itself where it is too wide.

    Args:
        what: what it shows, for who does not see it; text.
        heads: the columns' names; text.
        rows: the cells; HTML.
        numbers: the columns that are numbers.
        about: the column that says what a row is about; the first by default.
    """
    aligned = [' class="n"' if name in numbers else "" for name in heads]
    named = heads.index(about) if about else 0
    head = "".join(f'<th scope="col"{kind}>{shown(name)}</th>' for name, kind in zip(heads, aligned, strict=True))
    lines = []
    for row in rows:
        cells = [f"<td{kind}>{cell}</td>" for cell, kind in zip(row, aligned, strict=True)]
        cells[named] = f'<th scope="row">{row[named]}</th>'
        lines.append(f"<tr>{''.join(cells)}</tr>")
    body = "\n".join(lines)
    return (
        f'<div class="wide" role="region" aria-label="{shown(what)}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def bar(share: float, kind: str = "") -> str:
    """A bar as long as a share of 1."""
    return (
        f'<svg class="share{f" k-{kind}" if kind in KINDS else ""}" viewBox="0 0 100 10" preserveAspectRatio="none" '
        f'aria-hidden="true"><rect width="{100 * share:.2f}" height="10"/></svg>'
    )


def shaded(share: float) -> str:
    """A share of 1 as a cell that is the darker the more it is."""
    return f'<span class="shade s{round(_SHADES * share)}">{share:.0%}</span>'


def distribution(counts: Sequence[tuple[int, int]], edge: Callable[[int], str], what: str) -> str:
    """Columns side by side, with what each stands for below.

    Args:
        counts: the number of a step and how much there is in it, in rising order.
        edge: what a step begins with, as a text.
        what: what is counted.
    """
    if not counts:
        return '<p class="quiet">Nothing to count.</p>'
    first, last = counts[0][0], counts[-1][0]
    most = max(count for _, count in counts)
    width = _WIDE / max(last - first + 1, _FEWEST)
    parts = []
    for step, count in counts:
        height = max(_HIGH * count / most, 1)
        at = f'x="{(step - first) * width + 1:.1f}" y="{_TOP + _HIGH - height:.1f}"'
        label = f"{edge(step)} to {edge(step + 1)}: {count:,} {what}"
        parts.append(f'<rect {at} width="{max(width - 2, 1):.1f}" height="{height:.1f}"><title>{label}</title></rect>')
    every = ceil(_CALLED / width)
    axis = "".join(
        f'<text x="{(step - first) * width:.1f}" y="{_TOP + _HIGH + _AXIS - 4}">{edge(step)}</text>'
        for step in range(first, last + 1, every)
    )
    top = max(counts, key=lambda pair: pair[1])
    parts.append(f'<text class="top" x="{(top[0] - first + 0.5) * width:.1f}" y="{_TOP - 6}">{top[1]:,}</text>')
    told = (
        f"{what}, from {edge(first)} to {edge(last + 1)}; most, {top[1]:,}, from {edge(top[0])} to {edge(top[0] + 1)}"
    )
    return (
        f'<svg class="plot" viewBox="0 0 {_WIDE} {_TOP + _HIGH + _AXIS}" role="img" aria-label="{shown(told)}">'
        f"{''.join(parts)}{axis}</svg>"
    )
