"""Exports of archives, feeds and files of news in XML: several articles in one text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.text import kinds, records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Cut = Callable[[re.Match[str]], int]

#: A tag of what holds one article, and text that is no markup. Gigaword and TREC have nothing around their documents.
_TAG = re.compile(
    r"<!\[CDATA\[(?:(?!\]\]>).)*+|<(/?)((?:\w{1,20}:)?(?:nitf|newsitem|item|entry|doc|reuters))[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
#: Lines that part the records of archives: each with where a record ends or begins at it.
_MARKS: tuple[tuple[re.Pattern[str], Cut], ...] = tuple(
    (re.compile(rf"^[^\S\n]*+(?:{line})[^\S\n]*+$", re.MULTILINE), cut)
    for line, cut in (
        (r"(?:End of|END OF) (?:Document|DOCUMENT)", re.Match.end),
        (r"(?:[^\W\d_]{5,10} )?\d{1,6} (?:of|von|de|van|di) \d{1,6}(?: [^\W\d_]{5,10})?", re.Match.start),
        (r"(?:AN[^\S\n]{1,9})?Document [A-Z]{3,12}\w{10,30}", re.Match.end),
        (r"_{20,}+", re.Match.end),
    )
)


def split_export(text: str) -> list[str]:
    """The articles of an export, a text each, as `clean` reads them; a text that is one article comes back alone.

    Records of Nexis, ProQuest and Factiva, the items of a feed (RSS, Atom), and documents in XML or SGML one behind the
    other (Gigaword, TREC, NewsML, Reuters-21578). What stands before, between or behind records and is none, such as
    a list of what was found, comes back as a text of its own: nothing of an export is lost but blank lines, and of XML
    what stands around the articles.

    Args:
        text: the export.

    Returns:
        The texts, in order; none of them is blank, but for a text that is.

    Raises:
        TypeError: it is no string.

    >>> from newsclean import split_export
    >>> feed = "<rss><item><title>Ferry sold</title></item><item><title>Bridge built</title></item></rss>"
    >>> split_export(feed)
    ['<item><title>Ferry sold</title></item>', '<item><title>Bridge built</title></item>']
    """
    if not isinstance(text, str):
        msg = f"expected str, not {type(text).__name__}"
        raise TypeError(msg)
    found = list(_elements(text)) if kinds.is_news_xml(text) else _records(text)
    return found if len(found) > 1 else [text]


def _elements(text: str) -> Iterator[str]:
    """The outermost elements of the first sort that there is."""
    name, depth, start = "", 0, 0
    for tag in _TAG.finditer(text):
        if not tag[2] or (name and tag[2].lower() != name):
            continue
        name = tag[2].lower()
        if not tag[1]:
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield text[start : text.find(">", tag.end() - 1) + 1 or len(text)]
    if depth:
        # The last one is cut off.
        yield text[start:]


def _records(text: str) -> list[str]:
    """The parts of a text at the marks that part most records, where there are two at least."""
    most, found = 1, [text]
    for pattern, cut in _MARKS:
        places = [cut(mark) for mark in pattern.finditer(text)]
        parts = [part for a, b in pairwise((0, *places, len(text))) if (part := text[a:b].strip())]
        number = sum(bool(records.find(part)) for part in parts) if len(parts) > most else 0
        if number > most:
            most, found = number, parts
    return found
