"""What kind of a paragraph each is."""

from __future__ import annotations

import io
import textwrap

import pytest
from generators import PROSE

import newsclean
from newsclean import text
from newsclean.formats import write

STORY = PROSE["en"][0]
FIRST, SECOND, THIRD = STORY["paragraphs"][:3]


def kinds(*lines):
    article = newsclean.clean("\n\n".join((STORY["title"], FIRST, "\n".join(lines), SECOND, THIRD)))
    return {p.text: p.kind for p in article.paragraphs}


def test_numbered_lines_in_a_row_are_items_of_a_list():
    steps = ("1. take the old stones away;", "2. dig down to the rock;", "3. lay the largest stones first.")
    assert {kinds(*steps)[step] for step in steps} == {"list_item"}


def test_a_number_before_a_heading_makes_no_list():
    assert kinds("1. What the traders want")["1. What the traders want"] == "heading"


def test_a_dash_alone_opens_speech_and_no_list():
    said = "– Nobody asked us before they closed the bridge, said the owner of the mill."
    assert kinds(said)[said] == "paragraph"
    assert kinds("– nails, two pounds")["– nails, two pounds"] == "list_item"
    assert set(kinds("– Bring a coat.", "– Wear good shoes.").values()) >= {"list_item"}


@pytest.mark.parametrize("bullet", "•●○*-–+")
def test_every_bullet_is_one_wherever_it_matters(bullet):
    """Where lines are joined, where they are labelled and where they are written down."""
    items = [f"{bullet} the council opens bridge number {n} in the first week of June." for n in range(4)]
    wrapped = textwrap.fill(f"{FIRST} {SECOND} {THIRD}", 66)
    read = text.read("\n".join((wrapped, *items)))
    assert [read.text(block) for block in read.blocks][1:] == items
    article = newsclean.clean("\n\n".join((STORY["title"], FIRST, "\n".join(items), SECOND, THIRD)))
    assert [p.text for p in article.paragraphs if p.kind == "list_item"] == items
    markdown = io.StringIO()
    write([article], markdown, "markdown")
    assert markdown.getvalue().count("\n- the council opens bridge") == len(items)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<b>Was die Händler nun fordern …</b>", "heading"),
        ("<b>«Keiner hat uns gefragt»</b>", "heading"),
        ("<b>Wer bezahlt das neue Dach?</b>", "heading"),
        ("<b>Sie sagte: „Keiner hat uns gefragt.“</b>", "paragraph"),
        ("Was die Händler nun fordern", "heading"),
        ("Und wer bezahlt am Ende das neue Dach der Halle am Hafen?", "paragraph"),
        ("<i>Im dritten Jahr steht die Halle nun leer. Wer wagt noch einen Versuch?</i>", "paragraph"),
    ],
)
def test_what_is_not_in_bold_and_asks_heads_nothing_on_a_page(line, kind):
    body = f"<p>{FIRST}</p><p>{SECOND}</p><p>{line}</p><p>{THIRD}</p>"
    article = newsclean.clean_html(f"<html lang=de><body><article><h1>{STORY['title']}</h1>{body}</article>")
    assert article.paragraphs[2].kind == kind


def test_short_questions_of_an_interview_are_like_the_long_ones():
    long = (
        "Der Rat hat am Dienstag nach sechs Stunden Streit beschlossen, die Halle zu schließen, und Sie haben davon "
        "erst aus der Zeitung erfahren. Was haben Sie da gedacht?"
    )
    asked = [f"<p><b>{text}</b></p>" for text in (long, "Und was sagt Ihre Familie?")]
    body = f"<p>{FIRST}</p>{asked[0]}<p>{SECOND}</p>{asked[1]}<p>{THIRD}</p>"
    article = newsclean.clean_html(f"<html lang=de><body><article><h1>{STORY['title']}</h1>{body}</article>")
    assert {p.kind for p in article.paragraphs} == {"paragraph"}
