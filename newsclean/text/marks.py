"""Characters that nobody sees: soft hyphens, and marks of the direction in which a text runs.

They part a name or a prompt from what it is known as. Joiners are none of them: they belong to the spelling of words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: A soft hyphen at the end of a line goes with the break, as a hyphen does.
_MARK = re.compile(rf"(?:\u00ad[^\S\n]*\n\s*|[{UNSEEN}])+")


def without(text: str) -> str:
    """A text without them.

    >>> without("News\u00adletter \u200fשלום")
    'Newsletter שלום'
    """
    return text if text.isascii() else _MARK.sub("", text)


def some(text: str) -> bool:
    """Whether there is any of them in a text; most have none."""
    return not text.isascii() and any(mark in text for mark in UNSEEN)


def among(text: str, start: int, end: int, holes: Sequence[tuple[int, int]] = ()) -> tuple[tuple[int, int], ...]:
    """The offset pairs of them between two offsets, with the pairs that are no text already."""
    found = tuple(_spans(text, start, end, holes))
    return tuple(sorted((*holes, *found))) if found else tuple(holes)


def _spans(text: str, start: int, end: int, holes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in _MARK.finditer(text, start, end):
        while at < len(holes) and holes[at][1] <= mark.start():
            at += 1
        if at == len(holes) or mark.end() <= holes[at][0]:
            yield mark.span()
