"""Marks that programs leave for links in plain text: found, so that cleaners see the words.

lynx and ELinks number them, "[12]Name", and list the addresses at the end; html-to-text writes the address behind the
name, "Name [https://…]".
"""

from __future__ import annotations

import math
import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.text.inline_breaks import Line

_ENOUGH = 3
#: What such programs write above the list and its parts, in whatever language the text is.
_HEADINGS = frozenset({"references", "visible links", "hidden links"})
_NUMBER = re.compile(r"(\d{1,5})\. +(?=\S)")
_TARGET = re.compile(r"[a-z][a-z0-9+.-]{1,20}:(?=\S|\Z)|(?:mailto|tel|javascript):|[/#?]")
#: As many lines that are no entries may stand between two: what heads a part of the list, addresses of several lines.
_BETWEEN = 8
#: Programs that fill lines break a mark within its brackets, too.
_NUMBERED = re.compile(r"\[(?:\n[^\S\n]{0,20})?(\d{1,5})\]")
#: Footnotes stand behind what they are for, and a space or a stop follows; few links do.
_FOOTNOTE = re.compile(r"(?:(?<=\S)|(?<=[^\s*+•] ))\[\d{1,5}\](?=[\s.,;:!?)”»]|\Z)")
_FOOTNOTES = 0.5
_ADDRESS = re.compile(
    r"(?<!\S)\[(?:(?P<sure>(?:https?:/|mailto:|www\.|/[\w-]{2})[^\s\[\]]*)"
    r"|(?:[a-z][a-z+.-]{1,20}:|/|\#|\?\w|\.{1,2}/)[^\s\[\]]*)\](?!\()",
    re.IGNORECASE,
)


def marks(text: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Where in a text the marks of links are, and the lines that list their addresses; none where there are but few.

    Args:
        text: the text.
        lines: start, end and line breaks before of each of its lines that count.
    """
    if not lines or "[" not in text:
        return []
    return [*_numbered(text, lines)] or [*_addresses(text, lines[0][0])]


def _numbered(text: str, lines: list[Line]) -> Iterator[tuple[int, int]]:
    entries = list(_listed(text, lines))
    # Not every link is listed.
    highest = max((number for number, _ in entries), default=0)
    below = entries[-1][1][0][0] if entries else 0
    found = [match for match in _NUMBERED.finditer(text, lines[0][0], below) if int(match[1]) <= highest]
    footnotes = sum(bool(_FOOTNOTE.match(text, match.start())) for match in found)
    if len(found) >= _ENOUGH and footnotes < _FOOTNOTES * len(found):
        listed = ((start, end) for _, entry in entries for start, end, _ in entry)
        yield from sorted(chain(listed, (match.span() for match in found)))


def _listed(text: str, lines: list[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Each entry of the list of addresses that ends a text, the last first: its number and its lines.

    Where a link has a title, that has the number, and the address stands below. What heads the list counts as number 0.
    """
    above, done = math.inf, len(lines)
    for n in range(len(lines) - 1, -1, -1):
        start, end, _ = lines[n]
        match = _NUMBER.match(text, start, end)
        here = match is not None and _TARGET.match(text, match.end(), end)
        below = n + 1 < done and _TARGET.match(text, *lines[n + 1][:2])
        if match and (here or below) and int(match[1]) < above:
            yield int(match[1]), lines[n : n + 1 if here else n + 2]
            above, done = int(match[1]), n
        elif done < len(lines) and text[start:end].rstrip(":").lower() in _HEADINGS:
            yield 0, [lines[n]]
            done = n
        elif done - n > _BETWEEN:
            return


def _addresses(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The addresses in brackets, each with the space before it: a comma may follow.

    Who copies a letter marks what is doubtful, too: "[?]", "[/1]".
    """
    found = list(_ADDRESS.finditer(text, start))
    if sum(bool(match["sure"]) for match in found) < _ENOUGH:
        return
    for match in found:
        first = match.start()
        while first > start and text[first - 1].isspace():
            first -= 1
        yield first, match.end()
