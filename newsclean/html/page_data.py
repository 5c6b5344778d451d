"""The values of a page's scripts: what its own program would make the page of."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

#: Shorter scripts hold no article; the characters that are read at most, of one script and of all.
_SHORTEST, _LONGEST, _MOST = 400, 4_000_000, 8_000_000
#: How deep the values may be nested, and how many there may be.
_DEEPEST, _MOST_VALUES = 60, 200_000
#: A value that is given a name, or handed to a function that takes it up: "window.__STATE__ = {", "push([".
_GIVEN = re.compile(r"(?:[\w\]\"'.]\s{0,3}=\s{0,3}|\b(?:push|parse)\(\s{0,3})(?=[{\[\"'])")
_FEWEST_GIVEN = 40
_DECODER = json.JSONDecoder(strict=False)


def values(root: _Element) -> Iterator[Any]:
    """The JSON values in a page's scripts, the whole of each; what is no JSON is left out."""
    left = _MOST
    for script in root.iter("script"):
        text = script.text or ""
        if not _SHORTEST <= len(text) <= _LONGEST or left < len(text):
            continue
        left -= len(text)
        kind = (script.get("type") or "").lower()
        yield from _whole(text) if "json" in kind else _given(text)


def _whole(text: str) -> Iterator[Any]:
    start = min((at for at in map(text.find, "{[") if at >= 0), default=-1)
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
            for line in value.split("\n"):
                yield from _whole(line)
        elif isinstance(value, dict | list):
            yield value
            yield from (inner for one in _strings(value) for inner in _whole(one))
        done = max(done, end)


def _strings(value: dict[str, Any] | list[Any]) -> Iterator[str]:
    """The lines of the strings right in a list that may hold JSON themselves."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, str) and len(one) >= _SHORTEST:
            yield from one.split("\n")


def _value(text: str, start: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, start


def nodes(value: Any) -> Iterator[tuple[Any, tuple[dict[str, Any], ...]]]:  # noqa: ANN401
    """All lists, objects and strings in a value, each with the objects around it, the innermost last."""
    waiting: list[tuple[Any, tuple[dict[str, Any], ...]]] = [(value, ())]
    seen = 0
    while waiting and seen < _MOST_VALUES:
        node, around = waiting.pop()
        seen += 1
        yield node, around
        if len(around) >= _DEEPEST:
            continue
        if isinstance(node, dict):
            waiting += ((inner, (*around, node)) for inner in reversed(node.values()) if _holds(inner))
        elif isinstance(node, list):
            waiting += ((inner, around) for inner in reversed(node) if _holds(inner))


def _holds(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict | list) or (isinstance(value, str) and len(value) >= _SHORTEST)
