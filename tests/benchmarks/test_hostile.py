"""The benchmarks of hostile texts measure what they say."""

from __future__ import annotations

import sys

import pytest

from benchmarks import hostile, memory

SHAPES = hostile.SHAPES | hostile.HTML_SHAPES


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_grows_with_its_size(name):
    # Pages have something around what hurts, and some shapes a beginning of thousands of tags.
    small, large = len(SHAPES[name](20_000)), len(SHAPES[name](60_000))
    assert 30_000 < large - small < 60_000


def test_the_exponent_is_that_of_the_times():
    assert hostile._slope([(size / 1000) ** 2 for size in hostile.SIZES]) == pytest.approx(2)
    assert hostile._ratio([1.0, 300.0]) == pytest.approx(3)


def test_what_is_over_the_limit_is_measured_again(monkeypatch):
    times = iter([1.0, 900.0, 1.0, 150.0])
    monkeypatch.setattr(hostile, "_least", lambda *_: next(times))
    assert hostile.per_kilobyte("quotes") == (pytest.approx(1.5), [1.0, 150.0])


def test_a_shape_that_grows_too_fast_is_an_error(monkeypatch, capsys):
    monkeypatch.setattr(hostile, "SIZES", (1000, 2000))
    monkeypatch.setattr(hostile, "LIMIT", -9.0)
    monkeypatch.setattr(sys, "argv", ["hostile", "quotes"])
    assert hostile.main() == 1
    assert "over" in capsys.readouterr().out


def test_memory_is_told_for_each_megabyte():
    assert 0 <= memory.taken("paragraphs", 0.05) < 1000
