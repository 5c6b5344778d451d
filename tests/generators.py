"""Hypothesis strategies: documents of real-looking prose and clutter, and text of any kind."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

_HERE = Path(__file__).parent
PROSE: dict[str, list[dict[str, Any]]] = tomllib.loads((_HERE / "prose.toml").read_text("utf-8"))
CLUTTER: dict[str, dict[str, list[str]]] = tomllib.loads((_HERE / "clutter.toml").read_text("utf-8"))
LANGUAGES = tuple(PROSE)

_BREAKS = ("\n\n", "\n", "\n\n\n", "\r\n", "\r\n\r\n", "\n \n", "\n\t\n", "\r", "\u2028", "\x0c")
_INDENTS = ("", "", "", "  ", "    ", "\t", "\u00a0", "\u3000")
#: What breaks programs: controls, bidi marks, surrogates, separators, braces, glue.
_NASTY = (
    "\x00\x01\x0b\x0c\x1b\x1c\x1d\x1e\x1f\x7f\x80\x85\x9f\xa0\u00ad\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\u3000"
    "\ufeff\ufffc\ufffd\ud800\udbff\udc00\udfff\U000e0041\U0010ffff{}[]()<>&;#*_`|\\/\"'«»“”„—–-:：.。,、，=＝@©…İıßﬁŉ①½٣３"
)


class Story(NamedTuple):
    """A title and paragraphs with nothing else around them."""

    language: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The story as plain text."""
        return "\n\n".join((self.title, *self.paragraphs))


def pieces(language: str, place: str) -> list[str]:
    """The clutter that stands at a place of a page in the language."""
    return CLUTTER[language].get(place, []) + CLUTTER["any"].get(place, [])


def prose(language: str) -> list[str]:
    """All paragraphs there are in a language."""
    return [text for story in PROSE[language] for text in (*story["paragraphs"], *story["talk"])]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A clean article: a title, three paragraphs or more, some of which talk of what clutter talks of."""
    language = draw(st.sampled_from(LANGUAGES))
    story = draw(st.sampled_from(PROSE[language]))
    first, *rest = story["paragraphs"]
    chosen = draw(st.lists(st.sampled_from([*rest, *story["talk"]]), min_size=2, max_size=8, unique=True))
    return Story(language, story["title"], (first, *chosen))


@st.composite
def documents(draw: st.DrawFn, fewest: int = 0) -> str:
    """A scraped page: clutter, title, deck, byline, and prose with clutter in it and below it.

    `fewest`: paragraphs.
    """
    language = draw(st.sampled_from(LANGUAGES))
    other = draw(st.sampled_from((language, language, language, *LANGUAGES)))
    story = draw(st.sampled_from(PROSE[language]))

    def some(place: str, most: int) -> list[str]:
        return draw(st.lists(st.sampled_from(pieces(draw(st.sampled_from((language, other))), place)), max_size=most))

    lines = some("head", 6)
    lines += [story["title"]] * draw(st.integers(0, 2))
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(PROSE[other]))["title"])
    if draw(st.booleans()):
        lines.append(story["deck"])
    lines += some("under", 4)
    told = st.sampled_from([*story["paragraphs"], *story["talk"]])
    for text in draw(st.lists(told, min_size=fewest, max_size=7, unique=fewest > 0)):
        lines.append(text)
        if draw(st.integers(0, 3)) == 0:
            lines += some("middle", 2)
    lines += some("tail", 8)
    return draw(_joined(lines))


@st.composite
def _joined(draw: st.DrawFn, lines: list[str]) -> str:
    common = draw(st.sampled_from(_BREAKS))
    text = draw(st.sampled_from(("", "\n", "  ")))
    for line in lines:
        odd = draw(st.integers(0, 4)) == 0
        gap = draw(st.sampled_from((*_BREAKS, " ", "  "))) if odd else common
        text += draw(st.sampled_from(_INDENTS)) + line + gap
    return text


def any_text(most: int = 400) -> st.SearchStrategy[str]:
    """Text of any characters, among them lone surrogates, controls and bidi marks."""
    nasty = st.sampled_from(_NASTY)
    return st.text(st.one_of(st.characters(), nasty, st.characters(codec="ascii")), max_size=most)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A document into which odd characters have been thrown, or that is cut anywhere."""
    text = draw(documents())
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.one_of(st.sampled_from(_NASTY), any_text(8))) + text[at:]
    return text[draw(st.integers(0, len(text) // 2)) :]


def texts() -> st.SearchStrategy[str]:
    """Whatever may come in."""
    return st.one_of(documents(), documents(), damaged(), any_text())
