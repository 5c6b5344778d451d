"""What a site's profile brings on sites that were made, and on real ones.

    python -m benchmarks.sites FOLDER... [--folds build/folds] [--form html] [--pages 5 20 100] [--sites 10]
    python -m benchmarks.sites FOLDER --real

Sites are made as `furniture.py` says, or with `--real` are the pages of one publisher in a folder. Of each its profile
is learned, and its pages are cleaned without and with it. Clutter counts that stands on a twentieth of the site's
pages, and two at least, and is still in bodies; words lost are those of golden paragraphs that stand in the body
without the profile, and do not stand there with it. Authors and dates are compared where pages that were made have
others than the page that they are made of.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections import Counter, defaultdict
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from benchmarks import metrics, pages
from benchmarks.flatten import FLATTENERS
from benchmarks.folds import Folds
from benchmarks.quality import Alone, body_of
from benchmarks.sites.furniture import Made, sites
from benchmarks.training.labels import align
from newsclean import SiteProfile, clean, clean_html
from newsclean._cleaning import of_page, of_text
from newsclean.assemble import assemble
from newsclean.sites.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.pages import Page
    from newsclean import Article, Document, Pipeline

#: Clutter that is measured stands on such a share of a site's pages, and on so many at least.
_SHARE, _FEWEST = 0.05, 2
#: As many pages of a site are cleaned again.
_MEASURED = 20
#: The share of a paragraph's words that are golden, from which on it is.
_GOLDEN = 0.5


@frozen
class Result:
    """What became of one page: runs of words as `benchmarks.metrics` counts them, words of clutter, and words lost."""

    before: metrics.Counts
    after: metrics.Counts
    clutter_before: int
    clutter_after: int
    words: int
    lost: int
    regained: int
    authors: tuple[float, float] | None
    """How far they are right without and with the profile, where they are known."""
    date: tuple[float, float] | None


def measure(made: Sequence[Made], pipeline: Pipeline, *, html: bool) -> list[Result]:
    """Learn a site's profile, and clean its pages without and with it."""
    looked = [labelled(one, pipeline, html=html) for one in made]
    profile = SiteProfile.of(map(Story.of, looked))
    repeated = _repeated(made, looked)
    found = []
    for one, alone in list(zip(made, looked, strict=True))[:_MEASURED]:
        if html:
            article = clean_html(one.text, url=one.url, pipeline=pipeline, site=profile)
        else:
            article = clean(one.text, pipeline=pipeline, site=profile)
        found.append(_compared(one, assemble(alone), article, repeated))
    return found


def labelled(made: Made, pipeline: Pipeline, *, html: bool) -> Document:
    """A page that was made, cleaned alone."""
    return of_page(made.text, made.url, pipeline) if html else of_text(made.text, made.url, pipeline)


def _repeated(made: Sequence[Made], looked: Sequence[Document]) -> set[tuple[str, ...]]:
    """The lines that stand on so many of the pages, and in none of their golden paragraphs."""
    lines = [{tuple(metrics.tokens(page.text(block))) for block in page.blocks} for page in looked]
    own = {tuple(metrics.tokens(paragraph)) for one in made for paragraph in one.paragraphs}
    count = Counter(line for some in lines for line in some)
    least = max(_FEWEST, _SHARE * len(made))
    return {line for line, times in count.items() if line and times >= least} - own


def _compared(one: Made, before: Article, after: Article, repeated: set[tuple[str, ...]]) -> Result:
    gold = metrics.tokens("\n".join(one.paragraphs))
    bodies = [metrics.tokens(body_of(article)) for article in (before, after)]
    return Result(
        *(metrics.compare_words(body, gold) for body in bodies),
        *(_clutter(article, repeated) for article in (before, after)),
        len(gold),
        _lacking(one, before, after),
        _lacking(one, after, before),
        _both(lambda article: metrics.authors_f1(article.authors, one.authors), before, after) if one.authors else None,
        _both(lambda article: metrics.same_day(article.published, one.published), before, after)
        if one.published
        else None,
    )


def _both(score: Callable[[Article], float], before: Article, after: Article) -> tuple[float, float]:
    return score(before), score(after)


def _lacking(one: Made, article: Article, other: Article) -> int:
    """The words of an article's golden paragraphs that do not stand in another's body, as one paragraph or several."""
    lines = [paragraph.text for paragraph in article.paragraphs]
    there = _spaced(body_of(other))
    golden = align(lines, one.paragraphs) >= _GOLDEN
    return sum(
        len(metrics.tokens(line)) for line, own in zip(lines, golden, strict=True) if own and _spaced(line) not in there
    )


def _spaced(text: str) -> str:
    return f" {' '.join(metrics.tokens(text))} "


def _clutter(article: Article, repeated: set[tuple[str, ...]]) -> int:
    lines = (tuple(metrics.tokens(paragraph.text)) for paragraph in article.paragraphs)
    return sum(len(line) for line in lines if line in repeated)


def _real(folders: Sequence[Path], *, html: bool) -> Iterator[tuple[Page, list[Made]]]:
    """The pages of each publisher that has several."""
    groups: defaultdict[str, list[Page]] = defaultdict(list)
    for page in (page for folder in folders for page in pages.read(folder) if page.paragraphs):
        groups[page.id.rpartition("_")[0]].append(page)
    for group in groups.values():
        if len(group) >= _FEWEST:
            laid_out = str if html else FLATTENERS["inscriptis"]
            yield group[0], [Made(laid_out(page.html), page.paragraphs, page.title or "", page.url) for page in group]


def _job(work: tuple[Page, list[Made]], folds: Path | None, *, html: bool) -> list[Result]:
    logging.disable(logging.CRITICAL)
    page, made = work
    return measure(made, Folds(folds).pipeline(page), html=html)


def _row(name: str, number: int, found: Sequence[Result]) -> list[str]:
    scores = [metrics.summarise(getattr(result, when) for result in found) for when in ("before", "after")]
    words = sum(result.words for result in found)
    clutter = [sum(getattr(result, f"clutter_{when}") for result in found) for when in ("before", "after")]
    lost, regained = sum(result.lost for result in found), sum(result.regained for result in found)
    return [
        name, str(number), str(len(found)), *(f"{score.f1:.4f}" for score in scores),
        *(f"{score.exact:.3f}" for score in scores), *(f"{10_000 * each / words:.1f}" for each in clutter),
        f"{10_000 * lost / words:.2f}", f"{10_000 * regained / words:.2f}",
        *_means([result.authors for result in found]), *_means([result.date for result in found]),
    ]  # fmt: skip


def _means(scores: Sequence[tuple[float, float] | None]) -> list[str]:
    """How far a field is right without and with the profile, and on how many pages it is known."""
    known = [both for both in scores if both]
    if not known:
        return ["", "", "0"]
    return [*(f"{sum(some) / len(known):.3f}" for some in zip(*known, strict=True)), str(len(known))]


_HEAD = (
    "in", "pages of a site", "measured", "F1 without", "F1 with", "exact without", "exact with",
    "clutter without", "clutter with", "lost", "regained",
    "authors without", "authors with", "of", "date without", "date with", "of",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Measure, and print a table; clutter, lost and regained words are for 10,000 words of the articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sites", description="What a site's profile brings.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--folds", type=Path, metavar="DIR", help="models without each fold, as training wrote them")
    parser.add_argument("--form", choices=("html", "flat"), action="append", help="what goes in (default: both)")
    parser.add_argument("--pages", type=int, nargs="+", default=[5, 20, 100], metavar="N", help="pages of a site")
    parser.add_argument("--sites", type=int, default=10, metavar="N", help="sites of each size")
    parser.add_argument("--seed", type=int, default=1000, metavar="N", help="what chance begins with")
    parser.add_argument("--real", action="store_true", help="the folders' own sites")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    options = parser.parse_args(arguments)
    folds = Folds(options.folds)
    known = [page for folder in options.folders for page in pages.read(folder) if page.paragraphs]
    every = [page for page in known if page in folds or not options.folds]
    rows = []
    with get_context("spawn").Pool(options.jobs) if options.jobs > 1 else Alone() as pool:
        for form in options.form or ("html", "flat"):
            html = form == "html"
            for number in [0] if options.real else options.pages:
                work = _real(options.folders, html=html) if options.real else sites(
                    every, folds, number, html=html,
                    seed=options.seed + number, most=options.sites,
                )  # fmt: skip
                found = [one for some in pool.imap(partial(_job, folds=options.folds, html=html), work) for one in some]
                rows.append(_row(form, number, found))
                print(" | ".join(rows[-1]), file=sys.stderr, flush=True)
    for row in (_HEAD, ["---"] * len(_HEAD), *rows):
        print("| " + " | ".join(row) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
