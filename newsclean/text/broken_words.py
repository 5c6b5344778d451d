"""Words that a layout broke: at a hyphen at the end of a line, or behind a drop cap.

Columns break words at hyphens. A paragraph's first letter is set large, and flatteners part it from its word:
inscriptis writes "T he ferry", Beautiful Soup's `get_text("\\n")` puts the letter on a line of its own. What a word is,
the rest of the text tells.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.text.inline_breaks import Line

#: A paragraph has so many characters.
_LONG = 60
_LETTERS = r"[^\W\d_]+"
_INITIAL = re.compile(rf"([^\W\d_])(\s+)({_LETTERS})")
_HYPHEN = re.compile(rf"(?<![^\W\d_])({_LETTERS})([-‐])[^\S\n]*\n\s*({_LETTERS})")
_WORD = re.compile(rf"{_LETTERS}(?:-{_LETTERS})*")
_COMPOUND = re.compile(r"(?<=[^\W\d_][-‐])[^\W\d_]")
#: So many words at the least are broken in a text whose layout breaks words; a longer word that stands alone elsewhere
#: is rather the first part of a compound, and no beginning of a word.
_FEWEST, _LONGEST_PREFIX = 2, 3
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
    """What parts broken words, as start and end: no part of the paragraphs' words.

    "T cells" and "A ferry" begin a paragraph, too: the text has the whole word elsewhere, and what is left of it only
    where a letter like that one is no word; or a letter that is none stands on a line of its own. A hyphen goes where
    the text has the word without it. Else it stays where the text has the word with it, or its first part alone, or
    where the layout breaks no words; and the line break goes, but for "pre- and post-war": what follows stands alone
    elsewhere.
    """
    long = (_INITIAL.match(text, start, end) for start, end, _ in lines if end - start >= _LONG)
    begun = [found for found in long if found and found[1].isupper() and found[3].islower()]
    several = [line for line in lines if text.find("\n", *line[:2]) >= 0]
    hyphens = [found for start, end, _ in several for found in _HYPHEN.finditer(text, start, end) if found[3].islower()]
    if not begun and not hyphens:
        return []
    words = Counter(_words(text))
    cut = [found.span(2) for found in begun if _is_initial(found, words)]
    broken = _breaks_words(text, hyphens, words)
    for found in hyphens:
        before, _, after = found.groups()
        whole, compound = (before + after).casefold(), f"{before}-{after}".casefold()
        alone = len(before) > _LONGEST_PREFIX and words[before.casefold()] > 1
        if words[whole] or (broken and words[after] == 1 and not (words[compound] or alone)):
            cut.append((found.start(2), found.start(3)))
        elif words[compound] or words[after] == 1:
            cut.append((found.end(2), found.start(3)))
    return cut


def _breaks_words(text: str, hyphens: Sequence[re.Match[str]], words: Counter[str]) -> bool:
    """Whether the hyphens at the ends of lines break words: most words with a hyphen stand there.

    Where a layout breaks none, of many compounds one does. Where the text has one of the words without its hyphen, a
    third of them tells.
    """
    ends = [found.group(1, 3) for found in hyphens]
    known = [end for end in ends if words["".join(end).casefold()]]
    others = [end for end in ends if words[end[1]] == 1 and not words["-".join(end).casefold()]]
    inner = sum(map(str.islower, _COMPOUND.findall(text)))
    broken = len({*known, *others})
    return broken >= _FEWEST and broken > (inner / 2 if known else inner)


def _words(text: str) -> Iterator[str]:
    """The words of a text, and those that hyphens join also as one."""
    for word in _WORD.findall(text.casefold()):
        yield from word.split("-")
        if "-" in word:
            yield word


def _is_initial(found: re.Match[str], words: Counter[str]) -> bool:
    letter, gap, rest = found.groups()
    told = bool(words[(letter + rest).casefold()])
    return (told and words[rest] == 1) if letter in _WORDS else (told or "\n" in gap)
