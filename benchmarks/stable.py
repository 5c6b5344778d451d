"""Whether an article that is written as plain text and cleaned again is the same.

    python -m benchmarks.stable FOLDER... [--every 2] [--only FORM] [--show]

Each page comes in several forms: as HTML, flattened, as another extractor's text, as its golden title and paragraphs.
Counted are the articles whose title, deck or body comes out otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import newsclean
from benchmarks import flatten, pages, peers

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.pages import Page
    from newsclean import Article

_HTML = "html"


def _gold(page: Page, below_title: str, between: str = "\n\n", *, titled: bool = True) -> str:
    body = between.join(" ".join(paragraph.split()) for paragraph in page.paragraphs)
    title = " ".join((page.title or "").split()) if titled else ""
    return below_title.join(filter(None, (title, body)))


#: By name, the texts that a page may come as.
TEXTS: dict[str, Callable[[Page], str]] = {
    "inscriptis": lambda page: flatten.inscriptis(page.html),
    "get_text": lambda page: flatten.get_text(page.html),
    "trafilatura": lambda page: peers.trafilatura(page.html).text,
    "gold, blank lines": lambda page: _gold(page, "\n\n"),
    "gold, a line each": lambda page: _gold(page, "\n", "\n"),
    "gold, right under the title": lambda page: _gold(page, "\n"),
    "gold, no title": lambda page: _gold(page, "\n\n", titled=False),
}


def differs(article: Article) -> tuple[str, ...]:
    """What of title, deck and body comes out otherwise when an article's text is cleaned."""
    again = newsclean.clean(article.to_text())
    fields = {
        "title": (article.title, again.title),
        "deck": (article.deck, again.deck),
        "body": ([p.text for p in article.paragraphs], [p.text for p in again.paragraphs]),
    }
    return tuple(name for name, (before, after) in fields.items() if before != after)


def _clean(page: Page, form: str) -> Article:
    return newsclean.clean_html(page.html, url=page.url) if form == _HTML else newsclean.clean(TEXTS[form](page))


def main(arguments: list[str] | None = None) -> int:
    """Measure folders and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stable", description="What differs, cleaned again.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each N-th page")
    parser.add_argument("--only", action="append", choices=(_HTML, *TEXTS), metavar="FORM", help="repeatable")
    parser.add_argument("--show", action="store_true", help="name the pages that differ")
    options = parser.parse_args(arguments)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in (page for folder in options.folders for page in pages.read(folder)[:: options.every]):
        for form in options.only or (_HTML, *TEXTS):
            if form.startswith("gold") and not page.paragraphs:
                continue
            article = _clean(page, form)
            found = differs(article)
            told = ("articles", *(("untitled",) if article.title is None else ()), *(("differ",) if found else ()))
            counts[form].update((*told, *found))
            if found and options.show:
                print(f"{form}: {page.id}: {', '.join(found)}")
    columns = ("articles", "untitled", "differ", "title", "deck", "body")
    print(f"{'form':28}", *(f"{column:>8}" for column in columns))
    for name, count in (*counts.items(), ("all", sum(counts.values(), Counter()))):
        print(f"{name:28}", *(f"{count[column]:8}" for column in columns))
    return 0


if __name__ == "__main__":
    sys.exit(main())
