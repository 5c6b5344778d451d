"""The words of all lines of a page at once, and their hashes.

The page is one array of code points; its words, and all that is looked up and counted of them, are array operations on
it, so that the cost hardly depends on the number of lines.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsclean._lazy import lazy
from newsclean.model.characters import DIGIT, IDEO, tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
U64 = NDArray[np.uint64]

_P = np.uint64(0x9E3779B97F4A7C15)
_Q = np.uint64(0xC2B2AE3D27D4EB4F)
_M1 = np.uint64(0xFF51AFD7ED558CCD)
_S33 = np.uint64(33)
#: Bits by which the words of one page are told apart.
WORD_BITS = 14
#: The hash of every number.
NUMBER = np.uint64(0x1234567890ABCDEF)
#: So many characters or words are looked at in one go, as each takes some forty bytes meanwhile; lines count as words.
AT_ONCE, _LINE = 1 << 15, 16
#: As many letters of a word are its stem, or what passes for it.
_STEM = 5


#: The powers of a base and of its inverse, as many as any text has needed.
_powers: dict[int, tuple[U64, U64]] = {}


def _pow(base: np.uint64, size: int) -> tuple[U64, U64]:
    found = _powers.get(int(base))
    if found is None or len(found[0]) < size:
        powers = np.ones((2, 1 << max(AT_ONCE, int(size)).bit_length()), np.uint64)
        powers[0, 1:], powers[1, 1:] = base, np.uint64(pow(int(base), -1, 1 << 64))
        np.cumprod(powers, axis=1, out=powers)
        found = _powers[int(base)] = powers[0], powers[1]
    up, down = found
    return up[:size], down[:size]


def _mix(h: U64) -> U64:
    h = (h ^ (h >> _S33)) * _M1
    return h ^ (h >> _S33)


@frozen(slots=False, eq=False)
class Words:
    """The words of all lines: each ideograph or kana is one, as in the metric.

    Attributes:
        cls: class of each UTF-16 unit of the joined text.
        line_start, line_end: offsets of each line.
        start, end: offsets of each word.
        line: line of each word.
        hash: of each word, folded; every number has the same.
        stem: the hash of each word's beginning, which inflection leaves alone.
        first: first word of each line; one entry more than lines.
    """

    cls: NDArray[np.uint8]
    line_start: I64
    line_end: I64
    start: I64
    end: I64
    line: I64
    hash: U64
    stem: U64
    first: I64

    @lazy
    def sums(self) -> U64:
        """Running sums of the hashes, for runs of words; of a long page best asked of its parts."""
        up, _ = _pow(_Q, len(self.hash) + 1)
        sums = np.zeros(len(self.hash) + 1, np.uint64)
        np.cumsum(self.hash * up[:-1], out=sums[1:])
        return sums

    @property
    def caseless(self) -> NDArray[np.bool_]:
        """Whether each word is an ideograph or kana."""
        return np.asarray(self.cls[self.start] == IDEO)

    @property
    def bucket(self) -> I64:
        """Each word in `WORD_BITS` bits, by which the words of one page are told apart."""
        return np.asarray(self.hash >> np.uint64(64 - WORD_BITS)).view(np.int64)

    @property
    def sizes(self) -> I64:
        """How many words each line has."""
        return self.first[1:] - self.first[:-1]

    @property
    def line_hash(self) -> U64:
        """The hash of each line's words."""
        found = np.zeros(len(self.sizes), np.uint64)
        for lines, _, part in self.parts():
            begin, end = part.first[:-1], part.first[1:]
            _, down = _pow(_Q, len(part.hash) + 1)
            found[lines] = (part.sums[end] - part.sums[begin]) * down[begin]
        return found

    def parts(self) -> Iterator[tuple[slice, slice, Words]]:
        """The words of some lines at a time: which lines and words these are, and the same as numbered among them."""
        room = self.first + _LINE * np.arange(len(self.first))
        cuts = np.searchsorted(room[:-1], np.arange(0, room[-1] + AT_ONCE, AT_ONCE)).tolist()
        for a, b in pairwise(cuts):
            if a < b:
                i, j = int(self.first[a]), int(self.first[b])
                yield slice(a, b), slice(i, j), self if b - a == len(self.line_start) else self._part(a, b, i, j)

    def _part(self, a: int, b: int, i: int, j: int) -> Words:
        """The words from one to another, of the lines from one to another."""
        return Words(
            self.cls, self.line_start[a:b], self.line_end[a:b], self.start[i:j], self.end[i:j], self.line[i:j] - a,
            self.hash[i:j], self.stem[i:j], self.first[a : b + 1] - i,
        )  # fmt: skip


def words(lines: Sequence[str]) -> Words:
    """Cut lines, which hold no line breaks, into words."""
    cp = _units("\n".join(lines))
    class_of, fold_of, kind_of = tables()
    cls = class_of[cp]
    breaks = np.flatnonzero(cp == ord("\n"))
    line_start = np.concatenate((_ZERO[: len(lines)], breaks + 1))
    line_end = np.append(breaks, len(cp)) if len(lines) else _ZERO[:0]
    start, end = _bounds(kind_of[cp])
    h, stem = _hashes(cp, fold_of, cls == DIGIT, start, end)
    first = np.searchsorted(start, np.append(line_start, len(cp) + 1))
    del cp
    line = np.repeat(np.arange(len(line_start)), np.diff(first))
    return Words(cls, line_start, line_end, start, end, line, h, stem, first)


def _units(text: str) -> NDArray[np.uint16]:
    """The UTF-16 units of a text, accents put together with their letters."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)


def _bounds(kinds: NDArray[np.uint8]) -> tuple[I64, I64]:
    """Where each word starts and ends; of a text's units 1 is part of a word, 0 of none, anything else a word alone."""
    kind = np.zeros(len(kinds) + 2, np.uint8)
    kind[1:-1] = kinds
    solid, inside = kind == 1, kind[1:-1] > 0
    start = np.flatnonzero(inside & ~(solid[1:-1] & solid[:-2]))
    return start, np.flatnonzero(inside & ~(solid[1:-1] & solid[2:])) + 1


def _hashes(cp: NDArray[np.uint16], fold_of: U64, digit: NDArray[np.bool_], start: I64, end: I64) -> tuple[U64, U64]:
    """The hashes of words and of their beginnings, which do not depend on where in the text they stand."""
    h, stem = np.empty(len(start), np.uint64), np.empty(len(start), np.uint64)
    cuts = np.searchsorted(start, np.arange(0, len(cp) + AT_ONCE, AT_ONCE)).tolist()
    for a, b in pairwise(cuts):
        if a == b:
            continue
        low, high = start[a], end[b - 1]
        first, last = start[a:b] - low, end[a:b] - low
        up, down = _pow(_P, high - low + 1)
        total = np.zeros(high - low + 1, np.uint64)
        np.cumsum(fold_of[cp[low:high]] * up[:-1], out=total[1:])
        h[a:b] = _mix((total[last] - total[first]) * down[first])
        stem[a:b] = _mix((total[np.minimum(last, first + _STEM)] - total[first]) * down[first])
        digits = np.zeros(high - low + 1, np.int32)
        np.cumsum(digit[low:high], out=digits[1:])
        h[a:b][(digits[last] - digits[first]) == last - first] = NUMBER
    return h, stem


_ZERO = np.zeros(1, np.int64)


def grams(w: Words, n: int) -> tuple[I64, U64]:
    """First word and hash of each run of n words within a line."""
    total = len(w.hash)
    if total < n:
        return np.zeros(0, np.int64), np.zeros(0, np.uint64)
    _, down = _pow(_Q, total + 1)
    i = np.flatnonzero(w.line[n - 1 :] == w.line[: total - n + 1])
    h = w.sums[n:] - w.sums[:-n]
    h *= down[: len(h)]
    return i, _mix(h[i]) + np.uint64(n)


def ngram_ids(w: Words, bits: int = 16, head: int = 24, tail: int = 6) -> tuple[I64, I64]:
    """The line and bucket of hashed words, pairs of words and openings, of the first and last words of each line."""
    at = np.arange(len(w.hash)) - w.first[w.line]
    left = w.sizes[w.line] - at
    near = (at < head) | (left <= tail)
    shift = np.uint64(64 - bits)
    one = w.hash[near]
    i2, h2 = grams(w, 2)
    keep = near[i2]
    opening = at == 0
    closing = left == 1
    rows = [w.line[near], w.line[i2[keep]], w.line[opening], w.line[closing]]
    keys = [_mix(one * _M1), h2[keep], _mix(w.hash[opening] * _Q), _mix(w.hash[closing] * _P)]
    o2 = at[i2] == 0
    rows.append(w.line[i2[o2]])
    keys.append(_mix(h2[o2] * _Q))
    i3, h3 = grams(w, 3)
    o3 = at[i3] == 0
    rows.append(w.line[i3[o3]])
    keys.append(_mix(h3[o3] * _Q))
    return np.concatenate(rows), (np.concatenate(keys) >> shift).astype(np.int64)


def line_sums(w: Words, *values: NDArray[Any]) -> F64:
    """The sums over each line's words; a row for each of the values, which have one for each word."""
    sums = np.zeros((len(values), len(w.hash) + 1))
    for row, value in zip(sums, values, strict=True):
        row[1:] = value
    np.cumsum(sums, 1, out=sums)
    found = sums[:, w.first]
    out: F64 = found[:, 1:] - found[:, :-1]
    return out


def columns(cols: Sequence[NDArray[Any] | float]) -> F32:
    """A table of columns; of the first, which is as long as the table, it learns how many rows there are."""
    first = np.asarray(cols[0])
    out = np.empty((len(cols), len(first)), np.float32)
    for row, col in zip(out, cols, strict=True):
        row[:] = col
    return out.T
