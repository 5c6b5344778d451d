"""Rows of tables that hold data: the cells of each as one text."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsclean.html.piece import merged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.html.piece import Piece
    from newsclean.markup import Tag

#: What stands between two cells.
_COLUMN = "\t"
#: Pages are laid out in tables, too: what holds data has several rows, hardly a long cell and no headings in them, and
#: is no menu. Where there is but one cell in each row, all are short.
_FEWEST_ROWS = 2
_SHORT_CELL, _LONGEST_CELL, _SHARE_SHORT = 60, 300, 0.8
_LINKED = 0.7
_HEADINGS = frozenset({"h1", "h2", "h3"})


class _Cell(NamedTuple):
    """Where a piece stands: the cell, the row and the table, innermost each."""

    cell: Tag
    row: Tag
    table: Tag


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page with each row of a table that holds data as one, its cells set apart by a tab."""
    cells = [_cell(piece.tag) for piece in pieces]
    if not any(cells):
        return list(pieces)
    tables: defaultdict[int, list[tuple[_Cell, Piece]]] = defaultdict(list)
    for cell, piece in zip(cells, pieces, strict=True):
        if cell:
            tables[cell.table.number].append((cell, piece))
    data = {number for number, inside in tables.items() if _holds_data(inside)}
    found: list[Piece] = []
    both = zip(cells, pieces, strict=True)
    for row, group in groupby(both, lambda one: one[0].row if one[0] and one[0].table.number in data else None):
        run = list(group)
        found += [piece for _, piece in run] if row is None else [_row([(cell, piece) for cell, piece in run if cell])]
    return found


def _cell(tag: Tag) -> _Cell | None:
    """The cell that an element is or stands in, and what that stands in."""
    cell = row = None
    for around in tag.path:
        if row is not None and around.name == "table":
            return _Cell(cell, row, around) if cell else None
        if row is None and around.name in {"td", "th"}:
            cell = around
        elif row is None and around.name == "tr":
            row = around
    return None


def _holds_data(inside: Sequence[tuple[_Cell, Piece]]) -> bool:
    rows: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for cell, piece in inside:
        cells = rows[cell.row.number]
        cells[cell.cell.number] = cells.get(cell.cell.number, 0) + len(piece.text)
    sizes = [size for cells in rows.values() for size in cells.values()]
    several = sum(len(cells) > 1 for cells in rows.values())
    told = {cell.row.number for cell, piece in inside if piece.link < _LINKED and any(map(str.isalnum, piece.text))}
    return (
        (several >= _FEWEST_ROWS or (len(rows) >= _FEWEST_ROWS and max(sizes) <= _SHORT_CELL))
        and max(sizes) <= _LONGEST_CELL
        and sum(size <= _SHORT_CELL for size in sizes) >= _SHARE_SHORT * len(sizes)
        and 2 * len(told) > len(rows)
        and not any(piece.tag.name in _HEADINGS for _, piece in inside)
    )


def _row(inside: Sequence[tuple[_Cell, Piece]]) -> Piece:
    """A row as one piece, in the element of its first cell."""
    cells = [cell.cell for cell, _ in inside]
    gaps = [" " if one is other else _COLUMN for one, other in pairwise(cells)]
    return merged([piece for _, piece in inside], gaps)._replace(row=True)
