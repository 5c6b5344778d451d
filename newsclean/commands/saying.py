"""What a command tells its user: on standard error, one line each."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TextIO

from newsclean._inputs import STDIN
from newsclean.formats.controls import CONTROLS
from newsclean.lexicon.characters import DIRECTIONS

#: The exit codes of a command that could not do all that it was to do, and of one that was called wrongly.
FAILED, MISUSED = 1, 2


class MisuseError(Exception):
    """A command was called wrongly; the message says what to do instead."""


_INVISIBLE = {code: f"\\x{code:02x}" for code in CONTROLS} | {code: f"\\u{code:04x}" for code in map(ord, DIRECTIONS)}


def visible(text: str) -> str:
    r"""A text without characters that could take over the terminal.

    Control characters and those that change the direction of writing are
    shown by their codes.

    >>> visible("red: \x1b[31m")
    'red: \\x1b[31m'
    """
    return text.translate(_INVISIBLE)


def complain(message: str, failures: list[str]) -> None:
    """Say what could not be done, and keep it in a list."""
    failures.append(message)
    say(message)


def say(message: str) -> None:
    """Write a line to standard error, where somebody listens there."""
    line = visible(message).replace("\n", "\\n")
    try:
        print(f"newsclean: {line}", file=sys.stderr)
    except OSError:
        abandon(sys.stderr)


def shown(path: str) -> str:
    """What a message calls a path."""
    return "standard input" if path == STDIN else path or repr(path)


def reason(error: Exception) -> str:
    """Why a file could not be used, without the path, which the message has already."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def abandon(stream: TextIO) -> None:
    """Let what Python still writes to a standard stream, when it exits, go nowhere."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
