"""A table for the eye: one line an article, with what fits of its title, authors and date, and what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from newsclean.formats.cells import cells
from newsclean.formats.controls import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article

#: The columns, and how many a terminal's character cells each has.
_COLUMNS = {"title": 44, "authors": 20, "published": 10, "language": 8, "paragraphs": 10, "removed": 7}
_GAP = "  "


def write(articles: Iterable[Article], stream: TextIO) -> None:
    """Write a heading and a line an article.

    >>> import sys
    >>> from newsclean import Article
    >>> write([Article(title="Rates rise", authors=["Ana Silva"], published="2024-05-02")], sys.stdout)
    title                                         authors               published   language  paragraphs  removed
    Rates rise                                    Ana Silva             2024-05-02                     0        0
    """
    stream.write(_line(_COLUMNS))
    for article in articles:
        told = (
            article.title,
            ", ".join(article.authors),
            (article.published or "").partition("T")[0],
            article.language,
        )
        counts = (
            f"{len(article.paragraphs):>{_COLUMNS['paragraphs']}}",
            f"{len(article.removed):>{_COLUMNS['removed']}}",
        )
        stream.write(_line((*(" ".join(plain(value or "").split()) for value in told), *counts)))


def _line(values: Iterable[str]) -> str:
    fitted = (_fitted(value, width) for value, width in zip(values, _COLUMNS.values(), strict=True))
    return _GAP.join(fitted).rstrip() + "\n"


def _fitted(text: str, width: int) -> str:
    """A text in so many cells, cut where it takes more.

    >>> _fitted("橋が再開", 6)
    '橋が… '
    """
    used = 0
    for at, character in enumerate(text):
        used += cells(character)
        if used > width:
            kept = text[:at]
            while cells(kept) >= width:
                kept = kept[:-1]
            return f"{kept}…{' ' * (width - 1 - cells(kept))}"
    return text + " " * (width - used)
