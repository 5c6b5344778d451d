"""Tables in plain text: results, prices, standings, one paragraph a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.text.tables import is_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: One row alone may be a byline set out across the line.
_FEWEST = 2
#: A heading among rows is no longer.
_LONGEST = 60


def tables(document: Document) -> Document:
    """Label the rows of tables, with the headings among them, as paragraphs of the body.

    Figures and short names would else be read as tags, dates or headings.
    Hands off: HTML and Markdown, whose markup tells more; texts of which most
    is neither running text nor rows, as pages are with all that stands around
    an article; rows that hold a full date.
    """
    if document.paged:
        return document
    rows = {n for n, block in enumerate(document.blocks) if n and not block.role and _is_row(document, block)}
    told = sum(n in rows or reading.prose for n, reading in enumerate(document.readings))
    if len(rows) < _FEWEST or 2 * told < len(document.blocks):
        return document
    return document.replace(
        block.label("paragraph")
        for run in _runs(document, rows)
        if len(rows.intersection(run)) >= _FEWEST
        for block in (document.blocks[n] for n in run)
    )


def _is_row(document: Document, block: Block) -> bool:
    reading = document.read(block)
    bullet = reading.item and not reading.text[0].isdigit()
    row = block.markup is None and not bullet and is_row(document.source[block.start : block.end])
    return row and not reading.prose and not reading.stamps.stamps


def _runs(document: Document, rows: set[int]) -> Iterator[list[int]]:
    """Rows that stand together, with the short lines between them."""
    run: list[int] = []
    between: list[int] = []
    for n, block in enumerate(document.blocks):
        if n in rows:
            run += [*between, n]
            between = []
        elif run and not block.role and _heads(document, block):
            between.append(n)
        else:
            yield run
            run, between = [], []
    yield run


def _heads(document: Document, block: Block) -> bool:
    """Whether a line may head the rows below it: short, and no sentence."""
    reading = document.read(block)
    return reading.size <= _LONGEST and not reading.ends_sentence
