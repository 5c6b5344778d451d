"""Where the command writes: a file is whole, or as it was before."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newsclean._inputs import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STDIN, _STDOUT = 0, 1


def opened(path: str | None, inputs: Iterable[str]) -> contextlib.AbstractContextManager[TextIO]:
    """A stream to write to; a file takes its place at `path` when all is written.

    What goes wrong before leaves the file there as it was. What is no regular
    file, such as a terminal or a pipe, is written to straight away.

    Args:
        path: where the output goes; `None` for standard output.
        inputs: the paths that are read.

    Raises:
        OSError: nothing can be written there, or it is one of the inputs.
    """
    if path is not None and not os.path.basename(path):  # noqa: PTH119 - a Path drops the slash at its end
        msg = "it names no file"
        raise OSError(msg)
    there = None
    with contextlib.suppress(FileNotFoundError):
        there = os.stat(_STDOUT if path is None else path)  # noqa: PTH116 - takes descriptors too
    regular = there is not None and stat.S_ISREG(there.st_mode)
    if regular and any(_is(there, _STDIN if name == STDIN else name) for name in inputs):
        msg = "it is one of the files to be read"
        raise OSError(msg)
    if path is None or _is(there, _STDOUT):
        return contextlib.nullcontext(sys.stdout)
    if regular or there is None:
        return _replacing(Path(path).resolve(), there)
    return _open(Path(path), "w")


def _is(status: os.stat_result | None, file: str | int) -> bool:
    with contextlib.suppress(OSError, ValueError):
        return status is not None and os.path.samestat(status, os.stat(file))  # noqa: PTH116 - takes descriptors too
    return False


@contextlib.contextmanager
def _replacing(target: Path, there: os.stat_result | None) -> Iterator[TextIO]:
    if there is not None:
        # Replacing a file needs no right to write to it; that is asked for here.
        target.open("ab").close()
    beside = target.with_name(f".newsclean-{secrets.token_hex(8)}.tmp")
    try:
        stream = _open(beside, "x")
    except PermissionError as error:
        msg = f"no file can be made in its folder ({error.strerror})"
        raise OSError(msg) from error
    try:
        with stream:
            yield stream
        if there is not None:
            _make_alike(beside, there)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _make_alike(path: Path, there: os.stat_result) -> None:
    """Give a file the owner, where that is allowed, and the permissions of another."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, there.st_uid, there.st_gid)
    path.chmod(stat.S_IMODE(there.st_mode))


def _open(path: Path, mode: str) -> TextIO:
    # A lone surrogate has no UTF-8 form; as `\\ud800` it is also what JSON writes for it.
    return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[return-value]
