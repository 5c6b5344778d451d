"""Names of sites, and titles without them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from newsclean.lexicon.characters import DASHES, HAN, HANGUL, KANA
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Bars, and the letters of East Asia that stand for one.
_BARS = "|｜ㅣ丨│∣¦︱"
#: In East Asia no space stands around the dash before a site's name, or before a section's that goes before it:
#: "…-정치ㅣ한국일보".
_SIGN = f"{KANA}{HAN}{HANGUL}"
_GLUED = rf"(?<=\S)[{DASHES}](?=[{_SIGN}]{{2,12}}$|[{_SIGN}]{{1,4}}\s?[{_BARS}{DASHES}]\s?[{_SIGN}]{{2,12}}$)"
#: What parts a title from the names of site and section.
PARTS = re.compile(rf"\s[|–—·•»«:/~-]+\s|\s?[{_BARS}»]\s?|\s?_\s?(?=\S)|--+|\s-(?=\S)|\s?[<‹]\s|{_GLUED}")
#: A site's name may have a few letters more on one side: "Paper" and "The Paper".
_ADDED = 12
_LEAST_NAME = 4
#: What has more parts is no title with a site's name.
_MOST_PARTS = 12


def plain(text: str) -> str:
    """A text's letters and digits, folded: names and titles are compared so."""
    return "".join(filter(str.isalnum, fold(text)))


def parsed(url: str) -> SplitResult:
    """The parts of an address, all empty where it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def site_names(names: Iterable[str], url: str | None) -> frozenset[str]:
    """What a site is called, as `plain` gives it: the names it bears, and those in its address."""
    host = (parsed(url or "").hostname or "").removeprefix("www.")
    labels = host.split(".")
    # The name registered stands before the suffix, which may have two parts.
    hosted = (host, *labels[-2:-1], *(labels[-3:-2] if len(labels) > 2 else ()))  # noqa: PLR2004
    return frozenset(name for name in map(plain, (*names, *hosted)) if len(name) > 1)


def without_site(text: str, sites: frozenset[str], known: set[str]) -> str:
    """A title without the names of site and section at its ends.

    Args:
        text: the title as the page's head gives it.
        sites: the site's names, as `plain` gives them.
        known: titles given elsewhere, likewise: what equals one of them is the title.

    >>> without_site("Rain at last - Weather | The Paper", frozenset({"thepaper"}), {"rainatlast"})
    'Rain at last'
    >>> without_site("강변 도서관 다시 연다-정치ㅣ강변일보", frozenset({"강변일보"}), set())
    '강변 도서관 다시 연다'
    """
    marks = list(islice(PARTS.finditer(text), _MOST_PARTS + 1))
    if not 0 < len(marks) <= _MOST_PARTS:
        return text
    cuts = [text, *(text[: m.start()] for m in reversed(marks)), *(text[m.end() :] for m in marks)]
    for cut in cuts:
        if plain(cut) in known:
            return cut.strip()
    section = False
    while marks and (section or names_site(text[marks[-1].end() :], sites)):
        text = text[: marks.pop().start()]
        section = bool(marks) and marks[-1][0] in DASHES
    if marks and plain(text[: marks[0].start()]) in sites:
        text = text[marks[0].end() :]
    return text.strip()


def names_site(text: str, sites: frozenset[str]) -> bool:
    """Whether a text is nothing, or a name of the site, but for a few letters."""
    key = plain(text)
    if not key or key in sites:
        return True
    near = (site for site in sites if len(site) >= _LEAST_NAME)
    return any(
        (site in key and len(key) < len(site) + _ADDED) or (key in site and len(key) >= _LEAST_NAME) for site in near
    )
