"""A document as a client wants it cleaned, and what the processes do with it."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean._outcome import outcome
from newsclean.formats.controls import escaped
from newsclean.pipeline import Pipeline
from newsclean.sites.outlets import host

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.article import Article
    from newsclean.sites.table import Profiles

#: Pipelines that a process keeps.
_KEPT = 32


@frozen(kw_only=True)
class Wanted:
    """A document and what is wanted of it."""

    document: str | bytes
    """A text or a page, or its bytes."""
    html: bool = False
    """Whether it is a page."""
    url: str | None = None
    """Its address."""
    without: tuple[str, ...] = ()
    """Names of cleaners to be left out."""
    fields: tuple[str, ...] = ()
    """Keys of `Article.to_dict` to be given; all if there are none."""
    site: str | None = None
    """The outlet whose profile counts; the host of its address, if not given."""
    shown: bool = False
    """Whether it is wanted as a page to be looked at."""


@frozen
class Clean:
    """Cleans a document: the job of the processes."""

    limit: int
    """The most bytes or characters of a document."""
    timeout: float
    """The seconds that one may take."""
    profiles: Profiles | None = None
    """What was learned of outlets."""

    def __call__(
        self, wanted: Wanted, _: Mapping[int, str], __: Callable[[int], None]
    ) -> tuple[bytes | None, str | None]:
        """The article as JSON or a page, or what went wrong, in the words of `newsclean._outcome.outcome`."""
        site = None if self.profiles is None else self.profiles.get(wanted.site or host(wanted.url))
        article, error = outcome(
            None if wanted.html else wanted.document,
            wanted.document if wanted.html else None,
            wanted.url,
            pipeline=_pipeline(wanted.without) if wanted.without else None,
            site=site,
            limit=self.limit,
            timeout=self.timeout,
        )
        return None if article is None else _written(article, wanted), error


@lru_cache(_KEPT)
def _pipeline(without: tuple[str, ...]) -> Pipeline:
    return Pipeline.default().without(*without)


def _written(article: Article, wanted: Wanted) -> bytes:
    if wanted.shown:
        text = article.to_html()
    else:
        data = article.to_dict()
        chosen = {name: data[name] for name in wanted.fields} if wanted.fields else data
        text = escaped(json.dumps(chosen, ensure_ascii=False))
    # A lone surrogate has no UTF-8 form; as `\\ud800` it is also what JSON writes for it.
    return text.encode("utf-8", "backslashreplace")
