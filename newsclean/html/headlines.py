"""Which element of a page is the headline that readers see above the article."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import iterwalk

from newsclean import naming
from newsclean.html.elements import in_words, is_hidden, names_of, text_of
from newsclean.language.signatures import signs
from newsclean.language.sites import parsed, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element

    from newsclean.language.line import Reading
    from newsclean.language.reader import Reader

_LEVELS = ("h1", "h2", "h3")
_SHORTEST, _LONGEST = 4, 400
#: Headings are looked at up to so many; pages list hundreds of other articles.
_MOST = 60
#: So many elements in a heading may be its title.
_PARTS = 12
#: The paths under which sites keep their front page.
_FRONT = frozenset({"", "/", "/index.html", "/index.php", "index.html", "index.php"})
#: Elements that hold menus, lists of others' headlines, and notes of the site; and those that are about other things.
_OTHERS = frozenset({"nav", "aside", "footer", "li", "dialog"})
ASIDES = frozenset({"nav", "aside", "footer", "script", "style", "noscript", "template", "svg"})
#: Byline and date begin within so many characters behind the headline, the deck between them.
_BESIDE = 500
#: A line of them is no longer.
_LONGEST_LINE = 120
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u9fff\uac00-\ud7a3]{2}")
_WORDS = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]{2}|\w+")
#: Names of sections have fewer words.
_FEW = 3
#: What speaks for a heading, and against.
_OF_LEVEL = {"h1": 3.0, "h2": 1.5, "h3": 1.0}
_TOLD, _RELATED, _NAMED, _SIGNED, _WITHIN = 3.0, 1.0, 1.0, 1.5, 1.0
_HIDDEN, _OF_SITE = 5.0, 4.0
#: An element that is no heading and is called a headline counts for one of this level.
_CALLED = 1.0
#: A heading has this share of a title's letters, if it is a part of it; what is longer is a title only if told so.
_SHARE, _LONG = 0.4, 160


class Headline(NamedTuple):
    """A heading: its element, its text without a kicker, and whether it is surely, or else likely, the article's."""

    element: _Element
    text: str
    sure: bool
    likely: bool


def find(root: _Element, told: AbstractSet[str], sites: AbstractSet[str], reader: Reader) -> Headline | None:
    """The likeliest headline of a page's article, or `None` where it shows none.

    Args:
        root: the page's tree.
        told: the titles that the page states elsewhere, as `plain` gives them.
        sites: what the site and its sections are called, likewise.
        reader: what reads lines in the page's language.
    """
    best: Headline | None = None
    most = 0.0
    for element in islice(_candidates(root), _MOST):
        text = shown(element, told)
        key = plain(text)
        if not _SHORTEST <= len(text) <= _LONGEST or not key or key in sites or any(map(leads_home, links(element))):
            continue
        agreed = _agrees(key, told)
        related = agreed or any(word in title for word in map(plain, _WORD.findall(text)) for title in told)
        score = _OF_LEVEL.get(str(element.tag), _CALLED) + _TOLD * agreed + _RELATED * related
        if score + _SIGNED + _NAMED + _WITHIN <= most:
            continue
        against, beside = _against(element), signed_below(element, reader)
        named = bool(naming.HEADLINE.search(names_of(element)))
        within = any(around.tag in {"article", "main"} for around in element.iterancestors())
        score += _SIGNED * beside + _NAMED * named + _WITHIN * within - against
        if score > most:
            own = related or beside or not told or (within and len(_WORDS.findall(text)) >= _FEW)
            fits = agreed or (own and len(text) <= _LONG)
            sure = not against and (fits if element.tag == "h1" else agreed and (beside or named))
            # What stands below a heading that is hidden may sign another.
            seen = against < _HIDDEN
            best, most = Headline(element, text, sure, agreed or (beside and seen) or (named and within)), score
    return best


def _agrees(key: str, told: AbstractSet[str]) -> bool:
    """Whether a heading is a title told elsewhere, but for a kicker or the name of site and section."""
    return any(len(key) >= _SHARE * len(title) and key in title for title in told)


def shown(element: _Element, told: AbstractSet[str]) -> str:
    """What a heading says but for kicker, subtitle and what is hidden; of a title told elsewhere that part alone."""
    text = text_of(element)
    parts = list(islice(element.iterdescendants(), _PARTS if len(text) <= _LONGEST else 0))
    for part in map(text_of, parts):
        if 2 * len(part) >= len(text) and plain(part) in told:
            return part
    kickers = (part for part in parts if naming.KICKER.search(names_of(part)) and text.startswith(text_of(part)))
    subtitles = (part for part in parts if naming.DECK.search(names_of(part)) and text.endswith(text_of(part)))
    # A hidden colon is heard between kicker and title, and reads well where both stand in one line.
    aside = {
        *islice(kickers, 1),
        *islice(subtitles, 1),
        *(part for part in parts if is_hidden(part) and plain(text_of(part))),
    }
    if not aside or plain(text) in told:
        return text
    rest = " ".join(_without(element, aside).split()).strip(" -–—:|·")
    return rest if plain(rest) else text


def _without(element: _Element, aside: set[_Element]) -> str:
    text = ""
    walk = iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start" and node in aside:
            walk.skip_subtree()
        elif event == "start":
            text += node.text or ""
        if event == "end" and node is not element:
            text += node.tail or ""
    return text


def _candidates(root: _Element) -> Iterator[_Element]:
    """The headings, h1 first, and what is called a headline where there is none."""
    yield from root.iter("h1")
    yield from root.iter("h2", "h3")
    for element in root.iter("div", "p", "span", "strong"):
        if naming.HEADLINE.search(element.get("class") or "") or element.get("itemprop") == "headline":
            yield element


def links(element: _Element) -> Iterator[str]:
    """The addresses to which an element, or a part of it, leads."""
    for link in (*element.iter("a"), *element.iterancestors("a")):
        yield link.get("href") or "#"


def home_names(root: _Element) -> Iterator[str]:
    """What links to the front page are called, by their texts or pictures, and the masthead's picture: so the site."""
    for image in root.iter("img"):
        if naming.MASTHEAD.search(f"{names_of(image)} {_file_of(image)}"):
            yield from filter(None, (image.get("alt"), image.get("title")))
    for link in root.iter("a"):
        address = link.get("href")
        if address and leads_home(address):
            yield text_of(link)
            yield from (name for image in link.iter("img") for name in (image.get("alt"), image.get("title")) if name)


def _file_of(image: _Element) -> str:
    """What a picture's file is called."""
    return in_words(parsed(image.get("src") or "").path.rpartition("/")[2])


def leads_home(link: str) -> bool:
    """Whether an address is that of the front page."""
    url = parsed(link.strip())
    return url.path in _FRONT and not url.query and not url.fragment and not link.startswith("#")


def _against(element: _Element) -> float:
    against = _OF_SITE if naming.NO_HEADLINE.search(names_of(element)) else 0.0
    for around in (element, *element.iterancestors()):
        if is_hidden(around):
            return against + _HIDDEN
        if around.tag in _OTHERS or around.get("role") in {"navigation", "search", "dialog"}:
            against = max(against, _OF_SITE)
        if around is not element and around.tag not in {"body", "html", "main"}:
            against = max(against, _OF_SITE if naming.OTHER_HEADLINE.search(names_of(around)) else 0.0)
    return against


def signed_below(element: _Element, reader: Reader) -> bool:
    """Whether a byline or a date stands right below an element, as elements are called or their texts say."""
    for node, seen in below(element):
        if seen > _BESIDE:
            return False
        if node.tag == "time" or naming.BYLINE_ALONE.search(names_of(node)) or node.get("rel") == "author":
            return True
        own = " ".join((node.text or "").split())
        if 1 < len(own) <= _LONGEST_LINE and _signs(reader.read(own), reader):
            return True
    return False


def _signs(reading: Reading, reader: Reader) -> bool:
    """Whether a line is nothing but the article's date, or says that somebody signs: "Por", before a link."""
    if reading.stamps.pure and reading.stamps.stamps[0].label in {"", "published"}:
        return True
    return reading.whole("bylines.openings") or signs(reading, reader)


def below(headline: _Element) -> Iterator[tuple[_Element, int]]:
    """The elements that begin behind a headline, each with the number of characters between; none of menus."""
    asides = [around for around in headline.iterancestors() if around.tag in ASIDES]
    node: _Element | None = asides[-1] if asides else headline
    seen = 0
    while node is not None:
        seen += len((node.tail or "").strip())
        for sibling in node.itersiblings():
            walk = iterwalk(sibling, events=("start", "end"))
            for event, inner in walk:
                if event == "end":
                    seen += len((inner.tail or "").strip())
                elif inner.tag in ASIDES:
                    walk.skip_subtree()
                else:
                    yield inner, seen
                    seen += len((inner.text or "").strip())
        node = node.getparent()
