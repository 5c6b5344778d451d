"""Dates on pages: names of meta tags, whose date it is, and the day where the page is from."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean import naming
from newsclean.html import local_days, metadata, tree
from newsclean.html.head import Head


def dates(html: str, url: str = "https://www.islandnews.example/ferry") -> tuple[str | None, str | None]:
    root = tree.parse(html)
    assert root is not None
    stated, fallbacks = metadata.read(Head(root, url))
    known = {**fallbacks, **stated}
    return known.get("published"), known.get("modified")


@pytest.mark.parametrize("name", [*naming.META_PUBLISHED, "publishDate", "OriginalPublicationDate", "PubDate"])
def test_meta_tags_that_date_the_article(name):
    assert dates(f"<meta name='{name}' content='2024-06-04'><h1>Ferry sails</h1>")[0] == "2024-06-04"


@pytest.mark.parametrize("name", [*naming.META_MODIFIED, "Last-Modified", "article:modifiedTime"])
def test_meta_tags_that_date_its_last_change(name):
    assert dates(f"<meta property='{name}' content='2024-06-04'><h1>Ferry sails</h1>")[1] == "2024-06-04"


@pytest.mark.parametrize(
    "element",
    [
        "<abbr class=published title='2024-06-04T08:00:00+02:00'>8 am</abbr>",
        "<abbr itemprop=datePublished title='2024-06-04T08:00:00+02:00'>8 am</abbr>",
        "<time class=published datetime='2024-06-04T08:00:00+02:00'>today</time>",
    ],
)
def test_what_an_element_says_to_machines_goes_before_its_text(element):
    html = f"<article itemscope><h1>Ferry sails</h1>{element}</article>"
    assert dates(html)[0] == "2024-06-04T08:00:00+02:00"


@pytest.mark.parametrize(
    "element",
    [
        "<div class=comments><time datetime=2024-06-04>4 June</time></div>",
        "<ol id=replies><li><time class=published datetime=2024-06-04>4 June</time> Well said.</li></ol>",
        "<section class=kommentare><time datetime=2024-06-04>4. Juni</time></section>",
        "<aside><time datetime=2024-06-04>4 June, 7 pm</time> Council meets</aside>",
        "<ul class=upcoming-events><li><time datetime=2024-06-04>4 June</time> Market</li></ul>",
        "<div class=related><a href=/b>New harbour</a> <time datetime=2024-06-04>4 June</time></div>",
        "<div><a href=/b>Harbour wall to be raised soon</a> <time datetime=2024-06-04>4 June</time></div>",
        "<footer><time datetime=2024-06-04>4 June</time></footer>",
        f"<p>The next meeting is on <time datetime=2024-06-04>4 June</time>{' and open to all who live here' * 5}.</p>",
    ],
)
def test_dates_of_comments_teasers_events_and_sentences_are_not_the_articles(element):
    paragraph = "<p>The ferry sailed again on Monday, the harbour master of Hafnes said in the morning.</p>"
    assert dates(f"<article><h1>Ferry sails</h1>{paragraph}</article>{element}") == (None, None)
    own = "<time datetime=2024-05-01>1 May</time>"
    assert dates(f"<article><h1>Ferry sails</h1>{own}{paragraph}</article>{element}")[0] == "2024-05-01"


def test_a_line_right_below_the_headline_may_be_its_date():
    assert dates("<h1>Ferry sails</h1><p>By Ana Silva</p><span>Oct 17, 2023</span>")[0] == "2023-10-17"
    assert dates("<h1>Ferry sails</h1><span>Updated Oct 17, 2023</span>")[0] is None
    assert dates(f"<h1>Ferry sails</h1><p>{'It sails. ' * 80}</p><p>Oct 17, 2023</p>")[0] is None


@pytest.mark.parametrize(
    ("beside", "url", "day"),
    [
        (["2024-03-08T21:30:00-05:00"], None, "2024-03-08T21:30:00-05:00"),
        (["2024-03-08T21:30"], None, "2024-03-08T21:30:00-05:00"),
        (["2024-03-08"], None, "2024-03-08"),
        ([], "https://paper.example/2024/03/08/ferry", "2024-03-08"),
        # Another time of that day, and other days, tell nothing.
        (["2024-03-08T21:17"], "https://paper.example/2024/03/09/ferry", "2024-03-09T02:30:00+00:00"),
        (["2024-03-05"], "https://paper.example/2024/99/99/ferry", "2024-03-09T02:30:00+00:00"),
        (["2024-03-10"], None, "2024-03-09T02:30:00+00:00"),
        (["2024-03-09", "2024-03-08"], None, "2024-03-09T02:30:00+00:00"),
    ],
)
def test_the_day_is_that_of_the_page(beside, url, day):
    assert local_days.local("2024-03-09T02:30:00+00:00", beside, url) == day


def test_moments_that_tell_their_zone_stay():
    moment = "2024-03-09T02:30:00+01:00"
    assert local_days.local(moment, ["2024-03-08"], "https://paper.example/2024/03/08/ferry") == moment
    assert local_days.local("2024-03-09", ["2024-03-08"], None) == "2024-03-09"


def test_a_page_tells_its_zone_beside_the_headline():
    html = (
        "<meta property=article:published_time content='2024-03-08T18:30:00+00:00'><h1>Ferry sails</h1>"
        "<time datetime='2024-03-09T05:30:00+11:00'>9 March 2024, 5.30am</time>"
    )
    assert dates(html)[0] == "2024-03-09T05:30:00+11:00"


@pytest.mark.parametrize("day", ["<h3>{}</h3>", "<p class=date>{}</p>", "<div class=day>{}</div>"])
def test_days_that_head_a_diary_s_entries_are_its_own(day):
    days = ["4 March 2021", "5 March 2021", "9 March 2021"]
    entries = "".join(
        f"{day.format(told)}<p>{text}</p>" for told, text in zip(days, PROSE["en"][0]["paragraphs"], strict=False)
    )
    html = f"<article><h1>Diary of a dry dock</h1><time>10 March 2021</time>{entries}</article>"
    article = newsclean.clean_html(html)
    assert [p.text for p in article.paragraphs if p.kind == "heading"] == days
    assert article.published == "2021-03-10"


@pytest.mark.parametrize(
    ("published", "modified", "kept"),
    [
        ("2024-06-04T08:00:00+02:00", "2024-06-04T05:59:00+00:00", False),
        ("2024-06-04T08:00:00+02:00", "2024-06-04T06:30:00+00:00", True),
        ("2024-06-04", "2024-06-03T23:10:00+02:00", False),
        ("2024-06-04T08:00:00+02:00", "2024-06-04", True),
    ],
)
def test_no_change_is_before_the_publication(published, modified, kept):
    html = (
        f"<meta property=article:published_time content='{published}'>"
        f"<meta property=article:modified_time content='{modified}'><h1>Ferry sails again</h1>"
        f"<p>{PROSE['en'][0]['paragraphs'][0]}</p>"
    )
    article = newsclean.clean_html(html)
    assert (article.published, article.modified) == (published, modified if kept else None)
