"""A page's JSON-LD: what it says of itself in the words of schema.org."""

from __future__ import annotations

import html
import re
from collections import deque
from typing import TYPE_CHECKING, Any

from newsclean.html import broken_json
from newsclean.lexicon.characters import HAN, HANGUL, KANA
from newsclean.text.mojibake import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

#: What schema.org calls an article, the most telling first; other types that end so count like the first.
_ARTICLES = ("article", "posting", "report", "review", "recipe", "mediaobject", "webpage")
#: Pages state no more of themselves than so many things.
_MOST = 2000
#: Names in names: real ones are nested two or three deep.
_DEEPEST = 8

#: The parts of a name, in the order of most languages, and what is written in another: family first, without spaces.
_NAME_PARTS = ("givenName", "additionalName", "familyName")
_FAMILY_FIRST = re.compile(f"[{HAN}{KANA}{HANGUL}]")
#: The properties under which the bare address of a thing is enough.
_BY_ADDRESS = ("author", "creator", "publisher")

#: The properties under which other things stand than the page's own: teasers, what it cites.
_OTHERS = frozenset({"itemListElement", "citation", "mentions", "isRelatedTo"})
#: The type of breadcrumbs, whose list is the page's own.
CRUMBS = "BreadcrumbList"

Node = dict[str, Any]


def nodes(root: _Element) -> list[Node]:
    """All things that a page's JSON-LD describes as its own, outer ones first; what cannot be read is left out."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for value in broken_json.values(script.text or ""):
                found += _things(value)
    _link(found[:_MOST])
    return found[:_MOST]


def articles(found: Iterable[Node]) -> list[Node]:
    """Those that are articles, the most telling type first; pages and videos at the end."""
    ranked = [(rank, node) for node in found if (rank := _rank(node)) is not None]
    return [node for _, node in sorted(ranked, key=lambda item: item[0])]


def _rank(node: Node) -> int | None:
    types = strings(node.get("@type"))
    ranks = [n for kind in types for n, end in enumerate(_ARTICLES) if kind.lower().endswith(end)]
    return min(ranks, default=None)


def listed(value: object) -> list[Any]:
    """The values under a key that may have one or several."""
    return value if isinstance(value, list) else [value]


def strings(value: object, depth: int = _DEEPEST) -> list[str]:
    """The strings in a value that may be one, a list, or a thing with a name; none where it is nested deeper."""
    if not depth:
        return []
    if isinstance(value, str):
        # Many write HTML's references where JSON needs none.
        text = " ".join(repaired(html.unescape(value)).split())
        return [text] if text else []
    if isinstance(value, dict):
        return strings(value.get("@value") or value.get("name"), depth - 1) or _in_parts(value, depth - 1)
    if isinstance(value, list):
        return [text for item in value if not isinstance(item, list) for text in strings(item, depth - 1)]
    return []


def _things(value: object) -> Iterator[Node]:
    queue = deque([value])
    while queue:
        item = queue.popleft()
        if isinstance(item, list):
            queue += item
        elif isinstance(item, dict):
            if "@type" in item:
                yield item
            others = () if CRUMBS in strings(item.get("@type")) else _OTHERS
            queue += [inner for key, inner in item.items() if isinstance(inner, list | dict) and key not in others]


def _link(found: list[Node]) -> None:
    """Put the things themselves where others only refer to them: `{"@id": "#ana"}`."""
    described: dict[str, Node] = {}
    for node in found:
        address = node.get("@id")
        if isinstance(address, str) and len(node) > len(described.get(address, ())):
            described[address] = node
    for node in found:
        for key, value in node.items():
            if isinstance(value, dict):
                node[key] = _referred(value, described)
            elif isinstance(value, list):
                node[key] = [_referred(item, described) for item in value]
            elif key in _BY_ADDRESS and value in described:
                node[key] = described[value]


def _referred(value: object, described: dict[str, Node]) -> object:
    if not isinstance(value, dict) or any(map(value.get, ("name", "@value", *_NAME_PARTS))):
        return value
    address = value.get("@id")
    return described.get(address, value) if isinstance(address, str) else value


def _in_parts(value: Node, depth: int) -> list[str]:
    parts = [part for key in _NAME_PARTS for part in strings(value.get(key), depth)[:1]]
    if any(map(_FAMILY_FIRST.search, parts)):
        return ["".join(reversed(parts))]
    return [" ".join(parts)] if parts else []
