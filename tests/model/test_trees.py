"""Trees of one depth: which leaf a line falls into, and what is told of the lines around it."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.model.trees import AROUND, Trees, odds, view

NAMES = ("chars", "depth")


def grown(column, border, leaf, bias=0.0):
    arrays = {"column": np.array(column), "border": np.array(border), "leaf": np.array(leaf), "bias": np.array(bias)}
    return Trees(arrays)


def test_each_answer_is_a_bit_of_the_leaf_s_number():
    trees = grown([0, 1], [0.5, 0.5], [[1.0, 2.0, 3.0, 4.0]])
    lines = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], np.float32)
    assert trees(lines).tolist() == [1.0, 2.0, 3.0, 4.0]


def test_trees_add_up():
    trees = grown([0, 1], [0.5, 0.5], [[1.0, 2.0], [10.0, 20.0]], bias=-0.5)
    assert trees(np.array([[1, 0], [0, 1]], np.float32)).tolist() == [11.5, 20.5]


def test_what_is_on_a_border_is_not_above_it():
    assert grown([0], [0.5], [[1.0, 2.0]])(np.array([[0.5]], np.float32)).tolist() == [1.0]


def test_no_value_is_above_infinity():
    assert grown([0], [np.inf], [[1.0, 2.0]])(np.array([[9e9]], np.float32)).tolist() == [1.0]


def test_the_lines_around_are_told_of_one_by_one_and_on_average():
    table = np.stack([np.arange(40), np.full(40, 7)], 1).astype(np.float32)
    found = view(table, NAMES)
    # Its own columns; of what is told of lines around it three before and three behind, and two means.
    assert found.shape == (40, 2 + 6 + 2)
    assert found[20, :8].tolist() == [20, 7, 19, 21, 18, 22, 17, 23]
    assert found[20, 8:].tolist() == pytest.approx([20, 20])
    assert set(NAMES) & AROUND == {"chars"}


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_lines(size):
    assert view(np.zeros((size, 2), np.float32), NAMES).shape == (size, 10)
    assert grown([0], [0.5], [[1.0, 2.0]])(np.zeros((size, 1), np.float32)).shape == (size,)


def test_a_long_page_is_judged_part_by_part():
    trees = grown(range(10), [0.5] * 10, [[*range(1024)]])
    table = np.random.default_rng(0).random((5000, 2), np.float32)
    assert odds(trees, table, NAMES).tolist() == trees(view(table, NAMES)).tolist()
