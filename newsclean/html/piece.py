"""A text of a page, before it is a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.text import marks

if TYPE_CHECKING:
    from newsclean.markup import Tag


class Piece(NamedTuple):
    """A text of the page.

    Attributes:
        text: the text, white space collapsed, with what is hidden in it.
        tag: the block-level element it stands in.
        lines: line breaks before it: 2 after a margin, else 1.
        link, bold, slanted: the share of the text that is such.
        hidden: whether nothing of it is shown.
        holes: offset pairs of what else is hidden in it.
        row: whether it is a row of a table, its cells set apart by tabs.
    """

    text: str
    tag: Tag
    lines: int
    link: float
    bold: float
    slanted: float
    hidden: bool = False
    holes: tuple[tuple[int, int], ...] = ()
    row: bool = False

    @property
    def shown(self) -> str:
        """The text without what is hidden in it and the marks that nobody sees."""
        at = [0, *(offset for hole in self.holes for offset in hole), len(self.text)]
        text = "".join(self.text[start:end] for start, end in zip(at[::2], at[1::2], strict=True))
        return " ".join(marks.without(text).split())
