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


#: What the page's HTML says of its lines.
TOLD = roles.Told({"ana silva is a reporter": "caption", "home": "section"}, {})
OTHERS = len(roles.LEARNED) - 3


def page(**known):
    return Page("folder", "id", None, **known)


def test_title_byline_and_date_are_found_outside_the_body():
    known = page(title="BRIDGE OPENS", authors=("Ana Silva",), published="2024-05-01T10:30:00")
    assert roles.find(known, LINES, LABELS, roles.Told({}, {})).tolist() == [
        [0, 1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 1], [0, 0, 0, 1, 0, 0], *OTHERS * [[-1] * 6]
    ]  # fmt: skip


def test_what_is_not_known_or_not_shown_is_left_open():
    found = roles.find(page(title="Something else", published="2023-01-01"), LINES, LABELS, roles.Told({}, {}))
    assert (found == -1).all()


def test_without_a_body_only_the_title_is_sure():
    known = page(title="Bridge opens", authors=("Ana Silva",), published="2024-05-01")
    found = roles.find(known, LINES, np.full_like(LABELS, -1), TOLD)
    assert found[0].tolist() == [0, 1, 0, 0, 0, 0]
    assert (found[1:] == -1).all()


def test_the_pages_html_tells_what_captions_and_sections_are():
    found = dict(zip(roles.LEARNED, roles.find(page(), LINES, LABELS, TOLD).tolist(), strict=True))
    assert found["caption"] == [0, 0, 0, 0, 0, 1]
    assert found["section"] == [1, 0, 0, 0, 0, 0]
    assert found["deck"] == [-1] * 6


def test_a_page_in_html_tells_the_roles_of_its_lines():
    html = (
        "<article><h1>Ferry sold</h1>"
        + "".join(f"<p>On day {n} the council sold ferry {n} to its crew, and nobody bid more.</p>" for n in range(5))
        + "<figure><img src='a.jpg'><figcaption>A crane above the quay. Photo: Ana Silva</figcaption></figure>"
        + "<p>The crew went to sea again on the next day.</p></article>"
    )
    told = roles.told(html)
    assert told.roles["a crane above the quay photo ana silva"] == "caption"
    assert told.lines["title"] == ["Ferry sold"]
