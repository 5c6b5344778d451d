"""The title, from all the places where a page gives one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsclean.html import jsonld
from newsclean.html.head import text_of
from newsclean.language.sites import PARTS, parsed, plain, without_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element

    from newsclean.html.head import Head

_SHORTEST, _LONGEST = 4, 400
#: How much each place's word counts. A reader sees the heading; the others are also written for machines.
_WEIGHTS = {
    "heading": 1.6, "stated": 1.2, "lower heading": 1.0, "graph": 0.7, "title": 0.6, "card": 0.5, "other heading": 0.2,
}  # fmt: skip
_LOWER = ("h2", "h3", "h4")
#: Old pages have no headings but large letters.
_LARGE = ("b", "strong", "font", "big")
#: The paths under which sites keep their front page.
_FRONT = frozenset({"", "/", "/index.html", "/index.php", "index.html", "index.php"})
_KICKER = 0.4
#: So many elements in a heading may be its title.
_PARTS = 12
#: What marks a title as for subscribers only: "(P+) Ferry sold".
_PAID = re.compile(r"^\([^\W\d_]{1,3}\+\)\s+")


class _Candidate(NamedTuple):
    text: str
    place: str


def title(head: Head) -> str | None:
    """The title on which most places agree, without the names of site and section around it."""
    stated = {plain(text) for text in (*head.stated("headline"), *head.meta("og:title", "twitter:title"))}
    told = stated - head.sites - {""}
    headings = [text for text in _headings(head, "h1", told=told) if plain(text) not in head.sites]
    known = {plain(text) for text in headings}
    known |= {plain(without_site(text, head.sites, known)) for text in head.stated("headline")}
    weights: dict[str, float] = {}
    shown: dict[str, str] = {}
    for candidate in _candidates(head, headings):
        text = _PAID.sub("", candidate.text)
        text = text if "heading" in candidate.place else without_site(text, head.sites, known)
        key = plain(text)
        if not key:
            continue
        place = candidate.place
        if place == "other heading" and key in weights:
            place = "heading"
        weights[key] = weights.get(key, 0) + _WEIGHTS[place]
        shown.setdefault(key, text)
        if "heading" in place:
            # The heading's spelling is the one that readers see.
            shown[key] = text
    if not weights:
        return None
    best = max(weights, key=lambda key: weights[key])
    for graph in head.meta("og:title")[:1]:
        # They may differ by a kicker. What is meant to be shown elsewhere has it as the paper wants it.
        text = without_site(_PAID.sub("", graph), head.sites, known)
        key = plain(text)
        if min(len(key), len(best)) >= _KICKER * max(len(key), len(best)) and (
            best.endswith(key) or key.endswith(best)
        ):
            return shown.get(key, text)
    return shown[best]


def _headings(head: Head, *levels: str, told: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """The headings of some levels; not those that lead to the front page, which name the site.

    `told`: titles that the page states elsewhere. A part of a heading that is one goes without its kicker.
    """
    for element in head.root.iter(*levels):
        text = text_of(element)
        parts = map(text_of, islice(element.iterdescendants(), _PARTS if told and len(text) <= _LONGEST else 0))
        text = next((part for part in parts if 2 * len(part) >= len(text) and plain(part) in told), text)
        if _SHORTEST <= len(text) <= _LONGEST and not any(map(_leads_home, _links(element))):
            yield text


def _links(element: _Element) -> Iterator[str]:
    for link in (*element.iter("a"), *element.iterancestors("a")):
        yield link.get("href") or "#"


def _leads_home(link: str) -> bool:
    url = parsed(link.strip())
    return url.path in _FRONT and not url.query and not url.fragment and not link.startswith("#")


def _lower(head: Head, names: list[str], *levels: str) -> Iterator[str]:
    """The longest lower heading that is also a part of what the page calls itself: the first is the site's there."""
    shown = {plain(text): text for text in _headings(head, *levels)}
    parts = [text for name in names for text in (name, *PARTS.split(name))]
    found = [key for text in parts if (key := plain(text)) in shown and key not in head.sites]
    yield from (shown[key] for key in sorted(found, key=len)[-1:])


def _candidates(head: Head, headings: list[str]) -> Iterator[_Candidate]:
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
        "heading": headings[:1],
        "other heading": headings[1:],
        "lower heading": _lower(head, [*called, *graph], *_LOWER, *(() if headings else _LARGE)),
    }
    for place, texts in places.items():
        yield from (_Candidate(text, place) for text in texts)
