"""Rows of tables on HTML pages: one block each, and body where the article stands."""

from __future__ import annotations

import pytest
from generators import PROSE
from invariants import assert_sound

import newsclean
from newsclean.html import blocks, tree

PARAGRAPHS = PROSE["en"][0]["paragraphs"]
TITLE = PROSE["en"][0]["title"]
PRICES = (("Readers", "A year"), ("Adults", "24"), ("Under 25", "free"), ("Pensioners", "12"))
ROWS = [" ".join(row) for row in PRICES]


def table(rows=PRICES, cell="{}"):
    return (
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{cell.format(text)}</td>' for text in row)}</tr>" for row in rows)
        + "</table>"
    )


def pieces(html):
    return [(piece.text, piece.row) for piece in blocks.pieces(tree.parse(html))]


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>", "<ul><li>{}</li></ul>", "<b>{}</b>"])
def test_the_cells_of_a_row_are_one_piece(cell):
    assert pieces(table(cell=cell)) == [("\t".join(row), True) for row in PRICES]


def test_several_texts_in_one_cell():
    rows = "<table><tr><td>Monday<td>10:00<br>to 20:00<tr><td>Tuesday<td>closed</table>"
    assert pieces(rows) == [("Monday\t10:00 to 20:00", True), ("Tuesday\tclosed", True)]


def test_rows_of_one_short_cell():
    assert pieces(table([["Adults 24"], ["Children free"]])) == [("Adults 24", True), ("Children free", True)]


def test_hidden_words_in_a_cell_stay_hidden():
    rows = "<table><tr><td>Adults<td><span hidden>now</span> 24<tr><td hidden>x<td>12</table>"
    shown = [piece.shown for piece in blocks.pieces(tree.parse(rows))]
    assert shown == ["Adults 24", "12"]


@pytest.mark.parametrize(
    "layout",
    [
        table([["<a href=/1>Home</a>", "<a href=/2>World</a>"], ["<a href=/3>Sport</a>", "<a href=/4>Money</a>"]]),
        table([["Left", PARAGRAPHS[0] * 3], ["Right", PARAGRAPHS[1] * 3]]),
        table([["<h2>One</h2>", "two"], ["<h2>Three</h2>", "four"]]),
        table([["By Ana Silva", "5 May 2024"]]),
    ],
)
def test_tables_for_layout_are_none_of_data(layout):
    assert not any(row for _, row in pieces(layout))


@pytest.mark.parametrize(
    "around", ["{}", "<div class=scroll><div>{}</div></div>", "<figure class=block-table>{}</figure>"]
)
@pytest.mark.parametrize("place", [2, len(PARAGRAPHS)])
def test_no_row_among_the_articles_paragraphs_is_lost(around, place):
    parts = [f"<p>{text}</p>" for text in PARAGRAPHS]
    parts.insert(place, around.format(table()))
    article = newsclean.clean_html(f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>")
    assert [p.text for p in article.paragraphs if p.kind == "table_row"] == ROWS
    assert [p.text for p in article.paragraphs if p.kind != "table_row"] == list(PARAGRAPHS)
    assert_sound(article)


def test_a_tables_caption_heads_it():
    caption = table().replace("<table>", "<table><caption>Prices</caption>")
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    article = newsclean.clean_html(f"<article><h1>{TITLE}</h1>{body}{caption}</article>")
    assert ("Prices", "heading") in [(p.text, p.kind) for p in article.paragraphs]


def test_a_table_elsewhere_is_no_part_of_the_article():
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    aside = f"<aside class=sidebar><h3>Weather</h3>{table((('Wexley', '12°'), ('Norton', '9°')))}</aside>"
    article = newsclean.clean_html(f"<main><article><h1>{TITLE}</h1>{body}</article>{aside}</main>")
    assert "12°" not in article.text
