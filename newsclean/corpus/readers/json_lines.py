"""JSON Lines, and JSON: an object, or an array of objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsclean.corpus.packing import DamagedError
from newsclean.corpus.rows import Row, fill, string
from newsclean.corpus.values import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.task import Task

#: A file of JSON that is no JSON Lines has to be read as a whole.
_MOST_JSON = 500_000_000
#: A character may be written as six: "\u00e9".
_ESCAPED = 6
_MARK = b"\xef\xbb\xbf"
_SHOWN = 5


def schema(source: Source) -> Any:  # noqa: ANN401 - a schema of Arrow
    """The columns of the records that a file begins with. Raises `OSError`."""
    records = []
    try:
        for _, value in _values(source, _MOST_JSON, beginning=True):
            if isinstance(value, dict):
                records.append(value)
    except DamagedError:
        # That is the end of the beginning, or it shows again when the rows are read.
        pass
    return schema_of(records)


def rows(source: Source, task: Task) -> Iterator[Row]:
    """The rows of a file; a line that is no object is one with an error. Raises `DamagedError`, `OSError`."""
    for number, value in _values(source, _ESCAPED * task.limit):
        yield _row(Row(source.name, number), value, task)


def _row(row: Row, value: object, task: Task) -> Row:
    if isinstance(value, _Wrong):
        row.error = str(value)
        return row
    if not isinstance(value, dict):
        row.error = f"no record: {str(value)[:40]!r} is no object"
        return row
    columns = task.columns
    row.kept = value
    row.id, row.url = (string(value.get(name)) if name else None for name in (columns.id, columns.url))
    if not any(name in value for name in columns.contents):
        there = ", ".join(map(str, list(value)[:_SHOWN]))
        row.error = f"empty: there is no {' or '.join(columns.contents)}; there are {there or 'no columns'}"
        return row
    text, html = (value.get(name) if name else None for name in (columns.text, columns.html))
    return fill(row, text, html, told=task.text_is_told)


class _Wrong(str):
    """What is wrong with a line."""

    __slots__ = ()


def _values(source: Source, limit: int, *, beginning: bool = False) -> Iterator[tuple[int, object]]:
    """What stands in a file, by lines or by places in an array."""
    stream = source.beginning() if beginning else source.stream()
    lines = stream.lines(limit)
    if source.form == "json":
        first = next(lines, None)
        if first is None:
            return
        if isinstance(_parsed(*first, limit), _Wrong) or first[0].lstrip().startswith(b"["):
            whole = first[0] + stream.read(_MOST_JSON)
            value = _parsed(whole, len(whole), _MOST_JSON)
            yield from enumerate(value) if isinstance(value, list) else [(0, value)]
            return
        yield from _numbered([first], limit, 0)
        yield from _numbered(lines, limit, 1)
        return
    yield from _numbered(lines, limit, 0)


def _numbered(lines: Iterable[tuple[bytes, int]], limit: int, start: int) -> Iterator[tuple[int, object]]:
    for number, (line, size) in enumerate(lines, start):
        if line.strip():
            yield number, _parsed(line if number else line.removeprefix(_MARK), size, limit)


def _parsed(line: bytes, size: int, limit: int) -> object:
    if size > limit:
        return _Wrong(f"too large: a line of {size / 1e6:.1f} MB")
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _Wrong(f"no UTF-8: byte {line[error.start]:#04x} at {error.start}")
    except (ValueError, RecursionError) as error:
        return _Wrong(f"no JSON: {error}")
