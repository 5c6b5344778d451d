"""Cleaning a text or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _cleaning, assemble
from newsclean.pipeline import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.article import Article
    from newsclean.document import Document
    from newsclean.sites.profile import SiteProfile


def clean(
    text: str | bytes,
    *,
    pipeline: Callable[[Document], Document] | None = None,
    url: str | None = None,
    site: SiteProfile | None = None,
) -> Article:
    """Turn a scraped news text into an `Article`.

    Args:
        text: the text, or its bytes in any encoding.
        pipeline: what cleans it, `Pipeline.default()` if not given.
        url: the page's address, kept in `Article.url`.
        site: what was learned of its site. It needs a `Pipeline` with the cleaner `content`.

    Raises:
        TypeError: `text` is neither str nor bytes, or a cleaner gave back anything but a Document.
        ValueError: there is a `site`, and the pipeline has no cleaner `content` that it could inform.
        CleaningError: a step failed on this text; what it raised is the cause.
    """
    steps = _cleaning.default() if pipeline is None else pipeline
    return _assembled(_cleaning.of_text(text, url, site.informing(steps) if site else steps, steps))


def clean_html(
    html: str | bytes,
    *,
    url: str | None = None,
    pipeline: Callable[[Document], Document] | None = None,
    limit: int | None = _cleaning.LIMIT,
    site: SiteProfile | None = None,
) -> Article:
    """Turn an HTML page into an `Article`.

    Args:
        html: the page, or its bytes as served. A text without a tag is cleaned as plain text.
        url: the page's address, kept in `Article.url`; by default what the page says it is.
        pipeline: what cleans it, `Pipeline.default()` if not given.
        limit: the most bytes or characters that the page may have, `None` for any number. Cleaning takes 50 to 150 MB
            of memory for each MB of a page.
        site: what was learned of its site. It needs a `Pipeline` with the cleaner `content`.

    Raises:
        TypeError: `html` is neither str nor bytes, or a cleaner gave back anything but a Document.
        ValueError: there is a `site`, and the pipeline has no cleaner `content` that it could inform.
        PageError: there is nothing in it, it is another kind of file, or larger than the limit.
        CleaningError: a step failed on this page; what it raised is the cause.
    """
    steps = _cleaning.default() if pipeline is None else pipeline
    return _assembled(_cleaning.of_page(html, url, site.informing(steps) if site else steps, limit))


def _assembled(document: Document) -> Article:
    with named("assemble", document.source, document.metadata.get("url")):
        return assemble.assemble(document)
