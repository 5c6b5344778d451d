"""What the features know of each character: its class, the letter it folds to, whether words are made of it."""

from __future__ import annotations

import functools
import unicodedata

import numpy as np
from numpy.typing import NDArray

from newsclean.lexicon import compiled
from newsclean.model import packing

# Character classes.
CTRL, SPACE, LOWER, UPPER, LETTER, IDEO, DIGIT, MARK = range(8)
STOP, COMMA, QUOTE, BULLET, DASH, BRACKET, SYMBOL, OTHER = range(8, 16)
_STOPS = ".!?…。！？।॥؟۔።།։؛｡"
_COMMAS = ",;:、，：；،·"
_QUOTES = '"“”„‟«»‹›「」『』《》〈〉″＂'
_BULLETS = "•‣◦▪▫■□●○◆◇►▶▸▾▼▲→←↑↓⇒|¦/\\*+>·★☆✓✔✕×⋅∙～~"
_DASHES = "-‐‑–—―−'’‘`´_"
_BRACKETS = "()[]{}（）【】［］〔〕"
#: Scripts written without spaces: each sign counts as a word, as in the usual metrics.
_IDEOGRAPHS = (
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF), (0x0E01, 0x0E3A), (0x0E40, 0x0E4E), (0xFF66, 0xFF9D),
)  # fmt: skip

#: Python's version of Unicode says what characters are. Those of phrases are the same in all of them.
CHARACTERS = f"characters of Unicode {unicodedata.unidata_version}"
_Tables = tuple[NDArray[np.uint8], NDArray[np.uint64], NDArray[np.uint8]]


@functools.cache
def tables() -> _Tables:
    """The `character_tables`, as compiled where they are."""
    if found := compiled.piece(packing.name(CHARACTERS)):
        classes, fold, kind = packing.unpacked(found)
        return classes, fold.astype(np.uint64), kind
    return character_tables()


def character_tables() -> _Tables:
    """Of each code point of the basic plane: its class, the letter it folds to, whether words are made of it.

    Letters fold to lower case, no accent, half width; 1 is a part of a word, 2 a word of its own.
    """
    cls = np.full(65536, SYMBOL, np.uint8)
    fold = np.arange(65536, dtype=np.uint64)
    by_category = {
        **dict.fromkeys(("Lu", "Lt"), UPPER),
        **dict.fromkeys(("Lm", "Lo"), LETTER),
        **dict.fromkeys(("Nd", "Nl", "No"), DIGIT),
        **dict.fromkeys(("Mn", "Mc", "Me"), MARK),
        **dict.fromkeys(("Zs", "Zl", "Zp"), SPACE),
        **dict.fromkeys(("Cc", "Cf"), CTRL),
        **dict.fromkeys(("Pd", "Pc"), DASH),
        **dict.fromkeys(("Ps", "Pe"), BRACKET),
        **dict.fromkeys(("Pi", "Pf"), QUOTE),
        "Ll": LOWER,
        "Po": OTHER,
    }
    for i in range(65536):
        c = chr(i)
        cat = unicodedata.category(c)
        if cat in ("Cn", "Cs", "Co"):
            continue
        cls[i] = by_category.get(cat, SYMBOL)
        if cat[0] in "LN" and not 0xAC00 <= i <= 0xD7A3:
            d = unicodedata.normalize("NFKD", c.casefold())
            if d and d[0] != " ":
                fold[i] = ord(d[0]) & 0xFFFF
    for lo, hi in _IDEOGRAPHS:
        block = cls[lo : hi + 1]
        block[(block == LETTER) | (block == DIGIT) | (block == MARK)] = IDEO
    groups = ((_STOPS, STOP), (_COMMAS, COMMA), (_QUOTES, QUOTE), (_BULLETS, BULLET), (_DASHES, DASH))
    for chars, k in (*groups, (_BRACKETS, BRACKET)):
        for c in chars:
            cls[ord(c)] = k
    cls[9] = SPACE
    cls[10] = CTRL
    kind = np.zeros(16, np.uint8)
    kind[[LOWER, UPPER, LETTER, DIGIT, MARK]] = 1
    kind[IDEO] = 2
    return cls, fold, kind[cls]
