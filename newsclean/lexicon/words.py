"""Words as the lexicon knows them: folded, unglued, numbers as one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import COMBINING, SYLLABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = "0"

#: Words in ASCII and small letters; and what words glued in camel case have, before they are made small: what stands
#: before the capital is looked at last, as most letters are none.
_ASCII_WORD = re.compile(r"[a-z]+|[0-9]+(?:[.,:][0-9]+)*|\{\{[^{}]*\}\}")
_ASCII_CAMEL = re.compile(r"[A-Z](?:(?<=[a-z][A-Z])|(?<=[A-Z]{2})(?=[a-z]))")
#: Apostrophes that are letters to Unicode, as Uzbek and Ukrainian have them: "oʻqing", "пʼять".
_LETTERS = "\u02bb\u02bc"
_WORD = re.compile(
    rf"©|\{{\{{[^{{}}]*\}}\}}|\d+(?:[.,:]\d+)*|[{SYLLABLES}]"
    rf"|[^\W_\d{SYLLABLES}{_LETTERS}]+(?:[{COMBINING}]+[^\W_\d{SYLLABLES}{_LETTERS}]*)*"
)
_STRIPPED = re.compile(r"[\u0300-\u036f\u0640\u064b-\u0652\u0670]+")
#: All that are written for one another.
_APOSTROPHES = re.compile(f"[\u2018\u2019{_LETTERS}]")


def words(text: str) -> tuple[str, ...]:
    """The words of a text as the lexicon knows them.

    Case-folded, compatibility forms and accents dropped, numbers as "0";
    words glued in camel case come apart; ideographs, kana and Hangul syllables
    are words each, as their writers space words freely or not at all. An
    apostrophe parts words, whichever it is.
    Equal words are one object: they take most of a long text's memory, and
    are looked up sooner.
    """
    if text.isascii() and not _ASCII_CAMEL.search(text):
        # Half of all texts, whose words need no fold of their own.
        found = _ASCII_WORD.findall(text.lower())
        return tuple([intern(word) if "a" <= word < "{" else NUMBER for word in found])
    return tuple(chain.from_iterable(map(_folded, _WORD.findall(text))))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where in a text each of its `words` stands."""
    for match in _WORD.finditer(text):
        start = match.start()
        parts = _camel(match[0]) if len(_folded(match[0])) > 1 else ((0, len(match[0])),)
        yield from ((start + a, start + b) for a, b in parts)


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> tuple[str, ...]:
    """A word as the lexicon knows it, or the words glued together in it."""
    if word[0].isdigit() or word[0] == "{":
        return (NUMBER,)
    if word.islower() or word.istitle() or word.isupper():
        # "ŉ" is an apostrophe and a letter.
        return (intern(fold(word).lstrip("'")),)
    return tuple(intern(fold(word[start:end])) for start, end in _camel(word))


def _camel(word: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(word)):
        acronym = word[at - 1].isupper() and word[at + 1 : at + 2].islower()
        if word[at].isupper() and (word[at - 1].islower() or acronym):
            yield start, at
            start = at
    yield start, len(word)


def fold(word: str) -> str:
    """A word without case, accents and compatibility forms; apostrophes are all one."""
    if word.isascii():
        return word.lower()
    decomposed = _STRIPPED.sub("", unicodedata.normalize("NFKD", word).casefold())
    return unicodedata.normalize("NFC", _APOSTROPHES.sub("'", decomposed))
