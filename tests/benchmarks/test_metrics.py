"""The metrics that quality is measured with."""

from __future__ import annotations

import pytest

from benchmarks import metrics


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Bridge, open!", ["the", "bridge", "open"]),
        ("snake_case 12.5", ["snake_case", "12", "5"]),
        ("新华社 Paris", ["新", "华", "社", "paris"]),
        ("กข ab", ["ก", "ข", "ab"]),
        ("ﬁne ＡＢ", ["fine", "ab"]),
        ("", []),
        ("…", []),
    ],
)
def test_tokens(text, words):
    assert metrics.tokens(text) == words


def test_runs_are_of_four_words():
    assert list(metrics.runs(list("abcde"))) == [tuple("abcd"), tuple("bcde")]
    assert list(metrics.runs(list("ab"))) == [("a", "b")]
    assert not metrics.runs([])


def test_the_same_is_exact():
    counts = metrics.compare("One two three four, five.", "one two three four five")
    assert counts == (2, 0, 0)
    assert (counts.precision, counts.recall, counts.exact) == (1, 1, True)


def test_too_much_costs_precision_and_too_little_recall():
    more = metrics.compare("a b c d e f g h", "a b c d e")
    assert more == (2, 3, 0)
    assert (more.precision, more.recall) == (2 / 5, 1)
    less = metrics.compare("a b c d e", "a b c d e f g h")
    assert (less.precision, less.recall) == (1, 2 / 5)


def test_a_run_counts_as_often_as_it_is_in_both():
    assert metrics.compare("a b c d a b c d", "a b c d") == (1, 4, 0)


@pytest.mark.parametrize(
    ("ours", "gold", "precision", "recall"), [("", "", 1, 1), ("", "a b c d", 0, 0), ("a b c d", "", 0, 1)]
)
def test_nothing(ours, gold, precision, recall):
    counts = metrics.compare(ours, gold)
    assert (counts.precision, counts.recall) == (precision, recall)


def test_f1_is_that_of_the_averages():
    score = metrics.summarise([metrics.Counts(1, 0, 1), metrics.Counts(1, 1, 0)])
    assert score == (0.75, 0.75, 0.75, 0, 2)
    assert metrics.summarise([]).pages == 0


def test_words_kept():
    assert metrics.words_kept(["a", "b"], ["a", "b", "b", "c"]) == 0.5
    assert metrics.words_kept([], []) == 1


def test_titles_are_equal_but_for_case_and_signs():
    assert metrics.same_title("Bridge: open!", "bridge – open") == 1
    assert metrics.same_title("Bridge", "Bridges") == 0
    assert metrics.same_title(None, None) == 1


def test_authors():
    assert metrics.authors_f1([], []) == 1
    assert metrics.authors_f1(["Ana Silva"], []) == 0
    assert metrics.authors_f1(["ana silva", "Ben Ode"], ["Ana Silva"]) == pytest.approx(2 / 3)


def test_days():
    assert metrics.same_day("2024-01-31", "2024-01-31 10:30:00+02:00") == 1
    assert metrics.same_day("2024-01-31", "2024-01-30") == 0
    assert metrics.same_day(None, None) == 0
