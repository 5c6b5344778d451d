"""The trees of `newsclean.model.trees`, grown by CatBoost."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.training import recipe
from newsclean.model import net as shipped
from newsclean.model import trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from benchmarks.training.documents import Sample

    Weights = dict[str, NDArray[Any]]


def fit(samples: list[Sample], fold: int) -> Weights:
    """Grow trees from samples, all of them of other folds than the one left out. Deterministic."""
    from catboost import CatBoostClassifier, Pool

    weights = [sample.weights(fold) * recipe.REPEAT.get(sample.folder, 1) for sample in samples]
    rng = np.random.default_rng(fold)
    drawn = [(weight > 0) & (rng.random(len(weight)) < recipe.GROWN_ON) for weight in weights]
    counts = np.concatenate([weight[some] for weight, some in zip(weights, drawn, strict=True)])
    seen = np.concatenate([view[some] for view, some in zip(_views(samples, fold), drawn, strict=True)])
    labels = np.concatenate([s.labels[fold][some] for s, some in zip(samples, drawn, strict=True)]) >= 0.5
    grower = CatBoostClassifier(**recipe.TREES, random_seed=fold, allow_writing_files=False, verbose=False)
    grower.fit(Pool(seen, labels.astype(int), weight=counts / counts.mean()))
    return _weights(grower)


def predict(weights: Weights, samples: list[Sample], fold: int) -> list[NDArray[np.float64]]:
    """The log odds of each line of samples."""
    grown = trees.Trees(weights)
    return [grown(view) for view in _views(samples, fold)]


def _views(samples: list[Sample], fold: int) -> Iterator[NDArray[np.float32]]:
    for sample in samples:
        yield trees.view(sample.inputs(fold), shipped.columns(paged=sample.paged))


def _weights(grower: Any) -> Weights:  # noqa: ANN401 - CatBoost has no types
    """What `newsclean.model.trees.Trees` is made of."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trees.json"
        grower.save_model(str(path), format="json")
        grown = json.loads(path.read_text("utf-8"))
    depth = recipe.TREES["depth"]
    columns, borders, leaves = [], [], []
    for tree in grown["oblivious_trees"]:
        # A tree may be less deep: what no value is above adds no bit.
        missing = depth - len(tree["splits"])
        columns += [split["float_feature_index"] for split in tree["splits"]] + [0] * missing
        borders += [split["border"] for split in tree["splits"]] + [np.inf] * missing
        leaves.append(np.pad(tree["leaf_values"], (0, (1 << depth) - len(tree["leaf_values"]))))
    scale, (bias,) = grown["scale_and_bias"]
    return {
        "column": np.array(columns, np.int16),
        "border": np.array(borders, np.float32),
        "leaf": (np.array(leaves) * scale).astype(np.float16),
        "bias": np.asarray(bias, np.float32),
    }
