"""Two runs over the same corpus: what changed, by field, with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from newsclean.report.examples import rows
from newsclean.report.facts import COMPARED

if TYPE_CHECKING:
    from newsclean.report.tables import Run


@frozen
class Example:
    """A document that came out otherwise."""

    id: str
    language: str | None
    before: Any
    """The field's value in the other run."""
    now: Any
    documents: int
    """How many changed in the same way."""


@frozen
class Change:
    """What became of a field, in the documents that both runs have."""

    field: str
    same: int
    changed: int
    gained: int
    """How many have a value now, and had none."""
    lost: int
    examples: list[Example]


@frozen
class Difference:
    """What is different between two runs."""

    both: int
    """Documents that both have."""
    only_now: int
    only_before: int
    fixed: int
    """How many were errors, and are articles now."""
    broken: int
    kept: int
    """Characters of body in the documents that both have."""
    kept_before: int
    fields: list[Change]


def difference(connection: Any, now: Run, before: Run, most: int) -> Difference:  # noqa: ANN401 - of DuckDB
    """Compare two runs, whose facts are gathered.

    Documents are the same by their ids; where those stand more than once, by file and position.

    Args:
        connection: DuckDB's.
        now: a run.
        before: the run that it is compared with.
        most: how many examples to give for each field.
    """
    # Hashes are a fraction of the names that they stand for.
    by = "hash(id)" if all(_unique(connection, run) for run in (now, before)) else "hash(file, position)"
    connection.execute(f"""
        create temp table pairs as select * exclude (n_by, b_by)
        from {_prefixed(now, "n", by)} full join {_prefixed(before, "b", by)} on n_by = b_by
    """)
    totals = connection.execute("""
        select count(*) filter (n_key is not null and b_key is not null), count(*) filter (b_key is null),
            count(*) filter (n_key is null), count(*) filter (b_failed and not n_failed),
            count(*) filter (n_failed and not b_failed),
            coalesce(sum(n_kept) filter (b_key is not null), 0)::bigint,
            coalesce(sum(b_kept) filter (n_key is not null), 0)::bigint
        from pairs
    """).fetchone()
    written = [field for field in COMPARED if field in now.columns & before.columns]
    counted = {field: _count(connection, field, most) for field in written}
    pairs = [pair for _, pairs in counted.values() for pair in pairs]
    # All at once, as each time all tables are read.
    rows_now = rows(connection, now, [key for key, *_ in pairs])
    rows_before = rows(connection, before, [key for _, key, _ in pairs])
    changes = [
        Change(field, *counts, [_example(field, rows_now[key], rows_before[other], n) for key, other, n in found])
        for field, (counts, found) in counted.items()
    ]
    names = [attribute.name for attribute in attrs.fields(Difference)]
    return Difference(**dict(zip(names, (*totals, changes), strict=True)))


def _unique(connection: Any, run: Run) -> bool:  # noqa: ANN401 - of DuckDB
    twice = f"select 1 from {run.name}.facts group by hash(id) having count(*) > 1 or count(id) = 0 limit 1"
    return connection.execute(twice).fetchone() is None


def _prefixed(run: Run, letter: str, by: str) -> str:
    names = ("key", "failed", "kept", *(f"hash_{field}" for field in COMPARED))
    chosen = ", ".join(f"{name} as {letter}_{name}" for name in names)
    return f"(select {by} as {letter}_by, {chosen} from {run.name}.facts)"


def _count(
    connection: Any,  # noqa: ANN401 - of DuckDB
    field: str,
    most: int,
) -> tuple[tuple[int, int, int, int], list[tuple[int, int, int]]]:
    """What became of a field: the figures of `Change`; and documents that show it, by their keys in both runs."""
    of_now, of_before = f"n_hash_{field}", f"b_hash_{field}"
    whole = "n_key is not null and b_key is not null and not n_failed and not b_failed"
    counts = connection.execute(f"""
        select count(*) filter ({of_now} is not distinct from {of_before}), count(*) filter ({of_now} <> {of_before}),
            count(*) filter ({of_now} is not null and {of_before} is null),
            count(*) filter ({of_now} is null and {of_before} is not null)
        from pairs where {whole}
    """).fetchone()
    # The greatest changes of bodies first; of others those that are most frequent.
    order = "max(abs(n_kept - b_kept))" if field == "text" else "count(*)"
    found = connection.execute(f"""
        select min(n_key), arg_min(b_key, n_key), count(*)
        from pairs where {whole} and {of_now} is distinct from {of_before}
        group by {of_now}, {of_before} order by {order} desc, 1 limit {most}
    """).fetchall()
    return counts, found


def _example(field: str, now: dict[str, Any], before: dict[str, Any], documents: int) -> Example:
    return Example(now["id"] or "", now["language"], before[field], now[field], documents)
