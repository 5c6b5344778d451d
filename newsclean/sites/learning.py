"""From pages to what a profile keeps of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _cleaning
from newsclean.pipeline import Pipeline
from newsclean.sites.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.document import Document

CONTENT = "content"


def judging(pipeline: Callable[[Document], Document]) -> Pipeline:
    """A pipeline, if it has a content model. Raises `ValueError` where it has none."""
    if not isinstance(pipeline, Pipeline) or CONTENT not in pipeline.names:
        msg = f"what is known of a site is evidence for the cleaner {CONTENT!r}, which this pipeline does not have"
        raise ValueError(msg)
    return pipeline


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
    steps = judging(_cleaning.default() if pipeline is None else pipeline)
    return Story.of(_cleaning.of_page(item, url, steps) if html else _cleaning.of_text(item, url, steps))
