"""One line of clutter among the short sentences of an article, in many languages: `lines.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import newsclean

TESTS = Path(__file__).parents[1]
LANGUAGES = tomllib.loads((TESTS / "lines.toml").read_text("utf-8"))
SENTENCES = tomllib.loads((TESTS / "sentences.toml").read_text("utf-8"))


def lines(kind):
    return [pytest.param(code, line, id=f"{code}: {line}") for code, of in LANGUAGES.items() for line in of[kind]]


def told(code):
    """The title of a language's article, its first sentences and its last."""
    of = LANGUAGES[code]
    title, *sentences = (of["title"], *of["sentences"]) if "title" in of else SENTENCES[code]["text"]
    half = (len(sentences) + 1) // 2
    return title, sentences[:half], sentences[half:]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(("code", "line"), lines("gone"))
def test_clutter_goes_and_no_sentence_with_it(code, line, gap):
    title, first, last = told(code)
    article = newsclean.clean(gap.join((title, *first, line, *last)))
    texts = [text for text in (article.deck, *(p.text for p in article.paragraphs)) if text]
    assert " ".join(texts).split() == " ".join((*first, *last)).split()


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(("code", "line"), lines("stay"))
def test_a_sentence_on_such_things_stays(code, line, gap):
    title, first, last = told(code)
    article = newsclean.clean(gap.join((title, *first, line, *last)))
    assert line in "\n".join(p.text for p in article.paragraphs)
