"""Articles in layouts of HTML: every paragraph is on the page, and a number always gives the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pages import Page
from benchmarks.training import laid
from newsclean.html import read

PARAGRAPHS = tuple(
    f'The council of Wexley met on day {n} of the flood, and sold ferry {n} to its crew; "nobody" bid < {n}.'
    for n in range(12)
)
PAGE = Page("folder", "page", Path(), title="Ferry sold & gone", paragraphs=PARAGRAPHS)
AROUND_IT = ("Sport", "Share on Facebook", "Subscribe to our newsletter", "Most read <now>")


@pytest.mark.parametrize("number", range(60))
def test_the_articles_paragraphs_are_on_the_page(number):
    html = laid.make(PAGE, AROUND_IT, number)
    assert html == laid.make(PAGE, AROUND_IT, number)
    document = read(html)
    lines = [document.text(block) for block in document.blocks]
    told = [n for n, paragraph in enumerate(PARAGRAPHS) if paragraph in lines]
    # Some are cut off, as in the texts that people hand on; those that are there stand in their order.
    assert told
    assert [line for line in lines if line in PARAGRAPHS] == [PARAGRAPHS[n] for n in told]
    assert told == list(range(told[0], told[-1] + 1))


def test_layouts_vary():
    assert len({laid.make(PAGE, (), number).partition("<p>")[0] for number in range(60)}) > 20
