"""What kind of a paragraph each is."""

from __future__ import annotations

from generators import PROSE

import newsclean

STORY = PROSE["en"][0]
FIRST, SECOND, THIRD = STORY["paragraphs"][:3]


def kinds(*lines):
    article = newsclean.clean("\n\n".join((STORY["title"], FIRST, "\n".join(lines), SECOND, THIRD)))
    return {p.text: p.kind for p in article.paragraphs}


def test_numbered_lines_in_a_row_are_items_of_a_list():
    steps = ("1. take the old stones away;", "2. dig down to the rock;", "3. lay the largest stones first.")
    assert {kinds(*steps)[step] for step in steps} == {"list_item"}


def test_a_number_before_a_heading_makes_no_list():
    assert kinds("1. What the traders want")["1. What the traders want"] == "heading"
