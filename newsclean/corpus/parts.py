"""Rows cut into parts: so many rows or bytes, whichever files they are from, the same ones each time."""

from __future__ import annotations

import hashlib
import queue
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from newsclean.corpus.packing import DamagedError
from newsclean.corpus.readers import reader
from newsclean.corpus.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.kept import Kept
    from newsclean.corpus.survey import Survey
    from newsclean.corpus.task import Task

#: A part that holds more is not filled up with further rows.
_MOST_BYTES = 32_000_000
#: Parts that are read before anybody takes them.
_AHEAD = 2
#: What reading may take to stop.
_LONGEST = 1.0
_Item = TypeVar("_Item")


@frozen
class Part:
    """Rows that are cleaned and written together."""

    number: int
    """Its place, from 0."""
    rows: tuple[Row, ...]
    """The rows, in the order of the input."""
    kept: Any
    """The columns that go along, a batch of Arrow."""
    digest: str
    """Tells whether a part holds the same as one of an earlier run."""
    read: int
    """The bytes of the files that had been begun when it was complete."""


def parts(sources: Sequence[Source], survey: Survey, most: int) -> Iterator[Part]:
    """Cut what the files hold into parts of so many rows at most."""
    number, size = 0, 0
    rows: list[Row] = []
    used: set[str] = set()
    read = 0
    for source, task in zip(sources, survey.tasks, strict=True):
        used |= {name for name in (*task.columns.contents, task.columns.url, task.columns.id) if name}
        for row in _rows(source, task):
            rows.append(row)
            size += row.size
            if len(rows) >= most or size >= _MOST_BYTES:
                yield _part(number, rows, survey.kept, used, read)
                number, size, rows = number + 1, 0, []
        read += source.size or 0
    if rows:
        yield _part(number, rows, survey.kept, used, read)


def _rows(source: Source, task: Task) -> Iterator[Row]:
    """A file's rows; where it cannot be read any further, a last one says why."""
    if task.error:
        yield Row(source.name, error=task.error)
        return
    position = 0
    try:
        for row in reader(source.form).rows(source, task):
            position = (row.position or 0) + 1
            yield row
    except DamagedError as error:
        yield Row(source.name, position, error=f"damaged: {error}")
    except OSError as error:
        yield Row(source.name, position, error=f"unread: {error.strerror or error}")


def _part(number: int, rows: list[Row], kept: Kept, used: Iterable[str], read: int) -> Part:
    batch = kept.batch(rows, used)
    digest = hashlib.blake2b(digest_size=16)
    for row in rows:
        row.kept = None
        digest.update(repr((row.file, row.position, row.id, row.url, row.error)).encode("utf-8", "surrogatepass"))
        for content in (row.text, row.html):
            data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content or b""
            digest.update(b"%d:" % len(data) + data)
    digest.update(batch.serialize())
    return Part(number, tuple(rows), batch, digest.hexdigest(), read)


def ahead(items: Iterable[_Item]) -> Iterator[_Item]:
    """Items made in a thread of their own, a few ahead of whoever takes them."""
    waiting: queue.Queue[tuple[_Item | None, BaseException | None]] = queue.Queue(_AHEAD)
    stopped = threading.Event()

    def put(item: _Item | None, error: BaseException | None = None) -> None:
        while not stopped.is_set():
            try:
                waiting.put((item, error), timeout=0.1)
            except queue.Full:
                continue
            return

    def work() -> None:
        try:
            for item in items:
                put(item)
                if stopped.is_set():
                    return
            put(None)
        except BaseException as error:  # noqa: BLE001 - whoever takes the items meets it
            put(None, error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        while True:
            item, error = waiting.get()
            if error is not None:
                raise error
            if item is None:
                return
            yield item
    finally:
        stopped.set()
        # It may wait for input that never comes; then it is left behind.
        thread.join(_LONGEST)
