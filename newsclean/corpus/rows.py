"""A row: one text or page, with what is known of it."""

from __future__ import annotations

from typing import Any, cast

from attrs import define

from newsclean.text import kinds

_Content = str | bytes | None
#: So many characters tell whether a text begins as a page does.
_BEGINNING = 4096


@define
class Row:
    """A text or page to be cleaned, or what went wrong when it was read."""

    file: str
    """The name of the file that it is from."""
    position: int | None = None
    """Its number in the file, from 0; of JSON Lines that of its line."""
    id: str | None = None
    """What identifies it."""
    url: str | None = None
    """Its address."""
    text: str | bytes | None = None
    """The text."""
    html: str | bytes | None = None
    """The page; if there is one, it counts."""
    error: str | None = None
    """What went wrong."""
    kept: Any = None
    """The columns of the input, by name: values, or a batch of Arrow and the row's number in it."""

    @property
    def size(self) -> int:
        """How much it holds."""
        return len(self.text or "") + len(self.html or "")


def string(value: object) -> str | None:
    """An id or an address."""
    return None if value is None else str(value)


def fill(row: Row, text: object, html: object, *, told: bool) -> Row:
    """Give a row its content.

    Args:
        row: the row.
        text: the value in the column of texts.
        html: the value in that of pages.
        told: whether the column of texts was named; if not, it may hold pages.
    """
    for value in (text, html):
        if value is not None and not isinstance(value, str | bytes):
            row.error = f"no text: it is of type {type(value).__name__}"
            return row
    if not html and not told and _is_page(text):
        text, html = None, text
    row.text, row.html = cast("_Content", text), cast("_Content", html)
    if text is None and html is None:
        row.error = "empty: there is neither a text nor a page"
    return row


def _is_page(text: object) -> bool:
    beginning = text[:_BEGINNING] if isinstance(text, str | bytes) else b""
    return kinds.is_html(beginning.encode("utf-8", "replace") if isinstance(beginning, str) else beginning)
