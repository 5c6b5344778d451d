"""What a report says of each document, and what is counted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.report.tables import COLUMNS

if TYPE_CHECKING:
    from newsclean.report.tables import Run

#: The fields whose absence is counted.
COUNTED = (
    "title", "deck", "authors", "published", "dateline", "language", "section", "publisher", "captions", "image",
    "tags", "credit", "url",
)  # fmt: skip
#: The fields that two runs are compared by.
COMPARED = (*COUNTED, "alternate_titles", "modified", "paywall", "text")
_OUTLET = r"""lower(regexp_extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/@]*@)?(?:www\.)?([^/:?#]+)', 1))"""
#: Bars of a distribution.
BINS = 50
#: Lengths are put together by tenths of a power of ten.
PER_TEN = 10


def gather(connection: Any, run: Run) -> None:  # noqa: ANN401 - of DuckDB
    """Read a run's rows once, and keep of each what is asked for later, as `<name>.facts`."""
    given = ", ".join(f"{_given(field)} as has_{field}" for field in COUNTED)
    hashes = ", ".join(
        f"case when {_given(field)} then hash(cast({field} as varchar)) end as hash_{field}" for field in COMPARED
    )
    connection.execute(f"""
        create table {run.name}.facts as select
            id, file, position, hash(id, file, position) as key,
            coalesce({_OUTLET}, '') as outlet, coalesce(language, '') as tongue, error is not null as failed,
            split_part(error, ':', 1) as failure,
            coalesce(len(paragraphs), 0) as paragraphs,
            coalesce(list_sum(list_transform(paragraphs, lambda p: length(p.text))), length(text), 0)::bigint as kept,
            coalesce(list_sum(list_transform(removed, lambda r: length(r.text))), 0)::bigint as gone,
            confidence, {given}, {hashes}
        from {run.name}.rows
    """)


def _given(field: str) -> str:
    """Whether a row has a value there, in SQL."""
    return f"coalesce(len({field}) > 0, false)" if COLUMNS[field].endswith("[]") else f"({field} is not null)"


class Counts:
    """What is counted of a run's documents; each method asks anew.

    Args:
        connection: DuckDB's.
        run: whose facts are gathered.
    """

    def __init__(self, connection: Any, run: Run) -> None:  # noqa: ANN401 - of DuckDB
        self._connection = connection
        self._name = run.name

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._connection.execute(query).fetchall()
        return found

    def totals(self) -> dict[str, Any]:
        """Documents, errors, those without a paragraph, languages, outlets, characters kept and removed."""
        names = ("documents", "errors", "empty", "languages", "outlets", "kept", "gone")
        values = self._rows(f"""
            select count(*), count(*) filter (failed), count(*) filter (not failed and kept = 0),
                count(distinct tongue) filter (tongue <> ''), count(distinct outlet) filter (outlet <> ''),
                coalesce(sum(kept), 0)::bigint, coalesce(sum(gone), 0)::bigint
            from {self._name}.facts
        """)[0]
        return dict(zip(names, values, strict=True))

    def errors(self, most: int) -> list[tuple[str, int]]:
        """The most frequent kinds of errors."""
        return self._rows(
            f"select failure, count(*) from {self._name}.facts where failed group by 1 order by 2 desc, 1 limit {most}"
        )

    def languages(self, most: int) -> list[tuple[str, int]]:
        """The most frequent languages."""
        return self._rows(
            f"select tongue, count(*) from {self._name}.facts where not failed "
            f"group by 1 order by 2 desc, 1 limit {most}"
        )

    def outlets(self, most: int) -> list[tuple[str, int, int, float | None, float | None]]:
        """The most frequent outlets: documents, errors, share of the text that is kept, confidence in the middle."""
        return self._rows(f"""
            select outlet, count(*), count(*) filter (failed), sum(kept) / nullif(sum(kept) + sum(gone), 0),
                median(confidence)
            from {self._name}.facts group by 1 order by 2 desc, 1 limit {most}
        """)

    def missing(self, most: int) -> list[tuple[Any, ...]]:
        """The most frequent outlets, each with its articles and, for each of `COUNTED`, the share that lacks it."""
        shares = ", ".join(f"avg((not has_{field})::int)" for field in COUNTED)
        return self._rows(f"""
            select outlet, count(*), {shares} from {self._name}.facts where not failed
            group by 1 order by 2 desc, 1 limit {most}
        """)

    def removals(self, by: str) -> list[tuple[str, int, int]]:
        """Removals and their characters, by `kind` or by `cleaner`."""
        return self._rows(f"""
            select r.{by}, count(*), sum(length(r.text))::bigint
            from (select unnest(removed) as r from {self._name}.rows) group by 1 order by 3 desc, 1
        """)

    def removals_of_outlets(self, most: int) -> dict[str, dict[str, int]]:
        """Characters removed, by outlet and kind, for the most frequent outlets."""
        found: dict[str, dict[str, int]] = {}
        for outlet, kind, size in self._rows(f"""
            with frequent as (
                    select outlet, count(*) as n from {self._name}.facts group by 1 order by 2 desc, 1 limit {most}
                ),
                parts as (select coalesce({_OUTLET}, '') as outlet, unnest(removed) as r from {self._name}.rows)
            select outlet, r.kind, sum(length(r.text))::bigint from parts join frequent using (outlet)
            group by outlet, n, r.kind order by n desc, outlet, 3 desc
        """):
            found.setdefault(outlet, {})[kind] = size
        return found

    def lengths(self) -> list[tuple[int, int]]:
        """How many bodies are how long: by the power of ten times `PER_TEN`."""
        return self._rows(
            f"select floor({PER_TEN} * log10(kept))::int, count(*) from {self._name}.facts where kept > 0 "
            f"group by 1 order by 1"
        )

    def confidences(self) -> list[tuple[int, int]]:
        """How many articles have which confidence: by `BINS` equal steps from 0 to 1."""
        return self._rows(f"""
            select least(floor({BINS} * confidence)::int, {BINS - 1}), count(*)
            from {self._name}.facts where confidence is not null group by 1 order by 1
        """)
