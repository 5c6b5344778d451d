"""What a paragraph quotes, set once more with who says it, and what only looks so."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean

SAID = {
    "en": ("We built this wall with our own hands and nobody asked", '"{}," said Ana Silva, who lives beside it.'),
    "de": ("Wir haben diese Mauer mit eigenen Händen gebaut und keiner fragte", "„{}“, sagte Ana Silva am Montag."),
    "es": ("Levantamos este muro con nuestras manos y nadie preguntó", "«{}», dijo Ana Silva, que vive al lado."),
    "ja": (
        "私たちはこの壁を自分たちの手で築き、誰も何も尋ねなかった",
        "「{}」と田中花子さんは話し、壁の前で手を広げてみせた。",
    ),
}
MARKS = {"en": '"{}."', "de": "„{}.“", "es": "«{}».", "ja": "「{}」"}
WHO = {"en": "Ana Silva, Wexley", "de": "– Ana Silva, Anwohnerin", "es": "Ana Silva (vecina)", "ja": "田中花子"}


def body(language, *lines):
    """The paragraphs of a story of two and some lines between them."""
    story = PROSE[language][0]
    first, *rest = story["paragraphs"]
    quoted = SAID[language][1].format(SAID[language][0])
    article = newsclean.clean("\n\n".join((story["title"], first, quoted, *lines, *rest)))
    return [paragraph.text for paragraph in article.paragraphs], [first, quoted, *rest]


@pytest.mark.parametrize("language", SAID)
def test_a_pull_quote_goes_with_who_says_it(language):
    found, right = body(language, MARKS[language].format(SAID[language][0]), WHO[language])
    assert found == right


def test_also_without_marks_and_on_one_line():
    for lines in (
        ["We built this wall with our own hands and nobody asked.", "Ana Silva"],
        ["“We built this wall with our own hands and nobody asked” — Ana Silva, Wexley"],
    ):
        found, right = body("en", *lines)
        assert found == right


@pytest.mark.parametrize(
    "lines",
    [
        [
            '"We built this wall with our own hands and nobody asked."',
            "The board meets again on Monday in the old hall.",
        ],
        ['"We built this wall with our own hands, and the next one, too, will be ours."', "Ana Silva, Wexley"],
        ['"Nobody asked."', "Ana Silva, Wexley"],
    ],
)
def test_what_nobody_signs_or_the_text_has_not_stays(lines):
    assert set(lines[:1]) <= set(body("en", *lines)[0])
