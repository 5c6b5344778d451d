"""What a part of a signature is: somebody's name, a job, an agency, or none of these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.language.dates import find as find_dates
from newsclean.language.dates import months
from newsclean.language.signature_names import ASIDE, CJK, CREDIT, DIGITS, EDGE, JOB, LABEL, OTHER, Part, named_part
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.language.line import Reading
    from newsclean.language.reader import Reader


_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$|\b[JS]r\.$")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_DEGREE = 5
_DIGIT = re.compile(r"\d")
#: What tells nothing of who stands before it: "Ana Silva 👁 3 418", "Ana Silva - thepaper.example".
_ASIDE = re.compile(r"\A\s?(?:(?!(?:19|20)\d\d\b)\d[\d\s.,]*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|[a-z]+[A-Z]\w*)\s?")
#: "2 minutes ago", "3 min read"
_AGO = re.compile(r"\d{1,2}\s?[^\W\d_]{1,8}\.?(?:\s[^\W\d_]{1,9}){0,2}")
_KNOWN = frozenset({"bylines.roles", "bylines.staff", "sections.names", "datelines.agencies"})


def parts(reader: Reader, text: str, *, named: bool) -> Iterator[Part]:
    """What stands between two separators; `named`: behind somebody's name."""
    bare = _bare(text)
    reading = reader.read(bare)
    if not bare:
        return
    if reading.starts("credits.openings") > (0 if named else 1):
        yield Part(CREDIT, bare)
    elif named and _pictured(reading):
        yield Part(LABEL, bare)
    elif named and _qualifies(reading):
        yield Part(JOB, bare)
    elif reading.digits and named and _ASIDE.fullmatch(text):
        yield Part(ASIDE, bare)
    elif reading.digits:
        before = _before_digits(reader, bare)
        yield from parts(reader, before, named=named)
        rest = reader.read(bare[len(before) :])
        ago = before[-1:] == " " and _AGO.fullmatch(rest.text) and "dates.fillers" in rest.categories
        yield Part(ASIDE if ago else DIGITS, rest.text)
    else:
        yield from named_part(reader, bare) or [Part(_unnamed(reader, text, named=named), bare)]


def at_joiners(text: str, joiners: frozenset[str]) -> Iterator[str]:
    """The parts of a text between the words, and the signs "&" and "+", that join names."""
    words: list[str] = []
    for word in text.split():
        # "von und zu Guttenberg"
        if (fold(word) in joiners and words[-1:] != ["von"]) or word in {"&", "+"}:
            if words:
                yield " ".join(words)
            words = []
        else:
            words.append(word)
    yield " ".join(words)


def common(reader: Reader, name: str, small_words: frozenset[str]) -> bool:
    """Whether a name's words are no name's: "Press Release", "Select Page".

    The running text has the first, or several, in small letters; surnames are words more often than given names are:
    "Emma Lower". Or all are known from clutter, in a script that has capitals.
    """
    reading = reader.read(name)
    if reading.whole("bylines.staff", "datelines.agencies") or reading.stops("bylines.staff"):
        return False
    if reader.read(name.partition(" ")[0]).whole("bylines.given"):
        # "Mark White"
        return False
    if reading.words and name != name.lower() and reader.lexicon.clutter_words.issuperset(reading.words):
        return True
    words = [word.lower() for word in _LONG_WORD.findall(name) if word[0].isupper()]
    found = [word in small_words and fold(word) not in reader.lexicon.function_words for word in words]
    return found[:1] == [True] or found.count(True) > 1


def _bare(part: str) -> str:
    """A part without what parts it from others, such as the point of "Oprac."; an initial keeps its full stop."""
    bare = part.lstrip(EDGE + ".").rstrip(EDGE)
    return bare if _INITIAL.search(bare) else bare.rstrip(".")


def _before_digits(reader: Reader, text: str) -> str:
    """What stands before the first digit, and before the date that it is part of."""
    before = _DIGIT.split(text, maxsplit=1)[0]
    dates = find_dates(text, reader.lexicon)
    if dates and dates[0].start < len(before):
        before = text[: dates[0].start]
    reading = reader.read(before)
    if reading.words and reading.words[-1] in months(reader.lexicon):
        start = reading.spans[-1][0]
        # "Ana SilvaMay 12, 2024", but "Theresa May 3 min read"
        before = before[:start] if before[start - 1 : start].isalpha() else before
    return before


def _unnamed(reader: Reader, text: str, *, named: bool) -> str:
    """The kind of a part that is no name."""
    reading = reader.read(text.strip(EDGE))
    job = reading.whole("bylines.nobody") or reading.stops("bylines.jobs") or reading.categories & _KNOWN
    return JOB if job else ASIDE if named and _ASIDE.fullmatch(text) else OTHER


def _pictured(reading: Reading) -> bool:
    """Whether a part says who took the pictures: "photos by Ana Silva"."""
    opening = 0 if reading.starts("datelines.agencies") else reading.starts("captions.credits")
    return 0 < opening < len(reading.words)


def _qualifies(reading: Reading) -> bool:
    """Whether a part behind a name is a job, a degree or a paper: "Managing Director", "FRCS", "Wexley Gazette"."""
    paper = reading.whole("bylines.papers") and not reading.whole("bylines.staff")
    job = bool(reading.stops("bylines.jobs")) or paper
    if job or CJK.search(reading.text):
        # There the job stands behind each name.
        return job
    degree = reading.text.isalpha() and reading.text.isupper() and len(reading.text) <= _LONGEST_DEGREE
    degree = degree and not reading.whole("datelines.agencies", "bylines.staff")
    return degree or bool(reading.stops("bylines.roles") or reading.starts("bylines.ranks"))
