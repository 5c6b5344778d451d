"""Words that a layout broke: a letter set large, a hyphen at the end of a line."""

from __future__ import annotations

import pytest

import newsclean

TITLE = "The ferry that nobody wanted"
BELOW = (
    "Then a farmer bought it, who had never been at sea, and the town laughed for a year about the man and his ferry.",
    "For four winters it has carried the school's children, and the doctor says that he would not be there without it.",
)


def paragraphs(first):
    text = "\n\n".join((TITLE, first, *BELOW))
    article = newsclean.clean(text)
    assert "".join(text[s.start : s.end] for s in article.segments) == text
    return [p.text for p in article.paragraphs]


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize(
    ("letter", "rest"),
    [
        ("T", "he old ferry lay in the harbour for eleven years, and in all of them nobody gave a thought to it."),
        ("F", "our winters the old ferry lay in the harbour, and in all of them nobody gave a thought to it."),
    ],
)
def test_the_first_letter_goes_with_its_word(letter, rest, gap):
    assert paragraphs(letter + gap + rest) == [letter + rest, *BELOW]


@pytest.mark.parametrize(
    "first",
    [
        "T cells are what the doctors looked for, and in all of the winters on the ferry nobody thought of them.",
        "A man who had never been at sea bought the old ferry, and for a year the town had something to laugh about.",
    ],
)
def test_a_letter_may_be_a_word(first):
    assert paragraphs(first) == [first, *BELOW]


@pytest.mark.parametrize(("letter", "gap"), [("C", ""), ("A", " ")])
def test_a_capital_alone_is_part_of_the_paragraph_right_below(letter, gap):
    rest = "hilly morning for the old ferry, which nobody had wanted for eleven years, and which sails again today."
    assert paragraphs(f"{letter}\n{rest}") == [f"{letter}{gap}{rest}", *BELOW]


HYPHENED = """\
The ferryman was not asked, and the ferry was sold by the har-
bour board on Tuesday, in a well-attended and much-discus-
sed meeting at which pre- and post-war ferries were com-
pared, and in which the harbour's debts were named for the
first time. Nobody had known of them, and that was a well-
attended secret.

The board will meet again in May, when the pre-
and post-war ferries are to be compared once more, and the
harbour master will be asked what he knew of the debts of
the ferry and of the meeting that nobody had been told of."""


def test_hyphens_at_the_ends_of_lines():
    article = newsclean.clean(f"{TITLE}\n\n{HYPHENED}")
    first, second = (p.text for p in article.paragraphs)
    assert "sold by the harbour board" in first
    assert "a well-attended secret" in first
    assert "much-discussed meeting" in first
    assert "when the pre- and post-war" in second
    assert "".join(f"{TITLE}\n\n{HYPHENED}"[s.start : s.end] for s in article.segments) == f"{TITLE}\n\n{HYPHENED}"


def told(text):
    article = newsclean.clean(text)
    assert "".join(text[s.start : s.end] for s in article.segments) == text
    return " ".join(p.text for p in article.paragraphs)


BROKEN = """\
Der Fährmann vom Osthafen

Der Fährmann wurde nicht gefragt, als die alte Fähre am Diens-
tag in einer Sitzung des Hafenrats verkauft wurde, an der rund
dreißig Leute teilnahmen und in der die Schulden des Hafens zum
ersten Mal zur Sprache kamen, von denen bis dahin niemand ge-
wusst hatte. Seit dem Herbst liegt sie im deutsch-dänischen
Grenzhafen, wo ein Bauer sie abends auf- und abfahren lässt.

Der Rat tagt im Mai wieder. Dann soll es um das deutsch-
dänische Abkommen gehen und um die Frage, was der Hafenmei-
ster von den Schulden der Fähre und von der Sitzung wusste, von
der keiner in der Stadt etwas erfahren hatte."""


def test_words_of_a_layout_that_breaks_words():
    text = told(BROKEN)
    assert "am Dienstag" in text
    assert "niemand gewusst hatte" in text
    assert "der Hafenmeister von" in text
    assert text.count("deutsch-dänische") == 2
    assert "auf- und abfahren" in text


COMPOUNDS = """\
The long-awaited ferry

The long-awaited ferry came on Tuesday, to a half-empty quay,
and its crew of nine was met by a band of two and by a short-
lived cheer. The state-owned line had sold no more than eleven
tickets, all of them to well-meaning pensioners of the harbour
town, and the last-minute offer of free tea had drawn nobody.

The captain, a soft-spoken man of sixty, said that the fifty-
year lease was in good hands, and that the so-called season of
storms would bring passengers, as it had done in other years."""


def test_compounds_keep_their_hyphens_where_no_words_are_broken():
    text = told(COMPOUNDS)
    assert "a short-lived cheer" in text
    assert "the fifty-year lease" in text
