"""Agencies of all languages, in one list."""

from __future__ import annotations

from newsclean import lexicon
from newsclean.language import datelines
from newsclean.language.reader import Reader


def test_agencies_are_those_of_every_file():
    for language in lexicon.languages():
        assert set(lexicon.load(language)["datelines"]["agencies"]) <= lexicon.agencies()


def test_a_dateline_loads_no_other_languages(monkeypatch):
    """With what was compiled; without it there is nothing else to read."""
    compiled = {"agencies": ("ANSA", "dpa")}
    lexicon.agencies.cache_clear()
    monkeypatch.setattr(lexicon.compiled, "piece", compiled.get)
    monkeypatch.setattr(lexicon, "load", None)
    assert lexicon.agencies() == {"ANSA", "dpa"}
    lexicon.agencies.cache_clear()


def test_an_agency_of_another_language_is_known():
    filed = datelines.parse("ROMA, 5 May (ANSA) - The council met on Monday.", Reader("en"))
    assert filed is not None
    assert (filed.place, filed.agency) == ("ROMA", "ANSA")
