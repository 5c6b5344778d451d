"""How a site opens and closes its paragraphs."""

import courier
import pytest

from newsclean import SiteProfile, clean
from newsclean.sites.story import edges_of

_PAGES = 8


def _text(number, before="", behind=""):
    title, paragraphs = courier.article(number)
    paragraphs[2] = f"{before}{paragraphs[2]}{behind}"
    return "\n\n".join([title, courier.BYLINE, *paragraphs])


def _cut(texts):
    """What a profile of some texts cuts off each of them, and whether all else stays."""
    profile = SiteProfile.learn(texts)
    assert profile.evidence.counts.number == len(texts)
    for number, text in enumerate(texts):
        article = clean(text, site=profile)
        cut = [removal.text for removal in article.removed if removal.cleaner == "site_edges"]
        yield cut, article.text == clean(_text(number) if cut else text).text


def test_what_stands_at_the_ends_of_paragraphs_in_most_stories_goes():
    texts = [_text(number, behind=" Text NEWS to 12345 for updates") for number in range(_PAGES)]
    assert list(_cut(texts)) == [(["Text NEWS to 12345 for updates"], True)] * _PAGES


def test_what_stands_before_paragraphs_in_most_stories_goes():
    texts = [_text(number, before="All that you need to know today – ") for number in range(_PAGES)]
    assert list(_cut(texts)) == [(["All that you need to know today –"], True)] * _PAGES


def test_what_says_that_it_leads_elsewhere_goes_where_some_have_it():
    told = ["the floods", "the new bridge", "local trains", "the county"]
    texts = [_text(number, behind=f" Read more on {words}.") for number, words in enumerate(told)]
    texts += [_text(number) for number in range(4, _PAGES)]
    assert list(_cut(texts)) == [([f"Read more on {words}."], True) for words in told] + [([], True)] * 4


@pytest.mark.parametrize(
    ("before", "behind", "stories"),
    [
        ("", " The case goes on next week.", _PAGES // 2),
        ("", " Read more on the floods.", 3),
        ("", " You can learn more about the floods in the museum.", _PAGES // 2),
        ("", " Ana Silva, Harlow Courier", _PAGES),
        ("", " Reporting by Ana Silva and Tom Reed", _PAGES),
        ("Ana Silva – ", "", _PAGES),
        ("STENTON (Reuters) - ", "", _PAGES),
        ("HARLOW BAY, Upper Marsh — ", "", _PAGES),
        ("The harbour master said in a statement: ", "", _PAGES // 2),
    ],
)
def test_articles_and_who_signs_them_lose_nothing(before, behind, stories):
    texts = [_text(n, before, behind) if n < stories else _text(n) for n in range(_PAGES)]
    assert [cut for cut, stays in _cut(texts) if stays] == [[]] * _PAGES


@pytest.mark.parametrize(
    ("line", "edges"),
    [
        ("All was said before the bridge was closed for good. Here is more.", ["Here is more."]),
        ("“All was said before the bridge was closed.” “So be it,” he said.", ["“So be it,” he said."]),
        ("News of the day: all was said before the bridge was closed.", ["News of the day: "]),
        (f"{'桥在夜里关了，' * 8}学校也停课了。请关注我们的公众号查看更多内容", ["请关注我们的公众号查看更多内容"]),
        ("All was said before the bridge was closed for good. No.", []),
        ("Short. Here is more of it.", []),
    ],
)  # fmt: skip
def test_edges_are_short_and_stand_beside_more(line, edges):
    assert [line[start:end] for start, end in edges_of(line)] == edges
