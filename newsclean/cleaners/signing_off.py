"""Who signs at the end of a text: in brackets behind the last sentence, or below it behind a label or with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.language.signature import BAR, COMMA, JOINER
from newsclean.language.signature_names import AGENCY, CREDIT, DESK, JOB, PERSON, PERSON_ALONE, WORD
from newsclean.language.signed_otherwise import signed_off as in_brackets
from newsclean.lexicon.characters import COLONS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from newsclean.cleaners.signed_lines import SignedLines
    from newsclean.document import Block

#: So many lines from the last of the text may say who wrote it.
_BELOW = 3
#: The share of a line in italics that is all of it but for a stop.
_ALL = 0.9
_NAMED = frozenset({PERSON, WORD})
#: Behind them may stand for whom they write, and after whom: "Minh (Theo AFP)".
_PERSONS = _NAMED | {AGENCY, DESK, JOB, CREDIT, BAR, COMMA, JOINER}


def signed_off(lines: SignedLines) -> list[Block]:
    """The byline at the end of a text in whose head nobody signs, if any."""
    prose = lines.document.prose
    found = (find(lines, prose[-1]) for find in (_in_brackets, _labelled, _alone, _slanted)) if prose else ()
    return next(filter(None, found), [])


def _in_brackets(lines: SignedLines, last: int) -> list[Block]:
    """Who signs in brackets behind the last sentence, or below it."""
    for n in range(last, min(last + 2, len(lines.blocks))):
        # A model may not hold a line with a date in it for body.
        text, alone = lines.readings[n].text, n > last
        found = None if lines.blocks[n].role else in_brackets(text, lines.document.reader, alone=alone)
        if found:
            return [lines.document.part(lines.blocks[n], found.start, found.end).label("byline", found.names)]
    return []


def _labelled(lines: SignedLines, last: int) -> list[Block]:
    """Who wrote, behind a word and a colon in the last lines: "Text: Ana Silva / Photos: Joe Doe"."""
    for n in range(last, min(last + _BELOW, len(lines.blocks))):
        reading = lines.readings[n]
        opening = reading.starts("bylines.openings")
        labelled = opening and reading.after(opening).startswith(tuple(COLONS)) and not lines.blocks[n].role
        signature = lines.signature(n) if labelled else None
        names, strangers = signature.names(lone=False, partial=False) if signature else ((), 0)
        if names and not strangers:
            return [lines.blocks[n].label("byline", names)]
    return []


def _alone(lines: SignedLines, last: int) -> list[Block]:
    """The last line, where it is nothing but names of persons of whom the text does not speak, as in Vietnam.

    Elsewhere a name looks like any two words: "Green Energy". Several such lines are a list of the article's own.
    """
    if not lines.document.reader.lexicon.families:
        return []
    end = max((n for n, block in enumerate(lines.blocks) if block.judged_body and not block.role), default=last)
    for n in range(max(last, end - 1) + 1, min(max(last, end) + 2, len(lines.blocks))):
        below = lines.blocks[n].role or not lines.readings[n - 1].ends_sentence or lines.persons(n + 1)
        names = () if below or not _closes(lines, n) else _names(lines, n)
        if names:
            return [lines.blocks[n].label("byline", names)]
    return []


def _slanted(lines: SignedLines, last: int) -> list[Block]:
    """The line below the last of a page's text, where it is a name in italics, and the text above is in none.

    Not whom the text speaks of, nor whom it cites: below a quotation or verses.
    """
    body = (n for n, block in enumerate(lines.blocks) if n >= last and block.judged_body and not block.role)
    end = max(body, default=last)
    for n in range(max(last + 1, end), min(end + 2, len(lines.blocks))):
        block, above, reading = lines.blocks[n], lines.blocks[n - 1], lines.readings[n]
        apart = block.markup and above.markup and block.markup.slanted >= _ALL > above.markup.slanted
        ends = lines.readings[n - 1].ends_sentence and not lines.readings[n - 1].quotes and not above.role
        name = reading.text if PERSON_ALONE.fullmatch(reading.text) and not reading.cover else ""
        signs = apart and ends and not block.role and bool(name) and lines.persons(n) == 1
        # The line itself may be one of the body's.
        told = name and (fold(name.split()[-1]) in lines.document.told or lines.body_text.count(name) > 1)
        if signs and not told and not lines.of_words(name):
            return [block.label("byline", (name,))]
    return []


def _closes(lines: SignedLines, number: int) -> bool:
    """Whether a line stands in the same element as the one above it, or at the end of a flat text's body."""
    block, above = lines.blocks[number], lines.blocks[number - 1]
    return not block.paged or block.tags[0].parent is above.tags[0].parent


def _names(lines: SignedLines, number: int) -> tuple[str, ...]:
    """The names of a line: with a family's first, or of nothing but what pen names consist of."""
    reading, lexicon = lines.readings[number], lines.document.reader.lexicon
    signature = lines.signature(number)
    names: tuple[str, ...] = ()
    if PERSON_ALONE.fullmatch(reading.text) and not reading.cover:
        # Without its tone a name may read like a credit: "Phan Anh Tuấn".
        names = (reading.text,)
    elif signature and signature.spelt[:1] in _NAMED and _PERSONS.issuperset(signature.spelt):
        names = tuple(part.text for part in signature.parts if part.kind in _NAMED)

    def is_person(name: str) -> bool:
        first, *more = name.casefold().split()
        pen = lexicon.pen_names.issuperset((first, *more))
        return (pen or (bool(more) and first in lexicon.families)) and fold(name) not in lines.document.told

    return names if all(map(is_person, names)) else ()
