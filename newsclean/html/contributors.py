"""What a page shows of those it states as its authors: who signs with them, and who had another part in the article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.html import signing
from newsclean.html.elements import text_of
from newsclean.language.signature_parts import at_joiners
from newsclean.language.sites import plain
from newsclean.lexicon.characters import COLONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from newsclean.html.head import Head
    from newsclean.language.reader import Reader

#: What somebody did is said in so many words: "Additional reporting by".
_LABEL = 4


def taken_out(
    head: Head, reader: Reader, found: tuple[str, ...], bylines: Iterable[tuple[_Element, tuple[str, ...]]]
) -> tuple[str, ...]:
    """Some names without those that the page shows below its headline with another part in the article than to sign it.

    "By Ana Silva", "Edited by Joe Doe": those it shows nowhere, and those with labels such as "By", stay.
    """
    if len(found) == 1:
        return found
    sign = {plain(name) for _, names in bylines for name in names}
    if sign.isdisjoint(map(plain, found)):
        return found
    lines = [text for element in head.below_headline if len(text := signing.apart(element)) <= signing.LONGEST]
    contributors = {name for name in found if plain(name) not in sign for text in lines if _labels(reader, text, name)}
    return tuple(name for name in found if name not in contributors)


def _labels(reader: Reader, text: str, name: str) -> bool:
    """Whether a text is a name behind a few words that say what that person did, which was not to write."""
    label = text.removesuffix(name).rstrip()
    reading = reader.read(label)
    if label == text or not 0 < len(reading.words) <= _LABEL:
        return False
    if reading.starts("bylines.openings") and not reading.starts("credits.openings"):
        return False
    # A job alone, as in "Reporter Joe Doe", says nothing else; nor does "and".
    last = reading.words[-1]
    small = last in reader.lexicon.function_words and last not in reader.lexicon.joiners
    return label.endswith(tuple(COLONS)) or (small and len(reading.words) > 1)


def sign_together(reader: Reader, byline: _Element, names: tuple[str, ...]) -> bool:
    """Whether a byline joins its last name to the others, or links each to its page: buttons and houses stand alone."""
    *_, before, last = ("", *map(plain, names))
    joined = [plain(part) for part in at_joiners(signing.apart(byline), reader.lexicon.joiners)]
    linked = {plain(text_of(a)) for a in byline.iter("a") if naming.AUTHOR_PAGE.search(a.get("href") or "")}
    told = any(one.endswith(before) and other.startswith(last) for one, other in pairwise(joined))
    return told or linked.issuperset(map(plain, names))
