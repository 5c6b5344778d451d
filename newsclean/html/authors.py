"""The authors, from all the places where a page names them."""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsclean import naming
from newsclean.html import contributors, jsonld, signing
from newsclean.html.elements import text_of
from newsclean.language.credit_checks import SIGN
from newsclean.language.reader import Reader
from newsclean.language.signature import BAR, COMMA, JOINER
from newsclean.language.signature_names import PERSON
from newsclean.language.signatures import NO_ACCOUNT, SEPARATOR, parse
from newsclean.language.sites import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element

    from newsclean.html.head import Head

#: Comments and cards on a page may have as many.
_MOST_BYLINES = 100
#: Names of outlets have no more words.
_HOUSE_WORDS = 3
#: Names of accounts and initials behind a name: "Ana Silva (asi)".
_BEHIND = re.compile(r"\s?[(\[][^()\[\]]{0,40}[)\]]\s?$")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|^@|\.\w{2,4}$")
#: What no name of a person has: a company's form at its end, or "by" in it: "Developed by Joe Doe".
_COMPANY = re.compile(
    r"\s(?:g?GmbH|GmbH\s?&\s?Co\.?(?:\s?KG)?|Co\.?\s?KG|KG|AG|UG|mbH|Ltd|LLC|Inc|Corp|PLC|plc|S\.p\.A|S\.r\.l|SARL|B\.V|N\.V"
    r"|Sp\.\sz\so\.o|Sp\.\sj|s\.r\.o|Kft|Zrt|d\.o\.o|ApS|Oyj?|Pty)\.?$"
)
_NOBODY = re.compile(rf"{_ADDRESS.pattern}|{_COMPANY.pattern}|\w\s[Bb]y\s\w")
#: Tags in a name that is stated for machines; those of the second kind part names.
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/?(?:p|div|li))(?:\s[^<>]*)?/?>", re.IGNORECASE)
#: Initials or the name of an account, and what stands between several.
_ACCOUNT = re.compile(r"[^\W\d_][\w.-]{1,20}")
_BETWEEN = re.compile(r"\s?[,;|/]\s?")


#: The kinds of parts of a byline that names persons alone, and what parts them.
_PERSONS = frozenset({PERSON, COMMA, JOINER, BAR})


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
        names = _split(reader, list(map(_untagged, texts[: signing.MOST])), strict=strict)
        return tuple(name for name in names if plain(name) not in head.sites and not _NOBODY.search(name))

    def is_person(name: str) -> bool:
        return not reader.read(name).whole("bylines.staff", "datelines.agencies")

    stated = _stated(head, reader)
    organisations = tuple(dict.fromkeys(name for name, person in stated if not person))
    places = [list(texts) for texts in _places(head, stated)]
    found: tuple[str, ...] = ()
    for texts in places:
        names = people(texts)
        # A desk may be stated where people sign.
        desk = bool(names) and not any(map(is_person, found)) and all(map(is_person, names))
        if not found or desk or {plain(name) for name in found} < {plain(name) for name in names}:
            found = names
    found = found if any(person for _, person in stated) else _said(head, reader, found, _shown(head, people))
    shown = _shown(head, people)
    if found:
        # What is written for machines may name only the first of those who sign together, or all who had a part in it.
        beside = list(shown) if len(found) > 1 else shown
        found = contributors.taken_out(head, reader, found, beside)
        found = _whole(found, (entry for entry in beside if contributors.sign_together(reader, *entry)))
    else:
        byline, found = _side_by_side(_below_first(head, shown))
        if byline is None or not reader.read(signing.apart(byline)).starts("bylines.openings"):
            found = people(list(map(signing.apart, signing.linked(head)))) or found
        if organisations and found and not any(map(is_person, found)):
            # The source of a text is shown in the byline's place; who signs the page says itself.
            found = organisations
    return Signed(found, organisations or (() if found else tuple(_accounts(head, reader, places))))


def _shown(head: Head, people: Callable[..., tuple[str, ...]]) -> Iterator[tuple[_Element, tuple[str, ...]]]:
    """The elements that are called bylines, and the names in each."""
    for element in islice(signing.bylines(head), _MOST_BYLINES):
        names = people([signing.apart(element)], strict=True)
        if names:
            yield element, names


def _below_first(
    head: Head, shown: Iterable[tuple[_Element, tuple[str, ...]]]
) -> Iterator[tuple[_Element, tuple[str, ...]]]:
    """The bylines from the first below the headline on, or all if none stands there: teasers above have some, too."""
    above = []
    below = frozenset(head.below_headline)
    found = iter(shown)
    for entry in found:
        if entry[0] in below:
            yield entry
            yield from found
            return
        above.append(entry)
    yield from above


def _stands_below(head: Head, names: tuple[str, ...]) -> bool:
    """Whether any of some names stands in what begins right below the headline, or there is no headline.

    In a line with a copyright sign stands the outlet.
    """
    texts = [text for element in head.below_headline if not SIGN.search(text := text_of(element))]
    return not texts or any(plain(name) in text for text in map(plain, texts) for name in names)


def _said(
    head: Head, reader: Reader, found: tuple[str, ...], shown: Iterable[tuple[_Element, tuple[str, ...]]]
) -> tuple[str, ...]:
    """The names found, or if the page shows none of them below its headline, whom the first byline there says signs.

    "By Ana Silva", "김하나 기자": meta tags state the outlet, or who put pages there, as the author of all that it has.
    """
    if not found or _stands_below(head, found):
        return found
    for element, names in shown:
        signature = parse(signing.apart(element), reader) if element in head.below_headline else None
        if signature and (signature.opened or signature.closed) and _PERSONS.issuperset(signature.spelt):
            return names
    return found


def _side_by_side(shown: Iterator[tuple[_Element, tuple[str, ...]]]) -> tuple[_Element | None, tuple[str, ...]]:
    """The first byline, and the names in it or in those right beside it, as each may have its own."""
    names: dict[str, str] = {}
    first: _Element | None = None
    for element, found in shown:
        first = element if first is None else first
        if element.getparent() is not first.getparent():
            # Behind the last name may stand a date, but not in an element of its own.
            inner = [(element, found)] if first in [*element.iterancestors()] else []
            return first, _whole(tuple(names.values()), inner)
        for name in found:
            names.setdefault(plain(name), name)
    return first, tuple(names.values())


def _whole(found: tuple[str, ...], shown: Iterable[tuple[_Element, tuple[str, ...]]]) -> tuple[str, ...]:
    """The first names shown that begin with those that were found, or just these."""
    begun = [*map(plain, found)]
    return next((names for _, names in shown if [*map(plain, names)][: len(begun)] == begun), found)


def _accounts(head: Head, reader: Reader, places: list[list[str]]) -> Iterator[str]:
    """The initials and names of accounts in the first place that has some: "asi", "ana_silva"."""
    for texts in places:
        parts = [part for text in texts if not _is_no_name(text) for part in _BETWEEN.split(text)]
        found = [part for part in parts if _ACCOUNT.fullmatch(part) and plain(part) not in head.sites]
        named = [part for part in found if not reader.read(part).whole(*NO_ACCOUNT)]
        if named:
            yield from dict.fromkeys(named)
            return


def _of_house(reader: Reader, name: str, sites: AbstractSet[str]) -> bool:
    """Whether a name is the site's, or that of those who work there: "The Paper Staff"."""
    words = name.split()
    told = (n for n in range(1, len(words)) if plain(" ".join(words[:n])) in sites)
    staff = ("bylines.staff", "bylines.roles", "bylines.jobs")
    return plain(name) in sites or any(reader.read(" ".join(words[n:])).whole(*staff) for n in told)


def _stated(head: Head, reader: Reader) -> list[tuple[str, bool]]:
    """The authors in the JSON-LD of the first article that has some, and whether each is a person."""
    for node in head.articles:
        found = [entry for key in ("author", "creator") for entry in _entries(node.get(key))]
        if found:
            return [(name, person and not _of_house(reader, name, head.sites)) for name, person in found]
    return []


def _places(head: Head, stated: list[tuple[str, bool]]) -> Iterator[Iterable[str]]:
    """What is said of people, place by place, the surest first."""
    yield (name for name, person in stated if person)
    for name in naming.META_AUTHORS:
        yield head.meta(name)
    yield map(signing.named, signing.together(list(head.properties("author", "creator"))))
    linked = (link for link in head.root.iter("a") if "author" in (link.get("rel") or "").lower().split())
    yield map(
        signing.apart,
        signing.together([link for link in islice(linked, _MOST_BYLINES) if not head.is_of_another(link)]),
    )


def _entries(value: object) -> Iterator[tuple[str, bool]]:
    """Names under a key of JSON-LD, and whether each may be a person's; some are called both."""
    for item in jsonld.listed(value):
        kinds = jsonld.strings(item.get("@type")) if isinstance(item, dict) else []
        person = "Person" in kinds or naming.ORGANISATIONS.isdisjoint(kinds)
        yield from ((name, person and not _COMPANY.search(name)) for name in jsonld.strings(item))


def _untagged(text: str) -> str:
    """A text that may be HTML, as its reader sees it."""
    bare = _TAG.sub("", _BREAK.sub(" | ", text)) if "<" in text else text
    return html.unescape(bare) if "&" in bare and ";" in bare else bare


def _is_no_name(text: str) -> bool:
    """Whether a text is an address or a company, or begins with one and goes on with where that is."""
    first = SEPARATOR.sub("\n", text).partition("\n")[0]
    return bool(_ADDRESS.search(text) or _ADDRESS.search(first) or _COMPANY.search(first))


def _before_house(reader: Reader, text: str) -> tuple[str, ...]:
    """The names before a mark behind which stands, in a word or two, for whom they write: "Ana Silva - coastPaper"."""
    first, _, house = SEPARATOR.sub("\n", text).partition("\n")
    signature = parse(first, reader) if 0 < len(house.split()) <= _HOUSE_WORDS else None
    names, strangers = signature.names(lone=False, partial=False) if signature else ((), 0)
    return () if strangers else names


def _split(reader: Reader, texts: list[str], *, strict: bool = False) -> tuple[str, ...]:
    """The names in texts, each once; `strict` where a text may hold other things."""
    names: dict[str, str] = {}
    for text in texts:
        if not strict and _is_no_name(text):
            continue
        signature = parse(_BEHIND.sub("", text), reader)
        # A date may follow: "By Ana Silva and Joe Doe 2 May 2024".
        found, strangers = signature.names(lone=not strict, partial=False) if signature else ((), 0)
        if strict and strangers and not (signature and signature.opened):
            found = _before_house(reader, text)
        for name in found:
            names.setdefault(plain(name), name)
    return tuple(names.values())
