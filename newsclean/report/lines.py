"""The lines that come again and again: those that were removed, and those that stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from newsclean.report.tables import Run

#: A line that stayed on so many pages of an outlet is told of.
_LEAST = 3


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
    return _frequent(connection, run, "removed", "line", most)


def stayed(connection: Any, run: Run, most: int) -> list[Line]:  # noqa: ANN401 - of DuckDB
    """The most frequent lines of bodies that several articles of an outlet have."""
    return _frequent(connection, run, "paragraphs", "outlet, line", most)


def _frequent(connection: Any, run: Run, column: str, by: str, most: int) -> list[Line]:  # noqa: ANN401 - of DuckDB
    """Count hashes first, which are small; only the texts of the most frequent are looked up."""
    name = run.name
    if column not in run.columns:
        return []
    # The same article crawled twice says everything twice.
    connection.execute(f"""
        create or replace temp table articles as
        select min(key) as key, outlet, any_value(tongue) as tongue from {name}.facts
        where not failed group by outlet, hash_text
    """)
    connection.execute(f"""
        create or replace temp view parts as
        select key, outlet, tongue, trim(part.text) as text, part.kind as kind, hash(trim(part.text)) as line
        from (select hash(id, file, position) as key, unnest({column}) as part from {name}.rows)
        join articles using (key) where trim(part.text) <> ''
    """)
    connection.execute(f"""
        create or replace temp table frequent as
        select {by}, count(*) as n from parts group by {by} having n >= {_LEAST} order by n desc limit {2 * most}
    """)
    found = connection.execute(f"""
        select min(text), min(outlet), count(distinct outlet), count(distinct key) as pages,
            (select count(*) from articles where articles.outlet = min(parts.outlet)), mode(kind), mode(tongue)
        from parts join frequent using ({by}) group by {by} having pages >= {_LEAST}
        order by pages desc, min(text) limit {most}
    """).fetchall()
    return [Line(*row) for row in found]
