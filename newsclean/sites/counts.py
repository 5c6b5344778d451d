"""In how many distinct stories each line, opening and closing stands, and what it was taken for there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newsclean._lazy import lazy
from newsclean.sites.story import KINDS, LINES, odds_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from newsclean.sites.story import Lines, Story

    Numbers = NDArray[np.integer[Any]]
    Figures = NDArray[np.floating[Any]]

#: Pages are of one story where they share so much of their bodies' words.
_SAME = 0.5
#: The share of the pages that have a line from which on it tells none of them apart, and the share of a body's words
#: that have to be in other lines.
_COMMON, _LEAST_RARE = 0.5, 0.2
#: Shorter lines may stand in the bodies of several stories.
_LEAST_WORDS = 5


class Told(NamedTuple):
    """What other stories tell of some lines, a figure for each."""

    stories: Figures
    """In how many of them it stands."""
    odds: Figures
    """The mean of its log odds to be body there; 0 where there are none."""
    body: Figures
    """The share of them that have it in the body; 0 where there are none."""


class _Table:
    """For each hash of a kind, in which stories it stands, and what it was taken for in each."""

    def __init__(self, keys: Numbers, story: Numbers, odds: Figures, body: Figures) -> None:
        pairs, where = np.unique(keys << 32 | story, return_inverse=True)
        times = np.bincount(where, minlength=len(pairs))
        self._pairs = pairs
        means = [np.bincount(where, values, len(pairs)) / times for values in (odds, body)]
        self._figures = np.stack([np.ones(len(pairs)), *means])
        self._keys, starts = np.unique(pairs >> 32, return_index=True)
        self._sums = np.add.reduceat(self._figures, starts, axis=1) if len(pairs) else self._figures

    def told(self, keys: Numbers, without: Numbers) -> Told:
        """What is known of some hashes from all stories but those given."""
        sums = _looked_up(self._keys, self._sums, keys)
        for story in without:
            sums = sums - _looked_up(self._pairs, self._figures, keys << 32 | story)
        sums[:, keys == 0] = 0
        count = np.maximum(sums[0], 1)
        return Told(sums[0], sums[1] / count, sums[2] / count)


def _looked_up(known: Numbers, figures: Figures, keys: Numbers) -> Figures:
    """The columns of figures that belong to some keys; zeros for those that are not known."""
    if not len(known):
        return np.zeros((len(figures), len(keys)))
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, figures[:, at], 0.0)


class _Bodies:
    """The longer lines of pages' bodies, by hash."""

    def __init__(self, lines: Numbers, pages: Numbers, words: Numbers, number: int) -> None:
        order = np.argsort(lines, kind="stable")
        self._number = number
        self._lines, self._pages = lines[order].astype(np.int64), pages[order]
        _, where, times = np.unique(self._lines, return_inverse=True, return_counts=True)
        # A line on most pages tells none of them apart.
        self._rare = times[where] < max(2, _COMMON * number)
        self._words = words[order].astype(np.float64)

    def alike(self, lines: Numbers, words: Figures) -> Figures:
        """The share of words that a body, given by its lines, has in common with each of these, of the words of either.

        Lines that are on most pages do not count, unless the body has hardly any others.
        """
        starts, stops = np.searchsorted(self._lines, lines), np.searchsorted(self._lines, lines, "right")
        rare = np.array([a == b or bool(self._rare[a]) for a, b in zip(starts, stops, strict=True)], bool)
        if words[rare].sum() < _LEAST_RARE * words.sum():
            rare[:] = True
            counted = np.ones(len(self._words))
        else:
            counted = self._rare.astype(np.float64)
        pairs = zip(starts[rare], stops[rare], strict=True)
        found = np.concatenate([np.zeros(0, np.int64), *(np.arange(a, b) for a, b in pairs)])
        shared = np.bincount(self._pages[found], self._words[found], self._number)
        totals = np.bincount(self._pages, self._words * counted, self._number)
        return np.asarray(shared / np.maximum(totals + words[rare].sum() - shared, 1))


class Counts:
    """What a sample of stories tells of lines.

    Pages whose bodies have most of their words in common are one story, such as an article that was crawled again when
    a paragraph had been added.

    Args:
        stories: what is kept of pages.
    """

    def __init__(self, stories: Sequence[Story]) -> None:
        self._lines = [story.lines for story in stories]
        self._page = np.repeat(np.arange(len(stories)), [len(lines) for lines in self._lines])
        self._all = np.concatenate(self._lines) if stories else np.zeros(0, LINES)
        self._pages = len(stories)

    @lazy
    def number(self) -> int:
        """How many distinct stories there are."""
        return len(set(self._story.tolist()))

    @lazy
    def _bodies(self) -> _Bodies:
        chosen = _in_body(self._all)
        return _Bodies(self._all["line"][chosen], self._page[chosen], self._all["size"][chosen], self._pages)

    def _alike(self, lines: Lines) -> Figures:
        """The share of its body's words that a page has in common with each page, of the words of either."""
        own = lines[_in_body(lines)]
        sought, first = np.unique(own["line"].astype(np.int64), return_index=True)
        return self._bodies.alike(sought, own["size"][first].astype(np.float64))

    @lazy
    def _story(self) -> Numbers:
        """The number of each page's story, that of the first page that is of it."""
        story = np.arange(self._pages)
        for page, lines in enumerate(self._lines):
            same = np.flatnonzero(self._alike(lines)[:page] >= _SAME)
            if len(same):
                story[page] = story[same[0]]
        return story

    @lazy
    def _tables(self) -> dict[str, _Table]:
        story = self._story[self._page]
        odds, body = odds_of(self._all), self._all["body"].astype(np.float64)
        found = {}
        for kind in KINDS:
            keys = self._all[kind].astype(np.int64)
            there = keys > 0
            found[kind] = _Table(keys[there], story[there], odds[there], body[there])
        return found

    def told(self, lines: Lines) -> tuple[int, dict[str, Told]]:
        """How many other stories there are than that of a page, and by kind what they tell of its lines."""
        if not self._pages:
            nothing = Told(*np.zeros((3, len(lines))))
            return 0, dict.fromkeys(KINDS, nothing)
        own = np.unique(self._story[self._alike(lines) >= _SAME])
        told = {kind: self._tables[kind].told(lines[kind].astype(np.int64), own) for kind in KINDS}
        return self.number - len(own), told


def _in_body(lines: Lines) -> NDArray[np.bool_]:
    return np.asarray(lines["body"] & (lines["size"] >= _LEAST_WORDS))
