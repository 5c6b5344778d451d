"""The values in a fenced head, read by the rules of its language: YAML's or TOML's."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: So many values of a list count; one text may name another over and over.
_MOST = 200
#: How YAML writes that there is nothing.
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
#: Where a person or a topic is more than a name: what the name is called.
_NAMING = ("name", "title", "label")


def read(head: str, *, toml: bool) -> Mapping[str, tuple[str, ...]]:
    """The values of a head by its keys, as `plain` gives them; none where it breaks the rules of its language.

    Args:
        head: what stands between the fences.
        toml: whether it is TOML; else YAML.
    """
    found = _toml(head) if toml else _yaml(head)
    if not isinstance(found, dict):
        return {}
    return {plain(str(key)): tuple(islice(_texts(value), _MOST)) for key, value in found.items()}


def plain(key: str) -> str:
    """A key without spaces, marks and capitals."""
    return "".join(filter(str.isalnum, key.lower()))


def _toml(head: str) -> Any:  # noqa: ANN401 - whatever is in it
    # Few texts have any of these heads: what reads them is loaded when one comes.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(head.replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        return None


def _yaml(head: str) -> Any:  # noqa: ANN401
    import yaml  # noqa: PLC0415

    try:
        # This loader makes nothing but texts, lists and dicts, and takes a day that no month has for a text.
        return yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        # A key that is a list is a TypeError, a character that there is not a ValueError.
        return None


def _texts(value: Any, depth: int = 2) -> Iterator[str]:  # noqa: ANN401
    """What a value says, one text for each item of a list."""
    if isinstance(value, str):
        text = " ".join(value.split())
        yield from [] if text in _NULL else [text]
    elif isinstance(value, dt.date):
        yield value.isoformat()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, dict):
        yield from next((found for name in _NAMING if (found := list(_texts(value.get(name), 0)))), [])
    elif isinstance(value, list) and depth:
        for one in value:
            yield from _texts(one, depth - 1)
