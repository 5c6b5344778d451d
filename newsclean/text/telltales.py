"""Pairs of characters that hardly stand together, unless a text was decoded wrongly."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

#: Pictures and the like count as one: the last place of the tables.
_SIZE, _ASCII = 0x10000, 0x80
#: As many characters are looked at in one go, since each takes some ten bytes meanwhile.
_AT_ONCE = 1 << 16


def _span(*ranges: str) -> str:
    """The characters of ranges, each given by its first and last."""
    return "".join(chr(code) for ends in ranges for code in range(ord(ends[0]), ord(ends[1]) + 1))


_BEYOND = _span("\x80\uffff")
#: What UTF-8 becomes in code pages: its leading and following bytes as letters, signs, controls, lines and accents.
_TELLTALES = (
    "ÃÂÐÑĂĹÿŸŒЂЃЌЏ¡¢£¤¥¦§¨©¬\xad®¯°±´µ¶¸¹¼½¾¿×ƒ‡†•‰‹€™√∂∏∑∫≈≠≤≥∞◊⁄₪₫₧⌐\u2320\u2321\u05f3\u05f4\ufb01\ufb02\ufffd"
    + _span("\x80\x9f", "\u2500\u25a0", "\u02c6\u02dd", "\u05b0\u05c7")
)
#: What stands first and what second.
_PAIRS = (
    (_TELLTALES, _BEYOND),
    (_BEYOND, _TELLTALES),
    # A capital behind a small letter.
    (_span("ßö", "øÿ", "ёё", "ая", "ѐџ", "αώ"), _span("ÀÖ", "ØÞ", "ЀЯ", "ΑΩ")),
    # Letters of two scripts.
    (_span("Àž"), _span("Αω", "Ѐя")),
    # Quotation marks and dashes decoded wrongly.
    ("–—", _span("Àÿ", "Ѐя")),
    ("‚Γ", "ÄÇ"),
    ("Ô", "Ç"),
)


def look(text: str) -> tuple[list[int], set[str]]:
    """The places of such pairs in a text, and all its characters beyond ASCII; those beyond U+FFFF are left out."""
    # One pass over arrays: most texts are sound, and long pages have to be found so at once.
    places: list[int] = []
    seen = np.zeros(_SIZE, bool)
    first, second = _tables()
    for start in range(0, len(text), _AT_ONCE):
        # Pairs may stand across the end.
        piece = text[start : start + _AT_ONCE + 1]
        if piece.isascii():
            continue
        codes = np.frombuffer(piece.encode("utf-32-le", "surrogatepass"), "<u4")
        beyond = codes >= _ASCII
        both = np.flatnonzero(beyond[:-1] & beyond[1:])
        odd = first[_places(codes[both])] & second[_places(codes[both + 1])]
        places += (both[odd > 0] + start).tolist()
        seen[_places(codes[beyond])] = True
    return places, set(map(chr, np.flatnonzero(seen[:-1]).tolist()))


def _places(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return np.minimum(codes, _SIZE - 1)


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """For each character, a bit for each pair that it is the first of, and that it is the second of."""
    return _table(first for first, _ in _PAIRS), _table(second for _, second in _PAIRS)


def _table(sides: Iterable[str]) -> NDArray[np.uint8]:
    table = np.zeros(_SIZE, np.uint8)
    for number, characters in enumerate(sides):
        table[[ord(c) for c in characters]] |= 1 << number
    return table
