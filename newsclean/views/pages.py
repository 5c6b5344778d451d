"""An article as a page: the source on one side, the Article on the other."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from newsclean.views import article_side, source_side
from newsclean.views.bars import stacked
from newsclean.views.document import Look, data, document, policy_of, styled, template
from newsclean.views.kinds import KINDS
from newsclean.views.located import Places, whole
from newsclean.views.plain import shown, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.article import Article


def page(article: Article) -> str:
    """One HTML file that shows an article beside the text that it came from.

    It needs nothing from elsewhere, and nothing of the article's text is run or
    fetched: all of it is escaped, and a Content-Security-Policy lets the page's
    own script and style through and no other.

    Args:
        article: an article as `newsclean.clean` gives it. One without `source`, as `Article.from_dict` gives it, is
            shown beside its paragraphs and removals.
    """
    located = whole(article)
    sizes = _sizes(located)
    title = article.title or "Article without a title"
    body = template("newsclean.views", "article.html").substitute(
        title=shown(title),
        facts=_facts(article, sizes),
        bar=stacked(sizes, "bar", "What became of the text") if sizes else "",
        kinds=_switches(article),
        language=spoken(article.language),
        source_size=_source_size(article, located),
        source=source_side.written(located, placed=located is article),
        article_size=f"{len(article.paragraphs):,} paragraphs",
        article=article_side.written(located, Places(located)),
    )
    return document(title, body, look())


def frame(article: Article) -> str:
    """The page in a frame, as notebooks show it: neither can change the other."""
    form = 'sandbox="allow-scripts" title="newsclean: an article" width="100%" height="640"'
    return f'<iframe srcdoc="{escape(page(article))}" {form}></iframe>'


def policy() -> str:
    """The Content-Security-Policy of these pages, for a server that sends it as a header, too."""
    return policy_of(look())


@cache
def look() -> Look:
    """Style and script of these pages: the style also says what the switches of the kinds do."""
    switches = (
        f":root:has(#show-{name}:not(:checked)) :is(#source, .removed) .k-{name} {{ display: none; }}" for name in KINDS
    )
    style = styled("\n".join((data("newsclean.views", "article.css"), *switches)))
    return Look(style, data("newsclean.views", "article.js"))


def _sizes(article: Article) -> dict[str, int]:
    """How many characters became body, fields, and removals of each kind; white space between them counts nowhere."""
    sizes = dict.fromkeys(("body", "field", *KINDS), 0)
    for segment in article.segments:
        if segment.role == "space":
            continue
        name = {"paragraph": "body", "removed": segment.detail}.get(segment.role, "field")
        sizes[name] = sizes.get(name, 0) + segment.end - segment.start
    return {name: size for name, size in sizes.items() if size}


def _switches(article: Article) -> str:
    """For each kind of removal that there is a box that shows or hides it."""
    counts = dict.fromkeys(KINDS, 0)
    for removal in article.removed:
        counts[removal.kind] += 1
    chips = "".join(
        f'<label class="chip k-{name}" title="{shown(KINDS[name].what)}">'
        f'<input type="checkbox" id="show-{name}" checked>{name} <b>{count:,}</b></label>'
        for name, count in counts.items()
        if count
    )
    keys = '<span class="key">body</span><span class="key field">metadata</span>'
    return f'<fieldset class="kinds"><legend>Show what was removed</legend>{chips or "nothing"}{keys}</fieldset>'


def _facts(article: Article, sizes: Mapping[str, int]) -> str:
    total = sum(sizes.values())
    kept = (sizes.get("body", 0) + sizes.get("field", 0)) / total if total else 0
    facts = [f"{kept:.0%} of the text kept", f"{len(article.removed):,} removals"]
    if article.url:
        facts.append(shown(article.url))
    return " · ".join(facts)


def _source_size(article: Article, located: Article) -> str:
    if located is article:
        return f"{len(article.source):,} characters"
    return "not kept: the paragraphs and removals in their order"
