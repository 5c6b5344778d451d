"""Records of press archives: an article with its fields around it, as a database prints or exports them.

Nexis names most fields above the text and some below, in its user's language, ProQuest nearly all below it; Factiva
gives each a code of two or three letters. What such programs call the fields is their own; a few names in this order
tell that they wrote a text.
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
            "byline": "autor auteur autore",
            "section": "section sections rubrik rubrique sección seção sezione rubriek",
            "site": "publicationtitle publication",
            "dateline": "dateline ort",
            "url": "documenturl",
            "deck": "highlight",
            "other": "wordcount loaddate load series distribution journalcode graphic subject subjects industry "
            "geographic organization company companyorganization person people ticker location city state identifier "
            "language languageofpublication publicationtype documenttype sourcetype pages firstpage startpage volume "
            "issue edition publicationyear publisher placeofpublication countryofpublication publicationsubject issn "
            "eissn isbn proquestdocumentid accessionnumber copyright lastupdated correctiondate database links source "
            "update sprache datechargement langue typepublication fechacarga lenguaje lengua tipopublicación "
            "ladendatum taal publicatietype datacaricamento lingua tipopubblicazione datacarregamento idioma "
            "tipopublicação",
            "size": "length länge longueur longitud lengte lunghezza comprimento",
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
_COUNTED = re.compile(r"(?:[^\W\d_]{5,10} )?\d{1,6} (?:of|von|de|van|di) \d{1,6}(?: [^\W\d_]{5,10})?")
_SIZE = re.compile(r"[^\W\d_]{5,11}\s?:\s*\d[\d.,]{0,8} [^\W\d_]{4,8}")
_DIGIT = re.compile(r"\d")
_COPYRIGHT = re.compile(r"(?:Copyright|©|\([Cc]\))\s")
#: As many named fields above the text, or above and below it, are an archive's; so many codes are Factiva's.
_ABOVE, _AROUND, _CODED = 2, 4, 5
#: A record as Factiva shows it: its size, its number, and how many lines stand above and below the former.
_COUNT = r"\d[\d,.]{0,8} (?:words|Wörter|mots|palabras|parole|woorden|palavras)"
_WORDS = re.compile(_COUNT)
_NUMBERED, _HEAD = re.compile(r"Document [A-Z]{3,12}\w{10,30}"), 8
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


#: A line that every record has above its text: where it begins, how long it is, or the code of its title.
_TELLTALE = re.compile(
    r"^(?:(?:BODY|FULL TEXT|Body|Full [Tt]ext)\s?:?|[^\W\d_]{5,11}\s?:\s?\d[\d.,]{0,8} [^\W\d_]{4,8}|HD"
    rf"|{_COUNT})(?=\s|\Z)",
    re.MULTILINE,
)


def find(text: str) -> list[Entry]:
    """The entries of a record in a text, in order, the last of them below its body; none where it is no record."""
    if not _TELLTALE.search(text, 0, _LONGEST):
        return []
    head = list(LINE.finditer(text, 0, _LONGEST))
    codes = sum(bool(_CODE.match(line[0])) for line in head)
    return _coded(text) if codes >= _CODED else _shown(text, head) or _named(text, head)


def _named(text: str, lines: list[Line]) -> list[Entry]:
    bodies = [n for n, line in enumerate(lines) if _BODY.fullmatch(line[0])]
    at = bodies[0] if bodies else _below_size(text, lines)
    if not at or at == len(lines):
        return []
    above = list(_above(text, lines[:at]))
    rest = list(LINE.finditer(text, lines[at].end() if bodies else lines[at].start()))
    below = [] if any(_BODY.fullmatch(line[0]) for line in rest) else _below(text, rest)
    told = [sum(_is_named(text, entry) for entry in part) for part in (above, below)]
    if (told[0] < _ABOVE and sum(told) < _AROUND) or not (bodies or told[1]):
        return []
    return [*above, *(Entry("body", [lines[n].span()]) for n in bodies[:1]), *below]


def _below_size(text: str, lines: list[Line]) -> int:
    """Where the text begins in a record that does not say so: below its length in words, and fields right below that.

    Above it stands no sentence: in an article on a path its length may be told, too.
    """
    at, seen = 0, False
    for group in _groups(text, lines):
        entry = _entry(text, group)
        if entry is None and (seen or _is_sentence(group[0][0])):
            return at if seen else 0
        seen = seen or (entry is not None and entry.field == "size" and bool(_SIZE.fullmatch(group[0][0])))
        at += len(group)
    return 0


def _above(text: str, lines: list[Line]) -> Iterator[Entry]:
    """The entries above the text; of what has no name the title, where none is named so, and the paper.

    The title stands first; where names are in capitals it stands right above them, and the paper first.
    """
    told = [(_entry(text, group), group) for group in _groups(text, lines)]
    first = next((n for n, (entry, _) in enumerate(told) if entry is not None and entry.keyed), len(told))
    titled = any(entry is not None and entry.field == "title" for entry, _ in told)
    shouted = first < len(told) and told[first][1][0][0].partition(":")[0].isupper()
    free = [line for entry, group in told for line in group if entry is None and _may_be_named(group, line)]
    title = None if titled or not free else free[-1] if shouted else free[0]
    paper = next((line for line in free if line is not title and not _DIGIT.search(line[0])), None)
    for entry, group in told:
        if entry is not None:
            yield entry
            continue
        for line in group:
            field = "title" if line is title else "site" if line is paper else "line"
            yield Entry(field, [line.span()], keyed=False)


def _may_be_named(group: list[Line], line: Line) -> bool:
    """Whether a line may be the title or the paper: none that counts records or tells who has the rights."""
    return not (_COUNTED.fullmatch(line[0]) or _COPYRIGHT.match(group[0][0]))


def _below(text: str, lines: list[Line]) -> list[Entry]:
    """The entries below the text: the last lines, from the first on below which there is nothing else."""
    ended = takewhile(_ends, reversed([(_entry(text, group), group) for group in _groups(text, lines)]))
    return [
        entry or Entry("other", [line.span() for line in group], keyed=False) for entry, group in reversed(list(ended))
    ]


def _ends(told: tuple[Entry | None, list[Line]]) -> bool:
    entry, group = told
    return entry is not None or bool(_COPYRIGHT.match(group[0][0]))


def _groups(text: str, lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that belong together: a field or who has the rights, with what stands right below it; or a line alone."""
    group: list[Line] = []
    for line in lines:
        below = bool(group) and text.count("\n", group[-1].end(), line.start()) == 1
        goes_on = below and (_is_key(group[0]) or _COPYRIGHT.match(group[0][0])) and not _is_key(line)
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


def _shown(text: str, lines: list[Line]) -> list[Entry]:
    """The entries of a record as Factiva shows it, without names: title, byline, size, date, paper, rights and text."""
    number = LINE.search(text, text.rstrip().rfind("\n") + 1)
    size = next((n for n, line in enumerate(lines[:_HEAD]) if n and _WORDS.fullmatch(line[0])), 0)
    below = lines[size + 1 : size + 1 + _HEAD]
    rights = next((n for n, line in enumerate(below, size + 1) if _COPYRIGHT.match(line[0])), 0)
    if not (size and rights and number and _NUMBERED.fullmatch(number[0])):
        return []
    paper = next((n for n in range(size + 1, rights) if not _DIGIT.search(lines[n][0])), 0)
    fields = {0: "title", paper: "site"} | ({size - 1: "byline"} if size > 1 else {})
    above = [Entry(fields.get(n, "line"), [line.span()], keyed=False) for n, line in enumerate(lines[: rights + 1])]
    return [*above, Entry("other", [number.span()], keyed=False)]


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
