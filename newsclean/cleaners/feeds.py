"""What programs that make feeds put below each article, or where they broke it off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.lexicon.case import small
from newsclean.lexicon.characters import CLOSERS, COLONS, COMMAS, SENTENCE_STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: So many of the last lines are looked at, and of each so many of its last characters.
_LAST, _REACH = 3, 400
#: The name of the paper is no longer.
_LONGEST_NAME = 100
#: Behind a sentence.
_STOP = re.compile(rf"[{SENTENCE_STOPS}][{re.escape(CLOSERS)}]*\s*(?=\S)|…\]?\s+(?=\S)")
#: What no title begins with.
_PARTS = frozenset(f"{SENTENCE_STOPS}{COLONS}{COMMAS};-)")
#: How many characters an interface for news left out: "… [+2312 chars]".
_LEFT_OUT = re.compile(r"\[\+\d{1,7} chars\]\Z")


def feeds(document: Document) -> Iterator[Block]:
    """The sentence that a feed sets below an article, removed: "The post Ferry sold appeared first on The Paper".

    And how much of the article it left out. Hands off: sentences that go on in small letters behind "the post".
    """
    for block in list(document.undecided)[-_LAST:]:
        text = document.text(block)
        left_out = _LEFT_OUT.search(text)
        start = left_out.start() if left_out else _note(document, block, text)
        if start is not None:
            yield document.part(block, start).remove("related")


def _note(document: Document, block: Block, text: str) -> int | None:
    """Where the sentence begins that tells where else an article appeared, if that is the last one."""
    end = text[-_REACH:]
    reading = document.read(block) if end == text else document.reader.read(end)
    told = max((hit.start for hit in reading.hits if hit.category == "ends.appeared"), default=0)
    if not told or len(end) - reading.spans[told][1] > _LONGEST_NAME:
        return None
    begins = {stop.end() for stop in _STOP.finditer(end)} | ({0} if len(end) == len(text) else set())
    for hit in reading.hits:
        start = reading.spans[hit.start][0]
        if hit.category == "ends.posts" and hit.end <= told and start in begins and _is_title(reading.after(hit.end)):
            return len(text) - len(end) + start
    return None


def _is_title(text: str) -> bool:
    """Whether a title may follow behind "the post": no small letter, and no mark that ends or parts."""
    return bool(text) and not small(text[0]) and text[0] not in _PARTS
