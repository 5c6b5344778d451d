"""The authors, from all the places where a page names them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import iterwalk

from newsclean import naming
from newsclean.html import jsonld
from newsclean.html.blocks import WITHIN
from newsclean.html.head import text_of
from newsclean.language.reader import Reader
from newsclean.language.signatures import NO_ACCOUNT, SEPARATOR, parse
from newsclean.language.sites import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_LONGEST, _MOST = 160, 12
#: Elements in one that is so near around them stand beside each other.
_BESIDE = 4
#: Comments and cards on a page may have as many.
_MOST_BYLINES = 100
_ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})
#: Names of accounts and initials behind a name: "Ana Silva (asi)".
_BEHIND = re.compile(r"\s?[(\[][^()\[\]]{0,40}[)\]]\s?$")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|^@|\.\w{2,4}$")
#: Initials or the name of an account, and what stands between several.
_ACCOUNT = re.compile(r"[^\W\d_][\w.-]{1,20}")
_BETWEEN = re.compile(r"\s?[,;|/]\s?")


class Signed(NamedTuple):
    """Who signs an article: people, and else the organisations or accounts that a page calls its author."""

    people: tuple[str, ...]
    others: tuple[str, ...]


def authors(head: Head, language: str | None) -> Signed:
    """The authors that a page states, in order; empty where it states none.

    The first place that names somebody counts, and with it a later one that
    names the same people and more.
    """
    reader = Reader(language)

    def people(texts: list[str], *, strict: bool = False) -> tuple[str, ...]:
        names = _split(reader, texts[:_MOST], strict=strict)
        return tuple(name for name in names if plain(name) not in head.sites and not _ADDRESS.search(name))

    def is_person(name: str) -> bool:
        return not reader.read(name).whole("bylines.staff", "datelines.agencies")

    stated = _stated(head)
    organisations = tuple(dict.fromkeys(name for name, person in stated if not person))
    places = [list(texts) for texts in _places(head, stated)]
    found: tuple[str, ...] = ()
    for texts in places:
        names = people(texts)
        # A desk may be stated where people sign.
        desk = bool(names) and not any(map(is_person, found)) and all(map(is_person, names))
        if not found or desk or {plain(name) for name in found} < {plain(name) for name in names}:
            found = names
    bylines = islice(_bylines(head.root), _MOST_BYLINES)
    shown = ((element, names) for element in bylines if (names := people([_apart(element)], strict=True)))
    if found:
        # What is written for machines may name only the first of those who sign together.
        found = _whole(found, shown)
    else:
        byline, first = next(shown, (None, ()))
        # Behind the last name may stand a date, but not in an element of its own.
        found = _whole(first, (entry for entry in islice(shown, 1) if byline in [*entry[0].iterancestors()]))
        text = _apart(byline) if byline is not None else ""
        if not reader.read(text).starts("bylines.openings"):
            found = people(list(map(_apart, _linked(head)))) or found
        if organisations and found and not any(map(is_person, found)):
            # The source of a text is shown in the byline's place; who signs the page says itself.
            found = organisations
    return Signed(found, organisations or (() if found else tuple(_accounts(head, reader, places))))


def _whole(found: tuple[str, ...], shown: Iterable[tuple[_Element, tuple[str, ...]]]) -> tuple[str, ...]:
    """The first names shown that begin with those that were found, or just these."""
    begun = [*map(plain, found)]
    return next((names for _, names in shown if [*map(plain, names)][: len(begun)] == begun), found)


def _accounts(head: Head, reader: Reader, places: list[list[str]]) -> Iterator[str]:
    """The initials and names of accounts in the first place that has some: "asi", "ana_silva"."""
    for texts in places:
        parts = [part for text in texts if not _of_a_site(text) for part in _BETWEEN.split(text)]
        found = [part for part in parts if _ACCOUNT.fullmatch(part) and plain(part) not in head.sites]
        named = [part for part in found if not reader.read(part).whole(*NO_ACCOUNT)]
        if named:
            yield from dict.fromkeys(named)
            return


def _stated(head: Head) -> list[tuple[str, bool]]:
    """The authors in the JSON-LD of the first article that has some, and whether each is a person."""
    for node in head.articles:
        found = [entry for key in ("author", "creator") for entry in _entries(node.get(key))]
        if found:
            return [(name, kind not in _ORGANISATIONS and plain(name) not in head.sites) for name, kind in found]
    return []


def _places(head: Head, stated: list[tuple[str, bool]]) -> Iterator[Iterable[str]]:
    """What is said of people, place by place, the surest first."""
    yield (name for name, person in stated if person)
    for name in naming.META_AUTHORS:
        yield head.meta(name)
    yield map(_named, _together(list(head.properties("author", "creator"))))
    linked = [link for link in head.root.iter("a") if "author" in (link.get("rel") or "").lower().split()]
    yield map(_apart, _together(linked))


def _linked(head: Head) -> Iterator[_Element]:
    """The links to pages of authors side by side right below the headline, but not in running text.

    Who edited or reviewed a text has a page, too.
    """
    elements = (element for element in head.below_headline if element.tag == "a")
    links = [link for link in elements if naming.AUTHOR_PAGE.search(link.get("href") or "")]
    parents = islice(dict.fromkeys(link.getparent() for link in links), _MOST)
    side = next((parent for parent in parents if parent is not None and len(text_of(parent)) <= _LONGEST), None)
    return (link for link in links if side is not None and link.getparent() is side)


def _together(elements: list[_Element]) -> Iterator[_Element]:
    """The first of some elements and those beside it: further down other articles have authors too."""
    around = set(islice(elements[0].iterancestors(), _BESIDE)) if elements else set()
    for element in elements:
        if not around.isdisjoint(islice(element.iterancestors(), _BESIDE)):
            yield element


def _entries(value: object) -> Iterator[tuple[str, str]]:
    """Names under a key of JSON-LD, each with its type."""
    for item in value if isinstance(value, list) else [value]:
        kinds = jsonld.strings(item.get("@type")) if isinstance(item, dict) else []
        yield from ((name, kinds[0] if kinds else "") for name in jsonld.strings(item))


def _named(element: _Element) -> str:
    """The name that a marked element holds: its own name property, what it gives for machines, its text."""
    inner = element.find(".//*[@itemprop='name']")
    return (inner.get("content") or text_of(inner)) if inner is not None else element.get("content") or _apart(element)


def _apart(element: _Element) -> str:
    """All text in an element, with a space between what only its style may part: "By", "Ana Silva".

    Not inside a word, though: "Mc" and "Donald" in bold, a large first letter.
    """
    text = ""
    for event, node in iterwalk(element, events=("start", "end")):
        piece = node.text if event == "start" else node.tail if node is not element else None
        if not piece:
            continue
        initial = text[-1:].isalpha() and not text[-2:-1].isalnum() and piece[0].islower()
        text += str(piece) if node.tag in WITHIN or initial else f" {piece}"
    return " ".join(text.split())


def _bylines(root: _Element) -> Iterator[_Element]:
    """Short elements that are called bylines, outside comments and cards."""
    for element in root.iter():
        names = element.get("class")
        if not names or not _is_byline(names):
            continue
        around = " ".join(
            (up.get("class") or "") + " " + (up.get("id") or "") for up in element.iterancestors()
        ).lower()
        if "comment" not in around and len(text_of(element)) <= _LONGEST:
            yield element


@lru_cache(maxsize=1 << 12)
def _is_byline(names: str) -> bool:
    names = _CAMEL.sub("-", names).lower()
    return bool(naming.BYLINE_ALONE.search(names)) and not naming.NO_BYLINE.search(names)


def _of_a_site(text: str) -> bool:
    """Whether a text is an address, or begins with one and goes on with where that is."""
    return bool(_ADDRESS.search(text) or _ADDRESS.search(SEPARATOR.sub("\n", text).partition("\n")[0]))


def _split(reader: Reader, texts: list[str], *, strict: bool = False) -> tuple[str, ...]:
    """The names in texts, each once; `strict` where a text may hold other things."""
    names: dict[str, str] = {}
    for text in texts:
        if not strict and _of_a_site(text):
            continue
        signature = parse(_BEHIND.sub("", text), reader)
        # A date may follow: "By Ana Silva and Joe Doe 2 May 2024".
        found, strangers = signature.names(lone=not strict, partial=False) if signature else ((), 0)
        if strict and strangers and not (signature and signature.opened):
            continue
        for name in found:
            names.setdefault(plain(name), name)
    return tuple(names.values())
