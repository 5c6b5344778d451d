"""What is left is the body: paragraphs, headings, quotes, list items and rows of tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaners import seams
from newsclean.document import BODY
from newsclean.lexicon.case import small
from newsclean.lexicon.characters import (
    BULLETS,
    COLONS,
    COMMAS,
    CRIES,
    DASHES,
    FULL_STOPS,
    QUESTION_MARKS,
    SPACED_BULLETS,
)
from newsclean.markup import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_BULLET = re.compile(rf"(?:[{BULLETS}]|[{SPACED_BULLETS}]\s)\s*\S")
#: In many languages a dash opens direct speech.
_SAID = re.compile(rf"[{DASHES}]\s")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s\S")
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}
_HEADING = 120
#: The share of a line in bold from which on it is set so.
_BOLD = 0.9
_QUESTION = f"{CRIES}…"


def paragraphs(document: Document) -> Document:
    """Label every undecided block as a part of the body, and join those that were cut from one sentence.

    A heading is short, without a full stop, and stands above running text; on an HTML page one that asks is set
    apart from that, and not as the questions of an interview are. What is not of the body stands between nothing: in
    what comes out it is gone.
    """
    document = seams.joined(document)
    body = [block for block in document.blocks if not block.role or block.role in BODY]
    return document.replace(block.label(_kind(document, body, n)) for n, block in enumerate(body) if not block.role)


def _kind(document: Document, body: Sequence[Block], number: int) -> str:
    block, beside = body[number], (*body[max(0, number - 1) : number], *body[number + 1 : number + 2])
    following = next(iter(body[number + 1 : number + 2]), None)
    reading = document.read(block)
    marked = _marked(block, reading.size) if block.paged else ""
    if marked:
        return marked
    text = reading.text
    raw = document.source[block.start : block.start + 4].lstrip()
    if raw.startswith(">"):
        return "quote"
    if _BULLET.match(text) or (block.holes and _BULLET.match(raw)):
        said = _SAID.match(text) and reading.ends_sentence and not _any_marked(document, beside, _BULLET)
        return "paragraph" if said else "list_item"
    if raw.startswith("#") and block.holes:
        return "heading"
    quote = _QUOTES.get(text[:1])
    if quote and text[-1:] in quote and text[1:-1].count(text[:1]) == 0 and reading.size > _HEADING // 2:
        return "quote"
    if _NUMBERED.match(text) and (reading.size > _HEADING or _any_marked(document, beside, _NUMBERED)):
        return "list_item"
    stands_above = following is not None and not following.role and _governed(document, following, reading.size)
    if (
        stands_above
        and reading.size <= _HEADING
        and not small(text[:1])
        and reading.headline
        and (_heads_on_page(document, body, number) if block.paged else _heads(reading))
    ):
        return "heading"
    return "paragraph"


def _heads(reading: Reading) -> bool:
    """Whether a line ends as a heading may."""
    open_end = reading.text[-1:] not in f'{FULL_STOPS}{COLONS}{COMMAS};"”»'
    return open_end and (not reading.ends_sentence or reading.text[-1] in _QUESTION)


def _heads_on_page(document: Document, body: Sequence[Block], number: int) -> bool:
    """Whether a line of an HTML page that no element calls a heading ends as one may: in bold also with a quotation.

    What nothing sets apart from the text below asks nothing there. Where a longer question is in bold, those above what
    is not are an interview's.
    """
    block, reading = body[number], document.read(body[number])
    if not _bold(block):
        return _heads(reading) and not (reading.ends_sentence and _alike(block, body[number + 1]))
    if reading.text[-1:] in QUESTION_MARKS and not _bold(body[number + 1]):
        return not any(_bold(block) and _asks_at_length(document.read(block)) for block in body)
    ends = reading.text[-1:] in f"{COLONS}{COMMAS};" or reading.states
    return not ends or reading.text.endswith(("...", "…"))


def _alike(block: Block, other: Block) -> bool:
    """Whether two blocks stand in elements of one name and class, and these in such."""
    return [(tag.name, tag.names) for tag in block.within(2)] == [(tag.name, tag.names) for tag in other.within(2)]


def _bold(block: Block) -> bool:
    return block.markup is not None and block.markup.bold >= _BOLD


def _asks_at_length(reading: Reading) -> bool:
    return reading.size > _HEADING and reading.text[-1:] in QUESTION_MARKS


def _marked(block: Block, size: int) -> str:
    """The kind of a block that its element tells on an HTML page, if it does."""
    if block.markup and block.markup.row:
        return "table_row"
    if any(tag.name in SUBHEADINGS for tag in block.within(1)) and size <= _HEADING:
        return "heading"
    return "list_item" if any(tag.name == "li" for tag in block.within(2)) else ""


def _any_marked(document: Document, beside: Iterable[Block], mark: re.Pattern[str]) -> bool:
    """Whether a line right above or below has such a mark: what is no list has text between."""
    return any(mark.match(document.text(block)) for block in beside)


def _governed(document: Document, block: Block, size: int) -> bool:
    """Whether a block is what a heading stands above: running text or a list."""
    reading = document.read(block)
    return (
        reading.prose
        or ((reading.ends_sentence or reading.text[-1:] in COLONS) and reading.size > size // 2)
        or bool(_BULLET.match(reading.text))
    )
