"""How much of each block is in what a page states of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsclean.model.tokens import grams
from newsclean.model.tokens import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from newsclean.model.tokens import F32, U64, Words

_RUN = 3


def shares(lines: Sequence[str], words: Words, *texts: Iterable[str]) -> F32:
    """The share of each line's words that a text has in the same order; of short lines, whether it has the line.

    A row for each text, -1 throughout where it is empty.
    """
    others = [[line for raw in text if (line := " ".join(raw.split()))] for text in texts]
    theirs = words_of([" ".join(other) for other in others])
    whose, known = grams(theirs, _RUN)
    first, runs = grams(words, _RUN)
    of = words.line[first]
    count = np.maximum(np.bincount(of, minlength=len(lines)), 1)
    short = [(n, _bare(lines[n])) for n in np.flatnonzero(words.sizes < _RUN).tolist()]
    out = np.full((len(texts), len(lines)), -1, np.float32)
    for row, other in enumerate(others):
        if other:
            hit = _among(runs, known[theirs.line[whose] == row])
            out[row] = np.bincount(of, hit, minlength=len(lines)) / count
            whole = set(map(_bare, other))
            for n, line in short:
                out[row, n] = line in whole
    return out


def _among(runs: U64, known: U64) -> NDArray[np.bool_]:
    """Whether each run of words is among those known."""
    if not len(known):
        return np.zeros(len(runs), bool)
    known = np.sort(known)
    return np.equal(known[np.minimum(np.searchsorted(known, runs), len(known) - 1)], runs)


def _bare(line: str) -> str:
    return line.lower().strip(" •-*")
