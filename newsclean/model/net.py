"""Which lines of a page are its article: a small convolutional net over the lines, evaluated with NumPy.

The net looks at each line and its neighbours, makes a first guess, and looks again knowing what that guess says about
the page: how much article lies before and after, what the article is about and, on an HTML page, in which elements it
stands. There are two models, for flat text and for HTML; they differ in what they are told of each line, and for HTML
trees have a say that err elsewhere than nets do.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.model import cohesion, elements, features, spacing, trees
from newsclean.model.products import add_product, along, product, rows_of, weighed
from newsclean.model.tokens import ngram_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from newsclean.markup import Markup
    from newsclean.model.phrases import Lexicon
    from newsclean.model.tokens import F32, I64, Words

#: What is told of each line of a flat page: how likely it is to be, or to hold, each of these. Of an HTML page only the
#: first: the page states the others itself.
ROLES = ("body", "title", "byline", "date", "deck", "caption", "tags")
WINDOWS = (3, 8, 20, 50)
CLIP = 6.0
#: What is less likely body is none, however unsure a model is: there are pages without an article.
LEAST = 0.15
#: How much the trees' word counts for the body beside the nets'.
TREES = 0.6
#: No score is so near to 0 or 1 that its odds fail.
_EDGE = 1e-6
#: The share of article in a group of one.
ALONE = -0.2


def signature(*, paged: bool = False) -> int:
    """Changes whenever weights and features no longer belong together."""
    own = [elements.VERSION, elements.NAMES, trees.VERSION, sorted(trees.AROUND)] if paged else [ROLES]
    both = [(part.VERSION, part.NAMES) for part in (features, spacing, cohesion)]
    return zlib.crc32(json.dumps([*both, WINDOWS, *own]).encode())


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
            y = product(h, own)
            y += bias
            if len(h) > d:
                add_product(y[d:], h[:-d], left)
                add_product(y[:-d], h[d:], right)
            np.maximum(y, 0, out=y)
            y += h
            h = y
        return h

    def _dense(self, x: NDArray[Any], name: str) -> F32:
        out: F32 = product(x, self._w[f"{name}.w"])
        out += self._w[f"{name}.b"]
        return out

    def _seen(self, table: F32) -> F32:
        """The first layer, some rows at a time: the table is the largest thing there is."""
        w = self._w["inp.w"]
        out = np.empty((len(table), w.shape[1]), np.float32)
        for rows in rows_of(len(table), w):
            x = table[rows] - self._mean
            x *= self._scale
            np.clip(x, -CLIP, CLIP, out=x)
            out[rows] = self._dense(x, "inp")
        return np.maximum(out, 0, out=out)

    def __call__(self, table: F32, count: F32, sketch: F32, own: F32, groups: Sequence[I64] = ()) -> F32:
        # Each step's result goes as soon as the next has used it.
        z = self._guessed(self._run(self._seen(table), self._first), count, sketch, own, groups)
        z = self._run(np.maximum(z, 0, out=z), self._second)
        return _sigmoid(self._dense(np.maximum(self._dense(z, "o2"), 0), "o3"))

    def _guessed(self, h: F32, count: F32, sketch: F32, own: F32, groups: Sequence[I64]) -> F32:
        """What the second look begins with: the first look's lines, and what its guess says about the page."""
        guess = self._dense(h, "o1")[:, 0]
        p = _sigmoid(guess)
        share = p * np.log1p(count)
        about = weighed(share, sketch)
        topic = (along(sketch, about) - share * own) / (np.sqrt(about @ about) + 1e-3)
        page = np.maximum(self._dense(weighed(share, h) / (share.sum() + 1e-3), "g"), 0)
        alike = [row for group in groups for row in _alike(group, p * count, count)]
        first = np.stack([np.clip(guess, -8, 8) / 4, p, topic])
        seen = np.concatenate([first, *_around(p * count), *([np.array(alike)] if alike else ())]).astype(np.float32)
        k, mid = h.shape[1], self._w["mid.w"]
        z = product(h, mid[:k])
        add_product(z, seen.T, mid[k : k + len(seen)])
        z += page @ mid[k + len(seen) :] + self._w["mid.b"]
        return z


def _around(mass: F32) -> tuple[NDArray[Any], NDArray[Any]]:
    """How much article lies before and after each line, in all and nearby."""
    n = len(mass)
    sums = np.zeros(n + 1)
    np.cumsum(mass, out=sums[1:])
    i = np.arange(n)
    reach = []
    for size in WINDOWS:
        reach += [sums[:-1] - sums[np.maximum(i - size, 0)], sums[np.minimum(i + 1 + size, n)] - sums[1:]]
    near = np.log1p(np.maximum(np.array(reach), 0)) / 4
    return np.log1p(np.maximum(np.array([sums[:-1], sums[-1] - sums[1:]]), 0)) / 5, near


def _alike(group: I64, mass: F32, count: F32) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Of the other lines in each line's group the share that is article, and how much of them is and is not."""
    others = np.bincount(group, mass)[group] - mass
    size = np.bincount(group, count)[group] - count
    share = np.where(size > 0, others / (size + 1e-3), ALONE)
    return share, np.log1p(np.maximum(others, 0)) / 5, np.log1p(np.maximum(size - others, 0)) / 5


#: What is hashed: the words of a line, and the words in the names of the elements around it.
HASHED: Mapping[str, Callable[[Words, Sequence[Markup | None], int], tuple[I64, I64]]] = {
    "grams": lambda words, _, bits: ngram_ids(words, bits),
    "names": lambda _, markup, bits: elements.name_ids(markup, bits),
}


@cache
def columns(*, paged: bool) -> tuple[str, ...]:
    """What nets and trees are told of each line, by name: features, and scores of what is hashed."""
    standing = elements.NAMES if paged else ()
    alone = (*features.NAMES, *spacing.NAMES, *cohesion.NAMES, *standing)
    return (*alone, *(name for name in HASHED if paged or name == "grams"))


class _Linear:
    """A score for a line from hashed words of some sort."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], name: str, meta: Mapping[str, Any]) -> None:
        self._ids = HASHED[name]
        self._weights = np.asarray(weights[name], np.float32) * np.float32(weights[f"{name}_scale"])
        self._bias = meta[f"{name}_bias"]
        self._bits = len(self._weights).bit_length() - 1

    def __call__(self, words: Words, markup: Sequence[Markup | None]) -> F32:
        score = np.empty((len(words.sizes), 1), np.float32)
        for lines, _, part in words.parts():
            size = len(part.sizes)
            line, bucket = self._ids(part, markup[lines], self._bits)
            total = np.bincount(line, self._weights[bucket], minlength=size)
            count = np.maximum(np.bincount(line, minlength=size), 1)
            score[lines, 0] = np.clip((total / np.sqrt(count) + self._bias) / 3, -4, 4)
        return score


class ContentModel:
    """One or more nets, whose mean counts, trees where there are some, and scores for hashed words.

    Args:
        weights: arrays by name, as training writes them.
        lexicon: the phrases that the features look up.

    Raises:
        ValueError: the weights belong to other features.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]], lexicon: Lexicon) -> None:
        meta = json.loads(bytes(weights["meta"]).decode())
        self.paged = bool(meta.get("paged"))
        if meta["signature"] != signature(paged=self.paged):
            msg = "the weights were trained with other features"
            raise ValueError(msg)
        self.meta: dict[str, Any] = meta
        self.lexicon = lexicon
        self._linear = [_Linear(weights, name, meta) for name in HASHED if name in weights]
        self._nets = []
        for i in range(meta["nets"]):
            own = {k.split(".", 1)[1]: np.asarray(v, np.float32) for k, v in weights.items() if k.startswith(f"{i}.")}
            self._nets.append(_Net(own, meta["dilations"], meta["dilations2"]))
        grown = {k.removeprefix("trees."): v for k, v in weights.items() if k.startswith("trees.")}
        self._trees = trees.Trees(grown) if grown else None

    @classmethod
    def load(cls, path: str | Path, lexicon: Lexicon) -> ContentModel:
        """Read weights from a file. Raises `ValueError` where they belong to other features."""
        with np.load(path, allow_pickle=False) as z:
            return cls(dict(z), lexicon)

    def probabilities(
        self, lines: Sequence[str], markup: Sequence[Markup | None] | None = None, laid: I64 | None = None
    ) -> F32:
        """How likely each line is to be each of `ROLES`, or of an HTML page to be body: a row for each line."""
        return self.judge(lines, markup, laid)[0]

    def judge(
        self, lines: Sequence[str], markup: Sequence[Markup | None] | None = None, laid: I64 | None = None
    ) -> tuple[F32, list[str], list[bool]]:
        """The probabilities, the kind of clutter that each line's words speak for, and whether they label metadata.

        The body's scores are `fitted`: 0.5 is the page's own threshold.

        Args:
            lines: the page's lines that are not blank, white space squeezed, markup left out.
            markup: what markup says of each, where there is any; of an HTML page's lines all have some.
            laid: what `spacing.facts` tells of each; by default the lines stand one below the other.
        """
        if not lines:
            return np.zeros((0, 1 if self.paged else len(ROLES)), np.float32), [], []
        w, table = features.compute(lines, self.lexicon, None if self.paged else markup)
        laid = np.zeros((len(lines), 3), np.int64) if laid is None else laid
        parts = [table, spacing.columns(laid, w, table), cohesion.columns(w, table)]
        groups: Sequence[I64] = ()
        if self.paged:
            standing, groups = elements.compute(markup or (), w, table)
            parts.append(standing)
        parts += [score(w, markup or ()) for score in self._linear]
        count = np.minimum(w.sizes, 80).astype(np.float32)
        sketch = features.sketch(w)
        own = (sketch * sketch).sum(1)
        every, sizes = np.concatenate(parts, 1), w.sizes
        kinds, labelled = features.kinds(table), features.labelled(table)
        # The nets need no words, and as much room.
        del w, table, parts
        found = [net(every, count, sketch, own, groups) for net in self._nets]
        mean = np.asarray(np.mean(found, axis=0), np.float32)
        if self._trees:
            mean = mixed(mean, trees.odds(self._trees, every, columns(paged=self.paged)))
        return fitted(mean, sizes), kinds, labelled


def mixed(scores: F32, odds: NDArray[Any]) -> F32:
    """Scores as nets give them, a row for each line, with the log odds of trees weighed in for the body."""
    body = np.clip(scores[:, 0].astype(np.float64), _EDGE, 1 - _EDGE)
    out = scores.copy()
    out[:, 0] = _sigmoid((1 - TREES) * np.log(body / (1 - body)) + TREES * odds)
    return out


def fitted(scores: F32, sizes: NDArray[Any]) -> F32:
    """Scores whose first column, the body's, is moved so that 0.5 is the page's own threshold.

    The choice of lines with the best expected F1 takes those whose probability is at least half of that F1 (Lipton,
    Elkan and Naryanaswamy: Optimal Thresholding of Classifiers to Maximize F1 Measure, 2014). Where a model is unsure
    of a whole page, that keeps more of it.

    Args:
        scores: a row for each line, as nets give them.
        sizes: how many words each line has.
    """
    body = np.clip(scores[:, 0].astype(np.float64), _EDGE, 1 - _EDGE)
    order = np.argsort(-body, kind="stable")
    taken, right = np.cumsum(sizes[order]), np.cumsum((body * sizes)[order])
    best = float((2 * right / np.maximum(taken + right[-1:], _EDGE)).max(initial=0))
    threshold = min(0.5, max(best / 2, LEAST))
    odds = body / (1 - body) * (1 - threshold) / threshold
    out = scores.copy()
    out[:, 0] = odds / (1 + odds)
    return out


def _sigmoid(x: NDArray[Any]) -> F32:
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)
