"""The topics that a page links to as its article's, and the section and the outlet that its title names."""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.html import sections
from newsclean.html.elements import text_of
from newsclean.language.reader import Reader
from newsclean.language.sites import PARTS, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

#: Elements around links that are the site's or another article's.
_OTHERS = frozenset({"nav", "header", "footer", "aside", "figure"})
#: A list of topics is so near around each of its links, has this share of its letters in them, and no more of them.
_NEAR, _SHARE, _MOST = 3, 0.4, 40
_LEAST, _LONGEST, _WORDS = 2, 60, 5
#: A section's name has no more words, and what has more parts is no title with names at its end.
_SECTION_WORDS, _MOST_PARTS = 4, 8


def linked(root: _Element) -> list[str]:
    """What the links of the first list of topics below the headline say, in order; empty where there is none.

    A list is an element with hardly anything but links to pages of topics, or to what says itself that it is one
    (`rel="tag"`); in running text they are no list.
    """
    seen: set[_Element] = set()
    for link in islice(_below_headline(root), _MOST):
        for around in islice(link.iterancestors(), _NEAR):
            if around in seen:
                break
            seen.add(around)
            links = list(islice(filter(_to_topic, around.iter("a")), _MOST + 1))
            names = dict.fromkeys(filter(None, (text_of(other).lstrip("#") for other in links)))
            if len(links) > _MOST or (len(names) >= _LEAST and not _mostly(around, sum(map(len, names)))):
                break
            if len(names) >= _LEAST and all(len(name) <= _LONGEST and len(name.split()) <= _WORDS for name in names):
                return list(names)
    return []


def _mostly(element: _Element, size: int) -> bool:
    """Whether so many characters are most of an element's text."""
    sizes = accumulate(len(str(text).strip()) for text in element.itertext())
    return all(whole * _SHARE <= size for whole in sizes)


def _below_headline(root: _Element) -> Iterator[_Element]:
    """The links to topics below the headline that are not the site's or another article's."""
    seen = root.find(".//h1") is None
    known: dict[_Element, bool] = {}
    for element in root.iter("h1", "a"):
        if element.tag == "h1":
            seen = True
        elif seen and _to_topic(element) and not _of_others(element, known):
            yield element


def _to_topic(link: _Element) -> bool:
    return "tag" in (link.get("rel") or "").lower().split() or bool(naming.TOPIC_PAGE.search(link.get("href") or ""))


def _of_others(link: _Element, known: dict[_Element, bool]) -> bool:
    """Whether a link stands in what is the site's or another article's.

    `known`: of elements met before, whether they are such or stand in such; each is looked at once for all its links.
    """
    found = False
    path: list[_Element] = []
    for around in link.iterancestors():
        if around in known:
            found = known[around]
            break
        path.append(around)
        if around.tag in _OTHERS or naming.OTHERS.search(around.get("class") or ""):
            found = True
            break
    known.update(dict.fromkeys(path, found))
    return found


def in_title(head: Head, title: str | None) -> str | None:
    """The section that a page names behind its title: "Rain at last | Weather | The Paper".

    A part counts that is known as a section's name, or that a directory of the page's address or one of its links is
    called by.
    """
    reader, others = Reader(head.language), head.outlets
    parts = [part for text in head.called for part in reversed(_behind(text, plain(title or "")))]
    names = [name for name in parts if plain(name) not in {"", *others} and len(name.split()) <= _SECTION_WORDS]
    names = [name for name in names if not reader.read(name).whole("navigation.whole")]
    return next((name for name in names if reader.read(name).names_section or _leads(head, plain(name))), None)


def _behind(text: str, title: str) -> list[str]:
    """The parts of what a page is called behind the title in it."""
    for mark in islice(PARTS.finditer(text), _MOST_PARTS):
        if title and plain(text[: mark.start()]) == title:
            return PARTS.split(text[mark.end() :], maxsplit=_MOST_PARTS)
    return []


def _leads(head: Head, name: str) -> bool:
    """Whether a directory of a page's address, or a link on it, is called by a name."""
    return name in sections.directories(head) or name in head.linked
