"""The section of an article: where a page states it, and on the way to it that a page shows."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.html import jsonld
from newsclean.html.elements import text_of
from newsclean.language.reader import Reader
from newsclean.language.signature_parts import at_joiners
from newsclean.language.sites import PARTS, parsed, plain
from newsclean.lexicon.characters import COLONS, COMMAS, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

#: A section's name is no longer, a step's has no more words, and no way has more steps.
_LONGEST, _WORDS, _MOST = 60, 4, 8
#: Shorter names of sites are a part of many words.
_LEAST_SITE = 4
#: What parts several names, or the steps of a way, in one; a space stands behind some of their marks, and at the ends.
_SEVERAL = re.compile(rf"\s?[{COMMAS};|]\s?|\s?[{STEPS}]\s?")
_SPACED, _ENDS, _PAIR = re.compile(rf"[{COMMAS}]\s"), f" -#/|{STEPS};{COMMAS}", 2
#: What a section's directory is called, and what parts the words in it.
_PART = re.compile(r"[-_&]")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_&][a-z0-9]+)*")
#: Elements that hold a breadcrumb, or a step of it.
_TRAILS = ("nav", "ol", "ul", "div", "p", "li", "span")


def stated(head: Head, told: Iterable[str]) -> str | None:
    """The section that JSON-LD or a meta tag names, which is no number, and not told as title or author."""
    reader, barred = Reader(head.language), frozenset(map(plain, told))
    names = [*head.stated("articleSection"), *(name for name in head.meta(*naming.META_SECTION) if _told(head, name))]
    found = (_spelt(head, _one_of(head, reader, name)) for name in names if len(name) <= _LONGEST)
    return next((name for name in found if any(map(str.isalpha, name)) and plain(name) not in barred), None)


def _told(head: Head, name: str) -> bool:
    return plain(name) not in head.sites


def _one_of(head: Head, reader: Reader, text: str) -> str:
    """The section in a text that may hold several, or the way to one.

    The address counts, then the first. "Food, Wine & Travel" is one name, and so is what a link on the page is called.
    """
    parts = [bare for part in _SEVERAL.split(text) if plain(bare := part.strip(_ENDS))]
    if len(parts) < _PAIR or _is_joined(reader, text, parts[-1]) or plain(text) in head.linked:
        return text.strip(_ENDS)
    places = frozenset(directories(head))
    parts = [part for part in parts if not reader.read(part).whole("navigation.whole")] or parts
    return next((part for part in parts if plain(part) in places), parts[0])


def _is_joined(reader: Reader, text: str, last: str) -> bool:
    """Whether a text enumerates, and its last part has a word such as "and"."""
    return bool(_SPACED.search(text)) and len([*at_joiners(last, reader.lexicon.joiners)]) > 1


def _spelt(head: Head, name: str) -> str:
    """A section as links to it are called where it is told as its directory is: "crime-safety", "Crime & Safety"."""
    if not _SLUG.fullmatch(name):
        return name
    first = plain(_PART.split(name, maxsplit=1)[0])
    alike: list[str] = []
    for link in head.root.iter("a"):
        text = text_of(link).strip(_ENDS)
        if _SLUG.fullmatch(text) or len(text.split()) > _WORDS or "(" in text:
            continue
        if plain(text) == plain(name):
            return text
        path = parsed(link.get("href") or "").path.rstrip("/")
        if path.endswith(f"/{name}") and plain(text).startswith(first):
            alike.append(text)
    return next(iter(alike), name)


def directories(head: Head) -> Iterator[str]:
    """What the directories in a page's address are called, as `plain` gives it."""
    return map(plain, parsed(head.url or "").path.split("/")[:-1])


def on_the_way(head: Head, title: str | None) -> str | None:
    """The first step of the breadcrumb below the home page, if it has one above the article."""
    reader, own = Reader(head.language), plain(title or "")
    # Behind a site's name stands its motto.
    sites = head.sites | {plain(PARTS.split(name, maxsplit=1)[0]) for name in head.meta(*naming.META_SITE)}

    def is_section(name: str) -> bool:
        key = plain(name)
        short = len(name) <= _LONGEST and len(name.split()) <= _WORDS and name[-1:] not in COLONS and "." not in name
        of_site = key in sites or any(site in key for site in sites if len(site) >= _LEAST_SITE)
        return bool(key) and short and not of_site and key != own and not reader.read(name).whole("navigation.whole")

    ways = (list(islice(steps, _MOST)) for steps in (_described(head), _shown(head.root)))
    names = (bare for steps in ways for name in steps if (bare := name.strip(_ENDS)))
    return next(filter(is_section, names), None)


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
