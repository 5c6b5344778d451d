"""Who took the pictures, who else worked on the article, where it came from: on lines of their own, and below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaners import layout
from newsclean.cleaners.photo_credits import photo_credits
from newsclean.language.credit_checks import tells_small
from newsclean.language.signed_otherwise import of_agencies, of_desk, signs_alone
from newsclean.lexicon.case import small
from newsclean.lexicon.characters import COLONS, FULL_STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_LONGEST = 400
#: In a figure as near, no line signs the article.
_NEAR = 4
_BRACKETS = re.compile(r"\A[(\[（［【]\s?([^()（）\[\]]+?)\s?[)\]）］】]\.?")
_TRAILING = re.compile(r"\s?[(（\[【]\s?([^()（）\[\]【】]{2,120}?)\s?[)）\]】]\.?$")


def credits(document: Document) -> Document:  # noqa: A001
    """Label credits of pictures on lines of their own, and the closing credit.

    The closing credit stands below the body, or at the end of its last paragraph: `(Reporting by A; editing by B)`,
    `(Reuters)`, `Source: …`. Its value is the text inside the brackets. Hands off: brackets that belong to a sentence.
    """
    document = photo_credits(document)
    return document.replace(_credits(document))


def _credits(document: Document) -> Iterator[Block]:
    # Where all lines are short, as in tables, only the last may be one.
    end = layout.body_end(document) or len(document.blocks) - 1
    start = layout.body_start(document) + 1 if document.prose else max(1, end)
    found = False
    marks = {mark.casefold() for table in document.reader.lexicon.tables() for mark in table["ends"]["marks"]}
    # Below the body, or the last block of it: a long credit reads like running text.
    for n in range(max(start, end - 2), len(document.blocks)):
        block = document.blocks[n]
        if block.role or any(tag.name in layout.PICTURED for tag in block.within(_NEAR)):
            continue
        text = document.readings[n].text
        desk = n >= end - 1 and of_desk(text, document.reader) and document.readings[n - 1].ends_sentence
        folded = text.casefold()
        if desk or folded in marks or (text.isupper() and folded.strip(" .") in marks):
            yield block.remove("label")
        elif folded.strip(f" {FULL_STOPS}") in marks:
            # "Ende." is an article's last word.
            continue
        elif not found and (credit := _credit(document, n, end)):
            found = True
            yield block.label("credit", credit)
    if not found and document.prose:
        last = document.blocks[end - 1]
        trailing = _TRAILING.search(document.text(last))
        if trailing and trailing.start() > 0 and _is_credit(document, trailing[1]):
            at = trailing.start() + len(trailing[0]) - len(trailing[0].lstrip())
            yield document.part(last, at).label("credit", trailing[1])


def _credit(document: Document, number: int, end: int) -> str | None:
    """The credit that a line is, without its brackets; `end`: where the body ends."""
    reading = document.readings[number]
    if len(reading.text) > _LONGEST:
        return None
    bracketed = _BRACKETS.fullmatch(reading.text)
    inside = bracketed[1] if bracketed else reading.text
    opening = reading.starts("credits.openings")
    behind = reading.after(opening)
    marked = opening and behind.startswith(tuple(COLONS)) and not tells_small(behind, document.reader)
    below = number >= end
    held = bracketed and document.prose and (opening or (below and signs_alone(inside, document.reader)))
    opened = number >= end - 1 and (marked or (opening > 1 and not reading.ends_sentence))
    return inside.strip() if held or opened or (below and _whole(document, reading.text)) else None


def _whole(document: Document, text: str) -> bool:
    """Whether a text is nothing but a credit's phrase, or agencies."""
    known = document.reader.read(text).whole("credits.whole", "datelines.agencies")
    return known or of_agencies(text, document.reader)


def _is_credit(document: Document, inside: str) -> bool:
    reading = document.reader.read(inside)
    opening = reading.starts("credits.openings")
    # A word alone may open anything: "Text goes on below the photo".
    opened = opening > 1 or (opening and not small(reading.after(opening)[:1]))
    return bool(opened) or _whole(document, inside)
