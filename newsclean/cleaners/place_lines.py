"""Lines that are nothing but the place a report was filed from, right above its first paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaners import layout
from newsclean.language.datelines import Filed, is_place
from newsclean.lexicon.characters import DASHES

if TYPE_CHECKING:
    from newsclean.document import Block, Document

#: A place of its own has no more words, and no fewer or more characters.
_WORDS, _SHORTEST, _LONGEST = 3, 3, 30
#: What stands behind it: "Wexley -", "Wexley.-".
_MARK = re.compile(rf"\s?[.,:]?\s?(?<![{DASHES}])[{DASHES}]++$")
_LINKED = 0.5
#: Elements right around a line.
_NEAR = 2


def opens(document: Document, number: int, *, located: bool) -> Filed | None:
    """The dateline that a line is as a whole for the paragraph right below it.

    It ends in a dash and the text speaks of the place, or it is a paragraph of an HTML page and the text says that it
    is where something is (`located`): "in Wexley". Hands off: links, headings, and what is one of several short lines.
    """
    block, text = document.blocks[number], document.text(document.blocks[number])
    mark = _MARK.search(text)
    place = text[: mark.start()] if mark else text
    if not _possible(document, block, place):
        return None
    if mark:
        told = any(place in document.text(document.blocks[n]) for n in document.prose)
        return Filed(len(text), place) if told else None
    alone = block.paged and located and not _one_of_several(document, number)
    return Filed(len(text), place) if alone else None


def _possible(document: Document, block: Block, place: str) -> bool:
    """Whether a text has the form of a place, and is neither a known word nor a link or a heading."""
    if not _SHORTEST <= len(place) <= _LONGEST or len(place.split()) > _WORDS or not is_place(place):
        return False
    if block.markup is not None and (block.markup.link > _LINKED or block.markup.heading):
        return False
    read = document.reader.read(place)
    return not (read.cover.keys() - {"sections"} or read.stamps.stamps or read.whole("dates.weekdays"))


def _one_of_several(document: Document, number: int) -> bool:
    """Whether a line stands on the page more than once, or another short line in the text is set like it."""
    block, text = document.blocks[number], document.text(document.blocks[number])
    around = [tag.names for tag in block.within(_NEAR)]
    end = layout.body_end(document)
    for n, (other, reading) in enumerate(zip(document.blocks, document.readings, strict=True)):
        if n == number:
            continue
        short = number < n < end and not other.role and len(reading.words) <= _WORDS
        if reading.text == text or (short and [tag.names for tag in other.within(_NEAR)] == around):
            return True
    return False
