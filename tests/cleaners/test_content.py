"""What the content model's scores decide, on whole pages and in articles with little around them."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean import Document
from newsclean.cleaners.content import Content, Remainders
from newsclean.document import Scores

PARAGRAPHS = PROSE["en"][0]["paragraphs"]
LINK = "Old ferry to be sold"


def judge(score):
    """A model that gives one line a score, and holds all others for body."""
    return lambda document: [Scores(score if document.text(block) == LINK else 1.0) for block in document.blocks]


def removed(text, score):
    found = Remainders(judge(score))(Content(judge(score))(Document.from_text(text)))
    return [found.text(block) for block in found.find("removed")]


ARTICLE = "\n\n".join((*PARAGRAPHS[:2], LINK, *PARAGRAPHS[2:]))
PAGE = "\n".join((*(f"Item {n}" for n in range(40)), ARTICLE))


@pytest.mark.parametrize(("text", "score", "goes"), [
    (PAGE, 0.4, True), (PAGE, 0.6, False), (ARTICLE, 0.05, True), (ARTICLE, 0.4, False), (LINK, 0.05, False),
])  # fmt: skip
def test_an_article_with_little_around_it_has_the_benefit_of_the_doubt(text, score, goes):
    assert removed(text, score) == [LINK] * goes


def test_what_goes_is_said():
    pipeline = newsclean.Pipeline.default().replace("remainders", Remainders(judge(0.05)))
    article = newsclean.clean(ARTICLE, pipeline=pipeline)
    assert [(r.text, r.kind, r.cleaner) for r in article.removed] == [(LINK, "other", "remainders")]
