"""How long newsclean takes for flat pages or HTML, against trafilatura for the same pages' HTML, in one run.

    python -m benchmarks.speed FOLDER [--form inscriptis | --form html] [--pages 60] [--rounds 3] [--json]

Both are warmed up on other pages of the folder than those timed. Of each page the fastest of a few rounds counts; in
each newsclean forgets the lines and names that it has met, so that a page is as new to it as in the first. Process
time; the two take turns page by page, so that both meet the same noise. Exits with 1 where newsclean takes more than
half of trafilatura's time for flat pages, or more than its time for HTML.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import sys
import time
from collections import Counter
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import TYPE_CHECKING

import newsclean
from benchmarks import pages
from benchmarks.flatten import FLATTENERS
from benchmarks.peers import ready
from newsclean import Pipeline
from newsclean.html import read as read_html
from newsclean.language.reader import recurring
from newsclean.lexicon.words import _folded
from newsclean.text import read as read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean import Document

#: The ratios to reach: for flat pages, and for HTML.
LIMIT, HTML_LIMIT = 0.5, 1.0
HTML = "html"
READING, REST = "(reading)", "(assembling)"


def seconds(tool: Callable[[str], object], text: str) -> float:
    """The process time of a tool for a text."""
    start = time.process_time()
    tool(text)
    return time.process_time() - start


def forget() -> None:
    """Let newsclean forget the lines and names of all pages that it has read; the words of languages it may know."""
    recurring.clear()
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("newsclean.") else ():
            if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] and value is not _folded:
                value.cache_clear()


def shares(texts: list[str], read: Callable[[str], Document], clean: Callable[[str], object]) -> dict[str, float]:
    """Each cleaner's share of the time that cleaning takes."""
    spent: Counter[str] = Counter()
    pipeline = Pipeline.default()
    for text in texts:
        forget()
        start = last = time.process_time_ns()
        document = read(text)

        def watch(name: str, _: Document) -> None:
            nonlocal last
            now = time.process_time_ns()
            spent[name] += now - last
            last = time.process_time_ns()

        watch(READING, document)
        pipeline.run(document, watch=watch)
        run = time.process_time_ns() - start
        forget()
        start = time.process_time_ns()
        clean(text)
        spent[REST] += max(0, time.process_time_ns() - start - run)
    return {name: nanoseconds / spent.total() for name, nanoseconds in spent.most_common()}


def measure(folder: Path, number: int, form: str = "inscriptis", rounds: int = 3) -> dict[str, object]:
    """All figures.

    Args:
        folder: holds the pages.
        number: as many are timed, and as many warm up.
        form: how the pages are flattened, if at all.
        rounds: how often each page is timed.
    """
    import trafilatura

    html = [page.html for page in pages.read(folder, 2 * number)]
    half = max(1, len(html) // 2)
    timed, warming = html[:half], html[half:] or html
    clean = newsclean.clean_html if form == HTML else newsclean.clean
    flatten = str if form == HTML else FLATTENERS[form]
    texts, warm = [flatten(page) for page in timed], [flatten(page) for page in warming]
    for page, text in zip(warming, warm, strict=True):
        trafilatura.extract(page)
        clean(text)
    fastest = [[math.inf, math.inf] for _ in timed]
    for _ in range(rounds):
        for best, page, text in zip(fastest, timed, texts, strict=True):
            forget()
            best[:] = min(best[0], seconds(trafilatura.extract, page)), min(best[1], seconds(clean, text))
    theirs, ours = map(sum, zip(*fastest, strict=True))
    return {
        "pages": len(timed),
        "form": form,
        "characters": sum(map(len, texts)) // len(texts),
        "trafilatura": {"version": trafilatura.__version__, "milliseconds": 1000 * theirs / len(timed)},
        "newsclean": {"version": newsclean.__version__, "milliseconds": 1000 * ours / len(timed)},
        "ratio": ours / theirs,
        "limit": HTML_LIMIT if form == HTML else LIMIT,
        "shares": shares(texts, read_html if form == HTML else read_text, clean),
    }


def main(arguments: list[str] | None = None) -> int:
    """Print both times, the ratio, and where newsclean's time goes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Speed beside trafilatura's.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--pages", type=int, default=60, metavar="N", help="as many are timed, as many warm up")
    parser.add_argument(
        "--form", default="inscriptis", choices=(HTML, *FLATTENERS), help="how the pages are flattened, if at all"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="the fastest of so many counts")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    _, missing = ready({options.form} - {HTML})
    if missing:
        print(f"not installed: {options.form} (pip install -e '.[bench]')", file=sys.stderr)
        return 2
    figures = measure(options.folder, options.pages, options.form, options.rounds)
    ratio = float(str(figures["ratio"]))
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        _show(figures)
    return 0 if ratio <= float(str(figures["limit"])) else 1


def _show(figures: dict[str, object]) -> None:
    print(f"{figures['pages']} pages by {figures['form']}, {figures['characters']} characters on average\n")
    for name in ("trafilatura", "newsclean"):
        tool = figures[name]
        if isinstance(tool, dict):
            print(f"{name:12} {tool['version']:12} {tool['milliseconds']:8.2f} ms a page")
    print(f"ratio {figures['ratio']:29.3f} (at most {figures['limit']} is wanted)\n")
    spent = figures["shares"]
    if isinstance(spent, dict):
        for name, share in spent.items():
            print(f"{name:24}{share:>7.1%}")


if __name__ == "__main__":
    sys.exit(main())
