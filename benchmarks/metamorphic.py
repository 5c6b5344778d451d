"""What is lost of articles that hardly need cleaning, in the shapes in which people hand them on.

    python -m benchmarks.metamorphic FOLDER... [--html] [--folds build/folds] [--worst 20] [--markdown]

Each page's golden title and paragraphs are laid out in many shapes, most without any clutter, some with a line or
some lines of it whose words the lexicon knows; with `--html` in many layouts of HTML, with a menu and a foot. Counted
are the runs of four golden words that no field has, and those that the body lacks though another field has them, in
10,000; and the texts that lose any. What the golden text says twice may be said once.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
import zlib
from collections import defaultdict
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import newsclean
from benchmarks import metrics, pages
from benchmarks.folds import stored
from benchmarks.layouts import LAYOUTS
from benchmarks.quality import body_of
from newsclean import lexicon
from newsclean.language import detect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.pages import Page
    from newsclean import Article, Pipeline

#: Kinds of clutter that stand between an article's paragraphs.
_KINDS = ("share", "newsletter", "related", "advert", "paywall")
#: So many places of an article get a line of clutter, each in a text of its own.
_PLACES = 4
_PER = 10_000
_SHOWN = 90
_LONG_WORD = re.compile(r"\b([^\W\d_]{5})([^\W\d_]{6,})")


class Lost(NamedTuple):
    """What one text lost: golden runs, those in no field, those outside the body, and the words they are made of."""

    shape: str
    page: str
    runs: int
    lost: int
    outside: int
    words: str


class _Gold(NamedTuple):
    title: str
    paragraphs: list[str]
    #: Lines of clutter in its language.
    clutter: list[str]

    def line(self, number: int) -> str:
        """One of the lines of clutter, always the same for a number."""
        return self.clutter[(zlib.crc32(self.title.encode()) + number) % len(self.clutter)]


def _text(title: str, paragraphs: Sequence[str], gap: str = "\n\n") -> str:
    return gap.join(part for part in (title, *paragraphs) if part)


def _inserted(gold: _Gold, places: Sequence[int]) -> str:
    parts = list(gold.paragraphs)
    for number, at in enumerate(sorted(places, reverse=True)):
        parts.insert(at, gold.line(number))
    return _text(gold.title, parts)


def _one_between(gold: _Gold) -> Iterator[str]:
    count = len(gold.paragraphs)
    for number in range(1, _PLACES + 1):
        at = max(1, count * number // (_PLACES + 1))
        if at < count:
            yield _inserted(gold, [at])


def _short_with_one(gold: _Gold) -> Iterator[str]:
    for start in (0, max(0, len(gold.paragraphs) // 2 - 1)):
        three = gold.paragraphs[start : start + 3]
        if len(three) == 3:  # noqa: PLR2004
            yield _text(gold.title, [*three[:2], gold.line(start), three[2]])


def _spaced(text: str, space: str) -> str:
    return text.replace(" ", space)


#: By name, the texts that a shape makes of an article.
SHAPES: dict[str, Callable[[_Gold], Iterator[str]]] = {
    "gold alone": lambda g: iter([_text(g.title, g.paragraphs)]),
    "single newlines": lambda g: iter([_text(g.title, g.paragraphs, "\n")]),
    "no title": lambda g: iter([_text("", g.paragraphs)]),
    "twice": lambda g: iter([_text(g.title, g.paragraphs) + "\n\n" + _text(g.title, g.paragraphs)]),
    "cut off": lambda g: iter([_text(g.title, g.paragraphs)[: len(_text(g.title, g.paragraphs)) * 2 // 3]]),
    "one line between": _one_between,
    "five lines between": lambda g: iter([_inserted(g, [len(g.paragraphs) * n // 6 for n in range(1, 6)])]),
    "one line below": lambda g: iter([_inserted(g, [len(g.paragraphs)])]),
    "three paragraphs, one line": _short_with_one,
    "CRLF": lambda g: iter([_text(g.title, g.paragraphs, "\r\n\r\n")]),
    "no-break spaces": lambda g: iter([_text(g.title, [_spaced(p, "\u00a0") for p in g.paragraphs])]),
    "trailing spaces": lambda g: iter([_text(g.title, g.paragraphs, "  \n\n")]),
    "double spaces": lambda g: iter([_text(g.title, [_spaced(p, "  ") for p in g.paragraphs])]),
    "more blank lines": lambda g: iter([_text(g.title, g.paragraphs, "\n\n\n\n")]),
    "NFD": lambda g: iter([unicodedata.normalize("NFD", _text(g.title, g.paragraphs))]),
    "upper-case title": lambda g: iter([_text(g.title.upper(), g.paragraphs)]),
    "soft hyphens": lambda g: iter([_text(g.title, [_hyphened(p) for p in g.paragraphs])]),
    "a menu above": lambda g: iter(["\n".join(_menu(g)) + "\n\n" + _text(g.title, g.paragraphs)]),
}


def _hyphened(text: str) -> str:
    """A text with soft hyphens in its long words."""
    return _LONG_WORD.sub("\\1\u00ad\\2", text)


def _menu(gold: _Gold) -> list[str]:
    code = detect(" ".join(gold.paragraphs)) or "en"
    sections = lexicon.load(code if code in lexicon.languages() else "en").get("sections", {}).get("names", [])
    return [name.capitalize() for name in sections[:8]]


@cache
def _clutter(code: str) -> list[str]:
    kinds = lexicon.load(code if code in lexicon.languages() else "en")["clutter"]
    found = [p for kind in _KINDS for p in kinds.get(kind, {}).get("whole", ()) if not set(p) & set("*#") and " " in p]
    return [p[:1].upper() + p[1:] for p in found] or [p.capitalize() for p in kinds["share"]["whole"]]


def _told(article: Article) -> str:
    """All that an Article says of its text, field by field."""
    parts = [article.title, article.deck, article.section, article.credit, *article.authors, *article.tags]
    parts += [paragraph.text for paragraph in article.paragraphs]
    parts += [part for caption in article.captions for part in (caption.text, caption.credit)]
    parts += [title.text for title in article.alternate_titles]
    parts += [article.source[s.start : s.end] for s in article.segments if s.role not in {"removed", "space"}]
    return "\n".join(part for part in parts if part)


def _bare(text: str) -> list[str]:
    return metrics.tokens(unicodedata.normalize("NFC", text).replace("\u00ad", ""))


def _runs(text: str) -> set[tuple[str, ...]]:
    """All runs of words in a text, and in each of its lines: one of fewer words is a run of its own."""
    return {run for part in (text, *text.split("\n")) for run in metrics.runs(_bare(part))}


def _articles(gold: _Gold, pipeline: Pipeline, *, html: bool) -> Iterator[tuple[str, str, Article]]:
    """The name of each shape, the text that is laid out so, and the Article that comes out."""
    if html:
        text = _text(gold.title, gold.paragraphs)
        for name, layout in LAYOUTS.items():
            page = layout.page(gold.title, gold.paragraphs)
            yield name, text, newsclean.clean_html(page, pipeline=pipeline)
        return
    for name, make in SHAPES.items():
        yield from ((name, text, newsclean.clean(text, pipeline=pipeline)) for text in make(gold))


def judge(job: tuple[Page, Path | None, bool]) -> list[Lost]:
    """What is lost of a page's article in every shape."""
    page, folder, html = job
    paragraphs = [line for part in page.paragraphs if (line := " ".join(part.split()))]
    gold = _Gold(" ".join((page.title or "").split()), paragraphs, _clutter(detect(" ".join(paragraphs)) or "en"))
    found = []
    for shape, text, article in _articles(gold, stored(folder).pipeline(page), html=html):
        here = _runs(text)
        wanted = {run for p in paragraphs for run in metrics.runs(_bare(p)) if run in here}
        lost = wanted - _runs(_told(article))
        outside = wanted - lost - _runs(body_of(article))
        words = " ".join(run[0] for run in metrics.runs(_bare(" ".join(paragraphs))) if run in lost)
        found.append(Lost(shape, page.id, len(wanted), len(lost), len(outside), words))
    return found


def table(found: Sequence[Lost]) -> list[tuple[str, int, float, float, float]]:
    """By shape, and of all: texts, runs lost and runs outside the body in 10,000, share of texts that lose any."""
    by_shape: dict[str, list[Lost]] = defaultdict(list)
    for lost in found:
        by_shape[lost.shape].append(lost)
    by_shape["all"] = list(found)
    rows = []
    for shape, some in by_shape.items():
        runs = max(1, sum(one.runs for one in some))
        per = [_PER * sum(values) / runs for values in ([one.lost for one in some], [one.outside for one in some])]
        rows.append((shape, len(some), *per, sum(one.lost > 0 for one in some) / max(1, len(some))))
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Measure folders and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.metamorphic", description="What articles lose.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds a manifest.jsonl")
    parser.add_argument("--folds", type=Path, metavar="DIR", help="models without each fold, as training wrote them")
    parser.add_argument("--html", action="store_true", help="in layouts of HTML, not of flat text")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N pages of each folder")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N texts that lose most")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args(arguments)
    some = [page for folder in options.folders for page in pages.read(folder, options.limit) if page.paragraphs]
    with get_context("spawn").Pool(options.jobs) as pool:
        found = [
            lost for one in pool.imap(judge, [(page, options.folds, options.html) for page in some]) for lost in one
        ]
    for lost in sorted(found, key=lambda one: -one.lost)[: options.worst]:
        print(f"{lost.lost:5} of {lost.runs:5}  {lost.shape}: {lost.page}: {lost.words[:_SHOWN]}")
    line = "| {:26} | {:>5} | {:>8} | {:>8} | {:>6} |" if options.markdown else "{:26} {:>5} {:>8} {:>8} {:>6}"
    print(line.format("shape", "texts", "lost", "outside", "losing"))
    if options.markdown:
        print("| --- | --- | --- | --- | --- |")
    for shape, texts, lost_runs, outside, losing in table(found):
        print(line.format(shape, texts, f"{lost_runs:.1f}", f"{outside:.1f}", f"{losing:.3f}"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
