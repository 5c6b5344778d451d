"""A report as one HTML file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.report import sections
from newsclean.report.against import difference
from newsclean.report.changes import changes
from newsclean.report.examples import LEAST_CONFIDENT, MOST_CHANGED, chosen
from newsclean.report.facts import Counts, gather
from newsclean.report.lines import removed, stayed
from newsclean.report.tables import opened
from newsclean.views.document import Look, data, document, styled, template
from newsclean.views.pages import look
from newsclean.views.plain import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from newsclean.report.tables import Run

#: Articles that are shown of each sort, and examples of each field that changed.
_ARTICLES, _EXAMPLES = 40, 5


def page(folder: str | os.PathLike[str], against: str | os.PathLike[str] | None = None) -> str:
    """One HTML file that tells what a run made of a corpus.

    It needs nothing from elsewhere, and nothing of what the articles hold is run or fetched.

    Args:
        folder: where `newsclean run` wrote to.
        against: where another run over the same documents wrote to, to be compared.

    Raises:
        RunError: one of the folders holds no run's output that can be read; the message says what to do.
        ImportError: DuckDB is missing; the message says what to install.
    """
    folders = {"now": Path(folder)} | ({} if against is None else {"before": Path(against)})
    with opened(folders) as (connection, runs):
        for run in runs:
            gather(connection, run)
        parts = list(_sections(connection, *runs))
        totals = Counts(connection, runs[0]).totals()
    links = "".join(f'<a href="#{name}">{title}</a>' for name, title, _ in parts)
    body = template("newsclean.report", "report.html").substitute(
        title=shown(os.fspath(folder)),
        facts=_facts(runs[0]),
        tiles=sections.tiles(runs[0], totals),
        links=links,
        sections="\n".join(html for _, _, html in parts),
    )
    return document(os.fspath(folder), body, Look(styled(data("newsclean.report", "report.css"))), framed=look())


def _sections(connection: Any, run: Run, before: Run | None = None) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401
    """The sections, each with its name in addresses and what the list of them calls it."""
    counts = Counts(connection, run)
    documents = counts.totals()["documents"]
    if before is not None:
        yield "changes", "Changes", changes(difference(connection, run, before, _EXAMPLES), run, before)
    yield "overview", "Overview", sections.overview(counts, documents)
    yield "outlets", "Outlets", sections.outlets(counts)
    most = sections.MOST_LINES
    yield "lines", "Lines", sections.lines(stayed(connection, run, most), removed(connection, run, most))
    yield "removals", "Removals", sections.removals(counts)
    yield "fields", "Fields", sections.missing(counts)
    yield "distributions", "Distributions", sections.distributions(counts)
    yield (
        "doubtful",
        "Least confident",
        sections.articles(
            "doubtful",
            "The least confident articles",
            f"The {_ARTICLES} of whose body newsclean is least sure. Open one to see what it kept and removed.",
            chosen(connection, run, LEAST_CONFIDENT, _ARTICLES),
        ),
    )
    yield (
        "changed",
        "Most changed",
        sections.articles(
            "changed",
            "The most changed articles",
            f"The {_ARTICLES} of which the largest share was removed.",
            chosen(connection, run, MOST_CHANGED, _ARTICLES),
        ),
    )


def _facts(run: Run) -> str:
    facts = ["1 part" if run.parts == 1 else f"{run.parts:,} parts"]
    if run.told.get("version"):
        facts.append(f"newsclean {shown(str(run.told['version']))}")
    else:
        facts.append("the run has not ended, or nothing says how it was made")
    left_out = sorted({"paragraphs", "removed", "confidence", "url", "language"} - run.columns)
    if left_out:
        facts.append(f"not in the tables: {', '.join(left_out)}")
    return " · ".join(facts)
