"""The lines of a text as they were typed: margins, indents, rows of tables, and the column at which lines break."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsclean._lazy import lazy
from newsclean.lexicon.characters import BULLETS, CLOSERS, COLONS, FIRST_WIDE, SENTENCE_STOPS, SPACED_BULLETS
from newsclean.text.tables import is_row

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from newsclean.text.inline_breaks import Line

_BULLET = re.compile(rf"(?:[{BULLETS}{SPACED_BULLETS}]|\d{{1,3}}[.)]|#{{1,6}}|>)\s")
#: A paragraph begins with its dateline: "NEW YORK, April 8 - ", "Kiel, 9. Mai (nor) - ".
_DATELINE = re.compile(
    r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’/ -]{0,60}(?:,[^\n()]{2,40}?)?(?: \([^()\n]{2,30}\))? ?(?: -|--|[–—]|\.-) "
    r"|[A-ZÀ-Þ][^\n().]{1,40}(?:\.[^\n().]{1,20})?\([^()\n]{2,30}\)\.? ?[-–—]"
)
#: One that stops in front of its dash.
_OPEN_DATELINE = re.compile(r"[A-ZÀ-Þ]{2}.{2,100}[\d)]\Z")
_ENDS = frozenset(f"{SENTENCE_STOPS}{COLONS};")
_NARROWEST, _WIDEST = 36, 132
#: A first word is not longer than this: scripts without spaces have none.
_LONGEST_WORD = 24
#: Markup and indents count in some programs.
SLACK = 3
_FEWEST_PAIRS, _SHARE = 4, 0.35
#: A program that breaks lines leaves hardly any longer one: addresses, rows of a table.
_LONGER = 0.1
#: Few lines tell only where none is longer than a page of typescript is wide, and hardly one is shorter than it could
#: be; what goes on there is longer than most verses.
_FEW_PAIRS, _FEW_WIDEST, _FEW_NARROWEST, _FEW_SHARE, _SEVERAL, _FULL = 12, 84, 45, 0.75, 3, 0.6
#: Paragraphs are indented by so many columns.
_INDENT, _DEEPEST = 2, 12
#: Between what programs take a tab for: one column, and eight.
_TAB = 4
#: What stands below a paragraph and ends no sentence has so many words: "Reuter", "-0-".
_SIGN_OFF = 2
#: As many lines of which none ends a sentence are a list or verses.
_LIST = 3


class Facts(NamedTuple):
    """What there is to know of a line."""

    indent: int
    edge: int
    """The column at which it ends."""
    row: bool
    ends: bool
    """Whether it ends a sentence, or in a colon or semicolon."""
    capitals: bool


class Page:
    """The lines of a text as they were typed.

    Args:
        text: the text.
        lines: its lines.
        addresses: where those start that are, or begin with, an address.
    """

    def __init__(self, text: str, lines: list[Line], addresses: AbstractSet[int]) -> None:
        self.text = text
        self.all = lines
        # An address cannot be broken.
        self.lines = [line for line in lines if line[0] not in addresses and not _one_word(text, line)]
        self.facts = {line[0]: _facts(text, line) for line in lines}

    @lazy
    def margin(self) -> int:
        """The left margin: where lines begin that stand right below others."""
        return min((self.facts[line[0]].indent for line in self.lines if line[2] == 1), default=0)

    def indented(self, line: Line) -> bool:
        """Whether an indent sets a line off as the first of its paragraph."""
        return self.by_indents and self.facts[line[0]].indent >= self.margin + _INDENT

    @lazy
    def by_indents(self) -> bool:
        """Whether indents tell paragraphs: lines below indented ones mostly begin at the margin."""
        hanging = other = 0
        for last, line in pairwise(self.lines):
            above, below = self.facts[last[0]], self.facts[line[0]]
            deep = _INDENT <= above.indent - self.margin <= _DEEPEST
            if line[2] == 1 and deep and above.edge >= _NARROWEST and not (above.row or below.row or above.ends):
                hanging += below.indent < self.margin + _INDENT
                other += below.indent >= self.margin + _INDENT
        return hanging > other

    @lazy
    def listed(self) -> frozenset[int]:
        """Where lines start that are rows, or of which several stand together and none ends a sentence."""
        rows = {line[0] for line in self.lines if self.facts[line[0]].row}
        group: list[Line] = []
        for line in [*self.all, (0, 0, 2)]:
            if group and (line[2] != 1 or self.indented(line) or line[0] in rows):
                # Some scripts have no full stop.
                cased = self.text[group[0][0] : group[-1][1]].lower() != self.text[group[0][0] : group[-1][1]].upper()
                if len(group) >= _LIST and cased and not any(self.facts[one[0]].ends for one in group):
                    rows.update(one[0] for one in group)
                group = []
            if line[1] and line[0] not in rows:
                group.append(line)
        return frozenset(rows)

    @lazy
    def _pairs(self) -> list[tuple[Line, Line]]:
        """Lines with what stands right below them, where that may go on with the same paragraph.

        Short lines, as of menus, tell nothing.
        """
        return [
            (last, line)
            for last, line in pairwise(self.lines)
            if line[2] == 1 and last[1] - last[0] >= _NARROWEST
            and not self.indented(line) and not {last[0], line[0]} & self.listed
            and not _BULLET.match(self.text, line[0])
        ]  # fmt: skip

    @lazy
    def width(self) -> int:
        """The column at which lines were broken, or 0.

        Greedy filling leaves a trace: each broken line fits the column, and
        would not with the next line's first word. The column most pairs agree
        on wins.
        """
        changes = [0] * (_WIDEST + _LONGEST_WORD + 2)
        for last, line in self._pairs:
            edge = self.facts[last[0]].edge
            if edge <= _WIDEST:
                changes[edge] += 1
                changes[edge + 1 + _first_word(self.text, line)] -= 1
        best = agree = running = 0
        for column in range(_WIDEST + 1):
            running += changes[column]
            if running > agree:
                best, agree = column, running
        longer = sum(self.facts[line[0]].edge > best + SLACK for line in self.lines)
        if agree >= max(_FEWEST_PAIRS, _SHARE * len(self._pairs), longer / _LONGER):
            return best
        return self._width_of_few() if len(self._pairs) <= _FEW_PAIRS else 0

    def _width_of_few(self) -> int:
        """The column of a text of few lines: that of the longest, if what surely goes on fits it."""
        # A headline may be wider.
        headed = bool(self.lines) and not _DATELINE.match(self.text, self.lines[0][0])
        body = [line for line in self.lines[headed:] if line[0] not in self.listed]
        widest = max((self.facts[line[0]].edge for line in body), default=0)
        surely = [pair for pair in self._pairs if self._flows(*pair) or (self.by_indents and self._hangs(*pair))]
        # Where nouns have capitals a small letter may be missing by chance; then more lines have to tell.
        least = 1 if surely else _SEVERAL
        surely = surely or [pair for pair in self._pairs if not self.facts[pair[0][0]].ends]
        fit = sum(self._fits(*pair, widest) for pair in surely)
        told = fit >= max(least, _FEW_SHARE * len(surely))
        return widest if told and _FEW_NARROWEST <= widest <= _FEW_WIDEST else 0

    def goes_on(self, last: Line, line: Line) -> bool:
        """Whether a line goes on with the paragraph of the one above it."""
        above, below = self.facts[last[0]], self.facts[line[0]]
        if {last[0], line[0]} & self.listed:
            return False
        if _BULLET.match(self.text, line[0]):
            return bool(_OPEN_DATELINE.match(self.text[last[0] : last[1]]))
        hangs = _BULLET.match(self.text, last[0]) and below.indent > above.indent
        if (self.indented(line) and not hangs) or _DATELINE.match(self.text, line[0]):
            return False
        if above.capitals and not below.capitals and self.text[last[0] : last[1]].count(" ") >= _SIGN_OFF:
            # A headline.
            return False
        if above.ends and not below.ends and self.text.count(" ", *line[:2]) < _SIGN_OFF:
            return False
        if self._fits(last, line, self.width):
            return True
        return above.edge >= _FULL * self.width and (
            self._flows(last, line) or (self.by_indents and self._hangs(last, line))
        )

    def _flows(self, last: Line, line: Line) -> bool:
        """Whether a sentence surely goes on from one line to the next."""
        above, below = self.facts[last[0]], self.facts[line[0]]
        first = self.text[line[0]]
        if above.ends or (first.isdigit() and not below.ends):
            return False
        # Capitals alone before a dash may be a headline's kicker: "LIVE - ".
        filed = _DATELINE.match(self.text, last[0])
        told = filed and any(c.isdigit() or c == "(" for c in filed[0])
        return not first.isupper() or (above.capitals and below.capitals) or bool(told)

    def _hangs(self, last: Line, line: Line) -> bool:
        """Whether a line stands below an indented one, or one in its paragraph, that ends no sentence."""
        return not self.facts[last[0]].ends and not self.indented(line)

    def _fits(self, last: Line, line: Line, width: int) -> bool:
        edge = self.facts[last[0]].edge
        return edge <= width + SLACK < edge + 1 + _first_word(self.text, line) + 2 * SLACK


def _facts(text: str, line: Line) -> Facts:
    start, end, _ = line
    raw = text[start:end]
    at = start
    while at and text[at - 1] in " \t\u00a0\u3000":
        at -= 1
    indent = len(text[at:start].expandtabs(_TAB)) if at < start else 0
    return Facts(indent, indent + end - start, is_row(raw), raw.rstrip(CLOSERS)[-1:] in _ENDS, raw.isupper())


def _one_word(text: str, line: Line) -> bool:
    """Whether a line is longer than any column and has no space; scripts that need none do not count."""
    start, end, _ = line
    if end - start <= _WIDEST or max(text[start], text[end - 1]) >= FIRST_WIDE:
        return False
    return text[start:end].split(None, 1) == [text[start:end]]


def _first_word(text: str, line: Line) -> int:
    start, end, _ = line
    if text[start] >= FIRST_WIDE:
        # Lines of scripts without spaces break between any two characters.
        return 1
    word = text[start : min(end, start + _LONGEST_WORD)].split(None, 1)
    return len(word[0]) if word else 0
