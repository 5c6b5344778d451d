"""What an HTML page holds and does not show."""

from __future__ import annotations

from bisect import bisect
from itertools import groupby
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners.accordions import accordions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document

#: As many paragraphs of the article in a row, to the model, that are hidden open at a click: the rest of a long text.
_FEWEST_PARAGRAPHS = 3
#: The share of a block's words from which on the page's own data state it to be the article's.
_STATED = 0.5


def hidden(document: Document) -> Document:
    """Remove the blocks of an HTML page that are hidden: by attribute, by style, or from all but screen readers.

    Hands off: what the page's JSON-LD states to be the article's, or an element keeps for subscribers; answers behind
    the questions that open them; several paragraphs of the article with none between that is shown, or more running
    text in hidden elements than in all the rest of the page, as a script shows them.
    """
    return document.replace(_hidden(document)) if any(block.hidden for block in document.blocks) else document


def _hidden(document: Document) -> Iterator[Block]:
    inside: dict[int, list[int]] = {}
    for n, block in enumerate(document.blocks):
        if not block.role and block.hidden:
            inside.setdefault(_element(block), []).append(n)
    shown = sum(document.readings[n].size for n in document.prose if not document.blocks[n].hidden)
    prose = frozenset(document.prose)
    scores = [block.scores for block in document.blocks if block.scores]
    opened = {*accordions(document, scores)} if len(scores) == len(document.blocks) else set()
    for numbers in inside.values():
        text = [n for n in numbers if n in prose and document.readings[n].ends_sentence]
        if sum(document.readings[n].size for n in text) > shown:
            continue
        for run in _runs(document, numbers):
            if len(prose.intersection(text, run)) < _FEWEST_PARAGRAPHS:
                shut = (n for n in run if n not in opened and not _withheld(document.blocks[n]))
                yield from (document.blocks[n].remove("other") for n in shut)


def _runs(document: Document, numbers: Sequence[int]) -> Iterator[list[int]]:
    """Hidden blocks with no running text between them that is shown."""
    parting = [n for n in document.prose if not document.blocks[n].hidden]
    for _, run in groupby(numbers, lambda n: bisect(parting, n)):
        yield list(run)


def _element(block: Block) -> int:
    """The number of the element in which hidden ones stand side by side, the outermost around a block."""
    outermost = block.hidden_by or block.tags[0]
    return outermost.parent.number if outermost.parent else outermost.number


def _withheld(block: Block) -> bool:
    """Whether a block is the article's, kept back: as the page states, or an element around it is called."""
    stated = block.markup is not None and block.markup.stated >= _STATED
    return stated or any(naming.WITHHELD.search(tag.names) for tag in block.tags if tag.hidden)
