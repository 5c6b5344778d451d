"""What each cleaner is worth: labelled pages cleaned by all cleaners, and by all but one.

    python -m benchmarks.ablation FOLDER... [--folds build/folds] [--only html] [--jobs 2] [--json]

A folder holds a `manifest.jsonl` (see `pages.py`). A row for each cleaner: on how many pages it labels anything, on how
many any figure of `quality.py` differs without it, and by how much each is higher with it, in points of a thousand, as
means over all folders and forms. A cleaner that is worth nothing here may still keep promises that these pages do not
test. `content` is left out: without it the others go by their rules alone.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections import defaultdict
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define

import newsclean
from benchmarks import metrics, pages
from benchmarks.flatten import FLATTENERS
from benchmarks.folds import stored
from benchmarks.peers import ready
from benchmarks.quality import HTML, Alone, body_of, of_metadata
from newsclean.assemble import assemble
from newsclean.pipeline import Pipeline, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.folds import Folds
    from benchmarks.pages import Page
    from newsclean import Article, Document

#: What the others cannot do without.
_NEEDED = frozenset({"content"})
_BODY = ("f1", "precision", "recall", "exact")
_COLUMNS = (*_BODY, "title", "authors", "date", "deck")
#: The name of the row without any cleaner left out.
_ALL = ""

#: By cleaner left out, and last by figure: what each page has.
Figures = dict[str, dict[str, float]]


@define
class Recorder:
    """A pipeline that remembers what each of its cleaners was given, of those that labelled anything."""

    pipeline: Pipeline
    given: dict[str, Document]

    def __call__(self, document: Document) -> Document:
        """Run every cleaner in turn."""
        before = document

        def watch(name: str, after: Document) -> None:
            nonlocal before
            if after.blocks != before.blocks or after.source != before.source or after.language != before.language:
                self.given[name] = before
            before = after

        return self.pipeline.run(document, watch)

    def without(self, name: str) -> Document:
        """What comes out where a cleaner is left out."""
        following = [name_of(cleaner) for cleaner in self.pipeline].index(name) + 1
        return Pipeline(self.pipeline.cleaners[following:])(self.given[name])


def judge_page(page: Page, form: str, folds: Folds) -> Figures:
    """The figures of one page in one form."""
    recorder = Recorder(folds.pipeline(page), {})
    if form == HTML:
        article = newsclean.clean_html(page.html, url=page.url or None, pipeline=recorder)
    else:
        article = newsclean.clean(FLATTENERS[form](page.html), pipeline=recorder)
    figures = {_ALL: _figures(page, article)}
    for name in recorder.given.keys() - _NEEDED:
        figures[name] = _figures(page, assemble(recorder.without(name)))
    return figures


def _figures(page: Page, article: Article) -> dict[str, float]:
    counts = metrics.compare(body_of(article), page.body)
    score = metrics.summarise([counts])
    return {**{name: getattr(score, name) for name in _BODY}, **of_metadata(page, article)}


def table(judged: Iterable[Figures]) -> list[dict[str, Any]]:
    """A row for each cleaner, in the order in which they run."""
    changed: dict[str, int] = defaultdict(int)
    differing: dict[str, int] = defaultdict(int)
    gains: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    sizes: dict[str, int] = defaultdict(int)
    for figures in judged:
        whole = figures.pop(_ALL)
        for name in whole:
            sizes[name] += 1
        for cleaner, values in figures.items():
            changed[cleaner] += 1
            differing[cleaner] += values != whole
            for name, value in values.items():
                gains[cleaner][name] += whole[name] - value
    return [
        {
            "cleaner": cleaner,
            "pages": changed[cleaner],
            "differing": differing[cleaner],
            **{name: 1000 * gains[cleaner][name] / sizes[name] for name in _COLUMNS if sizes[name]},
        }
        for cleaner in Pipeline.default().names
        if cleaner not in _NEEDED
    ]


def _job(job: tuple[Page, tuple[str, ...], Path | None]) -> list[Figures]:
    logging.disable(logging.CRITICAL)
    page, forms, path = job
    return [judge_page(page, form, stored(path)) for form in forms]


def measure(found: list[Page], forms: tuple[str, ...], folds: Path | None, jobs: int = 1) -> Iterator[Figures]:
    """What each page has in each form."""
    with get_context("spawn").Pool(jobs) if jobs > 1 else Alone() as pool:
        for some in pool.imap(_job, [(page, forms, folds) for page in found]):
            yield from some


def main(arguments: list[str] | None = None) -> int:
    """Measure folders and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description="What each cleaner is worth.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--folds", type=Path, metavar="DIR", help="models without each fold, as training wrote them")
    parser.add_argument(
        "--only", action="append", choices=(HTML, *FLATTENERS), metavar="FORM",
        help=f"what goes in, repeatable: {HTML} (the default), {', '.join(FLATTENERS)}",
    )  # fmt: skip
    parser.add_argument("--limit", type=int, metavar="N", help="the first N pages of each folder")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    forms = tuple(options.only or (HTML,))
    _, missing = ready(set(forms) - {HTML})
    if missing:
        parser.error(f"not installed: {', '.join(missing)} (pip install -e '.[bench]')")
    found = [page for folder in options.folders for page in pages.read(folder, options.limit) if page.paragraphs]
    if not found:
        parser.error("no page with marked paragraphs in these folders")
    if options.folds is None:
        print("note: no --folds: the shipped weights may have seen these pages; a fit, no forecast", file=sys.stderr)
    rows = table(measure(found, forms, options.folds, options.jobs))
    if options.json:
        print(json.dumps(rows, indent=1))
    else:
        show(rows)
    return 0


def show(rows: list[dict[str, Any]]) -> None:
    """Print the table."""
    columns = ("pages", "differing", *_COLUMNS)
    print(f"{'cleaner':14}", *(f"{name:>9}" for name in columns))
    for row in rows:
        print(f"{row['cleaner']:14}", *(f"{row.get(name, 0):9.4g}" for name in columns))


if __name__ == "__main__":
    sys.exit(main())
