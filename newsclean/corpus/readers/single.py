"""Files that are one text or one page each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.corpus.rows import Row
from newsclean.text import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.task import Task


def schema(_: Source) -> None:
    """There are no columns."""


def rows(source: Source, task: Task) -> Iterator[Row]:
    """The one row of a file. Raises `DamagedError`, `OSError`."""
    data = source.stream().read(task.limit + 1)
    row = Row(source.name, 0)
    if len(data) > task.limit:
        row.error = f"too large: the limit is {task.limit / 1e6:.1f} MB"
    elif source.form == "html" or kinds.is_html(data):
        row.html = data
    else:
        row.text = data
    yield row
