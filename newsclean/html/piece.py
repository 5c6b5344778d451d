"""A text of a page, before it is a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.text import marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        text = self.text
        if self.holes:
            at = [0, *(offset for hole in self.holes for offset in hole), len(text)]
            text = "".join(text[start:end] for start, end in zip(at[::2], at[1::2], strict=True))
        return " ".join(marks.without(text).split())


def merged(pieces: Sequence[Piece], gaps: Sequence[str]) -> Piece:
    """Several pieces as one, in the element of the first.

    Args:
        pieces: the pieces, in order.
        gaps: what stands between each two of them.
    """
    text = ""
    holes: list[tuple[int, int]] = []
    for gap, piece in zip(("", *gaps), pieces, strict=True):
        text += gap
        holes += ((len(text) + start, len(text) + end) for start, end in _unseen(piece))
        text += piece.text
    unseen = all(piece.hidden for piece in pieces)
    size = max(1, sum(len(piece.text) for piece in pieces))

    def share(name: str) -> float:
        return float(sum(getattr(piece, name) * len(piece.text) for piece in pieces)) / size

    return pieces[0]._replace(
        text=text,
        link=share("link"),
        bold=share("bold"),
        slanted=share("slanted"),
        hidden=unseen,
        holes=() if unseen else tuple(holes),
    )


def _unseen(piece: Piece) -> Iterator[tuple[int, int]]:
    """The offset pairs of what is hidden in a piece, or of all of it."""
    yield from ((0, len(piece.text)),) if piece.hidden else piece.holes
