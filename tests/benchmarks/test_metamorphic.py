"""What articles lose, counted on a page made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean
from benchmarks import metamorphic
from benchmarks.layouts import LAYOUTS
from benchmarks.pages import Page

PARAGRAPHS = tuple(
    f"The council of Wexley met on day {n} of the flood and sold ferry {n} to its crew. Nobody bid more, it said."
    for n in range(9)
)
PAGE = Page("folder", "page", Path(), title="Ferry sold to its crew", paragraphs=PARAGRAPHS)


def shown(shape):
    gold = metamorphic._Gold(PAGE.title, list(PARAGRAPHS), ["Share on Facebook"])
    return list(metamorphic.SHAPES[shape](gold))


@pytest.mark.parametrize("shape", metamorphic.SHAPES)
def test_each_shape_has_the_article(shape):
    for text in shown(shape):
        bare = " ".join(text.replace("\u00ad", "").split())
        found = [paragraph in bare for paragraph in PARAGRAPHS]
        assert all(found) or (any(found) and shape in {"cut off", "three paragraphs, one line"})


def test_each_layout_has_the_article_and_loses_none_of_it():
    for layout in LAYOUTS.values():
        page = layout.page(PAGE.title, PARAGRAPHS)
        assert all(page.count(paragraph) == 1 for paragraph in PARAGRAPHS)
    assert {lost.shape: lost.lost for lost in metamorphic.judge((PAGE, None, True))} == dict.fromkeys(LAYOUTS, 0)


def test_lines_of_clutter_stand_between_paragraphs():
    for text in shown("one line between"):
        lines = text.split("\n\n")
        at = lines.index("Share on Facebook")
        assert lines[at - 1] in PARAGRAPHS
        assert lines[at + 1] in PARAGRAPHS


def test_what_is_lost_and_what_is_elsewhere_is_counted(monkeypatch):
    def cleaned(text, **_):
        parts = text.split("\n\n")
        kept = [newsclean.Paragraph(part, "paragraph", 0, 1) for part in parts if PARAGRAPHS[3] not in part]
        kept = [p for p in kept if p.text != PARAGRAPHS[1]]
        return newsclean.Article(paragraphs=kept, deck=PARAGRAPHS[1], source=text)

    monkeypatch.setattr(metamorphic.newsclean, "clean", cleaned)
    monkeypatch.setattr(metamorphic, "body_of", lambda article: article.text)
    alone = next(lost for lost in metamorphic.judge((PAGE, None, False)) if lost.shape == "gold alone")
    assert alone.lost > 0
    assert alone.outside > 0
    assert "ferry" in alone.words or "council" in alone.words


def test_the_table_sums_up():
    found = [metamorphic.Lost("gold alone", "a", 100, 1, 2, ""), metamorphic.Lost("NFD", "a", 100, 0, 0, "")]
    rows = {shape: row for shape, *row in metamorphic.table(found)}
    assert rows["gold alone"] == [1, 100, 200, 1]
    assert rows["all"] == [2, 50, 100, 0.5]
