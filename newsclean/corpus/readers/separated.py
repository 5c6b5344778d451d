"""Values separated by commas or tabs, with the columns' names in the first record."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from newsclean._extras import needed
from newsclean.corpus.packing import MOST, DamagedError, Stream
from newsclean.corpus.rows import Row, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.task import Task

_DELIMITERS = {"csv": ",", "tsv": "\t"}
_MARK = b"\xef\xbb\xbf"
#: A record has more than its text.
_ROOM = 4


def schema(source: Source) -> Any:  # noqa: ANN401 - a schema of Arrow
    """The columns that the first record names. Raises `OSError`."""
    arrow = needed("pyarrow", "corpus", "newsclean run")
    try:
        first = next(_records(source.beginning(), _DELIMITERS[source.form], MOST), (b"", 0))
        return arrow.schema([(name, arrow.string()) for name in _names(source, first[0])])
    except (DamagedError, UnicodeDecodeError):
        return arrow.schema([])


def rows(source: Source, task: Task) -> Iterator[Row]:
    """The rows of a file; a record that is not like the first is one with an error. Raises `DamagedError`."""
    limit = _ROOM * task.limit
    records = _records(source.stream(), _DELIMITERS[source.form], limit)
    names = _names(source, next(records, (b"", 0))[0])
    number = 0
    for record, size in records:
        if record.strip():
            yield _row(Row(source.name, number), _values(record, size, limit, source), names, task)
            number += 1


def _row(row: Row, values: list[str] | str, names: list[str], task: Task) -> Row:
    if isinstance(values, str):
        row.error = values
        return row
    record = dict(zip(names, values, strict=False))
    columns = task.columns
    row.kept = record
    row.id, row.url = (record.get(name) if name else None for name in (columns.id, columns.url))
    if len(values) != len(names):
        row.error = f"no record: it has {len(values)} values, and there are {len(names)} columns"
        return row
    text, html = (record.get(name) if name else None for name in (columns.text, columns.html))
    return fill(row, text, html, told=task.text_is_told)


def _values(record: bytes, size: int, limit: int, source: Source) -> list[str] | str:
    """A record's values, or what is wrong with it."""
    if size > limit:
        return f"too large: a record of {size / 1e6:.1f} MB"
    try:
        text = record.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"no UTF-8: byte {record[error.start]:#04x} at {error.start}"
    before = csv.field_size_limit(max(len(text), 1))
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=_DELIMITERS[source.form]), [])
    except csv.Error as error:
        return f"no record: {error}"
    finally:
        csv.field_size_limit(before)


def _names(source: Source, record: bytes) -> list[str]:
    """The columns' names, each once."""
    values = _values(record.removeprefix(_MARK), len(record), MOST, source)
    names: dict[str, None] = {}
    often: Counter[str] = Counter()
    for value in values if isinstance(values, list) else []:
        name = value
        while name in names:
            often[value] += 1
            name = f"{value}_{often[value] + 1}"
        names[name] = None
    return list(names)


def _records(stream: Stream, delimiter: str, limit: int) -> Iterator[tuple[bytes, int]]:
    """The records and their sizes; of one beyond the limit only its beginning. Raises `DamagedError`, `OSError`."""
    opening = re.compile(rb"(?:^|" + re.escape(delimiter.encode()) + rb')"')
    pieces: list[bytes] = []
    size, quoted = 0, False
    for line, whole in stream.lines(limit):
        # Of a line that is cut off, nobody knows how it ends; a quotation mark is most likely closed.
        quoted = whole <= limit and _quoted_after(line, opening, quoted=quoted)
        if size <= limit:
            pieces.append(line)
        size += whole
        if not quoted:
            yield b"".join(pieces), size
            pieces, size = [], 0
        elif size > MOST:
            msg = f"a record of more than {MOST // 10**9} GB"
            raise DamagedError(msg)
    if pieces:
        yield b"".join(pieces), size


def _quoted_after(line: bytes, opening: re.Pattern[bytes], *, quoted: bool) -> bool:
    """Whether a value in quotation marks goes on behind a line."""
    at = 0
    while True:
        if quoted:
            at = line.find(b'"', at)
            if at < 0:
                return True
            quoted = line[at + 1 : at + 2] == b'"'
            at += 2 if quoted else 1
        else:
            match = opening.search(line, at)
            if match is None:
                return False
            at, quoted = match.end(), True
