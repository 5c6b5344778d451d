"""The side of the Article: its fields, its body and what was removed, each with where it stands in the source."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsclean.views.fields import fields
from newsclean.views.kinds import KINDS
from newsclean.views.plain import cut, link, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article, Paragraph
    from newsclean.views.located import Places

#: Browsers lay out so many paragraphs at a time, when they come into view.
_CHUNK = 40
_REMOVAL = 160
_ADDRESSES = {"image", "url"}
_ELEMENTS = {
    "paragraph": "p",
    "heading": "h3",
    "quote": "blockquote",
    "list_item": "li",
    "table_row": 'p class="row"',
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
            f'<dd dir="auto"{_to(_found(places, name, wanted))}>'
            f"{link(value) if name in _ADDRESSES else shown(value)}</dd>"
            for value, wanted in values
        )
        rows.append(f'<div class="{name}"><dt>{name.replace("_", " ")}</dt>{found}</div>')
    if missing:
        names = ", ".join(name.replace("_", " ") for name in missing)
        rows.append(f'<div class="quiet"><dt>not given</dt><dd>{names}</dd></div>')
    return f"<dl>{''.join(rows)}</dl>"


def _found(places: Places, name: str, wanted: str) -> list[int]:
    if name == "paywall":
        return places.of_paywall() if wanted != "none" else []
    return places.of_field(name, wanted)


def _body(article: Article, places: Places) -> str:
    language = f' lang="{shown(article.language)}"' if article.language else ""
    chunks = []
    for at in range(0, len(article.paragraphs), _CHUNK):
        runs = groupby(article.paragraphs[at : at + _CHUNK], lambda paragraph: paragraph.kind)
        html = "\n".join(_run(kind, list(several), places) for kind, several in runs)
        chunks.append(f'<div class="chunk">{html}</div>')
    return f'<div class="body"{language}>{"".join(chunks) or "<p>There is no paragraph.</p>"}</div>'


def _run(kind: str, paragraphs: list[Paragraph], places: Places) -> str:
    """Paragraphs of one kind, one after the other."""
    element = _ELEMENTS[kind]
    texts = [
        f'<{element} dir="auto"{_to(places.between(paragraph.start, paragraph.end))}>{shown(paragraph.text)}'
        f"</{element.partition(' ')[0]}>"
        for paragraph in paragraphs
    ]
    html = "\n".join(texts)
    return f"<ul>{html}</ul>" if kind == "list_item" else html


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
            f'<li dir="auto"{_to(places.between(removal.start, removal.end))}>{shown(cut(removal.text, _REMOVAL))} '
            f"<small>{shown(removal.cleaner)}</small></li>"
            for removal in removals
        )
        lists.append(
            f'<details class="k-{kind}"><summary><b>{kind}</b> {len(removals):,} '
            f"<small>{shown(KINDS[kind].what)}</small></summary><ul>{items}</ul></details>"
        )
    return f'<div class="removed"><h3>Removed</h3>{"".join(lists)}</div>'
