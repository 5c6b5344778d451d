"""Which names are those of agencies, in any language."""

from __future__ import annotations

import re
from functools import cache

from newsclean.lexicon import agencies
from newsclean.lexicon.words import fold


def is_agency(name: str) -> bool:
    """Whether a name is an agency's, or several agencies' joined."""
    parts = re.split(r"[/,+]|(?<=\w)-(?=\w)| y | and | und | et ", name.strip())
    return any(_bare_name(part) in _agencies() for part in parts if part.strip())


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(_bare_name, agencies()))


def _bare_name(name: str) -> str:
    return fold(name).replace(" ", "").strip(".")
