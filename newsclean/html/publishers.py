"""What the outlet is called, from all the places where a page says so."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean._lazy import lazy
from newsclean.html import jsonld
from newsclean.html.elements import text_of
from newsclean.language.credit_checks import SIGN
from newsclean.language.reader import Reader
from newsclean.language.sites import PARTS, plain, site_names
from newsclean.lexicon.characters import COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

#: The longest name, in characters and in words, and the shortest that tells anything within another line.
_LONGEST, _WORDS, _LEAST = 60, 6, 4
_DOMAIN = re.compile(r"\A(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]++\.)++[a-z]{2,}+)/?", re.IGNORECASE)
#: A part that is only this is what the name is shortened to.
_SHORT = re.compile(r"[^\W\d_a-z]{2,5}")
_COLON = re.compile(rf"[{COLONS}]\s")
#: A line with a copyright sign is no longer; so many are read.
_LINE, _MOST = 200, 40
#: Of what a page's title consists of, so many parts at its end may be names of the outlet.
_ENDS = 2
#: The elements that may be such a line.
_LINES = ("p", "div", "span", "small", "li", "td", "footer", "center", "font", "a", "strong", "b", "section", "address")


def publisher(head: Head, title: str | None, section: str | None) -> str | None:
    """What the outlet calls itself; by its address only where it has no other name."""
    evidence = _Evidence(head)
    barred = {plain(section or "")} - evidence.hosts
    stated = ((name, evidence.without_motto(name)) for name in _stated(head))
    named = [(whole, name) for whole, name in stated if evidence.may_be(name) and plain(name) not in barred]
    named = named or [(end, end) for end in evidence.at_ends(title, barred)]
    own = next((name for whole, name in named if not _DOMAIN.fullmatch(whole)), named[0][1] if named else "")
    domain = _DOMAIN.fullmatch(own)
    return (domain["host"] if domain else own) or None


def _stated(head: Head) -> Iterator[str]:
    yield from head.meta("og:site_name")
    yield from head.stated("publisher")
    for node in head.nodes:
        if "WebSite" in jsonld.strings(node.get("@type")):
            yield from jsonld.strings(node.get("name"))
    yield from head.meta(*naming.META_SITE[1:])


class _Evidence:
    """What tells of a line that it is the outlet's name: the address, links to the front page, copyright lines."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._reader = Reader(head.language)
        #: The names in the page's address, as `plain` gives them.
        self.hosts = site_names((), head.url)

    def may_be(self, name: str) -> bool:
        """Whether a line may be a name, and no menu's line such as "Home"."""
        menus = plain(name) not in self.hosts and self._reader.read(name).whole("navigation.whole")
        return bool(plain(name)) and len(name) <= _LONGEST and not menus

    def without_motto(self, name: str) -> str:
        """A name without what stands beside it: "Harbour Post - News from the coast"."""
        whole = PARTS.split(name)
        if len(whole) == 1 or plain(name) in self.hosts:
            return name
        parts = [part.strip() for part in whole if plain(part)]
        parts = [part for part in parts if not _SHORT.fullmatch(part)]
        ways = (self._in_address, self._is_own)
        return next((part for way in ways for part in parts if way(part)), name)

    def at_ends(self, title: str | None, barred: set[str]) -> Iterator[str]:
        """The parts at the ends of the page's title, as its window has it, that are the outlet's name."""
        for text in self._head.called:
            parts = [part.strip() for part in PARTS.split(text)]
            if len(parts) > 1:
                ends = [*reversed(parts[-_ENDS:]), parts[0]]
                yield from (end for end in ends if self._ends_title(end, plain(title or ""), barred))

    def _ends_title(self, end: str, title: str, barred: set[str]) -> bool:
        key = plain(end)
        if not self.may_be(end) or key in {title, *barred} or len(end.split()) > _WORDS or _COLON.search(end):
            return False
        if key in self.hosts:
            return True
        reading = self._reader.read(end)
        other = reading.names_section or reading.starts("bylines.openings") or key in title
        return not other and self._is_own(end)

    def _in_address(self, name: str) -> bool:
        """Whether words of a name are one in the page's address."""
        words = [plain(word) for word in name.split()]
        runs = ("".join(words[first : last + 1]) for first in range(len(words)) for last in range(first, len(words)))
        return not self.hosts.isdisjoint(runs)

    def _is_own(self, name: str) -> bool:
        key = plain(name)
        told = len(key) >= _LEAST and any(key in line for line in self._rights)
        return told or key in self._head.front or self._in_address(name)

    @lazy
    def _rights(self) -> list[str]:
        """The lines with a copyright sign, as `plain` gives them."""
        elements = self._head.root.iter(*_LINES)
        signed = (element for element in elements if any(map(SIGN.search, _own_texts(element))))
        lines = (line for element in islice(signed, _MOST) if len(line := text_of(element)) <= _LINE)
        return list(map(plain, lines))


def _own_texts(element: _Element) -> Iterator[str]:
    """The texts right in an element, between those in it."""
    yield from filter(None, (element.text, *(child.tail for child in element)))
