"""`newsclean explain`: one text, with what became of each part of it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from newsclean.commands.reading import add_options, article_of, chosen, read
from newsclean.commands.saying import FAILED, visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newsclean.article import Article

SUMMARY = "Show one text with what was kept, what was removed and why."
EPILOG = """\
examples:
  newsclean explain article.txt
  newsclean explain article.txt --color always | less -R

Kept text is shown as it is. What was removed stands in [- -] with its kind and
the cleaner that removed it, what became metadata in [= =] with the field's name.
The environment variable NO_COLOR turns colour off.
"""

_RESET, _BOLD, _CYAN = "\x1b[0m", "\x1b[1m", "\x1b[36m"
#: A colour for each kind of removal; kinds that are much alike share one.
_COLOURS = {
    "paywall": "\x1b[31m",
    "advert": "\x1b[91m",
    "newsletter": "\x1b[91m",
    "cookie": "\x1b[91m",
    "share": "\x1b[35m",
    "comments": "\x1b[95m",
    "related": "\x1b[34m",
    "navigation": "\x1b[94m",
    "label": "\x1b[33m",
    "icon": "\x1b[33m",
    "placeholder": "\x1b[33m",
    "clock": "\x1b[93m",
    "duplicate": "\x1b[32m",
    "legal": "\x1b[90m",
    "other": "\x1b[90m",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser this command's arguments."""
    parser.add_argument("path", metavar="PATH", help="a text or HTML file; - for standard input")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour the output; auto: in a terminal only (default: %(default)s)",
    )
    add_options(parser)


def run(options: argparse.Namespace) -> int:
    """Explain what the options name; gives the exit code."""
    pipeline = chosen(options)
    failures: list[str] = []
    data = read(options.path, failures)
    explained = None if data is None else article_of(options.path, data, options, pipeline, failures)
    if explained is None:
        return FAILED
    coloured = options.color == "always" or (options.color == "auto" and _takes_colour(sys.stdout))
    sys.stdout.writelines(explanation(explained, coloured=coloured))
    return 0


def _takes_colour(stream: TextIO) -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def explanation(article: Article, *, coloured: bool) -> Iterator[str]:
    """An article's metadata, then its source in order, with what became of each part.

    Args:
        article: an article as `newsclean.clean` gives it.
        coloured: whether to put in the escape codes that terminals know.
    """

    def paint(text: str, colour: str) -> str:
        # Line by line, since pagers forget a colour at the end of a line.
        return "\n".join(f"{colour}{line}{_RESET}" for line in text.split("\n")) if coloured else text

    for name, value in _fields(article):
        yield f"{paint(f'{name:<16}', _BOLD)}  {visible(value)}\n"
    yield "\n"
    for segment in article.segments:
        text = visible(article.source[segment.start : segment.end])
        if segment.role == "removed":
            yield paint(f"[- {segment.detail}, {segment.cleaner}: {text} -]", _COLOURS.get(segment.detail, ""))
        elif segment.role in {"paragraph", "space"}:
            yield text
        else:
            yield paint(f"[= {segment.role}: {text} =]", _CYAN)
    yield "\n"


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    """The fields that have a value, as a reader may want to see them."""
    dateline = article.dateline
    place = (dateline.place, dateline.agency, dateline.date) if dateline else ()
    values = {
        "title": article.title,
        "alternate title": [f"{title.text} ({title.language or 'unknown'})" for title in article.alternate_titles],
        "deck": article.deck,
        "authors": ", ".join(article.authors),
        "published": article.published,
        "modified": article.modified,
        "dateline": " | ".join(part for part in place if part),
        "language": article.language,
        "section": article.section,
        "publisher": article.publisher,
        "image": article.image,
        "caption": [f"{caption.text} [{caption.credit or 'no credit'}]" for caption in article.captions],
        "tags": ", ".join(article.tags),
        "credit": article.credit,
        "paywall": article.paywall,
        "paragraphs": str(len(article.paragraphs)),
        "confidence": None if article.confidence is None else f"{article.confidence:.2f}",
        "removed": _counted(article),
    }
    for name, value in values.items():
        for text in [value] if isinstance(value, str) else value or ():
            if text:
                yield name, text


def _counted(article: Article) -> str:
    counts: dict[str, int] = {}
    for removal in article.removed:
        counts[removal.kind] = counts.get(removal.kind, 0) + 1
    return ", ".join(f"{count} {kind}" for kind, count in counts.items())
