"""Learn how much other pages of a site tell of a line, by logistic regression on sites that were made.

    python -m benchmarks.sites.weights FOLDER... --folds build/folds

The scores that the evidence moves come from content models that saw neither the site's furniture nor its articles.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import pages
from benchmarks.folds import Folds
from benchmarks.quality import Alone
from benchmarks.sites.__main__ import labelled
from benchmarks.sites.furniture import Made, sites
from benchmarks.training.labels import align
from newsclean import SiteProfile
from newsclean.sites.evidence import NAMES, doubtful, features
from newsclean.sites.story import Story, rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.pages import Page
    from newsclean import Document, Pipeline
    from newsclean.sites.counts import Counts

    #: Features, whether it is body, and its weight, by line.
    Examples = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]

WEIGHTS = Path(__file__).parents[2] / "newsclean" / "sites" / "weights.json"
#: Sites have so many pages.
SIZES = (5, 12, 30)
#: A line of the article weighs so much more than one around it: losing it is worse, and few of them repeat.
_BODY = 20.0
_PENALTY = 1.0
#: The share of a line's words that are golden, from which on it is body.
_MOST = 0.5


def examples(made: list[Made], pipeline: Pipeline, *, html: bool) -> Examples:
    """All lines of the bodies of a site's pages that may go by what other pages tell."""
    looked = [labelled(one, pipeline, html=html) for one in made]
    counts = SiteProfile.of(map(Story.of, looked)).evidence.counts
    found = [_of_page(one, document, counts) for one, document in zip(made, looked, strict=True)]
    table, body, weight = (np.concatenate(column) for column in zip(*found, strict=True))
    return table, body, weight / len(made)


def _of_page(one: Made, document: Document, counts: Counts) -> Examples:
    lines = rows(document)
    number, told = counts.told(lines)
    share = align([document.text(block) for block in document.blocks], one.paragraphs)
    chosen = doubtful(document, number, told) & ((share >= _MOST) | (share == 0))
    body = share[chosen] >= _MOST
    size = np.sqrt(lines["size"][chosen].astype(np.float64))
    return features(lines, number, told)[chosen], body, size * np.where(body, _BODY, 1.0)


def _job(work: tuple[Page, list[Made]], folds: Path | None, *, html: bool) -> Examples:
    logging.disable(logging.CRITICAL)
    page, made = work
    return examples(made, Folds(folds).pipeline(page), html=html)


def fit(found: list[Examples]) -> dict[str, float]:
    """What each feature adds to the log odds that the content model gives."""
    from sklearn.linear_model import LogisticRegression

    table, body, weight = (np.concatenate(column) for column in zip(*found, strict=True))
    scale = np.maximum(table.std(axis=0), 1e-6)
    model = LogisticRegression(C=_PENALTY, fit_intercept=False, max_iter=2000)
    model.fit(table / np.where(table.std(axis=0) > 0, scale, 1.0), body, sample_weight=weight / weight.mean())
    values = model.coef_[0] / np.where(table.std(axis=0) > 0, scale, 1.0)
    told = dict(zip(NAMES, values.tolist(), strict=True))
    # The log odds are there already.
    told["odds"] -= 1
    return {name: round(value, 4) for name, value in told.items() if value}


def main(arguments: list[str] | None = None) -> int:
    """Make sites, learn, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sites.weights", description="Learn the weights.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--folds", type=Path, metavar="DIR", help="models without each fold, as training wrote them")
    parser.add_argument("--model", choices=("page", "flat"), action="append", help="for what (default: both)")
    parser.add_argument("--limit", type=int, default=40, metavar="N", help="sites of each size and form")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    options = parser.parse_args(arguments)
    folds = Folds(options.folds)
    known = [page for folder in options.folders for page in pages.read(folder) if page.paragraphs]
    every = [page for page in known if page in folds or not options.folds]
    told = json.loads(WEIGHTS.read_text("utf-8"))
    for name in options.model or ("page", "flat"):
        html = name == "page"
        found: list[Examples] = []
        for size in SIZES:
            made = sites(every, folds, size, html=html, seed=size, most=options.limit)
            with get_context("spawn").Pool(options.jobs) if options.jobs > 1 else Alone() as pool:
                found += pool.imap(partial(_job, folds=options.folds, html=html), made)
            print(name, size, sum(len(table) for table, _, _ in found), flush=True)
        told[name] = fit(found)
    WEIGHTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
