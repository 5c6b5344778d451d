"""The columns of the input that go along, with one schema for all files of a run."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from attrs import frozen

from newsclean._extras import needed
from newsclean.arrow import INPUT
from newsclean.corpus.values import as_text, column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.corpus.rows import Row

#: The column for values of JSON that came when the schema was made: new columns, and what does not fit its column.
OTHER = f"{INPUT}other"


@frozen
class Kept:
    """Columns that go along."""

    schema: Any
    """Their names and types, of Arrow."""
    others: bool
    """Whether there may be values beside them, as in JSON."""
    all: bool
    """Whether all columns are kept, also those that come up late."""

    def batch(self, rows: Sequence[Row], used: Iterable[str]) -> Any:  # noqa: ANN401 - a batch of Arrow
        """The columns of some rows.

        Args:
            rows: the rows, each with what it has in `kept`.
            used: the columns that become others, such as the page, and need not be kept.
        """
        arrow = needed("pyarrow", "corpus", "newsclean run")
        known = {*self.schema.names, *used}
        schema = self.written
        if not schema.names:
            return arrow.RecordBatch.from_pylist([{}] * len(rows), schema)
        pieces = []
        for table, several in groupby(rows, _table_of):
            run = list(several)
            pieces.append(self._of_values(run, known) if table is None else self._of_table(run))
        return arrow.Table.from_batches(pieces, schema).combine_chunks().to_batches()[0]

    @property
    def written(self) -> Any:  # noqa: ANN401 - a schema of Arrow
        """The columns as they are written."""
        arrow = needed("pyarrow", "corpus", "newsclean run")
        return self.schema.append(arrow.field(OTHER, arrow.string())) if self.others else self.schema

    def _of_values(self, rows: list[Row], known: set[str]) -> Any:  # noqa: ANN401 - a batch of Arrow
        arrow = needed("pyarrow", "corpus", "newsclean run")
        records = [row.kept or {} for row in rows]
        others: list[dict[str, Any]] = [
            {name: value for name, value in record.items() if name not in known} if self.all else {}
            for record in records
        ]
        arrays = []
        for field in self.schema:
            array, misfits = column([record.get(field.name) for record in records], field)
            arrays.append(array)
            for at, value in misfits.items():
                others[at][field.name] = value
        if self.others:
            arrays.append(arrow.array([as_text(other) if other else None for other in others], arrow.string()))
        return arrow.RecordBatch.from_arrays(arrays, schema=self.written)

    def _of_table(self, rows: list[Row]) -> Any:  # noqa: ANN401 - a batch of Arrow
        arrow = needed("pyarrow", "corpus", "newsclean run")
        table = rows[0].kept[0].take([row.kept[1] for row in rows])
        arrays = []
        for field in self.written:
            there = field.name in table.schema.names
            arrays.append(_as(table.column(field.name), field) if there else arrow.nulls(len(rows), field.type))
        return arrow.RecordBatch.from_arrays(arrays, schema=self.written)


def _table_of(row: Row) -> int | None:
    """Which batch a row's columns are in, if any."""
    return id(row.kept[0]) if isinstance(row.kept, tuple) else None


def _as(array: Any, field: Any) -> Any:  # noqa: ANN401 - of Arrow
    """An array as one of another type."""
    arrow = needed("pyarrow", "corpus", "newsclean run")
    if array.type == field.type:
        return array
    try:
        return array.cast(field.type)
    except arrow.ArrowException:
        return column(array.to_pylist(), field)[0]


def united(schemas: Iterable[Any]) -> Any:  # noqa: ANN401 - of Arrow
    """One schema of several; a column whose types do not go together becomes text."""
    arrow = needed("pyarrow", "corpus", "newsclean run")
    fields: dict[str, Any] = {}
    for schema in schemas:
        for field in schema:
            fields[field.name] = (
                _common(fields[field.name], field) if field.name in fields else field.with_nullable(nullable=True)
            )
    return arrow.schema(list(fields.values()))


def _common(one: Any, other: Any) -> Any:  # noqa: ANN401 - fields of Arrow
    arrow = needed("pyarrow", "corpus", "newsclean run")
    if one.equals(other, check_metadata=True) or one.type == other.type:
        return one
    try:
        schemas = [arrow.schema([field.with_nullable(nullable=True).remove_metadata()]) for field in (one, other)]
        return arrow.unify_schemas(schemas, promote_options="permissive").field(0)
    except arrow.ArrowException:
        return arrow.field(one.name, arrow.string())
