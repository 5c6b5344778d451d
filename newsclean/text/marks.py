"""Characters that nobody sees: soft hyphens, spaces of no width, and marks of the direction in which a text runs.

They part a name or a prompt from what it is known as. Joiners are none of them: they belong to the spelling of words.
Nor are spaces of no width in scripts that set no others: there they part words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import CONTROLS, UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Lao, Thai, Burmese and Khmer.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
#: Spaces of no width, and what shows as little everywhere.
_SPACES, _NOTHING = "\u200b\ufeff", f"{UNSEEN}\u2060"
#: A soft hyphen at the end of a line goes with the break, as a hyphen does.
_MARK = re.compile(rf"(?:\u00ad[^\S\n]*\n\s*|[{_NOTHING}]|(?<![{_UNSPACED}])[{_SPACES}]|[{_SPACES}](?![{_UNSPACED}]))+")
_CONTROLS = re.compile(f"[{CONTROLS}]+")


def uncontrolled(text: str) -> str:
    r"""A text without control characters, on which terminals act.

    >>> uncontrolled("Rates\x1b[31m \x9drise")
    'Rates[31m rise'
    """
    return _CONTROLS.sub("", text)


def without(text: str) -> str:
    """A text without them.

    >>> without("News\u00adletter \u200fשלום Ana\u200b Silva")
    'Newsletter שלום Ana Silva'
    """
    return _MARK.sub("", text) if some(text) else text


def some(text: str) -> bool:
    """Whether there may be any of them in a text; most have none."""
    return not text.isascii() and any(mark in text for mark in (*_SPACES, *_NOTHING))


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
