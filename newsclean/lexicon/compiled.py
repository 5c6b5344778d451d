"""What the files of phrases are compiled to when newsclean is built, so that a first call need not parse them.

The compiled file is a cache, made by `hatch_build.py`. It fits the very files it was made of, and the code that made
it; where there is none that fits, such as after a phrase was added, all is made from the files of phrases again.
"""

from __future__ import annotations

import marshal
import os
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

NAME = "compiled.bin"
#: Of marshal; newer Pythons read older versions.
_VERSION = 4
#: How many bytes say how long the index is, which stands before the pieces.
_SIZE = 4
_FOLDER: Traversable = resources.files(__package__)


def fingerprint(folder: Traversable, *endings: str) -> int:
    """Changes with the files of a folder whose names end so: one added, renamed or changed in any byte.

    Sizes and times tell less, as installers set times anew. Reading and summing up the two megabytes takes 2 ms.
    """
    found = 0
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(endings)), key=lambda file: file.name):
        content = file.read_bytes()
        found = crc32(content, crc32(f"{file.name} {len(content)} ".encode(), found))
    return found


def piece(name: str) -> Any:  # noqa: ANN401
    """What was compiled under a name, or `None` where nothing was that fits."""
    head, places = _index()
    if name not in places:
        return None
    start, size = places[name]
    with _FOLDER.joinpath(NAME).open("rb") as file:
        if file.read(len(head)) != head:
            # Another version was installed meanwhile.
            return None
        file.seek(start)
        # As trustworthy as the code: it lies beside it.
        return marshal.loads(file.read(size))  # noqa: S302


def write(pieces: Mapping[str, Any], folder: Path) -> None:
    """Write what was compiled, by name, to a file in a folder.

    Args:
        pieces: values of Python's own types, by name.
        folder: where the file goes; readers look into that of this module.
    """
    bodies = [marshal.dumps(value, _VERSION) for value in pieces.values()]
    index = marshal.dumps((_made_of(), dict(zip(pieces, map(len, bodies), strict=True))), _VERSION)
    # Whoever reads meanwhile sees the old file or the new one, never a part.
    new = Path(folder, f"{NAME}.{os.getpid()}")
    new.write_bytes(b"".join([len(index).to_bytes(_SIZE, "little"), index, *bodies]))
    new.replace(Path(folder, NAME))


def _made_of() -> int:
    """The phrases and the code that compiles them."""
    return fingerprint(_FOLDER, ".toml", ".py")


@cache
def _index() -> tuple[bytes, dict[str, tuple[int, int]]]:
    """What the file begins with; and where each piece begins, and how long it is."""
    try:
        with _FOLDER.joinpath(NAME).open("rb") as file:
            size = file.read(_SIZE)
            told = file.read(int.from_bytes(size, "little"))
        made_of, sizes = marshal.loads(told)  # noqa: S302
    except (OSError, EOFError, ValueError, TypeError):
        # None, or none that this Python can read.
        return b"", {}
    if made_of != _made_of():
        return b"", {}
    head, found = size + told, {}
    start = len(head)
    for name, length in sizes.items():
        found[name] = start, length
        start += length
    return head, found
