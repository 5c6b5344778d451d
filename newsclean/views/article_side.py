"""The side of the Article: its fields, its body and what was removed, each with where it stands in the source."""

from __future__ import annotations

from itertools import groupby, repeat
from typing import TYPE_CHECKING

from newsclean.views.fields import fields
from newsclean.views.kinds import KINDS
from newsclean.views.plain import chunks, cut, link, pieces, shown, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.article import Article, Paragraph
    from newsclean.views.located import Places

_REMOVAL = 160
_ADDRESSES = {"image", "url"}
#: What is the same in any language.
_CODES = {"published", "modified", "language", "paywall", *_ADDRESSES}
#: How the kinds of paragraphs begin, and end where that is another name.
_ELEMENTS = {
    "paragraph": "p",
    "heading": "h3",
    "quote": "blockquote",
    "list_item": "li",
    "table_row": 'p class="row"|p',
}


def written(article: Article, places: Places) -> str:
    """The Article as HTML.

    Args:
        article: an article with its segments.
        places: where its parts stand.
    """
    return "\n".join((_sure(article), _fields(article, places), _body(article, places), _removed(article, places)))


def _sure(article: Article) -> str:
    if article.confidence is None:
        return '<p class="sure">confidence: none, as no content model was asked</p>'
    return (
        f'<p class="sure"><span>confidence <b>{article.confidence:.2f}</b></span>'
        f'<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * article.confidence:g}" height="8"/></svg>'
        f"<span>of 1: how far the body is expected to be what a person would mark</span></p>"
    )


def _to(numbers: Iterable[int]) -> str:
    return f' data-to="{" ".join(map(str, numbers))}"'


def _fields(article: Article, places: Places) -> str:
    rows, missing = [], []
    for name, values in fields(article).items():
        if not values:
            missing.append(name)
            continue
        found = "".join(
            f'<dd dir="auto"{spoken(language)}{_to(_found(places, name, wanted))}>'
            f"{link(value) if name in _ADDRESSES else shown(value)}</dd>"
            for (value, wanted), language in zip(values, _languages(article, name), strict=False)
        )
        rows.append(f'<div class="{name}"><dt>{name.replace("_", " ")}</dt>{found}</div>')
    if missing:
        names = ", ".join(name.replace("_", " ") for name in missing)
        rows.append(f'<div class="quiet"><dt>not given</dt><dd>{names}</dd></div>')
    return f"<dl>{''.join(rows)}</dl>"


def _languages(article: Article, name: str) -> Iterable[str | None]:
    """The languages of a field's values."""
    if name == "alternate_titles":
        return [title.language for title in article.alternate_titles]
    return repeat(None if name in _CODES else article.language)


def _found(places: Places, name: str, wanted: str) -> list[int]:
    if name == "paywall":
        return places.of_paywall() if wanted != "none" else []
    return places.of_field(name, wanted)


def _body(article: Article, places: Places) -> str:
    elements = (element for paragraph in article.paragraphs for element in _elements(paragraph, places))
    html = "".join(f'<div class="chunk">{_runs(chunk)}</div>' for chunk in chunks(elements))
    return f'<div class="body"{spoken(article.language)}>{html or "<p>There is no paragraph.</p>"}</div>'


def _elements(paragraph: Paragraph, places: Places) -> Iterator[str]:
    """A paragraph; several where it is too long for one."""
    start, _, end = _ELEMENTS[paragraph.kind].partition("|")
    to = _to(places.between(paragraph.start, paragraph.end))
    for first, last in pieces(paragraph.text):
        yield f'<{start} dir="auto"{to}>{shown(paragraph.text[first:last])}</{end or start}>'


def _runs(elements: Iterable[str]) -> str:
    """Elements one after the other, those of lists together."""
    runs = groupby(elements, lambda element: element.startswith("<li "))
    return "\n".join(f"<ul>{''.join(run)}</ul>" if listed else "\n".join(run) for listed, run in runs)


def _removed(article: Article, places: Places) -> str:
    """What was removed, by kind."""
    if not article.removed:
        return '<div class="removed"><h3>Nothing was removed</h3></div>'
    lists = []
    for kind in KINDS:
        removals = [removal for removal in article.removed if removal.kind == kind]
        if not removals:
            continue
        items = "\n".join(
            f'<li dir="auto"{_to(places.between(removal.start, removal.end))}>'
            f"<span{spoken(article.language)}>{shown(cut(removal.text, _REMOVAL))}</span> "
            f"<small>{shown(removal.cleaner)}</small></li>"
            for removal in removals
        )
        lists.append(
            f'<details class="k-{kind}"><summary><b>{kind}</b> {len(removals):,} '
            f"<small>{shown(KINDS[kind].what)}</small></summary><ul>{items}</ul></details>"
        )
    return f'<div class="removed"><h3>Removed</h3>{"".join(lists)}</div>'
