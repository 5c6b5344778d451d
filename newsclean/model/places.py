"""The elements of an HTML page as arrays, so that what stands in one is summed up for all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.markup import Tag
    from newsclean.model.tokens import F64, I64


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
        self.depth = np.array([tag.depth for tag in self.tags], np.int64)
        by_depth = np.argsort(self.depth, kind="stable")
        #: The places of the elements at each depth but the outermost, the deepest last.
        self._levels = np.split(by_depth, np.flatnonzero(np.diff(self.depth[by_depth])) + 1)[1:]

    def sums(self, values: F64) -> F64:
        """Sums of the blocks' values over each element, with all that stands in it."""
        out = np.zeros((len(self.tags), values.shape[1]), np.float64)
        np.add.at(out, self.of, values)
        for at in reversed(self._levels):
            np.add.at(out, self.parent[at], out[at])
        return out

    def around(self, levels: Sequence[int]) -> Iterator[I64]:
        """Of each block the place of the element so many levels out, level by level from the inside."""
        at, reached = self.of, 0
        for level in levels:
            for _ in range(level - reached):
                at = self.parent[at]
            reached = level
            yield at

    def handed_down(self, own: I64) -> I64:
        """For each element the bits of all elements around it and its own."""
        out = own.copy()
        for at in self._levels:
            out[at] |= out[self.parent[at]]
        return out
