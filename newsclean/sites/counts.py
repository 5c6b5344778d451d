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

#: Pages are of one story where they share so much of their bodies.
_SAME = 0.5
#: What all pages have weighs so much: a little, as they may all be of one story.
_LEAST_RARITY = 0.2
#: Shorter lines may stand in the bodies of several stories.
_LEAST_WORDS = 5
#: The square of a normal quantile: by chance alone a share is that far off in one case of twenty.
_SQUARE = 1.96**2


class Told(NamedTuple):
    """What other stories tell of some lines, a figure for each."""

    stories: Figures
    """In how many of them it stands."""
    odds: Figures
    """The mean of its log odds to be body there; 0 where there are none."""
    body: Figures
    """The share of them that have it in the body; 0 where there are none."""
    different: Figures
    """In how many different lines it stands, in all stories."""


class _Table:
    """For each hash of a kind, in which stories it stands, and what it was taken for in each."""

    def __init__(self, keys: Numbers, story: Numbers, lines: Numbers, odds: Figures, body: Figures) -> None:
        pairs, where = np.unique(keys << 32 | story, return_inverse=True)
        times = np.bincount(where, minlength=len(pairs))
        self._pairs = pairs
        means = [np.bincount(where, values, len(pairs)) / times for values in (odds, body)]
        self._figures = np.stack([np.ones(len(pairs)), *means])
        self._keys, starts = np.unique(pairs >> 32, return_index=True)
        self._sums = np.add.reduceat(self._figures, starts, axis=1) if len(pairs) else self._figures
        self._different = np.unique(np.unique(keys << 32 | lines) >> 32, return_counts=True)[1][None]

    def told(self, keys: Numbers, without: Numbers) -> Told:
        """What is known of some hashes from all stories but those given."""
        sums = _looked_up(self._keys, self._sums, keys)
        for story in without:
            sums = sums - _looked_up(self._pairs, self._figures, keys << 32 | story)
        sums[:, keys == 0] = 0
        count = np.maximum(sums[0], 1)
        different = _looked_up(self._keys, self._different, keys)
        return Told(sums[0], sums[1] / count, sums[2] / count, different[0])


def _looked_up(known: Numbers, figures: Figures, keys: Numbers) -> Figures:
    """The columns of figures that belong to some keys; zeros for those that are not known."""
    if not len(known):
        return np.zeros((len(figures), len(keys)))
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, figures[:, at], 0.0)


class _Bodies:
    """The longer lines of pages' bodies, by hash. Each weighs by its words, and less where many pages have it."""

    def __init__(self, lines: Numbers, pages: Numbers, words: Numbers, number: int) -> None:
        order = np.argsort(lines, kind="stable")
        self._number = number
        self._lines, self._pages = lines[order].astype(np.int64), pages[order]
        _, where, times = np.unique(self._lines, return_inverse=True, return_counts=True)
        self._weights = words[order] * self._rarity(times[where])
        self._totals = np.bincount(self._pages, self._weights, number)

    def _rarity(self, times: Numbers) -> Figures:
        """How far lines that stand on so many pages tell them apart: 1 for one page, little for all.

        It is the inverse document frequency (Spärck Jones, A Statistical Interpretation of Term Specificity, 1972).
        """
        every = self._number + 1
        return np.asarray(np.maximum(np.log(every / np.maximum(times, 1)) / np.log(every), _LEAST_RARITY))

    def alike(self, lines: Numbers, words: Figures) -> Figures:
        """What a body, given by its lines, has in common with that of each page, as a share of what either has."""
        starts, stops = np.searchsorted(self._lines, lines), np.searchsorted(self._lines, lines, "right")
        own = (words * self._rarity(stops - starts)).sum()
        pairs = zip(starts, stops, strict=True)
        found = np.concatenate([np.zeros(0, np.int64), *(np.arange(a, b) for a, b in pairs)])
        shared = np.bincount(self._pages[found], self._weights[found], self._number)
        return np.asarray(shared / np.maximum(self._totals + own - shared, 1))


class Counts:
    """What a sample of stories tells of lines.

    Pages that have half of their bodies in common are one story, such as an article that was crawled again when a
    paragraph had been added. What many pages have hardly counts for that: it may be more than an article.

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
        """What a page's body has in common with that of each page, as a share of what either has."""
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
        lines = self._all["line"].astype(np.int64)
        odds, body = odds_of(self._all), self._all["body"].astype(np.float64)
        found = {}
        for kind in KINDS:
            keys = self._all[kind].astype(np.int64)
            there = keys > 0
            found[kind] = _Table(keys[there], story[there], lines[there], odds[there], body[there])
        return found

    def told(self, lines: Lines, edges: Lines | None = None) -> tuple[int, dict[str, Told]]:
        """How many other stories there are than that of a page, and by kind what they tell of its lines, or edges."""
        sought = lines if edges is None else edges
        if not self._pages:
            nothing = Told(*np.zeros((len(Told._fields), len(sought))))
            return 0, dict.fromkeys(KINDS, nothing)
        own = np.unique(self._story[self._alike(lines) >= _SAME])
        told = {kind: self._tables[kind].told(sought[kind].astype(np.int64), own) for kind in KINDS}
        return self.number - len(own), told


def most(stories: Figures, number: int) -> NDArray[np.bool_]:
    """Whether so many of a number of stories are more than half of all that the site has, as far as these tell.

    It is the lower bound of the share that counts (Wilson, Probable Inference, the Law of Succession, and Statistical
    Inference, 1927): all of four, 15 of 20.
    """
    share = stories / max(number, 1)
    spread = np.sqrt(_SQUARE * (share * (1 - share) * number + _SQUARE / 4))
    return np.asarray(share * number + _SQUARE / 2 - spread > (number + _SQUARE) / 2)


def _in_body(lines: Lines) -> NDArray[np.bool_]:
    return np.asarray(lines["body"] & (lines["size"] >= _LEAST_WORDS))
