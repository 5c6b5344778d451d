"""Values of JSON in columns of Arrow: a type for each column, and nothing lost that does not fit it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsclean._extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: Marks a field whose texts are JSON, as its values are objects.
JSON = {b"newsclean": b"json"}


def schema_of(records: Iterable[Mapping[str, Any]]) -> Any:  # noqa: ANN401 - a schema of Arrow
    """The columns of records and their types.

    Objects become JSON, as those of other records may have other keys; where types differ, all become text.
    """
    arrow = needed("pyarrow", "corpus", "newsclean run")
    columns: dict[str, list[Any]] = {}
    for record in records:
        for name, value in record.items():
            if name == whole(name):
                columns.setdefault(name, []).append(value)
    return arrow.schema([_field(name, values) for name, values in columns.items()])


def _field(name: str, values: Sequence[Any]) -> Any:  # noqa: ANN401 - a field of Arrow
    arrow = needed("pyarrow", "corpus", "newsclean run")
    if any(_has_object(value) for value in values):
        return arrow.field(name, arrow.string(), metadata=JSON)
    numbers = {type(value) for value in values if value is not None}
    try:
        kind = arrow.string() if len(numbers) > 1 and numbers != {int, float} else arrow.array(values).type
    except (arrow.ArrowException, OverflowError, ValueError):
        kind = arrow.string()
    # What is nothing but null, or lists of nothing, may become anything.
    return arrow.field(name, arrow.string() if "null" in str(kind) else kind)


def _has_object(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict | list) for item in value))


def column(values: Sequence[Any], field: Any) -> tuple[Any, dict[int, Any]]:  # noqa: ANN401 - of Arrow
    """The values as an array of the field's type, and by their places those that do not fit it."""
    arrow = needed("pyarrow", "corpus", "newsclean run")
    if field.metadata == JSON:
        values = [None if value is None else as_text(value) for value in values]
    elif arrow.types.is_string(field.type):
        values = [value if value is None or isinstance(value, str) else as_text(value) for value in values]
    try:
        return arrow.array(values, field.type), {}
    except (arrow.ArrowException, OverflowError, TypeError, ValueError):
        pass
    if arrow.types.is_string(field.type):
        return arrow.array([value and whole(value) for value in values], field.type), {}
    fitting = [_fits(value, field.type) for value in values]
    kept = [value if fits else None for value, fits in zip(values, fitting, strict=True)]
    return arrow.array(kept, field.type), {at: values[at] for at, fits in enumerate(fitting) if not fits}


def _fits(value: object, kind: Any) -> bool:  # noqa: ANN401 - a type of Arrow
    arrow = needed("pyarrow", "corpus", "newsclean run")
    try:
        arrow.array([value], kind)
    except (arrow.ArrowException, OverflowError, TypeError, ValueError):
        return False
    return True


def as_text(value: object) -> str:
    """Any value as JSON."""
    return whole(json.dumps(value, ensure_ascii=False, default=str))


def whole(text: str) -> str:
    """A text that has a UTF-8 form: a lone surrogate is written as JSON does."""
    return text.encode("utf-8", "backslashreplace").decode()
