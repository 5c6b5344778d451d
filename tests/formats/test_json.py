"""JSON Lines and the JSON array."""

from __future__ import annotations

import io
import json

import pytest

from newsclean import Article, Caption, Dateline, Paragraph, Removal
from newsclean.formats import write

ARTICLES = [
    Article(
        title="Bridge reopens",
        authors=["Ana Silva"],
        dateline=Dateline("KIEL", "dpa"),
        captions=[Caption("The bridge", "dpa")],
        paragraphs=[Paragraph('It said "open".\u2028Again.', "paragraph", 4, 20)],
        removed=[Removal("Share", "share", "share", 0, 5)],
    ),
    Article(),
]


def written(articles, form):
    stream = io.StringIO()
    write(articles, stream, form)
    return stream.getvalue()


def test_jsonl_gives_each_article_back():
    lines = written(ARTICLES, "jsonl").splitlines()
    assert [Article.from_dict(json.loads(line)) for line in lines] == ARTICLES


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_one_array(count):
    data = json.loads(written(ARTICLES[:count], "json"))
    assert [Article.from_dict(item) for item in data] == ARTICLES[:count]


def test_no_articles_are_no_lines():
    assert written([], "jsonl") == ""
