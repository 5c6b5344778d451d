"""Train the content models: one command over folders of pages.

    python -m benchmarks.training FOLDER... [--out newsclean/model]

A folder holds a `manifest.jsonl` (see `benchmarks/pages.py`). Pages with `paragraphs` are labelled; nets and trees that
see their HTML label the others. Then two models are trained: `page.npz` for HTML and `flat.npz` for flat text, each
with its recipe beside it as JSON, in the folder `--out`. The same without each fold, so that a page can be judged by
models that saw no page of its publisher, go to `--folds`. The same pages and versions give the same weights. The pages
in all flat forms are kept in `--cache`; empty it when a flattener or extractor has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import sys
import time
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from benchmarks import folds, metrics, pages
from benchmarks.training import documents, linear, recipe, teacher
from newsclean import lexicon
from newsclean.model import cohesion, elements, features, spacing, words
from newsclean.model import net as shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from benchmarks.pages import Page
    from benchmarks.training.documents import Golds, Sample
    from benchmarks.training.net import Trained
    from benchmarks.training.trees import Weights

    Tested = list[tuple[Sample, NDArray[np.float32]]]
    #: A fold and the number of a net.
    Job = tuple[int, int]
    #: Nets, and trees where a model has some.
    Made = tuple[list[Trained], Weights | None]
    #: The scores of some samples' lines.
    Scored = list[NDArray[np.float32]]

ROOT = Path(__file__).parent.parent.parent
ALL = recipe.FOLDS
_VERSIONED = ("numpy", "scipy", "scikit-learn", "torch", "catboost", "inscriptis", "resiliparse", "html2text", "lxml",
              "trafilatura", "readability-lxml", "newspaper4k")  # fmt: skip

_start = time.monotonic()
#: What the processes of the folds share with the one that starts them.
_shared: dict[str, Any] = {}


def say(text: str) -> None:
    """Tell how far it is."""
    print(f"{time.monotonic() - _start:6.0f} s  {text}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Train, test, and write weights and recipes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.training", description="Train the content model.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--out", type=Path, default=ROOT / "newsclean" / "model", metavar="DIR")
    parser.add_argument("--folds", type=Path, default=ROOT / "build" / "folds", metavar="DIR")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "training", metavar="DIR")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N pages of each folder, to try it out")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes")
    options = parser.parse_args(arguments)
    pages_of = {folder.name: pages.read(folder, options.limit) for folder in options.folders}
    paged, golds = _web_samples(pages_of, options)
    _model("page", paged, pages_of, options)
    _model("flat", _flat_samples(pages_of, golds, options), pages_of, options)
    folds.write(options.folds, {page: documents.fold_of(page) for found in pages_of.values() for page in found})
    say(f"written: {options.folds}")
    return 0


def _model(name: str, samples: list[Sample], pages_of: dict[str, list[Page]], options: argparse.Namespace) -> None:
    """Train a model; write weights and recipe, and weights for each fold left out."""
    from benchmarks.training import net

    scored = _scored(samples)
    for sample in samples:
        # Their memory is needed for what follows.
        sample.hashed = {}
    asked = {fold: [s for s in samples if s.fold == fold and s.marked] for fold in range(ALL)}
    made, found = _train(name, samples, asked, recipe.NETS[name], options.jobs)
    weights: Path = options.out / f"{name}.npz"
    for fold, (nets, grown) in made.items():
        path = weights if fold == ALL else folds.path(options.folds, name, fold)
        net.export(path, nets, grown, {word: models[fold] for word, models in scored.items()}, lexicon_id())
    tested = [pair for fold in asked for pair in _fitted(asked[fold], found[fold])]
    told = _recipe(name, options, samples, pages_of, tested)
    if name == "flat":
        told["shipped_against_trained"] = _differing(weights, made[ALL][0], samples)
    weights.with_suffix(".json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    for group, figures in told["scores"].items():
        print(f"{group:28}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    say(f"written: {weights} ({weights.stat().st_size} bytes) and its recipe")


def _scored(samples: list[Sample]) -> dict[str, list[linear.Linear]]:
    found = {name: linear.score(samples, name) for name in samples[0].hashed}
    say("what is hashed is scored")
    return found


def lexicon_id() -> str:
    """Changes with any phrase."""
    data = [lexicon.load(code) for code in lexicon.languages()]
    return hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()[:16]


def _web_samples(
    pages_of: dict[str, list[Page]], options: argparse.Namespace
) -> tuple[list[Sample], dict[str, dict[str, Golds]]]:
    """Samples of the pages' HTML, and each page's paragraphs: as a person marked them, or as teachers found them."""
    everything = [page for found in pages_of.values() for page in found]
    samples = list(documents.web_samples(everything, options.jobs))
    say(f"{len(samples)} samples of pages' HTML")
    by_key = {(page.folder, page.id): page for page in everything}
    golds: dict[str, dict[str, Golds]] = {
        name: {page.id: (page.paragraphs,) * (ALL + 1) for page in found if page.paragraphs}
        for name, found in pages_of.items()
    }
    unlabelled = [sample for sample in samples if not sample.marked]
    if not unlabelled:
        return samples, golds
    _scored(samples)
    _, guesses = _train("page", samples, dict.fromkeys(range(ALL + 1), unlabelled), recipe.TESTED, options.jobs)
    for number, sample in enumerate(unlabelled):
        teacher.teach(
            sample, by_key[sample.folder, sample.id], [guesses[fold][number][:, 0] for fold in range(ALL + 1)]
        )
        found = teacher.golds(sample)
        if any(found):
            golds[sample.folder][sample.id] = found
    taught = [sample for sample in samples if any(map(sample.usable, range(ALL + 1)))]
    say(f"{sum(not sample.marked for sample in taught)} of {len(unlabelled)} pages labelled by nets and trees")
    return taught, golds


def _flat_samples(
    pages_of: dict[str, list[Page]], golds: dict[str, dict[str, Golds]], options: argparse.Namespace
) -> list[Sample]:
    samples: list[Sample] = []
    for folder in options.folders:
        name = f"{folder.name}.json.gz" if options.limit is None else f"{folder.name}-{options.limit}.json.gz"
        texts = documents.flat_texts(folder, options.cache / name, options.limit, options.jobs)
        say(f"{folder.name}: {len(texts)} pages in every form")
        samples += documents.samples(pages_of[folder.name], texts, golds[folder.name], options.jobs)
        say(f"{folder.name}: features")
    return samples


def _train(
    name: str, samples: list[Sample], asked: Mapping[int, list[Sample]], nets: int, jobs: int
) -> tuple[dict[int, Made], dict[int, Scored]]:
    """Nets and trees, where the model has some, without each fold and last of all pages; and what they say of samples.

    Args:
        name: of the model.
        samples: to learn from.
        asked: by fold left out, last none, the samples to be scored.
        nets: how many learn from all pages.
        jobs: how many processes.
    """
    import benchmarks.training.net  # noqa: F401 - once, and not in every process
    from benchmarks.training import trees

    _shared.update(samples=samples, epochs=recipe.EPOCHS[name], asked=asked)
    made: dict[int, Made] = {fold: ([], None) for fold in range(ALL + 1)}
    scores_of: dict[int, list[Scored]] = {}
    work = [(fold, n) for fold in range(ALL) for n in range(recipe.TESTED)] + [(ALL, n) for n in range(nets)]
    # Forked, so that the samples need not be copied.
    with get_context("fork").Pool(jobs) as pool:
        for (fold, number), found, scored in pool.imap(_job, work):
            say(f"done: {'all pages' if fold == ALL else f'fold {fold}'}, net {number}")
            made[fold][0].append(found)
            scores_of.setdefault(fold, []).append(scored)
    mean = {fold: [np.mean(p, axis=0) for p in zip(*scores_of[fold], strict=True)] for fold in asked}
    for fold in made if name in recipe.GROWN else ():
        grown = trees.fit(_trained_on(samples, fold), fold)
        made[fold] = (made[fold][0], grown)
        odds = trees.predict(grown, asked.get(fold, []), fold)
        mean[fold] = [shipped.mixed(p, o) for p, o in zip(mean.get(fold, []), odds, strict=True)]
        say(f"grown: {'all pages' if fold == ALL else f'fold {fold}'}")
    return made, mean


def _fitted(samples: list[Sample], scored: Scored) -> Tested:
    """Samples with their scores as the shipped model gives them."""
    return [(s, shipped.fitted(p, s.counts)) for s, p in zip(samples, scored, strict=True)]


def _trained_on(samples: list[Sample], fold: int) -> list[Sample]:
    return [s for s in samples if s.fold != fold and s.usable(fold) and len(s.lines) < recipe.HYPER.longest]


def _job(job: Job) -> tuple[Job, Trained, Scored]:
    """One net without a fold, or of all pages, and what it says of the samples that it is asked about."""
    from benchmarks.training import net

    fold, number = job
    trained = net.fit(_trained_on(_shared["samples"], fold), fold, _shared["epochs"], fold + (ALL + 1) * number, say)
    return job, trained, net.predict(trained, _shared["asked"].get(fold, []), fold)


def _differing(path: Path, nets: list[Trained], samples: list[Sample]) -> float:
    """The largest share of a page's lines that the shipped weights decide otherwise than the nets they come from.

    A little of that is the rounding of weights; the rest comes from the hashed words, which for a trained net were
    scored by a model that left the page's own fold out.
    """
    from benchmarks.training import net

    model = shipped.ContentModel.load(path, words())
    some = [sample for sample in samples if sample.form == "inscriptis"][::97][:20]
    mean = [np.mean(p, axis=0) for p in zip(*(net.predict(one, some, ALL) for one in nets), strict=True)]
    worst = 0.0
    for sample, p in _fitted(some, mean):
        ours = model.probabilities(sample.lines, laid=sample.laid)[:, 0]
        worst = max(worst, float(((ours >= 0.5) != (p[:, 0] >= 0.5)).mean()))
    return worst


def _score(
    tested: list[tuple[Sample, NDArray[np.float32]]], pages_of: dict[str, list[Page]]
) -> dict[str, dict[str, float]]:
    """What the model alone reaches on unseen publishers: the lines it takes, against the golden paragraphs."""
    bodies = {(page.folder, page.id): page.body for found in pages_of.values() for page in found}
    rows: dict[tuple[str, str], list[Any]] = {}
    for sample, p in tested:
        group = rows.setdefault((sample.folder, sample.form), [])
        kept = p[:, 0] >= 0.5
        if sample.form in recipe.DEAR:
            size = sample.sizes * (sample.labels[ALL] >= 0.5)
            group.append((float((size * kept).sum() / max(1, size.sum())), bool((kept | (size == 0)).all())))
        else:
            body = "\n".join(line for line, keep in zip(sample.lines, kept, strict=True) if keep)
            group.append(metrics.compare(body, bodies[sample.folder, sample.id]))
    figures: dict[str, dict[str, float]] = {}
    for (folder, form), group in sorted(rows.items()):
        if form in recipe.DEAR:
            share, exact = (float(np.mean(column)) for column in zip(*group, strict=True))
            figures[f"{folder} {form}"] = {"kept": share, "exact": exact, "pages": len(group)}
        else:
            figures[f"{folder} {form}"] = metrics.summarise(group)._asdict()
    return figures


def _recipe(
    name: str,
    options: argparse.Namespace,
    samples: list[Sample],
    pages_of: dict[str, list[Page]],
    tested: list[tuple[Sample, NDArray[np.float32]]],
) -> dict[str, Any]:
    labelled = {name: sum(bool(page.paragraphs) for page in found) for name, found in pages_of.items()}
    paged = samples[0].paged
    parts = [features, spacing, cohesion, *([elements] if paged else [])]
    used = {name: len({s.id for s in samples if s.folder == name}) for name in pages_of}
    return {
        "command": " ".join(["python -m benchmarks.training", *(folder.name for folder in options.folders)]),
        "data": {name: {"pages": used[name], "labelled": labelled[name]} for name in pages_of},
        "forms": {name: sorted({s.form for s in samples if s.folder == name}) for name in pages_of},
        "form_rate": recipe.FORM_RATE,
        "form_weight": recipe.FORM_WEIGHT,
        "dear": sorted(recipe.DEAR),
        "dear_weight": recipe.DEAR_WEIGHT,
        "repeat": recipe.REPEAT,
        "weight": recipe.WEIGHT,
        "hyper": attrs.asdict(recipe.HYPER),
        "epochs": recipe.EPOCHS[name],
        "trees": recipe.TREES if name in recipe.GROWN else None,
        "nets": recipe.NETS[name],
        "nets_tested": recipe.TESTED,
        "limit": options.limit,
        "features": [name for part in parts for name in part.NAMES],
        "feature_versions": [part.VERSION for part in parts],
        "signature": shipped.signature(paged=paged),
        "lexicon": lexicon_id(),
        "folds": f"{recipe.FOLDS}, by publisher (registered domain); a teacher for each",
        "scores": _score(tested, pages_of),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _VERSIONED}},
    }


if __name__ == "__main__":
    sys.exit(main())
