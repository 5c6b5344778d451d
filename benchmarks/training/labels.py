"""Which lines of a flat page are the golden paragraphs."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: A line counts as found where this share of its words is in one place of the golden text.
_LEAST, _SURE, _FRESH = 0.3, 0.6, 0.6
_PLACES, _DIAGONALS, _STEP = 6, 3, 6
_OVERLAP = 3
_FAR, _COST = 300, 0.002
_REACH, _NEAR = 400, 12


class _Match(NamedTuple):
    """A line and the stretch of the golden words that explains it."""

    line: int
    start: int
    end: int
    words: float
    share: float


def words(text: str) -> list[str]:
    """Words without accents: html2text loses combining ones."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    return metrics.tokens(bare)


def align(lines: Sequence[str], paragraphs: Sequence[str]) -> NDArray[np.float32]:
    """The share of each line's words that belong to the article in place, 0 to 1.

    Long lines are found by their runs of words; of several ways to place them the heaviest that keeps their order is
    taken. Short lines count only between two long ones, where the golden text has them.
    """
    gold = [word for paragraph in paragraphs for word in words(paragraph)]
    cut = [words(line) for line in lines]
    share = np.zeros(len(lines), np.float32)
    if not gold or not lines:
        return share
    found = _matches(cut, gold)
    chain = _chain(found)
    used = np.zeros(len(gold), bool)
    for match in chain:
        share[match.line] = match.share
        used[match.start : match.end] = True
    for match in sorted(found, key=lambda m: -m.words):
        # Long lines out of order, where their golden words are not taken yet.
        fresh = (~used[match.start : match.end]).mean()
        if not share[match.line] and match.share >= _SURE and fresh > _FRESH:
            share[match.line] = match.share
            used[match.start : match.end] = True
    _short(cut, gold, [words(p) for p in paragraphs], chain, used, share)
    return share


def _matches(cut: list[list[str]], gold: list[str]) -> list[_Match]:
    run = min(metrics.RUN, len(gold))
    where: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(gold) - run + 1):
        where.setdefault(tuple(gold[at : at + run]), []).append(at)
    found: list[_Match] = []
    for number, line in enumerate(cut):
        hits = [
            (place, at)
            for at in range(len(line) - run + 1)
            for place in where.get(tuple(line[at : at + run]), ())[:_PLACES]
        ]
        if _covered(hits, len(line), run).mean() < _LEAST if line else True:
            continue
        diagonals: dict[int, int] = {}
        for place, at in hits:
            diagonals[(place - at) // _STEP] = diagonals.get((place - at) // _STEP, 0) + 1
        slack = max(1, len(line) // 12)
        for diagonal, _ in sorted(diagonals.items(), key=lambda item: -item[1])[:_DIAGONALS]:
            near = _straight([hit for hit in hits if abs((hit[0] - hit[1]) // _STEP - diagonal) <= slack])
            cover = _covered(near, len(line), run)
            places = [place for place, _ in near]
            found.append(_Match(number, min(places), max(places) + run, float(cover.sum()), float(cover.mean())))
    return sorted(found, key=lambda m: (m.line, m.start))


def _straight(hits: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of several places for the same run of a line, the one nearest to where the line mostly lies."""
    middle = sorted(place - at for place, at in hits)[len(hits) // 2]
    by_run = {at: place for place, at in sorted(hits, key=lambda hit: -abs(hit[0] - hit[1] - middle))}
    return [(place, at) for at, place in by_run.items()]


def _covered(hits: list[tuple[int, int]], size: int, run: int) -> NDArray[np.bool_]:
    cover = np.zeros(size, bool)
    for _, at in hits:
        cover[at : at + run] = True
    return cover


def _chain(found: list[_Match]) -> list[_Match]:
    """The heaviest row of matches whose lines and golden words both go on."""
    if not found:
        return []
    line, start, end = (np.array([match[column] for match in found]) for column in range(3))
    weight = np.array([match.words * match.share + 0.01 for match in found])
    best, before = weight.copy(), np.full(len(found), -1)
    for n in range(1, len(found)):
        fits = (line[:n] < line[n]) & (end[:n] <= start[n] + _OVERLAP)
        if fits.any():
            # A small cost for distance keeps the chain together when lines repeat.
            value = np.where(fits, best[:n] - _COST * np.minimum(line[n] - line[:n], _FAR), -1)
            last = int(value.argmax())
            if value[last] > 0:
                best[n], before[n] = weight[n] + value[last], last
    chain = []
    n = int(best.argmax())
    while n >= 0:
        chain.append(found[n])
        n = int(before[n])
    return chain[::-1]


def _short(
    cut: list[list[str]],
    gold: list[str],
    paragraphs: list[list[str]],
    chain: list[_Match],
    used: NDArray[np.bool_],
    share: NDArray[np.float32],
) -> None:
    """Find the lines too short for runs, in the gaps of the chain."""
    total = len(gold)
    ends = [(-1, 0, 0), *((m.line, m.start, m.end) for m in chain), (len(cut), total, total)]
    for (above, _, free), (below, stop, _) in pairwise(ends):
        at = free
        edge = above < 0 or below >= len(cut)
        for number in range(above + 1, below):
            line = cut[number]
            if share[number] or not line or at >= stop:
                continue
            size = len(line)
            reach = 0 if size == 1 and stop - at > _NEAR else _REACH
            for place in range(at, min(stop - size, at + reach) + 1):
                if gold[place : place + size] != line or used[place : place + size].any():
                    continue
                # Before the first and after the last long line it must be a whole paragraph.
                if size <= 2 and edge and line not in paragraphs:
                    continue
                share[number] = 1.0
                used[place : place + size] = True
                at = place + size
                break
