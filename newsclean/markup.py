"""What markup says of a block, be it Markdown's or HTML's."""

from __future__ import annotations

from typing import NamedTuple

from attrs import define, field

#: What parts, in an HTML page's text, a caption from what the page calls its credit.
CREDIT_GAP = "   "
#: The elements that hold a whole HTML page.
PAGE = frozenset({"html", "body"})
#: Those of headings below the title.
SUBHEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@define(eq=False)
class Tag:
    """A block-level element around a block.

    Attributes:
        name: the element's name.
        names: its classes, id and other names that authors give, in lower case.
        parent: the block-level element around it.
        number: its place among the page's block-level elements, the parent's being lower.
        depth: how many block-level elements are around it.
        children: how many elements are directly in it.
        listed: whether it is an item of a list, or stands in one.
        hidden: whether it is hidden, or stands in what is.
        initial: whether it is a paragraph whose initial is set large.
    """

    name: str
    names: str
    parent: Tag | None
    number: int
    depth: int
    children: int
    listed: bool = False
    hidden: bool = False
    initial: bool = False
    _outer: tuple[Tag, ...] | None = field(default=None, init=False, repr=False)

    @property
    def path(self) -> tuple[Tag, ...]:
        """This element and those around it, from the inside out; many blocks ask many times."""
        outer = self._outer
        if outer is None:
            found: list[Tag] = []
            tag = self.parent
            while tag is not None:
                found.append(tag)
                tag = tag.parent
            # Without itself: an element that holds itself is only freed by the garbage collector.
            outer = self._outer = tuple(found)
        return (self, *outer)


class Markup(NamedTuple):
    """What markup says of a block.

    Attributes:
        holes: offset pairs of the source that are markup and not text.
        link: share of the block's text inside links.
        heading: level of the heading, or 0.
        item: whether it is an item of a list.
        image: whether it is an image.
        tag: the element it stands in, on an HTML page.
        bold, slanted: share of the text in bold, in italics.
        stated: share of its words that stand in the body which the page's JSON-LD states, -1 if it states none.
        summarised: share of its words that stand in the page's description of itself.
        margin: whether it is set apart from the block before it.
        hidden: whether the page does not show it.
        row: whether it is a row of a table.
    """

    holes: tuple[tuple[int, int], ...] = ()
    link: float = 0.0
    heading: int = 0
    item: bool = False
    image: bool = False
    tag: Tag | None = None
    bold: float = 0.0
    slanted: float = 0.0
    stated: float = -1.0
    summarised: float = -1.0
    margin: bool = False
    hidden: bool = False
    row: bool = False
