"""Cleaning a text, and many."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean import _assemble, _settle
from newsclean._decode import decode
from newsclean.document import Document
from newsclean.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsclean.article import Article


def clean(
    text: str | bytes,
    *,
    pipeline: Callable[[Document], Document] | None = None,
    url: str | None = None,
) -> Article:
    """Turn a scraped news text into an `Article`.

    Args:
        text: the text, or its bytes in any encoding.
        pipeline: what cleans it, `Pipeline.default()` if not given.
        url: the page's address, kept in `Article.url`.

    Raises:
        TypeError: `text` is neither str nor bytes.
    """
    pipeline = _default() if pipeline is None else pipeline
    document = pipeline(Document.from_text(_decoded(text), metadata={"url": url}))
    document = _settle.settle(document, pipeline)
    return _assemble.assemble(document)


def clean_many(
    texts: Iterable[str | bytes],
    *,
    pipeline: Callable[[Document], Document] | None = None,
) -> Iterator[Article]:
    """Clean texts one after the other, lazily.

    Raises:
        TypeError: a text is neither str nor bytes; the message gives its number.
    """
    for number, text in enumerate(texts):
        if not isinstance(text, str | bytes):
            msg = f"text number {number}: expected str or bytes, not {type(text).__name__}"
            raise TypeError(msg)
        yield clean(text, pipeline=pipeline)


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text
    if isinstance(text, bytes | bytearray | memoryview):
        return decode(bytes(text))
    msg = f"expected str or bytes, not {type(text).__name__}"
    raise TypeError(msg)


@cache
def _default() -> Pipeline:
    return Pipeline.default()
