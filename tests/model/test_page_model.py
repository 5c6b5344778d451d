"""The content model for HTML: weights and code belong together, and where a block stands counts."""

from __future__ import annotations

import json
from importlib import resources

import numpy as np
import pytest

from newsclean.cleaners.content import scores
from newsclean.html import read
from newsclean.markup import Markup, Tag
from newsclean.model import cohesion, elements, features, spacing, trees
from newsclean.model.net import ContentModel, signature
from newsclean.model.places import Places

WEIGHTS = resources.files("newsclean.model").joinpath("page.npz")
PAGE = """<html><body>
<nav class="menu"><ul><li><a>Home</a></li><li><a>News</a></li></ul></nav>
<article class="story"><h1>Harbour bridge opens after nine years of work</h1>
<div class="story-body">
<p>The council of the harbour town opened the new bridge on Monday, and the first lorries went over it in the rain.</p>
<p>It was built for 40 million crowns, which is a third more than the council had planned nine years ago.</p>
<h2>What it costs to cross</h2>
<p>Cyclists and people on foot cross the bridge for nothing. Lorries pay to the town, by weight and by the hour.</p>
</div>
<aside class="related"><h3>Read also</h3><a>Council sells the old ferry to a museum</a></aside></article>
<footer><p>© 2019 The Harbour Post. All rights reserved.</p></footer>"""
#: What the shipped weights made of the page when they were trained. New weights: run this test and copy the new scores.
SCORES = (0.0011, 0.001, 0.0689, 0.9996, 0.9951, 0.9482, 0.9939, 0.1066, 0.0285, 0.0284)


@pytest.fixture(scope="module")
def model():
    with resources.as_file(WEIGHTS) as path:
        return ContentModel.load(path, features.Lexicon([]))


def lines_of(html):
    document = read(html)
    lines = [document.text(block) for block in document.blocks]
    return lines, [block.markup for block in document.blocks], spacing.facts(document.source, document.spans)


def test_weights_and_features_belong_together(model):
    assert model.paged
    assert model.meta["signature"] == signature(paged=True) != signature()
    recipe = json.loads(resources.files("newsclean.model").joinpath("page.json").read_text("utf-8"))
    assert recipe["signature"] == signature(paged=True)
    assert tuple(recipe["features"]) == features.NAMES + spacing.NAMES + cohesion.NAMES + elements.NAMES
    assert recipe["nets"] == model.meta["nets"]


@pytest.mark.parametrize("module", [features, spacing, cohesion, elements, trees])
def test_weights_of_other_features_are_refused(monkeypatch, module):
    monkeypatch.setattr(module, "VERSION", -1)
    with resources.as_file(WEIGHTS) as path, pytest.raises(ValueError, match="other features"):
        ContentModel.load(path, features.Lexicon([]))


def test_a_known_page_gets_the_scores_it_had(model):
    found = model.probabilities(*lines_of(PAGE))[:, 0]
    assert found == pytest.approx(SCORES, abs=1e-3), [round(float(score), 4) for score in found]


def test_paragraphs_are_body_and_menus_are_not():
    lines, *_ = lines_of(PAGE)
    found = {line: score.body for line, score in zip(lines, scores(read(PAGE)), strict=True)}
    assert min(score for line, score in found.items() if len(line) > 90) > 0.5
    assert max(found[line] for line in ("Home", "News", "Read also", lines[-1])) < 0.5


def test_weights_are_small():
    with resources.as_file(WEIGHTS) as path:
        assert path.stat().st_size < 2_000_000


def test_columns_have_their_names():
    lines, markup, _ = lines_of(PAGE)
    words, table = features.compute(lines, features.Lexicon([]))
    columns, groups = elements.compute(markup, words, table)
    assert columns.shape == (len(lines), len(elements.NAMES))
    assert columns.dtype == np.float32
    column = dict(zip(elements.NAMES, columns.T, strict=True))
    at = lines.index("Home")
    assert (column["link"][at], column["own.li"][at], column["in.nav"][at], column["near.navigation"][at]) == (
        1,
        1,
        1,
        1,
    )
    assert column["own.h2"].sum() == 1
    assert column["in.article"].sum() == 7
    # The two menu items are alike, though each is an element of its own.
    assert groups[0][0] != groups[0][1]
    assert groups[1][0] == groups[1][1]


def test_what_stands_in_an_element_counts_for_those_around_it():
    outer = Tag("div", "", None, 0, 0, 2)
    inner = Tag("p", "", outer, 1, 1, 0)
    found = Places([outer, inner, inner])
    assert found.sums(np.array([[1.0], [2.0], [4.0]])).tolist() == [[7.0], [6.0]]


def test_a_block_without_markup_stands_nowhere(model):
    tag = Tag("p", "text", None, 0, 0, 0)
    assert model.probabilities(["One line.", "Another."], [Markup(tag=tag), None]).shape == (2, 1)


def test_names_of_elements_are_hashed_by_their_distance():
    inner = Tag("p", "a", Tag("div", "b", None, 0, 0, 1), 1, 1, 0)
    outer = Tag("p", "b", Tag("div", "a", None, 0, 0, 1), 1, 1, 0)
    near, far = (set(elements.name_ids([Markup(tag=tag)], 14)[1].tolist()) for tag in (inner, outer))
    assert near != far
    assert elements.name_ids([None], 14)[0].size == 0
