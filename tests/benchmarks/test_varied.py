"""Articles as people hand them on: what each of their characters is is known, and they are always the same."""

from __future__ import annotations

from pathlib import Path

import attrs
import numpy as np
import pytest

from benchmarks.pages import Page
from benchmarks.training.varied import AROUND, BODY, make

PARAGRAPHS = tuple(
    f"The council of Wexley met on day {n} of the flood, and sold ferry {n} to its crew. Nobody bid more, it said."
    for n in range(12)
)
PAGE = Page("folder", "page", Path(), title="Ferry sold", authors=("Ana Silva",), published="2024-05-01")
AROUND_IT = ("* Sport", "Share on Facebook", "Subscribe to our newsletter", "Most read")
TOLD = {"caption": ("A crane above the quay.", "The old crew on deck"), "tags": ("Ferries", "Wexley")}
NUMBERS = range(60)


def made(number, page=PAGE):
    return make(page, PARAGRAPHS, AROUND_IT, TOLD, number)


@pytest.mark.parametrize("number", NUMBERS)
def test_each_character_has_a_label(number):
    text, labels, *_ = made(number)
    assert len(text) == len(labels)
    assert text.strip()


def test_a_number_always_gives_the_same():
    for number in NUMBERS:
        first, second = made(number), made(number)
        assert first.text == second.text
        assert np.array_equal(first.labels, second.labels)
    assert len({made(number).text for number in NUMBERS}) > len(NUMBERS) / 2


def test_the_body_is_the_articles_and_the_clutter_is_not():
    told = " ".join(PARAGRAPHS).casefold()
    for number in NUMBERS:
        text, labels, *_ = made(number)
        lines = "".join(c if one == AROUND else "\n" for c, one in zip(text, labels.tolist(), strict=True)).split("\n")
        assert not any(line.strip().casefold() in told for line in lines if len(line.split()) > 2)
        assert BODY in labels


def test_a_title_is_neither_body_nor_around_it_and_may_be_missing():
    found = dict.fromkeys((False, True), 0)
    for number in NUMBERS:
        text, labels, titled, _ = made(number)
        found[titled] += 1
        if titled:
            at = text.casefold().index("ferry sold")
            assert {BODY, AROUND}.isdisjoint(labels[at : at + len("ferry sold")].tolist())
    assert all(found.values())
    assert not any(made(number, attrs.evolve(PAGE, title=None)).titled for number in NUMBERS)


def test_there_are_tables_lists_wrapped_lines_and_broken_ends():
    texts = [made(number).text for number in range(300)]
    assert any("\t" in text or "   " in text for text in texts)
    assert any("\n- " in text or "\n• " in text for text in texts)
    assert any(max(map(len, text.split("\n"))) <= 85 for text in texts if len(text) > 1000)
    assert any(not text.rstrip().endswith(".") for text in texts)
