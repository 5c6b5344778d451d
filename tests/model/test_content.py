"""The content model: weights and code belong together, and any lines give scores."""

from __future__ import annotations

import json
from importlib import resources

import numpy as np
import pytest

from newsclean.cleaners.content import scores
from newsclean.markup import Markup
from newsclean.model import cohesion, features, spacing
from newsclean.model.net import ROLES, ContentModel, fitted, signature
from newsclean.text import read as read_text

WEIGHTS = resources.files("newsclean.model").joinpath("flat.npz")

#: A few phrases, so that a new one in the lexicon changes nothing here.
LEXICON = {
    "code": "en",
    "function_words": ["the", "of", "and", "to", "in", "a", "for", "was"],
    "clutter": {
        "share": {"whole": ["share on *", "tweet"], "words": ["share"]},
        "related": {"openings": ["read also"]},
        "legal": {"signs": ["all rights reserved"]},
        "newsletter": {"openings": ["sign up for *"]},
    },
    "bylines": {"openings": ["by"]},
    "dates": {"months": ["january", "june"], "weekdays": ["monday"]},
}
PAGE = (
    "Home",
    "News",
    "Sport",
    "Share on Facebook",
    "Harbour bridge opens after nine years of work",
    "By Ana Silva",
    "Monday 3 June 2019, 10:30",
    "The council of the harbour town opened the new bridge on Monday, and the first lorries went over it in the rain.",
    "It was built for 40 million crowns, which is a third more than the council had planned nine years ago.",
    "“We have waited for this day,” the mayor said in front of the harbour hall. She was the first to walk across.",
    "What it costs to cross",
    "Cyclists and people on foot cross the bridge for nothing. Lorries pay to the town, by weight and by the hour.",
    "Read also: Council sells the old ferry",
    "Sign up for our letter",
    "Ferry makes its last trip",
    "© 2019 The Harbour Post. All rights reserved.",
)
#: What the shipped weights made of the page when they were trained. New weights: run this test and copy the new scores.
SCORES = (
    0.0052,
    0.0005,
    0.0018,
    0.0012,
    0.2276,
    0.0235,
    0.2371,
    0.9977,
    0.9995,
    0.9991,
    0.983,
    0.9946,
    0.2012,
    0.0862,
    0.1226,
    0.0913,
)


@pytest.fixture(scope="module")
def model():
    with resources.as_file(WEIGHTS) as path:
        return ContentModel.load(path, features.Lexicon([LEXICON]))


def test_weights_and_features_belong_together(model):
    assert model.meta["signature"] == signature()
    recipe = json.loads(resources.files("newsclean.model").joinpath("flat.json").read_text("utf-8"))
    assert recipe["signature"] == signature()
    assert tuple(recipe["features"]) == features.NAMES + spacing.NAMES + cohesion.NAMES
    assert recipe["nets"] == model.meta["nets"]


def test_weights_of_other_features_are_refused(monkeypatch):
    monkeypatch.setattr(features, "VERSION", -1)
    with resources.as_file(WEIGHTS) as path, pytest.raises(ValueError, match="other features"):
        ContentModel.load(path, features.Lexicon([]))


def test_known_lines_get_the_scores_they_had(model):
    found = model.probabilities(PAGE)[:, 0]
    assert found == pytest.approx(SCORES, abs=1e-3), [round(float(score), 4) for score in found]


def test_paragraphs_are_body_and_buttons_are_not(model):
    found = dict(zip(PAGE, model.probabilities(PAGE)[:, 0], strict=True))
    assert min(score for line, score in found.items() if len(line) > 90) > 0.5
    assert max(found[line] for line in ("Home", "News", "Sport", "Share on Facebook", PAGE[-1])) < 0.5


def test_weights_are_small():
    with resources.as_file(WEIGHTS) as path:
        assert path.stat().st_size < 2_000_000


def test_no_lines_no_scores():
    assert scores(read_text("")) == []


@pytest.mark.parametrize("line", ["", "One line of text, and no more.", "…", "新华社巴黎三月五日电", "\ud800", "\x00"])
def test_one_line_gets_one_score(model, line):
    (found,) = model.probabilities([line])
    assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.parametrize("number", [1, 2, 3, 17, 300])
def test_shape(model, number):
    lines = [PAGE[n % len(PAGE)] for n in range(number)]
    words, table = features.compute(lines, model.lexicon)
    assert table.shape == (number, len(features.NAMES))
    assert table.dtype == np.float32
    assert words.sizes.shape == (number,)
    assert model.probabilities(lines).shape == (number, len(ROLES))


@pytest.mark.parametrize(
    "lines",
    [
        ["", "", ""],
        ["\ud800\udfff", "a\ud800", "\udc00b"],
        ["\x00", "a\x00b", "\x00\x01\x02\x1f"],
        ["\u202e\u2066abc\u202c", "\ufeff", "\u200b\u200d", "\ufffd\ufffc"],
        ["e\u0301" * 50, "e" + "\u0301" * 5000, "\u0301"],
        ["😀😀", "𝔸𝔹ℂ", "\U0010ffff", "👨‍👩‍👧"],
        ["ﬁŉİıẞß", "①½Ⅷ٣３", "กรุงเทพ", "서울", "مرحبا.", "שלום"],
        ["x" * 100_000, "y"],
        ["1" * 5000, "2.2.2.2", "10:30 11:45"],
    ],
)
def test_strange_characters_get_scores(model, lines):
    found = model.probabilities(lines)
    assert len(found) == len(lines)
    assert ((found >= 0) & (found <= 1)).all()


def test_a_composed_and_a_decomposed_letter_are_the_same(model):
    composed = [line.replace("a", "á") for line in PAGE]
    decomposed = [line.replace("a", "a\u0301") for line in PAGE]
    assert model.probabilities(decomposed) == pytest.approx(model.probabilities(composed), abs=1e-6)


def test_the_same_lines_get_the_same_scores(model):
    assert (model.probabilities(PAGE) == model.probabilities(PAGE)).all()


def test_markdown_cues_count(model):
    linked = [Markup(link=1.0, item=True) if len(line) < 40 else Markup() for line in PAGE]
    assert (model.probabilities(PAGE, linked) != model.probabilities(PAGE)).any()


def test_blank_lines_and_indents_count():
    apart, together = (scores(read_text(mark.join(PAGE))) for mark in ("\n\n", "\n"))
    assert len(apart) == len(together) == len(PAGE)
    assert apart != together


def test_where_a_model_is_unsure_of_a_whole_page_less_is_needed():
    sizes = np.full(4, 20)
    sure, unsure = (
        fitted(np.array(rows)[:, None], sizes)[:, 0] for rows in ([0.99, 0.98, 0.4, 0.01], [0.45, 0.4, 0.05, 0.01])
    )
    assert (sure >= 0.5).tolist() == [True, True, False, False]
    assert (unsure >= 0.5).tolist() == [True, True, False, False]
    assert (np.diff(sure) < 0).all()


@pytest.mark.parametrize("scores", [[], [0.0], [1.0], [0.0, 1.0], [0.0, 0.0]])
def test_certain_scores_stay(scores):
    found = fitted(np.array(scores, np.float32).reshape(-1, 1), np.full(len(scores), 3))
    assert found[:, 0] == pytest.approx(scores, abs=1e-3)


def test_a_link_is_less_likely_body_than_the_same_words_without_one(model):
    free, linked = [Markup()] * len(PAGE), [Markup()] * len(PAGE)
    linked[10] = Markup(link=1.0)
    assert model.probabilities(PAGE, linked)[10, 0] < model.probabilities(PAGE, free)[10, 0]


def test_no_markup_at_all_is_plain_text(model):
    assert (model.probabilities(PAGE, [Markup()] * len(PAGE)) == model.probabilities(PAGE)).all()


def test_words_of_scripts_without_spaces_count_one_by_one():
    words = features.words(["新华社 Paris 12", "a b", ""])
    assert words.sizes.tolist() == [5, 2, 0]


def test_a_phrase_is_found_whole_and_at_the_start():
    lexicon = features.Lexicon([LEXICON])
    found = lexicon.match(features.words(["Tweet", "Read also: the council", "A tweet of the mayor"]))
    column = lexicon.columns.index
    assert found[0, column("whole.share")] == 1
    assert found[1, column("open.related")] == 1
    assert 0 < found[2, column("whole.share")] < 1


@pytest.mark.parametrize("rows", [0, 1, 63, 64, 65, 200])
@pytest.mark.parametrize("width", [1, 64])
def test_products_in_pieces_are_products(rows, width):
    from newsclean.model import products

    rng = np.random.default_rng(rows)
    x, w = rng.standard_normal((rows, 64), np.float32), rng.standard_normal((64, width), np.float32)
    np.testing.assert_allclose(products.product(x, w), x @ w, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(products.product(x[:, ::2], w[::2]), x[:, ::2] @ w[::2], rtol=1e-4, atol=1e-4)
    found = np.ones((rows, width), np.float32)
    products.add_product(found, x, w)
    assert (found == 1 + products.product(x, w)).all()


@pytest.mark.parametrize("rows", [1, 2047, 2048, 2049, 9000])
def test_products_of_a_row_and_a_table_in_pieces_are_products(rows):
    from newsclean.model import products

    rng = np.random.default_rng(rows)
    table = rng.standard_normal((rows, 128), np.float32)
    weights, row = rng.standard_normal(rows, np.float32), rng.standard_normal(128, np.float32)
    np.testing.assert_allclose(products.weighed(weights, table), weights @ table, rtol=1e-3, atol=1e-3)
    np.testing.assert_allclose(products.along(table, row), table @ row, rtol=1e-4, atol=1e-4)
