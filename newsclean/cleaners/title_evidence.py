"""What speaks for each line above the body being the title."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean._lazy import lazy
from newsclean.cleaners import layout
from newsclean.cleaners.title_lines import ITEM, LONGEST, judged, possible
from newsclean.language.evidence import LONGEST_HEADLINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.document import Document

#: A model's score from which on a line is likely the title, and from which on surely, whatever its words say it is.
LIKELY, SURE = 0.5, 0.9
#: What scores so much of another line's score is as likely the title.
AS_LIKELY = 0.9
#: A kicker has as many words at most, and what may be one; a shorter line may end another by chance.
_KICKER_WORDS, _LONGEST_KICKER, _TITLE_WORDS = 2, 4, 4
#: A deck is longer than so many characters, a kicker shorter.
_DECK, _SHORT = 100, 20
#: So many lines above the body a title may stand; so many paragraphs tell what it is about, and fewer not how long they
#: are.
_REACH, _BODY_BLOCKS, _SOME = 60, 30, 3
#: A title comes back in breadcrumbs and share links; a button comes back with every teaser.
_REPEATS = 3
#: The share of another line's words of the body's that a line has at least that is the same article's.
_RELATED = 0.5
#: In so many lines below the title stand who wrote and when.
_CREDITED = 3
#: Hardly any titled text has no line that scores so much; of few lines a model tells too little. With so much, what
#: opens a text is rather its title than running text.
_UNTITLED, _TELLING, _OPENS = 0.1, 8, 0.3


@frozen(slots=False)
class Head:
    """What stands above the body of a text."""

    document: Document

    @lazy
    def body(self) -> int:
        """Where the body begins: the first running text that is no headline, nor above what is likely the title."""
        blocks, prose = self.document.blocks, self.document.prose
        likely = next((n for n, block in enumerate(blocks) if judged(block) >= SURE), -1)
        below = [n for n in prose if n > likely]
        return next(filter(self._runs, below if 2 * len(below) > len(prose) else prose), len(blocks))

    def _runs(self, number: int) -> bool:
        """Whether a line is running text, and not a long headline with a stop in it."""
        block, reading = self.document.blocks[number], self.document.readings[number]
        if not possible(self.document, number):
            return True
        if block.scores is None:
            return reading.prose and any(possible(self.document, n) for n in range(max(0, number - _REACH), number))
        if judged(block) >= (LIKELY if number else _OPENS):
            return False
        # Thai has no full stops.
        return reading.prose or (number > 0 and block.surely_body and judged(block) < _UNTITLED)

    @lazy
    def candidates(self) -> list[int]:
        """The lines above the body that may be the title; a sentence above them may be a caption."""
        document = self.document
        found = [n for n in range(max(0, self.body - _REACH), self.body) if possible(document, n) and self._short(n)]
        firm = layout.firm_start(document)
        if found or self.body >= firm:
            return found
        return [
            n
            for n in range(self.body + 1, min(firm, len(document.blocks)))
            if possible(document, n) and (self._parted(n) or judged(document.blocks[n]) >= LIKELY)
        ]

    def _short(self, number: int) -> bool:
        """Whether a line is shorter than the body's paragraphs; one that is no longer than titles are need not be where
        a model holds it for the title rather than for body.
        """
        block, size = self.document.blocks[number], self.document.readings[number].size
        rather = block.scores is not None and block.scores.title > block.scores.body
        if size > LONGEST:
            return size < self.paragraph and (rather or block.scores is None)
        return rather or size < self.paragraph

    @lazy
    def paragraph(self) -> float:
        """How long the body's first paragraphs are; of few that tells nothing, nor of a list's items."""
        document = self.document
        sizes = [document.readings[n].size for n in self.begins if not document.item(document.blocks[n])]
        return sum(sizes) / len(sizes) if len(sizes) >= _SOME else LONGEST_HEADLINE

    def _parted(self, number: int) -> bool:
        """Whether a label stands between a line and the running text above it."""
        between = range(self.body + 1, number)
        return any(self.document.blocks[n].role or self.document.readings[n].cover for n in between)

    @lazy
    def untitled(self) -> bool:
        """Whether a model has seen no title, in a text of which it can tell."""
        blocks = self.document.blocks
        if not blocks[0].scores or len(blocks) < _TELLING or any(map(self.headed, self.candidates)):
            return False
        return max(judged(blocks[n]) for n in self.candidates) < _UNTITLED

    def score(self, number: int) -> float:
        """What speaks for a line being the title, and against it."""
        return sum(weight * told(self, number) for weight, told in _EVIDENCE)

    def headed(self, number: int) -> bool:
        """Whether a line is a first-level heading in Markdown, and more than a site's name."""
        markup = self.document.blocks[number].markup
        return markup is not None and markup.heading == 1 and len(self.document.readings[number].words) > _KICKER_WORDS

    @lazy
    def begins(self) -> list[int]:
        """The body's first paragraphs."""
        return [n for n in self.document.prose if n >= self.body][:_BODY_BLOCKS]

    @lazy
    def stems(self) -> frozenset[str]:
        """What the body's first paragraphs speak of."""
        return frozenset().union(*(self.document.readings[n].stems for n in self.begins))

    @lazy
    def texts(self) -> Counter[str]:
        """How often each line stands in the text."""
        return Counter(ITEM.sub("", reading.text) for reading in self.document.readings)

    @lazy
    def menu(self) -> set[str]:
        """The few words right above what is likely the title that a menu has, too; what says more of them is a deck."""
        readings, blocks = self.document.readings, self.document.blocks
        above = [
            ITEM.sub("", readings[n - 1].text)
            for n in range(1, len(blocks))
            if judged(blocks[n]) >= LIKELY and readings[n].headline and not readings[n].stamps.stamps
            and len(readings[n - 1].words) <= _LONGEST_KICKER < len(readings[n].words) - 1
            and readings[n].stems.isdisjoint(readings[n - 1].stems)
        ]  # fmt: skip
        return {text for text in above if self.texts[text] > 1}


def _only_heading(head: Head, number: int) -> bool:
    return head.headed(number) and sum(map(head.headed, head.candidates)) == 1


def _opens_article(head: Head, number: int) -> bool:
    """Whether a line opens a text that has nothing around it."""
    return number == 0 and not head.document.cluttered


def _shares_words(head: Head, number: int) -> float:
    """The share of a line's words that the body has; of few words it tells little."""
    stems = head.document.readings[number].stems
    return len(stems & head.stems) / max(4, len(stems))


def _words(head: Head, number: int) -> float:
    return min(len(head.document.readings[number].words), 6) / 6


def _lines_below(head: Head, number: int) -> int:
    """How many lines that are not known to be anything else part a line from the body; a model has seen where it is."""
    blocks = head.document.blocks
    return 0 if blocks[number].scores else sum(not block.role for block in blocks[number + 1 : head.body])


def stands_lower(head: Head, number: int) -> int:
    """Whether another line that is as likely the title stands above; below any likely title a long line is a deck.

    What hardly speaks of what the body does is another article's.
    """
    blocks, readings = head.document.blocks, head.document.readings
    long = readings[number].size > _DECK
    least = LIKELY if long else max(LIKELY, AS_LIKELY * judged(blocks[number]))
    related = _RELATED * _shares_words(head, number)
    above = any(
        judged(blocks[n]) >= least
        and _shares_words(head, n) >= related
        and len(readings[n].words) > _LONGEST_KICKER
        and readings[n].size <= LONGEST
        for n in head.candidates
        if n < number and readings[n].text != readings[number].text
    )
    return above * (1 + long)


def _is_kicker(head: Head, number: int) -> bool:
    reading = head.document.readings[number]
    return len(reading.words) <= _KICKER_WORDS and reading.size < _SHORT


def _is_stamped(head: Head, number: int) -> bool:
    return bool(head.document.readings[number].stamps.stamps)


def _is_long(head: Head, number: int) -> int:
    """Whether a line is longer than titles are; one that names an agency is likely a caption."""
    reading = head.document.readings[number]
    return (reading.size > LONGEST) * (1 + ("datelines.agencies" in reading.categories))


def _comes_back(head: Head, number: int) -> float:
    times = head.texts[ITEM.sub("", head.document.readings[number].text)]
    return 0 if times <= 1 else 0.4 if times <= _REPEATS else -1


def _credited(head: Head, number: int) -> bool:
    """Whether who wrote, or when, stands right below a line."""
    below = head.document.readings[number + 1 : number + 1 + _CREDITED]
    return any(reading.stamps.stamps or reading.starts("bylines.openings") for reading in below)


def _ends_in_title(head: Head, number: int) -> bool:
    """Whether a line ends in another that may be the title, as a breadcrumb does."""
    text = head.document.readings[number].text
    others = (head.document.readings[n] for n in head.candidates)
    return any(text.endswith(o.text) and text != o.text and len(o.words) >= _TITLE_WORDS for o in others)


def _in_menu(head: Head, number: int) -> bool:
    return head.document.readings[number].text in head.menu


#: What speaks for a line being the title, or against it, and how much. A model has learned most of that, but texts may
#: come without its scores.
_EVIDENCE: tuple[tuple[float, Callable[[Head, int], float]], ...] = (
    (5.0, lambda head, number: judged(head.document.blocks[number])),
    (4.0, _only_heading),
    (3.0, _opens_article),
    (3.0, _shares_words),
    (1.0, _words),
    (1.0, _comes_back),
    (0.4, _credited),
    (-0.12, _lines_below),
    (-1.5, stands_lower),
    (-0.5, _is_kicker),
    (-0.5, _is_long),
    (-0.7, _is_stamped),
    (-3.0, _ends_in_title),
    (-4.0, _in_menu),
)
