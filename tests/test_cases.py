"""Cases that are data: `cases/*.json`.

A case has a `label`, a `language`, a `comment`, a `text` (blocks, a blank line between two) and what it must give:
`expect` holds fields of the Article (`paragraphs` as texts; `headings` those of them that are headings; `kinds` the
paragraphs' kinds; `removed` what must lie inside a removal of that kind; `removed_none`: nothing was removed).
Negative cases must come out as they went in. `@title`, `@deck`, `@1` … stand for parts of the language's first story in
`prose.toml`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from generators import PROSE

import newsclean

CASES = Path(__file__).parent / "cases"


def load(name):
    return [pytest.param(case, id=case["label"]) for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))]


def told(value, language):
    """A value with its `@` names written out."""
    if isinstance(value, list):
        return [told(item, language) for item in value]
    if isinstance(value, dict):
        return {key: told(item, language) for key, item in value.items()}
    if not isinstance(value, str):
        return value
    story = PROSE[language][0]
    names = {
        "title": story["title"],
        "deck": story["deck"],
        **{str(n): p for n, p in enumerate(story["paragraphs"], 1)},
    }
    return re.sub(r"@(title|deck|\d)", lambda match: names[match[1]], value)


def cleaned(case):
    return newsclean.clean("\n\n".join(told(case["text"], case["language"])))


def check(case):
    article = cleaned(case)
    data = article.to_dict()
    data["headings"] = [p["text"] for p in data["paragraphs"] if p["kind"] == "heading"]
    data["kinds"] = [p["kind"] for p in data["paragraphs"]]
    data["paragraphs"] = [p["text"] for p in data["paragraphs"]]
    data["removed_none"] = not data["removed"]
    expect = told(case["expect"], case["language"])
    wanted = expect.pop("removed", [])
    assert {key: data[key] for key in expect} == expect
    for removal in wanted:
        assert any(removal["text"] in r["text"] and removal["kind"] == r["kind"] for r in data["removed"]), (
            removal,
            data["removed"],
        )


@pytest.mark.parametrize("case", load("in-the-wild"))
def test_in_the_wild(case):
    check(case)


@pytest.mark.parametrize("case", load("synthetic"))
def test_synthetic(case):
    check(case)


@pytest.mark.parametrize("case", load("negative"))
def test_negative(case):
    article = cleaned(case)
    title, *paragraphs = told(case["text"], case["language"])
    assert article.removed == ()
    assert (article.title, article.dateline, article.authors, article.published, article.credit) == (
        title,
        None,
        (),
        None,
        None,
    )
    assert [article.deck, *(p.text for p in article.paragraphs)][article.deck is None :] == paragraphs


@pytest.mark.parametrize("case", load("known-failures"))
@pytest.mark.xfail(raises=AssertionError, reason="known")
def test_known_failures(case):
    check(case)


@pytest.mark.parametrize("name", ["in-the-wild", "synthetic", "negative", "known-failures"])
def test_every_case_has_a_label_of_its_own_and_a_comment(name):
    cases = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    assert all(isinstance(case["comment"], str) and case["label"] for case in cases)
    assert len({case["label"] for case in cases}) == len(cases)
