"""Markdown."""

from __future__ import annotations

import io

import pytest

from newsclean import Article, Dateline, Paragraph
from newsclean.formats import markdown


def test_each_kind_of_paragraph():
    article = Article(
        title="Title",
        deck="Deck",
        authors=["Ana Silva", "Joe Doe"],
        published="2024-04-23",
        dateline=Dateline("KIEL", "dpa"),
        paragraphs=[
            Paragraph("Opening."),
            Paragraph("A heading", "heading"),
            Paragraph("> What she said.", "quote"),
            Paragraph("• First", "list_item"),
            Paragraph("2) Second", "list_item"),
            Paragraph("Third", "list_item"),
            Paragraph("Closing."),
        ],
    )
    assert markdown.render(article) == (
        "# Title\n\n**Deck**\n\n*Ana Silva, Joe Doe · 2024-04-23 · KIEL*\n\nOpening.\n\n## A heading\n\n"
        "> What she said.\n\n- First\n2. Second\n- Third\n\nClosing.\n"
    )


def test_a_body_alone():
    assert markdown.render(Article(paragraphs=[Paragraph("Only.")])) == "Only.\n"


def test_a_break_between_articles():
    stream = io.StringIO()
    markdown.write([Article(title="A"), Article(title="B")], stream)
    assert stream.getvalue() == "# A\n\n---\n\n# B\n"


@pytest.mark.parametrize(
    ("plain", "escaped"),
    [
        ("*not* emphasis", r"\*not\* emphasis"),
        ("snake_case stays, _this_ not", r"snake_case stays, \_this\_ not"),
        ("[link](target)", r"\[link\](target)"),
        ("a < b & c", r"a \< b & c"),
        ("AT&amp;T", r"AT\&amp;T"),
        ("# no heading", r"\# no heading"),
        ("C# is a language", "C# is a language"),
        ("- no item", r"\- no item"),
        ("a - b", "a - b"),
        ("1986. What a year.", r"1986\. What a year."),
        ("1986.5 points", "1986.5 points"),
        ("> no quote", r"\> no quote"),
        ("a \\ b", r"a \\ b"),
        ("`code`", r"\`code\`"),
    ],
)
def test_text_keeps_its_looks(plain, escaped):
    assert markdown.escape(plain) == escaped


def test_a_heading_keeps_its_last_number_sign():
    assert markdown.render(Article(title="We are #")) == "# We are \\#\n"


@pytest.mark.parametrize("mark", ["\x1b", "\x9b", "\x0b", "\x1b \x85", "\r"])
def test_a_control_character_does_not_hide_markup_behind_it(mark):
    assert markdown.escape(f"{mark}# no heading") == r"\# no heading"


def test_the_outlet_and_the_lead_picture():
    article = Article(
        title="Rain", authors=["Ana Silva"], publisher="The Paper", image="https://a.example/ra in<1>.jpg"
    )
    assert markdown.render(article) == (
        "# Rain\n\n*Ana Silva · The Paper*\n\n![](<https://a.example/ra%20in%3C1%3E.jpg>)\n"
    )
