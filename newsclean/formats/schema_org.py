"""schema.org: each article as a `NewsArticle` in JSON-LD, as `Article.to_schema_org()` gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from newsclean.formats.json_array import write_array

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article


def write(articles: Iterable[Article], stream: TextIO) -> None:
    """Write one JSON array of `NewsArticle` objects.

    >>> import sys
    >>> write([], sys.stdout)
    []
    """
    write_array(articles, stream, lambda article: article.to_schema_org())
