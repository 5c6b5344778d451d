"""Texts with JSON's escapes left in them."""

from __future__ import annotations

import json

import pytest
from generators import LANGUAGES, PROSE

import newsclean
from newsclean.text.escapes import unescaped


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_text_printed_as_json(code, ascii_only):
    story = PROSE[code][0]
    text = "\n\n".join((story["title"], *story["paragraphs"]))
    article = newsclean.clean(json.dumps(text, ensure_ascii=ascii_only)[1:-1])
    assert article.source == text
    assert article == newsclean.clean(text)


def test_words_with_escapes_between_line_breaks():
    assert unescaped("The town\\u2019s vote.\nIt was \\u201cfinal\\u201d.") == "The town’s vote.\nIt was “final”."


@pytest.mark.parametrize(
    "text",
    [
        r"It lay in C:\news\notes and in C:\temp\new.txt, the court heard.",
        r'Programs write "\u00e9" and "\u00e8" for these.',
        "The file ended in a \\ and nobody knew why.",
        "A line.\\n\nAnother line.",
    ],
)
def test_a_backslash_may_be_one(text):
    assert unescaped(text) == text


def test_half_a_pair_is_no_character():
    assert unescaped("The town\\ud83d vote, the town\\u2019s.") == "The town\N{REPLACEMENT CHARACTER} vote, the town’s."
