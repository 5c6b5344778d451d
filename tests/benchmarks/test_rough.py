"""Texts that training joins and breaks keep their words."""

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
