"""The sections of a report, as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from newsclean.report import charts
from newsclean.report.facts import BINS, COUNTED, PER_TEN
from newsclean.views import page
from newsclean.views.bars import stacked
from newsclean.views.kinds import KINDS
from newsclean.views.plain import cut, shown, spoken

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
            _ranked("language", ((name or "none told", n) for name, n in counts.languages(MOST)), documents),
        ),
        part("Errors", _ranked("error", counts.errors(MOST), documents)),
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
    heads = ("outlet", "documents", "errors", "text kept", "median confidence")
    return section(
        "outlets",
        "Outlets",
        f"The {MOST} with the most documents, by the host of the address. Little text kept is common for whole pages.",
        charts.table("Outlets", heads, rows, numbers=heads[1:]),
    )


def removals(counts: Counts) -> str:
    """What was removed: by kind, by cleaner, by outlet."""
    kinds = counts.removals("kind")
    key = "".join(f'<span class="k-{shown(name)}">{shown(name)}</span>' for name, *_ in kinds)
    by_outlet = [
        (shown(outlet or "no address"), f"{sum(sizes.values()):,}", stacked(sizes, "share cut", "Characters removed"))
        for outlet, sizes in counts.removals_of_outlets(MOST).items()
    ]
    return section(
        "removals",
        "What was removed",
        "Bars are characters: a hundred menu entries weigh less than one long teaser.",
        '<div class="pair">',
        part("By kind", _removed("kind", kinds)),
        part("By cleaner", _removed("cleaner", counts.removals("cleaner"))),
        "</div>",
        part("By outlet", f'<p class="key">{key}</p>{_by_outlet(by_outlet)}'),
    )


def _by_outlet(rows: Sequence[Sequence[str]]) -> str:
    heads = ("outlet", "characters", "kinds")
    return charts.table("Removals by outlet", heads, rows, numbers=("characters",))


def lines(stayed: Sequence[Line], removed: Sequence[Line]) -> str:
    """The lines that are on many pages."""
    rows_stayed = [
        (f"{line.pages:,}", charts.shaded(line.pages / line.of), _text(line), shown(line.outlet or "no address"))
        for line in stayed
    ]
    rows_removed = [(f"{line.pages:,}", f"{line.outlets:,}", _text(line), _kind(line.kind)) for line in removed]
    return section(
        "lines",
        "Lines on many pages",
        "A line that stayed in the body of many of an outlet’s articles is most likely clutter that newsclean does not "
        "know yet. An article that was crawled more than once counts once.",
        _folded("That stayed", ("articles", "of the outlet’s", "line", "outlet"), rows_stayed),
        _folded("That were removed", ("articles", "outlets", "line", "kind"), rows_removed),
    )


def _text(line: Line) -> str:
    return f'<span dir="auto"{spoken(line.language)}>{shown(cut(line.text, _LINE))}</span>'


def _folded(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A part with a table of lines, of which only the beginning is open."""
    if not rows:
        return part(title, _NONE)
    tables = [
        charts.table(f"Lines {title[0].lower()}{title[1:]}{more}", heads, some, numbers=heads[:2], about="line")
        for more, some in (("", rows[:_OPEN]), (", more", rows[_OPEN:]))
        if some
    ]
    rest = "".join(f"<details><summary>{len(rows) - _OPEN:,} more</summary>{table}</details>" for table in tables[1:])
    return part(title, tables[0] + rest)


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
        charts.table("Fields that are missing", ("outlet", "articles", *COUNTED), rows, numbers=("articles",)),
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
    share = f"{kept / (kept + gone or 1):.0%} <small>kept</small>"
    sure = "" if article.confidence is None else f"<small>confidence</small> {article.confidence:.2f} · "
    title = shown(article.title or "Without a title")
    language = spoken(article.language if article.title else None)
    head = (
        f'<summary><b dir="auto"{language}>{title}</b> <small>{shown(cut(called, _LINE))}</small> '
        f"<span>{sure}{share}</span></summary>"
    )
    if kept + gone > _LARGEST:
        told = f"It is too long to be shown here: {kept + gone:,} characters."
        return f'<details>{head}<p class="quiet">{told}</p></details>'
    frame = f'sandbox="allow-scripts" loading="lazy" title="{title} ({shown(called)})"'
    return f'<details>{head}<iframe srcdoc="{escape(page(article))}" {frame}></iframe></details>'


_NONE = '<p class="quiet">There is none.</p>'


def _ranked(what: str, counts: Iterable[tuple[str, int]], total: int) -> str:
    rows = [
        (shown(name or "none"), f"{count:,}", f"{charts.bar(count / (total or 1))} {count / (total or 1):.0%}")
        for name, count in counts
    ]
    heads = (what, "documents", "of all")
    return charts.table(f"Documents by {what}", heads, rows, numbers=("documents",)) if rows else _NONE


def _removed(by: str, counts: Sequence[tuple[str, int, int]]) -> str:
    most = max((size for _, _, size in counts), default=1) or 1
    # A cleaner that has the name of a kind removes others as well: it has no colour.
    rows = [
        (_kind(name), charts.bar(size / most, name if by == "kind" else ""), f"{size:,}", f"{number:,}")
        for name, number, size in counts
    ]
    heads = (by, "share", "characters", "removals")
    return charts.table(f"Removals by {by}", heads, rows, numbers=heads[2:]) if rows else _NONE


def _kind(name: str) -> str:
    return f'<span title="{shown(KINDS[name].what)}">{shown(name)}</span>' if name in KINDS else shown(name)
