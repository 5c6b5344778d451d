"""Which pages are of one story."""

import numpy as np
import pytest

from newsclean.sites.counts import Counts
from newsclean.sites.story import LINES, Story


def _page(number, keys):
    """A page of which all lines are taken for body, each of 20 words."""
    lines = np.zeros(len(keys), LINES)
    lines["line"], lines["body"], lines["size"] = keys, True, 20
    return Story(number, "", lines)


def _own(number, size):
    return list(range(1000 * number, 1000 * number + size))


@pytest.mark.parametrize("pages", [3, 5, 20, 60])
@pytest.mark.parametrize("rate", [0.3, 0.6, 0.9, 1.0])
def test_pages_that_have_more_furniture_than_article_are_as_many_stories(pages, rate):
    chance = np.random.default_rng(1)
    furniture = np.arange(1, 33)
    made = [_page(n, [*furniture[chance.random(32) < rate], *_own(n, 4)]) for n in range(1, pages + 1)]
    assert Counts(made).number == pages


@pytest.mark.parametrize("pages", [2, 5, 20])
def test_one_article_crawled_again_and_again_is_one_story(pages):
    again = [_page(n, [*range(1, 13), *_own(n, 1)]) for n in range(1, pages + 1)]
    assert Counts(again).number == 1
    others = [_page(n, _own(n, 12)) for n in range(pages + 1, pages + 9)]
    assert Counts([*again, *others]).number == 9


def test_an_article_and_one_that_goes_on_are_one_story():
    short, long = _page(1, range(1, 13)), _page(2, range(1, 19))
    others = [_page(n, _own(n, 12)) for n in range(3, 9)]
    counts = Counts([short, long, *others])
    assert counts.number == 7
    for page in (short, long):
        number, told = counts.told(page.lines)
        assert (number, told["line"].stories.max()) == (6, 0)


def test_stories_with_a_paragraph_in_common_are_several():
    assert Counts([_page(n, [1, 2, *_own(n, 6)]) for n in range(1, 4)]).number == 3


def test_one_line_on_many_pages_is_one_way_to_open():
    pages = [_page(n, [1, 10 * n]) for n in range(1, 7)]
    for page in pages:
        # All open with 5; the first line of each is the same, the second another.
        page.lines["opening"], page.lines["closing"] = [5, 5], [7, 0]
    _, told = Counts(pages).told(_page(7, [1]).lines, pages[0].lines)
    assert told["opening"].different.tolist() == [7, 7]
    assert told["closing"].different.tolist() == [1, 0]
    assert told["closing"].stories.tolist() == [6, 0]
