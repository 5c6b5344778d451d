"""Headlines of other articles, below a heading such as "Read also" or below the text."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: No box has more of them; one alone below the text may be a sub-heading whose text was cut off, and shorter lines
#: there are lists.
_MOST, _FEWEST, _LEAST_SIZE = 8, 2, 45


def headlines(document: Document) -> Document:
    """Remove headlines of other articles.

    They stand right below a heading of related links, in one group of lines
    with it in a text set in paragraphs; or several long ones below all running
    text, where there is clutter, too. Hands off: HTML, whose elements tell the
    content model more; sentences, items of lists, and what the model is certain
    to be body.
    """
    if document.paged:
        return document
    return document.replace(block.remove("related") for block in (*_below_headings(document), *_below_text(document)))


def _below_headings(document: Document) -> Iterator[Block]:
    if not any(block.lines > 1 for block in document.blocks):
        return
    for number, heading in enumerate(document.blocks):
        if heading.kind == "related" and document.readings[number].cover:
            beside = range(number + 1, min(number + 1 + _MOST, len(document.blocks)))
            box = takewhile(lambda n: document.blocks[n].lines == 1 and _is_headline(document, n), beside)
            yield from (document.blocks[n] for n in box)


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
