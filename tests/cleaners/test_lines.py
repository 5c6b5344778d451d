"""One line of clutter between the short sentences of an article, in many languages: `lines.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import newsclean

LANGUAGES = tomllib.loads((Path(__file__).parents[1] / "lines.toml").read_text("utf-8"))
#: Within the article with blank lines between its lines, and below it without.
PLACES = pytest.mark.parametrize(("below", "parting"), [(False, "\n\n"), (True, "\n")])


def lines(kind):
    return [pytest.param(code, line, id=f"{code}: {line}") for code, of in LANGUAGES.items() for line in of[kind]]


def cleaned(code, line, below, parting):
    """What comes of a language's article with a line put below its third sentence, or below the last."""
    article = LANGUAGES[code]
    first, rest = article["sentences"][:3], article["sentences"][3:]
    return newsclean.clean(parting.join((article["title"], *first, *((*rest, line) if below else (line, *rest)))))


@PLACES
@pytest.mark.parametrize(("code", "line"), lines("gone"))
def test_clutter_goes_and_no_sentence_with_it(code, line, below, parting):
    article = cleaned(code, line, below, parting)
    assert line in [r.text for r in article.removed]
    assert " ".join(p.text for p in article.paragraphs).split() == " ".join(LANGUAGES[code]["sentences"]).split()


@PLACES
@pytest.mark.parametrize(("code", "line"), lines("stay"))
def test_a_sentence_on_such_things_stays(code, line, below, parting):
    assert line in "\n".join(p.text for p in cleaned(code, line, below, parting).paragraphs)
