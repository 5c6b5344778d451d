"""Which lines of a flat page are its article: a small convolutional net over the lines, evaluated with NumPy.

The net looks at each line and its neighbours, makes a first guess, and looks again knowing what that guess says about
the page: how much article lies before and after, and what the article is about.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.content import features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from newsclean.content.features import F32

WINDOWS = (3, 8, 20, 50)
CLIP = 6.0


def signature() -> int:
    """Changes whenever weights and features no longer belong together."""
    return zlib.crc32(json.dumps([features.VERSION, features.NAMES, WINDOWS]).encode())


class _Net:
    """One trained net."""

    def __init__(self, w: dict[str, F32], dilations: Sequence[int], dilations2: Sequence[int]) -> None:
        self._mean, self._scale = w.pop("mean"), 1 / w.pop("std")
        self._w = w
        self._first = [self._block(f"b1.{i}", d) for i, d in enumerate(dilations)]
        self._second = [self._block(f"b2.{i}", d) for i, d in enumerate(dilations2)]

    def _block(self, name: str, dilation: int) -> tuple[int, F32, F32, F32, F32]:
        """Weights of the left, own and right line."""
        m = self._w[f"{name}.w"]
        h = m.shape[1]
        return dilation, m[:h].copy(), m[h : 2 * h].copy(), m[2 * h :].copy(), self._w[f"{name}.b"]

    @staticmethod
    def _run(h: F32, blocks: Sequence[tuple[int, F32, F32, F32, F32]]) -> F32:
        for d, left, own, right, bias in blocks:
            y = h @ own
            y += bias
            if len(h) > d:
                y[d:] += h[:-d] @ left
                y[:-d] += h[d:] @ right
            np.maximum(y, 0, out=y)
            y += h
            h = y
        return h

    def _dense(self, x: NDArray[Any], name: str) -> F32:
        out: F32 = x @ self._w[f"{name}.w"]
        out += self._w[f"{name}.b"]
        return out

    def __call__(self, table: F32, count: F32, sketch: F32, own: F32) -> F32:
        n = len(table)
        x = (table - self._mean) * self._scale
        np.clip(x, -CLIP, CLIP, out=x)
        h = self._run(np.maximum(self._dense(x, "inp"), 0), self._first)
        guess = self._dense(h, "o1")[:, 0]
        p = _sigmoid(guess)
        share = p * np.log1p(count)
        about = share @ sketch
        topic = (sketch @ about - share * own) / (np.sqrt(about @ about) + 1e-3)
        page = np.maximum(self._dense((share @ h) / (share.sum() + 1e-3), "g"), 0)
        mass = np.zeros(n + 1)
        np.cumsum(p * count, out=mass[1:])
        i = np.arange(n)
        reach = []
        for size in WINDOWS:
            reach += [mass[:-1] - mass[np.maximum(i - size, 0)], mass[np.minimum(i + 1 + size, n)] - mass[1:]]
        near = np.log1p(np.maximum(np.array(reach), 0)) / 4
        far = np.log1p(np.maximum(np.array([mass[:-1], mass[-1] - mass[1:]]), 0)) / 5
        seen = np.concatenate([np.stack([np.clip(guess, -8, 8) / 4, p, topic]), far, near]).astype(np.float32)
        k, mid = h.shape[1], self._w["mid.w"]
        z = h @ mid[:k]
        z += seen.T @ mid[k : k + len(seen)]
        z += page @ mid[k + len(seen) :] + self._w["mid.b"]
        z = self._run(np.maximum(z, 0), self._second)
        return _sigmoid(self._dense(np.maximum(self._dense(z, "o2"), 0), "o3")[:, 0])


class ContentModel:
    """One or more nets, whose mean counts, and a score for each hashed word or pair of words.

    Args:
        weights: arrays by name, as training writes them.
        lexicon: the phrases that the features look up.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]], lexicon: features.Lexicon) -> None:
        meta = json.loads(bytes(weights["meta"]).decode())
        if meta["signature"] != signature():
            msg = "the weights were trained with other features"
            raise ValueError(msg)
        self.meta: dict[str, Any] = meta
        self.lexicon = lexicon
        self._grams = np.asarray(weights["grams"], np.float32) * np.float32(weights["grams_scale"])
        self._bits = len(self._grams).bit_length() - 1
        self._nets = []
        for i in range(meta["nets"]):
            own = {k.split(".", 1)[1]: np.asarray(v, np.float32) for k, v in weights.items() if k.startswith(f"{i}.")}
            self._nets.append(_Net(own, meta["dilations"], meta["dilations2"]))

    @classmethod
    def load(cls, path: str | Path, lexicon: features.Lexicon) -> ContentModel:
        """Read weights from a file. Raises `ValueError` where they belong to other features."""
        with np.load(path, allow_pickle=False) as z:
            return cls(dict(z), lexicon)

    def _gram_score(self, w: features.Words) -> F32:
        line, bucket = features.ngram_ids(w, self._bits)
        n = len(w.sizes)
        total = np.bincount(line, self._grams[bucket], minlength=n)
        count = np.maximum(np.bincount(line, minlength=n), 1)
        score: F32 = np.clip((total / np.sqrt(count) + self.meta["grams_bias"]) / 3, -4, 4).astype(np.float32)
        return score

    def probabilities(self, lines: Sequence[str], cues: F32 | None = None) -> F32:
        """How likely each line is to belong to the article.

        Args:
            lines: the page's lines that are not blank, white space squeezed, Markdown stripped.
            cues: where the text was Markdown, a row for each line: share of it that is link text,
                heading level (0: none), list item, image.
        """
        if not lines:
            return np.zeros(0, np.float32)
        w, table = features.compute(lines, self.lexicon, cues)
        table = np.concatenate([table, self._gram_score(w)[:, None]], 1)
        count = np.minimum(w.sizes, 80).astype(np.float32)
        sketch = features.sketch(w)
        own = (sketch * sketch).sum(1)
        return np.asarray(np.mean([net(table, count, sketch, own) for net in self._nets], axis=0), np.float32)


def _sigmoid(x: F32) -> F32:
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)
