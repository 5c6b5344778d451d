"""What is clutter by what stands around it: boxes, lists of headlines, comments, what stands twice."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean

STORY = PROSE["en"][0]
TITLE, PARAGRAPHS = STORY["title"], STORY["paragraphs"][:4]


def test_headlines_below_read_also():
    links = ["Ferry fares rise again in the spring", "Council buys a second-hand dredger"]
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS[:2], "\n".join(("Read also", *links)), *PARAGRAPHS[2:])))
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert {r.text for r in article.removed if r.kind == "related"} == {"Read also", *links}


def test_a_sub_heading_below_a_box_stays():
    article = newsclean.clean(
        "\n\n".join(
            (
                TITLE,
                *PARAGRAPHS[:2],
                "Read also\nFerry fares rise again in the spring",
                "What the traders want",
                *PARAGRAPHS[2:],
            )
        )
    )
    assert "What the traders want" in [p.text for p in article.paragraphs if p.kind == "heading"]


@pytest.mark.xfail(raises=AssertionError, reason="the model takes two of the sentences for the article's")
def test_comments_that_read_like_prose():
    comments = [
        "Old sailor",
        "We have waited long enough, and I will be there on the very first day.",
        "Reply",
        "Ann",
        "Nobody asked us about the rents, the only thing that really matters.",
        "Reply",
    ]
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, "2 comments", *comments)))
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert {r.kind for r in article.removed} == {"comments"}


def test_repeated_paragraphs():
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, PARAGRAPHS[1])))
    assert [(r.text, r.kind) for r in article.removed] == [(PARAGRAPHS[1], "duplicate")]


def test_short_lines_may_repeat():
    article = newsclean.clean(
        "\n\n".join((TITLE, PARAGRAPHS[0], "Nobody laughed.", PARAGRAPHS[1], "Nobody laughed.", PARAGRAPHS[2]))
    )
    assert [p.text for p in article.paragraphs].count("Nobody laughed.") == 2


def test_a_short_last_sentence_behind_a_caption_stays():
    last = "Cyclists may cross it for nothing."
    caption = "The market hall in Wexley in May. (Photo: Ana Silva)"
    links = ["Ferry fares rise again", "Winter market moves to the station"]
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, caption, last, "Read also", *links)))
    assert [p.text for p in article.paragraphs] == [*PARAGRAPHS, last]


def test_short_sentences_between_two_consent_boxes_stay():
    prompt = "Please accept cookies to view this post"
    between = ["1. The market hall has had no roof for six years.", "2. Nobody knows what the new one will cost."]
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS[:2], prompt, *between, prompt, *PARAGRAPHS[2:])))
    assert [p.text for p in article.paragraphs] == [*PARAGRAPHS[:2], *between, *PARAGRAPHS[2:]]
    assert {r.text for r in article.removed} == {prompt}


def test_the_items_of_a_list_stay_together():
    items = [
        "• Sale a las seis",
        "• Los perros viajan gratis",
        "• Un euro por bicicleta",
        "• Los domingos no hay servicio",
    ]
    prose = [
        "El pleno decidió el martes mantener el viejo transbordador un año más.",
        "«No habríamos encontrado otro barco a tiempo», dijo. Los lectores nos enviaron 214 cartas.",
        "La votación fue ajustada: doce a once. La reparación costará 1,2 millones de euros.",
    ]
    article = newsclean.clean("\n\n".join(["Por qué no reabrirá el molino", prose[0], *items, *prose[1:]]))
    assert [p.text for p in article.paragraphs] == [prose[0], *items, *prose[1:]]


def test_a_sub_heading_that_menus_have_too_stays_above_a_short_last_paragraph():
    lines = [
        "Почему мельница не откроется",
        "Совет решил во вторник сохранить старый паром ещё на год. Мэр Эдита Марова сказала, что рада.",
        "Никто этого не ожидал. Дата не назначена.",
        "Деньги",
        "Паром перевозит 300 человек в день.",
    ]
    article = newsclean.clean("\n".join(lines))
    assert [p.text for p in article.paragraphs] == lines[1:]
