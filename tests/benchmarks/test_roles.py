"""Which lines training takes for title, byline and date."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.pages import Page

roles = pytest.importorskip("benchmarks.training.roles")

LINES = [
    "Home",
    "Bridge opens",
    "By Ana Silva",
    "1 May 2024, 10:30",
    "The council of the harbour town opened the new bridge on Monday, said Ana Silva on 1 May 2024 in the rain.",
    "Ana Silva is a reporter.",
]
LABELS = np.tile(np.array([0, 0, 0, 0, 1, 0], np.float32), (6, 1))


def page(**known):
    return Page("folder", "id", None, **known)


def test_title_byline_and_date_are_found_outside_the_body():
    known = page(title="BRIDGE OPENS", authors=("Ana Silva",), published="2024-05-01T10:30:00")
    assert roles.find(known, LINES, LABELS).tolist() == [[0, 1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 1], [0, 0, 0, 1, 0, 0]]


def test_what_is_not_known_or_not_shown_is_left_open():
    found = roles.find(page(title="Something else", published="2023-01-01"), LINES, LABELS)
    assert (found == -1).all()


def test_without_a_body_only_the_title_is_sure():
    known = page(title="Bridge opens", authors=("Ana Silva",), published="2024-05-01")
    found = roles.find(known, LINES, np.full_like(LABELS, -1))
    assert found[0].tolist() == [0, 1, 0, 0, 0, 0]
    assert (found[1:] == -1).all()
