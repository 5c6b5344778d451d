"""`newsclean run`: a corpus in, a folder of tables out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from newsclean.commands.reading import add_cleaning_options, chosen
from newsclean.commands.saying import FAILED, MISUSED, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

SUMMARY = "Clean a corpus, on all cores, and go on where it was stopped."
EPILOG = """\
examples:
  newsclean run news/*.warc.gz more.jsonl.zst texts.parquet --output clean/
  newsclean run crawl/ --keep outlet,crawled --fields title,authors,published,text -o clean/
  newsclean run texts.parquet --text body --id url --url url -o clean/ --format jsonl.zst
  newsclean run crawl/ --learn -o clean/
  cat pages.jsonl | newsclean run - --html html -o clean/

Reads folders with all that is in them, text, Markdown, HTML, news in XML, feeds,
JSON Lines, JSON, CSV, TSV, Parquet, Arrow and WARC, each also gzipped or packed
by zstd, and any address that fsspec reads. Columns are found by their usual
names. Exports of press archives are taken apart into their articles.

What is done already is not done again: after a kill, start the same command
once more. A record that fails is a row with its error. The exit code is 1 where
a file could not be read to its end, or nothing could be written; run.json in
the output folder says what was done.
"""
_MEGABYTE = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser this command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, an address; - for standard input")
    parser.add_argument("-o", "--output", required=True, metavar="FOLDER", help="where the parts and run.json go")
    add_columns(parser, "text", "html", "url", "id")
    parser.add_argument("--keep", type=_names, metavar="A,B", help="columns that go along (default: all but the pages)")
    parser.add_argument("--fields", type=_names, metavar="A,B", help="fields of the Article to write (default: all)")
    parser.add_argument(
        "--format",
        default="parquet",
        metavar="FORM",
        help="parquet, jsonl, jsonl.gz or jsonl.zst (default: %(default)s)",
    )
    known = parser.add_mutually_exclusive_group()
    known.add_argument("--profiles", metavar="FILE", help="what `newsclean learn` has learned of the sites")
    known.add_argument("--learn", action="store_true", help="read the input twice, and learn of its sites first")
    parser.add_argument(
        "--part-rows",
        type=int,
        default=500,
        metavar="N",
        help="rows of a part, which is a file of the output (default: %(default)s)",
    )
    parser.add_argument("--overwrite", action="store_true", help="remove what another run left in the folder")
    add_reading(parser)


def add_columns(parser: argparse.ArgumentParser, *names: str) -> None:
    """Give a parser the options that name columns, and that of the outlet."""
    what = {"text": "texts", "html": "HTML pages", "url": "addresses", "id": "ids"}
    for name in names:
        parser.add_argument(
            f"--{name}", metavar="COLUMN", help=f"the column of {what[name]} (default: by its usual names)"
        )
    parser.add_argument("--outlet", metavar="COLUMN", help="the column of outlets (default: by the address)")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options that say how a corpus is read and cleaned."""
    parser.add_argument(
        "--input",
        metavar="FORM",
        help="text, html, xml, jsonl, json, csv, tsv, parquet, arrow or warc; by default as named",
    )
    parser.add_argument("--workers", type=int, metavar="N", help="processes (default: one on each processor)")
    parser.add_argument(
        "--timeout",
        type=float,
        default=10.0,
        metavar="SECONDS",
        help="the longest that a record may take (default: %(default)s)",
    )
    parser.add_argument(
        "--limit",
        type=float,
        default=20.0,
        metavar="MB",
        help="the largest record; a larger one is an error (default: %(default)s)",
    )
    add_cleaning_options(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but what goes wrong")


def read_and_cleaned(options: argparse.Namespace) -> dict[str, Any]:
    """What `add_columns` and `add_reading` asked for, as arguments of `newsclean.run` and `newsclean.learn`."""
    return {
        "text": options.text,
        "html": options.html,
        "url": options.url,
        "outlet": options.outlet,
        "input": options.input,
        "workers": options.workers,
        "timeout": options.timeout or None,
        "limit": round(options.limit * _MEGABYTE),
        "pipeline": chosen(options),
        "progress": None if options.quiet else sys.stderr,
    }


def _names(value: str) -> list[str]:
    return [name for name in value.split(",") if name]


def run(options: argparse.Namespace) -> int:
    """Clean the corpus that the options name; gives the exit code."""
    return attempted(_started, options)


def attempted(work: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """The exit code of some work over a corpus; what goes wrong is said."""
    from newsclean._columns import ColumnError  # noqa: PLC0415 - these bring in the cleaners and pyarrow

    try:
        return work(options)
    except ColumnError as error:
        say(str(error))
        return MISUSED
    except (ValueError, ImportError, RuntimeError) as error:
        say(str(error))
        return FAILED
    except OSError as error:
        say(f"cannot write to {options.output}: {error.strerror or error}")
        return FAILED


def _started(options: argparse.Namespace) -> int:
    from newsclean.corpus.run import UNREAD, run  # noqa: PLC0415 - as above

    report = run(
        options.paths,
        options.output,
        **read_and_cleaned(options),
        id=options.id,
        keep=options.keep,
        fields=options.fields,
        format=options.format,
        part_rows=options.part_rows,
        overwrite=options.overwrite,
        profiles=options.profiles,
        learn=options.learn,
    )
    return FAILED if any(kind in report["counts"]["outcomes"] for kind in UNREAD) else 0
