"""What the content model is told of blank lines, indents and wide spaces."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.model import features, spacing
from newsclean.text import read as read_text

NO_WORDS = features.Lexicon([{"code": "en"}])


def columns(text):
    document = read_text(text)
    words, table = features.compute([document.text(block) for block in document.blocks], NO_WORDS)
    found = spacing.columns(spacing.facts(document.source, document.spans), words, table)
    return {name: found[:, n].tolist() for n, name in enumerate(spacing.NAMES)}


def test_blank_lines_indents_and_wide_spaces():
    document = read_text("Home   News\n\n\n  * Sport\n    Culture")
    facts = spacing.facts(document.source, document.spans)
    assert facts.tolist() == [[0, 0, 1], [2, 2, 0], [0, 4, 0]]


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r"])
def test_any_line_break_counts(mark):
    text = mark.join(("Home", "", "  Sport", " " * 90 + "Culture", "Weather"))
    document = read_text(text)
    assert spacing.facts(document.source, document.spans).tolist() == [[0, 0, 0], [1, 2, 0], [0, 32, 0], [0, 0, 0]]


def test_lines_between_blank_lines_are_a_group():
    found = columns("Home\nNews\nSport\n\nThe ferry sails again.\n\nIt last sailed in May.")
    assert np.expm1(4 * np.array(found["group_lines"])) == pytest.approx([3, 3, 3, 1, 1], rel=1e-4)
    assert np.expm1(4 * np.array(found["group_above"])) == pytest.approx([0, 1, 2, 0, 0], abs=1e-4)
    assert found["gap"] == [0, 0, 0, 0.5, 0.5]
    assert found["gap_after"] == [0, 0, 0.5, 0.5, 0]


def test_a_text_without_blank_lines_and_indents_tells_nothing():
    assert not any(map(any, columns("Home\nNews\nSport\nThe ferry sails again.").values()))


def test_no_lines_no_rows():
    assert spacing.columns(np.zeros((0, 3), np.int64), features.words([]), np.zeros((0, 1))).shape == (
        0,
        len(spacing.NAMES),
    )
