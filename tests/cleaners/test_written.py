"""Texts in the form in which articles are written, and texts that only look so."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import Article, Paragraph
from newsclean.text import read

TITLE = "Storm closes the quay"
DECK = "Harbour: no ferry leaves before Tuesday 9:30, and forty lorries wait."
BODY = "The harbour master closed the north quay on Monday.\n\nMost of the drivers slept in a school nearby."
#: Lines that anywhere else are read, joined, cut or removed.
ODD = (
    "HAFNES, Norway (AP) — The harbour master closed the north quay.",
    "HAFNES, Norway (AP)",
    "which goes on in small letters",
    "1. See [the list](https://the-paper.example/list) of **ferries**.",
    "By train, and by sea",
    "Storm closes the quay",
    "The harbour master closed the north quay.The ferries wait.",
    "Sport",
    "Advertisement",
    "Photo: Joe Doe",
    "3 March 2024",
)


def labels(text):
    document = newsclean.Pipeline.only("language", "front_matter", "written")(read(text))
    return [(block.role, document.text(block)) for block in document.blocks]


def test_title_deck_and_body_are_told_by_the_blank_lines_between_them():
    first, second = BODY.split("\n\n")
    body = [("paragraph", first), ("paragraph", second)]
    assert labels(f"{TITLE}\n{DECK}\n\n\n{BODY}") == [("title", TITLE), ("deck", DECK), *body]
    assert labels(f"{TITLE}\n\n\n{BODY}\n") == [("title", TITLE), *body]
    assert labels(f"{TITLE}\n\n\n{BODY}\n".replace("\n", "\r\n")) == [("title", TITLE), *body]


@pytest.mark.parametrize("line", ODD)
@pytest.mark.parametrize("deck", [DECK, None])
def test_nothing_of_an_article_is_lost_whatever_its_lines_look_like(line, deck):
    first, second = BODY.split("\n\n")
    texts = [first, second, line, f"{first} {second}"]
    article = Article(title=TITLE, deck=deck, paragraphs=[*map(Paragraph, texts)])
    again = newsclean.clean(article.to_text())
    assert (again.title, again.deck, [p.text for p in again.paragraphs]) == (TITLE, deck, texts)
    assert not again.removed


@pytest.mark.parametrize(
    "head", [f"{ODD[0]}\n{DECK}", f"{TITLE}\n{ODD[0]}", f"{TITLE}\nBy the quay", f"{TITLE}.\n{TITLE}"]
)
def test_nor_is_anything_of_its_head(head):
    title, deck = head.split("\n")
    article = newsclean.clean(f"{head}\n\n\n{BODY}")
    assert (article.title, article.deck, article.text) == (title, deck, BODY)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{BODY}",
        f"{TITLE}\n{DECK}\n\n{BODY}",
        f"{TITLE}\n\n\n{DECK}",
        f"{TITLE}\n{DECK}\n\n\n{DECK}",
        f"{TITLE}\n{DECK}\nBy Ana Silva\n\n\n{BODY}",
        f"{TITLE}\n\n\n\n{BODY}",
        f"{TITLE}\n\n\n{BODY}\nA line more.",
        f"{TITLE}\n\n\n{BODY}\n\n\nA paragraph more.",
        f"{TITLE} \n\n\n{BODY}",
        f"{TITLE}\n\n\n{BODY.replace(' ', '  ', 1)}",
        f"{TITLE}\n\n\n{BODY.replace(' ', chr(0xA0), 1)}",
        f"# {TITLE}\n\n\n{BODY}",
        f"<p>{TITLE}</p>\n\n\n{BODY}",
    ],
)
def test_a_text_laid_out_otherwise_is_left_to_others(text):
    assert {role for role, _ in labels(text)} == {""}


@pytest.mark.parametrize(
    "line", ["By Ana Silva and Joe Doe", "Photo: Joe Doe", "Monday, 3 March 2024, 4:30 pm", "Advertisement"]
)
def test_so_is_one_with_a_line_that_no_article_has(line):
    text = f"{TITLE}\n\n\n{line}\n\n{BODY}"
    assert {role for role, _ in labels(text)} == {""}
    article = newsclean.clean(text)
    assert (article.title, article.text) == (TITLE, BODY)


def test_so_is_one_that_ends_in_clutter():
    article = newsclean.clean(f"{TITLE}\n\n\n{BODY}\n\nAdvertisement")
    assert (article.title, article.text, len(article.removed)) == (TITLE, BODY, 1)


def test_so_are_keys_and_values_at_its_head():
    article = newsclean.clean(f"Title: {TITLE}\nURL: https://the-paper.example/quay\n\n\n{BODY}")
    assert (article.title, article.url) == (TITLE, "https://the-paper.example/quay")


def test_and_one_that_begins_with_more_than_a_headline():
    assert {role for role, _ in labels(f"{' '.join([DECK] * 4)}\n\n\n{BODY}")} == {""}
