"""Where a block stands on an HTML page, counted for all blocks at once: columns beside those of `features`."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from newsclean.markup import Markup
from newsclean.model.places import Places
from newsclean.model.surface import SURFACE
from newsclean.naming import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.markup import Tag
    from newsclean.model.tokens import F32, F64, I64, Words

VERSION = 2

_OWN = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "th", "div", "section", "blockquote", "dd")
_AROUND = (
    "article", "main", "aside", "nav", "footer", "header", "form", "figure", "table", "li", "blockquote", "button",
    "ul", "section", "p", "address",
)  # fmt: skip
#: A bit for each name: the first for an element's own, the others for one around it.
_NAME_BITS = {name: sum(1 << n for n, one in enumerate((*_OWN, *_AROUND)) if one == name) for name in (*_OWN, *_AROUND)}
_LEVELS = (0, 1, 2, 3, 5)
#: Children and depth beyond which more tells nothing.
_MANY = 64

NAMES = (
    "link", "bold", "slanted", "stated", "summarised", "has_statement", "margin",
    *(f"own.{name}" for name in _OWN),
    *(f"in.{name}" for name in _AROUND),
    *(f"{where}.{name}" for where in ("own", "near", "far") for name, _ in SIGNS),
    "depth", "children", "first_in", "last_in", "share_before",
    *(f"{name}@{level}" for level in _LEVELS for name in ("words", "link", "stops", "stated", "share")),
    *(f"alike.{name}" for name in ("words", "link", "stops", "stated", "blocks")),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _mask(names: str) -> int:
    return sum(1 << n for n, (_, sign) in enumerate(SIGNS) if sign.search(names)) if names else 0


_WORD = re.compile(r"[a-z]{2,}")


#: From so many levels out names count as equally far.
_FAR = 3
_NONE = np.zeros(0, np.int64)


@lru_cache(maxsize=1 << 14)
def _name_ids(name: str, names: str, level: int, bits: int) -> frozenset[int]:
    """The buckets of an element's name and of its classes, whole and in words."""
    words = {f"<{name}>", *_WORD.findall(names), *(f".{c}" for c in names.split())}
    return frozenset(zlib.crc32(f"{level}{word}".encode()) >> (32 - bits) for word in words)


class _Chain:
    """Elements in each other, as they are called; many blocks of a page stand in the same.

    Args:
        name, names: of the innermost.
        outer: those around it.
        number: its own on the page.
    """

    def __init__(self, name: str, names: str, outer: _Chain | None, number: int) -> None:
        self.name, self.names, self.outer, self.number = name, names, outer, number
        self._ids: I64 | None = None
        self._far: frozenset[int] | None = None

    def ids(self, bits: int) -> I64:
        """The buckets of the names of all elements."""
        if self._ids is None:
            found: set[int] = set()
            at: _Chain | None = self
            for level in range(_FAR):
                if at is None:
                    break
                found |= _name_ids(at.name, at.names, level, bits)
                at = at.outer
            if at is not None:
                found |= at.far(bits)
            self._ids = np.fromiter(found, np.int64, len(found))
        return self._ids

    def far(self, bits: int) -> frozenset[int]:
        """The buckets of the names of all elements, where all of them are far out; many chains end in the same."""
        inner: list[_Chain] = []
        at: _Chain | None = self
        while at is not None and at._far is None:  # noqa: SLF001
            inner.append(at)
            at = at.outer
        found = frozenset[int]() if at is None or at._far is None else at._far  # noqa: SLF001
        # Without recursion: pages nest deeper than Python's stack.
        for chain in reversed(inner):
            found = chain._far = found | _name_ids(chain.name, chain.names, _FAR, bits)  # noqa: SLF001
        return found


def name_ids(markup: Sequence[Markup | None], bits: int = 14) -> tuple[I64, I64]:
    """The line and bucket of the hashed words in the names of the elements around each block."""
    known: dict[tuple[int, str, str], _Chain] = {}
    by_tag: dict[int, _Chain] = {}
    parts: list[I64] = []
    for one in markup:
        tag = one.tag if one else None
        parts.append(_chain(tag, by_tag, known).ids(bits) if tag else _NONE)
    rows = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return rows, np.concatenate([_NONE, *parts])


def _chain(tag: Tag, by_tag: dict[int, _Chain], known: dict[tuple[int, str, str], _Chain]) -> _Chain:
    """The chain of the elements around a block.

    Args:
        tag: the innermost.
        by_tag: the chains of elements met before, by their numbers.
        known: all chains, by the number of those around, and what the innermost is called.
    """
    path: list[Tag] = []
    at: Tag | None = tag
    while at is not None and at.number not in by_tag:
        path.append(at)
        at = at.parent
    chain = by_tag[at.number] if at is not None else None
    for inner in reversed(path):
        key = -1 if chain is None else chain.number, inner.name, inner.names
        if key not in known:
            known[key] = _Chain(inner.name, inner.names, chain, len(known))
        chain = by_tag[inner.number] = known[key]
    return by_tag[tag.number]


def alike(markup: Sequence[Markup]) -> I64:
    """A number for each block; blocks in elements that are called alike, in the same element's kind, share it."""
    numbers: dict[tuple[str, str, str, str], int] = {}
    by_tag: dict[int, int] = {}
    out = np.zeros(len(markup), np.int64)
    for n, one in enumerate(markup):
        tag = one.tag
        if tag is None:
            continue
        number = by_tag.get(tag.number)
        if number is None:
            up = tag.parent
            key = (tag.name, tag.names, up.name if up else "", up.names if up else "")
            number = by_tag[tag.number] = numbers.setdefault(key, len(numbers))
        out[n] = number
    return out


def compute(markup: Sequence[Markup | None], words: Words, table: F32) -> tuple[F32, tuple[I64, I64]]:
    """The columns named by `NAMES`, a row for each block, and which blocks stand together or alike.

    Args:
        markup: of each block; a block without any stands nowhere.
        words: of the blocks' texts.
        table: what `features.compute` found in the texts.
    """
    known = [one or Markup() for one in markup]
    stops = np.expm1(table[:, SURFACE.index("stop_count")].astype(np.float64))
    n = len(known)
    places = Places([one.tag for one in known])
    size = np.minimum(words.sizes, 200).astype(np.float64)
    facts = np.array([(m.link, m.bold, m.slanted, m.stated, m.summarised) for m in known], np.float64).reshape(n, 5)
    link, stated = facts[:, 0], np.maximum(facts[:, 3], 0)
    margin = np.array([m.margin for m in known], np.float64)
    values = np.stack([size, size * link, stops, np.ones(n), size * stated], 1)
    sums = places.sums(values)
    total = np.maximum(values.sum(0), 1)
    group = alike(known)
    groups = np.zeros((int(group.max(initial=0)) + 1, values.shape[1]))
    np.add.at(groups, group, values)
    same = _means(groups[group], total)
    same[:, 4] = np.log1p(groups[group, 3]) / 4
    columns = [
        facts,
        np.stack([facts[:, 3] >= 0, margin], 1),
        *_called(places),
        _within(places, size, sums),
        *(_means(sums[at], total) for at in places.around(_LEVELS)),
        same,
    ]
    return np.concatenate(columns, 1).astype(np.float32), (places.of, group)


def _called(places: Places) -> list[F32]:
    """What the element of each block is called, and those around it, near and far."""
    name_bits = np.array([_NAME_BITS.get(tag.name, 0) for tag in places.tags], np.int64)
    masks = np.array([_mask(tag.names) for tag in places.tags], np.int64)
    signs = len(_OWN) + len(_AROUND)
    handed = places.handed_down(name_bits | masks << signs)
    up, of = places.parent, places.of
    near = masks[up] | masks[up[up]]
    far = handed[up[up[up]]] >> signs
    return [
        _bits(name_bits[of], len(_OWN)),
        _bits(handed[of] >> len(_OWN), len(_AROUND)),
        *(_bits(mask[of], len(SIGNS)) for mask in (masks, near, far)),
    ]


def _within(places: Places, size: F64, sums: F64) -> F64:
    """Where each block stands in its element, and in what an element."""
    of = places.of
    children = np.array([tag.children for tag in places.tags], np.float64)
    order = np.cumsum(size) - size
    first = np.full(len(places.tags), np.inf)
    np.minimum.at(first, of, order)
    previous = np.append(-1, of[:-1])[: len(of)]
    following = np.append(of[1:], -1)[: len(of)]
    return np.stack(
        [
            np.minimum(places.depth, _MANY)[of] / 16,
            np.log1p(np.minimum(children, _MANY)[of]) / 4,
            previous != of,
            following != of,
            (order - first[of]) / np.maximum(sums[of, 0], 1),
        ],
        1,
    )


def _means(sums: F64, total: F64) -> F64:
    words = np.maximum(sums[:, 0], 1)
    return np.stack(
        [
            np.log1p(sums[:, 0]) / 6,
            sums[:, 1] / words,
            np.minimum(sums[:, 2] / words * 10, 3),
            sums[:, 4] / words,
            sums[:, 0] / total[0],
        ],
        1,
    )


def _bits(masks: I64, size: int) -> F32:
    return ((masks[:, None] >> np.arange(size)) & 1).astype(np.float32)
