"""What Pydantic, and with it FastAPI, is told of a class: its own annotations, so that there is no second model.

Only Pydantic has this loaded, and with it the two packages that it imports.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def core_schema_of(
    kind: type,
    generate: Callable[[Any], Any],
    read: Callable[[Mapping[str, Any]], Any],
    dump: Callable[[Any], dict[str, Any]],
    keys: tuple[str, ...],
) -> Any:  # noqa: ANN401 - a schema of Pydantic's core
    """The schema of a class that is read from dicts and dumped to them.

    Args:
        kind: a class of attrs.
        generate: makes the schema of a type: `generate_schema` of Pydantic's handler.
        read: makes an instance of a dict. Its `ValueError`s become Pydantic's.
        dump: makes a dict of an instance.
        keys: what is in that dict, in its order: fields, and properties that are derived from them.
    """
    from pydantic_core import core_schema  # noqa: PLC0415 - there where this is called

    shape = generate(_shape(kind, keys))
    return core_schema.no_info_plain_validator_function(
        lambda value: value if isinstance(value, kind) else read(value),
        json_schema_input_schema=shape,
        serialization=core_schema.plain_serializer_function_ser_schema(dump, return_schema=shape),
    )


# Kept, as two that are alike would be two things to Pydantic.
@cache
def _shape(kind: type, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - a type
    """The type of the dicts that instances of a class are dumped to."""
    from typing_extensions import TypedDict  # noqa: PLC0415 - as above

    hints = get_type_hints(kind)
    derived = {key: get_type_hints(getattr(kind, key).fget)["return"] for key in keys if key not in hints}
    new: Any = TypedDict
    shape = new(kind.__name__, {key: _dumped({**hints, **derived}[key]) for key in keys})
    shape.__doc__ = kind.__doc__
    shape.__pydantic_config__ = {"extra": "forbid"}
    return shape


def _dumped(hint: Any) -> Any:  # noqa: ANN401 - types
    """What values of a type are dumped to: series become lists, instances of classes dicts."""
    if attrs.has(hint):
        return _shape(hint, tuple(attrs.fields_dict(hint)))
    if get_origin(hint) is tuple:
        return list[_dumped(get_args(hint)[0])]  # type: ignore[misc]
    if get_origin(hint) in {Union, UnionType}:
        return Union[tuple(map(_dumped, get_args(hint)))]  # noqa: UP007 - of parts that are made here
    return hint
