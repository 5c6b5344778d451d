"""A call behind the last sentence of a paragraph: "Read more", "Continue reading…"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import SENTENCE_STOPS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: What calls a reader on, and may stand behind a sentence.
_KINDS = ("related", "paywall", "newsletter", "comments", "share")
#: A sentence has as many words.
_FEWEST = 4
#: A call is no sentence, and no quotation.
_BEHIND = re.compile(r"\s*(?:…|\.{3,6}|[»›>→]{1,3})?\s*")


def calls(document: Document, kinds: Container[str]) -> Iterator[Block]:
    """What calls the reader on behind the last sentence of a paragraph, as feeds and teasers have it, removed.

    Not calls that are sentences, with a full stop; nor all that is no running text otherwise.
    """
    for block in document.undecided:
        reading = document.read(block)
        number, kind = _call(reading)
        if number and kind in kinds:
            yield document.part(block, reading.spans[-number][0]).remove(kind)


def _call(reading: Reading) -> tuple[int, str]:
    """How many words of a line are a call at its end, and its kind."""
    if reading.text[-1:] in SENTENCE_STOPS and not reading.text.endswith(("...", "…")):
        return 0, ""
    number, kind = max((reading.called(kind), kind) for kind in _KINDS)
    if not 0 < number <= len(reading.words) - _FEWEST:
        return 0, ""
    start = reading.spans[-number][0]
    ended = _BEHIND.fullmatch(reading.text, reading.spans[-1][1])
    return (number, kind) if ended and reading.text[start].isupper() else (0, "")
