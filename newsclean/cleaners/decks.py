"""The deck (standfirst): what stands under the title and sums the article up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.lexicon.characters import COLONS, QUESTION_MARKS

if TYPE_CHECKING:
    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_LEAST_WORDS = 4
_REACH = 8
_NO_DECK = ("credits.openings", "dates.published", "dates.modified")
_LEAST_SUMMARY, _LEAST_MARKED, _REACH_MARKED = 50, 25, 3
_SHARED = 0.3
#: What a model holds for body perhaps need share no words.
_PERHAPS = 0.2
_SUMMARISED = 0.8
#: How many elements further out may be called a deck.
_NEAR = 2
#: What begins with it was broken off something else.
_BROKEN = frozenset(",.;:!?)]")
#: Greek asks with a semicolon.
_QUESTIONS = frozenset(f"{QUESTION_MARKS};")
_PICTURED = frozenset({"figure", "figcaption"})
#: The share of a text in bold or slanted letters that sets it apart, and that of a text in links that is no deck.
_EMPHASIS, _LINKED = 0.8, 0.5
_BETWEEN = layout.CREDITS | {"section", "caption", "caption_credit", "removed", "alternate_title"}


def decks(document: Document) -> Document:
    """Label the deck.

    It stands between title and body and has no full stop; or it is a short
    paragraph that byline, date or caption part from the body; or it shares
    the title's group of lines in a text set in paragraphs. An HTML page calls
    it so, or tells in its head what it is about in the deck's words. Hands
    off: the first paragraph.
    """
    title = layout.title_index(document)
    if title is None or any(document.find("deck")):
        return document
    marked = _marked(document, title)
    if marked:
        return document.replace([marked.label("deck")])
    body: set[str] = set()
    for n, block in enumerate(document.blocks[title + 1 :], title + 1):
        if block.role in _BETWEEN:
            continue
        if block.role or document.text(block)[:1] in _BROKEN:
            break
        if block.paged and not block.judged_body:
            continue
        if block.scores and not block.judged_body:
            # On a whole page odd lines stand here; a deck shares the body's words.
            if not body:
                body = {stem for m in document.prose for stem in document.readings[m].stems}
            shared = _SHARED if (block.score or 0) < _PERHAPS else 0
            told = _sums_up(document.readings[n], body, shared) or (not shared and _is_deck(document, n, title))
            if document.text(document.blocks[title]) in document.text(block) or not told:
                continue
            return document.replace([block.label("deck")])
        if _is_deck(document, n, title):
            return document.replace([block.label("deck")])
        break
    return document


def _marked(document: Document, title: int) -> Block | None:
    """The deck of an HTML page.

    The page says in its head what it is about in the deck's words, or calls an
    element so; the deck is set apart from the paragraphs that follow.
    """
    body = [n for n in document.prose if n > title]
    if not body or not document.paged:
        return None
    stems = {stem for n in body for stem in document.readings[n].stems}
    # The deck may itself be running text, or stand below the picture.
    for n in range(title + 1, body[:2][-1]):
        block, markup = document.blocks[n], document.blocks[n].markup
        reading = document.readings[n]
        if block.role or markup is None or markup.link > _LINKED or reading.size > layout.LONGEST_DECK:
            continue
        if reading.size < _LEAST_MARKED or reading.clutter or any(map(reading.starts, _NO_DECK)):
            continue
        if document.blocks[n - 1].role == "dateline" or any(tag.name in _PICTURED for tag in block.tags):
            continue
        told = markup.summarised >= _SUMMARISED
        shares = len(reading.stems & stems) >= _SHARED * len(reading.stems)
        follows = next((m for m in body if m > n), None)
        # An article that stands in such an element as a whole has no deck for that.
        shared = document.blocks[follows].within(_NEAR) if follows is not None else ()
        names = {tag.names for tag in shared}
        called = any(naming.DECK.search(tag.names) and tag.names not in names for tag in block.within(_NEAR))
        apart = called or n not in body or (follows is not None and _apart(block, document.blocks[follows]))
        below = n <= title + _REACH_MARKED
        heads = n == title + 1 and _beside_title(document.blocks[title], block, document.blocks[body[-1]])
        if (
            (told and apart)
            or (called and (shares or below or n in body))
            or (heads and _sums_up(reading, stems, _SHARED))
        ):
            return block
    return None


def _beside_title(title: Block, block: Block, paragraph: Block) -> bool:
    """Whether a block is a heading in the title's element, and a paragraph of the body does not stand there."""
    around = title.tags[0].parent if title.tags and block.markup and block.markup.heading else None
    return around is not None and block.tags[0].parent is around and around not in paragraph.tags


def _apart(block: Block, other: Block) -> bool:
    """Whether a block is set otherwise than another: its element, where that stands, or its letters."""
    if not (block.markup and other.markup and block.tags and other.tags):
        return False
    ours, theirs = block.tags[0], other.tags[0]
    elsewhere = ours.parent is not theirs.parent or (ours.name, ours.names) != (theirs.name, theirs.names)
    return elsewhere or _emphasised(block, other)


def _emphasised(block: Block, other: Block) -> bool:
    """Whether a block is in bold or italics, and another is not."""
    return _emphasis(block) >= _EMPHASIS > _emphasis(other)


def _emphasis(block: Block) -> float:
    return max(block.markup.bold, block.markup.slanted) if block.markup else 0.0


def _sums_up(reading: Reading, body: set[str], shared: float) -> bool:
    if reading.size < _LEAST_SUMMARY or reading.size > layout.LONGEST_DECK or reading.clutter:
        return False
    return len(reading.stems & body) >= shared * len(reading.stems)


def _is_deck(document: Document, number: int, title: int) -> bool:
    block = document.blocks[number]
    reading = document.read(block)
    if document.blocks[number - 1].role == "dateline" or any(map(reading.starts, _NO_DECK)):
        return False
    if all(map(document.item, document.blocks[number : number + 2])):
        # Key points have no deck among them.
        return False
    if reading.size > layout.LONGEST_DECK or reading.size < 2 * _LEAST_WORDS or (len(reading.words) < _LEAST_WORDS):
        return False
    following = _following(document, number)
    if following is None:
        return False
    if not reading.ends_sentence and reading.text[-1:] not in COLONS:
        return any(document.read(b).prose for b in document.blocks[number + 1 : number + 1 + _REACH] if not b.role)
    grouped = block.lines == 1 and number == title + 1 and following.lines > 1
    body = next((n for n in document.prose if n > number), number)
    if block.paged and body > number and not _apart(block, document.blocks[body]):
        # A first paragraph that is set like the next, with a picture or a date below it.
        return False
    parted = any(
        b.role in layout.CREDITS or b.role in {"caption", "caption_credit"} for b in document.blocks[number + 1 : body]
    )
    # An interview's questions are in bold, too.
    bold = not block.paged and _emphasised(block, document.blocks[body]) and reading.text[-1:] not in _QUESTIONS
    return grouped or parted or bold


def _following(document: Document, number: int) -> Block | None:
    return next((b for b in document.blocks[number + 1 :] if not b.role), None)
