"""An article that stands only in a page's data, for a script to show: put where readers would see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import html as lxml_html

from newsclean.html import page_data, tree
from newsclean.lexicon.characters import CLOSERS, SENTENCE_STOPS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from newsclean.html.piece import Piece

#: An article has as many paragraphs and characters of running text, and several times as many as the page shows.
_FEWEST, _LEAST, _TIMES = 2, 400, 2
#: The share of an article that is running text.
_MOSTLY = 0.6
#: A page that shows as much shows its article.
_ENOUGH = 3000
#: Running text: a line as long that ends a sentence, with no more of it in links.
_PROSE, _LINKED = 40, 0.5
_STOPS = frozenset(SENTENCE_STOPS)
#: JSON in a string is no text: {"id": 1}, 5:["$", "p"]
_DATA = re.compile(r"\s{0,9}+(?:\w{1,6}:[A-Z]{0,2})?[\[{]")
#: How many objects around a text may tell its title, and how much of a text tells that it is the same.
_NEAR, _SAME = 3, 60
#: Under which keys objects keep what they say, the likeliest first, and how deep.
_TEXTS = ("text", "html", "content", "value", "children", "body", "paragraph", "data", "nodes")
_KINDS = ("type", "nodeType", "_type", "__typename", "style", "kind", "name")
_DEEPEST = 12
#: What is said of pictures, films and boxes is no paragraph.
_OTHERS = ("image", "video", "caption", "embed", "advert", "related", "newsletter", "gallery", "promo", "interstitial")


class _Found(NamedTuple):
    """A text in a page's data: its paragraphs, each with the element it is to be, and their size."""

    lines: list[tuple[str, str]]
    size: int


def show(root: _Element, pieces: Sequence[Piece]) -> bool:
    """Put the article into the tree of a page that does not show it; whether there was one in its data.

    It is the longest text that is told of under the page's title, or that begins as what the page shows of it.

    Args:
        root: the page's tree, which is changed.
        pieces: what the page shows.
    """
    long = (piece for piece in pieces if len(piece.text) >= _PROSE and piece.link < _LINKED and not piece.hidden)
    prose = [text for piece in long if _is_prose(text := piece.shown)]
    size = sum(map(len, prose))
    if size >= _ENOUGH:
        return False
    titles = _titles(root)
    known = {fold(text)[:_SAME] for text in prose}
    least = max(_LEAST, _TIMES * size)
    best = max(_articles(root, titles, known, least), key=lambda found: found.size, default=None)
    if best is None:
        return False
    _place(root, [(name, text) for name, text in best.lines if fold(text)[:_SAME] not in known], known)
    return True


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and text.rstrip(CLOSERS)[-1:] in _STOPS


def _titles(root: _Element) -> set[str]:
    """What the page calls its article, folded."""
    found = ["".join(map(str, node.itertext())) for node in root.iter("h1", "title")]
    found += [meta.get("content") or "" for meta in root.iter("meta") if (meta.get("property") or "") == "og:title"]
    return {fold(" ".join(title.split())) for title in found} - {""}


def _articles(root: _Element, titles: set[str], known: set[str], least: int) -> Iterator[_Found]:
    """The texts in a page's data that are as long as `least`, and told of as the page's, or begun on it."""
    for value in page_data.values(root):
        for node, around in page_data.nodes(value):
            if isinstance(node, dict) or (isinstance(node, str) and len(node) < least):
                continue
            lines = _lines(node, least)
            prose = [text for _, text in lines if _is_prose(text)]
            size = sum(map(len, prose))
            if size < least or len(prose) < _FEWEST or size < _MOSTLY * sum(len(text) for _, text in lines):
                continue
            if any(fold(text)[:_SAME] in known for text in prose) or _is_told(around, titles):
                yield _Found(lines, size)


def _is_told(around: Sequence[dict[str, Any]], titles: set[str]) -> bool:
    """Whether one of the objects around a text has the page's title, or a part of it that a site's name follows."""
    for node in around[-_NEAR:]:
        for told in node.values():
            text = fold(" ".join(told.split())) if isinstance(told, str) and len(told) < _LEAST else ""
            if len(text.split()) > _FEWEST and any(title.startswith(text) for title in titles):
                return True
    return False


def _lines(node: Any, least: int) -> list[tuple[str, str]]:  # noqa: ANN401
    """The paragraphs of a text in HTML or plain, or of a list of such, one each; none where it is shorter."""
    if isinstance(node, str):
        if _DATA.match(node):
            return []
        return list(_of_html(node)) if "<" in node else [("p", line) for line in _plain(node)]
    told = [(kind, text) for item in node if not _is_other(kind := _kind(item)) and (text := _text(item))]
    told = [(kind, text) for kind, text in told if not _DATA.match(text)]
    if sum(len(text) for _, text in told) < least:
        # What is read of HTML is no longer than that; most lists of a page's data hold no text.
        return []
    lines: list[tuple[str, str]] = []
    for kind, text in told:
        if "<p" in text or "<br" in text:
            lines += _of_html(text)
        else:
            lines.append(("h2" if "head" in kind else "p", _without_tags(text)))
    return lines


def _is_other(kind: str) -> bool:
    """Whether what an object says that it is is no paragraph."""
    return any(other in kind for other in _OTHERS)


def _kind(item: Any) -> str:  # noqa: ANN401
    """What an object says that it is."""
    told = (item.get(key) for key in _KINDS) if isinstance(item, dict) else ()
    return " ".join(value.lower() for value in told if isinstance(value, str))


def _text(item: Any, depth: int = _DEEPEST) -> str:  # noqa: ANN401
    """The text of one paragraph, whose parts may be nested."""
    if isinstance(item, str):
        return item
    if not depth:
        return ""
    if isinstance(item, list):
        return "".join(_text(part, depth - 1) for part in item)
    values = (item.get(key) for key in _TEXTS) if isinstance(item, dict) else ()
    return next((text for value in values if value and (text := _text(value, depth - 1))), "")


def _plain(text: str) -> Iterator[str]:
    yield from filter(None, (" ".join(line.split()) for line in text.split("\n")))


def _without_tags(text: str) -> str:
    return " ".join(line for _, line in _of_html(text)) if "<" in text or "&" in text else " ".join(text.split())


def _of_html(text: str) -> Iterator[tuple[str, str]]:
    from newsclean.html import blocks  # noqa: PLC0415

    root = tree.parse(f"<div>{text}</div>")
    for piece in blocks.pieces(root) if root is not None else ():
        if not piece.hidden and piece.tag.name != "figcaption":
            yield piece.tag.name if piece.tag.name in {"h2", "h3", "h4", "li", "blockquote"} else "p", piece.shown


def _place(root: _Element, lines: Sequence[tuple[str, str]], known: set[str]) -> None:
    """Put paragraphs behind the one that the page shows of them, or else behind its headline."""
    article = lxml_html.Element("div", {"class": "article-body", "itemprop": "articleBody"})
    for name, text in lines:
        element = lxml_html.Element(name if name != "li" else "p")
        element.text = text
        article.append(element)
    begun = [
        node for node in root.iter("p") if fold(" ".join("".join(map(str, node.itertext())).split()))[:_SAME] in known
    ]
    headline = root.find(".//h1")
    if begun and begun[-1].getparent() is not None:
        begun[-1].addnext(article)
    elif headline is not None and headline.getparent() is not None:
        head = next(headline.iterancestors("header"), headline)
        head.addnext(article)
    else:
        place = next(iter(root.iter("main", "article", "body")), root)
        place.append(article)
