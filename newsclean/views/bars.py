"""Bars that are cut by what they are made of, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.views.kinds import KINDS
from newsclean.views.plain import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDE = 1000


def stacked(sizes: Mapping[str, int], form: str, what: str) -> str:
    """A bar cut by parts, each in the colour of its kind.

    Args:
        sizes: the parts, by kinds of removals or names of other classes in the style.
        form: the bar's own class.
        what: what the whole is.
    """
    total, at, parts = sum(sizes.values()) or 1, 0.0, []
    for name, size in sizes.items():
        width = _WIDE * size / total
        parts.append(
            f'<rect class="{"k-" if name in KINDS else ""}{shown(name)}" x="{at:.1f}" width="{width:.1f}" height="10">'
            f"<title>{shown(name)}: {size / total:.1%}</title></rect>"
        )
        at += width
    told = ", ".join(f"{name} {size / total:.0%}" for name, size in sizes.items())
    return (
        f'<svg class="{form}" viewBox="0 0 {_WIDE} 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{shown(f"{what}: {told}")}">{"".join(parts)}</svg>'
    )
