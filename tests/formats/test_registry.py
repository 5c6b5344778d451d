"""The list of formats, and what holds for each of them."""

from __future__ import annotations

import io

import pytest

from newsclean import Article, Paragraph
from newsclean.formats import FORMATS, write


def test_the_default_comes_first():
    assert next(iter(FORMATS)) == "jsonl"


def test_an_unknown_name_is_an_error_that_lists_the_formats():
    with pytest.raises(ValueError, match=r"no format named 'xml'; there are jsonl, json, text, markdown, schema-org"):
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
    assert "Le café “rouvre”." in stream.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_ends_with_a_line_break(form):
    stream = io.StringIO()
    write([Article(title="Title"), Article(title="Another")], stream, form)
    assert stream.getvalue().endswith("\n")
    assert not stream.getvalue().endswith("\n\n")
