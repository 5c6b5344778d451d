"""Last lines that somebody says in the words of a button."""

from __future__ import annotations

from html import escape

import pytest

import newsclean
from newsclean.cleaners.content import Content
from newsclean.document import Scores

TOLD = (
    "Council sells the ferry",
    "The council of Brill sold its last ferry on Tuesday, eleven years after the bridge was opened, the clerk said.",
    "The buyer, a retired baker from Upper Brill, wants to moor the boat behind his house and to sleep in it.",
    "His wife was asked on the landing stage whether she would move in as well, and she did not think for long.",
)
SAID = ("Yes.", '"No."', "Not now.", '"Not now."', "“Help!”", "I agree.", "No comment.", "– Home.", "Yes. Yes.")
BUTTONS = ("Yes", "Not now", "I agree", "Home", "Sign up now.", "Subscribe today.", "All rights reserved.")


def page(*lines):
    title, *paragraphs = map(escape, lines)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<nav><a href="/">Home</a></nav><article><h1>{title}</h1>{body}</article><footer>Contact</footer>'


@pytest.mark.parametrize("line", SAID)
def test_an_answer_stays_as_last_line(line):
    for article in (newsclean.clean("\n\n".join((*TOLD, line))), newsclean.clean_html(page(*TOLD, line))):
        assert article.paragraphs[-1].text == line


@pytest.mark.parametrize(
    "line",
    [
        "“Subscribe now”, said a poster at the bus stop.", "'Log in to continue,' said the screen.",
        '"All rights reserved," she smiled. "Reserved for whom?"', "«Iscriviti ora», gridava il manifesto.",
        "„Zapisz się teraz” – krzyczał plakat.",
    ],
)  # fmt: skip
def test_a_quoted_prompt_stays_with_who_said_so(line):
    for article in (newsclean.clean("\n\n".join((*TOLD, line))), newsclean.clean_html(page(*TOLD, line))):
        assert article.paragraphs[-1].text == line


@pytest.mark.parametrize("line", BUTTONS)
def test_a_button_or_a_prompt_goes(line):
    for article in (newsclean.clean("\n\n".join((*TOLD, line))), newsclean.clean_html(page(*TOLD, line))):
        assert article.paragraphs[-1].text == TOLD[-1]


def test_an_answer_among_buttons_is_none():
    article = newsclean.clean("\n\n".join((*TOLD, "Subscribe to our newsletter", "Not now.", "Sign up", "Log in")))
    assert article.paragraphs[-1].text == TOLD[-1]


@pytest.mark.parametrize(("line", "stays"), [("Ende.", True), ("Ende", False), ("ENDE", False), ("ENDE.", False)])
def test_a_last_word_with_a_full_stop_marks_no_end(line, stays):
    told = (
        "Das letzte Schiff fuhr am Dienstag um neun Uhr ab, und die Bewohner von Altwerder winkten ihm vom Ufer nach.",
        "Auf dem Deck stand nur der Kapitän, der seit dreißig Jahren jeden Morgen dieselbe Strecke gefahren war.",
    )
    article = newsclean.clean("\n\n".join(("Das letzte Schiff", *told, line)))
    assert article.paragraphs[-1].text == (line if stays else told[-1])


@pytest.mark.parametrize(
    ("line", "score", "kept"),
    [
        ("<p>Das Buch:<br><a href=/b>Hafen bei Nacht</a></p>", 0.2, True),
        ("<p>Das Buch:<br><a href=/b>Hafen bei Nacht</a></p>", 0.05, False),
        ("<p>Das Buch:</p><p><a href=/b>Hafen bei Nacht</a></p>", 0.2, False),
        ("<p>Das Buch<br><a href=/b>Hafen bei Nacht</a></p>", 0.2, False),
        ("<p>Lesen Sie auch:<br><a href=/b>Hafen bei Nacht</a></p>", 0.2, False),
    ],
)
def test_what_stands_behind_a_label_in_its_paragraph(line, score, kept):
    html = "".join(f"<p>{text}</p>" for text in TOLD[1:])
    document = newsclean.html.read(f"<html lang=de><body><article>{html}{line}</article></body></html>")

    def judged(document):
        return [Scores(score if document.text(block) == "Hafen bei Nacht" else 0.8) for block in document.blocks]

    assert Content(judged)(document).blocks[-1].judged_body == kept
