"""The files that the command reads."""

from __future__ import annotations

import gzip
import io
import os
import re
import shlex
import stat
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: The path that stands for standard input.
STDIN = "-"

PAGES = frozenset({".html", ".htm", ".xhtml"})
_SUFFIXES = PAGES | {".txt"}
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_GZIPPED = b"\x1f\x8b"
#: No article is longer; a few bytes can hold far more.
_MOST_UNPACKED = 100_000_000


def suffix(path: str) -> str:
    """The last part of a file's name in lower case, whether or not the file is gzipped."""
    name = path.lower().removesuffix(".gz")
    return Path(name).suffix


def is_folder(path: str) -> bool:
    """Whether there is a folder at the path; no path raises an error."""
    return path != STDIN and os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises, such as for a long name


def files(folder: str, failed: Callable[[OSError], None], *, recursive: bool) -> list[str]:
    """The texts and pages in a folder, sorted.

    Hidden files and folders are left out, as a shell's `*` does. Links to
    folders are not followed, so that none is gone through twice.

    Args:
        folder: its path.
        failed: is told of each folder that cannot be read.
        recursive: whether its folders are gone through as well.
    """
    found: list[Path] = []
    for path, folders, names in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if recursive and not name.startswith(".")]
        found += (Path(path, name) for name in names if not name.startswith(".") and suffix(name) in _SUFFIXES)
    return [str(path) for path in sorted(found) if is_regular(path)]


def is_regular(path: Path) -> bool:
    """Whether a path is a file's: what is a pipe or a device may never end; a link to nowhere ends at once."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def read(path: str) -> bytes:
    """What is in a file, or comes from standard input; unpacked, where it is gzipped.

    Raises:
        OSError, ValueError: it cannot be read; the message says why.
    """
    if not path:
        msg = "the path is empty"
        raise ValueError(msg)
    if _ADDRESS.match(path) and not os.path.lexists(path):
        url = shlex.quote(path)
        msg = f"newsclean reads files; try: curl -sL {url} | newsclean clean - --input html --url {url}"
        raise ValueError(msg)
    data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    return _unpacked(data) if data.startswith(_GZIPPED) else data


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as file:
            unpacked = file.read(_MOST_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        msg = f"it is gzipped and damaged: {error}"
        raise ValueError(msg) from error
    if len(unpacked) > _MOST_UNPACKED:
        msg = f"it is gzipped and holds more than {_MOST_UNPACKED // 1_000_000} MB"
        raise ValueError(msg)
    return unpacked
