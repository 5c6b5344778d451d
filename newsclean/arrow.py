"""Articles as columns: the schema of all tables that newsclean writes, and one function for every engine.

Needs pyarrow: `pip install 'newsclean[corpus]'`.
"""

from __future__ import annotations

import types
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsclean._columns import found
from newsclean._extras import needed
from newsclean._outcome import outcome, remembered
from newsclean.article import LEFT_OUT, Article
from newsclean.sites.outlets import host
from newsclean.sites.profile import profiles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsclean.document import Document
    from newsclean.sites.profile import SiteProfile
    from newsclean.sites.table import Profiles

pa = needed("pyarrow", "corpus", "newsclean.arrow")

#: Fields that are dates: each also stands in the table as a timestamp.
_DATES = ("published", "modified")
_TYPES = {str: pa.string(), bool: pa.bool_(), int: pa.int64(), float: pa.float64()}
_TIMESTAMP = pa.timestamp("us", tz="UTC")
#: What stands before the name of a column of the input that the article has, too.
INPUT = "input_"


def _type(hint: Any) -> Any:  # noqa: ANN401 - types of typing and of Arrow
    """The Arrow type of what a field of the Article is annotated with."""
    if get_origin(hint) in {Union, types.UnionType}:
        (hint,) = (kind for kind in get_args(hint) if kind is not type(None))
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if attrs.has(hint):
        hints = get_type_hints(hint)
        return pa.struct([(field.name, _type(hints[field.name])) for field in attrs.fields(hint)])
    return _TYPES[hint]


def _article_fields() -> list[tuple[str, Any]]:
    hints = get_type_hints(Article)
    fields: list[tuple[str, Any]] = []
    for attribute in attrs.fields(Article):
        name = attribute.name
        if name in LEFT_OUT:
            continue
        fields.append((name, _type(hints[name])))
        if name in _DATES:
            fields.append((f"{name}_at", _TIMESTAMP))
        if name == "paragraphs":
            fields.append(("text", pa.string()))
    return fields


#: The fields of the Article in a table.
ARTICLE = pa.schema(_article_fields())
#: Where a row comes from.
ORIGIN = pa.schema([("id", pa.string()), ("file", pa.string()), ("position", pa.int64())])
#: The columns of a table of articles: where a row comes from, the Article's fields, and what went wrong.
SCHEMA = pa.schema([*ORIGIN, *ARTICLE, ("error", pa.string())])


def clean_batch(  # noqa: PLR0913 - each is a column or a choice of its own
    batch: Any,  # noqa: ANN401 - of any library that knows Arrow
    *,
    text: str | None = None,
    html: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the column's name in the result
    keep: Sequence[str] = (),
    outlet: str | None = None,
    profiles: Profiles | Mapping[str, SiteProfile] | None = None,
    pipeline: Callable[[Document], Document] | None = None,
) -> Any:  # noqa: ANN401 - pyarrow has no type hints
    """Clean a batch of rows; row by row, what comes out is in the order of what goes in.

    A row that cannot be cleaned has its `error`, and no article.

    Args:
        batch: a `RecordBatch`, a `Table`, or a data frame that pyarrow can read (pandas, Polars).
        text: the column of texts, strings or bytes. Columns that are not named are found by their usual names.
        html: the column of HTML pages; where a row has none, its text is cleaned.
        url: the column of addresses.
        id: the column of ids.
        keep: columns to be kept as they are, behind `position`. `input_` goes before a name that `SCHEMA` has as well.
        outlet: the column that says which outlet a row is from; the host of its address if not given.
        profiles: what was learned of the outlets, `newsclean.sites.table.Profiles` or a mapping by outlet.
        pipeline: what cleans them, `Pipeline.default()` if not given.

    Returns:
        A `RecordBatch` with `SCHEMA`, and the columns that are kept.

    Raises:
        newsclean.ColumnError: a column is missing; the message lists those that there are.
    """
    table = _table(batch)
    columns = found(table.column_names, {"text": text, "html": html, "url": url, "id": id})
    kept = table.select(found_all(table.column_names, keep))
    texts, pages = (_values_of(table, name) for name in (columns.text, columns.html))
    addresses, ids = (_names_of(table, name) for name in (columns.url, columns.id))
    sites = [None] * table.num_rows if profiles is None else map(profiles.get, outlets(table, outlet, addresses))
    results = [
        outcome(row_text, row_html, address, pipeline=pipeline, site=site)
        for row_text, row_html, address, site in zip(texts, pages, addresses, sites, strict=True)
    ]
    return assembled([(name, None, None) for name in ids], addresses, kept, results)


def learn_batch(
    batch: Any,  # noqa: ANN401 - of any library that knows Arrow
    *,
    text: str | None = None,
    html: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    pipeline: Callable[[Document], Document] | None = None,
) -> Any:  # noqa: ANN401 - pyarrow has no type hints
    """Learn from a batch of rows what each outlet's pages have in common.

    Rows that cannot be cleaned teach nothing. `newsclean.sites.table.merged` makes one profile for each outlet of the
    results of all batches, in whatever order they come.

    Args:
        batch: a `RecordBatch`, a `Table`, or a data frame that pyarrow can read (pandas, Polars).
        text: the column of texts, strings or bytes. Columns that are not named are found by their usual names.
        html: the column of HTML pages; where a row has none, its text counts.
        url: the column of addresses.
        outlet: the column that says which outlet a row is from; the host of its address if not given.
        pipeline: what cleans them, `Pipeline.default()` if not given.

    Returns:
        A `RecordBatch` with `newsclean.sites.table.SCHEMA`: a row for each outlet.

    Raises:
        newsclean.ColumnError: a column is missing; the message lists those that there are.
        ValueError: the pipeline has no cleaner `content`.
    """
    # Above, it would tell in other words that pyarrow is missing.
    from newsclean.sites.table import batch_of  # noqa: PLC0415

    table = _table(batch)
    columns = found(table.column_names, {"text": text, "html": html, "url": url})
    urls = _names_of(table, columns.url)
    contents = (_values_of(table, name) for name in (columns.text, columns.html))
    told = zip(outlets(table, outlet, urls), *contents, urls, strict=True)
    rows = ((name, remembered(*row, pipeline=pipeline)[0]) for name, *row in told)
    return batch_of(profiles_of((name, story) for name, story in rows if story is not None))


def _table(batch: Any) -> Any:  # noqa: ANN401
    return pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else pa.table(batch)


def _values_of(table: Any, name: str | None) -> list[Any]:  # noqa: ANN401
    """The values of a column; of one that is not there, nothing."""
    return [None] * table.num_rows if name is None else table[name].to_pylist()


def _names_of(table: Any, name: str | None) -> list[str | None]:  # noqa: ANN401
    return [None if value is None else str(value) for value in _values_of(table, name)]


def outlets(table: Any, column: str | None, urls: Iterable[str | None]) -> list[str]:  # noqa: ANN401
    """The outlet of each row of a table: what a column says, else the host of the row's address.

    Raises:
        newsclean.ColumnError: the column is not there.
    """
    if column is None:
        return [host(url) for url in urls]
    (name,) = found_all(table.schema.names, [column])
    return ["" if value is None else str(value) for value in table.column(name).to_pylist()]


def found_all(names: Iterable[str], wanted: Sequence[str]) -> list[str]:
    """The columns wanted. Raises `ColumnError` where one is not there."""
    for name in wanted:
        found(names, {"text": name})
    return list(wanted)


def assembled(
    origins: Sequence[tuple[str | None, str | None, int | None]],
    urls: Sequence[str | None],
    kept: Any,  # noqa: ANN401 - pyarrow has no type hints
    outcomes: Sequence[tuple[Article | None, str | None]],
    fields: Iterable[str] = ARTICLE.names,
) -> Any:  # noqa: ANN401
    """A `RecordBatch` of articles.

    Args:
        origins: id, file and position of each row.
        urls: the rows' addresses; where there is no article, they are all that is known.
        kept: columns of the input, a Table or RecordBatch.
        outcomes: an article or what went wrong.
        fields: which of the Article's fields to take.
    """
    articles = [article for article, _ in outcomes]
    columns = [(field, _array([row[at] for row in origins], field.type)) for at, field in enumerate(ORIGIN)]
    for field in kept.schema:
        column = kept.column(field.name)
        whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        columns.append((field.with_name(kept_name(field.name)), whole))
    for name in fields:
        values = _values(articles, name)
        if name == "url":
            values = [
                given if article is None else url for article, url, given in zip(articles, values, urls, strict=True)
            ]
        columns.append((ARTICLE.field(name), _array(values, ARTICLE.field(name).type)))
    columns.append((SCHEMA.field("error"), _array([error for _, error in outcomes], pa.string())))
    return pa.RecordBatch.from_arrays(
        [array for _, array in columns], schema=pa.schema([field for field, _ in columns])
    )


def kept_name(name: str) -> str:
    """The name in the result of a column that is kept."""
    return f"{INPUT}{name}" if name in SCHEMA.names else name


def _values(articles: Sequence[Article | None], name: str) -> list[Any]:
    date = name.removesuffix("_at")
    if date != name and date in _DATES:
        return [article and timestamp(getattr(article, date)) for article in articles]
    return [None if article is None else getattr(article, name) for article in articles]


def timestamp(text: str | None) -> datetime | None:
    """The moment that a date in ISO 8601 tells; without a zone, in UTC, and without a time, at midnight.

    >>> timestamp("2024-05-01T06:30:00+02:00").isoformat()
    '2024-05-01T04:30:00+00:00'
    """
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:
        return None


def _array(values: Sequence[Any], kind: Any) -> Any:  # noqa: ANN401 - types and arrays of Arrow
    """The values as an array, built column by column: lists and objects are taken apart, not made into dicts."""
    missing = [value is None for value in values]
    if pa.types.is_list(kind):
        offsets, at = [], 0
        for value in values:
            offsets.append(None if value is None else at)
            at += len(value or ())
        flat = [item for value in values if value is not None for item in value]
        return pa.ListArray.from_arrays(pa.array([*offsets, at], pa.int32()), _array(flat, kind.value_type), type=kind)
    if pa.types.is_struct(kind):
        parts = [_array([value and getattr(value, part.name) for value in values], part.type) for part in kind]
        return pa.StructArray.from_arrays(parts, fields=list(kind), mask=pa.array(missing, pa.bool_()))
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8 form; as `\\ud800` it is also what JSON writes for it.
        return pa.array([value and value.encode("utf-8", "backslashreplace").decode() for value in values], kind)
