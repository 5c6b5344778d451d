"""The list of formats, and what holds for each of them."""

from __future__ import annotations

import io
import json

import pytest
from generators import any_text
from hypothesis import given
from hypothesis import strategies as st
from invariants import written

from newsclean import AlternateTitle, Article, Caption, Dateline, Paragraph, Removal
from newsclean.formats import FORMATS, write


def test_the_default_comes_first():
    assert next(iter(FORMATS)) == "jsonl"


def test_an_unknown_name_is_an_error_that_lists_the_formats():
    with pytest.raises(
        ValueError, match=r"no format named 'xml'; there are jsonl, json, text, markdown, schema-org, table"
    ):
        write([], io.StringIO(), "xml")


@pytest.mark.parametrize("form", FORMATS)
def test_each_article_is_written_before_the_next_is_asked_for(form):
    stream = io.StringIO()
    lengths = []

    def articles():
        for title in ("First", "Second", "Third"):
            lengths.append(len(stream.getvalue()))
            yield Article(title=title, paragraphs=[Paragraph("A sentence.")])

    write(articles(), stream, form)
    assert lengths[0] < lengths[1] < lengths[2] < len(stream.getvalue())


@pytest.mark.parametrize("form", FORMATS)
def test_other_scripts_stay_readable(form):
    stream = io.StringIO()
    write([Article(title="橋が再開", paragraphs=[Paragraph("Le café “rouvre”.")])], stream, form)
    assert "橋が再開" in stream.getvalue()
    # A table has a line an article, without the body.
    assert "Le café “rouvre”." in stream.getvalue() or form == "table"


@pytest.mark.parametrize("form", FORMATS)
def test_ends_with_a_line_break(form):
    stream = io.StringIO()
    write([Article(title="Title"), Article(title="Another")], stream, form)
    assert stream.getvalue().endswith("\n")
    assert not stream.getvalue().endswith("\n\n")


_text = any_text(20)
_texts = st.lists(_text, max_size=2)
_kinds = st.sampled_from(("paragraph", "heading", "quote", "list_item", "table_row"))
_moments = st.one_of(st.dates(), st.datetimes()).map(lambda moment: moment.isoformat())
_articles = st.builds(
    Article,
    title=_text,
    alternate_titles=st.lists(st.builds(AlternateTitle, _text, _text), max_size=1),
    deck=_text,
    authors=_texts,
    published=_moments,
    modified=_moments,
    dateline=st.builds(Dateline, _text, _text, _text),
    language=_text,
    section=_text,
    captions=st.lists(st.builds(Caption, _text, _text), max_size=1),
    tags=_texts,
    credit=_text,
    url=_text,
    paragraphs=st.lists(st.builds(Paragraph, _text, _kinds), max_size=3),
    removed=st.lists(st.builds(Removal, _text, cleaner=_text), max_size=1),
)


@pytest.mark.parametrize("form", FORMATS)
@given(articles=st.lists(_articles, max_size=2))
def test_no_control_character_is_written(form, articles):
    written(articles, form)


@given(st.lists(_articles, max_size=2))
def test_json_gives_back_what_it_escapes(articles):
    # Whatever a program takes for the end of a line, each line is one article.
    assert [Article.from_dict(json.loads(line)) for line in written(articles, "jsonl").splitlines()] == articles
    assert [Article.from_dict(item) for item in json.loads(written(articles, "json"))] == articles
    assert json.loads(written(articles, "schema-org")) == [article.to_schema_org() for article in articles]


@pytest.mark.parametrize("form", FORMATS)
def test_marks_of_the_direction_of_writing_stay(form):
    title = "\u200f\u2067אתר\u2069 (\u200eBBC)"
    assert title in written([Article(title=title)], form)
