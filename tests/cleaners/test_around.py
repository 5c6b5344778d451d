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


@pytest.mark.parametrize(
    ("code", "head", "links"),
    [
        ("it", "Leggi anche", ["Chi pagherà il nuovo molo di Portosole?", "Il traghetto delle sette torna a febbraio"]),
        (
            "fr",
            "À lire aussi",
            ["Le bac de sept heures revient en février", "Qui paiera la nouvelle jetée de Vexlay ?"],
        ),
        ("es", "Lea también", ["¿Quién pagará el nuevo muelle de Olmeda?", "El transbordador vuelve en febrero"]),
        ("de", "Lesen Sie auch", ["Warum wird im Hafen so selten gebaggert?", "Die Fähre fährt wieder"]),
    ],
)
def test_questions_in_a_box_below_read_also(code, head, links):
    story = PROSE[code][0]
    paragraphs = story["paragraphs"][:4]
    box = "\n".join((head, *links))
    article = newsclean.clean("\n\n".join((story["title"], *paragraphs[:2], box, *paragraphs[2:])))
    assert [p.text for p in article.paragraphs] == paragraphs


def test_a_question_that_opens_the_text_below_a_prompt_stays():
    question = "Who is to pay for the new pier?"
    text = "\n\n".join((TITLE, PARAGRAPHS[0], f"Read also\n{question}\n{PARAGRAPHS[1]}", *PARAGRAPHS[2:]))
    assert question in [p.text for p in newsclean.clean(text).paragraphs]


def test_a_last_sentence_with_a_name_behind_its_stop_is_no_headline():
    title, *text = (PROSE["es"][0]["title"], *PROSE["es"][0]["paragraphs"])
    last = (
        "Silva garantizó no obstante que el ayuntamiento seguirá apoyando «todos los esfuerzos en favor de una salida "
        "pacífica para los puestos del puerto, como merecen». Lonjapress"
    )
    below = "Ana Silva, mercado del puerto, ayuntamiento de Sarnés, lonja nueva"
    article = newsclean.clean("\n\n".join((title, *text, last, below, "Compartir en Facebook")))
    assert last in article.text


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


SHORT = [PARAGRAPHS[0], "Nobody laughed.", "The mayor left.", PARAGRAPHS[1], "It rained."]


@pytest.mark.parametrize(
    "once",
    [
        "<p>{}</p><p>{}</p><p>{}</p><p>{}</p><p>{}</p>",
        "<h1>Bridge</h1>{}<br><br>{}<br><br>{}<br><br>{}<br><br>{}",
        "<p>WEXLEY (AP) — {}</p><div class=ad>Advertisement</div><p>{}</p><p>{}</p><p>{}</p><p>{}</p>",
        "<p>{}</p><blockquote>{}</blockquote><p>{}</p><p>{}</p><p>{}</p>",
    ],
)
def test_an_article_that_stands_there_for_each_width_is_kept_once(once):
    own = once.format(*SHORT)
    page = f"<h1>{TITLE}</h1><div class=desktop>{own}</div><div class=mobile>{own}</div><footer>Imprint</footer>"
    article = newsclean.clean_html(f"<html lang=en><body>{page}</body></html>")
    assert [p.text for p in article.paragraphs] == SHORT
    flat = "\n\n".join((TITLE, *SHORT, *SHORT))
    assert [p.text for p in newsclean.clean(flat).paragraphs] == SHORT


def test_short_paragraphs_twice():
    short = ["The ferry runs again.", "It was in the yard for weeks.", "A crossing costs two euros."]
    body = "<div><p>{}</p><p>{}</p><p>{}</p></div>".format(*short)
    article = newsclean.clean_html(f"<html lang=en><body><h1>Ferry is back</h1>{body}{body}</body></html>")
    assert [p.text for p in article.paragraphs] == short


def test_what_a_repeated_answer_stands_between_stays():
    asked = ["Q: When?", PARAGRAPHS[0], "Q: Who pays?", "The town.", "Q: And you?", PARAGRAPHS[0], "Q: Why?", "I sang."]
    article = newsclean.clean("\n\n".join((TITLE, *asked)))
    assert [p.text for p in article.paragraphs] == [*asked[:5], *asked[6:]]


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
