"""Agency copy as it was sent and archived: hard-wrapped, set off by indents, with tables of results and prices."""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invariants import assert_sound

import newsclean

DATA = tomllib.loads((Path(__file__).parent / "wire.toml").read_text("utf-8"))
STORIES, FORMS = DATA["story"], DATA["form"]
NAMES = [story["title"] for story in STORIES]
#: Indent of the paragraphs' first lines, blank lines between them, sign-off.
LAYOUTS = [
    ("    ", 0, " Reuter"), ("  ", 0, "REUTER"), ("     ", 0, ""), ("", 1, ""), ("", 1, "-0-"), ("   ", 1, "END"),
    ("\t", 0, "-0-"),
]  # fmt: skip


def copy(story, width, indent="    ", blank=0, sign_off=""):
    """A story as it was typed."""
    first, *others = story["paragraphs"]
    paragraphs = [
        textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False, break_long_words=False)
        for text in (story["dateline"] + first, *others)
    ]
    end = [sign_off] if sign_off else []
    return story["title"] + "\n" + "\n" * blank + ("\n" + "\n" * blank).join((*paragraphs, *end)) + "\n"


def told(article):
    """All that the article says, in order and without its dateline."""
    return [p.text for p in article.paragraphs]


def assert_copied(article, story):
    """Headline, dateline and paragraphs come out, and nothing else is made up."""
    assert article.title == story["title"]
    assert told(article) == story["paragraphs"]
    assert article.dateline is not None
    dateline = (article.dateline.place, article.dateline.agency, article.dateline.date)
    assert dateline == (story["place"], story.get("agency"), story.get("date"))
    assert_nothing_made_up(article)


def assert_nothing_made_up(article):
    """No field is read out of figures, capitals or tickers, and only the mark at the end goes."""
    assert (article.tags, article.section, article.captions, article.deck) == ((), None, (), None)
    assert article.authors in {(), (article.dateline and article.dateline.agency,)}
    assert article.credit in {None, "Reuter", "REUTER"}
    assert {removal.text for removal in article.removed} <= {"-0-", "END"}


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
@pytest.mark.parametrize("width", [55, 64, 72, 80])
@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_copy_as_it_was_sent(story, width, layout):
    assert_copied(newsclean.clean(copy(story, width, *layout)), story)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["name"])
def test_rows_verses_and_short_texts(form):
    article = newsclean.clean(form["text"])
    assert article.title == form["title"]
    assert told(article) == form["paragraphs"]
    assert (article.dateline.place if article.dateline else None) == form.get("place")
    assert_nothing_made_up(article)


@st.composite
def typed(draw):
    """A story as it was typed, at any column and in any layout."""
    story = draw(st.sampled_from(STORIES))
    first, *others = story["paragraphs"]
    chosen = draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
    return {**story, "paragraphs": [first, *chosen]}, draw(st.integers(55, 80)), draw(st.sampled_from(LAYOUTS))


@given(typed())
def test_any_column(given_):
    story, width, layout = given_
    article = newsclean.clean(copy(story, width, *layout))
    assert_copied(article, story)
    assert_sound(article)


_LABELS = st.sampled_from(
    ["Harbour Tin", "Wexley Mills", "North Quay Lead", "Pelican Air", "Norton Gas", "Quay Energy"]
)
_FIGURES = st.decimals(1, 999, places=2).map("{:9.2f}".format)


@given(
    st.lists(st.tuples(_LABELS, _FIGURES, _FIGURES), min_size=2, max_size=30, unique=True),
    st.sampled_from(["", "    ", "\t"]),
)
def test_rows_stay_rows(table, indent):
    rows = [f"{label:20}{last}{change}" for label, last, change in table]
    article = newsclean.clean("CLOSING PRICES IN WEXLEY\n\n" + "\n".join(indent + row for row in rows))
    assert told(article) == [" ".join(row.split()) for row in rows]
    assert_nothing_made_up(article)
