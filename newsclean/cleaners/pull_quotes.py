"""Pull quotes: what a paragraph quotes, set once more in large letters, with who says it below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.document import BODY
from newsclean.language.signature_names import CJK_NAME, PERSON_ALONE
from newsclean.lexicon.characters import COMMAS, DASHES, DOUBLE_QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: Who says it and what they are: "— Ana Silva, harbour master".
_WHO = re.compile(rf"[{DASHES}]?\s?(?P<name>[^{COMMAS}()（）|/{DASHES}]{{2,60}}?)\s?(?:[{COMMAS}(（|/{DASHES}].*)?")
_LONGEST_WHO = 90
#: Both on one line: "… behind." — Ana Silva
_SIGNED = re.compile(rf"(?P<quote>[{DOUBLE_QUOTES}].+[{DOUBLE_QUOTES}])\s?[{DASHES}]\s?(?P<who>[^{DOUBLE_QUOTES}]+)")
#: Shorter words may come back for a reason; a quotation may be put together of two, and so lack a few runs of words.
_FEWEST_WORDS, _REPEATED = 6, 0.75


def pull_quotes(document: Document) -> Iterator[Block]:
    """The lines removed that repeat what a paragraph quotes, with a line below on who says it.

    Hands off: those that nobody signs, of whom the text tells; words of a book or a poem, which the text has not.
    """
    blocks = document.blocks
    for n, block in enumerate(blocks):
        reading = document.readings[n]
        if block.role or len(reading.words) < _FEWEST_WORDS:
            continue
        signed = _SIGNED.fullmatch(reading.text)
        below = blocks[n + 1] if n + 1 < len(blocks) and not signed else None
        if (below and below.role) or not (signed or reading.quotation or reading.states):
            continue
        quote = document.reader.read(signed["quote"]) if signed else reading
        who = _name(signed["who"] if signed else document.text(below) if below else "")
        if who and _is_told(document, n, quote, who):
            yield block.remove("duplicate")
            if below:
                yield below.remove("duplicate")


def _name(text: str) -> str:
    """The person's name that a line begins with, and nothing else but what they are; or ""."""
    match = _WHO.fullmatch(text) if len(text) <= _LONGEST_WHO else None
    name = match["name"] if match else ""
    return name if PERSON_ALONE.fullmatch(name) or CJK_NAME.fullmatch(name) else ""


def _is_told(document: Document, number: int, quote: Reading, who: str) -> bool:
    """Whether a longer paragraph quotes the words, but for a few, in their order, and some paragraph has the name."""
    others = [
        reading
        for n, (block, reading) in enumerate(zip(document.blocks, document.readings, strict=True))
        if n not in {number, number + 1} and (not block.role or block.role in BODY)
    ]
    if not any(who in reading.text for reading in others):
        return False
    runs = _runs(quote.words)
    longer = (_runs(reading.words) for reading in others if reading.quotes and reading.size > quote.size)
    return any(len(runs & other) >= _REPEATED * len(runs) for other in longer)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))
