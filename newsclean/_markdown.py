"""What in a Markdown text is markup: found, so that cleaners see the words."""

from __future__ import annotations

import re

_LINK = re.compile(r"\]\((?:<|https?:|/|#|mailto:|\.)")
_ENOUGH_LINKS = 3

# Addresses are matched by one bounded class each, so that no input backtracks.
_MARKUP = re.compile(
    r"""
      (?P<image>!\[[^\]\[]{0,400}\]\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,2000})?\))
    | (?P<target>\]\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,2000})?\))
    | (?P<open>\[)
    | (?P<strong>\*\*|__)
    | (?P<emphasis>(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))
    | (?P<escape>\\(?=[\\`*_{}\[\]()#+\-.!|]))
    """,
    re.VERBOSE,
)
_PREFIX = re.compile(r"(?:\#{1,6}\s+|>\s+|[*+]\s+)+")


def looks_like(text: str) -> bool:
    """Whether a text is Markdown: it has links as Markdown writes them."""
    if "](" not in text:
        return False
    return sum(1 for _, _found in zip(range(_ENOUGH_LINKS), _LINK.finditer(text), strict=False)) == _ENOUGH_LINKS


def holes(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The offset pairs of a block that are markup, in order."""
    found: list[tuple[int, int]] = []
    prefix = _PREFIX.match(text, start, end)
    if prefix:
        found.append(prefix.span())
    opened: list[int] = []
    for match in _MARKUP.finditer(text, prefix.end() if prefix else start, end):
        if match.lastgroup == "open":
            opened.append(match.start())
        elif match.lastgroup == "target":
            # "](…)" is a link only where a bracket was opened before it.
            if opened:
                found.append((opened[-1], opened.pop() + 1))
                found.append(match.span())
        else:
            found.append(match.span())
    return tuple(sorted(found))
