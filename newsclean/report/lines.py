"""The lines that come again and again: those that were removed, and those that stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from newsclean.report.tables import Run

#: A line that stayed on so many pages of an outlet is told of.
_LEAST = 3
#: Of so many lines the hashes and counts take some 300 MB.
_AT_A_TIME = 4_000_000


@frozen
class Line:
    """A line that is on many pages."""

    text: str
    outlet: str
    """One of its outlets."""
    outlets: int
    """How many it is of."""
    pages: int
    """How many articles have it."""
    of: int
    """How many articles the outlet has, each counted once, however often it was crawled."""
    kind: str
    """What it was removed as, or kept as."""
    language: str
    """What most of its articles are in; empty where that is not known."""


def removed(connection: Any, run: Run, most: int) -> list[Line]:  # noqa: ANN401 - of DuckDB
    """The most frequent lines that were removed."""
    return _frequent(connection, run, "removed", "hash(text)", most)


def stayed(connection: Any, run: Run, most: int) -> list[Line]:  # noqa: ANN401 - of DuckDB
    """The most frequent lines of bodies that several articles of an outlet have."""
    return _frequent(connection, run, "paragraphs", "hash(text, outlet)", most)


def _frequent(connection: Any, run: Run, column: str, same: str, most: int) -> list[Line]:  # noqa: ANN401 - of DuckDB
    """Count hashes first, which are small; only the texts of the most frequent are looked up.

    Args:
        connection: DuckDB's.
        run: whose facts are gathered.
        column: where the lines are.
        same: what lines that are counted together have in common, in SQL.
        most: how many to give.
    """
    name = run.name
    if column not in run.columns:
        return []
    # The same article crawled twice says everything twice.
    connection.execute(f"""
        create or replace temp table articles as
        select min(key) as key, outlet, any_value(tongue) as tongue from {name}.facts
        where not failed group by outlet, hash_text
    """)
    # An article counts once, however often it says a line.
    once = f"unnest(list_distinct(list_transform({column}, lambda p: p.text))) as text"
    for view, parts in (("texts", once), ("parts", f"unnest({column}, recursive := true)")):
        connection.execute(f"""
            create or replace temp view {view} as select *, {same} as line from (
                select outlet, tongue, {parts} from {name}.rows join articles on key = hash(id, file, position)
            ) where text <> ''
        """)
    _count(connection, most)
    found = connection.execute(f"""
        with sizes as (select outlet, count(*) as size from articles group by outlet),
            lines as (
                select min(text) as text, min(outlet) as outlet, count(distinct outlet) as outlets,
                    any_value(pages) as pages, mode(kind) as kind, mode(tongue) as tongue
                from parts join frequent using (line) group by line
            )
        select text, outlet, outlets, pages, size, kind, tongue from lines join sizes using (outlet)
        order by pages desc, text limit {most}
    """).fetchall()
    return [Line(*row) for row in found]


def _count(connection: Any, most: int) -> None:  # noqa: ANN401 - of DuckDB
    """Count the lines of `texts`, so many at a time that memory holds them; the most frequent are `frequent`."""
    connection.execute("create or replace temp table seen as select line from texts")
    lines = connection.execute("select count(*) from seen").fetchone()[0]
    times = 1 + lines // _AT_A_TIME
    connection.execute("create or replace temp table frequent (line ubigint, pages bigint)")
    for number in range(times):
        connection.execute(f"""
            insert into frequent select line, count(*) as pages from seen where line % {times} = {number}
            group by line having pages >= {_LEAST} order by pages desc, line limit {most}
        """)
    connection.execute("drop table seen")
