"""Records of press archives: an article with its fields around it, as a database prints or exports them.

Nexis names most fields above the text and some below, ProQuest nearly all below it; Factiva gives each a code of two or
three letters. What such programs call the fields is their own; a few names in this order tell that they wrote a text.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import CLOSERS, SENTENCE_STOPS
from newsclean.text.keys import FIELDS, LINE, PAIR, Entry, by_key, key_of, of_pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    Line = re.Match[str]

#: Names that only archives give fields, and what they mean there: a subject is what an article is about.
_NAMED = {
    **FIELDS,
    **by_key(
        {
            "section": "section sections",
            "site": "publicationtitle publication",
            "dateline": "dateline",
            "url": "documenturl",
            "deck": "highlight",
            "other": "length wordcount loaddate load series distribution journalcode graphic subject subjects industry "
            "geographic organization company companyorganization person people ticker location city state identifier "
            "language languageofpublication publicationtype documenttype sourcetype pages firstpage startpage "
            "volume issue edition publicationyear publisher placeofpublication countryofpublication "
            "publicationsubject issn eissn isbn proquestdocumentid accessionnumber copyright "
            "lastupdated correctiondate database links source",
        }
    ),
}
#: Above the text, on a line of its own.
_BODY = re.compile(r"(?:BODY|FULL TEXT|Body|Full text|Full Text)\s?:?")
#: The headings of fields that have none, and what ends a record.
_HEADING = re.compile(
    r"(?:ABSTRACT|Abstract)(?: \(ENGLISH\))?:?|DETAILS|Details|Classification|Notes?|(?:ProQuest )?[Dd]ocument [Ll]ink"
    r"|(?:End of|END OF) (?:Document|DOCUMENT)|[-_*=]{5,}"
)
_COUNTED = re.compile(r"(?:Document )?\d{1,6} of \d{1,6}(?: DOCUMENTS?)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_COPYRIGHT = re.compile(r"(?:Copyright|©|\([Cc]\))\s")
#: As many named fields above the text, or above and below it, are an archive's; so many codes are Factiva's.
_ABOVE, _AROUND, _CODED = 2, 4, 5
#: A head has no more characters.
_LONGEST = 8_000
#: A sentence has more words.
_FEW = 7
#: Factiva's codes of fields.
_CODES = by_key(
    {
        "title": "HD",
        "byline": "BY",
        "section": "SE",
        "published": "PD",
        "site": "SN",
        "body": "LP TD",
        "other": "AN ART CC CLM CO CR CT CX CY DE DLN ED ET GC IN IPC IPD LA NGC NS PG PUB RE RF RIC RST SC TI VOL WC",
    }
)
_CODE = re.compile(rf"({'|'.join(_CODES)})(?:[ \t]+|$)")


def find(text: str) -> list[Entry]:
    """The entries of a record in a text, in order, the last of them below its body; none where it is no record."""
    head = list(LINE.finditer(text, 0, _LONGEST))
    codes = sum(bool(_CODE.match(line[0])) for line in head)
    return _coded(text) if codes >= _CODED else _named(text, head)


def _named(text: str, lines: list[Line]) -> list[Entry]:
    at = next((n for n, line in enumerate(lines) if _BODY.fullmatch(line[0])), 0)
    if not at:
        return []
    above = list(_above(text, lines[:at]))
    rest = list(LINE.finditer(text, lines[at].end()))
    below = [] if any(_BODY.fullmatch(line[0]) for line in rest) else _below(text, rest)
    told = [sum(_is_named(text, entry) for entry in part) for part in (above, below)]
    if told[0] < _ABOVE and sum(told) < _AROUND:
        return []
    return [*above, Entry("body", [lines[at].span()]), *below]


def _above(text: str, lines: list[Line]) -> Iterator[Entry]:
    """The entries above the text; of what has no name the first is the title where none is named so, then the paper."""
    titled = any(key_of(pair) in {"title", "headline"} for line in lines if (pair := PAIR.match(line[0])))
    nameless = [] if titled else ["title", "site"]
    for group in _groups(text, lines):
        entry = _entry(text, group)
        if entry is not None:
            yield entry
            continue
        for line in group:
            other = _COUNTED.fullmatch(line[0]) or _COPYRIGHT.match(line[0])
            # A paper's name has no digit, its date has.
            named = nameless[:1] == ["title"] or not _DIGIT.search(line[0])
            yield Entry(nameless.pop(0) if nameless and named and not other else "line", [line.span()], keyed=False)


def _below(text: str, lines: list[Line]) -> list[Entry]:
    """The entries below the text: the last lines, from the first on below which there is nothing else."""
    ended = takewhile(_ends, reversed([(_entry(text, group), group) for group in _groups(text, lines)]))
    return [
        entry or Entry("other", [line.span() for line in group], keyed=False) for entry, group in reversed(list(ended))
    ]


def _ends(told: tuple[Entry | None, list[Line]]) -> bool:
    entry, group = told
    return entry is not None or all(_COPYRIGHT.match(line[0]) for line in group)


def _groups(text: str, lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that belong together: a named field with what stands right below it, or a line alone."""
    group: list[Line] = []
    for line in lines:
        below = bool(group) and text.count("\n", group[-1].end(), line.start()) == 1
        goes_on = below and _is_key(group[0]) and not _is_key(line)
        if group and not goes_on:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_key(line: Line) -> bool:
    pair = PAIR.match(line[0])
    return bool(_HEADING.fullmatch(line[0])) or (pair is not None and key_of(pair) in _NAMED)


def _entry(text: str, group: list[Line]) -> Entry | None:
    """The entry of lines that open with a field's name, or are its heading."""
    first = group[0]
    pair = PAIR.match(text, *first.span())
    if pair and key_of(pair) in _NAMED:
        entry = of_pair(pair, first.end(), _NAMED)
    elif _HEADING.fullmatch(first[0]):
        entry = Entry("deck" if first[0].lower().startswith("abstract") else "other", [first.span()])
    else:
        return None
    return entry._replace(spans=[*entry.spans, *(line.span() for line in group[1:])])


def _is_named(text: str, entry: Entry) -> bool:
    return entry.keyed and bool(PAIR.match(text, *entry.spans[0]))


def _coded(text: str) -> list[Entry]:
    """The entries of a record in Factiva's codes, where it has a title, and a text between others."""
    lines = list(LINE.finditer(text))
    # In its text a line may open with "IN" or "AN"; below the last sentence none does.
    last = max((n for n, line in enumerate(lines) if _is_sentence(line[0])), default=0)
    entries: list[Entry] = []
    in_body = False
    for n, line in enumerate(lines):
        code = _CODE.match(text, *line.span())
        if code and not (in_body and n <= last and _CODES[code[1]] != "body"):
            in_body = _CODES[code[1]] == "body"
            value = [(code.end(), line.end())] if code.end() < line.end() and not in_body else []
            entries.append(Entry(_CODES[code[1]], [code.span(1), *value]))
        elif not entries:
            return []
        elif not in_body:
            entries[-1].spans.append(line.span())
    return entries if {"title", "body"} <= {entry.field for entry in entries} else []


def _is_sentence(line: str) -> bool:
    return line.rstrip(CLOSERS)[-1:] in SENTENCE_STOPS and len(line.split(maxsplit=_FEW)) > _FEW
