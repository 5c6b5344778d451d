"""Before a run: which columns each file has, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from newsclean._columns import ColumnError, Columns, found
from newsclean._extras import needed
from newsclean.corpus.kept import Kept, united
from newsclean.corpus.packing import DamagedError
from newsclean.corpus.readers import reader
from newsclean.corpus.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsclean.corpus.inputs import Source

_JSON = frozenset({"json", "jsonl"})


@frozen
class Survey:
    """What a run has to do."""

    tasks: tuple[Task, ...]
    """One for each file."""
    kept: Kept
    """The columns that go along."""


def surveyed(
    sources: Iterable[Source],
    named: Mapping[str, str | None],
    keep: Sequence[str] | None,
    fields: Sequence[str],
    limit: int,
) -> Survey:
    """Look at how each file begins.

    Args:
        sources: the files.
        named: the columns that were named, by kind.
        keep: the columns to keep; `None` for all but the pages and what stands in other columns anyway.
        fields: the Article's fields that are written.
        limit: the most bytes or characters of a record.

    Raises:
        ColumnError: no file has a column that is to be kept.
    """
    arrow = needed("pyarrow", "corpus", "newsclean run")
    tasks, schemas, json = [], [], False
    for source in sources:
        try:
            schema = reader(source.form).schema(source)
            columns = _columns(source, schema, named)
        except (ColumnError, DamagedError) as error:
            kind = "no column" if isinstance(error, ColumnError) else "damaged"
            tasks.append(Task(Columns(), (), limit, text_is_told=False, error=f"{kind}: {error}"))
            continue
        except OSError as error:
            tasks.append(Task(Columns(), (), limit, text_is_told=False, error=f"unread: {error.strerror or error}"))
            continue
        names = _kept(schema.names if schema else (), columns, keep, fields)
        tasks.append(Task(columns, names, limit, text_is_told=named.get("text") is not None))
        schemas.append(arrow.schema([schema.field(name) for name in names]))
        json = json or source.form in _JSON
    schema = united(schemas)
    lost = [name for name in keep or () if name not in schema.names]
    if lost and schemas:
        msg = f"there is no column {lost[0]!r} to keep in any file"
        raise ColumnError(msg)
    return Survey(tuple(tasks), Kept(schema, others=json, all=keep is None))


def _columns(source: Source, schema: Any, named: Mapping[str, str | None]) -> Columns:  # noqa: ANN401 - of Arrow
    if schema is None or source.form == "warc":
        return Columns()
    if not schema.names:
        # There is nothing in it, or nothing that can be read: that shows row by row.
        return Columns(text=named.get("text") or "text")
    return found(schema.names, named)


def _kept(names: Iterable[str], columns: Columns, keep: Sequence[str] | None, fields: Sequence[str]) -> tuple[str, ...]:
    """The columns that go along; the address always does, be it as the Article's."""
    if keep is not None:
        wanted = {*keep} if "url" in fields or columns.url is None else {*keep, columns.url}
        return tuple(name for name in names if name in wanted)
    known = {columns.html, columns.id, columns.url if "url" in fields else None}
    return tuple(name for name in names if name not in known)
