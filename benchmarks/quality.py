"""How well newsclean does on labelled pages, beside its peers in the same run.

    python -m benchmarks.quality FOLDER... [--folds build/folds] [--prefer recall] [--markdown | --json]
    python -m benchmarks.quality FOLDER... --only inscriptis --worst 10

A folder holds a `manifest.jsonl` (see `pages.py`). Rows:

- a page's HTML; what other extractors make of it;
- a page flattened in several ways, cleaned; the same with nothing removed, and by C4's rules for lines;
- the output of other extractors, cleaned;
- harmless: title and golden paragraphs alone in; the share of their words that is still body, and `exact` the share of
  pages whose body is the same word for word.

The shipped weights were trained on all labelled pages, so that without `--folds` the figures are a fit. With the folder
that training writes, every page is judged by models that saw no page of its publisher.

The body of an `Article` is here its deck, dateline and text: golden bodies hold all three.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections import defaultdict
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import field, frozen

import newsclean
from benchmarks import metrics, pages
from benchmarks.flatten import FLATTENERS
from benchmarks.folds import stored
from benchmarks.peers import PEERS, Extract, c4_rules, ready
from newsclean.text import read as read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.pages import Page
    from newsclean import Article

HTML, CLEAN = "html", "clean"
#: The peers whose output is cleaned as well.
CLEANED = ("trafilatura", "resiliparse main", "readability", "newspaper4k")
FORMS = (HTML, *FLATTENERS, *PEERS, CLEAN)
_NOTHING, _C4, _OURS, _AS_IS = "nothing removed", "C4's line rules", "newsclean", "as it is"
#: What is measured besides the body; the deck of our own alone.
_METADATA = ("title", "authors", "date", "deck")
_COLUMNS = ("f1", "precision", "recall", "exact", *_METADATA)
_SHOWN = 300


@frozen
class Result:
    """What one tool made of one page in one form."""

    folder: str
    form: str
    tool: str
    page: str
    counts: metrics.Counts
    kept: float = 0.0
    same_words: bool = False
    metadata: dict[str, float] = field(factory=dict)
    body: str = ""


def body_of(article: Article) -> str:
    """Deck, dateline and text, in the order in which they stand in the source."""
    parts = [(paragraph.start, paragraph.text) for paragraph in article.paragraphs]
    # Markup parts a block into several segments.
    decks = [segment.start for segment in article.segments if segment.role == "deck"]
    parts += [(start, article.deck or "") for start in decks[:1]]
    parts += [(s.start, article.source[s.start : s.end]) for s in article.segments if s.role == "dateline"]
    return "\n".join(text for _, text in sorted(parts))


@frozen
class By:
    """What judges: the shipped weights or those of folds, as they are or leaning to one side."""

    folds: Path | None = None
    prefer: Literal["precision", "recall"] | None = None


def clean(text: str, page: Page, form: str, by: By) -> Article:
    """Clean a page's text or HTML, judged by models that saw no page of its publisher where there are any."""
    pipeline = stored(by.folds).pipeline(page).adapted(prefer=by.prefer)
    if form == HTML:
        return newsclean.clean_html(text, url=page.url or None, pipeline=pipeline)
    return newsclean.clean(text, pipeline=pipeline)


def judge_page(page: Page, forms: tuple[str, ...], by: By) -> Iterator[Result]:
    """Measure one page in every form."""
    html = page.html if set(forms) - {CLEAN} else ""
    for form in forms:
        if form == CLEAN:
            text = "\n\n".join(part for part in (page.title, *page.paragraphs) if part)
            yield _ours(page, form, text, by)
        elif form == HTML:
            yield _ours(page, form, html, by)
        elif form in FLATTENERS:
            text = _tried(FLATTENERS[form], html, "")
            document = read_text(text)
            lines = "\n".join(map(document.text, document.blocks))
            yield _result(page, form, _NOTHING, lines)
            yield _result(page, form, _C4, c4_rules(lines))
            yield _ours(page, form, text, by)
        else:
            found = _tried(PEERS[form][0], html, Extract(""))
            yield _result(page, form, _AS_IS, found.text, _metadata(page, found) if found.metadata else {})
            if form in CLEANED:
                yield _ours(page, form, found.text, by)


def _tried(tool: Callable[[str], Any], html: str, otherwise: Any) -> Any:  # noqa: ANN401
    """What a tool gives; a page that makes it fail counts as found empty."""
    try:
        return tool(html) or otherwise
    except Exception:  # noqa: BLE001
        return otherwise


def _ours(page: Page, form: str, text: str, by: By) -> Result:
    article = clean(text, page, form, by)
    metadata = of_metadata(page, article) if form in {HTML, *FLATTENERS} else {}
    return _result(page, form, _OURS, body_of(article), metadata)


def _result(page: Page, form: str, tool: str, body: str, metadata: dict[str, float] | None = None) -> Result:
    ours, gold = metrics.tokens(body), metrics.tokens(page.body)
    left = metrics.words_kept(ours, gold)
    counts = metrics.compare_words(ours, gold)
    return Result(page.folder, form, tool, page.id, counts, left, ours == gold, metadata or {}, body)


def of_metadata(page: Page, article: Article) -> dict[str, float]:
    """The metadata scores of an article, its deck's along, for what is known of the page."""
    scores = _metadata(page, Extract("", article.title, article.authors, article.published))
    return {**scores, "deck": metrics.same_title(article.deck, page.deck)} if scores and page.deck else scores


def _metadata(page: Page, found: Extract) -> dict[str, float]:
    """The metadata scores, for what is known of the page."""
    scores = {
        "title": metrics.same_title(found.title, page.title),
        "authors": metrics.authors_f1(found.authors or (), page.authors),
        "date": metrics.same_day(found.published, page.published),
    }
    known = {"title": page.title, "authors": "authors" in page.known, "date": page.published}
    return {name: score for name, score in scores.items() if known[name]}


def table(results: list[Result]) -> list[dict[str, Any]]:
    """A row for each folder, form and tool."""
    grouped: dict[tuple[str, str, str], list[Result]] = defaultdict(list)
    for result in results:
        grouped[result.folder, result.form, result.tool].append(result)
    rows = []
    for (folder, form, tool), group in grouped.items():
        row: dict[str, Any] = {"folder": folder, "in": form, "tool": tool, "pages": len(group)}
        if form == CLEAN:
            row["kept"] = sum(result.kept for result in group) / len(group)
            row["exact"] = sum(result.same_words for result in group) / len(group)
        else:
            score = metrics.summarise(result.counts for result in group)
            row |= {name: getattr(score, name) for name in ("f1", "precision", "recall", "exact")}
        for name in _METADATA:
            values = [result.metadata[name] for result in group if name in result.metadata]
            if values:
                row[name] = sum(values) / len(values)
        rows.append(row)
    return rows


def _cells(row: dict[str, Any]) -> list[str]:
    tool = "newsclean: kept" if "kept" in row else row["tool"]
    values = [row.get(name, row.get("kept") if name == "recall" else None) for name in _COLUMNS]
    return [row["folder"], row["in"], tool, *("" if value is None else f"{value:.3f}" for value in values)]


def show(rows: list[dict[str, Any]], *, markdown: bool = False) -> None:
    """Print the table."""
    head = ["folder", "in", "tool", "F1", "P", "R", *_COLUMNS[3:]]
    lines = [head, *map(_cells, rows)]
    if markdown:
        lines.insert(1, ["---"] * len(head))
        for line in lines:
            print("| " + " | ".join(line) + " |")
        return
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def show_worst(results: list[Result], found: list[Page], number: int) -> None:
    """Print the pages where newsclean did worst, with what it kept and dropped wrongly."""
    by_id = {(page.folder, page.id): page for page in found}
    ours = [result for result in results if result.tool == _OURS]
    for result in sorted(ours, key=lambda r: r.counts.precision + r.counts.recall)[:number]:
        page, counts = by_id[result.folder, result.page], result.counts
        print(
            f"\n== {result.folder} {result.form} {page.id}: P {counts.precision:.3f} R {counts.recall:.3f}  {page.url}"
        )
        for name, score in result.metadata.items():
            if score < 1:
                print(f"   {name} wrong")
        kept, gold = metrics.runs(metrics.tokens(result.body)), metrics.runs(metrics.tokens(page.body))
        for line in _foreign(result.body.splitlines(), gold):
            print(f"   + {line}")
        for line in _foreign(page.paragraphs, kept):
            print(f"   - {line}")


def _foreign(lines: Any, known: Any) -> Iterator[str]:  # noqa: ANN401
    """The lines of which most is not among the known runs."""
    for line in lines:
        parts = metrics.runs(metrics.tokens(line))
        if parts and (parts & known).total() * 2 < parts.total():
            yield line if len(line) <= _SHOWN else f"{line[:_SHOWN]} … ({len(line)} characters)"


def _job(job: tuple[Page, tuple[str, ...], By]) -> list[Result]:
    logging.disable(logging.CRITICAL)
    return list(judge_page(*job))


def measure(found: list[Page], forms: tuple[str, ...], by: By, jobs: int = 1) -> list[Result]:
    """All results."""
    work = [(page, forms, by) for page in found]
    with get_context("spawn").Pool(jobs) if jobs > 1 else Alone() as pool:
        return [result for some in pool.imap(_job, work) for result in some]


class Alone:
    """A pool of one: this process."""

    imap = staticmethod(map)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def _notes(found: list[Page], folds: Path | None) -> Iterator[str]:
    if folds is None:
        yield "no --folds: the shipped weights have seen these pages if they were trained on them; a fit, no forecast"
        return
    lacking = sum(page not in stored(folds) for page in found)
    if lacking:
        yield f"{lacking} of {len(found)} pages are in no fold and were judged by the shipped weights"


def main(arguments: list[str] | None = None) -> int:
    """Measure folders and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description="Quality on labelled pages, beside peers."
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--folds", type=Path, metavar="DIR", help="models without each fold, as training wrote them")
    parser.add_argument("--prefer", choices=("precision", "recall"), help="have newsclean lean to one side")
    parser.add_argument(
        "--only", action="append", choices=FORMS, metavar="FORM", help=f"what goes in, repeatable: {', '.join(FORMS)}"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="the first N pages of each folder")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--worst", type=int, metavar="N", help="show the N worst texts instead of the table")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    wanted = tuple(options.only or FORMS)
    there, missing = ready(form for form in wanted if form not in {HTML, CLEAN})
    for name in missing:
        print(f"skipped, not installed: {name} (pip install -e '.[bench]')", file=sys.stderr)
    forms = tuple(form for form in wanted if form in {HTML, CLEAN, *there})
    found = [page for folder in options.folders for page in pages.read(folder, options.limit) if page.paragraphs]
    if not found:
        parser.error("no page with marked paragraphs in these folders")
    results = measure(found, forms, By(options.folds, options.prefer), options.jobs)
    notes = list(_notes(found, options.folds))
    for note in notes:
        print(f"note: {note}", file=sys.stderr)
    rows = table(results)
    if options.worst:
        show_worst(results, found, options.worst)
    elif options.json:
        versions = _versions()
        print(json.dumps({"rows": rows, "notes": notes, "versions": versions}, ensure_ascii=False, indent=1))
    else:
        show(rows, markdown=options.markdown)
    return 0


def _versions() -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    names = (
        "newsclean", "numpy", "inscriptis", "resiliparse", "html2text", "lxml", "trafilatura", "readability-lxml",
        "newspaper4k", "goose3", "boilerpy3",
    )  # fmt: skip
    found = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


if __name__ == "__main__":
    sys.exit(main())
