"""The `newsclean` command."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from newsclean import __version__, _inputs, _output
from newsclean._inputs import PAGES, STDIN
from newsclean.corpus import command as corpus_command
from newsclean.formats import FORMATS, write
from newsclean.formats.controls import CONTROLS
from newsclean.lexicon.characters import DIRECTIONS
from newsclean.text import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.article import Article
    from newsclean.pipeline import Cleaner, Pipeline

_FAILED = 1
# As a shell reports a program that a closed pipe or Ctrl-C has ended.
_PIPE_CLOSED, _INTERRUPTED = 141, 130

_EPILOG = """\
examples:
  newsclean clean article.txt                      one article, as a line of JSON
  newsclean clean page.html --url https://…        one HTML page and its address
  newsclean clean texts/ -o articles.jsonl         every *.txt and *.html file of a folder
  newsclean clean - -f markdown < page.txt         from standard input
  newsclean explain article.txt                    what was removed, and why
  newsclean run crawl/ more.jsonl.zst -o clean/    a corpus, on all cores
"""
_CLEAN_EPILOG = """\
examples:
  newsclean clean article.txt
  newsclean clean texts/ more/one.txt -f json -o articles.json
  newsclean clean crawl/ --recursive -o articles.jsonl
  newsclean clean article.txt --without tags --without datelines
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
_EXPLAIN_EPILOG = """\
examples:
  newsclean explain article.txt
  newsclean explain article.txt --color always | less -R

Kept text is shown as it is. What was removed stands in [- -] with its kind and
the cleaner that removed it, what became metadata in [= =] with the field's name.
The environment variable NO_COLOR turns colour off.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: the command line without the program's name, `sys.argv[1:]` if not given.
    """
    _open_closed_streams()
    _set_encoding(sys.stdout)
    _set_encoding(sys.stderr)
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)
        return _PIPE_CLOSED
    except OSError as error:
        _abandon(sys.stdout)
        _say(f"cannot write to standard output: {_reason(error)}")
        return _FAILED
    except KeyboardInterrupt:
        _say("interrupted")
        return _INTERRUPTED


def _open_closed_streams() -> None:
    """Open standard streams that are closed, lest the next file that is opened be taken for one of them.

    Reading and writing there fails as it would if they were closed, but for
    standard error, where nobody listens.
    """
    for name, mode, access in (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY)):
        if getattr(sys, name) is None:
            # The lowest number that is free is that of the stream.
            setattr(sys, name, os.fdopen(os.open(os.devnull, access), mode))


def _abandon(stream: TextIO) -> None:
    """Let what Python still writes to a standard stream, when it exits, go nowhere."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if hasattr(options, "run"):
        return int(options.run(options))
    if options.command == "cleaners":
        return _cleaners()
    # The pipeline brings in the cleaners, which `--help` and `--version` need not wait for.
    from newsclean.pipeline import Pipeline  # noqa: PLC0415

    try:
        pipeline = Pipeline.default().without(*options.without)
    except ValueError as error:
        parser.error(str(error))
    if options.url and options.command == "clean" and (len(options.paths) > 1 or _inputs.is_folder(options.paths[0])):
        parser.error("--url: it is one page's address, and there are several files")
    return _clean(options, pipeline) if options.command == "clean" else _explain(options, pipeline)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean",
        description="Scraped news text in, typed articles out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"newsclean {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    clean = _command(commands, "clean", "Clean texts and write the articles.", _CLEAN_EPILOG)
    clean.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a text or HTML file; a folder, for its *.txt and *.html files; - for standard input",
    )
    clean.add_argument("-r", "--recursive", action="store_true", help="read the folders in a folder, too")
    clean.add_argument(
        "-f",
        "--format",
        choices=tuple(FORMATS),
        default=next(iter(FORMATS)),
        help="how to write the articles (default: %(default)s)",
    )
    clean.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    clean.add_argument(
        "--min-confidence",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="leave out articles of whose body newsclean is less sure, from 0 to 1, and say how many",
    )
    _add_common(clean)

    explain = _command(
        commands, "explain", "Show one text with what was kept, what was removed and why.", _EXPLAIN_EPILOG
    )
    explain.add_argument("path", metavar="PATH", help="a text or HTML file; - for standard input")
    explain.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour the output; auto: in a terminal only (default: %(default)s)",
    )
    _add_common(explain)

    _command(commands, "cleaners", "List the cleaners in the order in which they run.", "")
    corpus_command.register(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, description: str, epilog: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=description[0].lower() + description[1:].rstrip("."),
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--input",
        choices=("auto", "text", "html"),
        default="auto",
        help="what the files are; auto: by name and beginning (default: %(default)s)",
    )
    parser.add_argument("--url", metavar="URL", help="the page's address; for one file only")
    parser.add_argument(
        "--limit",
        type=float,
        default=20,
        metavar="MB",
        help="the most that an HTML page may hold; cleaning takes a hundred times the memory (default: %(default)s)",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="CLEANER",
        help="leave out a cleaner; may be given again (see: newsclean cleaners)",
    )


def _set_encoding(stream: TextIO) -> None:
    """Let a standard stream take any text.

    A lone surrogate has no UTF-8 form; as `\\ud800` it is also what JSON
    writes for it.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


# clean


def _clean(options: argparse.Namespace, pipeline: Pipeline) -> int:
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
        _complain(f"cannot write {_named(output)}: {_reason(error)}", failures)
    if doubted:
        _say(f"left out for a confidence below {options.min_confidence:g}: {len(doubted)}")
    return _FAILED if failures else 0


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
        _complain(f"cannot read {error.filename}: {_reason(error)}", failures)

    for path in options.paths:
        if not _inputs.is_folder(path):
            yield path
            continue
        before = len(failures)
        found = _inputs.files(path, failed, recursive=options.recursive)
        if not found and len(failures) == before:
            hint = "" if options.recursive else "; --recursive reads the folders in it"
            _complain(f"cannot read {path}: there is no *.txt or *.html file in this folder{hint}", failures)
        yield from found


def _articles(
    paths: Iterable[str], options: argparse.Namespace, pipeline: Pipeline, failures: list[str]
) -> Iterator[Article]:
    for path in paths:
        data = _read(path, failures)
        article = None if data is None else _article(path, data, options, pipeline, failures)
        if article is not None:
            yield article


def _article(
    path: str, data: bytes, options: argparse.Namespace, pipeline: Pipeline, failures: list[str]
) -> Article | None:
    try:
        text = _text(data, options.input)
    except ValueError as error:
        _complain(f"cannot read {_named(path)}: {error}", failures)
        return None
    from newsclean import CleaningError, PageError, clean, clean_html  # noqa: PLC0415

    named = options.input == "auto" and _inputs.suffix(path) in PAGES
    try:
        if text is not None and not named:
            return clean(text, url=options.url, pipeline=pipeline)
        return clean_html(data, url=options.url, pipeline=pipeline, limit=round(1e6 * options.limit))
    except PageError as error:
        _complain(f"cannot read {_named(path)}: {error}", failures)
    except CleaningError as error:
        _complain(f"cannot clean {_named(path)}: {error}", failures)
    return None


def _text(data: bytes, given: str) -> str | None:
    """A file's text; `None` where the file is a page.

    Raises:
        ValueError: it is neither; the message says what it is.
    """
    kind = kinds.of_bytes(data)
    if not kind:
        if given == "html" or (given == "auto" and kinds.is_html(data)):
            return None
        from newsclean.text.decoding import decode  # noqa: PLC0415

        text = decode(data)
        if kinds.is_binary(text):
            kind = "a binary file"
        elif given == "auto":
            kind = kinds.of_text(text)
            kind = kind and f"{kind} (--input text reads it all the same)"
        if not kind:
            return text
    msg = f"this is {kind}"
    raise ValueError(msg)


def _read(path: str, failures: list[str]) -> bytes | None:
    try:
        return _inputs.read(path)
    except (OSError, ValueError) as error:
        _complain(f"cannot read {_named(path)}: {_reason(error)}", failures)
        return None


def _named(path: str) -> str:
    return "standard input" if path == STDIN else path or repr(path)


def _reason(error: Exception) -> str:
    """Why a file could not be used, without the path, which the message has already."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _complain(message: str, failures: list[str]) -> None:
    failures.append(message)
    _say(message)


def _say(message: str) -> None:
    line = visible(message).replace("\n", "\\n")
    try:
        print(f"newsclean: {line}", file=sys.stderr)
    except OSError:
        _abandon(sys.stderr)


# explain

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


def _explain(options: argparse.Namespace, pipeline: Pipeline) -> int:
    failures: list[str] = []
    data = _read(options.path, failures)
    if data is None:
        return _FAILED
    article = _article(options.path, data, options, pipeline, failures)
    if article is None:
        return _FAILED
    coloured = options.color == "always" or (options.color == "auto" and _takes_colour(sys.stdout))
    sys.stdout.writelines(explanation(article, coloured=coloured))
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


_INVISIBLE = {code: f"\\x{code:02x}" for code in CONTROLS} | {code: f"\\u{code:04x}" for code in map(ord, DIRECTIONS)}


def visible(text: str) -> str:
    r"""A text without characters that could take over the terminal.

    Control characters and those that change the direction of writing are
    shown by their codes.

    >>> visible("red: \x1b[31m")
    'red: \\x1b[31m'
    """
    return text.translate(_INVISIBLE)


# cleaners


def _cleaners() -> int:
    from newsclean.pipeline import Pipeline, name_of  # noqa: PLC0415

    pipeline = Pipeline.default()
    width = max(map(len, pipeline.names))
    for cleaner in pipeline:
        print(f"{name_of(cleaner):<{width}}  {_summary(cleaner)}")
    return 0


def _summary(cleaner: Cleaner) -> str:
    """The first line of a cleaner's docstring, with the kind of clutter it is set to."""
    first = (cleaner.__doc__ or "").strip().partition("\n")[0]
    kind = getattr(cleaner, "kind", "")
    return f"{first} Kind: {kind}." if kind else first
