"""The files of a corpus, and what is in them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsclean._columns import ColumnError
from newsclean.corpus.inputs import InputError, sources
from newsclean.corpus.survey import surveyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.options import Options
    from newsclean.corpus.survey import Survey


def opened(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], options: Options, without: Path
) -> tuple[list[Source], Survey]:
    """The files that paths stand for, and what there is to be done with each.

    Args:
        paths: files, folders, patterns, addresses that fsspec reads, or `-` for standard input.
        options: which form they are of, and what their columns hold.
        without: a folder that is passed over.

    Raises:
        InputError: there is nothing to read, or nothing of it can be read.
        ColumnError: no file has a column that is to be kept, or that of the outlet.
        ImportError: a package is missing; the message says what to install.
    """
    several = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    files = list(sources([os.fspath(path) for path in several], options.input, without))
    survey = surveyed(files, options.named, options.wanted, options.fields, options.limit)
    if not files:
        msg = "there is nothing to read"
        raise InputError(msg)
    if all(task.error for task in survey.tasks):
        more = f" (and {len(files) - 1} more)" if len(files) > 1 else ""
        msg = f"cannot read {files[0].name}: {survey.tasks[0].error}{more}"
        raise InputError(msg)
    if options.outlet is not None and options.outlet not in survey.kept.schema.names:
        msg = f"there is no column {options.outlet!r} that says the outlet in any file"
        raise ColumnError(msg)
    return files, survey


def total(files: Sequence[Source]) -> int | None:
    """The bytes of all files, if known."""
    sizes = [file.size for file in files if file.size is not None]
    return sum(sizes) if len(sizes) == len(files) else None
