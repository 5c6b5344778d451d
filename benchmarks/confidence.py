"""Whether `Article.confidence` is what it says: the F1 of a body, on pages of publishers that no model had seen.

    python -m benchmarks.confidence FOLDER... --folds build/folds [--write]

Prints, for HTML and for flat text, what was expected and reached by tenths of the pages, from the least confident up,
and which share of all error the least confident tenth holds. Each page is judged by models that saw no page of its
publisher, and its confidence read off a table made of the pages of other folds. `--write` makes the shipped table, of
all pages.
"""

from __future__ import annotations

import argparse
import json
import sys
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks import metrics, pages
from benchmarks.flatten import FLATTENERS
from benchmarks.folds import Folds
from benchmarks.quality import HTML, body_of
from newsclean.assemble import assemble
from newsclean.confidence import TABLE, promise
from newsclean.html import read as read_html
from newsclean.text import read as read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from benchmarks.pages import Page

#: The forms of a page that are measured, by the table that they belong to.
FORMS = {"page": (HTML,), "flat": ("inscriptis", "get_text", "html2text")}
#: A table has so many steps; and pages are looked at in so many groups.
_STEPS, TENTHS = 20, 10


class Row(NamedTuple):
    """A page in a form: its fold, the F1 that its scores promise, and the one reached."""

    sort: str
    fold: int
    promised: float
    reached: float


def measure(page: Page, folds: Folds) -> Iterator[Row]:
    """What is promised and reached for a page in each form."""
    html = page.html
    for sort, forms in FORMS.items():
        for form in forms:
            document = read_html(html, page.url or None) if form == HTML else read_text(FLATTENERS[form](html))
            document = folds.pipeline(page)(document)
            promised = promise(document)
            counts = metrics.compare(body_of(assemble(document)), page.body)
            if promised is not None:
                yield Row(sort, folds.fold_of(page), promised, f1(counts))


def f1(counts: metrics.Counts) -> float:
    """The F1 of one page."""
    whole = 2 * counts.shared + counts.extra + counts.missing
    return 2 * counts.shared / whole if whole else 1.0


def table(rows: Sequence[Row]) -> tuple[list[float], list[float]]:
    """Promises in rising order, and what was reached where they were made: means of groups of pages, never falling."""
    order = sorted(rows, key=lambda row: row.promised)
    groups = [group for group in np.array_split(np.arange(len(order)), min(_STEPS, len(order))) if len(group)]
    promised = [float(np.mean([order[n].promised for n in group])) for group in groups]
    reached = np.maximum.accumulate([float(np.mean([order[n].reached for n in group])) for group in groups])
    return [round(one, 4) for one in promised], [round(float(one), 4) for one in reached]


def expected(rows: Sequence[Row]) -> NDArray[np.float64]:
    """The confidence of each page, read off a table of the other folds' pages."""
    tables = {fold: table([row for row in rows if row.fold != fold]) for fold in {row.fold for row in rows}}
    return np.array([np.interp(row.promised, *tables[row.fold]) for row in rows])


def tenths(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """What was expected and reached, in the mean, from the least confident tenth of the pages to the most."""
    sure, reached = expected(rows), np.array([row.reached for row in rows])
    groups = np.array_split(np.argsort(sure, kind="stable"), TENTHS)
    return [(float(sure[group].mean()), float(reached[group].mean())) for group in groups]


def _measured(job: tuple[Page, Path]) -> list[Row]:
    page, folder = job
    return list(measure(page, Folds(folder)))


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and write the table where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description="How true confidence is.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--folds", type=Path, required=True, metavar="DIR", help="models that training left there")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes")
    parser.add_argument("--write", action="store_true", help="make the table that newsclean reads")
    options = parser.parse_args(arguments)
    found = [page for folder in options.folders for page in pages.read(folder) if page.paragraphs]
    with get_context("spawn").Pool(options.jobs) as pool:
        rows = [row for some in pool.imap(_measured, [(page, options.folds) for page in found], 4) for row in some]
    for sort in FORMS:
        some = [row for row in rows if row.sort == sort]
        groups = tenths(some)
        errors = [1 - reached for _, reached in groups]
        print(f"{sort}: {len(some)} pages; expected and reached, by tenths")
        print("  " + "  ".join(f"{sure:.3f} {reached:.3f}" for sure, reached in groups))
        off = float(np.mean([abs(sure - reached) for sure, reached in groups]))
        print(
            f"  mean difference {off:.3f}; the least confident tenth holds {errors[0] / sum(errors):.2f} of all error"
        )
    if options.write:
        shipped = {sort: table([row for row in rows if row.sort == sort]) for sort in FORMS}
        TABLE.write_text(json.dumps(shipped) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
