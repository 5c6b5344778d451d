"""The phrases of all languages as the features look them up, for all words of a page at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.lexicon import compiled
from newsclean.model import packing
from newsclean.model.tokens import F32, I64, U64, Words, grams, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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


class _Found(NamedTuple):
    """Phrases in lines.

    Attributes:
        first: the first word of each.
        size: how many words each has.
        keys: their places among the table's keys, each once.
        which: which of these each phrase has.
    """

    first: I64
    size: I64
    keys: I64
    which: I64


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
        self._use(self._build(phrases, np.array(bits, np.uint64), np.array(owner, np.uint8)))

    def _use(self, table: _Table) -> None:
        self._table = table
        held = np.diff(table[0])
        #: How many keys the fullest place of the index holds, and which places hold any: the cache has room for these.
        self._crowd, self._some = int(held.max(initial=0)), held > 0

    @classmethod
    def from_compiled(cls) -> Lexicon | None:
        """The phrases of all languages, where they are compiled."""
        found = compiled.piece(packing.name("phrases"))
        if not found:
            return None
        new = cls.__new__(cls)
        new._count, new._english, table = found  # noqa: SLF001
        begin, keys, span, bits, owner = packing.unpacked(table)
        new._use((begin, keys, span, bits, owner))  # noqa: SLF001
        return new

    def packed(self) -> tuple[int, list[int], list[tuple[str, bytes]]]:
        """What `from_compiled` makes a lexicon of again."""
        return self._count, self._english, packing.packed(self._table)

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
        hashes, rows = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
        for n in range(1, _LONGEST + 1):
            i, h = grams(w, n)
            ok = w.sizes[w.line[i]] == n
            hashes.append(h[ok])
            rows.append(w.line[i[ok]])
        h, at = np.concatenate(hashes), np.concatenate(rows)
        order = np.argsort(h, kind="stable")
        h, at = h[order], at[order]
        first = np.flatnonzero(np.append(True, h[1:] != h[:-1])) if len(h) else np.zeros(0, np.int64)
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
        spoken = self._spoken(found)
        for (lines, _, part), phrases in zip(w.parts(), found, strict=True):
            b, size = self._meant(part, phrases, spoken), phrases.size
            mask = np.zeros(len(part.hash), np.uint64)
            for step in range(int(size.max(initial=0))):
                reach = size > step
                np.bitwise_or.at(mask, phrases.first[reach] + step, b[reach])
            self._tell(part, mask, out[lines])
        return out

    @staticmethod
    def _tell(w: Words, mask: U64, out: F32) -> None:
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
        share = counts / np.maximum(w.sizes, 1)[:, None]
        end = 4 * k + len(EXTRA)
        out[:, :end] = share[:, :end]
        out[:, k : 3 * k] = hits
        out[:, end] = share[:, 62]
        out[:, end + 1] = hits[:, :k].any(1)
        out[:, end + 2] = hits[:, k:].any(1)
        out[:, end + 3] = share[:, 63]

    def _found(self, w: Words) -> _Found:
        """The phrases in lines, of whatever language."""
        begin, keys, *_ = self._table
        found: list[tuple[I64, U64, NDArray[np.int32], NDArray[np.int32], I64]] = []
        for length in range(1, max(1, min(_LONGEST, int(w.sizes.max()))) + 1):
            i, h = grams(w, length)
            top = (h >> np.uint64(64 - _GATE)).view(np.int64)
            near = np.flatnonzero(self._some[top])
            top = top[near]
            found.append((i[near], h[near], begin[top], begin[top + 1], np.full(len(near), length)))
        i, h, here, stop, size = (np.concatenate(parts) for parts in zip(*found, strict=True))
        for _ in range(self._crowd):
            other = (keys[here] != h) & (here < stop)
            if not other.any():
                break
            here += other
        good = here < stop
        # A line of numbers has the same few phrases thousands of times, in all languages.
        each, which = np.unique(here[good].astype(np.int64), return_inverse=True)
        return _Found(i[good], size[good], each, which)

    def _owned(self, keys: I64) -> tuple[NDArray[np.int32], I64]:
        """How many entries phrases have, given their places among the keys, and which: one a language."""
        span = self._table[2]
        times = span[keys + 1] - span[keys]
        return times, np.repeat(span[keys] - np.cumsum(times) + times, times) + np.arange(int(times.sum()))

    def _spoken(self, found: Iterable[_Found]) -> NDArray[np.bool_]:
        """Whether the page is in each of the languages, as its function words tell; in all, where they do not."""
        *_, bits, owner = self._table
        votes = np.zeros(self._count)
        for phrases in found:
            times, entry = self._owned(phrases.keys)
            often = np.repeat(np.bincount(phrases.which, minlength=len(phrases.keys)), times)
            votes += np.bincount(owner[entry], (bits[entry] & self._function > 0) * often, minlength=self._count)
        if votes.max() < _VOTES:
            return np.ones(self._count, np.bool_)
        spoken: NDArray[np.bool_] = votes >= 0.6 * votes.max()
        spoken[self._english] = True
        return spoken

    def _meant(self, w: Words, phrases: _Found, spoken: NDArray[np.bool_]) -> U64:
        """The bits of each phrase's kinds in the languages that the page is in."""
        *_, bits, owner = self._table
        times, entry = self._owned(phrases.keys)
        active = np.where(spoken[owner[entry]], bits[entry], np.uint64(0))
        if not len(active):
            return active
        b = np.bitwise_or.reduceat(active, np.cumsum(times) - times)[phrases.which]
        return np.where(phrases.first == w.first[w.line[phrases.first]], b, b & ~self._open)


def _flat(x: Any) -> list[str]:  # noqa: ANN401
    return [x] if isinstance(x, str) else [z for y in x for z in _flat(y)]
