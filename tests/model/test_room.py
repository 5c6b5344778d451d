"""Long texts are looked at part by part: the parts tell the same as the whole, and take little room."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from newsclean import model
from newsclean.model import cohesion, features, surface, tokens

SENTENCES = (
    "In year {} the council met on Monday and decided, after a long debate, to open the bridge in June.",
    "Read also: Ferry {} sold to its crew",
    "…",
    "In Jahr {} hat der Rat nach langer Debatte entschieden, die Brücke im Juni für alle zu öffnen.",
    "港の委員会は火曜日の夜、古い魚市場を六月に再開すると決めた。",
    "Advertisement",
)


def lines(count: int) -> list[str]:
    return [SENTENCES[n % len(SENTENCES)].format(n) for n in range(count)]


def told(texts: list[str]) -> list[np.ndarray]:
    """All that is told of lines by looking at their words."""
    flat = model.load(paged=False)
    words, table = features.compute(texts, flat.lexicon)
    scores = [score(words, ()) for score in flat._linear]
    return [table, features.sketch(words), cohesion.columns(words, table), *scores]


@pytest.mark.parametrize("at_once", [64, 500])
def test_parts_tell_the_same_as_the_whole(monkeypatch, at_once):
    whole = told(lines(200))
    monkeypatch.setattr(tokens, "AT_ONCE", at_once)
    monkeypatch.setattr(surface, "AT_ONCE", at_once)
    for expected, found in zip(whole, told(lines(200)), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-6)


def test_parts_are_all_lines_and_words(monkeypatch):
    monkeypatch.setattr(tokens, "AT_ONCE", 64)
    words = tokens.words(["", *lines(50), "", "of " * 500])
    parts = list(words.parts())
    assert len(parts) > 3
    assert [n for at, _, _ in parts for n in range(at.start, at.stop)] == list(range(len(words.sizes)))
    assert np.concatenate([part.hash for *_, part in parts]).tolist() == words.hash.tolist()
    for at, of, part in parts:
        first, runs = tokens.grams(part, 3)
        within = [(n, run) for n, run in zip(*tokens.grams(words, 3), strict=True) if of.start <= n < of.stop]
        assert list(zip(first + of.start, runs, strict=True)) == within
        assert part.sizes.tolist() == words.sizes[at].tolist()


@pytest.mark.parametrize("words", [0, 20])
def test_lines_without_words_are_in_some_part(words):
    texts = ["of"] * words + ["…"] * (tokens.AT_ONCE // 4)
    parts = list(tokens.words(texts).parts())
    assert len(parts) > 1
    assert [len(part.sizes) for *_, part in parts] == [at.stop - at.start for at, *_ in parts]


def test_no_line_is_no_part():
    assert list(tokens.words([]).parts()) == []


def test_judging_takes_few_bytes_for_each_character():
    flat = model.load(paged=False)
    texts = [f"In year {n} " + SENTENCES[0] * 2 for n in range(2000)]
    # Tables of powers are kept.
    flat.judge(texts)
    tracemalloc.start()
    flat.judge(texts)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 35 * sum(map(len, texts)), peak / sum(map(len, texts))
