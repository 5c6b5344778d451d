"""Data that a page holds flat, its parts pointing at each other: put together as far as an article needs it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Under which key an object in a cache names another.
REFERENCE = "__ref"
#: How many values are put together, and how deep they may be nested.
_MOST, _DEEPEST = 200_000, 60
#: A row of a stream: its name, and for a text how many bytes it has; JSON may have letters before it.
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),|[A-Z]{0,3})")


def unflattened(value: Any) -> Any:  # noqa: ANN401
    """A list in which objects and lists hold the places of their values, as a tree; `None` where it is no such list.

    >>> unflattened([{"title": 1, "body": 2}, "Rain", [3], "It rained."])
    {'title': 'Rain', 'body': ['It rained.']}
    """
    first = value[0] if isinstance(value, list) and len(value) > 1 else None
    places = list(first.values()) if isinstance(first, dict) else first[1:] if isinstance(first, list) else ()
    if not places or not all(isinstance(place, int) and place < len(value) for place in places):
        return None
    left = _MOST

    def at(place: Any, depth: int) -> Any:  # noqa: ANN401
        nonlocal left
        left -= 1
        if not isinstance(place, int) or not 0 <= place < len(value) or depth > _DEEPEST or left < 0:
            return None
        one = value[place]
        if isinstance(one, dict):
            return {_key(value, key): at(inner, depth + 1) for key, inner in one.items()}
        if isinstance(one, list):
            # A kind before it: ["Reactive", 5]
            told = bool(one) and isinstance(one[0], str)
            return at(one[-1], depth + 1) if told else [at(inner, depth + 1) for inner in one]
        return one

    whole = at(0, 0)
    return whole if isinstance(whole, dict | list) else None


def _key(value: list[Any], key: str) -> str:
    """The name of a key, which may be the place of it: "_12"."""
    place = key[1:]
    name = value[int(place)] if key[:1] == "_" and place.isdecimal() and int(place) < len(value) else key
    return name if isinstance(name, str) else key


def streamed(stream: str) -> Iterator[Any]:
    """The values in a stream of rows, with the texts that are rows of their own where the others name them: "$1a"."""
    data = stream.encode("utf-8", "replace")
    texts: dict[str, str] = {}
    found: list[Any] = []
    at = 0
    while at < len(data):
        row = _ROW.match(data, at)
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if row and row[2]:
            end = row.end() + int(row[2], 16)
            texts[f"${row[1].decode()}"] = data[row.end() : end].decode("utf-8", "replace")
            at = end
            continue
        at = end + 1
        try:
            found.append(json.loads(data[row.end() : end]) if row else None)
        except (ValueError, RecursionError):
            continue
    for value in found:
        _replace(value, lambda one: texts.get(one) if isinstance(one, str) else None)
        yield value


def link(value: Any) -> None:  # noqa: ANN401
    """Put the texts of what objects only name in a cache, `{"__ref": "Paragraph:1"}`, where they do; in place."""
    if not isinstance(value, dict):
        return

    def named(one: Any) -> dict[str, str] | None:  # noqa: ANN401
        name = one.get(REFERENCE) if isinstance(one, dict) else None
        told = value.get(name) if isinstance(name, str) else None
        # Texts alone: what they name in turn may be what names them.
        return {key: text for key, text in told.items() if isinstance(text, str)} if isinstance(told, dict) else None

    _replace(value, named)


def _replace(value: Any, found: Callable[[Any], Any]) -> None:  # noqa: ANN401
    """Replace values within a value by what is found for them, but for `None`."""
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        entries = list(
            holder.items() if isinstance(holder, dict) else enumerate(holder) if isinstance(holder, list) else ()
        )
        for key, one in entries:
            instead = found(one)
            if instead is not None:
                holder[key] = instead
            elif isinstance(one, dict | list):
                waiting.append(one)
