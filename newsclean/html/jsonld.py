"""A page's JSON-LD: what it says of itself in the words of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from typing import TYPE_CHECKING, Any

from newsclean.text.mojibake import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

#: What schema.org calls an article, the most telling first; other types that end so count like the first.
_ARTICLES = ("article", "posting", "report", "review", "recipe", "mediaobject", "webpage")
_MARKS = re.compile(r"<!\[CDATA\[|(?<!\])\]\]>|<!--|-->")
_OPENING = re.compile(r"[{\[]")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
#: Pages state no more of themselves than so many things.
_MOST = 2000
#: Names in names: real ones are nested two or three deep.
_DEEPEST = 8

Node = dict[str, Any]


def nodes(root: _Element) -> list[Node]:
    """All things that a page's JSON-LD describes, outer ones first; what cannot be read is left out."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for value in _values(script.text or ""):
                found += _things(value)
    return found[:_MOST]


def articles(found: Iterable[Node]) -> list[Node]:
    """Those that are articles, the most telling type first; pages and videos at the end."""
    ranked = [(rank, node) for node in found if (rank := _rank(node)) is not None]
    return [node for _, node in sorted(ranked, key=lambda item: item[0])]


def _rank(node: Node) -> int | None:
    types = strings(node.get("@type"))
    ranks = [n for kind in types for n, end in enumerate(_ARTICLES) if kind.lower().endswith(end)]
    return min(ranks, default=None)


def strings(value: object, depth: int = _DEEPEST) -> list[str]:
    """The strings in a value that may be one, a list, or a thing with a name; none where it is nested deeper."""
    if not depth:
        return []
    if isinstance(value, str):
        # Many write HTML's references where JSON needs none.
        text = " ".join(repaired(html.unescape(value)).split())
        return [text] if text else []
    if isinstance(value, dict):
        return strings(value.get("@value") or value.get("name"), depth - 1)
    if isinstance(value, list):
        return [text for item in value if not isinstance(item, list) for text in strings(item, depth - 1)]
    return []


def _values(text: str) -> Iterator[Any]:
    """The JSON values in a script: more than one may follow each other, and some are slightly broken."""
    # Comments and CDATA marks stand around it in many a combination.
    text = _MARKS.sub("", text)
    opening = _OPENING.search(text)
    text = text[opening.start() : max(text.rfind("}"), text.rfind("]")) + 1] if opening else ""
    for candidate in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            found = list(_decoded(candidate))
        except (ValueError, RecursionError):
            continue
        yield from found
        return


def _decoded(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        yield value
        while end < len(text) and text[end] in " \t\r\n;,":
            end += 1
        at = end


def _things(value: object) -> Iterator[Node]:
    queue = deque([value])
    while queue:
        item = queue.popleft()
        if isinstance(item, list):
            queue += item
        elif isinstance(item, dict):
            if "@type" in item:
                yield item
            queue += [inner for inner in item.values() if isinstance(inner, list | dict)]
