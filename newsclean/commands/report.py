"""`newsclean report`: what a run made of a corpus, to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.commands.saying import FAILED, say
from newsclean.commands.writing import write

if TYPE_CHECKING:
    import argparse

SUMMARY = "Show what a run made of a corpus, as one page."
EPILOG = """\
examples:
  newsclean run crawl/ -o clean/
  newsclean report clean/ -o report.html
  newsclean report clean/ --against before/ -o changes.html

The page has documents, errors, languages and outlets; what was removed, by
kind, cleaner and outlet; lines that stayed on many pages of an outlet, which
may be clutter; fields that are missing; and the articles of which newsclean is
least sure, each with what it kept and removed. --against tells what is
different from another run over the same documents, field by field.

It needs no network. DuckDB counts, in two gigabytes of memory, however many
rows there are: pip install 'newsclean[report]'.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser this command's arguments."""
    parser.add_argument("folder", metavar="FOLDER", help="what newsclean run wrote to")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the page; - for standard output")
    parser.add_argument("--against", metavar="FOLDER", help="what another run over the same documents wrote to")


def run(options: argparse.Namespace) -> int:
    """Write the report that the options ask for; gives the exit code."""
    try:
        from newsclean.report import page  # noqa: PLC0415 - brings in DuckDB and pyarrow

        html = page(options.folder, options.against)
    except (ValueError, ImportError) as error:
        say(str(error))
        return FAILED
    return write(html, options.output)
