"""From a text or a page to a labelled document."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean.pipeline import Pipeline, named
from newsclean.text import kinds
from newsclean.text import read as read_text
from newsclean.text.decoding import decode_page
from newsclean.text.kinds import PageError
from newsclean.text.written import laid_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.document import Document

    Steps = Callable[[Document], Document]

#: The most bytes or characters of a page: the largest of news sites have a quarter of it.
LIMIT = 20_000_000


def of_text(text: str | bytes, url: str | None, pipeline: Steps) -> Document:
    """Read a text and label it.

    Args:
        text: the text, or its bytes in any encoding.
        url: its address.
        pipeline: what labels it.

    Raises:
        TypeError, PageError, CleaningError: as `newsclean.clean` raises them.
    """
    data, url = given(text), _checked(url)
    if _is_news_xml(data):
        return of_page(data, url, pipeline)
    with named("read", data, url, unless=PageError):
        document = read_text(data, metadata={"url": url})
    return _run(pipeline, document)


def of_page(html: str | bytes, url: str | None, pipeline: Steps, limit: int | None = LIMIT) -> Document:
    """Read an HTML page and label it.

    Args:
        html: the page, or its bytes as served.
        url: its address.
        pipeline: what labels it.
        limit: the most bytes or characters it may have.

    Raises:
        TypeError, PageError, CleaningError: as `newsclean.clean_html` raises them.
    """
    from newsclean.html import read as read_html  # noqa: PLC0415

    data, url = given(html), _checked(url)
    with named("read", data, url, unless=PageError):
        document = read_html(data, url, limit=limit)
    return _run(pipeline, document)


def _is_news_xml(data: str | bytes) -> bool:
    """Whether a text is news in XML, which is read as a page; what newsclean wrote is none, whatever it begins with."""
    if not kinds.is_news_xml(data):
        return False
    from newsclean.html.news_xml import as_page  # noqa: PLC0415

    text = data if isinstance(data, str) else decode_page(data)
    return not laid_out(text) and as_page(text) is not None


def given(text: object) -> str | bytes:
    """What was given, if it is text or any sort of bytes."""
    if isinstance(text, str | bytes):
        return text
    if isinstance(text, bytearray | memoryview):
        return bytes(text)
    msg = f"expected str or bytes, not {type(text).__name__}"
    raise TypeError(msg)


def _checked(url: object) -> str | None:
    """An address, if it is one that was given. Raises `TypeError`."""
    if url is None or isinstance(url, str):
        return url
    msg = f"url: expected str or None, not {type(url).__name__}"
    raise TypeError(msg)


@cache
def default() -> Pipeline:
    """The default pipeline, made once."""
    return Pipeline.default()


def _run(pipeline: Steps, document: Document) -> Document:
    """Run a pipeline, which may be any callable."""
    steps = pipeline if isinstance(pipeline, Pipeline) else Pipeline((pipeline,))
    return steps(document)
