"""Tables in plain text: results, prices, standings, one paragraph a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.text.tables import is_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: One row alone may be a byline set out across the line, if there are not two lines more.
_FEWEST, _FEWEST_LINES = 2, 3
#: A heading among rows is no longer.
_LONGEST = 60


def tables(document: Document) -> Document:
    """Label the rows of tables, with the headings among them, as paragraphs of the body.

    Figures and short names would else be read as tags, dates or headings.
    Hands off: HTML and Markdown, whose markup tells more; texts of which most
    is neither running text nor rows, as pages are with all that stands around
    an article; rows that hold a full date.
    """
    undecided = sum(1 for _ in document.undecided)
    if document.paged or 2 * undecided < len(document.blocks):
        return document
    rows = {n for n, block in enumerate(document.blocks) if n and not block.role and _is_row(document, block)}
    runs = [run for run in _runs(document, rows) if len(rows.intersection(run)) >= _FEWEST or len(run) >= _FEWEST_LINES]
    if not runs:
        return document
    told = sum(map(len, runs)) + sum(reading.prose for reading in document.readings)
    if 2 * told < len(document.blocks):
        return document
    return document.replace(document.blocks[n].label("paragraph") for run in runs for n in run)


def _is_row(document: Document, block: Block) -> bool:
    reading = document.read(block)
    bullet = reading.item and not reading.text[0].isdigit()
    row = block.markup is None and not bullet and is_row(document.source[block.start : block.end])
    return row and not reading.prose and not reading.stamps.stamps


def _runs(document: Document, rows: set[int]) -> Iterator[list[int]]:
    """Rows that stand together, with what heads them above and among them, and figures right below."""
    run: list[int] = []
    between: list[int] = []
    for n, block in enumerate(document.blocks):
        if n in rows:
            run += [*between, n]
            between = []
        elif n and not block.role and _heads(document, block, inside=bool(run)):
            between.append(n)
            if between == [n] and run and _below(document, block):
                run, between = [*run, n], []
        else:
            yield run
            run, between = [], []
    yield run


def _heads(document: Document, block: Block, *, inside: bool) -> bool:
    """Whether a line may head the rows below it: short, and no sentence; above them all, set in columns."""
    reading = document.read(block)
    columns = inside or "  " in document.source[block.start : block.end]
    return columns and reading.size <= _LONGEST and not reading.ends_sentence


def _below(document: Document, block: Block) -> bool:
    """Whether a line right below a row tells a figure, too, and what it is."""
    reading = document.read(block)
    return block.lines == 1 and reading.digits and any(map(str.isalpha, reading.text))
