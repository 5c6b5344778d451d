"""JSON Lines: one article a line, as `Article.to_dict()` gives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article


def write(articles: Iterable[Article], stream: TextIO) -> None:
    r"""Write one JSON object a line.

    Text stays readable: only what JSON demands is escaped.

    >>> import sys
    >>> from newsclean import Article, Paragraph
    >>> write([Article(title="Le café", paragraphs=[Paragraph("Fermé.")])], sys.stdout)  # doctest: +ELLIPSIS
    {"title": "Le café", "alternate_titles": [], ...
    """
    for article in articles:
        json.dump(article.to_dict(), stream, ensure_ascii=False)
        stream.write("\n")
