"""Encoding repair, and what it must leave alone."""

from __future__ import annotations

import pytest

import newsclean


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("The boardâ€™s decision was â€œfinalâ€\x9d, it said.", "The board’s decision was “final”, it said."),
        ("In KÃ¶ln und MÃ¼nchen fÃ¤hrt heute kein Zug.", "In Köln und München fährt heute kein Zug."),
        ("Fish &amp; chips cost &pound;9 &mdash; or more.", "Fish & chips cost £9 — or more."),
        ("A\x00 line\x07 with controls.", "A line with controls."),
        ("ÐœÑ\x8dÑ€ Ð¾Ð±ÐµÑ‰Ð°ÐµÑ‚ Ð½Ð¾Ð²Ñ‹Ð¹ Ð¼Ð¾Ñ\x81Ñ‚", "Мэр обещает новый мост"),
    ],
)
def test_repaired(broken, sound):
    assert newsclean.clean(broken).source == sound


@pytest.mark.parametrize(
    "text",
    [
        "“Curly” ‘quotes’ and „German“ ones «and» these.",
        "The oﬃce ﬁle is ﬂat.",
        "Ｆｕｌｌ－ｗｉｄｔｈ　１２３％",
        "e\u0301 stays two characters",
        "teh slip stays, and so do  two spaces",
        "① ½ ² ™ … ‐ ‑ – — − ·",
        "AT&T; R&D; Q&A",
        "naïve São Paulo Ångström à la carte â ê",
        "ﷺ and \u200fright\u200e marks",
        "\ttabs\tand\u00a0no-break",
    ],
)
def test_sound_text_stays(text):
    assert newsclean.clean(text).source == text
