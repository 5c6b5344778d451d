"""The writing that commands of one page share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _output
from newsclean._inputs import STDIN
from newsclean.commands.saying import FAILED, reason, say, shown

if TYPE_CHECKING:
    from collections.abc import Iterable


def write(text: str, path: str, inputs: Iterable[str] = ()) -> int:
    """Write a text to a file, or say why that cannot be; gives the exit code.

    Args:
        text: what to write.
        path: where to; `-` for standard output.
        inputs: the paths that were read, which are not written to.
    """
    output = None if path == STDIN else path
    try:
        with _output.opened(output, inputs) as stream:
            stream.write(text)
    except OSError as error:
        if output is None or isinstance(error, BrokenPipeError):
            raise
        say(f"cannot write {shown(output)}: {reason(error)}")
        return FAILED
    return 0
