"""Who signs at the end of a text: in brackets behind the last sentence, or below it behind a label or with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.language.signature import BAR, COMMA, JOINER
from newsclean.language.signature_names import PERSON
from newsclean.language.signed_otherwise import signed_off as in_brackets
from newsclean.lexicon.characters import COLONS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from newsclean.cleaners.signed_lines import SignedLines
    from newsclean.document import Block

#: So many lines from the last of the text may say who wrote it.
_BELOW = 3
_PERSONS = frozenset({PERSON, BAR, COMMA, JOINER})


def signed_off(lines: SignedLines) -> list[Block]:
    """The byline at the end of a text in whose head nobody signs, if any."""
    prose = lines.document.prose
    found = (find(lines, prose[-1]) for find in (_in_brackets, _labelled, _alone)) if prose else ()
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
    families = lines.document.reader.lexicon.families
    below = [n for n, block in enumerate(lines.blocks) if n > last and block.judged_body and not block.role]
    if not families or not below or not lines.readings[below[-1] - 1].ends_sentence or lines.persons(below[-1] + 1):
        return []
    signature = lines.signature(below[-1])
    if signature is None or not signature.whole or not _PERSONS.issuperset(signature.spelt):
        return []
    names = tuple(part.text for part in signature.parts if part.kind == PERSON)
    sure = all(name.split()[0].casefold() in families and fold(name) not in lines.document.told for name in names)
    return [lines.blocks[below[-1]].label("byline", names)] if sure else []
