"""The title, from all the places where a page gives one."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from newsclean.html import jsonld
from newsclean.html.blocks import WITHIN
from newsclean.html.elements import text_of
from newsclean.html.headlines import links
from newsclean.language.sites import PARTS, plain, without_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head
    from newsclean.html.headlines import Headline

_LONGEST, _LONG = 400, 160
#: How much each place's word counts. A reader sees the heading; the others are also written for machines.
_WEIGHTS = {
    "heading": 1.6, "stated": 1.2, "lower heading": 1.0, "large": 1.0, "other heading": 0.2,
    "graph": 0.7, "title": 0.6, "card": 0.5,
}  # fmt: skip
#: Old pages have no headings but large letters; others have but lines that their style sheet sets large. Such one has
#: so many words, and so much of what the page calls itself; and that has no more parts.
_LOWER, _LINES = ("h4", "b", "strong", "font", "big"), ("div", "p", "span", "td")
_FEWEST_WORDS, _MOST_OF_IT, _MOST_PARTS = 4, 0.5, 12
#: Sizes of letters that are a headline's; text has the third.
_LARGE = re.compile(r"[5-9]|\+[2-9]")
#: A word, or two characters of a script without spaces.
_WORDS = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]{2}|\w+")
#: A title has no smaller share of what stands above the article together with its kicker.
_KICKER = 0.4
#: What marks a title as for subscribers only: "(P+) Ferry sold".
_PAID = re.compile(r"^\([^\W\d_]{1,3}\+\)\s+")
#: What is left before a title whose kicker is empty.
_BEFORE = " :|"
#: Between words, if a letter or a digit follows somewhere.
_GAP = re.compile(r"\b(?=\W+\w)")


class _Candidate(NamedTuple):
    text: str
    place: str


def title(head: Head) -> str | None:
    """The headline that readers see, else the title on which most places agree; without names of site and section."""
    headline = head.headline
    known = {plain(headline.text)} if headline else set()
    known |= {plain(without_site(text, head.sites, known)) for text in head.stated("headline")}
    candidates = list(_candidates(head, headline))
    known |= {plain(candidate.text) for candidate in candidates if candidate.place == "large"}
    weights: dict[str, float] = {}
    texts: dict[str, str] = {}
    for candidate in candidates:
        text = _PAID.sub("", candidate.text).lstrip(_BEFORE)
        text = text if candidate.place == "heading" else without_site(text, head.sites, known)
        key = plain(text)
        if key:
            weights[key] = weights.get(key, 0) + _WEIGHTS[candidate.place]
            texts.setdefault(key, text)
            if "heading" in candidate.place and headline and _in_one(headline):
                # The heading's spelling is the one that readers see.
                texts[key] = text
    if not weights:
        return None
    best = plain(_PAID.sub("", headline.text)) if headline and headline.sure else max(weights, key=weights.__getitem__)
    for graph in head.meta("og:title")[:1]:
        # They may differ by a kicker. What is meant to be shown elsewhere has it as the paper wants it.
        text = without_site(_PAID.sub("", graph).lstrip(_BEFORE), head.sites, known)
        key = plain(text)
        shares = min(len(key), len(best)) >= _KICKER * max(len(key), len(best))
        if shares and (best.endswith(key) or (key.endswith(best) and not _has_another_kicker(headline, key))):
            best = key
            texts.setdefault(key, text)
    return _gone_on(head, headline, best) or texts[best]


def _gone_on(head: Head, headline: Headline | None, title: str) -> str:
    """The headline that is shown where it goes on behind the title that the page states elsewhere, or `""`.

    The heading is the title's line: what the title lacks would stand nowhere.
    """
    text = without_site(headline.text, head.sites, set()) if headline and len(headline.text) <= _LONG else ""
    return text if any(plain(text[: gap.start()]) == title for gap in _GAP.finditer(text)) else ""


def _in_one(headline: Headline) -> bool:
    """Whether a headline is one line: what parts several is not written."""
    return all(part.tag in WITHIN for part in headline.element.iterdescendants())


def _has_another_kicker(headline: Headline | None, title: str) -> bool:
    """Whether a headline is shown under a kicker, and it is not the one of a title."""
    whole = plain(text_of(headline.element)) if headline else ""
    return bool(headline) and whole not in {title, plain(headline.text if headline else "")}


def _large(head: Head, names: list[str]) -> Iterator[str]:
    """The headline of a page that has no likely heading: one line at most."""
    return islice(chain(_lower(head, names), _in_large_letters(head)), 1)


def _lower(head: Head, names: list[str]) -> Iterator[str]:
    """The longest lower heading, or line in large letters, that is also a part of what the page calls itself."""
    shown = {plain(text): text for element in head.root.iter(*_LOWER) if len(text := text_of(element)) <= _LONGEST}
    lines = {plain(text): text for element in head.root.iter(*_LINES) if (text := _line(element))}
    found = {}
    for name in names:
        least = _MOST_OF_IT * len(plain(name))
        for key in map(plain, _parts(name)):
            if key and key not in head.sites and (key in shown or (key in lines and len(key) >= least)):
                found[key] = shown.get(key) or lines[key]
    yield from (found[key] for key in sorted(found, key=len)[-1:])


def _in_large_letters(head: Head) -> Iterator[str]:
    """The line in large letters that is signed or dated right below, where the page calls itself but by its site."""
    if not head.home.issuperset(map(plain, head.called)):
        return
    others = head.sites | head.home
    for element in head.root.iter("font", "big"):
        text = text_of(element) if _LARGE.fullmatch(element.get("size") or "+2") else ""
        words = len(_WORDS.findall(text)) if len(text) <= _LONG else 0
        if words >= _FEWEST_WORDS and plain(text) not in others and not any(links(element)) and head.signs(element):
            yield text


def _parts(name: str) -> Iterator[str]:
    """What may be a title in a name that others stand around in it: each stretch between two of its marks."""
    marks = [mark.span() for mark in PARTS.finditer(name)]
    if len(marks) > _MOST_PARTS:
        yield from (name, *PARTS.split(name))
        return
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(name)]
    yield from (name[start:end] for start in starts for end in ends if start < end)


def _line(element: _Element) -> str:
    """The text of an element that is one line of several words, and leads nowhere; else nothing."""
    text = "" if len(element) else text_of(element)
    words = len(_WORDS.findall(text)) if len(text) <= _LONGEST else 0
    return text if words >= _FEWEST_WORDS and not any(links(element)) else ""


def _candidates(head: Head, headline: Headline | None) -> Iterator[_Candidate]:
    marked = [text for element in head.properties("headline") if (text := element.get("content") or text_of(element))]
    stated = [
        text
        for node in head.articles
        if any(not kind.lower().endswith("page") for kind in jsonld.strings(node.get("@type")))
        for text in jsonld.strings(node.get("headline"))
    ]
    graph = head.meta("og:title")[:1]
    called = [text for element in head.root.iter("title") if (text := text_of(element))][:1]
    places = {
        "stated": (stated or marked)[:1],
        "graph": graph,
        "card": head.meta("twitter:title")[:1],
        "title": called,
        _place(headline): [headline.text] if headline else (),
        "large": () if headline and headline.likely else _large(head, [*called, *graph]),
    }
    for place, texts in places.items():
        yield from (_Candidate(text, place) for text in texts if plain(text) not in head.home)


def _place(headline: Headline | None) -> str:
    if headline is None or not headline.likely:
        return "other heading"
    return "heading" if headline.element.tag == "h1" else "lower heading"
