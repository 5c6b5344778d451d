"""A JSON Schema of what `Article.to_dict` gives, made of the Article's own fields."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsclean.article import LEFT_OUT, Article

_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


def article_schema() -> dict[str, Any]:
    """The schema, for draft 2020-12.

    >>> article_schema()["properties"]["title"]
    {'type': ['string', 'null']}
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **_object(Article, {"text": {"type": "string"}}),
    }


def _object(kind: type, more: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties = {
        field.name: _of(hints[field.name])
        for field in attrs.fields(kind)
        if kind is not Article or field.name not in LEFT_OUT
    }
    properties |= more
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _of(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - types of typing
    if get_origin(hint) in {Union, types.UnionType}:
        parts = [_of(part) for part in get_args(hint)]
        if all(part.keys() == {"type"} for part in parts):
            return {"type": [part["type"] for part in parts]}
        return {"anyOf": parts}
    if get_origin(hint) is Literal:
        return {"type": "string", "enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of(get_args(hint)[0])}
    if attrs.has(hint):
        return _object(hint, {})
    return {"type": _TYPES[hint]}
