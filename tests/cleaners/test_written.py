"""Texts in the form in which articles are written, and texts that only look so."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import Article, Paragraph
from newsclean.text import read

TITLE = "Storm closes the quay"
DECK = "Harbour: no ferry leaves before Tuesday 9:30, and forty lorries wait."
BODY = "The harbour master closed the north quay on Monday.\n\nMost of the drivers slept in a school nearby."
GAP = "\n\n\n\n"
#: Lines that anywhere else are read, joined, cut, repaired or removed.
ODD = (
    "HAFNES, Norway (AP) — The harbour master closed the north quay.",
    "HAFNES, Norway (AP)",
    "which goes on in small letters",
    "1. See [the list](https://the-paper.example/list) of **ferries**.",
    "# Ferries",
    "> Nobody told us.",
    "<p>The ferries wait.</p>",
    "---",
    "title: Ferries wait",
    "By train, and by sea",
    "By Ana Silva and Joe Doe",
    "Storm closes the quay",
    "The harbour master closed the north quay.The ferries wait.",
    "The sailors’ word &quot;quay&quot; is spelt FÃ¤hre",
    "Sport",
    "Advertisement",
    "Photo: Joe Doe",
    "Monday, 3 March 2024, 4:30 pm",
    " ".join([DECK] * 4),
)


def labels(text):
    document = newsclean.Pipeline.only("encoding", "language", "front_matter", "written")(read(text))
    return [(block.role, document.text(block)) for block in document.blocks]


def test_title_deck_and_body_are_told_by_the_blank_lines_between_them():
    first, second = BODY.split("\n\n")
    body = [("paragraph", first), ("paragraph", second)]
    assert labels(f"{TITLE}\n{DECK}{GAP}{BODY}") == [("title", TITLE), ("deck", DECK), *body]
    assert labels(f"{TITLE}{GAP}{BODY}\n") == [("title", TITLE), *body]
    assert labels(f"{TITLE}{GAP}{BODY}\n".replace("\n", "\r\n")) == [("title", TITLE), *body]
    assert labels(f"{TITLE}{GAP}{first}") == [("title", TITLE), *body[:1]]
    assert labels(f"{GAP}{BODY}") == body
    assert labels(f"\n{DECK}{GAP}{BODY}") == [("deck", DECK), *body]


@pytest.mark.parametrize("line", ODD)
@pytest.mark.parametrize("title", [TITLE, None])
@pytest.mark.parametrize("deck", [DECK, None])
def test_an_article_stays_as_it_is_whatever_its_lines_look_like(line, title, deck):
    first, second = BODY.split("\n\n")
    for texts in ([line], [line, first, second], [first, line, f"{first} {second}"], [first, second, line]):
        for head in ((title, deck), (title and line, deck), (title, deck and line)):
            article = Article(title=head[0], deck=head[1], paragraphs=[*map(Paragraph, texts)])
            again = newsclean.clean(article.to_text())
            assert (again.title, again.deck, [p.text for p in again.paragraphs]) == (*head, texts)
            assert not again.removed


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{TITLE}\n\n{BODY}",
        f"{TITLE}\n\n\n{BODY}",
        f"{TITLE}\n{DECK}\n\n{BODY}",
        f"{TITLE}\n{DECK}\nBy Ana Silva{GAP}{BODY}",
        f"{TITLE}\n{GAP}{BODY}",
        f"\n{GAP}{BODY}",
        f"{GAP}{BODY}\n\n",
        f"{TITLE}{GAP}{BODY}\nA line more.",
        f"{TITLE}{GAP}{BODY}{GAP}A paragraph more.",
        f"{TITLE} {GAP}{BODY}",
        f"{TITLE}{GAP}{BODY.replace(' ', '  ', 1)}",
        f"{TITLE}{GAP}{BODY.replace(' ', chr(0xA0), 1)}",
        f"{TITLE}{GAP}",
        GAP,
        f"# {TITLE}\n\n\n{BODY}",
        f"<p>{TITLE}</p>\n\n\n{BODY}",
    ],
)
def test_a_text_laid_out_otherwise_is_left_to_others(text):
    assert {role for role, _ in labels(text)} <= {""}


def test_nor_does_it_keep_clutter_or_keys():
    article = newsclean.clean(f"{TITLE}\n\n\nBy Ana Silva and Joe Doe\n\n{BODY}\n\nAdvertisement")
    assert (article.title, article.text, len(article.removed)) == (TITLE, BODY, 1)
    article = newsclean.clean(f"Title: {TITLE}\nURL: https://the-paper.example/quay\n\n\n{BODY}")
    assert (article.title, article.url) == (TITLE, "https://the-paper.example/quay")


def test_what_the_text_says_again_and_again_stays():
    lines = ("Dalen, 5 May", "Nobody sailed.", "The quay is shut.") * 3
    text = TITLE + GAP + "\n\n".join(lines)
    assert [p.text for p in newsclean.clean(text).paragraphs] == list(lines)
