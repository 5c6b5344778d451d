"""What of this package is compiled when newsclean is built, and how arrays go into the file."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.lexicon import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

#: The code that makes what is compiled.
_CODE = ("characters.py", "tokens.py", "phrases.py")


@functools.cache
def name(what: str) -> str:
    """Under which name something is compiled; code that changes makes other tables."""
    return f"features.{what} {compiled.fingerprint(resources.files(__package__), *_CODE)}"


def packed(arrays: Iterable[NDArray[Any]]) -> list[tuple[str, bytes]]:
    """Arrays as numbers of any computer's: the type, and the bytes, the lowest first."""
    ordered = [array.astype(array.dtype.newbyteorder("<")) for array in arrays]
    return [(array.dtype.str, array.tobytes()) for array in ordered]


def unpacked(arrays: Iterable[tuple[str, bytes]]) -> list[NDArray[Any]]:
    """The arrays that `packed` was given."""
    return [np.frombuffer(content, kind) for kind, content in arrays]
