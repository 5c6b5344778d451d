"""Tables: results, prices, standings, one paragraph a row."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.document import LIKELY
from newsclean.text.tables import is_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: One row alone may be a byline set out across the line, if there are not two lines more.
_FEWEST, _FEWEST_LINES = 2, 3
#: A heading among rows is no longer.
_LONGEST = 60
#: Below a line of the body a table in Markdown is the article's from this score on, on the whole.
_PERHAPS = 0.1
#: A paragraph and a table stand in one element, or in one within it.
_CLOSE = 3


def tables(document: Document) -> Document:
    """Label the rows of tables as such, with the headings among them: parts of the body.

    Figures and short names would else be read as tags, dates or headings. Of an
    HTML page, whole tables that stand in one element with paragraphs of the
    article, or that a model takes for the article's on the whole; of Markdown, those
    between lines of the body, or below one where the model does not rule them out.
    Hands off: flat texts of which most is neither running text nor rows, as pages are
    with all that stands around an article; rows there that hold a full date.
    """
    if document.paged:
        return document.replace(_of_page(document))
    return document.replace([*_of_markdown(document), *_of_text(document)])


def _of_page(document: Document) -> Iterator[Block]:
    around: set[int] | None = None
    for table, group in groupby(range(len(document.blocks)), lambda n: _table(document.blocks[n])):
        rows = [n for n in group if not document.blocks[n].role] if table else []
        if table is None or not rows:
            continue
        around = layout.around_text(document, _untabled(document)) if around is None else around
        if _is_the_articles(document, table, rows, around):
            for n in rows:
                yield document.blocks[n].label("heading" if _is_caption(document.blocks[n]) else "table_row")


def _of_markdown(document: Document) -> Iterator[Block]:
    blocks = document.blocks
    for is_table, group in groupby(range(len(blocks)), lambda n: _is_told(blocks[n])):
        rows = list(group) if is_table else []
        if not rows or rows[0] == 0 or not blocks[rows[0] - 1].judged_body:
            continue
        told = [n for n in rows if not blocks[n].role and document.readings[n].words]
        between = rows[-1] + 1 < len(blocks) and blocks[rows[-1] + 1].judged_body
        if between or sum(blocks[n].score or 0 for n in told) >= _PERHAPS * len(told):
            yield from (blocks[n].label("table_row") for n in told)


def _is_told(block: Block) -> bool:
    """Whether markup says that a block is a row."""
    return block.markup is not None and block.markup.row


def _table(block: Block) -> Tag | None:
    """The table that a block is a row of, or the caption."""
    row = _is_told(block) or _is_caption(block)
    return next((tag for tag in block.tags if tag.name == "table"), None) if row else None


def _untabled(document: Document) -> Iterator[int]:
    return (n for n in document.prose if not _table(document.blocks[n]))


def _is_caption(block: Block) -> bool:
    return any(tag.name == "caption" for tag in block.within(1))


def _is_the_articles(document: Document, table: Tag, rows: Sequence[int], around: set[int]) -> bool:
    """Whether a table stands in an element with the article's paragraphs, or a model takes it for a part of it.

    Not what its own element, or the one around it, is called a menu or a box.
    """
    if any(naming.OTHERS.search(tag.names) for tag in (table, table.parent) if tag):
        return False
    if any(tag.number in around for tag in table.path[1 : 1 + _CLOSE]):
        return True
    sizes = [document.readings[n].size for n in rows]
    score = sum((document.blocks[n].score or 0) * size for n, size in zip(rows, sizes, strict=True))
    return score >= LIKELY * sum(sizes)


def _of_text(document: Document) -> list[Block]:
    undecided = sum(1 for _ in document.undecided)
    if 2 * undecided < len(document.blocks):
        return []
    rows = {n for n, block in enumerate(document.blocks) if n and not block.role and _is_row(document, block)}
    runs = [run for run in _runs(document, rows) if len(rows.intersection(run)) >= _FEWEST or len(run) >= _FEWEST_LINES]
    told = sum(map(len, runs)) + sum(reading.prose for reading in document.readings) if runs else 0
    if 2 * told < len(document.blocks):
        return []
    return [
        document.blocks[n].label("table_row" if n in rows or document.readings[n].digits else "heading")
        for run in runs
        for n in run
    ]


def _is_row(document: Document, block: Block) -> bool:
    reading = document.read(block)
    bullet = reading.item and not reading.text[0].isdigit()
    # Marks that are not seen may stand where columns would.
    row = block.markup is None and not bullet and is_row(document.source[block.start : block.end])
    return row and bool(reading.words) and not reading.prose and not reading.stamps.stamps


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
