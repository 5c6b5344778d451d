"""The document that cleaners pass on: a text, cut into blocks with labels."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
from attrs import field, frozen

from newsclean._lazy import lazy
from newsclean.language.reader import Reader
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsclean.language.line import Reading
    from newsclean.markup import Markup, Tag

#: A model's score from which on a block counts as body.
LIKELY = 0.5
#: The same from which on it is certain.
CERTAIN = 0.95
#: Roles whose blocks are the article's body.
BODY = frozenset({"paragraph", "heading", "quote", "list_item", "table_row"})

_LEAST_PROSE = 40
#: The share of a block's text in links from which on it leads elsewhere.
_LINKED = 0.5
#: What labels do not change.
_SAME = ("readings", "kinds", "paged", "reader", "_numbers")
_WORD = re.compile(r"\w")
#: A line break in front of what no space stands before.
_BROKEN_OFF = re.compile(r"(?<=\S)[^\S\n]*+\n\s*+(?=[,)]|[.:](?:\s|\Z))")
_WORDS = re.compile(r"[^\W\d_]{3,}")
#: Tags are told of early.
_TOLD = 20_000


class Scores(NamedTuple):
    """How likely a block is to be, or to hold, each of these, 0 to 1; what kind of clutter it is, if any; and whether
    a word in it labels metadata, such as "By".
    """

    body: float
    title: float = 0.0
    byline: float = 0.0
    date: float = 0.0
    deck: float = 0.0
    caption: float = 0.0
    tags: float = 0.0
    kind: str = "other"
    labelled: bool = False


@frozen
class Block:
    """A stretch of the source: a line, lines that were one, or part of one."""

    start: int
    """The offset of its first character in the document's source."""
    end: int
    """The offset behind its last character."""
    role: str = ""
    """`""` while undecided; `removed`; a kind of paragraph; or a metadata field such as `title` or `byline`."""
    kind: str = ""
    """The kind of clutter, where it is removed."""
    value: Any = None
    """What the cleaner read out of the block, where that is not simply its text (a parsed date, a tuple of names, a
    `Caption` …).
    """
    cleaner: str = ""
    """Who gave the label; the pipeline fills it in."""
    holes: tuple[tuple[int, int], ...] = ()
    """Offset pairs inside the block that are markup, not text."""
    lines: int = 1
    """Line breaks between the preceding block and this one; 0 for a later part of the same line."""
    scores: Scores | None = field(default=None, eq=False)
    """How likely the block is to be what, where a model has judged the document."""
    markup: Markup | None = field(default=None, eq=False)
    """What the page's markup says of the block, where there is any."""

    @property
    def paged(self) -> bool:
        """Whether the block comes from an HTML page."""
        return self.markup is not None and self.markup.tag is not None

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The elements around the block, from the inside out; none where it does not come from an HTML page."""
        return self.markup.tag.path if self.markup and self.markup.tag else ()

    def within(self, count: int) -> tuple[Tag, ...]:
        """The innermost elements around the block, as many as `count`, from the inside out."""
        return self.tags[:count]

    @property
    def score(self) -> float | None:
        """How likely the block is to be body, where a model has judged it."""
        return self.scores.body if self.scores else None

    @property
    def judged_body(self) -> bool:
        """Whether a model classifies the block as body."""
        return self.scores is not None and self.scores.body >= LIKELY

    @property
    def surely_body(self) -> bool:
        """Whether a model is so certain that the block is body that its words need not be weighed; links always are."""
        return self.scores is not None and self.scores.body >= CERTAIN and not self.linked

    @property
    def linked(self) -> bool:
        """Whether the block is mostly links, and leads elsewhere."""
        return self.markup is not None and self.markup.link >= _LINKED

    @property
    def judged_title(self) -> bool:
        """Whether a model holds the block for a title."""
        return self.scores is not None and self.scores.title >= LIKELY

    @property
    def judged_date(self) -> bool:
        """Whether a model holds the block for a line with the article's date."""
        return self.scores is not None and self.scores.date >= LIKELY

    def label(self, role: str, value: Any = None) -> Block:  # noqa: ANN401
        """This block as `role`, with the value read out of it."""
        return self._with(role, "", value, "", self.scores)

    def remove(self, kind: str) -> Block:
        """This block as clutter of a kind."""
        return self._with("removed", kind, None, "", self.scores)

    def signed(self, name: str) -> Block:
        """This block with the name of who labelled it, unless it bears one."""
        if not self.role or self.cleaner:
            return self
        return self._with(self.role, self.kind, self.value, name, self.scores)

    def scored(self, scores: Scores) -> Block:
        """This block with a model's scores."""
        return self._with(self.role, self.kind, self.value, self.cleaner, scores)

    def set_aside(self, scores: Scores, name: str) -> Block:
        """This block as clutter by a model's scores alone, with the name of the cleaner that asked the model."""
        return self._with("removed", scores.kind, None, name, scores)

    def _with(self, role: str, kind: str, value: Any, cleaner: str, scores: Scores | None) -> Block:  # noqa: ANN401
        # Several times as fast as attrs.evolve, and called for every block of a page.
        return Block(
            self.start, self.end, role, kind, value, cleaner, self.holes, self.lines, scores, self.markup
        )  # fmt: skip

    def part(self, start: int, end: int) -> Block:
        """The stretch of this block between two source offsets."""
        return attrs.evolve(
            self,
            start=start,
            end=end,
            holes=self.inside(start, end),
            lines=self.lines if start == self.start else 0,
        )

    def inside(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The holes between two source offsets."""
        return tuple(hole for hole in self.holes if start <= hole[0] and hole[1] <= end)


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
            raw, holes = self._repaired(block, repair, start)
            at = start + len(raw)
            pieces += (gap, raw)
            if (start, at, holes) == (block.start, block.end, block.holes):
                blocks.append(block)
            elif raw.strip():
                blocks.append(attrs.evolve(block, start=start, end=at, holes=holes))
            done = block.end
        pieces.append(self.source[done:])
        return attrs.evolve(self, source="".join(pieces), blocks=tuple(blocks), readings={})

    def _repaired(
        self, block: Block, repair: Callable[[str], str], start: int
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        """A block's raw text, repaired between its markup, and where that is if the block begins at `start`."""
        raw = ""
        holes: list[tuple[int, int]] = []
        done = block.start
        for first, last in block.holes:
            raw += repair(self.source[done:first])
            holes.append((start + len(raw), start + len(raw) + last - first))
            raw += self.source[first:last]
            done = last
        return raw + repair(self.source[done : block.end]), tuple(holes)

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
        return frozenset(filter(str.islower, found))

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
            reading = self._readings[key] = self.reader.read(self._plain(block))
        return reading

    def text(self, block: Block) -> str:
        """The block's text with white space collapsed and markup left out."""
        return self.read(block).text

    def item(self, block: Block) -> bool:
        """Whether a block is an item of a list, as its markup or else its mark tells."""
        return block.markup.item if block.markup else self.read(block).item

    def _plain(self, block: Block) -> str:
        if not block.holes:
            raw = self.source[block.start : block.end]
            return " ".join((_BROKEN_OFF.sub("", raw) if "\n" in raw else raw).split())
        pieces, at = [], block.start
        for start, end in block.holes:
            pieces.append(self.source[at:start])
            at = end
        pieces.append(self.source[at : block.end])
        return " ".join("".join(pieces).split())

    def locate(self, block: Block, index: int) -> int:
        """The source offset of the character at `index` of `text(block)`."""
        seen, space, at = 0, False, block.start
        holes = dict(block.holes)
        while at < block.end:
            if at in holes:
                at = holes[at]
                continue
            if self.source[at].isspace():
                gone = None if block.holes else _BROKEN_OFF.match(self.source, at, block.end)
                if gone:
                    at = gone.end()
                    continue
                space = True
            else:
                seen += space and seen > 0
                space = False
                if seen >= index:
                    return at
                seen += 1
            at += 1
        return block.end

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
            self._readings,
            self._readers,
        )
        # The spans are the same, and so is what there is to read.
        labelled.__dict__.update((name, self.__dict__[name]) for name in _SAME if name in self.__dict__)
        return labelled

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
                blocks += self._split(block, parts)
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

    def _split(self, block: Block, parts: list[Block]) -> Iterator[Block]:
        pieces: list[Block] = []
        at = block.start
        for part in [*parts, None]:
            end = block.end if part is None else part.start
            raw = self.source[at:end]
            start, stop = at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip())
            if start < stop:
                if _WORD.search(raw):
                    pieces.append(block.part(start, stop))
                elif pieces:
                    pieces[-1] = attrs.evolve(pieces[-1], end=stop, holes=block.inside(pieces[-1].start, stop))
                elif part is not None:
                    part = attrs.evolve(part, start=start, holes=block.inside(start, part.end))  # noqa: PLW2901
            if part is not None:
                pieces.append(part)
                at = part.end
        for number, piece in enumerate(pieces):
            yield attrs.evolve(piece, lines=block.lines if number == 0 else 0)
