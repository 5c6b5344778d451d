"""The deck."""

from __future__ import annotations

import attrs
import pytest
from generators import PROSE

import newsclean
from newsclean.cleaners import decks
from newsclean.cleaners.content import Content
from newsclean.document import Scores
from newsclean.text import read as read_text

STORY = PROSE["en"][0]
TITLE, DECK = STORY["title"], STORY["deck"]
BODY = "\n\n".join(STORY["paragraphs"][:3])


def test_a_line_without_a_full_stop_is_the_deck():
    assert newsclean.clean(f"{TITLE}\n\n{DECK}\n\n{BODY}").deck == DECK


def test_a_paragraph_above_the_byline_is_the_deck():
    deck = f"{DECK}, the harbour board has said."
    article = newsclean.clean(f"{TITLE}\n\n{deck}\n\nBy Ana Silva\n\n{BODY}")
    assert (article.deck, article.authors) == (deck, ("Ana Silva",))


def test_other_lines_may_stand_between_deck_and_byline():
    lines = (DECK + ".", "Harbour front", "By Ana Silva", "2 May 2024")
    article = newsclean.clean("\n\n".join((TITLE, *lines, BODY)))
    assert article.deck == DECK + "."


@pytest.mark.parametrize("sign", ["", "■ ", "▶ "])
def test_key_points_are_no_deck(sign):
    points = [
        sign + point for point in ("Market hall opens again", "Rents stay as they were", "Flood cost two million")
    ]
    article = newsclean.clean("\n\n".join((TITLE, "\n".join(points), "By Ana Silva", BODY)))
    assert article.deck is None
    assert [p.text for p in article.paragraphs][:3] == points


def test_a_line_in_bold_is_no_item_of_a_list():
    first, second, third = STORY["paragraphs"][:3]
    article = newsclean.clean("\n\n".join((f"# {TITLE}", first, second, f"**{DECK}.**", third)))
    assert {paragraph.kind for paragraph in article.paragraphs} == {"paragraph"}


def test_the_first_paragraph_is_no_deck():
    article = newsclean.clean(f"{TITLE}\n\n{BODY}")
    assert article.deck is None
    assert article.paragraphs[0].text == STORY["paragraphs"][0]


def test_a_byline_is_no_deck():
    assert newsclean.clean(f"{TITLE}\n\nBy Ana Silva, political editor\n\n{BODY}").deck is None


def test_the_title_once_more_is_no_deck():
    assert newsclean.clean(f"{TITLE}\n\n{TITLE}\n\n{BODY}").deck is None


@pytest.mark.parametrize(("score", "is_deck"), [(0.3, True), (0.1, False)])
def test_on_a_whole_page_a_deck_shares_words_or_may_be_body(score, is_deck):
    line = "Eighteen months of scaffolding, three winters of patience: nobody here had believed in it any more"
    story = PROSE["en"][0]
    body = story["paragraphs"][:3]

    def judge(document):
        scores = {line: score} | dict.fromkeys(body, 1.0)
        return [Scores(scores.get(t, 0.0), float(t == story["title"])) for t in map(document.text, document.blocks)]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    text = "\n".join((*(f"Item {n}" for n in range(40)), story["title"], line, "By Ana Silva", *body))
    assert newsclean.clean(text, pipeline=pipeline).deck == (line if is_deck else None)


def test_the_first_of_some_key_points_is_no_deck():
    points = ("- Rents will rise by a tenth", "- The hall opens in June")
    article = newsclean.clean("\n\n".join((TITLE, "\n".join(points), "By Ana Silva", BODY)))
    assert article.deck is None
    assert [p.text for p in article.paragraphs][:2] == list(points)


def test_clutter_below_a_deck_does_not_hide_that_it_is_one():
    between = [f"Item {n}" for n in range(30)]

    def judge(document):
        return [
            Scores(float(not text.startswith("Item")) * 0.9, float(text == TITLE))
            for text in map(document.text, document.blocks)
        ]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    article = newsclean.clean("\n".join((TITLE, DECK, *between, *STORY["paragraphs"])), pipeline=pipeline)
    assert article.deck == DECK


@pytest.mark.parametrize("deck", [DECK, "Old mill stands empty again"])
def test_what_is_no_sentence_right_under_the_title_is_the_deck(deck):
    assert newsclean.clean(f"{TITLE}\n{deck}\n\n{BODY}").deck == deck


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_first_paragraph_is_no_deck_however_it_is_parted_from_the_title(gap):
    article = newsclean.clean(f"{TITLE}{gap}{BODY}")
    assert (article.title, article.deck, article.text) == (TITLE, None, BODY)


def test_two_blank_lines_below_a_sentence_right_under_the_title_tell_that_it_is_the_deck():
    article = newsclean.clean(f"{TITLE}\n{DECK}.\n\n\n{BODY}\n\nAdvertisement")
    assert (article.title, article.deck, len(article.removed)) == (TITLE, f"{DECK}.", 1)


@pytest.mark.parametrize(("opening", "found"), [("June 5th, 2020", False), ("| Ana Silva", False), ("In short", True)])
def test_a_dated_line_is_no_deck(opening, found):
    document = read_text(f"{TITLE}\n\n{opening} | The old fish market of the harbour town of Wexley\n\n{BODY}")
    title, line, *body = document.blocks
    scored = (title.label("title"), line.scored(Scores(0.3)), *(block.scored(Scores(1.0)) for block in body))
    labelled = decks(attrs.evolve(document, blocks=scored, language="en"))
    assert any(labelled.find("deck")) == found


def test_where_no_line_ends_in_a_full_stop_the_first_is_no_deck():
    lines = [paragraph.rstrip(".") for paragraph in STORY["paragraphs"]]
    article = newsclean.clean("\n\n".join((TITLE, *lines)))
    assert article.deck is None
    assert [p.text for p in article.paragraphs] == lines


def test_a_line_of_the_body_above_the_title_is_its_deck_as_it_is_when_cleaned_again():
    def judge(document):
        return [Scores(0.9, float(document.text(block) == TITLE)) for block in document.blocks]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    article = newsclean.clean(f"{DECK}\n\n{TITLE}\n\n{BODY}", pipeline=pipeline)
    assert (article.title, article.deck) == (TITLE, DECK)


def test_what_was_broken_off_above_a_deck_does_not_hide_it():
    def judge(document):
        broken = [document.text(block).startswith(":") for block in document.blocks]
        return [Scores(0.06 if off else 0.9, float(n == 0)) for n, off in enumerate(broken)]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    article = newsclean.clean(f"{TITLE}\n\n: Wexley\n\n{DECK}\n\nBy Ana Silva\n\n{BODY}", pipeline=pipeline)
    assert article.deck == DECK


def test_the_first_of_three_lines_that_are_no_sentences_is_no_deck():
    points = ["The hall of the market opens in June", "Rents will rise by a tenth", "The harbour board votes in autumn"]
    article = newsclean.clean("\n\n".join((TITLE, *points, BODY)))
    assert article.deck is None
    assert [p.text for p in article.paragraphs][:3] == points


@pytest.mark.parametrize("line", ["File photo", "Illustration", "Photo: Ana Silva", "Video", "Getty Images"])
def test_a_first_paragraph_above_a_picture_is_no_deck(line):
    lead, *rest = STORY["paragraphs"][:5]
    article = newsclean.clean("\n\n".join((TITLE, lead, line, *rest)))
    assert (article.deck, [p.text for p in article.paragraphs]) == (None, [lead, *rest])


@pytest.mark.parametrize("line", ["File photo", "Representational image", "Infographic", "Cover photo"])
def test_a_picture_s_label_takes_no_paragraph_for_its_caption(line):
    first, second, *rest = STORY["paragraphs"][:5]
    article = newsclean.clean("\n\n".join((TITLE, first, line, second, *rest)))
    assert [p.text for p in article.paragraphs] == [first, second, *rest]


LONG_LEAD = (
    "El puerto de Olmeda reabrió el lunes tras dos años de obras. El muelle nuevo aguanta olas de seis metros, y los "
    "pescadores, que amarraban mientras tanto en Ribera, a veinte kilómetros de casa, han vuelto con sus 41 barcos. "
    "La alcaldesa, Nuria Salcedo, prometió que la lonja abrirá antes del verano, aunque falta permiso del ministerio, "
    "y los vecinos del barrio alto temen que vuelva el ruido de los camiones, que pasan por la única calle que tienen."
)


@pytest.mark.parametrize(("name", "is_deck"), [("excerpt", True), ("texto", False)])
def test_what_a_page_calls_a_deck_may_be_long(name, is_deck):
    body = "".join(f"<p class=texto>{text}</p>" for text in PROSE["es"][0]["paragraphs"][:4])
    article = newsclean.clean_html(
        f"<title>Olmeda recupera su puerto</title><article><h1>Olmeda recupera su puerto</h1>"
        f"<p class={name}>{LONG_LEAD}</p><div>{body}</div></article>"
    )
    assert (article.deck == LONG_LEAD) is is_deck


@pytest.mark.parametrize(
    ("behind", "deck"),
    [
        (
            " <span class=entry-subtitle>Los pescadores vuelven con 41 barcos</span>",
            "Los pescadores vuelven con 41 barcos",
        ),
        (" | Diario de la Ribera Alta", None),
        (" <span>12 de mayo de 2024</span>", None),
    ],
)
def test_a_headline_goes_on_behind_the_title_with_its_subtitle(behind, deck):
    body = "".join(f"<p>{text}</p>" for text in PROSE["es"][0]["paragraphs"][:4])
    title = "Olmeda recupera su puerto"
    article = newsclean.clean_html(
        f"<title>{title} | Diario de la Ribera Alta</title><meta property='og:title' content='{title}'>"
        f"<article><h1><span>{title}</span>{behind}</h1><div>{body}</div></article>"
    )
    assert article.deck == deck


STALLS = "Die Markthalle öffnet im Mai."
SUMMARY = "Die Markthalle öffnet im Mai nach zwei Jahren Umbau. Die Mieten für die Stände bleiben gleich."


@pytest.mark.parametrize(
    ("lead", "below", "is_deck"),
    [
        (SUMMARY, "", True),
        (STALLS, "", False),
        (STALLS, "Von Anna Traut\n\n", True),
        ("Solche Fluten kannten selbst alte Fischer nicht. Ihre Enkel erzählen davon.", "", False),
    ],
)
def test_a_sentence_that_nothing_sets_apart_is_the_deck_only_if_it_sums_up(lead, below, is_deck):
    title = "Markthalle am Fluss bleibt erhalten"
    body = [
        "Nach zwei Jahren Umbau öffnet die Markthalle am Fluss im Mai wieder, wie der Rat am Dienstag beschloss.",
        "Für die Stände bleiben die Mieten gleich, auch wenn der Umbau teurer wurde als gedacht.",
        "Im Herbst soll neben der Halle ein kleiner Park entstehen, der bis zum Wasser reicht.",
    ]

    def judge(document):
        texts = list(map(document.text, document.blocks))
        return [Scores(float(text in {lead, *body}), float(text == title), deck=float(text == lead)) for text in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    article = newsclean.clean("\n\n".join((title, lead, below + body[0], *body[1:])), pipeline=pipeline)
    assert (article.deck == lead) is is_deck
    assert (article.paragraphs[0].text == lead) is not is_deck


def test_an_item_of_a_list_is_no_deck():
    article = newsclean.clean(f"{TITLE}\n\nBy Ana Silva\n\n* Photos of the harbour in the storm\n\n{BODY}")
    assert article.deck is None
