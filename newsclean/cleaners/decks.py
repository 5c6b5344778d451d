"""The deck (standfirst): what stands under the title and sums the article up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _layout

if TYPE_CHECKING:
    from newsclean._reading import Reading
    from newsclean.document import Block, Document

_LEAST_WORDS = 4
_REACH = 8
_NO_DECK = ("credits.openings", "dates.published", "dates.modified")
_LEAST_SUMMARY = 50
_SHARED = 0.3
#: What a model holds for body perhaps need share no words.
_PERHAPS = 0.2
_SUMMARISED = 0.8
_BETWEEN = _layout.CREDITS | {"section", "caption", "caption_credit", "removed", "alternate_title"}


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
    body: set[str] = set()
    for n, block in enumerate(document.blocks[title + 1 :], title + 1):
        if block.role in _BETWEEN:
            continue
        if block.role:
            break
        if block.scores and not block.judged_body:
            # On a whole page odd lines stand here; a deck shares the body's words.
            if not body:
                body = {stem for m in document.prose for stem in document.readings[m].stems}
            shared = _SHARED if (block.score or 0) < _PERHAPS else 0
            if document.text(document.blocks[title]) in document.text(block) or not _sums_up(
                document.readings[n], body, shared
            ):
                continue
            if block.paged and block.markup and block.markup.summarised < _SUMMARISED:
                # An HTML page says in its head what it is about, in the deck's words.
                continue
            return document.replace([block.label("deck")])
        if _is_deck(document, n, title):
            return document.replace([block.label("deck")])
        break
    return document


def _sums_up(reading: Reading, body: set[str], shared: float) -> bool:
    if reading.size < _LEAST_SUMMARY or reading.size > _layout.LONGEST_DECK or reading.clutter:
        return False
    return len(reading.stems & body) >= shared * len(reading.stems)


def _is_deck(document: Document, number: int, title: int) -> bool:
    block = document.blocks[number]
    reading = document.read(block)
    if document.blocks[number - 1].role == "dateline" or any(map(reading.starts, _NO_DECK)):
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
