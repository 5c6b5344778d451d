"""The sections of a report, as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from newsclean.report import charts
from newsclean.report.facts import BINS, COUNTED, PER_TEN
from newsclean.views import page
from newsclean.views.bars import stacked
from newsclean.views.kinds import KINDS
from newsclean.views.plain import cut, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.article import Article
    from newsclean.report.facts import Counts
    from newsclean.report.lines import Line
    from newsclean.report.tables import Run

#: Rows of a table, and of one about lines.
MOST, MOST_LINES = 20, 40
_OPEN = 12
_LINE = 240
#: Characters of the largest article that is shown.
_LARGEST = 200_000


def section(name: str, title: str, what: str, *parts: str) -> str:
    """A section.

    Args:
        name: its name in addresses.
        title: its heading.
        what: what it shows, in a sentence or two.
        parts: its HTML.
    """
    return f'<section id="{name}"><h2>{title}</h2><p class="quiet">{what}</p>{"".join(parts)}</section>'


def part(title: str, html: str) -> str:
    """A part of a section, with a heading of its own."""
    return f'<div class="part"><h3>{title}</h3>{html}</div>'


def tiles(run: Run, totals: dict[str, Any]) -> str:
    """The figures that come first."""
    documents = totals["documents"]
    counted = run.told.get("counts", {})
    words = counted.get("words_kept", 0) + counted.get("words_removed", 0)
    kept = totals["kept"] / (totals["kept"] + totals["gone"] or 1)
    figures = [
        (f"{documents:,}", "documents"),
        (f"{totals['errors']:,}", f"errors, {totals['errors'] / (documents or 1):.1%}"),
        (f"{totals['empty']:,}", "without a paragraph"),
        (f"{totals['languages']:,}", "language" if totals["languages"] == 1 else "languages"),
        (f"{totals['outlets']:,}", "outlet" if totals["outlets"] == 1 else "outlets"),
        (f"{counted['words_kept'] / words:.0%}", f"of {words:,} words kept")
        if words
        else (f"{kept:.0%}", "of the characters kept"),
    ]
    return "".join(f"<div><b>{number}</b> {what}</div>" for number, what in figures)


def overview(counts: Counts, documents: int) -> str:
    """Languages and errors."""
    return section(
        "overview",
        "What came out",
        "Languages are told by the words of the body; errors by the beginning of what <code>error</code> says.",
        '<div class="pair">',
        part(
            "Languages",
            _ranked(((name or "none told", n) for name, n in counts.languages(MOST)), "documents", documents),
        ),
        part("Errors", _ranked(counts.errors(MOST), "documents", documents)),
        "</div>",
    )


def outlets(counts: Counts) -> str:
    """What there is to say of each outlet."""
    rows = [
        (
            shown(name or "no address"),
            f"{documents:,}",
            f"{failed:,}",
            "" if kept is None else f"{charts.bar(kept)} {kept:.0%}",
            "" if confidence is None else f"{confidence:.2f}",
        )
        for name, documents, failed, kept, confidence in counts.outlets(MOST)
    ]
    heads = ("outlet", "documents", "errors", "text kept", "confidence, median")
    return section(
        "outlets",
        "Outlets",
        f"The {MOST} with the most documents, by the host of the address. Little text kept is common for whole pages.",
        charts.table(heads, rows, numbers=4),
    )


def removals(counts: Counts) -> str:
    """What was removed: by kind, by cleaner, by outlet."""
    kinds = counts.removals("kind")
    key = "".join(f'<span class="k-{shown(name)}">{shown(name)}</span>' for name, *_ in kinds)
    by_outlet = [
        (shown(outlet or "no address"), stacked(sizes, "share cut", "Characters removed"), f"{sum(sizes.values()):,}")
        for outlet, sizes in counts.removals_of_outlets(MOST).items()
    ]
    return section(
        "removals",
        "What was removed",
        "Bars are characters: a hundred menu entries weigh less than one long teaser.",
        '<div class="pair">',
        part("By kind", _removed(kinds)),
        part("By cleaner", _removed(counts.removals("cleaner"))),
        "</div>",
        part("By outlet", f'<p class="key">{key}</p>' + charts.table(("outlet", "kinds", "characters"), by_outlet)),
    )


def lines(stayed: Sequence[Line], removed: Sequence[Line]) -> str:
    """The lines that are on many pages."""
    rows_stayed = [
        (
            shown(cut(line.text, _LINE)),
            shown(line.outlet or "no address"),
            f"{line.pages:,}",
            charts.shaded(line.pages / line.of),
        )
        for line in stayed
    ]
    rows_removed = [
        (shown(cut(line.text, _LINE)), _kind(line.kind), f"{line.pages:,}", f"{line.outlets:,}") for line in removed
    ]
    return section(
        "lines",
        "Lines on many pages",
        "A line that stayed in the body of many of an outlet’s articles is most likely clutter that newsclean does not "
        "know yet. An article that was crawled more than once counts once.",
        part("That stayed", _folded(("line", "outlet", "articles", "of the outlet’s"), rows_stayed)),
        part("That were removed", _folded(("line", "kind", "articles", "outlets"), rows_removed)),
    )


def _folded(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of which only the beginning is open."""
    if not rows:
        return _NONE
    first, more = rows[:_OPEN], rows[_OPEN:]
    rest = f"<details><summary>{len(more):,} more</summary>{charts.table(heads, more)}</details>" if more else ""
    return charts.table(heads, first) + rest


def missing(counts: Counts) -> str:
    """The fields that articles lack, by outlet."""
    rows = [
        (shown(name or "no address"), f"{articles:,}", *map(charts.shaded, shares))
        for name, articles, *shares in counts.missing(MOST)
    ]
    return section(
        "fields",
        "Fields that are missing",
        "The share of an outlet’s articles without a value. Not all that is missing is an error: many have no deck.",
        charts.table(("outlet", "articles", *COUNTED), rows, numbers=1),
    )


def distributions(counts: Counts) -> str:
    """Lengths and confidences."""
    return section(
        "distributions",
        "How long, and how sure",
        "Lengths are characters of the body, on a scale of powers of ten; confidence is that of each article.",
        '<div class="pair">',
        part(
            "Length", charts.distribution(counts.lengths(), lambda step: f"{10 ** (step / PER_TEN):,.0f}", "articles")
        ),
        part("Confidence", charts.distribution(counts.confidences(), lambda step: f"{step / BINS:.2f}", "articles")),
        "</div>",
    )


def articles(name: str, title: str, what: str, found: Iterable[tuple[str, Article]]) -> str:
    """Articles to be opened one by one, each beside what it was taken from."""
    parts = [_article(called, article) for called, article in found]
    return section(name, title, what, *(parts or [_NONE]))


def _article(called: str, article: Article) -> str:
    kept = sum(len(paragraph.text) for paragraph in article.paragraphs)
    gone = sum(len(removal.text) for removal in article.removed)
    confidence = "" if article.confidence is None else f"{article.confidence:.2f}"
    head = (
        f"<summary><b>{shown(article.title or 'Without a title')}</b> <small>{shown(cut(called, _LINE))}</small>"
        f"<span>{confidence}</span><span>{kept / (kept + gone or 1):.0%} kept</span></summary>"
    )
    if kept + gone > _LARGEST:
        told = f"It is too long to be shown here: {kept + gone:,} characters."
        return f'<details>{head}<p class="quiet">{told}</p></details>'
    frame = (
        f'<iframe srcdoc="{escape(page(article))}" sandbox="allow-scripts" loading="lazy" title="The article"></iframe>'
    )
    return f"<details>{head}{frame}</details>"


_NONE = '<p class="quiet">There is none.</p>'


def _ranked(counts: Iterable[tuple[str, int]], what: str, total: int) -> str:
    rows = [(shown(name or "none"), charts.bar(count / (total or 1)), f"{count:,}") for name, count in counts]
    return charts.table(("", "", what), rows) if rows else _NONE


def _removed(counts: Sequence[tuple[str, int, int]]) -> str:
    most = max((size for _, _, size in counts), default=1) or 1
    rows = [(_kind(name), charts.bar(size / most, name), f"{size:,}", f"{number:,}") for name, number, size in counts]
    return charts.table(("", "", "characters", "removals"), rows) if rows else _NONE


def _kind(name: str) -> str:
    return f'<span title="{shown(KINDS[name].what)}">{shown(name)}</span>' if name in KINDS else shown(name)
