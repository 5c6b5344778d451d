"""A linear score for each line from what is hashed of it: its words, or the names of the elements around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.training import recipe

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

    from benchmarks.training.documents import Sample

    Linear = tuple[NDArray[np.float32], float]


def score(samples: list[Sample], name: str) -> list[Linear]:
    """Fill in `Sample.linear`, and return the weights of models that left each fold out, and last none.

    The score that a net is trained or tested on comes from a model that saw neither the page's own fold nor the fold
    that the net leaves out, nor labels that come from that fold.
    """
    from scipy import sparse

    train = [s for s in samples if s.form in recipe.LINEAR_FORMS]
    matrix = sparse.vstack([s.hashed[name] for s in train]).tocsr()
    weight = np.concatenate([np.sqrt(s.sizes + 1.0) * recipe.LINE_WEIGHT.get(s.folder, 1.0) for s in train])
    fold = np.concatenate([np.full(len(s.lines), s.fold) for s in train])
    labels = np.concatenate([s.labels for s in train], axis=1)
    for sample in samples:
        sample.linear[name] = np.zeros((recipe.FOLDS + 1, len(sample.lines)), np.float32)
    for out in range(recipe.FOLDS + 1):
        for own in range(recipe.FOLDS):
            rows = (fold != out) & (fold != own) & (labels[out] >= 0)
            if rows.any():
                model = _fit(matrix[rows], labels[out][rows], weight[rows])
                _fill([s for s in samples if s.fold == own], name, out, model)
    known = [(fold != out) & (labels[out] >= 0) for out in range(recipe.FOLDS + 1)]
    return [_fit(matrix[rows], labels[out][rows], weight[rows]) for out, rows in enumerate(known)]


def _fit(matrix: sparse.csr_matrix, labels: NDArray[np.float32], weight: NDArray[np.float64]) -> Linear:
    from sklearn.linear_model import SGDClassifier

    model = SGDClassifier(loss="log_loss", alpha=3e-6, max_iter=4, tol=None, average=True, random_state=0)
    model.fit(matrix, (labels >= 0.5).astype(int), sample_weight=weight / weight.mean())
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _fill(samples: list[Sample], name: str, out: int, model: Linear) -> None:
    weights, bias = model
    for sample in samples:
        sample.linear[name][out] = np.clip((sample.hashed[name] @ weights + bias) / 3, -4, 4)
