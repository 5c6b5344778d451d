"""The readers: one file a form of input.

A reader has two functions. `schema(source)` tells the columns of a file by its beginning, as a schema of Arrow, and
`None` where a file has none; `rows(source, task)` gives its rows one after the other. What is damaged becomes a row
with its error; neither holds more of a file in memory than a record or two, or a piece of a table.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.rows import Row
    from newsclean.corpus.task import Task

_MODULES = {
    "text": "single", "html": "single", "xml": "single", "jsonl": "json_lines", "json": "json_lines",
    "csv": "separated", "tsv": "separated", "parquet": "columnar", "arrow": "columnar", "warc": "warc",
}  # fmt: skip


class Reader(Protocol):
    """What each module of this package is."""

    def schema(self, source: Source) -> Any:  # noqa: ANN401 - a schema of Arrow
        """The columns of a file."""

    def rows(self, source: Source, task: Task) -> Iterator[Row]:
        """The rows of a file."""


def reader(form: str) -> Reader:
    """The reader of a form."""
    return cast("Reader", import_module(f"newsclean.corpus.readers.{_MODULES[form]}"))
