"""The forms in which tables are written."""

from __future__ import annotations

import gzip
import json
import math
import os
from typing import TYPE_CHECKING, Any

from newsclean._extras import needed
from newsclean.corpus.values import JSON
from newsclean.formats.controls import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


def _parquet(batch: Any, path: Path) -> None:  # noqa: ANN401 - a batch of Arrow
    arrow, parquet = (needed(name, "corpus", "newsclean run") for name in ("pyarrow", "pyarrow.parquet"))
    parquet.write_table(arrow.Table.from_batches([batch]), path, compression="zstd")


def _json_lines(batch: Any, path: Path) -> None:  # noqa: ANN401 - as above
    with path.open("wb") as file:
        file.writelines(lines(batch))


def _gzipped(batch: Any, path: Path) -> None:  # noqa: ANN401 - as above
    # No name and no time: the same rows give the same bytes.
    with path.open("wb") as file, gzip.GzipFile("", "wb", 6, file, 0) as packed:
        packed.writelines(lines(batch))


def _zstd(batch: Any, path: Path) -> None:  # noqa: ANN401 - as above
    arrow = needed("pyarrow", "corpus", "newsclean run")
    with arrow.CompressedOutputStream(str(path), "zstd") as packed:
        for line in lines(batch):
            packed.write(line)


#: Every form, by its name, which is the suffix of its files; the first is the default.
WRITERS: Mapping[str, Callable[[Any, Path], None]] = {
    "parquet": _parquet,
    "jsonl": _json_lines,
    "jsonl.gz": _gzipped,
    "jsonl.zst": _zstd,
}


def write(batch: Any, path: Path, form: str) -> None:  # noqa: ANN401 - as above
    """Write a table to a file, down to the disk. Raises `OSError`."""
    WRITERS[form](batch, path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def lines(batch: Any) -> Iterator[bytes]:  # noqa: ANN401 - as above
    """A table as JSON Lines, one row after the other; no line has a line end in it."""
    columns = [_plain(batch.column(at), field) for at, field in enumerate(batch.schema)]
    for values in zip(*columns, strict=True):
        row = dict(zip(batch.schema.names, values, strict=True))
        text = escaped(json.dumps(row, ensure_ascii=False, default=_other))
        yield text.encode("utf-8", "backslashreplace") + b"\n"


def _plain(column: Any, field: Any) -> list[Any]:  # noqa: ANN401 - of Arrow
    """A column's values as JSON knows them, moments in ISO 8601."""
    arrow = needed("pyarrow", "corpus", "newsclean run")
    kind = field.type
    if arrow.types.is_timestamp(kind) and kind.unit == "ns":
        # Python's own moments end at microseconds.
        column = column.cast(arrow.string())
    values: list[Any] = column.to_pylist()
    if field.metadata == JSON:
        return [None if value is None else json.loads(value) for value in values]
    if arrow.types.is_floating(kind):
        # JSON has no name for what is no number.
        return [value if value is None or math.isfinite(value) else None for value in values]
    return values


def _other(value: Any) -> Any:  # noqa: ANN401 - whatever JSON does not know
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)
