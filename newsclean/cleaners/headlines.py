"""Headlines of other articles: below a heading such as "Read also", below the text, links between its paragraphs."""

from __future__ import annotations

import re
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import CLOSING_QUOTES, SPACED_STOPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.document import Block, Document

#: A paragraph is a link where all of it is but a full stop; a name may be one, and fewer words may head a part.
_ALL_LINK, _FEWEST_WORDS = 0.95, 4
#: No box has more of them; one alone below the text may be a sub-heading whose text was cut off, and shorter lines
#: there are lists.
_MOST, _FEWEST, _LEAST_SIZE = 8, 2, 45
#: So many lines of other clutter above a heading part it from the text.
_CLUTTER = 2
#: What a model scores higher for body is none between its paragraphs: a sub-heading below a prompt.
_DOUBTED = 0.85
#: So long a line in which a sentence ends is none, where no more stands behind that than an agency's name.
_LONG = 120
_SIGNED = re.compile(rf"[^\W\d_]{{3}}[{CLOSING_QUOTES})]*[{SPACED_STOPS}][{CLOSING_QUOTES})]*\s\S+(?:\s\S+)?\Z")


def headlines(document: Document) -> Iterator[Block]:
    """Headlines of other articles, removed.

    They stand right below a heading of related links, in one group of lines
    with it in a text set in paragraphs, or several below all sentences, or one
    that is all there is below other clutter, or where
    the rest of the body is sentences; or several long ones below all running
    text, where there is clutter, too. On an HTML page they are paragraphs
    between the article's that are one link each, be it a sentence: else its
    elements tell the content model more. Not sentences in flat text, items of
    lists, and what the model is certain there to be body, but for questions
    and certain ones in such a group.
    """
    found = _links(document) if document.paged else chain(_below_headings(document), _below_text(document))
    return (block.remove("related") for block in found)


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
    heads = [n for n, block in enumerate(blocks) if block.kind == "related" and readings[n].cover]
    rows = [_row(document, n, parted=parted) for n in heads]
    # Below all sentences no gap tells several headlines from paragraphs.
    last = max((n for n, block in enumerate(blocks) if readings[n].ends_sentence or block.surely_body), default=-1)
    alone = _are_alone(document, {n for row in rows for n in row})
    for row in rows:
        below = row.start > last and (len(row) >= _FEWEST or _closes(document, row))
        for block in (blocks[n] for n in row):
            # The last line of a text may be a sub-heading whose text was cut off.
            doubted = alone and row.stop < len(blocks) and _is_doubted(document, block)
            grouped = parted and block.lines == 1
            if not (below or grouped or doubted):
                break
            yield block


def _closes(document: Document, row: range) -> bool:
    """Whether all there is below other clutter and a heading is a line of which a model is not sure."""
    above = document.blocks[max(0, row.start - 1 - _CLUTTER) : row.start - 1]
    told = (
        len(row) == 1
        and len(above) == _CLUTTER
        and all(block.role == "removed" and block.kind != "related" for block in above)
    )
    return told and row.stop == len(document.blocks) and (document.blocks[row.start].score or 0) < _DOUBTED


def _row(document: Document, number: int, *, parted: bool) -> range:
    """The headlines right below a line, and not the labelled facts of a list: "Engine: …", "Price: …".

    In a text set in paragraphs a group of lines that ends with them is a box, whatever a model holds each of them for.
    """
    blocks, start = document.blocks, number + 1
    row = _run(document, start, lambda n: _is_headline(document, n))
    box = _run(document, start, lambda n: blocks[n].lines == 1 and _is_headline(document, n, boxed=True))
    ends = box.stop == len(blocks) or blocks[box.stop].lines > 1
    if parted and ends and len(box) >= max(_FEWEST, len(row)):
        row = box
    labelled = len(row) >= _FEWEST and all(":" in document.readings[n].text for n in row)
    return range(0) if labelled else row


def _run(document: Document, start: int, holds: Callable[[int], bool]) -> range:
    """The lines from one on, as far as something holds of all, and no more than a box has."""
    beside = range(start, min(start + _MOST, len(document.blocks)))
    return range(start, next((n for n in beside if not holds(n)), beside.stop))


def _is_doubted(document: Document, block: Block) -> bool:
    """Whether a headline among paragraphs is rather another article's than a sub-heading, which is shorter."""
    return (block.score or 0) < _DOUBTED and len(document.read(block).words) >= _FEWEST_WORDS


def _are_alone(document: Document, rows: set[int]) -> bool:
    """Whether but for some lines a text's body is sentences: it has no sub-headings, and no lists."""
    body = (n for n, block in enumerate(document.blocks) if block.judged_body and not block.role and n not in rows)
    return all(document.readings[n].ends_sentence for n in body)


def _below_text(document: Document) -> Iterator[Block]:
    last = max((n for n in document.prose if document.readings[n].ends_sentence), default=-1)
    below = range(last + 1, len(document.blocks))
    if last < 0 or not any(document.blocks[n].role == "removed" for n in below):
        return
    for found, run in groupby(below, lambda n: _is_headline(document, n) and document.readings[n].size >= _LEAST_SIZE):
        row = list(run)
        if found and len(row) >= _FEWEST:
            yield from (document.blocks[n] for n in row)


def _is_headline(document: Document, number: int, *, boxed: bool = False) -> bool:
    """Whether a line may be a headline: in a box it may be a question, and what a model is certain of."""
    block, reading = document.blocks[number], document.readings[number]
    body = reading.states if boxed else reading.ends_sentence or block.surely_body
    signed = reading.size >= _LONG and bool(_SIGNED.search(reading.text))
    return not block.role and reading.headline and not (body or signed or reading.item)
