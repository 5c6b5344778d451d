"""A paragraph that stands in several elements is one."""

from __future__ import annotations

import pytest

from newsclean.html import blocks, tree

WHOLE = "The judge Karl Arnold came back on Tuesday, for the first time in a year."


def texts(html):
    return [piece.text for piece in blocks.pieces(tree.parse(html))]


@pytest.mark.parametrize(
    "html",
    [
        "<div><p>The judge</p> <a>Karl Arnold</a> <p>came back on Tuesday, for the first time in a year.</p></div>",
        "<p>The judge <a><p>Karl Arnold</p></a> came back on Tuesday, for the first time in a year.</p>",
        "<div>The judge <a><div>Karl Arnold</div></a> came back on Tuesday, for the first time in a year.</div>",
        "<article><p>The judge</p><a>Karl Arnold</a><p>came back on Tuesday</p>, for the first time in a year.",
    ],
)
def test_parts_around_a_link(html):
    assert texts(html) == [WHOLE]


def test_scripts_without_capitals():
    html = "<div><p>عاد القاضي</p> <a>كارل أرنولد</a> <p>إلى مكتبه يوم الثلاثاء.</p></div>"
    assert texts(html) == ["عاد القاضي كارل أرنولد إلى مكتبه يوم الثلاثاء."]


def test_a_joined_paragraph_keeps_its_share_of_links():
    (piece,) = blocks.pieces(tree.parse("<div><p>four</p> <a>four</a> <p>four.</p></div>"))
    assert (piece.tag.name, round(piece.link, 2)) == ("p", 0.31)


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("<div><p>The judge came back.</p> <a>read more</a> <p>The town is glad.</p></div>", 3),
        ("<div><p>The judge came back</p> <a>Read more</a> <p>The town is glad.</p></div>", 3),
        ("<div><p>the sea was calm</p><p>the sky was grey.</p></div>", 2),
        ("<div>topics<p>harbour</p>bridges</div>", 3),
        ("<ul><li>one<li>two.</ul>", 2),
        ("<div><h2>The judge</h2> came back.</div>", 2),
        ("<div>one<br>two<br>three.</div>", 3),
        ("<div><p>one</p> two<p hidden>three.</p></div>", 3),
    ],
)
def test_what_are_paragraphs_of_their_own_stay_so(html, number):
    assert len(texts(html)) == number
