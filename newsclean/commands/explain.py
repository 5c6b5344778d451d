"""`newsclean explain`: one text, with what became of each part of it."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from newsclean.commands.reading import add_options, article_of, chosen, read
from newsclean.commands.saying import FAILED, visible
from newsclean.commands.writing import write

if TYPE_CHECKING:
    import argparse

    from newsclean.article import Article

SUMMARY = "Show one text with what was kept, what was removed and why."
EPILOG = """\
examples:
  newsclean explain article.txt
  newsclean explain page.html --html out.html
  newsclean explain article.txt --color always | less -R

In the terminal come first the fields, and how sure newsclean is of the body;
then the text. What was kept is shown as it is. What was removed stands in [- -]
with its kind and the cleaner that removed it, what became metadata in [= =]
with the field's name. What is longer than the terminal is shown by $PAGER.
The environment variable NO_COLOR turns colour off.

--html writes one file for the browser, with the text on one side and the
Article on the other. It needs no network, and runs nothing of the text.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser this command's arguments."""
    parser.add_argument("path", metavar="PATH", help="a text or HTML file; - for standard input")
    parser.add_argument("--html", metavar="FILE", help="write a page to be looked at instead; - for standard output")
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
    if options.html is not None:
        return write(explained.to_html(), options.html, [options.path])
    coloured = options.color == "always" or (options.color == "auto" and _takes_colour(sys.stdout))
    _show(explained, coloured=coloured)
    return 0


def _show(article: Article, *, coloured: bool) -> None:
    from newsclean.views.terminal import explanation  # noqa: PLC0415 - brings in attrs, which `--help` needs not

    if not sys.stdout.isatty():
        sys.stdout.writelines(explanation(article, visible, coloured=coloured, width=None))
        return
    width, height = shutil.get_terminal_size()
    text = "".join(explanation(article, visible, coloured=coloured, width=width))
    if text.count("\n") < height:
        sys.stdout.write(text)
        return
    import pydoc  # noqa: PLC0415 - for long texts in a terminal only

    # As Git does: less shows colours, and leaves what it showed on the screen.
    os.environ.setdefault("LESS", "-FRX")
    pydoc.pager(text)


def _takes_colour(stream: TextIO) -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()
