"""The deck (standfirst): what stands under the title and sums the article up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _layout

if TYPE_CHECKING:
    from newsclean.document import Block, Document

_LEAST_WORDS = 4
_REACH = 8
#: Models are unsure of decks; what they are sure of is clutter.
_UNLIKELY = 0.1


def decks(document: Document) -> Document:
    """Label the deck.

    It stands between title and body and has no full stop; or it is a short
    paragraph that byline, date or caption part from the body; or it shares
    the title's group of lines in a text set in paragraphs. Hands off: the
    first paragraph.
    """
    title = _layout.title_index(document)
    if title is None or any(document.find("deck")):
        return document
    blocks = document.blocks
    for n in range(title + 1, len(blocks)):
        block = blocks[n]
        if block.role in {
            "byline",
            "published",
            "modified",
            "section",
            "caption",
            "caption_credit",
            "removed",
            "alternate_title",
        }:
            continue
        if block.role:
            break
        if block.score is not None and block.score < _UNLIKELY:
            continue
        if _is_deck(document, n, title):
            return document.replace([block.label("deck")])
        break
    return document


def _is_deck(document: Document, number: int, title: int) -> bool:
    block = document.blocks[number]
    reading = document.read(block)
    if document.blocks[number - 1].role == "dateline" or reading.starts("credits.openings"):
        return False
    if reading.size > _layout.LONGEST_DECK or reading.size < 2 * _LEAST_WORDS or (len(reading.words) < _LEAST_WORDS):
        return False
    following = _following(document, number)
    if following is None:
        return False
    if not reading.ends_sentence and reading.text[-1:] not in ":：":
        return any(document.read(b).prose for b in document.blocks[number + 1 : number + 1 + _REACH] if not b.role)
    grouped = block.lines == 1 and number == title + 1 and following.lines > 1
    parted = any(
        b.role in _layout.CREDITS or b.role in {"caption", "caption_credit"}
        for b in document.blocks[number + 1 : document.blocks.index(following)]
    )
    return grouped or parted


def _following(document: Document, number: int) -> Block | None:
    return next((b for b in document.blocks[number + 1 :] if not b.role), None)
