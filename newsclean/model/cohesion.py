"""Whether the lines around say what a line says: the paragraphs below a sub-heading do, those below a teaser do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsclean.model.features import NUMBER, SURFACE, line_mean

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsclean.model.features import F32, I64, Words

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
    bucket = (words.stem >> np.uint64(64 - _BITS)).astype(np.int64)
    telling = (words.hash != NUMBER) & (words.caseless | (words.end - words.start >= _SHORT))
    # Which long lines have which word, by word.
    telling_long = telling & long_line[words.line]
    said = np.sort(bucket[telling_long] * n + words.line[telling_long])
    said = said[np.append(True, said[1:] != said[:-1])[: len(said)]]
    having = np.maximum(np.bincount(said // n, minlength=1 << _BITS), 1)
    out = np.empty((n, len(NAMES)), np.float32)
    for lines, at, part in words.parts():
        weight = telling[at] / having[bucket[at]]
        out[lines] = _echoes(said, bucket[at] * n + words.line[at], weight, part, n)
    return out


def _echoes(said: I64, place: I64, weight: NDArray[np.float64], words: Words, lines: int) -> NDArray[np.float64]:
    """The columns of some lines, given where each of their words is or would be among those that long lines have."""
    at = np.searchsorted(said, place)
    itself = said[np.minimum(at, len(said) - 1)] == place if len(said) else np.zeros(len(place), bool)
    below, above = _distance(said, at + itself, place, lines), _distance(said, at - 1, place, lines)
    whole = np.maximum(line_mean(weight, words), 1e-6)
    parts = [np.exp((1 - below) / _FADES), np.exp((1 - above) / _FADES), below <= _BESIDE, above <= _BESIDE]
    return np.stack([line_mean(part * weight, words) / whole for part in parts], 1)


def _distance(said: I64, at: I64, place: I64, lines: int) -> NDArray[np.float64]:
    """How many lines away a place is at which the same word stands, infinite where there is none."""
    found = said[np.clip(at, 0, len(said) - 1)] if len(said) else place - lines * lines
    same = (found // lines == place // lines) & (at >= 0) & (at < len(said))
    return np.where(same, np.abs(found - place), np.inf)
