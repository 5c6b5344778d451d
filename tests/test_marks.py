"""Soft hyphens and marks of direction: in no field, in the way of no phrase, and accounted for."""

from __future__ import annotations

import pytest
from generators import PROSE
from invariants import assert_sound

import newsclean
from newsclean.text import marks, read

BODY = "\n\n".join(PROSE["de"][0]["paragraphs"])
TITLE = PROSE["de"][0]["title"]


def soft(text):
    """A text with a soft hyphen in every longer word."""
    return " ".join(f"{word[:3]}\u00ad{word[3:]}" if len(word) > 5 else word for word in text.split(" "))


@pytest.mark.parametrize("prompt", ["Newsletter abonnieren", "Artikel teilen", "Anzeige"])
def test_prompts_are_known(prompt):
    first, rest = BODY.split("\n\n", 1)
    given = f"{TITLE}\n\n{first}\n\n{soft(prompt)}\n\n{rest}"
    page = "".join(f"<p>{line}</p>" for line in given.split("\n\n")[1:])
    for article in (newsclean.clean(given), newsclean.clean_html(f"<article><h1>{TITLE}</h1>{page}</article>")):
        assert article.text == BODY
        assert_sound(article)


def test_fields_are_without():
    article = newsclean.clean(f"{soft(TITLE)}\n\nVon \u200fJo\u00adhanna Beispiel\u200e\n\n{soft(BODY)}")
    assert (article.title, article.authors, article.text) == (TITLE, ("Johanna Beispiel",), BODY)
    assert "\u00ad" in {article.source[s.start : s.end] for s in article.segments if s.role == "removed"}
    assert_sound(article)


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u2060"])
def test_spaces_of_no_width_are_in_no_field(mark):
    # Alone: nothing else that nobody sees is in the text.
    title, body = (text.replace("e", f"e{mark}") for text in (TITLE, BODY))
    page = "".join(f"<p>{line}</p>" for line in body.split("\n\n"))
    for article in (newsclean.clean(f"{title}\n\n{body}"), newsclean.clean_html(f"<h1>{title}</h1>{page}")):
        assert (article.title, article.text) == (TITLE, BODY)
        assert_sound(article)


def test_what_a_page_states_is_without():
    head = f'<title>{soft(TITLE)}</title><meta name="author" content="\u200fAna Silva\u200f">'
    body = "".join(f"<p>{soft(text)}</p>" for text in BODY.split("\n\n"))
    article = newsclean.clean_html(f"<head>{head}</head><article><h1>{soft(TITLE)}</h1>{body}</article>")
    assert (article.title, article.authors, article.text) == (TITLE, ("Ana Silva",), BODY)


def test_joiners_stay():
    assert marks.without("می\u200cخواهم \u200fسلام") == "می\u200cخواهم سلام"


def test_a_soft_hyphen_at_the_end_of_a_line_goes_with_the_break():
    assert marks.among("Ver\u00ad\n öffentlicht", 0, 16) == ((3, 6),)


def test_marks_within_markup_are_markup():
    (block,) = read("# A [name](https://a.example/\u200e) and\u00ad more").blocks
    assert block.holes == tuple(sorted(block.holes))
    assert all(first[1] <= second[0] for first, second in zip(block.holes, block.holes[1:], strict=False))


def test_marks_that_are_set_apart_are_no_table():
    assert_sound(newsclean.clean("Rates\n\u200b\t\u202e\n\u200b\t\u202e"))
