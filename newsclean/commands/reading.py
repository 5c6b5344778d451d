"""The options and the reading that commands of one text or page share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _inputs
from newsclean._inputs import PAGES
from newsclean.commands.saying import MisuseError, complain, reason, shown
from newsclean.text import kinds

if TYPE_CHECKING:
    import argparse

    from newsclean.article import Article
    from newsclean.pipeline import Pipeline


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options that say what a file is and how it is cleaned."""
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
    add_cleaning_options(parser)


def add_cleaning_options(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options that say what cleans, of which `chosen` makes a pipeline."""
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="CLEANER",
        help="leave out a cleaner, or a kind of clutter; may be given again (see: newsclean cleaners)",
    )
    parser.add_argument(
        "--phrases", metavar="FILE", help="remove lines that are nothing but a phrase of this TOML file, too"
    )
    parser.add_argument(
        "--prefer",
        choices=("precision", "recall"),
        help="where it is in doubt: precision removes more, recall keeps more (default: neither)",
    )


def chosen(options: argparse.Namespace) -> Pipeline:
    """The pipeline that the options of `add_cleaning_options` ask for.

    Raises:
        MisuseError: there is no such cleaner, or something is wrong with the file of phrases.
    """
    # The pipeline brings in the cleaners, which `--help` and `--version` need not wait for.
    from newsclean.pipeline import Pipeline  # noqa: PLC0415

    try:
        pipeline = Pipeline.default().without(*options.without)
        return pipeline.adapted(phrases=options.phrases, prefer=options.prefer)
    except ValueError as error:
        raise MisuseError(str(error)) from None
    except OSError as error:
        msg = f"--phrases: cannot read {options.phrases}: {reason(error)}"
        raise MisuseError(msg) from None


def article_of(
    path: str, data: bytes, options: argparse.Namespace, pipeline: Pipeline, failures: list[str]
) -> Article | None:
    """The article of a file that was read; `None` and a complaint where there is none.

    Args:
        path: its name.
        data: what is in it.
        options: what `add_options` gave.
        pipeline: what cleans it.
        failures: gets the complaint.
    """
    try:
        text = _text(data, options.input)
    except ValueError as error:
        complain(f"cannot read {shown(path)}: {error}", failures)
        return None
    from newsclean import CleaningError, PageError, clean, clean_html  # noqa: PLC0415

    named = options.input == "auto" and _inputs.suffix(path) in PAGES
    try:
        if text is not None and not named:
            return clean(text, url=options.url, pipeline=pipeline)
        return clean_html(data, url=options.url, pipeline=pipeline, limit=round(1e6 * options.limit))
    except PageError as error:
        complain(f"cannot read {shown(path)}: {error}", failures)
    except CleaningError as error:
        complain(f"cannot clean {shown(path)}: {error}", failures)
    return None


def _text(data: bytes, given: str) -> str | None:
    """A file's text; `None` where the file is a page.

    Raises:
        ValueError: it is neither; the message says what it is.
    """
    if given == "html" or (given == "auto" and kinds.is_html(data)):
        return None
    from newsclean.text.decoding import decode  # noqa: PLC0415

    text = kinds.decoded(data, decode, "text")
    kind = kinds.of_text(text) if given == "auto" else None
    if kind:
        msg = f"this is {kind} (--input text reads it all the same)"
        raise ValueError(msg)
    return text


def read(path: str, failures: list[str]) -> bytes | None:
    """What is in a file; `None` and a complaint where it cannot be read."""
    try:
        return _inputs.read(path)
    except (OSError, ValueError) as error:
        complain(f"cannot read {shown(path)}: {reason(error)}", failures)
        return None
