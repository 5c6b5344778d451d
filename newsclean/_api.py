"""Cleaning a text or a page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from newsclean import assemble
from newsclean.pipeline import Pipeline, name_of, named
from newsclean.text import read as read_text

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from newsclean.article import Article
    from newsclean.document import Document


#: The most bytes or characters of a page: the largest of news sites have a quarter of it.
_LIMIT = 20_000_000


def clean(
    text: str | bytes,
    *,
    pipeline: Callable[[Document], Document] | None = None,
    url: str | None = None,
    phrases: str | os.PathLike[str] | None = None,
    prefer: Literal["precision", "recall"] | None = None,
) -> Article:
    """Turn a scraped news text into an `Article`.

    Args:
        text: the text, or its bytes in any encoding.
        pipeline: what cleans it, `Pipeline.default()` if not given.
        url: the page's address, kept in `Article.url`.
        phrases: a TOML file of phrases of one's own to remove, as `Pipeline.adapted` takes it.
        prefer: `precision`, to keep less that is not the article's, or `recall`, to lose less of it, where the content
            model is in doubt.

    Raises:
        TypeError: `text` is neither str nor bytes, or a cleaner gave back anything but a Document.
        OSError: the file of phrases cannot be read.
        ValueError: an option has a value that it cannot have; of phrases, the message names file, list and phrase.
        CleaningError: a step failed on this text; what it raised is the cause.
    """
    data = given(text)
    pipeline = _chosen(pipeline, phrases, prefer)
    with named("read", data, url):
        document = read_text(data, metadata={"url": url})
    return _assembled(_run(pipeline, document))


def clean_html(
    html: str | bytes,
    *,
    url: str | None = None,
    pipeline: Callable[[Document], Document] | None = None,
    limit: int | None = _LIMIT,
    phrases: str | os.PathLike[str] | None = None,
    prefer: Literal["precision", "recall"] | None = None,
) -> Article:
    """Turn an HTML page into an `Article`.

    Args:
        html: the page, or its bytes as served. A text without a tag is cleaned as plain text.
        url: the page's address, kept in `Article.url`; by default what the page says it is.
        pipeline: what cleans it, `Pipeline.default()` if not given.
        limit: the most bytes or characters that the page may have, `None` for any number. Cleaning takes 50 to 150 MB
            of memory for each MB of a page.
        phrases: a TOML file of phrases of one's own to remove, as `Pipeline.adapted` takes it.
        prefer: `precision`, to keep less that is not the article's, or `recall`, to lose less of it, where the content
            model is in doubt.

    Raises:
        TypeError: `html` is neither str nor bytes, or a cleaner gave back anything but a Document.
        OSError: the file of phrases cannot be read.
        ValueError: an option has a value that it cannot have; of phrases, the message names file, list and phrase.
        PageError: there is nothing in it, it is another kind of file, or larger than the limit.
        CleaningError: a step failed on this page; what it raised is the cause.
    """
    from newsclean.html import PageError  # noqa: PLC0415
    from newsclean.html import read as read_html  # noqa: PLC0415

    data = given(html)
    pipeline = _chosen(pipeline, phrases, prefer)
    with named("read", data, url, unless=PageError):
        document = read_html(data, url, limit=limit)
    return _assembled(_run(pipeline, document))


def given(text: object) -> str | bytes:
    """What was given, if it is text or any sort of bytes."""
    if isinstance(text, str | bytes):
        return text
    if isinstance(text, bytearray | memoryview):
        return bytes(text)
    msg = f"expected str or bytes, not {type(text).__name__}"
    raise TypeError(msg)


def _chosen(
    pipeline: Callable[[Document], Document] | None,
    phrases: str | os.PathLike[str] | None,
    prefer: Literal["precision", "recall"] | None,
) -> Callable[[Document], Document]:
    """What cleans: the pipeline that was given, or the default one, as the options have it."""
    pipeline = _default() if pipeline is None else pipeline
    if phrases is None and prefer is None:
        return pipeline
    whole = pipeline if isinstance(pipeline, Pipeline) else Pipeline((pipeline,))
    return whole.adapted(phrases=phrases, prefer=prefer)


def _run(pipeline: Callable[[Document], Document], document: Document) -> Document:
    """Run a pipeline, which may be any callable."""
    if isinstance(pipeline, Pipeline):
        return pipeline(document)
    with named(name_of(pipeline), document.source, document.metadata.get("url")):
        return pipeline(document)


def _assembled(document: Document) -> Article:
    with named("assemble", document.source, document.metadata.get("url")):
        return assemble.assemble(document)


@cache
def _default() -> Pipeline:
    return Pipeline.default()
