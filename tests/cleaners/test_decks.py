"""The deck."""

from __future__ import annotations

from generators import PROSE

import newsclean

STORY = PROSE["en"][0]
TITLE, DECK = STORY["title"], STORY["deck"]
BODY = "\n\n".join(STORY["paragraphs"][:3])


def test_a_line_without_a_full_stop_is_the_deck():
    assert newsclean.clean(f"{TITLE}\n\n{DECK}\n\n{BODY}").deck == DECK


def test_a_paragraph_above_the_byline_is_the_deck():
    deck = f"{DECK}, the harbour board has said."
    article = newsclean.clean(f"{TITLE}\n\n{deck}\n\nBy Ana Silva\n\n{BODY}")
    assert (article.deck, article.authors) == (deck, ("Ana Silva",))


def test_the_first_paragraph_is_no_deck():
    article = newsclean.clean(f"{TITLE}\n\n{BODY}")
    assert article.deck is None
    assert article.paragraphs[0].text == STORY["paragraphs"][0]


def test_a_byline_is_no_deck():
    assert newsclean.clean(f"{TITLE}\n\nBy Ana Silva, political editor\n\n{BODY}").deck is None


def test_the_title_once_more_is_no_deck():
    assert newsclean.clean(f"{TITLE}\n\n{TITLE}\n\n{BODY}").deck is None
