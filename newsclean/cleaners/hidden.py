"""What an HTML page holds and does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners.accordions import accordions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: A hidden element with as many paragraphs of the article, to the model, opens at a click: the rest of a long text.
_FEWEST_PARAGRAPHS = 3
#: The share of a block's words from which on the page's own data state it to be the article's.
_STATED = 0.5


def hidden(document: Document) -> Document:
    """Remove the blocks of an HTML page that are hidden: by attribute, by style, or from all but screen readers.

    Hands off: what the page's JSON-LD states to be the article's, or an element keeps for subscribers; answers behind
    the questions that open them; hidden elements with several paragraphs of the article, or with more running text than
    all the rest of the page, as a script shows them.
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
        if len(text) < _FEWEST_PARAGRAPHS and sum(document.readings[n].size for n in text) <= shown:
            shut = (n for n in numbers if n not in opened and not _withheld(document.blocks[n]))
            yield from (document.blocks[n].remove("other") for n in shut)


def _element(block: Block) -> int:
    """The number of the element in which hidden ones stand side by side, the outermost around a block."""
    outermost = block.hidden_by or block.tags[0]
    return outermost.parent.number if outermost.parent else outermost.number


def _withheld(block: Block) -> bool:
    """Whether a block is the article's, kept back: as the page states, or an element around it is called."""
    stated = block.markup is not None and block.markup.stated >= _STATED
    return stated or any(naming.WITHHELD.search(tag.names) for tag in block.tags if tag.hidden)
