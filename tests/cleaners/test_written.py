"""Title and deck of a text in the form in which articles are written, and texts that only look so."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaners.content import Content
from newsclean.cleaners.written import written
from newsclean.document import Scores
from newsclean.text import read

TITLE = "Storm closes the quay"
DECK = "Harbour: no ferry leaves before Tuesday 9:30, and forty lorries wait."
BODY = "The harbour master closed the north quay on Monday.\n\nMost of the drivers slept in a school nearby."


def head(text, title=0.9, **second):
    """What the step labels, where a model gives the first line a score for the title, and the second others."""

    def judge(document):
        return [Scores(0.3, title), Scores(0.9, **second), *[Scores(1.0)] * (len(document.blocks) - 2)]

    document = written(Content(judge)(read(text)))
    return [(block.role, document.text(block)) for block in document.blocks if block.role]


def test_the_line_right_under_the_first_is_the_deck_whatever_it_may_look_like_else():
    assert head(f"{TITLE}\n{DECK}\n\n{BODY}") == [("title", TITLE), ("deck", DECK)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{DECK}\n\n{BODY}",
        f"{TITLE}\n{DECK}\n{BODY}",
        f"{TITLE}\n{DECK}",
        f"# {TITLE}\n{DECK}\n\n{BODY}\n\n- one\n- two",
    ],
)
def test_a_text_laid_out_otherwise_is_left_to_others(text):
    assert head(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Silva and Joe Doe",
        "Monday, 3 March 2024, 4:30 pm",
        "Topics: harbour, storms, ferries",
        "So it ends",
        f"HAFNES, Norway (AP) — {DECK}",
        " ".join([DECK] * 7),
    ],
)
def test_a_second_line_that_signs_dates_labels_or_opens_like_a_report_is_no_deck(line):
    assert head(f"{TITLE}\n{line}\n\n{BODY}") == []


@pytest.mark.parametrize("second", [{"byline": 0.7}, {"date": 0.7}, {"caption": 0.7}])
def test_nor_is_what_the_model_takes_for_anything_else(second):
    assert head(f"{TITLE}\n{DECK}\n\n{BODY}", **second) == []


@pytest.mark.parametrize("line", [f"HAFNES, Norway (AP) — {DECK}", " ".join([DECK] * 7)])
def test_a_first_paragraph_that_no_blank_line_parts_from_the_title_stays_body(line):
    article = newsclean.clean(f"{TITLE}\n{line}\n\n{BODY}")
    assert (article.title, article.deck) == (TITLE, None)
    assert len(article.paragraphs) == 3
    again = newsclean.clean(article.to_text())
    assert (again.title, again.deck, again.text) == (TITLE, None, article.text)


def test_without_a_title_there_is_no_deck():
    assert head(f"{TITLE}\n{DECK}\n\n{BODY}", title=0.1) == []
    assert written(read(f"{TITLE}\n{DECK}\n\n{BODY}")).undecided
