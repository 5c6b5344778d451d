"""Parquet, and Arrow's own files and streams."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from newsclean._extras import needed
from newsclean.corpus.packing import DamagedError, Stream, packing_of
from newsclean.corpus.rows import Row, fill, string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.task import Task

#: Rows that are in memory at once, and bytes of a file.
_ROWS = 64
_BUFFER = 1 << 20
_PARQUET = b"PAR1"
_FILE = b"ARROW1"


def schema(source: Source) -> Any:  # noqa: ANN401 - a schema of Arrow
    """The columns that the file states. Raises `DamagedError`, `OSError`."""
    with _opened(source) as file:
        table = _Table(file)
        return table.schema


def rows(source: Source, task: Task) -> Iterator[Row]:
    """The rows of a file; a group of rows that is damaged is one with an error. Raises `DamagedError`, `OSError`."""
    columns = task.columns
    wanted = {*columns.contents, columns.url, columns.id, *task.kept}
    with _opened(source) as file:
        table = _Table(file)
        names = [name for name in table.schema.names if name in wanted]
        start = 0
        for number in range(table.groups):
            at, after = start, start + (table.size(number) or 0)
            try:
                for batch in table.batches(number, names):
                    yield from _of_batch(batch, Row(source.name, at), task)
                    at += batch.num_rows
            except table.errors as error:
                yield Row(
                    source.name,
                    at,
                    error=f"damaged: rows {at} to {after - 1}: {error}" if after else f"damaged: {error}",
                )
            start = max(at, after)


def _of_batch(batch: Any, first: Row, task: Task) -> Iterator[Row]:  # noqa: ANN401 - a batch of Arrow
    columns = task.columns
    nothing = [None] * batch.num_rows
    texts, pages, urls, ids = (
        batch.column(name).to_pylist() if name is not None else nothing
        for name in (columns.text, columns.html, columns.url, columns.id)
    )
    for number, (text, html, url, row_id) in enumerate(zip(texts, pages, urls, ids, strict=True)):
        row = Row(first.file, (first.position or 0) + number, string(row_id), string(url), kept=(batch, number))
        yield fill(row, text, html, told=task.text_is_told)


class _Table:
    """A file's table, in groups of rows. Raises `DamagedError`."""

    def __init__(self, file: BinaryIO) -> None:
        arrow = needed("pyarrow", "corpus", "newsclean run")
        self.errors = (arrow.ArrowException, OSError)
        magic = file.read(len(_FILE))
        file.seek(0)
        self._ipc = self._parquet = None
        try:
            if magic.startswith(_PARQUET):
                parquet = needed("pyarrow.parquet", "corpus", "newsclean run")
                self._parquet = parquet.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
                self.schema = self._parquet.schema_arrow
                self.groups = self._parquet.num_row_groups
            else:
                self._file = magic == _FILE
                self._ipc = arrow.ipc.open_file(file) if self._file else arrow.ipc.open_stream(file)
                self.schema = self._ipc.schema
                self.groups = self._ipc.num_record_batches if self._file else 1
        except self.errors as error:
            msg = str(error) if magic else "there is nothing in it"
            raise DamagedError(msg) from error

    def size(self, group: int) -> int | None:
        """The rows of a group, if known."""
        return self._parquet.metadata.row_group(group).num_rows if self._parquet is not None else None

    def batches(self, group: int, names: list[str]) -> Iterator[Any]:
        """The rows of a group, some at a time."""
        if self._parquet is not None:
            yield from self._parquet.iter_batches(batch_size=_ROWS, row_groups=[group], columns=names)
            return
        ipc = cast("Any", self._ipc)
        for batch in [ipc.get_batch(group)] if self._file else ipc:
            chosen = batch.select(names)
            yield from (chosen.slice(at, _ROWS) for at in range(0, chosen.num_rows, _ROWS))


def _opened(source: Source) -> BinaryIO:
    """The file, unpacked where it is packed."""
    file = source.opened()
    beginning = file.read(4)
    file.seek(0)
    packing = packing_of(beginning)
    if packing is None:
        return file
    unpacked = tempfile.TemporaryFile()  # noqa: SIM115 - whoever asks for it closes it
    with file:
        stream = Stream(file, packing)
        while data := stream.read(_BUFFER):
            unpacked.write(data)
    unpacked.seek(0)
    return cast("BinaryIO", unpacked)
