"""HTML left in a text."""

from __future__ import annotations

import pytest
from generators import PROSE
from invariants import assert_fixed_point, assert_partitioned

import newsclean
from newsclean.text import read as read_text

STORY = PROSE["en"][0]
TITLE, PARAGRAPHS = STORY["title"], STORY["paragraphs"][:3]


def texts(text):
    document = read_text(text)
    return [found for block in document.blocks if (found := document.text(block))]


def check_partition(text):
    segments = newsclean.clean(text).segments
    assert "".join(text[s.start : s.end] for s in segments) == text
    assert all(text[s.start : s.end].isspace() for s in segments if s.role == "space")


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<p>{text}</p>" for text in PARAGRAPHS),
        "\n".join(f"<p class='a'>\n{text}\n</p>" for text in PARAGRAPHS),
        "<div>" + "<br/><br/>".join(PARAGRAPHS) + "</div>",
        "<p>" + "<p>".join(PARAGRAPHS),
        '<div\nclass="a > b"\nid=x>\n\n' + "\n\n".join(PARAGRAPHS) + "\n\n</div>",
        "<!-- <p>none</p> -->" + "".join(f"<p>{text}</p><script>let a = '<p>';</script>" for text in PARAGRAPHS),
    ],
)
def test_elements_part_paragraphs_and_are_no_words(text):
    assert texts(text) == PARAGRAPHS
    article = newsclean.clean(text)
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    check_partition(text)


def test_tags_inside_a_word_leave_it_whole():
    text = "<p>The <b>Mc</b>Donald ferry, <a href='/x'>sold</a>, sails no more.</p><hr>"
    assert texts(text) == ["The McDonald ferry, sold, sails no more."]
    check_partition(text)


def test_a_fragment_with_its_heading():
    article = newsclean.clean(f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    assert (article.title, [p.text for p in article.paragraphs]) == (TITLE, PARAGRAPHS)


def test_markdown_among_tags():
    text = f"<div id='a'>\n\n# {TITLE}\n\n" + "\n\n".join(f"{p} [More](/a)." for p in PARAGRAPHS) + "\n\n</div>"
    assert texts(text) == [TITLE, *(f"{p} More." for p in PARAGRAPHS)]
    check_partition(text)


@pytest.mark.parametrize("ending", ["<script>", "<!--", "<p", "</div>", "<a href='"])
def test_what_has_no_end_hides_nothing(ending):
    text = f"<p>{PARAGRAPHS[0]}</p>{ending} {PARAGRAPHS[1]}"
    assert PARAGRAPHS[1] in texts(text)[-1]
    check_partition(text)


@pytest.mark.parametrize("text", ["<p></p>", "<br>", "<div><p>\n</p></div>", "<!-- -->"])
def test_nothing_but_tags(text):
    assert newsclean.clean(text).paragraphs == ()
    check_partition(text)


@pytest.mark.parametrize(
    "text",
    ["Write <p> where a paragraph begins, and </p> where it ends.", "<3 ferries", "<Ana Silva>", "<pre-war> news"],
)
def test_what_only_quotes_tags_keeps_them(text):
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "mark", ["# <b>Ferry</b> sold", "[<b>Ferry</b> sold](/a)", "Ferry <i></i> [https://a.example/x]"]
)
def test_tags_among_other_marks(mark):
    text = "<div>\n\n" + "\n\n".join(f"{mark}\n\n{text} &amp; more" for text in PARAGRAPHS) + "\n\n</div>"
    check_partition(newsclean.clean(text).source)
    assert not any("<" in found for found in texts(text))


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<p>{text}</p>" for text in PARAGRAPHS),
        "<div>" + "<br/><br/>".join(PARAGRAPHS) + "</div>",
        "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in PARAGRAPHS),
        f"<p>{PARAGRAPHS[0]}</p><script>let a = '<p>';</script>" + "".join(f"<p>{text}" for text in PARAGRAPHS[1:]),
    ],
)
@pytest.mark.parametrize("above", ["", "1 May 2026\n\n", "Updated: May 2, 2026\n"])
def test_tags_are_found_once_what_stands_above_is_gone(above, text):
    article = newsclean.clean(above + text)
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert_fixed_point(article)
    assert_partitioned(article)


GLUED = "The harbour of Wexley was closed on Monday. The ferry is to sail again in May, the harbour office said."


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Tags: harbour, ferry, Wexley", ("harbour", "ferry", "Wexley")),
        ("Topics: Harbour | Storm damage", ("Harbour", "Storm damage")),
        ("Tags harbour ferry Wexley", ("harbour ferry Wexley",)),
        ("Topics: harbour, ferry and wind.", ()),
        ("Topics remain to be found later", ()),
        ("Tags ferry storm Wexley", ()),
        ("Tags ferry", ()),
    ],
)
def test_tags_that_were_glued_to_the_last_sentence(behind, expected):
    article = newsclean.clean(f"Harbour of Wexley closed\n\n{GLUED * 2}\n\n{GLUED} {behind}")
    assert article.tags == expected
    assert article.paragraphs[-1].text == (GLUED if expected else f"{GLUED} {behind}")
