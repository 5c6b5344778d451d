"""Files that are one text or one page each, or an export of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.corpus.rows import Row
from newsclean.text import kinds
from newsclean.text.decoding import decode, decode_page
from newsclean.text.exports import split_export

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.task import Task

#: A file of news in XML may hold a month of an agency's, and has to be read as a whole.
_MOST_XML = 500_000_000


def schema(_: Source) -> None:
    """There are no columns."""


def rows(source: Source, task: Task) -> Iterator[Row]:
    """The one row of a file, or one for each article of an export. Raises `DamagedError`, `OSError`."""
    limit = max(task.limit, _MOST_XML) if source.form == "xml" else task.limit
    data = source.stream().read(limit + 1)
    news, page = kinds.is_news_xml(data), source.form in {"html", "xml"} or kinds.is_html(data)
    if len(data) > limit:
        yield Row(source.name, 0, error=_too_large(limit))
    elif source.form == "xml" and not news:
        yield Row(source.name, 0, error="no page: this XML is in none of the formats that news comes in")
    else:
        for number, article in enumerate([data] if page and not news else _articles(data, page=page)):
            row = Row(source.name, number)
            if len(article) > task.limit:
                row.error = _too_large(task.limit)
            elif page:
                row.html = article
            else:
                row.text = article
            yield row


def _articles(data: bytes, *, page: bool) -> Sequence[str | bytes]:
    """The articles in a file; what is one comes back as it is."""
    found = split_export(decode_page(data) if page else decode(data))
    return found if len(found) > 1 else [data]


def _too_large(limit: int) -> str:
    return f"too large: the limit is {limit / 1e6:.1f} MB"
