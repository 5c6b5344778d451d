"""Plain text: title, deck and body, as `Article.to_text()` gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from newsclean.formats.controls import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article

#: Plain text's own page break: no article is written with one inside, so that the file can be taken apart again.
BREAK = "\n\f\n"


def write(articles: Iterable[Article], stream: TextIO) -> None:
    r"""Write the articles, with a form feed between two of them.

    >>> import sys
    >>> from newsclean import Article, Paragraph
    >>> write([Article(title="Rates rise", paragraphs=[Paragraph("The bank met.")])], sys.stdout)
    Rates rise
    <BLANKLINE>
    <BLANKLINE>
    <BLANKLINE>
    The bank met.
    """
    for number, article in enumerate(articles):
        if number:
            stream.write(BREAK)
        stream.write(plain(article.to_text()) + "\n")
