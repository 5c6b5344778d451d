"""JSON: all articles in one array, as `Article.to_dict()` gives them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from newsclean.formats.controls import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsclean.article import Article


def write(articles: Iterable[Article], stream: TextIO) -> None:
    """Write one JSON array, article by article, so that none need wait for the last.

    >>> import sys
    >>> write([], sys.stdout)
    []
    """
    write_array(articles, stream, lambda article: article.to_dict())


def write_array(articles: Iterable[Article], stream: TextIO, convert: Callable[[Article], dict[str, Any]]) -> None:
    """Write an array of what `convert` makes of each article."""
    opened = False
    for article in articles:
        stream.write(",\n" if opened else "[\n")
        stream.write(escaped(json.dumps(convert(article), ensure_ascii=False, indent=2)))
        opened = True
    stream.write("\n]\n" if opened else "[]\n")
