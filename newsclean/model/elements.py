"""Where a block stands on an HTML page, counted for all blocks at once: columns beside those of `features`."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from newsclean.markup import Markup
from newsclean.model.features import SURFACE
from newsclean.naming import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.markup import Tag
    from newsclean.model.features import F32, F64, I64, Words

VERSION = 1

_OWN = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "th", "div", "section", "blockquote", "dd")
_AROUND = (
    "article", "main", "aside", "nav", "footer", "header", "form", "figure", "table", "li", "blockquote", "button",
    "ul", "section", "p", "address",
)  # fmt: skip
_LEVELS = (0, 1, 2, 3, 5)
#: Children and depth beyond which more tells nothing.
_MANY = 64

NAMES = (
    "link", "bold", "slanted", "extracted", "stated", "summarised", "has_extract", "has_statement", "margin",
    *(f"own.{name}" for name in _OWN),
    *(f"in.{name}" for name in _AROUND),
    *(f"{where}.{name}" for where in ("own", "near", "far") for name, _ in SIGNS),
    "depth", "children", "first_in", "last_in", "share_before",
    *(f"{name}@{level}" for level in _LEVELS for name in ("words", "link", "stops", "extracted", "stated", "share")),
    *(f"alike.{name}" for name in ("words", "link", "stops", "extracted", "stated", "blocks")),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _mask(names: str) -> int:
    return sum(1 << n for n, (_, sign) in enumerate(SIGNS) if sign.search(names)) if names else 0


_WORD = re.compile(r"[a-z]{2,}")


#: Names further out than this count as equally far.
_FAR = 3
_NONE = np.zeros(0, np.int64)


@lru_cache(maxsize=1 << 14)
def _name_ids(name: str, names: str, level: int, bits: int) -> frozenset[int]:
    """The buckets of an element's name and of its classes, whole and in words."""
    words = {f"<{name}>", *_WORD.findall(names), *(f".{c}" for c in names.split())}
    return frozenset(zlib.crc32(f"{level}{word}".encode()) >> (32 - bits) for word in words)


def name_ids(markup: Sequence[Markup | None], bits: int = 14) -> tuple[I64, I64]:
    """The line and bucket of the hashed words in the names of the elements around each block."""
    #: By an element's number, the buckets of all that is far around it.
    far: dict[int, frozenset[int]] = {}
    by_tag: dict[int, I64] = {}
    parts: list[I64] = []
    for one in markup:
        tag = one.tag if one else None
        if tag is None:
            parts.append(_NONE)
            continue
        if tag.number not in by_tag:
            around = enumerate(islice(tag.path(), _FAR))
            near = (_name_ids(outer.name, outer.names, level, bits) for level, outer in around)
            ids = _all_far(tag, far, bits).union(*near)
            by_tag[tag.number] = np.fromiter(ids, np.int64, len(ids))
        parts.append(by_tag[tag.number])
    rows = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return rows, np.concatenate([_NONE, *parts])


def _all_far(tag: Tag, far: dict[int, frozenset[int]], bits: int) -> frozenset[int]:
    """The buckets of all elements that are far around one, kept for those that share them."""
    path: list[Tag] = []
    at: Tag | None = tag
    while at is not None and at.number not in far:
        path.append(at)
        at = at.parent
    found = far[at.number] if at is not None else frozenset()
    for inner in reversed(path):
        outer = next(islice(inner.path(), _FAR, None), None)
        if outer is not None:
            found |= _name_ids(outer.name, outer.names, _FAR, bits)
        far[inner.number] = found
    return found


class Places:
    """The elements of a page: for each its parent, what it is called, and sums over all that stands in it."""

    def __init__(self, tags: Sequence[Tag | None]) -> None:
        found: dict[int, Tag] = {}
        for tag in tags:
            at = tag
            while at is not None and at.number not in found:
                found[at.number] = at
                at = at.parent
        order = sorted(found)
        place = {number: n for n, number in enumerate(order)}
        self.tags = [found[number] for number in order]
        parents = [t.parent for t in self.tags]
        self.parent = np.array([n if p is None else place[p.number] for n, p in enumerate(parents)], np.int64)
        self.of = np.array([place[tag.number] if tag else 0 for tag in tags], np.int64)
        self._depth = np.array([tag.depth for tag in self.tags], np.int64)

    def sums(self, values: F64) -> F64:
        """Sums of the blocks' values over each element, with all that stands in it."""
        out = np.zeros((len(self.tags), values.shape[1]), np.float64)
        np.add.at(out, self.of, values)
        # Level by level, the deepest first.
        for depth in range(int(self._depth.max(initial=0)), 0, -1):
            at = np.flatnonzero(self._depth == depth)
            np.add.at(out, self.parent[at], out[at])
        return out

    def handed_down(self, own: I64) -> I64:
        """For each element the bits of all elements around it and its own."""
        out = own.copy()
        for depth in range(1, int(self._depth.max(initial=0)) + 1):
            at = np.flatnonzero(self._depth == depth)
            out[at] |= out[self.parent[at]]
        return out


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
    of, tags = places.of, places.tags
    size = np.minimum(words.sizes, 200).astype(np.float64)
    facts = np.array(
        [(m.link, m.bold, m.slanted, m.extracted, m.stated, m.summarised) for m in known], np.float64
    ).reshape(n, 6)
    link, extracted, stated = facts[:, 0], np.maximum(facts[:, 3], 0), np.maximum(facts[:, 4], 0)
    margin = np.array([m.margin for m in known], np.float64)
    name_at = {name: i for i, name in enumerate(_OWN)}
    own = np.zeros((len(tags) + 1, len(_OWN)))
    for i, tag in enumerate(tags):
        if tag.name in name_at:
            own[i, name_at[tag.name]] = 1
    around_at = {name: 1 << i for i, name in enumerate(_AROUND)}
    around = places.handed_down(np.array([around_at.get(tag.name, 0) for tag in tags], np.int64))
    masks = np.array([_mask(tag.names) for tag in tags], np.int64)
    up = places.parent
    near = masks[up] | masks[up[up]]
    outer = up[up[up]]
    far = places.handed_down(masks)[outer]
    signs = np.concatenate([_bits(m[of], len(SIGNS)) for m in (masks, near, far)], 1)
    depth = np.array([min(tag.depth, _MANY) for tag in tags], np.float64)
    children = np.array([min(tag.children, _MANY) for tag in tags], np.float64)
    values = np.stack([size, size * link, stops, np.ones(n), size * extracted, size * stated], 1)
    sums = places.sums(values)
    total = np.maximum(values.sum(0), 1)
    levels = []
    at = of
    reached = 0
    for level in _LEVELS:
        while reached < level:
            at = up[at]
            reached += 1
        levels.append(_means(sums[at], total))
    # Where a block stands in its element.
    order = np.cumsum(size) - size
    first = np.full(len(tags), np.inf)
    np.minimum.at(first, of, order)
    group = alike(known)
    groups = np.zeros((int(group.max(initial=0)) + 1, values.shape[1]))
    np.add.at(groups, group, values)
    same = _means(groups[group], total)
    same[:, 5] = np.log1p(groups[group, 3]) / 4
    previous = np.append(-1, of[:-1])[:n]
    following = np.append(of[1:], -1)[:n]
    columns = [
        facts,
        np.stack([facts[:, 3] >= 0, facts[:, 4] >= 0, margin], 1),
        own[of],
        _bits(around[of], len(_AROUND)),
        signs,
        np.stack(
            [
                depth[of] / 16,
                np.log1p(children[of]) / 4,
                previous != of,
                following != of,
                (order - first[of]) / np.maximum(sums[of, 0], 1),
            ],
            1,
        ),
        *levels,
        same,
    ]
    return np.concatenate(columns, 1).astype(np.float32), (of, group)


def _means(sums: F64, total: F64) -> F64:
    words = np.maximum(sums[:, 0], 1)
    return np.stack(
        [
            np.log1p(sums[:, 0]) / 6,
            sums[:, 1] / words,
            np.minimum(sums[:, 2] / words * 10, 3),
            sums[:, 4] / words,
            sums[:, 5] / words,
            sums[:, 0] / total[0],
        ],
        1,
    )


def _bits(masks: I64, size: int) -> F32:
    return ((masks[:, None] >> np.arange(size)) & 1).astype(np.float32)
