"""An article that stands only in a page's data, for a script to show: put where readers would see it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import html as lxml_html

from newsclean import naming
from newsclean.html import data_texts, page_data
from newsclean.html.elements import text_of
from newsclean.language.sites import parsed
from newsclean.lexicon.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from newsclean.html.piece import Piece
    from newsclean.markup import Tag

#: An article has as many paragraphs and characters of running text, and several times as many as the page shows.
_FEWEST, _LEAST, _TIMES = 2, 300, 2
#: The share of an article that is running text.
_MOSTLY = 0.6
#: A page that shows as much shows its article.
_ENOUGH = 3000
#: Running text has no more of it in links.
_LINKED = 0.5
#: How many objects around a text may tell what it is, and how much of a text tells that it is the same.
_NEAR, _SAME = 3, 60
#: The last part of an address as long is no number.
_SLUG = 12
#: Titles that share as many of their words are one; the values of an object that are looked at.
_ALIKE, _MOST_VALUES = 0.6, 20_000
_TAG = re.compile(r"<[^<>]{1,400}>")
#: Elements that show what is not the article.
_BESIDE = frozenset({"aside", "dialog", "footer", "nav"})


class _Page(NamedTuple):
    """What a page says of its article, folded.

    Attributes:
        titles: what it calls it.
        known: how the running text begins that it shows.
        begun: the same, and how its description does.
        slugs: the last parts of its addresses.
        headed: whether one of the titles is surely the article's.
    """

    titles: set[str]
    known: set[str]
    begun: set[str]
    slugs: set[str]
    headed: bool


class _Found(NamedTuple):
    """A text in a page's data.

    Attributes:
        lines: its paragraphs, each with the element it is to be.
        size: of its running text.
        told: whether the page says that it is its own.
        title: what the data calls it.
    """

    lines: list[tuple[str, str]]
    size: int
    told: bool
    title: str

    @property
    def opening(self) -> str:
        """How its running text begins, folded."""
        return next(fold(text)[:_SAME] for _, text in self.lines if data_texts.is_prose(text))


def show(root: _Element, pieces: Sequence[Piece], url: str | None = None) -> bool:
    """Put the article into the tree of a page that does not show it; whether there was one in its data.

    It is the longest text that is told of under the page's title or address, or that begins as what the page shows or
    says of it. Where the page shows no article, it is also the only text of one in its data.

    Args:
        root: the page's tree, which is changed.
        pieces: what the page shows.
        url: the page's address, where known.
    """
    prose = _shown(pieces)
    size = sum(map(data_texts.size, prose))
    if size >= _ENOUGH:
        return False
    known = {fold(text)[:_SAME] for text in prose}
    found = list(_articles(root, _page(root, known, url), max(_LEAST, _TIMES * size)))
    told = [one for one in found if one.told]
    if not told and (size >= _LEAST or len({one.opening for one in found}) > 1):
        return False
    best = max(told or found, key=lambda one: one.size, default=None)
    if best is None:
        return False
    begun = known.intersection(fold(text)[:_SAME] for _, text in best.lines)
    _place(root, [(name, text) for name, text in best.lines if fold(text)[:_SAME] not in begun], begun, best.title)
    return True


def _shown(pieces: Sequence[Piece]) -> list[str]:
    """The running text that a page shows, but for what stands in elements that hold no article."""
    seen = [piece for piece in pieces if not piece.hidden and piece.link < _LINKED and data_texts.is_prose(piece.shown)]
    held: Counter[int] = Counter()
    for piece in seen:
        for tag in piece.tag.path:
            held[tag.number] += len(piece.text)
    most = max(held.values(), default=0) / 2

    known: dict[int, bool] = {}

    def beside(tag: Tag) -> bool:
        if tag.number not in known:
            known[tag.number] = tag.name in _BESIDE or (
                held[tag.number] < most and bool(naming.ANOTHERS.search(tag.names))
            )
        return known[tag.number]

    return [piece.shown for piece in seen if not any(map(beside, piece.tag.path))]


def _page(root: _Element, known: set[str], url: str | None) -> _Page:
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        metas.setdefault(meta.get("property") or meta.get("name") or "", []).append(meta.get("content") or "")
    headlines = [*metas.get("og:title", ()), *map(text_of, root.iter("h1"))]
    titles = {_folded(title) for title in (*headlines, *map(text_of, root.iter("title")))} - {""}
    described = {_folded(text)[:_SAME] for name in ("description", "og:description") for text in metas.get(name, ())}
    canonical = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]
    slugs = {_slug(address) for address in (url or "", *canonical, *metas.get("og:url", ()))}
    begun = known | {text for text in described if len(text) == _SAME}
    return _Page(titles, known, begun, slugs - {""}, any(map(data_texts.is_title, headlines)))


def _folded(text: str) -> str:
    return fold(" ".join(text.split()))


def _slug(address: str) -> str:
    """The last part of an address, if it is long enough to be an article's own, and none of a part of it."""
    url = parsed(address.strip())
    last = url.path.rstrip("/").rpartition("/")[2].lower()
    return last if len(last) >= _SLUG and not url.fragment else ""


def _articles(root: _Element, page: _Page, least: int) -> Iterator[_Found]:
    """The texts in a page's data that are as long as `least`, and may be the page's article."""
    for value in page_data.values(root):
        for node, around in page_data.nodes(value):
            if isinstance(node, dict) or (isinstance(node, str) and 2 * len(node) < least):
                continue
            lines = data_texts.lines(node, least)
            prose = [text for _, text in lines if data_texts.is_prose(text)]
            size = sum(map(data_texts.size, prose))
            if size < least or len(prose) < _FEWEST or size < _MOSTLY * sum(data_texts.size(text) for _, text in lines):
                continue
            begun = any(fold(text)[:_SAME] in page.begun for text in prose)
            teller, title = _teller(around[-_NEAR:], page)
            told = begun or (teller is not None and not _is_shown(teller, page))
            if told or (teller is None and _is_article(around[-_NEAR:], page, title)):
                yield _Found(lines, size, told, title)


def _teller(near: Sequence[dict[str, Any]], page: _Page) -> tuple[dict[str, Any] | None, str]:
    """The innermost object around a text that tells of it as the page's, and the title that the innermost has.

    An object that has another title tells of another text, whatever is around it.
    """
    for node in reversed(near):
        titles = list(data_texts.titles(node))
        if _tells(node, page, titles):
            return node, next(iter(titles), "")
        if titles:
            return None, titles[0]
    return None, ""


def _is_shown(node: dict[str, Any], page: _Page) -> bool:
    """Whether the page shows some of an object's paragraphs, and not just its deck: the others are left out of it."""
    waiting: list[tuple[Any, bool]] = [(node, False)] if page.known else []
    left = _MOST_VALUES
    while waiting and left:
        value, listed = waiting.pop()
        left -= 1
        if isinstance(value, dict | list):
            inner = value.values() if isinstance(value, dict) else value
            waiting += ((one, listed or isinstance(value, list)) for one in inner)
        elif isinstance(value, str) and (listed or len(value) >= _LEAST):
            text = _TAG.sub(" ", value)
            if data_texts.is_prose(text) and _folded(text)[:_SAME] in page.known:
                return True
    return False


def _tells(node: dict[str, Any], page: _Page, titles: Sequence[str]) -> bool:
    """Whether an object has the page's title, or what a site's name follows in it, its address or description."""
    if any(_is_same(title, other) for title in titles for other in page.titles):
        return True
    for key, told in data_texts.said(node):
        text = _folded(told)
        long = len(text.split()) > _FEWEST or data_texts.is_unspaced(text)
        if long and any(title.startswith(text) for title in page.titles):
            return True
        if (len(text) >= _SAME and text[:_SAME] in page.begun) or (
            naming.DATA_ADDRESS.search(key) and _slug(told) in page.slugs
        ):
            return True
    return False


def _is_same(title: str, other: str) -> bool:
    """Whether two titles are one but for a few words: one is also written for machines."""
    one, two = set(words(title)), set(words(other))
    return min(len(one), len(two)) >= data_texts.TITLE_WORDS and len(one & two) >= _ALIKE * min(len(one), len(two))


def _is_article(near: Sequence[dict[str, Any]], page: _Page, title: str) -> bool:
    """Whether the objects around a text say that it is an article, and not another than the page's."""
    dated = any(naming.DATA_DATE.search(key.lower()) for node in near for key in node)
    typed = any(naming.DATA_ARTICLE.search(data_texts.kind_of(node)) for node in near)
    return (dated or typed) and not (title and page.headed)


def _place(root: _Element, lines: Sequence[tuple[str, str]], begun: set[str], title: str) -> None:
    """Put paragraphs behind the one that the page shows of them, or else behind its headline."""
    article = lxml_html.Element("div", {"class": "article-body", "itemprop": "articleBody"})
    for name, text in lines:
        element = lxml_html.Element(name if name != "li" else "p")
        element.text = text
        article.append(element)
    before = [node for node in root.iter("p") if begun and _folded(text_of(node))[:_SAME] in begun]
    headline = root.find(".//h1")
    if before and before[-1].getparent() is not None:
        before[-1].addnext(article)
    elif headline is not None and headline.getparent() is not None:
        head = next(headline.iterancestors("header"), headline)
        head.addnext(article)
    else:
        if title:
            article.tag = "article"
            headline = lxml_html.Element("h1", {"class": "headline"})
            headline.text = title
            article.insert(0, headline)
        place = next(iter(root.iter("main", "article", "body")), root)
        place.append(article)
