"""The elements of a page that name who signs: bylines, links to authors' pages, what microdata marks."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from newsclean import naming
from newsclean.html.blocks import WITHIN
from newsclean.html.elements import in_words, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

#: A byline is no longer, and no page has more links to authors side by side.
LONGEST, MOST = 160, 12
#: What stands between two lines.
_PARTED = " | "
#: Elements in one that is so near around them stand beside each other.
_BESIDE = 4


def bylines(head: Head) -> Iterator[_Element]:
    """Short elements that are called bylines, outside comments and other articles' cards."""
    for element in head.root.iter():
        called = element.get("class")
        if called and _is_byline(called) and len(text_of(element)) <= LONGEST and not head.is_of_another(element):
            yield element


@lru_cache(maxsize=1 << 12)
def _is_byline(names: str) -> bool:
    names = in_words(names)
    return bool(naming.BYLINE_ALONE.search(names)) and not naming.NO_BYLINE.search(names)


def linked(head: Head) -> Iterator[_Element]:
    """The links to pages of authors side by side right below the headline, but not in running text.

    Who edited or reviewed a text has a page, too.
    """
    elements = (element for element in head.below_headline if element.tag == "a")
    links = [link for link in elements if naming.AUTHOR_PAGE.search(link.get("href") or "")]
    parents = islice(dict.fromkeys(link.getparent() for link in links), MOST)
    side = next((parent for parent in parents if parent is not None and len(text_of(parent)) <= LONGEST), None)
    return (link for link in links if side is not None and link.getparent() is side)


def together(elements: list[_Element]) -> Iterator[_Element]:
    """The first of some elements and those beside it: further down other articles have authors too."""
    around = set(islice(elements[0].iterancestors(), _BESIDE)) if elements else set()
    for element in elements:
        if not around.isdisjoint(islice(element.iterancestors(), _BESIDE)):
            yield element


def named(element: _Element) -> str:
    """The name that a marked element holds: its own name property, what it gives for machines, its text."""
    inner = element.find(".//*[@itemprop='name']")
    return (inner.get("content") or text_of(inner)) if inner is not None else element.get("content") or apart(element)


def apart(element: _Element) -> str:
    """All text in an element, with a space between what only its style may part: "By", "Ana Silva".

    Not inside a word, though: "Mc" and "Donald" in bold, a large first letter.
    """
    text = ""
    walk = iterwalk(element, events=("start", "end"))
    for event, node in walk:
        piece = node.text if event == "start" else node.tail if node is not element else None
        if event == "start" and node.tag == "button":
            # "Follow"
            walk.skip_subtree()
            piece = node.tail
        elif event == "start" and node.tag == "br":
            piece = _PARTED
        if not piece:
            continue
        initial = text[-1:].isalpha() and not text[-2:-1].isalnum() and piece[0].islower()
        text += str(piece) if node.tag in WITHIN or initial else f" {piece}"
    return " ".join(text.split())
