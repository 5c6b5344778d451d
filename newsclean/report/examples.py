"""Single articles out of a run's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.article import Article
from newsclean.report.tables import COLUMNS

if TYPE_CHECKING:
    from newsclean.report.tables import Run

#: What an order of articles begins with.
LEAST_CONFIDENT = "confidence is not null and kept > 0 order by confidence, kept desc"
MOST_CHANGED = "kept > 0 and gone > 0 order by gone / (kept + gone) desc, gone desc"
_ORIGIN = ("id", "file", "position", "error")


def chosen(connection: Any, run: Run, order: str, most: int) -> list[tuple[str, Article]]:  # noqa: ANN401 - of DuckDB
    """Some articles with their ids, in an order.

    Args:
        connection: DuckDB's.
        run: whose facts are gathered.
        order: which articles, and in which order, in SQL.
        most: how many at most.
    """
    keys = [
        row[0]
        for row in connection.execute(
            f"select key from {run.name}.facts where not failed and {order} limit {most}"
        ).fetchall()
    ]
    found = rows(connection, run, keys)
    return [(row["id"] or "", article(row)) for row in map(found.get, keys) if row is not None]


def rows(connection: Any, run: Run, keys: list[int]) -> dict[int, dict[str, Any]]:  # noqa: ANN401 - of DuckDB
    """Whole rows, by their keys."""
    if not keys:
        return {}
    listed = ", ".join(map(str, keys))
    result = connection.execute(
        f"select hash(id, file, position) as key, * from {run.name}.rows where hash(id, file, position) in ({listed})"
    )
    names = ("key", *COLUMNS)
    return {values[0]: dict(zip(names, values, strict=True)) for values in result.fetchall()}


def article(row: dict[str, Any]) -> Article:
    """The article of a row."""
    values = {name: value for name, value in row.items() if name not in {"key", *_ORIGIN} and value is not None}
    if "paragraphs" not in values and "text" in values:
        # `--fields` may have left the paragraphs out.
        texts = [text for text in values["text"].split("\n\n") if text]
        values["paragraphs"] = [{"text": text, "start": at, "end": at} for at, text in enumerate(texts)]
    return Article.from_dict(values)
