"""`newsclean clean`: texts and pages in, articles out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsclean import _inputs, _output
from newsclean._inputs import STDIN
from newsclean.commands.reading import add_options, article_of, chosen, read
from newsclean.commands.saying import FAILED, MisuseError, complain, reason, say, shown
from newsclean.formats import FORMATS, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.article import Article
    from newsclean.pipeline import Pipeline

SUMMARY = "Clean texts and write the articles."
EPILOG = """\
examples:
  newsclean clean article.txt
  newsclean clean texts/ more/one.txt -f json -o articles.json
  newsclean clean crawl/ --recursive -o articles.jsonl
  newsclean clean texts/ -f table
  newsclean clean article.txt --without tags --without datelines
  newsclean clean article.txt --phrases mine.toml
  newsclean clean page.html --url https://example.org/news/1
  cat page.txt | newsclean clean - -f text
  curl -sL https://example.org/news/1 | newsclean clean - --input html

With --input auto, files named *.html, *.htm and *.xhtml are HTML, and so is
anything that begins with <!doctype html> or <html>, be it after an XML
declaration; the rest is text. Gzipped files are unpacked, up to 100 MB. Of a
folder, *.txt, *.html, *.htm and *.xhtml files are read, gzipped (*.txt.gz) or
not, in sorted order; hidden ones (.name) are not, nor are folders that are
symbolic links.

A file that cannot be read, and one that is no article's text, such as a
picture, a feed or JSON Lines, is named on standard error; the others are still
cleaned, and the exit code is 1. With --output, the file is written when all is
cleaned: if anything goes wrong before, it is as it was. Ctrl-C gives exit code
130, a pipe closed by its reader 141.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser this command's arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a text or HTML file; a folder, for its *.txt and *.html files; - for standard input",
    )
    parser.add_argument("-r", "--recursive", action="store_true", help="read the folders in a folder, too")
    parser.add_argument(
        "-f",
        "--format",
        choices=tuple(FORMATS),
        default=next(iter(FORMATS)),
        help="how to write the articles (default: %(default)s)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    parser.add_argument(
        "--min-confidence",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="leave out articles of whose body newsclean is less sure, from 0 to 1, and say how many",
    )
    add_options(parser)


def run(options: argparse.Namespace) -> int:
    """Clean what the options name; gives the exit code."""
    if options.url and (len(options.paths) > 1 or _inputs.is_folder(options.paths[0])):
        msg = "--url: it is one page's address, and there are several files"
        raise MisuseError(msg)
    pipeline = chosen(options)
    # The folders are read before the output is made, which may lie in one of them.
    failures: list[str] = []
    paths = list(_files(options, failures))
    articles = _articles(paths, options, pipeline, failures)
    output = None if options.output == STDIN else options.output
    before = len(failures)
    doubted: list[float] = []
    try:
        with _output.opened(output, paths) as stream:
            write(_sure(articles, options.min_confidence, doubted), stream, options.format)
            if output is not None and failures and len(failures) - before == len(paths):
                # A name mistyped must not cost an earlier result.
                msg = "there is no article to write"
                raise OSError(msg)  # noqa: TRY301 - as all that keeps the output from being written
    except OSError as error:
        if output is None or isinstance(error, BrokenPipeError):
            raise
        complain(f"cannot write {shown(output)}: {reason(error)}", failures)
    if doubted:
        say(f"left out for a confidence below {options.min_confidence:g}: {len(doubted)}")
    return FAILED if failures else 0


def _sure(articles: Iterable[Article], least: float, doubted: list[float]) -> Iterator[Article]:
    """The articles of whose body newsclean is sure enough; of the others only how sure it is goes to a list."""
    for article in articles:
        confidence = article.confidence or 0.0
        if confidence < least:
            doubted.append(confidence)
        else:
            yield article


def _share(text: str) -> float:
    """A number from 0 to 1. Raises `ArgumentTypeError` where a text is none."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        msg = f"{text!r} is no number from 0 to 1"
        raise argparse.ArgumentTypeError(msg)
    return number


def _files(options: argparse.Namespace, failures: list[str]) -> Iterator[str]:
    """The files that the given paths stand for."""

    def failed(error: OSError) -> None:
        complain(f"cannot read {error.filename}: {reason(error)}", failures)

    for path in options.paths:
        if not _inputs.is_folder(path):
            yield path
            continue
        before = len(failures)
        found = _inputs.files(path, failed, recursive=options.recursive)
        if not found and len(failures) == before:
            hint = "" if options.recursive else "; --recursive reads the folders in it"
            complain(f"cannot read {path}: there is no *.txt or *.html file in this folder{hint}", failures)
        yield from found


def _articles(
    paths: Iterable[str], options: argparse.Namespace, pipeline: Pipeline, failures: list[str]
) -> Iterator[Article]:
    for path in paths:
        data = read(path, failures)
        result = None if data is None else article_of(path, data, options, pipeline, failures)
        if result is not None:
            yield result
