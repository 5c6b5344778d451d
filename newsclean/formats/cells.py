"""How wide a text is where every character has one cell, or two: in a terminal."""

from __future__ import annotations

from unicodedata import category, east_asian_width

#: What takes no cell: marks on the character before, and what tells the direction of writing.
_NO_CELL = frozenset({"Mn", "Me", "Cf"})


def cells(text: str) -> int:
    """How many cells a terminal gives a text: two for an ideograph, none for an accent of its own.

    >>> cells("橋 A")
    4
    """
    if text.isascii():
        return len(text)
    return sum(0 if category(c) in _NO_CELL else 2 if east_asian_width(c) in "WF" else 1 for c in text)
