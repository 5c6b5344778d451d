"""Headlines of other articles: below a heading such as "Read also", below the text, links between its paragraphs."""

from __future__ import annotations

from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: A paragraph is a link where all of it is but a full stop; a name may be one.
_ALL_LINK, _FEWEST_WORDS = 0.95, 4
#: No box has more of them; one alone below the text may be a sub-heading whose text was cut off, and shorter lines
#: there are lists.
_MOST, _FEWEST, _LEAST_SIZE = 8, 2, 45


def headlines(document: Document) -> Document:
    """Remove headlines of other articles.

    They stand right below a heading of related links, in one group of lines
    with it in a text set in paragraphs, or several below all sentences; or several long ones below all running
    text, where there is clutter, too. On an HTML page they are paragraphs
    between the article's that are one link each, be it a sentence: else its
    elements tell the content model more. Hands off: sentences in flat text, items
    of lists, and what the model is certain there to be body.
    """
    if document.paged:
        return document.replace(block.remove("related") for block in _links(document))
    return document.replace(block.remove("related") for block in (*_below_headings(document), *_below_text(document)))


def _links(document: Document) -> Iterator[Block]:
    """Paragraphs of an HTML page that are one link each and stand between running text, in the same element."""
    text = [n for n in document.prose if not _is_link(document, n)]
    for before, after in pairwise(text):
        run = [n for n in range(before + 1, after) if not document.blocks[n].role]
        ends = document.blocks[before], document.blocks[after]
        if all(_is_link(document, n) for n in run) and all(map(_stands_alone, ends)):
            around = {end.tags[0].parent for end in ends}
            yield from (document.blocks[n] for n in run if around == {document.blocks[n].tags[0].parent})


def _stands_alone(block: Block) -> bool:
    """Whether a block is a paragraph by its element, and no item of a list or cell of a table."""
    return block.markup is not None and block.tags[0].name in {"p", "div"} and not block.markup.item


def _is_link(document: Document, number: int) -> bool:
    block = document.blocks[number]
    told = block.markup is not None and block.markup.link >= _ALL_LINK and _stands_alone(block)
    return told and len(document.readings[number].words) >= _FEWEST_WORDS


def _below_headings(document: Document) -> Iterator[Block]:
    blocks, readings = document.blocks, document.readings
    parted = any(block.lines > 1 for block in blocks)
    # Below all sentences no gap tells several headlines from paragraphs.
    last = max((n for n, block in enumerate(blocks) if readings[n].ends_sentence or block.surely_body), default=-1)
    for number, heading in enumerate(blocks):
        if heading.kind == "related" and readings[number].cover:
            beside = range(number + 1, min(number + 1 + _MOST, len(blocks)))
            row = list(takewhile(lambda n: _is_headline(document, n), beside))
            if number < last or len(row) < _FEWEST:
                row = list(takewhile(lambda n: blocks[n].lines == 1, row)) if parted else []
            yield from (blocks[n] for n in row)


def _below_text(document: Document) -> Iterator[Block]:
    last = max((n for n in document.prose if document.readings[n].ends_sentence), default=-1)
    below = range(last + 1, len(document.blocks))
    if last < 0 or not any(document.blocks[n].role == "removed" for n in below):
        return
    for found, run in groupby(below, lambda n: _is_headline(document, n) and document.readings[n].size >= _LEAST_SIZE):
        row = list(run)
        if found and len(row) >= _FEWEST:
            yield from (document.blocks[n] for n in row)


def _is_headline(document: Document, number: int) -> bool:
    block, reading = document.blocks[number], document.readings[number]
    return not block.role and not block.surely_body and reading.headline and not (reading.ends_sentence or reading.item)
