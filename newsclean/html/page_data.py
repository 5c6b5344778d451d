"""The values of a page's scripts: what its own program would make the page of."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from lxml.etree import XPath

from newsclean.html import flat_data, js_literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

#: Shorter scripts and texts hold no article, not even in East Asia's scripts, which say twice as much; the characters
#: that are read at most, of one script and of all.
_SHORTEST, _LONGEST, _MOST = 150, 4_000_000, 8_000_000
#: How deep the values may be nested, and how many there may be.
_DEEPEST, _MOST_VALUES = 60, 200_000
#: A value that is given a name, or handed to a function that takes it up: "window.__STATE__ = {", "push([".
_GIVEN = re.compile(
    r"(?:[\w\]\"'.]\s{0,3}=\s{0,3}"
    r"|\b(?:push|parse|enqueue|start|hydrate|render|decodeURIComponent|unescape)\(\s{0,3}(?:[\w.$]{1,40}\s?,\s?){0,3})"
    r"(?=[{\[\"'`]|\((?:function\b|\([\w$,\s]*\)\s?=>))"
)
_FEWEST_GIVEN = 40
#: What is handed on piece by piece, as a stream of rows.
_STREAMED = "__next_f"
#: Attributes that hold data: "data-page", "props".
_ATTRIBUTES = XPath(f"//@*[string-length() >= {_SHORTEST}]")
_OPENINGS, _ENCODED = ("{", "["), ("%7B", "%5B", "%7b", "%5b")
_DECODER = json.JSONDecoder(strict=False)


def values(root: _Element) -> Iterator[Any]:
    """The values in a page's scripts and attributes, the whole of each; what is no data is left out."""
    streams: list[str] = []
    for value in _all(root, streams):
        yield value
        whole = flat_data.unflattened(value)
        if whole is not None:
            yield whole
    yield from flat_data.streamed("".join(streams))


def _all(root: _Element, streams: list[str]) -> Iterator[Any]:
    left = _MOST
    for script in root.iter("script"):
        text = script.text or ""
        streamed = _STREAMED in text
        if (len(text) < _SHORTEST and not streamed) or len(text) > min(left, _LONGEST):
            continue
        left -= len(text)
        kind = (script.get("type") or "").lower()
        for value in _whole(text) if "json" in kind else _given(text):
            if flat_data.REFERENCE in text:
                flat_data.link(value)
            yield value
            if streamed and isinstance(value, list):
                streams += (one for one in value if isinstance(one, str))
    attributes: Any = _ATTRIBUTES(root)
    for text in attributes:
        if text.lstrip().startswith(_OPENINGS) and len(text) <= left:
            left -= len(text)
            yield from _whole(text)


def _whole(text: str) -> Iterator[Any]:
    start = min((at for at in map(text.find, _OPENINGS) if at >= 0), default=-1)
    value = _value(text, start)[0] if start >= 0 else None
    if isinstance(value, dict | list):
        yield value


def _given(text: str) -> Iterator[Any]:
    """The values that a program gives a name, or hands on."""
    done = tried = 0
    for given in _GIVEN.finditer(text):
        if given.end() < done or tried >= _FEWEST_GIVEN:
            continue
        tried += 1
        value, end = _value(text, given.end())
        if isinstance(value, str):
            # JSON in a string, or in a line of many: "5:[…]".
            for line in (unquote(value) if value.startswith(_ENCODED) else value).split("\n"):
                yield from _whole(line)
        elif isinstance(value, dict | list):
            yield value
        done = max(done, end)


def _value(text: str, start: int) -> tuple[Any, int]:
    """The value that begins somewhere, and where it ends, or up to where it was read."""
    try:
        return _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return js_literal.called(text, start) if text[start] == "(" else js_literal.value(text, start)


def nodes(value: Any) -> Iterator[tuple[Any, tuple[dict[str, Any], ...]]]:  # noqa: ANN401
    """All lists, objects and strings in a value, each with the objects around it, the innermost last."""
    waiting: list[tuple[Any, tuple[dict[str, Any], ...]]] = [(value, ())] if _holds(value) else []
    seen = 0
    while waiting and seen < _MOST_VALUES:
        node, around = waiting.pop()
        seen += 1
        yield node, around
        if isinstance(node, str) and node.startswith(_OPENINGS):
            # JSON in a string
            waiting += ((value, around) for value in _whole(node))
        if len(around) >= _DEEPEST:
            continue
        if isinstance(node, dict):
            waiting += ((inner, (*around, node)) for inner in reversed(node.values()) if _holds(inner))
        elif isinstance(node, list):
            waiting += ((inner, around) for inner in reversed(node) if _holds(inner))


def _holds(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict | list) or (isinstance(value, str) and len(value) >= _SHORTEST)
