"""What kind of a paragraph each is."""

from __future__ import annotations

import io
import textwrap

import pytest
from generators import PROSE

import newsclean
from newsclean import text
from newsclean.formats import write

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


def test_a_dash_alone_opens_speech_and_no_list():
    said = "– Nobody asked us before they closed the bridge, said the owner of the mill."
    assert kinds(said)[said] == "paragraph"
    assert kinds("– nails, two pounds")["– nails, two pounds"] == "list_item"
    assert set(kinds("– Bring a coat.", "– Wear good shoes.").values()) >= {"list_item"}


@pytest.mark.parametrize("bullet", "•●○*-–+")
def test_every_bullet_is_one_wherever_it_matters(bullet):
    """Where lines are joined, where they are labelled and where they are written down."""
    items = [f"{bullet} the council opens bridge number {n} in the first week of June." for n in range(4)]
    wrapped = textwrap.fill(f"{FIRST} {SECOND} {THIRD}", 66)
    read = text.read("\n".join((wrapped, *items)))
    assert [read.text(block) for block in read.blocks][1:] == items
    article = newsclean.clean("\n\n".join((STORY["title"], FIRST, "\n".join(items), SECOND, THIRD)))
    assert [p.text for p in article.paragraphs if p.kind == "list_item"] == items
    markdown = io.StringIO()
    write([article], markdown, "markdown")
    assert markdown.getvalue().count("\n- the council opens bridge") == len(items)
