"""Where a labelled page has its author and its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import attrs

from newsclean.block import BODY
from newsclean.language.dates import tells_month_first
from newsclean.language.signature import BAR, COMMA, JOINER
from newsclean.language.signature_names import ASIDE, DIGITS, LABEL, NAMES, OTHER, PERSON
from newsclean.language.signatures import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.language.signature import Signature

BYLINE, DATE, ORDER = "byline", "published", "order"
#: How a shape spells a name, and the name that is the authors'.
NAME, AUTHORS = "N", "a"
#: What names somebody, or may.
_NAMING = NAMES | {OTHER}
#: In flat text a place is so many lines at most from title or body; on pages it is so many elements.
_NEAR, _ELEMENTS = 8, 4
_NUMBER = re.compile(r"\d+")
#: A date may be one part or several, and counts and what else stands beside it differ from page to page.
_NUMBERS = dict.fromkeys((ASIDE, LABEL), DIGITS)
_REPEATED = re.compile(rf"{DIGITS}(?={DIGITS})")


class Place(NamedTuple):
    """Where a page has a field, or in which order its dates have day and month."""

    field: str
    where: str
    """The elements around the line, hashed, or how far it is from title or body; of an order, `month` or `day`."""
    shape: str
    """The kinds of the line's parts, as `Shape` spells them."""


class Line(NamedTuple):
    """A line of a labelled document, which may be several blocks."""

    whole: Block
    blocks: Sequence[Block]


class Shape(NamedTuple):
    """What a line is made of."""

    spelt: str
    """The kinds of its parts without what parts them, where names in a row are one; and whether a "By" opens it."""
    names: Sequence[Sequence[str]]
    """Who stands in each name."""
    persons: Sequence[bool]
    """Whether these are persons, as far as names tell."""

    def signed(self, authors: Iterable[str]) -> str | None:
        """How it is spelt where the authors are told apart, if one of its names tells them and nobody else."""
        wanted = set(authors)
        number = next((n for n, names in enumerate(self.names) if wanted == set(names)), None)
        if number is None:
            return None
        pieces = self.spelt.split(NAME)
        return NAME.join(pieces[: number + 1]) + AUTHORS + NAME.join(pieces[number + 1 :])


class Layout:
    """The lines of a labelled document, and where each stands."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.lines = list(_lines(document))
        titles = (n for n, line in enumerate(self.lines) if any(block.role == "title" for block in line.blocks))
        self._title = next(titles, None)
        bodies = (n for n, line in enumerate(self.lines) if n > (self._title or 0) and line.blocks[0].role in BODY)
        self._body = next(bodies, None)

    def where(self, number: int) -> tuple[str, ...]:
        """Where a line stands: the elements around it, or how far it is from title and body."""
        block = self.lines[number].blocks[0]
        if block.paged:
            path = "/".join(f"{tag.name} {_NUMBER.sub('', tag.names)}" for tag in block.within(_ELEMENTS))
            return (f"{crc32(path.encode('utf-8', 'surrogatepass')):x}",)
        starts = (("title", self._title), ("body", self._body))
        return tuple(f"{name}{number - at:+}" for name, at in starts if at is not None and abs(number - at) <= _NEAR)

    def shape(self, number: int) -> Shape | None:
        """What a line is made of, if it may say who made the article and when."""
        signature = parse(self._document.text(self.lines[number].whole), self._document.reader)
        return _shape(signature) if signature else None


def places_of(document: Document) -> tuple[Place, ...]:
    """The places of author and date in a labelled document, the first of each, and the order of day and month."""
    layout = Layout(document)
    found: dict[str, list[Place]] = {}
    for number, line in enumerate(layout.lines):
        roles = {block.role: block.value for block in line.blocks if block.value and block.role not in found}
        shape = layout.shape(number) if roles.keys() & {BYLINE, DATE} else None
        signed = shape.signed(roles[BYLINE]) if shape and BYLINE in roles else None
        dated = shape.spelt if shape and DATE in roles else None
        for field, spelt in ((BYLINE, signed), (DATE, dated)):
            if spelt:
                found[field] = [Place(field, where, spelt) for where in layout.where(number)]
    told = (tells_month_first(document.text(block)) for block in document.find(DATE))
    order = [Place(ORDER, "month" if first else "day", "") for first in told if first is not None][:1]
    return tuple(place for places in (*found.values(), order) for place in places)


def _lines(document: Document) -> Iterator[Line]:
    blocks: list[Block] = []
    for block in (*document.blocks, None):
        if blocks and (block is None or block.lines):
            yield Line(blocks[0] if len(blocks) == 1 else _joined(blocks), blocks)
            blocks = []
        if block is not None:
            blocks.append(block)


def _joined(blocks: Sequence[Block]) -> Block:
    holes = tuple(hole for one in blocks for hole in one.holes)
    return attrs.evolve(blocks[0], end=blocks[-1].end, holes=holes)


def _shape(signature: Signature) -> Shape:
    spelt, names, persons = [], [], []
    run: list[str] = []
    for part in signature.parts:
        if part.kind in _NAMING:
            if not run:
                spelt.append(NAME)
                names.append(run)
                persons.append(True)
            run.append(part.text)
            persons[-1] &= part.kind == PERSON
        elif part.kind not in {COMMA, JOINER}:
            spelt.append("" if part.kind == BAR else _NUMBERS.get(part.kind, part.kind))
            run = []
    opened = "B:" if signature.opened else ""
    return Shape(opened + _REPEATED.sub("", "".join(spelt)), names, persons)
