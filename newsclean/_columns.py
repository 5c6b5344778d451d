"""Which columns of a table hold texts, pages, addresses and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: What columns are usually called, the likeliest name first; case and the characters between words do not count.
_USUAL = {
    "text": (
        "text", "content", "body", "article", "article_text", "maintext", "main_text", "full_text", "fulltext",
        "plain_text", "raw_text", "raw_content", "article_body", "story", "document",
    ),
    "html": ("html", "raw_html", "page", "page_html", "html_content", "content_html", "body_html", "page_source"),
    "url": ("url", "link", "uri", "target_uri", "warc_target_uri", "source_url", "page_url", "canonical_url"),
    "id": ("id", "_id", "doc_id", "document_id", "article_id", "uuid", "guid", "warc_record_id"),
}  # fmt: skip


class ColumnError(ValueError):
    """A table lacks a column; the message says which ones it has."""


@frozen
class Columns:
    """The names of columns; `None` where there is none of the kind."""

    text: str | None = None
    """The texts."""
    html: str | None = None
    """HTML pages; where one is missing, the text counts."""
    url: str | None = None
    """The articles' addresses."""
    id: str | None = None
    """What identifies a row."""

    @property
    def contents(self) -> tuple[str, ...]:
        """The columns to be cleaned."""
        return tuple(name for name in (self.html, self.text) if name is not None)


def found(there: Iterable[str], named: Mapping[str, str | None]) -> Columns:
    """The columns that were named, and of those that were not, what is called as usual.

    Where a text or a page is named, the other is not looked for.

    Args:
        there: the names of all columns.
        named: the names by kind: `text`, `html`, `url`, `id`.

    Raises:
        ColumnError: a column that was named is not there, or none looks like a text or a page.

    >>> found(["ID", "outlet", "Body"], {})
    Columns(text='Body', html=None, url=None, id='ID')
    """
    names = list(there)
    missing = [name for name in named.values() if name is not None and name not in names]
    if missing:
        msg = f"there is no column {missing[0]!r}; there are {_listed(names)}"
        raise ColumnError(msg)
    folded = {_folded(name): name for name in reversed(names)}
    chosen = {kind: name for kind, name in named.items() if name is not None}
    contents = not chosen.keys() & {"text", "html"}
    for kind, usual in _USUAL.items():
        if kind not in chosen and (contents or kind not in {"text", "html"}):
            name = next((folded[_folded(name)] for name in usual if _folded(name) in folded), None)
            if name is not None:
                chosen[kind] = name
    if not chosen.keys() & {"text", "html"}:
        msg = f"no column looks like a text or a page; there are {_listed(names)}: name one with text or html"
        raise ColumnError(msg)
    return Columns(**chosen)


def _folded(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _listed(names: list[str]) -> str:
    return ", ".join(names) if names else "none"
