"""What speaks for a line being the deck."""

from __future__ import annotations

from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean import naming
from newsclean._lazy import lazy
from newsclean.cleaners import layout
from newsclean.lexicon.characters import COLONS, QUESTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading
    from newsclean.markup import Tag

#: So many lines of the body below the deck there is running text.
REACH = 8
#: A credit or a date opens with these.
NO_DECK = ("credits.openings", "dates.published", "dates.modified")
_FEWEST_WORDS, _SHORTEST, _LEAST_SUMMARY = 4, 8, 50
#: Beside one of some key points stand as many more, which the model scores so much for body.
_POINTS, _POINT = 2, 0.2
#: Line breaks above what is set apart: two blank lines in a text, whose paragraphs one parts; a margin on a page.
_APART, _MARGIN = 3, 2
_COLONS = frozenset(COLONS)
#: Greek asks with a semicolon.
_QUESTIONS = frozenset(f"{QUESTION_MARKS};")
#: The share of a text in bold or slanted letters that sets it apart.
_EMPHASIS = 0.8
#: Above a picture, what the model scores less for a deck is rather the body's.
_LIKELY = 0.5
_PARTING = layout.CREDITS | {"caption", "caption_credit"}


@frozen(slots=False)
class Head:
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

    def sums_up(self, number: int, shared: float) -> bool:
        """Whether a line has a summary's length, and a share of its words in the running text."""
        reading = self.document.readings[number]
        if not _LEAST_SUMMARY <= reading.size <= layout.LONGEST_DECK or reading.clutter or self._credits(number):
            return False
        return self.shares(reading, shared)

    def shares(self, reading: Reading, share: float) -> bool:
        """Whether the running text speaks of a share of what a line does."""
        return len(reading.stems & self.stems) >= share * len(reading.stems)

    def grouped(self, number: int) -> bool:
        """Whether a line stands right under the title, and a gap sets both apart from the body."""
        following = next(self.kept(number), None)
        if following is None or number != self.title + 1 or self.document.blocks[number].lines != 1:
            return False
        return self.document.blocks[following].lines >= (_MARGIN if self.document.paged else _APART)

    def stands_apart(self, number: int) -> bool:
        """Whether a line is no sentence, or a gap, its letters, or credits and captions part it from the body."""
        following = next(self.kept(number), None)
        blocks = self.document.blocks
        if following is None or not self.document.readings[number].ends_sentence:
            return True
        parted = any(block.role in _PARTING for block in blocks[number + 1 : following])
        gap = blocks[following].lines > blocks[number].lines
        return parted or gap or _emphasised(blocks[number], blocks[following])

    def sets_itself_apart(self, number: int) -> bool:
        """Whether a line right above the body differs from it: as it ends, where it stands, or in its letters."""
        following = list(islice(self.kept(number), REACH))
        if not following or not self._possible(number, following[0]):
            return False
        blocks, reading = self.document.blocks, self.document.readings[number]
        block = blocks[number]
        grouped = self.grouped(number)
        if grouped and not block.paged:
            return True
        if not reading.ends_sentence and reading.text[-1:] not in _COLONS:
            # Thai has no full stops, nor have lines that somebody broke.
            below = (self.document.readings[n] for n in following)
            return not self.is_point(number) and any(other.prose and other.ends_sentence for other in below)
        body = next((n for n in self.text if n > number), number)
        if block.paged and body > number and not set_apart(block, blocks[body]):
            # A first paragraph that is set like the next, with a picture or a date below it.
            return False
        joined = not block.paged and block.lines > max(other.lines for other in blocks[number + 1 : following[0] + 1])
        likely = block.paged or block.scores is None or block.scores.deck >= _LIKELY
        # Where a blank line parts a line from the title and none from the text, a picture's credit stands in the text.
        parting = _PARTING if likely and not joined else layout.CREDITS
        parted = any(other.role in parting for other in blocks[number + 1 : body])
        # An interview's questions are in bold, too.
        asks = block.paged or reading.text[-1:] in _QUESTIONS
        return grouped or parted or (not asks and _emphasised(block, blocks[body]))

    def among(self, block: Block, following: Block) -> bool:
        """Whether a block is one of the body's paragraphs, for all that its name says of how it looks.

        It stands among them, in an element that the title does not stand in, and in letters like theirs.
        """
        ours, theirs = block.tags[0], following.tags[0]
        body = ours.parent
        if body is None or body is not theirs.parent or body in self.document.blocks[self.title].tags:
            return False
        own = " ".join({*ours.names.split()} - {*theirs.names.split()})
        return ours.name == theirs.name and not (_emphasised(block, following) or naming.LETTERS.search(own))

    def opens_text(self, number: int) -> bool:
        """Whether a page says of a line that it is its text's first paragraph, or sets its initial large."""
        block = self.document.blocks[number]
        names = block.tags[0].names if block.tags else ""
        if any(tag.initial for tag in block.within(1)) or naming.FIRST_PARAGRAPH.search(names):
            return True
        following = self.following(number)
        first = following is not None and naming.FIRST_OF_ALL.search(names)
        return bool(first and following and self.among(block, following))

    def following(self, number: int) -> Block | None:
        """The running text below a line."""
        return next((self.document.blocks[n] for n in self.text if n > number), None)

    def is_point(self, number: int) -> bool:
        """Whether a line is one of three key points or more in a row, which end no sentences."""
        above = takewhile(self._short, range(number - 1, self.title, -1))
        below = takewhile(self._short, range(number + 1, len(self.document.blocks)))
        return self._short(number) and sum(1 for _ in chain(above, below)) >= _POINTS

    def _short(self, number: int) -> bool:
        """Whether a line may be a key point."""
        block, reading = self.document.blocks[number], self.document.readings[number]
        likely = block.scores is None or block.scores.body >= _POINT
        return likely and not (block.role or reading.prose or reading.ends_sentence)

    def _possible(self, number: int, following: int) -> bool:
        """Whether a line has a deck's length and words; key points have no deck among them."""
        document, reading = self.document, self.document.readings[number]
        if document.blocks[number - 1].role == "dateline" or self._credits(number) or self.opens_text(number):
            return False
        if document.item(document.blocks[number]) and document.item(document.blocks[following]):
            return False
        return _SHORTEST <= reading.size <= layout.LONGEST_DECK and len(reading.words) >= _FEWEST_WORDS

    def _credits(self, number: int) -> bool:
        """Whether a line dates the article, or opens as a credit does."""
        reading = self.document.readings[number]
        return bool(reading.stamps.stamps) or any(map(reading.starts, NO_DECK))


def set_apart(block: Block, other: Block) -> bool:
    """Whether a block is set otherwise than another: its element, where that stands, or its letters."""
    if not (block.markup and other.markup and block.tags and other.tags):
        return False
    ours, theirs = block.tags[0], other.tags[0]
    if ours.parent is not theirs.parent or ours.name != theirs.name or _emphasised(block, other):
        return True
    return not naming.FIRST_OF_ALL.search(ours.names) and _uncounted(ours) != _uncounted(theirs)


def _uncounted(tag: Tag) -> str:
    return naming.NUMBERS.sub("", tag.names)


def _emphasised(block: Block, other: Block) -> bool:
    """Whether a block is in bold or italics, and another is not."""
    ours, theirs = (max(one.markup.bold, one.markup.slanted) if one.markup else 0.0 for one in (block, other))
    return ours >= _EMPHASIS > theirs
