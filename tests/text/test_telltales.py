"""Pairs of characters that speak for wrong decoding, looked for in long texts."""

from __future__ import annotations

import tracemalloc

import pytest

from newsclean.text import telltales

PLAIN = "The council met on Monday. "


@pytest.mark.parametrize("before", [0, 1, 62, 63, 64, 65, 127, 128])
def test_a_pair_is_found_wherever_pieces_end(monkeypatch, before):
    monkeypatch.setattr(telltales, "_AT_ONCE", 64)
    text = "a" * before + "Ã¤ and é" + "a" * 200
    assert telltales.look(text) == ([before], {"Ã", "¤", "é"})


def test_a_pair_is_found_once(monkeypatch):
    monkeypatch.setattr(telltales, "_AT_ONCE", 4)
    assert telltales.look("Ã¤Ã¤Ã¤Ã¤")[0] == [0, 1, 2, 3, 4, 5, 6]


def test_nothing_is_nothing():
    assert telltales.look("") == ([], set())
    assert telltales.look(PLAIN * 9) == ([], set())


def test_long_texts_take_little_room():
    text = PLAIN * 40_000 + "é"
    telltales.look("é")
    tracemalloc.start()
    telltales.look(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < len(text)
