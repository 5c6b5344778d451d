"""The deck (standfirst): what stands under the title and sums the article up."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean import naming
from newsclean._lazy import lazy
from newsclean.cleaners import layout
from newsclean.document import BODY
from newsclean.lexicon.characters import COLONS, QUESTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_FEWEST_WORDS, _SHORTEST = 4, 8
_LEAST_SUMMARY, _LEAST_MARKED, _REACH_MARKED = 50, 25, 3
#: So many lines of the body below the deck there is running text.
_REACH = 8
_NO_DECK = ("credits.openings", "dates.published", "dates.modified")
#: Below the first of some key points stand as many more.
_POINTS = 2
#: The share of its words that the body has, too.
_SHARED = 0.3
#: What a model holds for body perhaps need share no words.
_PERHAPS = 0.2
_SUMMARISED = 0.8
#: What the model scores as high for a deck is one; above a picture, what it scores less than that is rather the body's.
_SURE, _LIKELY = 0.98, 0.5
#: How many elements further out may be called a deck.
_NEAR = 2
#: What begins with it was broken off something else.
_BROKEN = frozenset(",.;:!?)]")
_COLONS = frozenset(COLONS)
#: Greek asks with a semicolon.
_QUESTIONS = frozenset(f"{QUESTION_MARKS};")
#: The share of a text in bold or slanted letters that sets it apart, and that of a text in links that is no deck.
_EMPHASIS, _LINKED = 0.8, 0.5
_PARTING = layout.CREDITS | {"caption", "caption_credit"}
#: Behind these the body has begun.
_BEGUN = BODY | {"dateline"}


def decks(document: Document) -> Document:
    """Label the deck.

    It stands between title and body and is no sentence where the body has
    sentences; or it is a short paragraph that byline, date or caption part
    from the body; or it shares the title's group of lines in a text set in
    paragraphs. An HTML page calls it so, or tells in its head what it is about
    in the deck's words. Hands off: the first paragraph.
    """
    title = document.title_number
    if title is None or any(document.find("deck")):
        return document
    head = _Head(document, title)
    deck = next(head.marked() if document.paged else head.judged(), None)
    deck = next(head.plain(), None) if deck is None else deck
    return document if deck is None else document.replace([document.blocks[deck].label("deck")])


@frozen(slots=False)
class _Head:
    """The lines below a title, and what of the text is body so far."""

    document: Document
    title: int

    @lazy
    def text(self) -> list[int]:
        """The running text below the title."""
        return [n for n in self.document.prose if n > self.title]

    @lazy
    def stems(self) -> set[str]:
        """What the running text speaks of."""
        return {stem for n in self.text for stem in self.document.readings[n].stems}

    def kept(self, number: int) -> Iterator[int]:
        """The lines below one that are likely to stay: clutter that is not removed yet does not count."""
        blocks = self.document.blocks
        return (
            n
            for n in range(number + 1, len(blocks))
            if not blocks[n].role and (blocks[n].scores is None or blocks[n].judged_body)
        )

    def judged(self) -> Iterator[int]:
        """The lines of a flat text that the model is sure of: of unseen pages' decks it finds a third more than rules.

        That is four in five where they find half, and as many are right.
        """
        for n in range(self.title + 1, min(self.title + 1 + _REACH, len(self.document.blocks))):
            block = self.document.blocks[n]
            sure = not block.role and block.scores is not None and block.scores.deck >= _SURE
            if sure and self.document.readings[n].size <= layout.LONGEST_DECK and any(self.kept(n)):
                yield n

    def plain(self) -> Iterator[int]:
        """The decks that a line's form and place tell: down to the first line of the body."""
        blocks, title = self.document.blocks, self.document.text(self.document.blocks[self.title])
        for n in (*self._above(), *range(self.title + 1, len(blocks))):
            block, text = blocks[n], self.document.text(blocks[n])
            if block.role in _BEGUN:
                return
            if block.role:
                continue
            stays = block.judged_body or block.scores is None
            broken = text[:1] in _BROKEN
            told = self._sets_itself_apart(n) if stays else not block.paged and self._sums_up_above(n)
            if told and not broken and title not in text:
                yield n
            if stays and n > self.title:
                return

    def _above(self) -> Iterator[int]:
        """The first line of a flat text's body, where it stands above the title: in what comes out it stands below."""
        first = next(self.kept(-1), self.title)
        above = first < self.title and self.document.blocks[first].judged_body and not self.document.paged
        return iter([first] if above else [])

    def _sums_up_above(self, number: int) -> bool:
        """Whether a line that a model does not hold for body is a deck all the same; odd lines stand here, too."""
        grouped = self.title == 0 and self._grouped(number)
        doubted = not grouped and (self.document.blocks[number].score or 0) < _PERHAPS
        return self._sums_up(number, _SHARED if doubted else 0) or (not doubted and self._sets_itself_apart(number))

    def _sums_up(self, number: int, shared: float) -> bool:
        reading = self.document.readings[number]
        if not _LEAST_SUMMARY <= reading.size <= layout.LONGEST_DECK or reading.clutter or self._credits(number):
            return False
        return self._shares(reading, shared)

    def _credits(self, number: int) -> bool:
        """Whether a line dates the article, or opens as a credit does."""
        reading = self.document.readings[number]
        return bool(reading.stamps.stamps) or any(map(reading.starts, _NO_DECK))

    def _shares(self, reading: Reading, share: float) -> bool:
        return len(reading.stems & self.stems) >= share * len(reading.stems)

    def _sets_itself_apart(self, number: int) -> bool:
        """Whether a line right above the body differs from it: as it ends, where it stands, or in its letters."""
        following = list(islice(self.kept(number), _REACH))
        if not following or not self._possible(number, following[0]):
            return False
        block, reading = self.document.blocks[number], self.document.readings[number]
        if self._grouped(number) and not block.paged:
            return True
        if not reading.ends_sentence and reading.text[-1:] not in _COLONS:
            # Thai has no full stops, nor have lines that somebody broke; three such lines in a row are key points.
            below = [self.document.readings[n] for n in following]
            points = len(below) >= _POINTS and not any(other.ends_sentence or other.prose for other in below[:_POINTS])
            return not points and any(other.prose and other.ends_sentence for other in below)
        body = next((n for n in self.text if n > number), number)
        if block.paged and body > number and not _set_apart(block, self.document.blocks[body]):
            # A first paragraph that is set like the next, with a picture or a date below it.
            return False
        parting = _PARTING if block.paged or block.scores is None or block.scores.deck >= _LIKELY else layout.CREDITS
        parted = any(other.role in parting for other in self.document.blocks[number + 1 : body])
        # An interview's questions are in bold, too.
        asks = block.paged or reading.text[-1:] in _QUESTIONS
        return self._grouped(number) or parted or (not asks and _emphasised(block, self.document.blocks[body]))

    def _grouped(self, number: int) -> bool:
        """Whether a line stands right under the title, and blank lines part both from the body."""
        following = next(self.kept(number), None)
        if following is None or number != self.title + 1 or self.document.blocks[number].lines != 1:
            return False
        return self.document.blocks[following].lines > 1

    def _possible(self, number: int, following: int) -> bool:
        """Whether a line has a deck's length and words; key points have no deck among them."""
        document, reading = self.document, self.document.readings[number]
        if document.blocks[number - 1].role == "dateline" or self._credits(number):
            return False
        if document.item(document.blocks[number]) and document.item(document.blocks[following]):
            return False
        return _SHORTEST <= reading.size <= layout.LONGEST_DECK and len(reading.words) >= _FEWEST_WORDS

    def marked(self) -> Iterator[int]:
        """The decks that an HTML page marks: they may read like the body, or stand below the picture."""
        for n in range(self.title + 1, self.text[:2][-1] if self.text else 0):
            if self._may_be_marked(n) and (self._told(n) or self._called(n) or self._headed(n)):
                yield n

    def _may_be_marked(self, number: int) -> bool:
        block, reading = self.document.blocks[number], self.document.readings[number]
        if block.role or block.markup is None or block.markup.link > _LINKED:
            return False
        if any(naming.FIRST_PARAGRAPH.search(tag.names) for tag in block.within(1)):
            return False
        if not _LEAST_MARKED <= reading.size <= layout.LONGEST_DECK or reading.clutter:
            return False
        if self.document.blocks[number - 1].role == "dateline" or any(map(reading.starts, _NO_DECK)):
            return False
        return not any(tag.name in layout.PICTURED for tag in block.tags)

    def _following(self, number: int) -> Block | None:
        return next((self.document.blocks[n] for n in self.text if n > number), None)

    def _told(self, number: int) -> bool:
        """Whether the page's head says what it is about in a line's words, and the line is not set like the body."""
        block, following = self.document.blocks[number], self._following(number)
        if block.markup is None or block.markup.summarised < _SUMMARISED:
            return False
        apart = following is not None and _set_apart(block, following)
        return apart or number not in self.text or self._named(number)

    def _called(self, number: int) -> bool:
        """Whether the page calls a line a deck, and that may be true."""
        near = number <= self.title + _REACH_MARKED or number in self.text
        return self._named(number) and (near or self._shares(self.document.readings[number], _SHARED))

    def _named(self, number: int) -> bool:
        """Whether an element around a line is called a deck.

        An article that stands in such an element as a whole has no deck for that.
        """
        following = self._following(number)
        shared = {tag.names for tag in following.within(_NEAR)} if following is not None else set()
        around = self.document.blocks[number].within(_NEAR)
        return any(naming.DECK.search(tag.names) and tag.names not in shared for tag in around)

    def _headed(self, number: int) -> bool:
        """Whether a line right below the title is a heading in its element that sums up a body set elsewhere."""
        title, block = self.document.blocks[self.title], self.document.blocks[number]
        heading = block.markup is not None and block.markup.heading
        around = title.tags[0].parent if title.tags and heading else None
        if number != self.title + 1 or around is None or block.tags[0].parent is not around:
            return False
        return around not in self.document.blocks[self.text[-1]].tags and self._sums_up(number, _SHARED)


def _set_apart(block: Block, other: Block) -> bool:
    """Whether a block is set otherwise than another: its element, where that stands, or its letters."""
    if not (block.markup and other.markup and block.tags and other.tags):
        return False
    ours, theirs = block.tags[0], other.tags[0]
    elsewhere = ours.parent is not theirs.parent or (ours.name, ours.names) != (theirs.name, theirs.names)
    return elsewhere or _emphasised(block, other)


def _emphasised(block: Block, other: Block) -> bool:
    """Whether a block is in bold or italics, and another is not."""
    ours, theirs = (max(one.markup.bold, one.markup.slanted) if one.markup else 0.0 for one in (block, other))
    return ours >= _EMPHASIS > theirs
