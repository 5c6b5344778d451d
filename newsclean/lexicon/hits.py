"""The phrases found in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Phrases come back at a line's start more often than far from it, where only so many hits are kept.
_OFTEN, _FAR = 16, 1 << 13


class Hit(NamedTuple):
    """A phrase found: from word `start` up to word `end`, and its category.

    A category is a list's place in the file, such as `share.whole`: the table
    is its kind, the list its place. `open`: the phrase leaves open which words
    it ends with, as "sponsored by *" does.
    """

    start: int
    end: int
    category: str
    kind: str
    place: str
    open: bool


class Hits(dict[tuple[int, int], tuple[Hit, ...]]):
    """The hits of one phrase by where it starts and ends, for all lines that have it there.

    Near a line's start they are kept for good, further on until there are too many of them.
    """

    _far: ClassVar[list[tuple[Hits, tuple[int, int]]]] = []

    def __init__(self, categories: Iterable[str], *, open_ended: bool) -> None:
        super().__init__()
        self._names = [(category, category.split(".", 1)) for category in categories]
        self._open = open_ended

    def __missing__(self, place: tuple[int, int]) -> tuple[Hit, ...]:
        found = [Hit(*place, category, kind, of, self._open) for category, (kind, of) in self._names]
        hits = self[place] = tuple(found)
        if place[0] >= _OFTEN:
            self._far.append((self, place))
            if len(self._far) >= _FAR:
                for phrase, start_and_end in self._far:
                    phrase.pop(start_and_end, None)
                self._far.clear()
        return hits
