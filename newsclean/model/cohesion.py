"""Whether the lines around say what a line says: the paragraphs below a sub-heading do, those below a teaser do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsclean.model.surface import SURFACE
from newsclean.model.tokens import NUMBER, line_sums
from newsclean.model.tokens import columns as table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsclean.model.tokens import F32, F64, I64, Words

VERSION = 1

NAMES = ("echo_below", "echo_above", "echo_right_below", "echo_right_above")
#: An alphabet's words of fewer letters say little.
_SHORT = 4
#: An echo so many lines away counts 1 / e; up to so many it stands right beside.
_FADES, _BESIDE = 5.0, 3
_BITS = 14


def columns(words: Words, table: F32) -> F32:
    """The columns named by `NAMES`, a row for each line: the share of its words that long lines nearby have.

    The fewer long lines have a word, the more it counts.

    Args:
        words: of the lines' texts.
        table: what `features.compute` found in the texts.
    """
    n = len(words.sizes)
    if not len(words.hash):
        return np.zeros((n, len(NAMES)), np.float32)
    long_line = table[:, SURFACE.index("long")] > 0
    telling = np.flatnonzero((words.hash != NUMBER) & (words.caseless | (words.end - words.start >= _SHORT)))
    bucket, line = (words.stem[telling] >> np.uint64(64 - _BITS)).view(np.int64), words.line[telling]
    # Which long lines have which word, by word.
    said = np.sort((bucket * n + line)[long_line[line]])
    said = said[np.append(True, said[1:] != said[:-1])[: len(said)]]
    having = np.maximum(np.bincount(said // n, minlength=1 << _BITS), 1)
    out = np.empty((n, len(NAMES)), np.float32)
    for lines, of, part in words.parts():
        a, b = np.searchsorted(telling, (of.start, of.stop))
        place = bucket[a:b] * n + line[a:b]
        out[lines] = _echoes(said, place, 1 / having[bucket[a:b]], telling[a:b] - of.start, part, n)
    return out


def _echoes(said: I64, place: I64, weight: F64, telling: I64, words: Words, n: int) -> F32:
    """The columns of some of a page's lines.

    Args:
        said: which long lines have which word, by word.
        place: where each telling word of these lines is among them, or would be.
        weight: how much each of these words counts.
        telling: which of the lines' words they are.
        words: of these lines.
        n: how many lines the page has.
    """
    at = np.searchsorted(said, place)
    itself = said[np.minimum(at, len(said) - 1)] == place if len(said) else np.zeros(len(place), bool)
    below, above = _distance(said, at + itself, place, n), _distance(said, at - 1, place, n)
    parts = [np.exp((1 - below) / _FADES), np.exp((1 - above) / _FADES), below <= _BESIDE, above <= _BESIDE]
    values = np.zeros((len(parts) + 1, len(words.hash)))
    values[:, telling] = [weight, *(part * weight for part in parts)]
    whole, *shares = line_sums(words, *values) / np.maximum(words.sizes, 1)
    return table_of([share / np.maximum(whole, 1e-6) for share in shares])


def _distance(said: I64, at: I64, place: I64, lines: int) -> NDArray[np.float64]:
    """How many lines away a place is at which the same word stands, infinite where there is none."""
    found = said[np.clip(at, 0, len(said) - 1)] if len(said) else place - lines * lines
    same = (found // lines == place // lines) & (at >= 0) & (at < len(said))
    return np.where(same, np.abs(found - place), np.inf)
