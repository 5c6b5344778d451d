"""What a profile changes of an article, and what it leaves."""

import courier
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsclean
from newsclean import Pipeline, SiteProfile, clean, clean_html
from newsclean.document import Scores
from newsclean.sites import evidence
from newsclean.sites.counts import Told
from newsclean.text import read

_PAGES = 20


@pytest.fixture(scope="module")
def profile():
    return SiteProfile.learn([courier.text(number) for number in range(_PAGES)])


@given(st.integers(0, 1000))
@settings(max_examples=5)
def test_nothing_changes_without_a_profile(number):
    text = courier.text(number)
    assert clean(text, site=None) == clean(text) == clean(text, site=SiteProfile())
    page = courier.page(number)
    assert clean_html(page, site=SiteProfile()) == clean_html(page)


def test_a_line_that_repeats_goes_and_all_else_stays(profile):
    for number in (3, _PAGES + 1):
        title, paragraphs = courier.article(number)
        article = clean(courier.text(number), site=profile)
        assert [paragraph.text for paragraph in article.paragraphs] == paragraphs
        assert (article.title, article.authors) == (title, ("Ana Silva",))
        assert courier.PROMISE in [removal.text for removal in article.removed]


def test_pages_as_html():
    learned = SiteProfile.learn((courier.page(number) for number in range(_PAGES)), html=True)
    article = clean_html(courier.page(5), site=learned)
    assert [paragraph.text for paragraph in article.paragraphs] == courier.article(5)[1]
    assert article.authors == ("Ana Silva",)


def test_an_informed_article_stays_when_it_is_cleaned_again(profile):
    once = clean(courier.text(7), site=profile)
    again = clean(f"{once.title}\n\n{once.text}", site=profile)
    assert (again.title, again.text) == (once.title, once.text)


def test_the_same_story_crawled_again_teaches_nothing():
    text = courier.text(1)
    added = f"{text}\n\nThe council is to meet once more when the report of the county court has been read."
    again = [text, added, text.replace(courier.BYLINE, "By Ana Silva and Tom Reed")]
    profile = SiteProfile.learn(again)
    assert clean(text, site=profile) == clean(text)


def test_two_stories_teach_nothing_of_a_third():
    profile = SiteProfile.learn([courier.text(1), courier.text(2)])
    assert clean(courier.text(1), site=profile) == clean(courier.text(1))


def test_a_paragraph_that_goes_from_one_story_to_the_next_stays(profile):
    background = courier.article(99)[1][0]
    texts = [courier.text(number).replace(courier.PROMISE, background) for number in range(_PAGES, _PAGES + 3)]
    followed = profile.merge(SiteProfile.learn(texts))
    for text in texts:
        assert background in clean(text, site=followed).text


@pytest.fixture
def _damning(monkeypatch):
    """Weights by which all goes that other stories tell anything of."""
    monkeypatch.setattr(evidence, "weights", lambda **_: np.array([-1000.0, *[0.0] * (len(evidence.NAMES) - 1)]))


def _with_line(number, line):
    return courier.text(number).replace(courier.PROMISE, line)


@pytest.mark.usefixtures("_damning")
@pytest.mark.parametrize(
    ("line", "stories"),
    [
        ("The harbour master said on Sunday that {} boats had been counted before the storm came.", _PAGES),
        ("After {} days of rain the owners of the mill were told that the bridge is safe again.", _PAGES),
        ("The harbour master said on Sunday that no boat had been lost in the storm.", _PAGES // 2),
        ("The harbour master said on Sunday that no boat had been lost in the storm.", 3),
        ("Out and about in the county", _PAGES // 2),
    ],
    ids=["same opening", "same closing", "same in half of the stories", "same in all of three", "standing heading"],
)
def test_what_the_model_is_sure_of_is_not_lost(line, stories):
    texts = [_with_line(number, line.format(number + 20)) for number in range(stories)]
    texts += [courier.text(number) for number in range(stories, _PAGES)] if stories > 3 else []
    learned = SiteProfile.learn(texts)
    for number, text in enumerate(texts[:stories]):
        assert line.format(number + 20) in clean(text, site=learned).text


@pytest.mark.parametrize(
    ("stories", "body", "goes"),
    [
        ([0, 3, 4, 3, 0], [0, 0, 0, 0, 0], [False, True, True, True, False]),
        ([3, 3, 0, 3, 3], [0, 0, 0, 0, 0], [False] * 5),
        ([2, 2, 2, 2, 2], [0, 0, 0, 0, 0], [False] * 5),
        ([9, 9, 9, 9, 9], [0, 0, 0.2, 0, 0], [False] * 5),
        ([9, 9, 9, 9, 9], [0, 0, 0, 0, 0], [True] * 5),
    ],
    ids=["a row", "pairs", "in two stories", "in one body", "all"],
)
def test_rows_of_lines_that_no_other_story_has_in_its_body_go(stories, body, goes):
    assert evidence.shunned(Told(np.array(stories), np.full(5, -2.0), np.array(body), np.ones(5))).tolist() == goes


def test_what_the_model_leans_to_may_go_where_a_fifth_of_the_stories_have_it():
    document = read("Out and about\n\nOut in the county\n\nAll about the county\n\nThe harbour bell")
    scored = zip(document.blocks, (0.7, 0.7, 0.95, 0.7), strict=True)
    document = document.with_labels(block.scored(Scores(score)).label("paragraph") for block, score in scored)
    nothing, ones = np.zeros(4), np.ones(4)
    told = {kind: Told(nothing, nothing, nothing, nothing) for kind in ("opening", "closing")}
    told["line"] = Told(np.array([4, 6, 6, 0]), ones, ones, ones)
    assert evidence.doubtful(document, 30, told).tolist() == [False, True, False, False]
    assert not evidence.doubtful(document, 31, told).any()


@pytest.mark.usefixtures("_damning")
@pytest.mark.parametrize("paged", [False, True])
def test_all_but_what_others_have_is_as_it_was(paged):
    make, cleaned = (courier.page, clean_html) if paged else (courier.text, clean)
    pages = [make(number) for number in range(8)]
    learned = SiteProfile.learn(pages, html=paged)
    for page in pages:
        before, after = cleaned(page), cleaned(page, site=learned)
        assert (after.title, after.authors) == (before.title, before.authors)
        kept = [paragraph.text for paragraph in before.paragraphs if paragraph.text != courier.PROMISE]
        assert [paragraph.text for paragraph in after.paragraphs] == kept


def test_the_name_of_the_site_goes_from_titles():
    profile = SiteProfile.learn([courier.text(number, named=True) for number in range(6)])
    assert profile.name == courier.NAME
    article = clean(courier.text(40, named=True), site=profile)
    assert article.title == courier.article(40)[0]
    assert courier.NAME not in article.text


def test_pages_and_texts_say_where_a_name_stands():
    profile = SiteProfile.learn([courier.text(number, named=True) for number in range(6)])
    head = f"<title>{courier.article(41)[0]} - {courier.NAME}</title>"
    page = courier.page(41).replace("<body>", f"<head>{head}</head><body>").replace("h1", "div")
    assert clean_html(page, site=profile).title == courier.article(41)[0]


def test_what_cannot_be_informed_is_refused(profile):
    for pipeline in (Pipeline.default().without("content"), lambda document: document):
        with pytest.raises(ValueError, match="'content'"):
            clean("A line.", site=profile, pipeline=pipeline)
        with pytest.raises(ValueError, match="'content'"):
            SiteProfile.learn(["A line."], pipeline=pipeline)


def test_a_single_text_is_no_list_of_them():
    with pytest.raises(TypeError, match="expected a list of texts, not a str"):
        SiteProfile.learn(courier.text(1))
    with pytest.raises(TypeError, match="not int"):
        SiteProfile.learn([courier.text(1), 2])


def test_a_page_that_is_none_is_an_error():
    with pytest.raises(newsclean.PageError):
        SiteProfile.learn([b"%PDF-1.4 no page"], html=True)


def test_empty_pages_are_of_one_story():
    assert len(SiteProfile.learn(["", " \n", ""]).stories) == 1
