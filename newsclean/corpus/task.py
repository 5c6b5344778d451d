"""How one file is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from newsclean._columns import Columns


@frozen
class Task:
    """How one file is to be read."""

    columns: Columns
    """What its columns hold."""
    kept: tuple[str, ...]
    """Those of its columns that go along."""
    limit: int
    """The most bytes or characters of a record."""
    text_is_told: bool
    """Whether the column of texts was named."""
    error: str | None = None
    """Why it cannot be read."""
