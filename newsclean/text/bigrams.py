"""How likely a text is, by which characters follow each other in the words of the lexicon."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import chain, pairwise
from math import inf, log

from newsclean import lexicon
from newsclean.text import letters

#: Function words make up more of a text than of the lexicon.
_OFTEN = 3
#: Logarithms of chances: of a mark, of a letter of a language without a lexicon, and of other characters.
_MARK, _LETTER, _OTHER = -3, -4, -10
#: What is added for a character behind one that it never follows, and for a letter of another script or language.
_NEW, _FOREIGN = -2, -4
_MARKS = re.compile("[\xa0«»‘’“”„–—…€£©®°§]")
_TWO_SCRIPTS = re.compile("[a-zA-Z][\u0370-\u0fff]|[\u0370-\u0fff][a-zA-Z]")


def log_likelihood(text: str) -> float:
    """How likely the characters beyond ASCII are where they stand.

    It can be compared between the texts that the same bytes are in several encodings.
    """
    chances = _chances()
    foreign = letters.foreign(text) + len(_TWO_SCRIPTS.findall(text))
    words, marks = _MARKS.subn(" ", f" {text.lower()} ")
    total = float(_MARK * marks + _FOREIGN * foreign)
    for pair, count in _pairs(words).items():
        if pair in chances:
            total += count * chances[pair]
        elif not pair.isascii():
            total += count * (_NEW + (0 if pair[1].isascii() else chances.get(pair[1], _OTHER)))
    return total


def _pairs(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(text)))


@cache
def _chances() -> dict[str, float]:
    """Logarithms of how likely a character is, and of the second of a pair behind the first.

    Each in the language where it is likeliest, as which language it is nobody knows yet.
    """
    best = defaultdict(lambda: -inf, dict.fromkeys(letters.letters(), float(_LETTER)))
    for language in lexicon.languages():
        data = lexicon.load(language)
        phrases = (phrase for _, phrase in lexicon.phrases(data))
        text = " ".join(chain(data["function_words"] * _OFTEN, phrases)).lower()
        characters = Counter(text)
        for c, count in characters.items():
            best[c] = max(best[c], log(count / len(text)))
        for pair, count in _pairs(text).items():
            if not pair.isascii():
                best[pair] = max(best[pair], log(count / characters[pair[0]]))
    return dict(best)
