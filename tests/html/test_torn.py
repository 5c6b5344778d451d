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
        "<div><p>The judge</p><em>Karl Arnold</em><p>came back on</p><a>Tuesday</a><p>, for the first time in a year.",
        "<main><div>The judge</div> <b>Karl Arnold</b> <div>came back on Tuesday, for the first time in a year.</div>",
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
        ("<div><p>The judge came back</p> <b>Harbour</b> <p>The town is glad.</p></div>", 3),
        ("<div>topics<p>harbour</p>bridges</div>", 3),
        ("<ul><li>one<li>two.</ul>", 2),
        ("<div><h2>The judge</h2> came back.</div>", 2),
        ("<div>one<br>two<br>three.</div>", 3),
        ("<div><p>one</p> two<p hidden>three.</p></div>", 3),
    ],
)
def test_what_are_paragraphs_of_their_own_stay_so(html, number):
    assert len(texts(html)) == number


@pytest.mark.parametrize(
    "html",
    [
        "<p>The judge from the town at the harbour<br>came back on Tuesday.</p>",
        "<p>“The judge from the town at the harbour,<br/>who was ill, came back on the bus with<br>Karl Arnold.”</p>",
        "<p>“The judge from the town at the harbour was not ill when she met<br>Karl Arnold on the bus.”</p>",
        "<td>The judge from the town at the harbour<br> came <b>back</b>.<br>The town is glad.</td>",
    ],
)
def test_line_breaks_in_a_sentence(html):
    assert "The judge from the town at the harbour" not in {text.strip("“,") for text in texts(html)}
    assert all(text[-1] in ".”" for text in texts(html))


@pytest.mark.parametrize(
    ("html", "number"),
    [
        # Verses end no sentence in each line that begins with a capital.
        ("<p>The sea that sang to me at night<br>and brought the ships back home,<br>The stars that gave.</p>", 3),
        ("<p>Tickets for the concert in the town hall<br>at the harbour<br>until Friday.</p>", 3),
        ("<p>Karl Arnold<br>judge at the harbour.</p>", 2),
        ("<p>The judge from the town at the harbour<br>Came back on Tuesday.</p>", 2),
        ("<p><b>The judge from the town at the harbour was not ill when she met Ana</b><br>She came back.</p>", 2),
        ("<p>The judge from the town at the harbour: what the mayor said to him<br>Karl Arnold came back.</p>", 2),
        ("<p>The judge from the town at the harbour was not ill when she met Ana<br>Karl Arnold</p>", 2),
        ("<li>The judge from the town at the harbour<br>came back on Tuesday.</li>", 2),
        ("<p>عاد القاضي كارل أرنولد من المدينة إلى<br>مكتبه يوم الثلاثاء.</p>", 2),
    ],
)
def test_line_breaks_that_part_lines(html, number):
    assert len(texts(html)) == number
