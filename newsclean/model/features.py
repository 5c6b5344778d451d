"""What a line looks like, counted for all lines of a page at once.

The page is one array of code points; words, their hashes, counts and look-ups are array operations on it, so the cost
hardly depends on the number of lines. Nothing here knows HTML or a language; word lists come in through `Lexicon`.
"""

from __future__ import annotations

import functools
import unicodedata
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.lexicon import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.markup import Markup

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
U64 = NDArray[np.uint64]

VERSION = 2

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


@functools.cache
def _compiled(name: str) -> str:
    """Under which name something of this module is compiled; code that changes makes other tables."""
    return f"features.{name} {compiled.fingerprint(resources.files(__package__), 'features.py')}"


def pieces(languages: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What is compiled when newsclean is built, by name.

    Args:
        languages: the languages' files.
    """
    classes, fold, kind = character_tables()
    return {
        _compiled("phrases"): Lexicon(languages).packed(),
        _compiled(_CHARACTERS): _packed((classes, fold.astype(np.uint16), kind)),
    }


def _packed(arrays: Iterable[NDArray[Any]]) -> list[tuple[str, bytes]]:
    """Arrays as numbers of any computer's: the type, and the bytes, the lowest first."""
    ordered = [array.astype(array.dtype.newbyteorder("<")) for array in arrays]
    return [(array.dtype.str, array.tobytes()) for array in ordered]


def _unpacked(packed: Iterable[tuple[str, bytes]]) -> list[NDArray[Any]]:
    return [np.frombuffer(content, kind) for kind, content in packed]


#: Python's version of Unicode says what characters are. Those of phrases are the same in all of them.
_CHARACTERS = f"characters of Unicode {unicodedata.unidata_version}"
_CharacterTables = tuple[NDArray[np.uint8], NDArray[np.uint64], NDArray[np.uint8]]


@functools.cache
def tables() -> _CharacterTables:
    """The `character_tables`, as compiled where they are."""
    if found := compiled.piece(_compiled(_CHARACTERS)):
        classes, fold, kind = _unpacked(found)
        return classes, fold.astype(np.uint64), kind
    return character_tables()


def character_tables() -> _CharacterTables:
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


_P = np.uint64(0x9E3779B97F4A7C15)
_Q = np.uint64(0xC2B2AE3D27D4EB4F)
_M1 = np.uint64(0xFF51AFD7ED558CCD)
_S33 = np.uint64(33)
#: The hash of every number.
NUMBER = np.uint64(0x1234567890ABCDEF)
#: So many characters or words are looked at in one go, as each takes some forty bytes meanwhile; lines count as words.
_AT_ONCE, _LINE = 1 << 15, 16
#: As many letters of a word are its stem, or what passes for it.
_STEM = 5


#: The powers of a base and of its inverse, as many as any text has needed.
_powers: dict[int, tuple[U64, U64]] = {}


def _pow(base: np.uint64, size: int) -> tuple[U64, U64]:
    found = _powers.get(int(base))
    if found is None or len(found[0]) < size:
        powers = np.ones((2, 1 << max(_AT_ONCE, int(size)).bit_length()), np.uint64)
        powers[0, 1:], powers[1, 1:] = base, np.uint64(pow(int(base), -1, 1 << 64))
        np.cumprod(powers, axis=1, out=powers)
        found = _powers[int(base)] = powers[0], powers[1]
    up, down = found
    return up[:size], down[:size]


def _mix(h: U64) -> U64:
    h = (h ^ (h >> _S33)) * _M1
    return h ^ (h >> _S33)


class Words(NamedTuple):
    """The words of all lines: each ideograph or kana is one, as in the metric.

    Attributes:
        cls: class of each UTF-16 unit of the joined text.
        line_start, line_end: offsets of each line.
        start, end: offsets of each word.
        line: line of each word.
        hash: of each word, folded; every number has the same.
        stem: the hash of each word's beginning, which inflection leaves alone.
        first: first word of each line; one entry more than lines.
        sums: running sums of the hashes, for runs of words.
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
    sums: U64

    @property
    def caseless(self) -> NDArray[np.bool_]:
        """Whether each word is an ideograph or kana."""
        return np.asarray(self.cls[self.start] == IDEO)

    @property
    def sizes(self) -> I64:
        """How many words each line has."""
        return np.diff(self.first)

    def parts(self) -> Iterator[tuple[slice, slice, Words]]:
        """The words of some lines at a time: which lines and words these are, and the same as numbered among them."""
        room = self.first + _LINE * np.arange(len(self.first))
        cuts = np.searchsorted(room[:-1], np.arange(0, room[-1] + _AT_ONCE, _AT_ONCE)).tolist()
        for a, b in pairwise(cuts):
            if a < b:
                i, j = int(self.first[a]), int(self.first[b])
                yield slice(a, b), slice(i, j), self if j - i == len(self.hash) else self._part(a, b, i, j)

    def _part(self, a: int, b: int, i: int, j: int) -> Words:
        """The words from one to another, of the lines from one to another."""
        _, down = _pow(_Q, i + 1)
        return Words(
            self.cls, self.line_start[a:b], self.line_end[a:b], self.start[i:j], self.end[i:j], self.line[i:j] - a,
            self.hash[i:j], self.stem[i:j], self.first[a : b + 1] - i, (self.sums[i : j + 1] - self.sums[i]) * down[i],
        )  # fmt: skip


def words(lines: Sequence[str]) -> Words:
    """Cut lines, which hold no line breaks, into words."""
    text = "\n".join(lines)
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    cp = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    size = len(cp)
    class_of, fold_of, kind_of = tables()
    cls = class_of[cp]
    kind = np.zeros(size + 2, np.uint8)
    kind[1:-1] = kind_of[cp]
    breaks = np.flatnonzero(cp == 10)
    line_start = np.concatenate((_ZERO[: len(lines)], breaks + 1))
    line_end = np.append(breaks, size) if len(lines) else _ZERO[:0]
    solid = kind == 1
    inside = kind[1:-1] > 0
    start = np.flatnonzero(inside & ~(solid[1:-1] & solid[:-2]))
    end = np.flatnonzero(inside & ~(solid[1:-1] & solid[2:])) + 1
    h, stem = _hashes(cp, fold_of, cls == DIGIT, start, end)
    first = np.searchsorted(start, np.append(line_start, size + 1))
    line = np.repeat(np.arange(len(line_start)), np.diff(first))
    up, _ = _pow(_Q, len(h) + 1)
    sums = np.zeros(len(h) + 1, np.uint64)
    np.cumsum(h * up[: len(h)], out=sums[1:])
    return Words(cls, line_start, line_end, start, end, line, h, stem, first, sums)


def _hashes(cp: NDArray[np.uint16], fold_of: U64, digit: NDArray[np.bool_], start: I64, end: I64) -> tuple[U64, U64]:
    """The hashes of words and of their beginnings, which do not depend on where in the text they stand."""
    h, stem = np.empty(len(start), np.uint64), np.empty(len(start), np.uint64)
    cuts = np.searchsorted(start, np.arange(0, len(cp) + _AT_ONCE, _AT_ONCE)).tolist()
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
    return i, _mix((w.sums[i + n] - w.sums[i]) * down[i]) + np.uint64(n)


KINDS = (
    "navigation", "share", "paywall", "related", "comments", "newsletter", "advert", "cookie", "label", "icon", "legal",
)  # fmt: skip
EXTRA = (
    "byline", "role", "caption", "credit", "closing", "tag", "section", "date", "published", "clock", "staff",
    "function",
)  # fmt: skip
#: The table and the lists of a language's file that each of them comes from.
_EXTRA_LISTS = {
    "byline": ("bylines", "openings"), "role": ("bylines", "roles"), "staff": ("bylines", "staff"),
    "caption": ("captions", "labels"), "credit": ("captions", "credits"), "closing": ("credits", "openings", "whole"),
    "tag": ("tags", "labels"), "section": ("sections", "names"), "date": ("dates", "months", "weekdays"),
    "published": ("dates", "published", "modified"), "clock": ("dates", "clock"),
}  # fmt: skip
#: Words of the longest phrase looked up; bits of a hash that the table's index goes by.
_LONGEST = 8
_GATE = 18
#: As many function words tell which languages a page is in.
_VOTES = 5


_Table = tuple[NDArray[np.int32], U64, NDArray[np.int32], U64, NDArray[np.uint8]]


class Lexicon:
    """Phrases by kind, looked up for all words of a page at once.

    Args:
        languages: the languages' files, as `newsclean.lexicon.load` gives them.
    """

    _open = np.uint64((1 << 2 * len(KINDS)) - (1 << len(KINDS)))
    _function = np.uint64(1 << (4 * len(KINDS) + EXTRA.index("function")))
    columns: tuple[str, ...] = (
        *(f"{place}.{kind}" for place in ("whole", "open", "sign", "words") for kind in KINDS),
        *(f"x.{kind}" for kind in EXTRA),
        *("whole.any", "open.any", "sign.any", "words.any"),
    )

    def __init__(self, languages: Sequence[Mapping[str, Any]]) -> None:
        self._count = max(1, len(languages))
        self._english = [i for i, d in enumerate(languages) if d.get("code") == "en"]
        phrases: list[str] = []
        bits: list[int] = []
        owner: list[int] = []
        for number, d in enumerate(languages):
            merged: dict[str, int] = {}
            for p, bit in self._entries(d):
                merged[p] = merged.get(p, 0) | 1 << bit
            phrases += merged
            bits += merged.values()
            owner += [number] * len(merged)
        self._table = self._build(phrases, np.array(bits, np.uint64), np.array(owner, np.uint8))
        self._crowd = int(np.diff(self._table[0]).max(initial=0))

    @classmethod
    def from_compiled(cls) -> Lexicon | None:
        """The phrases of all languages, where they are compiled."""
        found = compiled.piece(_compiled("phrases"))
        if not found:
            return None
        new = cls.__new__(cls)
        new._count, new._english, new._crowd, table = found  # noqa: SLF001
        begin, keys, span, bits, owner = _unpacked(table)
        new._table = begin, keys, span, bits, owner  # noqa: SLF001
        return new

    def packed(self) -> tuple[int, list[int], int, list[tuple[str, bytes]]]:
        """What `from_compiled` makes a lexicon of again."""
        return self._count, self._english, self._crowd, _packed(self._table)

    @staticmethod
    def _entries(d: Mapping[str, Any]) -> list[tuple[str, int]]:
        k = len(KINDS)
        out: list[tuple[str, int]] = []
        for b, kind in enumerate(KINDS):
            c = d.get("clutter", {}).get(kind, {})
            out += [(p, b) for p in c.get("whole", ()) if "*" not in p]
            # Of a phrase with a gap, the part before it opens a line.
            open_ = [*c.get("openings", ()), *(q for q in c.get("whole", ()) if "*" in q)]
            out += [(p.split("*")[0], k + b) for p in open_ if "*" not in p or len(p.split("*")[0].split()) > 1]
            out += [(max(p.split("*"), key=len), 2 * k + b) for p in [*c.get("signs", ()), *c.get("truncated", ())]]
            out += [(p, 3 * k + b) for p in c.get("words", ())]
        extra: dict[str, tuple[Any, ...]] = {
            kind: tuple(d.get(table, {}).get(name, ()) for name in names)
            for kind, (table, *names) in _EXTRA_LISTS.items()
        }
        extra["function"] = (d.get("function_words", ()),)
        for b, kind in enumerate(EXTRA):
            out += [(p, 4 * k + b) for p in _flat(extra[kind]) if "*" not in p]
        return out

    @staticmethod
    def _build(phrases: Sequence[str], bits: U64, owner: NDArray[np.uint8]) -> _Table:
        w = words([" ".join(p.replace("#", " 1 ").split()) for p in phrases])
        hashes, rows = [_ZERO[:0].astype(np.uint64)], [_ZERO[:0]]
        for n in range(1, _LONGEST + 1):
            i, h = grams(w, n)
            ok = w.sizes[w.line[i]] == n
            hashes.append(h[ok])
            rows.append(w.line[i[ok]])
        h, at = np.concatenate(hashes), np.concatenate(rows)
        order = np.argsort(h, kind="stable")
        h, at = h[order], at[order]
        first = np.flatnonzero(np.append(True, h[1:] != h[:-1])) if len(h) else _ZERO[:0]
        keys = h[first]
        # Where the keys with given top bits begin.
        steps = np.arange(1 << _GATE, dtype=np.uint64) << np.uint64(64 - _GATE)
        begin = np.append(np.searchsorted(keys, steps), len(keys)).astype(np.int32)
        span = np.append(first, len(h)).astype(np.int32)
        return begin, np.append(keys, np.uint64(0)), span, bits[at], owner[at]

    def match(self, w: Words) -> F32:
        """What each line holds of each kind: shares of its words, or whether it holds any."""
        out = np.zeros((len(w.sizes), len(self.columns)), np.float32)
        if not len(w.hash) or len(self._table[1]) < 2:
            return out
        found = [self._found(part) for *_, part in w.parts()]
        spoken = self._spoken(at for _, at, _ in found)
        for (lines, _, part), phrases in zip(w.parts(), found, strict=True):
            i, at, size = phrases
            b = self._meant(part, i, at, spoken)
            mask = np.zeros(len(part.hash), np.uint64)
            for step in range(int(size.max(initial=0))):
                reach = size > step
                np.bitwise_or.at(mask, i[reach] + step, b[reach])
            self._told(part, mask, out[lines])
        return out

    @staticmethod
    def _told(w: Words, mask: U64, out: F32) -> None:
        """Put down what lines hold, of whose words each has a bit for each kind."""
        n, k = len(out), len(KINDS)
        marked = np.flatnonzero(mask)
        m = mask[marked]
        low = np.uint64((1 << k) - 1)
        m |= ((m & low) > 0).astype(np.uint64) << np.uint64(62)
        m |= ((m >> np.uint64(3 * k) & low) > 0).astype(np.uint64) << np.uint64(63)
        bit = np.flatnonzero(np.unpackbits(m.view(np.uint8), bitorder="little").view(bool))
        counts = np.bincount((w.line[marked] * 64)[bit >> 6] + (bit & 63), minlength=n * 64).reshape(n, 64)
        hits = counts[:, k : 3 * k] > 0
        share = counts * np.float32(1) / np.maximum(w.sizes, 1)[:, None].astype(np.float32)
        end = 4 * k + len(EXTRA)
        out[:, :end] = share[:, :end]
        out[:, k : 3 * k] = hits
        out[:, end] = share[:, 62]
        out[:, end + 1] = hits[:, :k].any(1)
        out[:, end + 2] = hits[:, k:].any(1)
        out[:, end + 3] = share[:, 63]

    def _found(self, w: Words) -> tuple[I64, I64, I64]:
        """The phrases in lines: the first word of each, its place among the keys, and how many words it has."""
        begin, keys, *_ = self._table
        found: list[tuple[I64, U64, NDArray[np.int32], NDArray[np.int32], I64]] = []
        for length in range(1, max(1, min(_LONGEST, int(w.sizes.max()))) + 1):
            i, h = grams(w, length)
            top = (h >> np.uint64(64 - _GATE)).astype(np.int64)
            here, stop = begin[top], begin[top + 1]
            near = np.flatnonzero(stop > here)
            found.append((i[near], h[near], here[near], stop[near], np.full(len(near), length)))
        i, h, here, stop, size = (np.concatenate(parts) for parts in zip(*found, strict=True))
        for _ in range(self._crowd):
            here += (keys[here] != h) & (here < stop)
        good = here < stop
        return i[good], here[good].astype(np.int64), size[good]

    def _owned(self, keys: I64) -> tuple[NDArray[np.int32], I64]:
        """How many entries phrases have, given their places among the keys, and which: one a language."""
        span = self._table[2]
        times = span[keys + 1] - span[keys]
        return times, np.repeat(span[keys] - np.cumsum(times) + times, times) + np.arange(int(times.sum()))

    def _spoken(self, found: Iterable[I64]) -> NDArray[np.bool_]:
        """Whether the page is in each of the languages, as its function words tell; in all, where they do not."""
        *_, bits, owner = self._table
        votes = np.zeros(self._count)
        for at in found:
            # A line of numbers has the same few phrases thousands of times, in all languages.
            keys, often = np.unique(at, return_counts=True)
            times, entry = self._owned(keys)
            told = (bits[entry] & self._function > 0) * np.repeat(often, times)
            votes += np.bincount(owner[entry], told, minlength=self._count)
        if votes.max() < _VOTES:
            return np.ones(self._count, np.bool_)
        spoken: NDArray[np.bool_] = votes >= 0.6 * votes.max()
        spoken[self._english] = True
        return spoken

    def _meant(self, w: Words, i: I64, at: I64, spoken: NDArray[np.bool_]) -> U64:
        """The bits of phrases' kinds in some languages, given the first word of each and its place among the keys."""
        *_, bits, owner = self._table
        keys, which = np.unique(at, return_inverse=True)
        times, entry = self._owned(keys)
        active = np.where(spoken[owner[entry]], bits[entry], np.uint64(0))
        b = np.bitwise_or.reduceat(active, np.cumsum(times) - times)[which] if len(keys) else active
        return np.where(i == w.first[w.line[i]], b, b & ~self._open)


def _flat(x: Any) -> list[str]:  # noqa: ANN401
    return [x] if isinstance(x, str) else [z for y in x for z in _flat(y)]


SURFACE = (
    "chars", "words", "word_length", "upper", "capitalised", "all_caps", "digits", "numbers", "stops", "commas",
    "quotes", "bullets", "dashes", "brackets", "symbols", "ideographs", "caseless", "ends_stop", "ends_comma",
    "ends_letter", "ends_quote", "ends_bracket", "ends_digit", "starts_lower", "starts_upper", "starts_digit",
    "starts_quote", "starts_bullet", "starts_dash", "stop_count", "comma_count", "frequent", "frequent_any", "topic",
    "topic_rare", "repeats", "seen_before", "in_other", "gram3_other", "same_start", "url", "clock", "year",
    "same_length", "short", "long", "very_long", "one_word",
)  # fmt: skip
PLACE = (
    "index", "index_end", "chars_before", "to_first_long", "to_last_long", "inside", "to_peak", "mass_near",
    "mass_wide", "mass_before", "mass_after", "lines_log", "long_share", "since_long", "until_long", "long_run",
    "page_caseless",
)  # fmt: skip
CUES = ("cue_link", "cue_heading", "cue_item", "cue_image", "cue_page")
CUE_COUNT = 4


def _share(a: NDArray[Any], b: NDArray[Any]) -> F64:
    out: F64 = a / np.maximum(b, 1)
    return out


def line_mean(values: NDArray[Any], w: Words) -> F64:
    """The mean over each line's words, 0 for a line without any."""
    sums = np.zeros(len(values) + 1)
    np.cumsum(values, out=sums[1:])
    return (sums[w.first[1:]] - sums[w.first[:-1]]) / np.maximum(w.sizes, 1)


def _window(values: F64, half: int) -> F64:
    n = len(values)
    sums = np.zeros(n + 1)
    np.cumsum(values, out=sums[1:])
    i = np.arange(n)
    lo, hi = np.maximum(i - half, 0), np.minimum(i + half + 1, n)
    return sums[hi] - sums[lo]


def surface(w: Words) -> F32:
    """What each line is made of, and how it compares with the page's other lines."""
    n = len(w.sizes)
    size = len(w.cls)
    if not size:
        return np.zeros((n, len(SURFACE)), np.float32)
    length = w.line_end - w.line_start
    hist = np.zeros((n, 16))
    for a, b in pairwise(np.searchsorted(w.line_start, np.arange(0, size + _AT_ONCE, _AT_ONCE)).tolist()):
        of = np.repeat(np.arange(b - a) * 16, length[a:b] + 1)
        found = w.cls[w.line_start[a] :][: len(of)] if b > a else w.cls[:0]
        hist[a:b] = np.bincount(of[: len(found)] + found, minlength=(b - a) * 16).reshape(-1, 16)
    chars = np.maximum(length, 1)
    count = w.sizes
    letters = hist[:, LOWER] + hist[:, UPPER] + hist[:, LETTER] + hist[:, IDEO]
    cased = hist[:, LOWER] + hist[:, UPPER]
    wl = w.end - w.start
    first_class = w.cls[w.start] if len(w.start) else np.zeros(0, np.uint8)
    number = w.hash == NUMBER
    safe = np.minimum(w.line_start, max(size - 1, 0))
    head = w.cls[safe]
    tail_at = np.clip(w.line_end - 1, 0, max(size - 1, 0))
    tail = w.cls[tail_at]
    # The sign before a closing quotation mark or bracket says whether a sentence ends here.
    before = w.cls[np.maximum(tail_at - 1, safe)]
    closed = (tail == QUOTE) | (tail == BRACKET)
    stop_tail = (tail == STOP) | (closed & (before == STOP))
    ideo = hist[:, IDEO]
    # Three ideographs weigh about as much as two words of an alphabet.
    mass = count - ideo * 0.5
    long_line = (mass >= 15) & (hist[:, STOP] >= 1)
    if long_line.sum() < 3:
        long_line = mass >= max(8, 0.5 * mass.max(initial=0))
    frequent, topic, topic_weight = _topics(w, long_line)
    repeats, seen = _repeated(w)
    in_other, gram3 = _shared(w)
    opening = w.hash[np.minimum(w.first[:-1], max(len(w.hash) - 1, 0))] if len(w.hash) else 0
    start_key = np.where(count > 0, opening, 0)
    same_start = np.zeros(n)
    same_start[1:] += (start_key[1:] == start_key[:-1]) & (count[1:] > 0)
    same_start[:-1] += (start_key[1:] == start_key[:-1]) & (count[1:] > 0)
    year = number & (wl == 4)
    digit_follow = number[1:] & number[:-1] & (w.start[1:] == w.end[:-1] + 1) if len(number) > 1 else np.zeros(0, bool)
    clock = np.bincount(w.line[1:][digit_follow], minlength=n) if len(number) > 1 else np.zeros(n)
    url = np.zeros(len(w.hash))
    for sign in _signs("http https www com html"):
        url += w.hash == sign
    sign_share = line_mean(url, w)
    log = np.log1p(length)
    same_length = np.zeros(n)
    if n > 1:
        step = np.exp(-3 * np.abs(np.diff(log)))
        same_length[1:] += step
        same_length[:-1] += step
    cols = [
        np.log1p(length),
        np.log1p(count),
        np.log1p(_share(hist[:, LOWER : MARK + 1].sum(1), count)),
        _share(hist[:, UPPER], letters),
        line_mean(first_class == UPPER, w),
        (hist[:, UPPER] >= 3) & (hist[:, LOWER] == 0),
        hist[:, DIGIT] / chars,
        line_mean(number, w),
        hist[:, STOP] / chars * 10,
        hist[:, COMMA] / chars * 10,
        np.minimum(hist[:, QUOTE], 4) / 2,
        np.minimum(hist[:, BULLET], 4) / 2,
        hist[:, DASH] / chars * 10,
        np.minimum(hist[:, BRACKET], 4) / 2,
        np.minimum(hist[:, SYMBOL] + hist[:, OTHER], 4) / 2,
        _share(ideo, letters),
        1 - _share(cased, letters),
        stop_tail,
        tail == COMMA,
        (tail >= LOWER) & (tail <= IDEO),
        tail == QUOTE,
        tail == BRACKET,
        tail == DIGIT,
        head == LOWER,
        head == UPPER,
        head == DIGIT,
        head == QUOTE,
        head == BULLET,
        head == DASH,
        np.log1p(hist[:, STOP]),
        np.log1p(hist[:, COMMA]),
        frequent,
        frequent > 0,
        topic,
        topic_weight,
        np.log1p(repeats),
        seen,
        in_other,
        gram3,
        same_start,
        sign_share + (sign_share > 0),
        np.minimum(clock, 3),
        np.minimum(np.bincount(w.line[year], minlength=n), 2),
        same_length,
        mass < 4,
        long_line,
        mass >= 40,
        count == 1,
    ]
    return _columns(cols)


def _topics(w: Words, long_line: NDArray[np.bool_]) -> F64:
    """What share of each line's words many long lines have, what share of its rare words any has, and how many do."""
    # In how many long lines does each word occur.
    having = np.zeros(16384, np.int64)
    for lines, _, part in w.parts():
        in_long = long_line[lines][part.line] & (part.hash != NUMBER)
        pair = np.sort(part.line[in_long] * 16384 + _bucket(part)[in_long])
        having += np.bincount(pair[np.append(True, pair[1:] != pair[:-1])[: len(pair)]] & 16383, minlength=16384)
    many = max(2, 0.2 * max(1, int(long_line.sum())))
    out = np.empty((3, len(w.sizes)))
    for lines, _, part in w.parts():
        others = having[_bucket(part)] - long_line[lines][part.line]
        rare = (others < many) & ((part.end - part.start >= 4) | part.caseless) & (part.hash != NUMBER)
        count = np.maximum(_line_sum(rare, part), 1)
        weight = rare * np.minimum(np.maximum(others, 0), 4) / 4.0
        out[0, lines] = line_mean(others >= many, part)
        out[1, lines] = _line_sum(rare & (others >= 1), part) / count
        out[2, lines] = _line_sum(weight, part) / count
    return out


def _bucket(w: Words) -> I64:
    """Words in 14 bits."""
    return np.asarray(w.hash >> np.uint64(50)).astype(np.int64)


def _repeated(w: Words) -> tuple[F64, F64]:
    """How often each line stands again, and whether it stood before."""
    n = len(w.sizes)
    _, down = _pow(_Q, len(w.hash) + 1)
    line_hash = (w.sums[w.first[1:]] - w.sums[w.first[:-1]]) * down[w.first[:-1]]
    order = np.argsort(line_hash, kind="stable")
    ordered = line_hash[order]
    fresh = np.append(True, ordered[1:] != ordered[:-1])[:n]
    run = np.cumsum(fresh) - 1
    repeats = np.zeros(n)
    repeats[order] = np.bincount(run)[run] - 1.0 if n else 0.0
    seen = np.zeros(n)
    seen[order] = ~fresh
    return repeats, seen


def _shared(w: Words) -> F64:
    """The shares of each line's runs of three words that a line above has, and that any other line has."""
    found: list[tuple[slice, NDArray[np.int32], NDArray[np.int32]]] = []
    for lines, _, part in w.parts():
        i, h = grams(part, 3)
        found.append((lines, part.line[i].astype(np.int32), (h >> np.uint64(46)).astype(np.int32)))  # 18 bits.
    last, initial = np.empty(1 << 18, np.int32), np.empty(1 << 18, np.int32)
    for lines, line, key in found:
        last[key] = line + lines.start  # The last line that has it.
    for lines, line, key in reversed(found):
        initial[key[::-1]] = line[::-1] + lines.start  # The first one.
    out = np.zeros((2, len(w.sizes)))
    for lines, line, key in found:
        count, own = lines.stop - lines.start, line + lines.start
        total = np.maximum(np.bincount(line, minlength=count), 1)
        out[0, lines] = np.bincount(line, initial[key] < own, minlength=count) / total
        out[1, lines] = np.bincount(line, (last[key] != own) | (initial[key] != own), minlength=count) / total
    return out


def _columns(cols: Sequence[NDArray[Any]]) -> F32:
    out = np.empty((len(cols), len(cols[0])), np.float32)
    for row, c in zip(out, cols, strict=True):
        row[:] = c
    return out.T


def _line_sum(values: NDArray[Any], w: Words) -> F64:
    sums = np.zeros(len(values) + 1)
    np.cumsum(values, out=sums[1:])
    return sums[w.first[1:]] - sums[w.first[:-1]]


@functools.cache
def _signs(text: str) -> U64:
    return words(text.split()).hash


def _signed(x: NDArray[Any]) -> F64:
    out: F64 = np.sign(x) * np.log1p(np.abs(x)) / 3
    return out


def place(w: Words, s: F32) -> F32:
    """Where each line stands: from the page's ends, from its long lines, from where they are densest."""
    n = len(s)
    i = np.arange(n)
    long_line = s[:, SURFACE.index("long")] > 0
    count = np.expm1(s[:, 1]).astype(np.float64)
    text = np.where(s[:, SURFACE.index("ends_stop")] > 0, count, count * 0.3)
    text = np.minimum(text, 60) * (count >= 8)
    near, wide = _window(text, 3), _window(text, 12)
    at = np.flatnonzero(long_line)
    smooth = _window(np.minimum(text, 60), 8)
    peak = int(smooth.argmax()) if n else 0
    # The run of long lines around the peak: gaps of up to 12 lines belong to it.
    if len(at):
        j = int(np.abs(at - peak).argmin())
        gap = np.diff(at) > 12
        lo = at[np.flatnonzero(gap[:j])[-1] + 1] if gap[:j].any() else at[0]
        hi = at[j + np.flatnonzero(gap[j:])[0]] if gap[j:].any() else at[-1]
        before = np.concatenate(([-60], at))[np.searchsorted(at, i, "right")]
        after = np.concatenate((at, [n + 60]))[np.searchsorted(at, i, "left")]
    else:
        lo, hi = 0, n - 1
        before, after = np.full(n, -60), np.full(n, n + 60)
    cum = np.cumsum(text)
    total = max(1.0, float(cum[-1])) if n else 1.0
    lens = w.line_end - w.line_start
    cols = [
        i / max(1, n),
        np.log1p(n - 1 - i) / 5,
        np.cumsum(lens) / max(1, lens.sum()),
        _signed(i - lo),
        _signed(i - hi),
        (i >= lo) & (i <= hi),
        _signed(i - peak),
        np.log1p(near) / 4,
        np.log1p(wide) / 5,
        np.log1p(cum - text) / 6,
        np.log1p(total - cum) / 6,
        np.full(n, np.log1p(n) / 6),
        np.full(n, len(at) / max(1, n)),
        np.log1p(np.minimum(i - before, 60)) / 3,
        np.log1p(np.minimum(after - i, 60)) / 3,
        _window(long_line.astype(np.float64), 5) / 5,
        np.full(n, s[:, 16].mean() if n else 0),
    ]
    return _columns(cols)


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


def sketch(w: Words, dim: int = 128) -> F32:
    """A short random vector for the content words of each line: products of two tell how much they share."""
    n = len(w.sizes)
    if not len(w.hash):
        return np.zeros((n, dim), np.float32)
    having = np.bincount(_bucket(w), minlength=16384)
    out = np.empty((n, dim), np.float32)
    for lines, _, part in w.parts():
        idf = np.log(len(w.hash) / np.maximum(having[_bucket(part)], 1)) + 0.5
        idf *= np.where(part.hash == NUMBER, 0.2, 1.0) * (part.end - part.start > 2 - part.caseless * 2)
        sign = np.where(part.hash & np.uint64(1), idf, -idf)
        at = part.line * dim + (part.hash >> np.uint64(8)).astype(np.int64) % dim
        v = np.bincount(at, sign, minlength=len(part.sizes) * dim).reshape(-1, dim)
        out[lines] = v / np.maximum(np.sqrt((v * v).sum(1, keepdims=True)), 1e-6)
    return out


def cue_columns(markup: Sequence[Markup | None] | None, n: int) -> F32:
    """What Markdown says of each line; zeros where the text is plain."""
    out = np.zeros((n, len(CUES)), np.float32)
    if markup is not None and any(markup):
        out[:, :CUE_COUNT] = [(m.link, m.heading, m.item, m.image) if m else (0, 0, 0, 0) for m in markup]
        out[:, 1] = (out[:, 1] > 0) * (1.2 - 0.2 * out[:, 1])
        out[:, 4] = float((out[:, 0] > 0).mean() > 0.02)
    return out


def compute(lines: Sequence[str], lexicon: Lexicon, markup: Sequence[Markup | None] | None = None) -> tuple[Words, F32]:
    """All features but the hashed score: surface, place, cues, lexicon."""
    w = words(lines)
    s = surface(w)
    return w, np.concatenate([s, place(w, s), cue_columns(markup, len(lines)), lexicon.match(w)], 1)


NAMES = SURFACE + PLACE + CUES + Lexicon.columns

#: Phrases that cover so much of a line say what kind of clutter it is, and so do sections' names.
_FILLED, _OTHER = 0.6, "other"
_WHOLE = [NAMES.index(f"whole.{kind}") for kind in KINDS]
_OPEN = [NAMES.index(f"open.{kind}") for kind in KINDS]
_SECTION, _NAVIGATION = NAMES.index("x.section"), KINDS.index("navigation")


def kinds(table: F32) -> list[str]:
    """The kind of clutter that each line says it is: its phrases of the kind fill it, or it opens with one; or `other`.

    Args:
        table: what `compute` found in the lines.
    """
    said = np.where(table[:, _WHOLE] >= _FILLED, table[:, _WHOLE] + 1, table[:, _OPEN])
    said[:, _NAVIGATION] = np.maximum(said[:, _NAVIGATION], np.where(table[:, _SECTION] >= _FILLED, 1, 0))
    most = said.argmax(1)
    clear = said[np.arange(len(said)), most] > 0
    return [KINDS[kind] if told else _OTHER for kind, told in zip(most.tolist(), clear.tolist(), strict=True)]
