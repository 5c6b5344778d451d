"""Drop caps: the first letter of a paragraph is set large, and flatteners part it from its word.

inscriptis writes "T he ferry", Beautiful Soup's `get_text("\\n")` puts the letter on a line of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.text.inline_breaks import Line

#: A paragraph has so many characters.
_LONG = 60
_PARTED = re.compile(r"([^\W\d_])\s+([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
#: Letters that are words in some language, and so may be one before a word in small letters.
_WORDS = frozenset("AEIOUYÀÉKSVWZАБВЖИКОСУЯІЄЙЗ")


def joined(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines of a text; a capital alone goes with the paragraph right below it that begins in small letters."""
    found: list[Line] = []
    for line in lines:
        start, end, breaks = line
        above = found[-1] if found and breaks == 1 and end - start >= _LONG and text[start].islower() else None
        if above and above[1] - above[0] == 1 and text[above[0]].isupper():
            found[-1] = (above[0], end, above[2])
        else:
            found.append(line)
    return found


def gaps(lines: Sequence[Line], text: str) -> list[tuple[int, int]]:
    """What parts drop caps from their words, as start and end: no part of the paragraphs' words.

    "T cells" and "A ferry" begin a paragraph, too: the text has the whole word elsewhere, and what is left of it only
    where a letter like that one is no word.
    """
    long = (_PARTED.match(text, start, end) for start, end, _ in lines if end - start >= _LONG)
    begun = [found for found in long if found and found[1].isupper() and found[2].islower()]
    if not begun:
        return []
    words = Counter(word.casefold() for word in _WORD.findall(text))
    return [
        (found.end(1), found.start(2))
        for found in begun
        if words[(found[1] + found[2]).casefold()] and (found[1] not in _WORDS or words[found[2]] == 1)
    ]
