"""The deck (standfirst) and the list of points: what stands under the title and sums the article up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.cleaners.deck_evidence import NO_DECK, REACH, Head, set_apart
from newsclean.cleaners.summaries import summaries
from newsclean.document import BODY
from newsclean.lexicon.characters import DASHES, SENTENCE_STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_LEAST_MARKED, _REACH_MARKED = 25, 3
#: What the page calls a deck may be longer than others.
_LONGEST_NAMED = 600
#: A subtitle has so many words.
_FEWEST_WORDS = 4
#: The share of its words that the body has, too.
_SHARED = 0.3
#: What a model holds for body perhaps need share no words.
_PERHAPS = 0.2
#: Most of them, and where sentences end.
_MOST, _STOPS = 0.5, re.compile(rf"[{SENTENCE_STOPS}]+(?=\W|$)")
_SUMMARISED = 0.8
#: What the model scores as high for a deck is one.
_SURE = 0.98
#: How many elements further out may be called a deck.
_NEAR = 2
#: The share of a text in links that is no deck.
_LINKED = 0.5
#: What begins, or ends, with it was broken off something else: "The Paper -" stands before a date.
_BROKEN, _PARTED = frozenset(",.;:!?)]|"), frozenset(f"{DASHES}|•·")
#: Behind these the body has begun.
_BEGUN = BODY | {"dateline"}


def decks(document: Document) -> Document:
    """Label the deck, and the points in a list above an HTML page's text.

    A deck stands between title and body and is no sentence where the body has
    sentences; or it is a short paragraph that byline, date or caption part
    from the body; or it stands right under the title, and two blank lines part
    both from the body. An HTML page calls it so, or tells in its head what it
    is about in the deck's words. Hands off: the first paragraph.
    """
    document = document.replace(summaries(document))
    title = document.title_number
    if title is None or any(document.find("deck")):
        return document
    head = Head(document, title)
    deck = next(_marked(head) if document.paged else _judged(head), None)
    deck = next(_plain(head), None) if deck is None else deck
    return document.replace(_behind_title(head) if deck is None else [document.blocks[deck].label("deck")])


def _behind_title(head: Head) -> list[Block]:
    """A page's headline in two, where it goes on behind the title that the page states: with a subtitle."""
    document, block = head.document, head.document.blocks[head.title]
    title, text = str(document.metadata.get("title", "")), document.text(block)
    behind = document.reader.read(text[len(title) :].strip())
    if not title or not text.startswith(f"{title} ") or len(behind.words) < _FEWEST_WORDS:
        return []
    if not behind.text[0].isalpha() or behind.stamps.stamps or behind.clutter:
        # A bar parts the site's name from it.
        return []
    return [document.part(block, 0, len(title)).label("title"), document.part(block, len(title) + 1).label("deck")]


def _judged(head: Head) -> Iterator[int]:
    """The lines of a flat text that the model is sure of: of unseen pages' decks it finds a third more than rules.

    That is four in five where they find half, and as many are right. A sentence that nothing sets apart from the body
    opens it as likely: it needs to sum it up.
    """
    document, blocks = head.document, head.document.blocks
    for n in range(head.title + 1, min(head.title + 1 + REACH, len(blocks))):
        block = blocks[n]
        sure = not block.role and block.scores is not None and block.scores.deck >= _SURE
        short = document.readings[n].size <= layout.LONGEST_DECK
        broken = document.text(block)[:1] in _BROKEN
        if not (sure and short and any(head.kept(n))) or head.is_point(n) or broken or _files(head, n):
            continue
        if head.stands_apart(n) or _sums_up_body(head, n):
            yield n


def _sums_up_body(head: Head, number: int) -> bool:
    """Whether a line is several sentences of which the body says most again; a single one is rather its first."""
    readings = head.document.readings
    stems = readings[number].stems
    body = {stem for n in head.text if n > number for stem in readings[n].stems}
    return len(_STOPS.findall(readings[number].text)) > 1 and len(stems & body) >= _MOST * len(stems)


def _plain(head: Head) -> Iterator[int]:
    """The decks that a line's form and place tell: down to the first line of the body."""
    blocks, title = head.document.blocks, head.document.text(head.document.blocks[head.title])
    for n in (*_above(head), *range(head.title + 1, len(blocks))):
        block, text = blocks[n], head.document.text(blocks[n])
        if block.role in _BEGUN:
            return
        if block.role:
            continue
        stays = block.judged_body or block.scores is None
        broken = text[:1] in _BROKEN or text[-1:] in _PARTED
        told = head.sets_itself_apart(n) if stays else not block.paged and _sums_up_above(head, n)
        item = not block.paged and head.document.item(block)
        if told and not broken and not item and title not in text:
            yield n
        if stays and n > head.title:
            return


def _above(head: Head) -> Iterator[int]:
    """The first line of a flat text's body, where it stands above the title: in what comes out it stands below."""
    first = next(head.kept(-1), head.title)
    above = first < head.title and head.document.blocks[first].judged_body and not head.document.paged
    return iter([first] if above else [])


def _sums_up_above(head: Head, number: int) -> bool:
    """Whether a line that a model does not hold for body is a deck all the same; odd lines stand here, too."""
    doubted = not head.grouped(number) and (head.document.blocks[number].score or 0) < _PERHAPS
    return head.sums_up(number, _SHARED if doubted else 0) or (not doubted and head.sets_itself_apart(number))


def _marked(head: Head) -> Iterator[int]:
    """The decks that an HTML page marks: they may read like the body, or stand below the picture."""
    for n in range(head.title + 1, head.text[:2][-1] if head.text else 0):
        if _may_be_marked(head, n) and (_told(head, n) or _called(head, n) or _headed(head, n)):
            yield n


def _may_be_marked(head: Head, number: int) -> bool:
    block, reading = head.document.blocks[number], head.document.readings[number]
    if block.role or block.markup is None or block.markup.link > _LINKED:
        return False
    if head.opens_text(number):
        return False
    longest = _LONGEST_NAMED if _named(head, number) else layout.LONGEST_DECK
    if not _LEAST_MARKED <= reading.size <= longest or reading.clutter:
        return False
    if _files(head, number) or any(map(reading.starts, NO_DECK)):
        return False
    return not any(tag.name in layout.PICTURED for tag in block.tags)


def _files(head: Head, number: int) -> bool:
    """Whether the report begins with a line, as a dateline stands right before it.

    Some papers' decks have one: then no agency's, and the page calls them so, or byline or date stand below.
    """
    above, below = head.document.blocks[number - 1], head.document.blocks[number + 1 : number + 2]
    if above.role != "dateline":
        return False
    return bool(above.value[0].agency) or not (_named(head, number) or any(b.role in layout.CREDITS for b in below))


def _told(head: Head, number: int) -> bool:
    """Whether the page's head says what it is about in a line's words, and the line is not set like the body.

    It says so of first paragraphs, too: of one among the body's own a mere name is no evidence.
    """
    block, following = head.document.blocks[number], head.following(number)
    if block.markup is None or block.markup.summarised < _SUMMARISED:
        return False
    apart = following is not None and set_apart(block, following) and not head.among(block, following)
    return apart or number not in head.text or _named(head, number)


def _called(head: Head, number: int) -> bool:
    """Whether the page calls a line a deck, and that may be true."""
    near = number <= head.title + _REACH_MARKED or number in head.text
    return _named(head, number) and (near or head.shares(head.document.readings[number], _SHARED))


def _named(head: Head, number: int) -> bool:
    """Whether an element around a line is called a deck.

    An article that stands in such an element as a whole has no deck for that.
    """
    following = head.following(number)
    shared = {tag.names for tag in following.within(_NEAR)} if following is not None else set()
    around = head.document.blocks[number].within(_NEAR)
    return any(naming.DECK.search(tag.names) and tag.names not in shared for tag in around)


def _headed(head: Head, number: int) -> bool:
    """Whether a line right below the title is a heading in its element that sums up a body set elsewhere."""
    title, block = head.document.blocks[head.title], head.document.blocks[number]
    heading = block.markup is not None and block.markup.heading
    around = title.tags[0].parent if title.tags and heading else None
    if number != head.title + 1 or around is None or block.tags[0].parent is not around:
        return False
    return around not in head.document.blocks[head.text[-1]].tags and head.sums_up(number, _SHARED)
