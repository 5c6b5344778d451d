"""The `newsclean` command."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from newsclean import __version__
from newsclean.commands import COMMANDS
from newsclean.commands.saying import FAILED, MisuseError, abandon, reason, say

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        abandon(sys.stdout)
        return _PIPE_CLOSED
    except OSError as error:
        abandon(sys.stdout)
        say(f"cannot write to standard output: {reason(error)}")
        return FAILED
    except KeyboardInterrupt:
        say("interrupted")
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


def _run(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return COMMANDS[options.command].run(options)
    except MisuseError as error:
        parser.error(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean",
        description="Scraped news text in, typed articles out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"newsclean {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        subparser = subparsers.add_parser(
            name,
            help=command.SUMMARY[0].lower() + command.SUMMARY[1:].rstrip("."),
            description=command.SUMMARY,
            epilog=command.EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(subparser)
    return parser


def _set_encoding(stream: TextIO) -> None:
    """Let a standard stream take any text.

    A lone surrogate has no UTF-8 form; as `\\ud800` it is also what JSON
    writes for it.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
