"""From pages to what a profile keeps of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _cleaning
from newsclean.pipeline import Pipeline
from newsclean.sites.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.document import Document
    from newsclean.pipeline import Cleaner

_CONTENT = "content"


def after_content(pipeline: Callable[[Document], Document], *cleaners: Cleaner) -> Pipeline:
    """A pipeline with cleaners right behind the content model. Raises `ValueError` where it has none."""
    if not isinstance(pipeline, Pipeline) or _CONTENT not in pipeline.names:
        msg = f"what is known of a site is evidence for the cleaner {_CONTENT!r}, which this pipeline does not have"
        raise ValueError(msg)
    return pipeline.insert_after(_CONTENT, *cleaners)


def story_of(
    item: str | bytes, *, html: bool, url: str | None = None, pipeline: Callable[[Document], Document] | None = None
) -> Story:
    """What is kept of a page, which is cleaned alone.

    Args:
        item: a text, or an HTML page.
        html: whether it is a page.
        url: its address.
        pipeline: what cleans it, the default one if not given.

    Raises:
        ValueError: the pipeline has no cleaner `content`.
        TypeError, PageError, CleaningError: as `newsclean.clean` and `clean_html` raise them.
    """
    return Story.of(*judged(item, html=html, url=url, pipeline=pipeline))


def judged(
    item: str | bytes, *, html: bool, url: str | None = None, pipeline: Callable[[Document], Document] | None = None
) -> tuple[Document, Document]:
    """A page as the content model has judged it, and as it is when all is decided. Raises as `story_of` does."""
    seen: list[Document] = []

    def watch(document: Document) -> Document:
        seen.append(document)
        return document

    watched = after_content(_cleaning.default() if pipeline is None else pipeline, watch)
    labelled = _cleaning.of_page(item, url, watched) if html else _cleaning.of_text(item, url, watched)
    return seen[0], labelled
