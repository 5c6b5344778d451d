"""Markdown (CommonMark): title, deck, a line of metadata, the lead picture and the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote

from newsclean.formats.controls import plain
from newsclean.lexicon.characters import BULLETS, SPACED_BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.article import Article, Paragraph

_BULLET = re.compile(rf"[{BULLETS}{SPACED_BULLETS}]\s*")
_NUMBER = re.compile(r"(\d{1,9})[.)]\s+")
_ANGLE = re.compile(r"(?:>\s*)+")
# A backslash takes their meaning from all of these in CommonMark. An underscore
# inside a word has no meaning there, so that names and addresses stay readable.
_INLINE = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
# What has a meaning at the start of a line only; the number of a list is kept apart.
_LINE_START = re.compile(r"(?=[#>+=~-])")
_CLOSING = re.compile(r"(?<=\s)(?=#+$)")
_NO_ADDRESS = frozenset("<>\\")
_LIST_NUMBER = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")


def write(articles: Iterable[Article], stream: TextIO) -> None:
    """Write the articles, with a thematic break between two of them."""
    for number, article in enumerate(articles):
        if number:
            stream.write("\n---\n\n")
        stream.write(render(article))


def render(article: Article) -> str:
    r"""One article as Markdown.

    Characters that Markdown would read as markup are escaped, so that the
    text looks as it did.

    >>> from newsclean import Article, Paragraph
    >>> print(render(Article(title="Rates *rise*", deck="By a quarter", authors=["Ana Silva"])))
    # Rates \*rise\*
    <BLANKLINE>
    **By a quarter**
    <BLANKLINE>
    *Ana Silva*
    <BLANKLINE>
    """
    return "".join(_blocks(article))


def _blocks(article: Article) -> Iterator[str]:
    separator = ""
    if article.title:
        yield f"# {_heading(article.title)}\n"
        separator = "\n"
    if article.deck:
        yield f"{separator}**{escape(article.deck)}**\n"
        separator = "\n"
    about = _about(article)
    if about:
        yield f"{separator}*{escape(about)}*\n"
        separator = "\n"
    if article.image:
        yield f"{separator}![](<{_address(article.image)}>)\n"
        separator = "\n"
    before = ""
    for paragraph in article.paragraphs:
        # The items of one list stand together.
        if paragraph.kind != "list_item" or before != "list_item":
            yield separator
        yield _paragraph(paragraph) + "\n"
        separator, before = "\n", paragraph.kind


def _about(article: Article) -> str:
    """Who, when and where: the metadata that a reader expects above an article."""
    dateline = article.dateline
    place = dateline.place or dateline.agency if dateline else None
    parts = (", ".join(article.authors), article.publisher, article.published, place)
    return " · ".join(part for part in parts if part)


def _address(url: str) -> str:
    """An address as it may stand between angle brackets."""
    return "".join(quote(c) if c in _NO_ADDRESS or c.isspace() else c for c in plain(url))


def _paragraph(paragraph: Paragraph) -> str:
    text = paragraph.text
    if paragraph.kind == "heading":
        return f"## {_heading(text)}"
    if paragraph.kind == "quote":
        return f"> {escape(_ANGLE.sub('', text, count=1) if text.startswith('>') else text)}"
    if paragraph.kind == "list_item":
        number = _NUMBER.match(text)
        if number:
            return f"{number[1]}. {escape(text[number.end() :])}"
        bullet = _BULLET.match(text)
        return f"- {escape(text[bullet.end() :] if bullet else text)}"
    return escape(text)


def _heading(text: str) -> str:
    # Markdown drops number signs that end a heading.
    return _CLOSING.sub(r"\\", escape(text))


def escape(text: str) -> str:
    r"""A text as one line, with Markdown's own characters made literal.

    >>> escape("1. Use *this* [or that]")
    '1\\. Use \\*this\\* \\[or that\\]'
    """
    # First of all, lest what is taken out hides markup that comes after it.
    text = " ".join(plain(text).split())
    text = _INLINE.sub(lambda match: "\\" + match[0], text)
    if _LINE_START.match(text):
        return "\\" + text
    return _LIST_NUMBER.sub(r"\1\\", text, count=1) if _LIST_NUMBER.match(text) else text
