"""Texts that training joins, breaks, thins and strews keep their articles."""

from __future__ import annotations

import pytest
from generators import PROSE

from benchmarks import metrics

rough = pytest.importorskip("benchmarks.training.rough")

TEXTS = [
    "\n\n".join(("Home\nNews\n  * Sport", story["title"], *story["paragraphs"]))
    for stories in PROSE.values()
    for story in stories
]


@pytest.mark.parametrize("form", rough.ROUGH)
def test_no_word_is_lost_or_cut(form):
    for text in TEXTS:
        assert metrics.tokens(rough.ROUGH[form](text)) == metrics.tokens(text)


def test_lines_without_a_blank_line_between_them_are_joined():
    assert rough.joined("Home\nNews\n\nThe ferry sails again.") == "Home News\nThe ferry sails again."


def test_long_lines_are_broken():
    assert max(len(rough.broken(text).split("\n")) - len(text.split("\n")) for text in TEXTS) > 0
    assert rough.broken("Home\nNews") == "Home\nNews"


def test_most_clutter_goes_and_the_article_stays():
    menu, tail = [f"Item {n}" for n in range(200)], [f"Link {n}" for n in range(200)]
    story = PROSE["en"][0]["paragraphs"]
    lines = [*menu, *story, *tail]
    left = list(rough.thinned(lines, [line in story for line in lines]))
    assert [lines[n] for n in left if lines[n] in story] == list(story)
    assert 0 < len(left) - len(story) < (len(menu) + len(tail)) / 4


def test_clutter_stands_in_the_midst_of_the_article():
    story = PROSE["en"][0]["paragraphs"]
    lines = [*(f"Item {n}" for n in range(20)), *story, *(f"Link {n}" for n in range(40))]
    order = rough.strewn(lines, [line in story for line in lines])
    texts = [lines[n] for n in order]
    assert len(set(order)) == len(order)
    assert [text for text in texts if text in story] == list(story)
    first, last = texts.index(story[0]), texts.index(story[-1])
    assert any(text.startswith("Link") for text in texts[first:last])


def test_of_a_page_without_an_article_nothing_is_left():
    assert list(rough.thinned(["Home", "News"], [False, False])) == []
