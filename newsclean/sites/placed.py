"""Author and date of a page that does not tell them alone, found where the site has them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from newsclean._lazy import lazy
from newsclean.block import BODY, LIKELY
from newsclean.language.dates import find
from newsclean.language.signature_parts import common
from newsclean.language.signatures import NO_ACCOUNT
from newsclean.sites.places import AUTHORS, BYLINE, DATE, NAME, ORDER, Layout, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.document import Block, Document
    from newsclean.sites.places import Line, Shape
    from newsclean.sites.story import Story

#: A place counts that so many other stories have, and more than half of all that have the field.
_FEWEST, _MOST = 3, 0.5
#: What so large a share of them has there is a name, whatever it looks like; and so many tell one order of dates.
_NEARLY_ALL = 0.8
#: The most words of a name that looks like none.
_NAME_WORDS = 3
#: What a line may be that is found: clutter, body, or one of these fields.
_FREE = BODY | {"", "removed", BYLINE, DATE}


class _Candidate(NamedTuple):
    """A line at a place that is known."""

    share: float
    line: Line
    shape: Shape
    place: Place


@frozen(slots=False)
class Placed:
    """Finds author and date where most of the site's pages have them: a cleaner.

    A line has them that stands in the same elements, or in flat text as far from the title or the body, and is made of
    the same parts in the same order, such as "By", a name and a date. Where nearly all other dates of the site tell it,
    3/4 is the third of April, or the fourth of March.

    Hands off: what the page tells itself; places that fewer than three stories have, or fewer than half of those that
    have such a field; where several lines stand in such a place; who stands in a page's body, or in flat text where the
    content model has nobody sign; and what is no person's name, unless nearly all other stories have their author
    there, and the article uses no such words.

    Args:
        stories: what is kept of the site's pages.
    """

    stories: Sequence[Story]
    name: str = "site_places"

    @lazy
    def known(self) -> Mapping[Place, float]:
        """The places that count, and in what share they are of the stories that have the field."""
        told = Counter(place for story in self.stories for place in story.places)
        having = Counter(field for story in self.stories for field in {place.field for place in story.places})
        shares = {place: times / having[place.field] for place, times in told.items() if times >= _FEWEST}
        return {place: share for place, share in shares.items() if share > _MOST}

    @lazy
    def _month_first(self) -> bool | None:
        orders = [p.where for p, share in self.known.items() if p.field == ORDER and share >= _NEARLY_ALL]
        return orders[0] == "month" if orders else None

    def __call__(self, document: Document) -> Document:
        """Label them."""
        signed = any(block.value for block in document.find(BYLINE))
        signed = signed or any(block.value[1] for block in document.find("dateline"))
        signed = signed or "authors" in document.metadata
        dated = any(document.find(DATE)) or DATE in document.metadata
        known = {place.field for place in self.known}
        missing = [field for field, there in ((DATE, dated), (BYLINE, signed)) if field in known and not there]
        layout = Layout(document) if missing else None
        return document.replace(block for field in missing if layout for block in self._found(document, layout, field))

    def _found(self, document: Document, layout: Layout, field: str) -> Iterator[Block]:
        candidates = list(self._candidates(layout, field))
        best = max((one.share for one in candidates), default=0)
        likeliest = {one.line.whole.start: one for one in candidates if one.share == best}
        if len(likeliest) == 1:
            (one,) = likeliest.values()
            yield from (
                _named(document, one) if field == BYLINE else _dated(document, one.line, month_first=self._month_first)
            )

    def _candidates(self, layout: Layout, field: str) -> Iterator[_Candidate]:
        wheres = {place.where for place in self.known if place.field == field}
        for number, line in enumerate(layout.lines):
            there = wheres.intersection(layout.where(number))
            shape = layout.shape(number) if there and all(block.role in _FREE for block in line.blocks) else None
            for place, share in self.known.items() if shape else ():
                same = place.field == field and place.where in there
                if shape and same and place.shape.replace(AUTHORS, NAME) == shape.spelt:
                    yield _Candidate(share, line, shape, place)


def _named(document: Document, found: _Candidate) -> Iterator[Block]:
    """The line, with the authors that its shape tells."""
    number = found.place.shape.partition(AUTHORS)[0].count(NAME)
    names, reader = found.shape.names[number], document.reader
    block = next((one for one in found.line.blocks if names[0] in document.text(one) and one.role != DATE), None)
    if block is None or not _may_sign(block) or any(reader.read(name).whole(*NO_ACCOUNT) for name in names):
        return
    if found.shape.persons[number]:
        fits = not any(common(reader, name, document.small_words) for name in names)
    else:
        fits = found.share >= _NEARLY_ALL and len(names) == 1 and _unheard(document, names[0])
    if fits:
        yield block.label(BYLINE, tuple(names))


def _may_sign(block: Block) -> bool:
    """Whether a line is clutter in elements of its own, or the content model for flat text rather has it sign."""
    return block.role not in BODY if block.paged else block.scores is not None and block.scores.byline >= LIKELY


def _unheard(document: Document, name: str) -> bool:
    """Whether a name has few words, and none that the article or its language uses as one."""
    reading, known = document.reader.read(name), document.reader.lexicon.function_words | document.small_words
    used = not known.isdisjoint((*reading.words, *name.lower().split()))
    return len(reading.words) <= _NAME_WORDS and not used and not reading.ends_sentence


def _dated(document: Document, line: Line, *, month_first: bool | None) -> Iterator[Block]:
    """The first date of a line, unless that says of itself that it is another."""
    for block in line.blocks:
        stamps = document.read(block).stamps.stamps
        own = [stamp for stamp in stamps if stamp.label in {"", DATE}]
        told = own if stamps else find(document.text(block), document.reader.lexicon, month_first=month_first)
        if told:
            yield document.part(block, told[0].start, told[0].end).label(DATE, told[0].iso)
            return
