"""Labelled pages, as a folder's `manifest.jsonl` lists them.

One page a line: `id`, `url`, `html` (path of the gzipped bytes as served), `paragraphs` (the article's body in order)
and where known `title`, `authors`, `published` (ISO 8601), `publisher` and `summary` (the paragraphs that are the
deck). `kept` and `dropped` may hold phrases that belong, or do not belong, to the article of a page whose paragraphs
nobody marked.
"""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_HEAD = 8192


@frozen
class Page:
    """One page and what is known of its article."""

    folder: str
    id: str
    path: Path
    url: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    deck: str = ""
    paragraphs: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    known: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def html(self) -> str:
        """The page's HTML, decoded."""
        return decode(gzip.decompress(self.path.read_bytes())).replace("\x00", "")

    @property
    def body(self) -> str:
        """The golden paragraphs, one a line."""
        return "\n".join(self.paragraphs)


def read(folder: Path, limit: int | None = None) -> list[Page]:
    """The pages of a folder."""
    with (folder / "manifest.jsonl").open(encoding="utf-8") as lines:
        return [_page(folder, json.loads(line)) for line in lines if line.strip()][:limit]


def _page(folder: Path, row: dict[str, Any]) -> Page:
    return Page(
        folder.name,
        row["id"],
        folder / row["html"],
        row.get("url") or "",
        _text(row.get("title")),
        tuple(filter(None, map(_text, row.get("authors") or ()))),
        _text(row.get("published")),
        " ".join(row.get("summary") or ()),
        tuple(row.get("paragraphs") or ()),
        tuple(row.get("kept") or ()),
        (*(row.get("dropped") or ()), *(row.get("comments") or ())),
        frozenset(row),
    )


def _text(value: object) -> str | None:
    """What is known as text; manifests made from tables have numbers where nothing is known."""
    return value if isinstance(value, str) else None


def decode(data: bytes) -> str:
    """Bytes as served to text: by byte order mark, as UTF-8, by the declared encoding, else by detection."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = _DECLARED.search(data[:_HEAD])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return data.decode(declared[1].decode("ascii", "replace"), "replace")
        except LookupError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return data.decode("utf-8", "replace") if best is None else str(best)
