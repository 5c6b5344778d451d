"""The document that cleaners pass on: a text, cut into blocks with labels."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import attrs
from attrs import field, frozen

from newsclean._lazy import lazy
from newsclean.block import BODY, CERTAIN, LIKELY, Block, Scores
from newsclean.language.reader import Reader
from newsclean.lexicon.case import small
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsclean.language.line import Reading


__all__ = ["BODY", "CERTAIN", "LIKELY", "Block", "Document", "Scores"]

_LEAST_PROSE = 40
#: What labels do not change.
_SAME = ("readings", "kinds", "paged", "reader", "judged_start", "judged_title_number", "_numbers")
#: What of it a model's scores change.
_JUDGED = ("kinds", "judged_start", "judged_title_number")
_WORDS = re.compile(r"[^\W\d_]{3,}")
#: Tags are told of early.
_TOLD = 20_000


def _known(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


@frozen(slots=False)
class Document:
    """A text and its blocks, in order; immutable, each cleaner returns a new one."""

    source: str
    """The text."""
    blocks: tuple[Block, ...]
    """Its blocks, in order, none within another."""
    language: str | None = None
    """The text's language, in ISO 639-1, once it is known."""
    metadata: Mapping[str, Any] = field(factory=dict, converter=_known)
    """Article fields known from outside the text, such as the address or a page's meta tags."""
    fallbacks: Mapping[str, Any] = field(factory=dict)
    """The same, for where the text says nothing."""
    outlets: frozenset[str] = frozenset()
    """What the page's outlet is called, as `newsclean.language.sites.plain` gives it."""
    _readings: dict[tuple[int, int, tuple[tuple[int, int], ...]], Reading] = field(factory=dict, eq=False, repr=False)
    _readers: dict[str | None, Reader] = field(factory=dict, eq=False, repr=False)

    def with_texts(self, repair: Callable[[str], str]) -> Document:
        """A document in which `repair` was applied to each block's raw text, between its markup."""
        pieces: list[str] = []
        blocks: list[Block] = []
        at = done = 0
        for block in self.blocks:
            gap = self.source[done : block.start]
            start = at + len(gap)
            raw, holes = block.repaired(self.source, repair, start)
            at = start + len(raw)
            pieces += (gap, raw)
            if (start, at, holes) == (block.start, block.end, block.holes):
                blocks.append(block)
            elif raw.strip():
                blocks.append(attrs.evolve(block, start=start, end=at, holes=holes))
            done = block.end
        pieces.append(self.source[done:])
        return attrs.evolve(self, source="".join(pieces), blocks=tuple(blocks), readings={})

    @lazy
    def paged(self) -> bool:
        """Whether the document comes from an HTML page."""
        return any(block.paged for block in self.blocks)

    @lazy
    def readings(self) -> list[Reading]:
        """What can be told of each block's text, in the blocks' order."""
        return [self.read(block) for block in self.blocks]

    @lazy
    def kinds(self) -> frozenset[str]:
        """The kinds of clutter that any block's words say it is, but for what a model is certain to be body."""
        return frozenset(self.read(block).clutter for block in self.undecided if not block.surely_body)

    @lazy
    def prose(self) -> list[int]:
        """The indices of the undecided blocks that are running text.

        Where a model has judged the page its word counts, else how they read; what it is sure of in an article is
        running text also where sentences are short.
        """
        readings = self.readings
        return [
            n
            for n, block in enumerate(self.blocks)
            if not block.role
            and (
                readings[n].prose
                if block.scores is None
                else block.scores.body >= LIKELY and readings[n].size >= _LEAST_PROSE
            )
        ]

    @lazy
    def told(self) -> str:
        """What the article speaks of, as the beginning of its title and running text, folded."""
        heads = [self.text(block) for block in self.find("title")]
        return fold(" ".join((*heads, *(self.text(self.blocks[n]) for n in self.prose)))[:_TOLD])

    @lazy
    def small_words(self) -> frozenset[str]:
        """The words that the running text has in small letters."""
        found = {word for n in self.prose for word in _WORDS.findall(self.text(self.blocks[n]))}
        return frozenset(filter(small, found))

    @lazy
    def cluttered(self) -> bool:
        """Whether something on the page is clutter beyond doubt."""
        return any(
            block.role == "removed" or (not block.role and reading.clutter and not reading.weak)
            for block, reading in zip(self.blocks, self.readings, strict=True)
        )

    @lazy
    def reader(self) -> Reader:
        """What reads lines in this document's language; kept with what it read for the documents made from this."""
        return self._readers.setdefault(self.language, Reader(self.language))

    def read(self, block: Block) -> Reading:
        """What can be told of a block's text; worked out once a block."""
        key = (block.start, block.end, block.holes)
        reading = self._readings.get(key)
        if reading is None:
            reading = self._readings[key] = self.reader.read(block.text(self.source))
        return reading

    def text(self, block: Block) -> str:
        """The block's text with white space collapsed and markup left out."""
        return self.read(block).text

    def item(self, block: Block) -> bool:
        """Whether a block is an item of a list, as its markup tells, or in flat text its mark."""
        told = block.markup is not None and block.markup.item
        return told or (not block.paged and self.read(block).item)

    def locate(self, block: Block, index: int) -> int:
        """The source offset of the character at `index` of `text(block)`."""
        return block.locate(self.source, index)

    def part(self, block: Block, start: int, end: int | None = None) -> Block:
        """The part of a block between two indices of its text, or from one on."""
        last = block.end if end is None else self.locate(block, len(self.text(block)[:end].rstrip()) - 1) + 1
        return block.part(self.locate(block, start), last)

    def marked(self, block: Block, spans: Iterable[tuple[int, int]]) -> Block:
        """A block of which some more is markup, given by pairs of indices of its text."""
        more = [(self.locate(block, start), self.locate(block, end - 1) + 1) for start, end in spans]
        rest = (hole for hole in block.holes if not any(start < hole[0] < end for start, end in more))
        return attrs.evolve(block, holes=tuple(sorted((*rest, *more))))

    @property
    def spans(self) -> list[tuple[int, int, int]]:
        """Of each block where it starts and ends in the source, and the line breaks before it."""
        return [(block.start, block.end, block.lines) for block in self.blocks]

    @property
    def undecided(self) -> Iterator[Block]:
        """The blocks that no cleaner has labelled yet."""
        return (block for block in self.blocks if not block.role)

    def find(self, role: str) -> Iterator[Block]:
        """The blocks of one role, in order."""
        return iter(self._by_role.get(role, ()))

    @lazy
    def title_number(self) -> int | None:
        """The index of the title, where there is one; many ask, some of them at each block."""
        return next((n for n, block in enumerate(self.blocks) if block.role == "title"), None)

    @lazy
    def judged_start(self) -> int:
        """The index of the first block that a model rather holds for body than for a title; else how many there are."""
        return next((n for n, block in enumerate(self.blocks) if block.rather_body), len(self.blocks))

    @lazy
    def judged_title_number(self) -> int:
        """The index of the first block that a model holds for a title; else how many there are."""
        return next((n for n, block in enumerate(self.blocks) if block.judged_title), len(self.blocks))

    @lazy
    def _by_role(self) -> dict[str, list[Block]]:
        # Some ask for the title at each name of a page.
        found: defaultdict[str, list[Block]] = defaultdict(list)
        for block in self.blocks:
            found[block.role].append(block)
        return found

    def with_labels(self, blocks: Iterable[Block]) -> Document:
        """A document of the same blocks in the same order, labelled anew."""
        # Several times as fast as attrs.evolve, and called for every cleaner.
        labelled = Document(
            self.source,
            tuple(blocks),
            self.language,
            self.metadata,
            self.fallbacks,
            self.outlets,
            self._readings,
            self._readers,
        )
        # The spans are the same, and so is what there is to read.
        labelled.__dict__.update((name, self.__dict__[name]) for name in _SAME if name in self.__dict__)
        return labelled

    def with_scores(self, blocks: Iterable[Block]) -> Document:
        """A document of the same blocks in the same order, with a model's scores."""
        scored = self.with_labels(blocks)
        for name in _JUDGED:
            scored.__dict__.pop(name, None)
        return scored

    def replace(self, changed: Iterable[Block]) -> Document:
        """A document in which the given blocks, or parts of blocks, stand.

        What is left of a block that was given only in part keeps its label;
        leftovers without a letter or digit go with the part before them. Of
        several labels for one stretch the last counts.
        """
        queue = sorted({(block.start, block.end): block for block in changed}.values(), key=lambda b: b.start)
        if not queue:
            return self
        relabelled = self._relabelled(queue)
        if relabelled is not None:
            return self.with_labels(relabelled)
        blocks: list[Block] = []
        position = 0
        for block in self.blocks:
            if position == len(queue) or queue[position].start >= block.end:
                blocks.append(block)
                continue
            parts = []
            while position < len(queue) and queue[position].start < block.end:
                parts.append(queue[position])
                position += 1
            if len(parts) == 1 and (parts[0].start, parts[0].end) == (block.start, block.end):
                blocks.append(parts[0])
            else:
                blocks += block.split(self.source, parts)
        return attrs.evolve(self, blocks=tuple(blocks))

    def _relabelled(self, queue: list[Block]) -> list[Block] | None:
        """The blocks with those given in their places, where each of them is a whole one; else `None`."""
        blocks = list(self.blocks)
        for new in queue:
            number = self._numbers.get(new.start)
            if number is None or (new.end, new.holes) != (blocks[number].end, blocks[number].holes):
                return None
            blocks[number] = new
        return blocks

    @lazy
    def _numbers(self) -> dict[int, int]:
        """The blocks' indices, by where they start."""
        return {block.start: number for number, block in enumerate(self.blocks)}
