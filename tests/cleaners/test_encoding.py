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


def test_a_repair_in_front_of_links_moves_their_markup():
    links = "\n".join(f"  * [Ferry number {n}](https://post.example/{n}) leaves at noon" for n in range(20))
    article = newsclean.clean(f"Fish &amp; chips &amp; tea at the harbour\n\n{links}\n")
    at = 0
    for segment in article.segments:
        assert segment.start == at
        at = segment.end
    assert at == len(article.source)
    markup = [article.source[s.start : s.end] for s in article.segments if s.cleaner == "markup"]
    assert "(https://post.example/7)" in "".join(markup)
    assert "leaves" not in "".join(markup)


def test_a_block_of_markup_alone_is_no_paragraph():
    links = "\n".join(f"  * [Ferry number {n}](https://post.example/{n}) leaves at noon" for n in range(20))
    story = (
        "The old ferry left the harbour for the last time on Wednesday, with two hundred people on board and a band."
    )
    article = newsclean.clean(f"{story}\n\n[](https://post.example/share)\n\n{story[:-1]} playing.\n\n{links}\n")
    assert all(paragraph.text for paragraph in article.paragraphs)
