"""Profiles as a table: in Parquet files, and between the processes of an engine.

Needs pyarrow: `pip install 'newsclean[corpus]'`.
"""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean._extras import needed
from newsclean.sites.places import Place
from newsclean.sites.profile import ALL, SiteProfile
from newsclean.sites.story import LINES, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

pa = needed("pyarrow", "corpus", "a file of profiles")

#: What tells that a table is one of profiles, and how its lines were hashed.
_MARK, _VERSION = b"newsclean.profiles", b"3"
_STORY = pa.struct(
    [
        ("id", pa.int64()),
        ("title", pa.string()),
        ("places", pa.list_(pa.struct([(name, pa.string()) for name in Place._fields]))),
        *((name, pa.list_(pa.from_numpy_dtype(LINES[name]))) for name in LINES.names or ()),
    ]
)
#: A row for each outlet; several of one outlet are merged.
SCHEMA = pa.schema(
    [
        pa.field("outlet", pa.string(), nullable=False),
        pa.field("bound", pa.int64()),
        pa.field("stories", pa.list_(_STORY)),
    ],
    metadata={_MARK: _VERSION},
)


def batch_of(profiles: Mapping[str, SiteProfile]) -> Any:  # noqa: ANN401 - pyarrow has no type hints
    """Profiles by outlet as a `RecordBatch` with `SCHEMA`."""
    rows = [
        {
            "outlet": outlet,
            "bound": None if profile.bound == ALL else profile.bound,
            "stories": list(map(_row, profile.stories)),
        }
        for outlet, profile in sorted(profiles.items())
    ]
    return pa.RecordBatch.from_pylist(rows, SCHEMA)


def _row(story: Story) -> dict[str, Any]:
    # Lone surrogates have no UTF-8 form.
    title = story.title.encode("utf-8", "replace").decode()
    lines = {name: story.lines[name] for name in LINES.names or ()}
    return {"id": story.id, "title": title, "places": [place._asdict() for place in story.places], **lines}


def merged(tables: Iterable[Any]) -> dict[str, SiteProfile]:
    """The profiles by outlet of tables, or batches, as `batch_of` makes them."""
    found: dict[str, SiteProfile] = {}
    for table in tables:
        for row in table.to_pylist():
            bound = ALL if row["bound"] is None else row["bound"]
            profile = SiteProfile(map(_story, row["stories"]), bound)
            known = found.get(row["outlet"])
            found[row["outlet"]] = profile if known is None else known.merge(profile)
    return found


def _story(row: Mapping[str, Any]) -> Story:
    lines = np.zeros(len(row["line"]), LINES)
    for name in LINES.names or ():
        lines[name] = row[name]
    return Story(row["id"], row["title"], lines, tuple(Place(**place) for place in row["places"]))


def write(path: str | os.PathLike[str], profiles: Mapping[str, SiteProfile]) -> None:
    """Write profiles by outlet to a Parquet file, beside its place and then to it. Raises `OSError`."""
    parquet = needed("pyarrow.parquet", "corpus", "a file of profiles")
    # Most hashes are different ones, of which a dictionary would be larger than they are.
    beside = Path(path).with_name(f"tmp-{secrets.token_hex(8)}")
    try:
        with parquet.ParquetWriter(beside, SCHEMA, compression="zstd", use_dictionary=False) as writer:
            for outlet, profile in sorted(profiles.items()):
                # A group of rows each, so that one outlet's can be read alone.
                writer.write_batch(batch_of({outlet: profile}))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def read(path: str | os.PathLike[str]) -> Any:  # noqa: ANN401 - pyarrow has no type hints
    """The table in a file that `write` has written. Raises `OSError`."""
    return needed("pyarrow.parquet", "corpus", "a file of profiles").read_table(path)


def is_of_profiles(path: str | os.PathLike[str]) -> bool:
    """Whether a file is one that `write` has written."""
    parquet = needed("pyarrow.parquet", "corpus", "a file of profiles")
    try:
        return _MARK in (parquet.read_schema(path).metadata or {})
    except (OSError, pa.ArrowException):
        return False


class Profiles:
    """The profiles in a file, each read when it is asked for.

    Args:
        path: what `write` has written.

    Raises:
        ValueError: it is another kind of file, or of another version; the message names it.
        OSError: it cannot be read.
    """

    #: As many are kept, a megabyte each.
    _KEPT = 64

    def __init__(self, path: str | os.PathLike[str]) -> None:
        parquet = needed("pyarrow.parquet", "corpus", "a file of profiles")
        # A missing file is told in the system's words.
        os.stat(path)  # noqa: PTH116 - a Path raises for some names
        try:
            self._file = parquet.ParquetFile(path)
            told = (self._file.schema_arrow.metadata or {}).get(_MARK)
            outlets = self._file.read(["outlet"])["outlet"].to_pylist() if told else []
        except pa.ArrowException as error:
            msg = f"{path} holds no profiles: {error}"
            raise ValueError(msg) from error
        if told != _VERSION:
            msg = f"{path} holds {'profiles of another version' if told else 'no profiles'}: newsclean learn makes some"
            raise ValueError(msg)
        # Processes of an engine may work in another folder.
        self._path = os.path.abspath(path)  # noqa: PTH100 - a Path raises for some names
        self._groups = {outlet: number for number, outlet in enumerate(outlets)}
        self._read = lru_cache(self._KEPT)(self._of_group)

    def __reduce__(self) -> tuple[type[Profiles], tuple[str]]:
        # Each process reads for itself.
        return Profiles, (self._path,)

    def __len__(self) -> int:
        return len(self._groups)

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def get(self, outlet: str) -> SiteProfile | None:
        """An outlet's profile, if there is one."""
        number = self._groups.get(outlet)
        return None if number is None else self._read(number)

    def _of_group(self, number: int) -> SiteProfile:
        (profile,) = merged([self._file.read_row_group(number)]).values()
        return profile
