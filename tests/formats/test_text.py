"""Plain text."""

from __future__ import annotations

import io

from newsclean import Article, Paragraph
from newsclean.formats import text


def written(*articles):
    stream = io.StringIO()
    text.write(articles, stream)
    return stream.getvalue()


def test_title_deck_and_body():
    article = Article(title="Title", deck="Deck", paragraphs=[Paragraph("One."), Paragraph("Two.")])
    assert written(article) == "Title\nDeck\n\n\n\nOne.\n\nTwo.\n"


def test_the_file_can_be_taken_apart_again():
    articles = [Article(title="First", paragraphs=[Paragraph("One.")]), Article(title="Second")]
    assert [part.strip("\n") for part in written(*articles).split("\f")] == [a.to_text() for a in articles]


def test_control_characters_part_words_or_go():
    assert written(Article(title="Rates\x0brise\x1b[31m", paragraphs=[Paragraph("One\x85two\x9b.")])) == (
        "Rates rise[31m\n\n\n\nOne two.\n"
    )
