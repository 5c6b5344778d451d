"""`newsclean learn`: a corpus in, a file with what its sites have in common out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.commands.run import add_columns, add_reading, attempted, read_and_cleaned

if TYPE_CHECKING:
    import argparse

SUMMARY = "Learn what the pages of each site have in common, for `run --profiles`."
EPILOG = """\
examples:
  newsclean learn news/*.warc.gz -o profiles.parquet
  newsclean learn texts.parquet --outlet paper -o profiles.parquet
  newsclean learn monday.parquet tuesday.parquet -o profiles.parquet
  newsclean run texts.parquet --outlet paper --profiles profiles.parquet -o clean/

Reads what `newsclean run` reads, and files that it has written itself, which
are merged: the result is the same as from all pages at once. There is one
profile for each outlet: the host of a page's address, or what a column says.
`newsclean run --learn` learns and cleans at once.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser this command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, an address; - for standard input")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where the profiles go")
    add_columns(parser, "text", "html", "url")
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Learn from the corpus that the options name; gives the exit code."""
    return attempted(_started, options)


def _started(options: argparse.Namespace) -> int:
    from newsclean.corpus.learning import learn  # noqa: PLC0415 - brings in the cleaners and pyarrow

    learn(options.paths, options.output, **read_and_cleaned(options))
    return 0
