"""The categories of phrases: no file has others, and nothing in the code asks for others."""

from __future__ import annotations

import ast
import re
from copy import deepcopy
from pathlib import Path

import pytest

from newsclean.language import clutter
from newsclean.language.line import Reading
from newsclean.lexicon import Lexicon, languages, load, parsed, phrases
from newsclean.lexicon.categories import CATEGORIES, KINDS, check
from newsclean.model import phrases as looked_up

PACKAGE = Path(__file__).parents[2] / "newsclean"
TABLES, LISTS = ({category.split(".")[part] for category in CATEGORIES} for part in (0, 1))
#: Modules with other names that look like a category's: of lists without phrases, of meta tags.
OTHERS = {"lexicon/categories.py", "naming.py"}
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}


def changed(path, name, new):
    """The English file with a key in a table renamed, or dropped."""
    data = deepcopy(dict(load("en")))
    table = data
    for key in path:
        table = table[key]
    entries = table.pop(name)
    if new:
        table[new] = entries
    return data


@pytest.mark.parametrize(
    ("path", "name", "new", "message"),
    [
        (["bylines"], "given", "givn", "en.toml: unknown key 'bylines.givn'"),
        (["clutter", "share"], "signs", "sings", "en.toml: unknown key 'clutter.share.sings'"),
        (["clutter"], "share", "shares", "en.toml: unknown keys 'clutter.shares.openings', 'clutter.shares.signs'"),
        ([], "tags", "tag", "en.toml: unknown key 'tag.labels'"),
        ([], "function_words", "stopwords", "en.toml: unknown key 'stopwords'"),
        (["dates"], "months", None, "en.toml: missing key 'dates.months'"),
        (["clutter", "paywall"], "truncated", None, "en.toml: missing key 'clutter.paywall.truncated'"),
        ([], "sections", None, "en.toml: missing key 'sections.names'"),
    ],
)
def test_a_misspelt_or_missing_key_is_named(path, name, new, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        check(changed(path, name, new), "en.toml")


def test_what_a_few_languages_have_may_be_missing():
    check(changed(["bylines"], "given", None), "en.toml")


def test_files_are_checked_when_parsed(monkeypatch):
    monkeypatch.setattr("tomllib.loads", lambda _: {"code": "en"})
    with pytest.raises(ValueError, match=r"en\.toml: missing keys 'bylines\.closings', "):
        parsed("en")


def test_every_category_has_phrases():
    assert {category for code in languages() for category, _ in phrases(load(code))} == CATEGORIES


def test_the_kinds_of_clutter_are_the_same_everywhere():
    assert sorted(clutter.ORDER) == sorted(looked_up.KINDS) == sorted(KINDS)


def test_the_models_lists_exist():
    assert {f"{table}.{name}" for table, *names in looked_up._EXTRA_LISTS.values() for name in names} <= CATEGORIES | {
        "dates.months"
    }


@pytest.mark.parametrize("ask", ["starts", "stops", "whole"])
def test_no_test_may_ask_for_a_category_that_there_is_not(ask):
    with pytest.raises(AssertionError, match=r"bylines\.opening'"):
        getattr(Reading("By Ana Silva", Lexicon.of("en")), ask)("bylines.opening")


@pytest.mark.parametrize("module", sorted(MODULES.keys() - OTHERS))
def test_the_code_names_no_category_that_there_is_not(module):
    nodes = ast.walk(ast.parse(MODULES[module].read_text("utf-8")))
    literals = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    named = [text.split(".") for text in literals if re.fullmatch(r"[a-z]+\.[a-z_]+", text)]
    assert {f"{table}.{name}" for table, name in named if table in TABLES or name in LISTS} <= CATEGORIES
