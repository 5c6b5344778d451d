"""The table for the eye."""

from __future__ import annotations

import io

import pytest

from newsclean import Article, Paragraph, Removal
from newsclean.formats import table


def rows(*articles):
    stream = io.StringIO()
    table.write(articles, stream)
    return stream.getvalue().splitlines()


def test_an_article_is_a_line_with_what_was_counted():
    article = Article(
        title="Ferry sold",
        authors=["Ana Silva", "Bo Lund"],
        published="2024-05-02T14:05+02:00",
        language="en",
        paragraphs=[Paragraph("One."), Paragraph("Two.")],
        removed=[Removal("Share", "share")],
    )
    head, row = rows(article)
    assert head.split() == ["title", "authors", "published", "language", "paragraphs", "removed"]
    assert row.split("  ")[0] == "Ferry sold"
    assert row.split()[2:] == ["Ana", "Silva,", "Bo", "Lund", "2024-05-02", "en", "2", "1"]


def test_what_is_not_known_leaves_its_column_empty():
    assert rows(Article())[1].split() == ["0", "0"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A" * 44, "A" * 44),
        ("A" * 45, "A" * 43 + "…"),
        ("橋" * 22, "橋" * 22),
        ("橋" * 23, "橋" * 21 + "… "),
        ("e\u0301" * 44, "e\u0301" * 44),
        ("Two\nlines\tand  a tab", "Two lines and a tab".ljust(44)),
    ],
)
def test_a_long_title_is_cut_to_its_column(title, shown):
    row = rows(Article(title=title, language="en"))[1]
    assert row.startswith(f"{shown}  ")
