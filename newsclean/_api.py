"""Cleaning a text or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsclean import _cleaning, assemble
from newsclean.pipeline import Pipeline, named

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from newsclean.article import Article
    from newsclean.document import Document
    from newsclean.sites.profile import SiteProfile


def clean(
    text: str | bytes,
    *,
    pipeline: Callable[[Document], Document] | None = None,
    url: str | None = None,
    phrases: str | os.PathLike[str] | None = None,
    prefer: Literal["precision", "recall"] | None = None,
    site: SiteProfile | None = None,
) -> Article:
    """Turn a scraped news text into an `Article`.

    Args:
        text: the text, or its bytes in any encoding.
        pipeline: what cleans it, `Pipeline.default()` if not given.
        url: the page's address, kept in `Article.url`.
        phrases: a TOML file of phrases of one's own to remove, as `Pipeline.adapted` takes it.
        prefer: `precision`, to keep less that is not the article's, or `recall`, to lose less of it, where the content
            model is in doubt.
        site: what was learned of its site. It needs a `Pipeline` with the cleaner `content`.

    Raises:
        TypeError: `text` is neither str nor bytes, or a cleaner gave back anything but a Document.
        OSError: the file of phrases cannot be read.
        ValueError: an option has a value that it cannot have; of phrases, the message names file, list and phrase.
        PageError: the bytes are no text's but a picture's, a PDF file's, an archive's or other binary data; the message
            says what to do.
        CleaningError: a step failed on this text; what it raised is the cause.
    """
    return _assembled(_cleaning.of_text(text, url, _chosen(pipeline, phrases, prefer, site)))


def clean_html(  # noqa: PLR0913 - options, each given by its name
    html: str | bytes,
    *,
    url: str | None = None,
    pipeline: Callable[[Document], Document] | None = None,
    limit: int | None = _cleaning.LIMIT,
    phrases: str | os.PathLike[str] | None = None,
    prefer: Literal["precision", "recall"] | None = None,
    site: SiteProfile | None = None,
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
        site: what was learned of its site. It needs a `Pipeline` with the cleaner `content`.

    Raises:
        TypeError: `html` is neither str nor bytes, or a cleaner gave back anything but a Document.
        OSError: the file of phrases cannot be read.
        ValueError: an option has a value that it cannot have; of phrases, the message names file, list and phrase.
        PageError: there is nothing in it, it is another kind of file, or larger than the limit.
        CleaningError: a step failed on this page; what it raised is the cause.
    """
    return _assembled(_cleaning.of_page(html, url, _chosen(pipeline, phrases, prefer, site), limit))


def _chosen(
    pipeline: Callable[[Document], Document] | None,
    phrases: str | os.PathLike[str] | None,
    prefer: Literal["precision", "recall"] | None,
    site: SiteProfile | None,
) -> Callable[[Document], Document]:
    """What cleans: the pipeline that was given, or the default one, as the options have it."""
    steps = _cleaning.default() if pipeline is None else pipeline
    if phrases is not None or prefer is not None:
        whole = steps if isinstance(steps, Pipeline) else Pipeline((steps,))
        steps = whole.adapted(phrases=phrases, prefer=prefer)
    return site.informing(steps) if site else steps


def _assembled(document: Document) -> Article:
    with named("assemble", document.source, document.metadata.get("url")):
        return assemble.assemble(document)
