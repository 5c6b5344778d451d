"""What a run wrote, as tables of DuckDB."""

from __future__ import annotations

import glob
import json
import os
import tempfile
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from newsclean._extras import needed
from newsclean.arrow import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What DuckDB may take before it goes on on disk, and how many threads share it.
_MEMORY, _THREADS = "2GB", 4
#: The largest row of JSON, in bytes, of which each thread makes room for two.
_LARGEST = 64_000_000
_FORMS = ("parquet", "jsonl", "jsonl.gz", "jsonl.zst")


def _kind(kind: Any) -> str:  # noqa: ANN401 - a type of Arrow
    """A type in SQL."""
    if hasattr(kind, "value_type"):
        return f"{_kind(kind.value_type)}[]"
    if hasattr(kind, "fields"):
        return f"STRUCT({', '.join(f'{_name(part.name)} {_kind(part.type)}' for part in kind.fields)})"
    return {"string": "VARCHAR", "double": "DOUBLE", "int64": "BIGINT"}[str(kind)]


def _name(name: str) -> str:
    return '"' + name + '"'


#: The columns that a report reads, with their types in SQL.
COLUMNS = {field.name: _kind(field.type) for field in SCHEMA if not str(field.type).startswith("timestamp")}


class RunError(ValueError):
    """A folder holds no run's output that can be read; the message says what is the matter, and what to do."""


@frozen
class Run:
    """What a run wrote."""

    folder: Path
    """Where."""
    name: str
    """What its tables are called by in SQL: it is their schema."""
    told: dict[str, Any]
    """What `run.json` says; nothing where the run has not ended."""
    columns: frozenset[str]
    """Those of `COLUMNS` that were written."""
    parts: int
    """How many files it is in."""


@contextmanager
def opened(folders: dict[str, Path]) -> Iterator[tuple[Any, list[Run]]]:
    """A connection that knows the rows of some runs, each as `<name>.rows`; what it holds is gone afterwards.

    Args:
        folders: where the runs wrote to, by the names that they get.

    Raises:
        RunError: one of them holds no run's output, or what cannot be read.
        ImportError: DuckDB is missing.
    """
    duckdb = needed("duckdb", "report", "newsclean report")
    found = {name: (folder, *_parts(folder)) for name, folder in folders.items()}
    with tempfile.TemporaryDirectory(prefix="newsclean-") as beside:
        connection = duckdb.connect(
            str(Path(beside) / "report.duckdb"),
            config={
                "memory_limit": _MEMORY,
                "threads": min(_THREADS, os.cpu_count() or 1),
                "temp_directory": beside,
                "preserve_insertion_order": False,
            },
        )
        try:
            runs = [_run(connection, name, *rest) for name, rest in found.items()]
            yield connection, runs
        except duckdb.OutOfMemoryException as error:
            msg = f"cannot count with {_MEMORY} of memory: {_reason(error)}; if a disk is full, TMPDIR may name another"
            raise RunError(msg) from error
        except duckdb.Error as error:
            names = ", ".join(str(folder) for folder in folders.values())
            reason = _reason(error)
            msg = f"cannot read the parts in {names}: {reason}; newsclean run with the same options makes them anew"
            raise RunError(msg) from error
        finally:
            connection.close()


def _reason(error: Exception) -> str:
    return str(error).split("\n", 1)[0]


def _parts(folder: Path) -> tuple[str, list[Path]]:
    """The form of a run's parts, and their files. Raises `RunError`."""
    if not folder.exists():
        msg = f"cannot read {folder}: there is no such folder"
        raise RunError(msg)
    if not folder.is_dir():
        msg = f"cannot read {folder}: it is a file; give the folder that newsclean run wrote to"
        raise RunError(msg)
    for form in _FORMS:
        files = sorted(folder.glob(f"part-[0-9]*.{form}"))
        if files:
            return form, files
    there = "it is empty" if not any(folder.iterdir()) else "there are no files part-000000.parquet or .jsonl in it"
    msg = f"{folder} holds no run's output: {there}; newsclean run … --output {folder} writes one"
    raise RunError(msg)


def _run(connection: Any, name: str, folder: Path, form: str, files: list[Path]) -> Run:  # noqa: ANN401 - of DuckDB
    told = _told(folder)
    paths = "[" + ", ".join(_quoted(glob.escape(str(file))) for file in files) + "]"
    if form == "parquet":
        table = f"read_parquet({paths})"
        there = {column: kind for column, kind, *_ in connection.execute(f"describe from {table}").fetchall()}
    else:
        there = {column: COLUMNS.get(column, "JSON") for column in _first_row(connection, paths)}
        kinds = ", ".join(f"{_quoted(column)}: {_quoted(kind)}" for column, kind in COLUMNS.items())
        table = (
            f"read_json({paths}, format = 'newline_delimited', columns = {{{kinds}}}, maximum_object_size = {_LARGEST})"
        )
    columns = frozenset(there) & COLUMNS.keys()
    _check(folder, told, there)
    chosen = ", ".join(
        f'"{column}"' if column in columns else f'cast(null as {kind}) as "{column}"'
        for column, kind in COLUMNS.items()
    )
    connection.execute(f"create schema {name}")
    connection.execute(f"create view {name}.rows as select {chosen} from {table}")
    return Run(folder, name, told, columns, len(files))


def _check(folder: Path, told: dict[str, Any], there: dict[str, str]) -> None:
    """Raises `RunError` where a table is not as this version writes it."""
    missing = [column for column in ("id", "file", "position", "error") if column not in there]
    other = [column for column, kind in COLUMNS.items() if _bare(there.get(column, kind)) != _bare(kind)]
    if missing or other:
        what = f"there is no column {missing[0]}" if missing else f"{other[0]} is of another type, {there[other[0]]}"
        by = f"newsclean {told['version']}" if told.get("version") else "another program or version"
        this = f"this is {version('newsclean')}"
        msg = f"{folder} was written by {by}, and {this}: {what}. Clean the corpus again with this version"
        raise RunError(msg)


def _bare(kind: str) -> str:
    return kind.replace('"', "").upper()


def _first_row(connection: Any, paths: str) -> list[str]:  # noqa: ANN401 - of DuckDB
    """The columns of the first row of JSON Lines."""
    form = f"format = 'newline_delimited', maximum_object_size = {_LARGEST}"
    row = connection.execute(f"select json_keys(json) from read_json_objects({paths}, {form}) limit 1").fetchone()
    return list(row[0]) if row else list(COLUMNS)


def _told(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / "run.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _quoted(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"
