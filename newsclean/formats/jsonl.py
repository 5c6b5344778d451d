"""JSON Lines: one article a line, as `Article.to_dict()` gives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from newsclean.formats.controls import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article


def write(articles: Iterable[Article], stream: TextIO) -> None:
    r"""Write one JSON object a line.

    Text stays readable: only what JSON demands, control characters and line
    separators are escaped, so that no program sees a line end inside an object.

    >>> import sys
    >>> from newsclean import Article, Paragraph
    >>> write([Article(title="Le café", paragraphs=[Paragraph("Fermé.")])], sys.stdout)  # doctest: +ELLIPSIS
    {"title": "Le café", "alternate_titles": [], ...
    """
    stream.writelines(escaped(json.dumps(article.to_dict(), ensure_ascii=False)) + "\n" for article in articles)
