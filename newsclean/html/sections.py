"""The section of an article: where a page states it, and on the way to it that a page shows."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.html import jsonld
from newsclean.html.elements import text_of
from newsclean.language.reader import Reader
from newsclean.language.sites import parsed, plain
from newsclean.lexicon.characters import COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

#: A section's name is no longer, a step's has no more words, and no way has more steps.
_LONGEST, _WORDS, _MOST = 60, 4, 8
#: Shorter names of sites are a part of many words.
_LEAST_SITE = 4
#: What parts several names in one meta tag.
_SEVERAL = re.compile(r"\s?[,;|]\s?")
#: Elements that hold a breadcrumb, or a step of it.
_TRAILS = ("nav", "ol", "ul", "div", "p", "li", "span")


def stated(head: Head) -> str | None:
    """The section that JSON-LD or a meta tag names; meta tags of other names than the usual may hold several."""
    usual, *others = naming.META_SECTION
    several = (_SEVERAL.split(name.strip(" -"), maxsplit=1)[0] for name in head.meta(*others))
    told = (name for name in (*head.meta(usual), *several) if plain(name) not in head.sites)
    names = [*head.stated("articleSection"), *told]
    return next((name for name in names if plain(name) and len(name) <= _LONGEST), None)


def on_the_way(head: Head, title: str | None) -> str | None:
    """The first step of the breadcrumb below the home page, if it has one above the article."""
    reader, own = Reader(head.language), plain(title or "")

    def is_section(name: str) -> bool:
        key = plain(name)
        short = len(name) <= _LONGEST and len(name.split()) <= _WORDS and name[-1:] not in COLONS and "." not in name
        of_site = key in head.sites or any(site in key for site in head.sites if len(site) >= _LEAST_SITE)
        return bool(key) and short and not of_site and key != own and not reader.read(name).whole("navigation.whole")

    ways = (list(islice(steps, _MOST)) for steps in (_described(head), _shown(head.root)))
    return next((name for steps in ways for name in steps if is_section(name)), None)


def _described(head: Head) -> Iterator[str]:
    """The steps of the first breadcrumb in the JSON-LD."""
    trail = next((node for node in head.nodes if jsonld.CRUMBS in jsonld.strings(node.get("@type"))), {})
    for step in jsonld.listed(trail.get("itemListElement")):
        if isinstance(step, dict):
            yield from (jsonld.strings(step.get("name")) or jsonld.strings(step.get("item")))[:1]


def _shown(root: _Element) -> Iterator[str]:
    """The links of the breadcrumb that readers see, but for one that leads home."""
    trail = next(filter(_is_trail, root.iter(*_TRAILS)), None)
    # Each step may have such an element of its own.
    beside = () if trail is None else (trail, *filter(_is_trail, trail.itersiblings(*_TRAILS)))
    for link in (link for around in beside for link in around.iter("a")):
        if parsed(link.get("href") or "").path not in {"", "/"}:
            yield text_of(link)


def _is_trail(element: _Element) -> bool:
    called = map(element.get, ("class", "id", "itemtype", "aria-label"))
    return any(naming.CRUMBS.search(names) for names in called if names)
