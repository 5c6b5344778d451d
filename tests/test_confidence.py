"""How sure newsclean is of a body: what the scores promise, and what that came to where it was measured."""

from __future__ import annotations

import json

import pytest
from generators import PROSE

import newsclean
from newsclean import Article, Pipeline, confidence
from newsclean.document import Scores
from newsclean.text import read

STORY = PROSE["en"][0]
TEXT = "\n\n".join((STORY["title"], *STORY["paragraphs"]))


def judged(*lines):
    """A document of lines with a score and a role each."""
    document = read("\n\n".join(text for text, *_ in lines))
    scored = zip(document.blocks, lines, strict=True)
    return document.with_labels(
        block.scored(Scores(score)).label(role) if role != "removed" else block.scored(Scores(score)).remove("other")
        for block, (_, score, role) in scored
    )


def test_a_promise_is_the_expected_f1():
    document = judged(("a" * 60, 0.9, "paragraph"), ("b" * 40, 0.2, "removed"))
    # Kept are 60 characters, of which 54 are right; right are 54 and 8.
    assert confidence.promise(document) == pytest.approx(2 * 54 / (60 + 62))


@pytest.mark.parametrize("role", ["paragraph", "heading", "deck", "dateline"])
def test_what_is_kept_counts(role):
    assert confidence.promise(judged(("a" * 60, 1.0, role))) == 1


def test_nothing_kept_promises_nothing():
    assert confidence.promise(judged(("a" * 60, 0.4, "removed"))) == 0


def test_without_a_model_nothing_is_known():
    pipeline = Pipeline.default().without("content")
    assert newsclean.clean(TEXT, pipeline=pipeline).confidence is None


def test_what_the_model_doubts_is_less_sure():
    sure, unsure = (
        confidence.confidence(judged(("a" * 600, score, "paragraph"), ("b" * 400, 1 - score, "removed")))
        for score in (0.99, 0.55)
    )
    assert sure > unsure


def test_it_goes_to_json_and_back_and_is_no_part_of_whether_articles_are_equal():
    article = newsclean.clean(TEXT)
    data = json.loads(json.dumps(article.to_dict()))
    again = Article.from_dict(data)
    assert again.confidence == article.confidence
    assert Article.from_dict({**data, "confidence": None}) == article


@pytest.mark.parametrize("value", [-0.1, 1.1, "high"])
def test_other_values_are_refused(value):
    with pytest.raises(ValueError, match="confidence"):
        Article(confidence=value)


def test_the_table_never_falls():
    for promises, reached in json.loads(confidence.TABLE.read_text("utf-8")).values():
        assert promises == sorted(promises)
        assert reached == sorted(reached)
        assert 0 <= reached[0] <= reached[-1] <= 1
