"""`newsclean run`: a corpus in, a folder of tables out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from newsclean.commands.reading import add_cleaning_options, chosen
from newsclean.commands.saying import FAILED, MISUSED, say

if TYPE_CHECKING:
    import argparse

SUMMARY = "Clean a corpus, on all cores, and go on where it was stopped."
EPILOG = """\
examples:
  newsclean run news/*.warc.gz more.jsonl.zst texts.parquet --output clean/
  newsclean run crawl/ --keep outlet,crawled --fields title,authors,published,text -o clean/
  newsclean run texts.parquet --text body --id url --url url -o clean/ --format jsonl.zst
  cat pages.jsonl | newsclean run - --html html -o clean/

Reads folders with all that is in them, text, Markdown, HTML, JSON Lines, JSON,
CSV, TSV, Parquet, Arrow and WARC, each also gzipped or packed by zstd, and any
address that fsspec reads. Columns are found by their usual names.

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
    _add_columns(parser)
    parser.add_argument(
        "--format",
        default="parquet",
        metavar="FORM",
        help="parquet, jsonl, jsonl.gz or jsonl.zst (default: %(default)s)",
    )
    parser.add_argument(
        "--input", metavar="FORM", help="text, html, jsonl, json, csv, tsv, parquet, arrow or warc; by default as named"
    )
    parser.add_argument("--workers", type=int, metavar="N", help="processes (default: one on each processor)")
    parser.add_argument(
        "--timeout", type=float, default=10.0, metavar="SECONDS", help="for one record (default: %(default)s)"
    )
    parser.add_argument(
        "--limit", type=float, default=20.0, metavar="MB", help="the most of a record (default: %(default)s)"
    )
    parser.add_argument(
        "--part-rows", type=int, default=500, metavar="N", help="the most rows of a part (default: %(default)s)"
    )
    add_cleaning_options(parser)
    parser.add_argument("--overwrite", action="store_true", help="remove what another run left in the folder")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but what goes wrong")


def _add_columns(parser: argparse.ArgumentParser) -> None:
    for name, what in (("text", "texts"), ("html", "HTML pages"), ("url", "addresses"), ("id", "ids")):
        parser.add_argument(f"--{name}", metavar="COLUMN", help=f"the column of {what}")
    parser.add_argument("--keep", type=_names, metavar="A,B", help="columns that go along (default: all but the pages)")
    parser.add_argument("--fields", type=_names, metavar="A,B", help="fields of the Article to write (default: all)")


def _names(value: str) -> list[str]:
    return [name for name in value.split(",") if name]


def run(options: argparse.Namespace) -> int:
    """Clean the corpus that the options name; gives the exit code."""
    from newsclean._columns import ColumnError  # noqa: PLC0415 - these bring in the cleaners and pyarrow

    try:
        report = _started(options)
    except ColumnError as error:
        say(str(error))
        return MISUSED
    except (ValueError, ImportError, RuntimeError) as error:
        say(str(error))
        return FAILED
    except OSError as error:
        say(f"cannot write to {options.output}: {error.strerror or error}")
        return FAILED
    from newsclean.corpus.run import UNREAD  # noqa: PLC0415 - as above

    return FAILED if any(kind in report["counts"]["outcomes"] for kind in UNREAD) else 0


def _started(options: argparse.Namespace) -> dict[str, Any]:
    from newsclean.corpus.run import run  # noqa: PLC0415 - as above

    return run(
        options.paths,
        options.output,
        text=options.text,
        html=options.html,
        url=options.url,
        id=options.id,
        keep=options.keep,
        fields=options.fields,
        format=options.format,
        input=options.input,
        workers=options.workers,
        timeout=options.timeout or None,
        limit=round(options.limit * _MEGABYTE),
        part_rows=options.part_rows,
        overwrite=options.overwrite,
        pipeline=chosen(options),
        progress=None if options.quiet else sys.stderr,
    )
