"""The block: a stretch of the text, with its label and what is known of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsclean.markup import Markup, Tag

#: A model's score from which on a block counts as body.
LIKELY = 0.5
#: The same from which on it is certain.
CERTAIN = 0.95
#: Roles whose blocks are the article's body.
BODY = frozenset({"paragraph", "heading", "quote", "list_item", "table_row"})
#: The share of a block's text in links from which on it leads elsewhere.
_LINKED = 0.5
_WORD = re.compile(r"\w")
#: A line break in front of what no space stands before.
_BROKEN_OFF = re.compile(r"(?<=\S)[^\S\n]*+\n\s*+(?=[,،।։)]|[.:](?:\s|\Z))")


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
    def hidden(self) -> bool:
        """Whether the page does not show the block."""
        return self.markup is not None and self.markup.hidden

    @property
    def hidden_by(self) -> Tag | None:
        """The outermost hidden element around the block."""
        return next((tag for tag in reversed(self.tags) if tag.hidden), None)

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
    def rather_body(self) -> bool:
        """Whether a model holds the block for body, and rather than for a title."""
        return self.scores is not None and LIKELY <= self.scores.body > self.scores.title

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

    def text(self, source: str) -> str:
        """The block's text in its document's source, with white space collapsed and markup left out."""
        if not self.holes:
            raw = source[self.start : self.end]
            return " ".join((_BROKEN_OFF.sub("", raw) if "\n" in raw else raw).split())
        pieces, at = [], self.start
        for start, end in self.holes:
            pieces.append(source[at:start])
            at = end
        pieces.append(source[at : self.end])
        return " ".join("".join(pieces).split())

    def locate(self, source: str, index: int) -> int:
        """The source offset of the character at `index` of `text(source)`."""
        seen, space, at = 0, False, self.start
        holes = dict(self.holes)
        while at < self.end:
            if at in holes:
                at = holes[at]
                continue
            if source[at].isspace():
                gone = None if self.holes else _BROKEN_OFF.match(source, at, self.end)
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
        return self.end

    def repaired(
        self, source: str, repair: Callable[[str], str], start: int
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The block's raw text, repaired between its markup, and where that is if the block begins at `start`."""
        raw = ""
        holes: list[tuple[int, int]] = []
        done = self.start
        for first, last in self.holes:
            raw += repair(source[done:first])
            holes.append((start + len(raw), start + len(raw) + last - first))
            raw += source[first:last]
            done = last
        return raw + repair(source[done : self.end]), tuple(holes)

    def split(self, source: str, parts: Sequence[Block]) -> Iterator[Block]:
        """Some parts of this block, and what is left of it between them, which keeps its label.

        Leftovers without a letter or digit go with the part before them, or else with the one behind.

        Args:
            source: the document's.
            parts: the parts, in order.
        """
        pieces: list[Block] = []
        at = self.start
        for part in [*parts, None]:
            end = self.end if part is None else part.start
            raw = source[at:end]
            start, stop = at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip())
            if start < stop:
                if _WORD.search(raw):
                    pieces.append(self.part(start, stop))
                elif pieces:
                    pieces[-1] = attrs.evolve(pieces[-1], end=stop, holes=self.inside(pieces[-1].start, stop))
                elif part is not None:
                    part = attrs.evolve(part, start=start, holes=self.inside(start, part.end))  # noqa: PLW2901
            if part is not None:
                pieces.append(part)
                at = part.end
        for number, piece in enumerate(pieces):
            yield attrs.evolve(piece, lines=self.lines if number == 0 else 0)
