"""The points that sum an article up, in a list above its text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.markup import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: A list of points has as many, of as many words on average; a menu's items are shorter, or links.
_FEWEST, _FEWEST_WORDS, _LINKED = 2, 4, 0.2
#: Below this score the model is certain that a list is none of the article's.
_DOUBTED = 0.1
_NEAR = 3
_LISTS = frozenset({"ul", "ol"})


def summaries(document: Document) -> Iterator[Block]:
    """The points in a list between an HTML page's title and text as items of a list: a part of the body.

    Not links, dates, clutter by its words, lists of single words, and lists that stand in another element than title
    and text.
    """
    title = document.title_number
    if not document.paged or title is None:
        return
    # The model may hold some of the points for body, but hardly the text's first paragraph for none.
    first = next((n for n in document.prose if n > title and _list(document.blocks[n]) is None), 0)
    for key, group in groupby(range(title + 1, first), lambda n: _list(document.blocks[n])):
        items = list(group)
        if key is not None and _sums_up(document, items) and _beside(document.blocks, title, items[0], first):
            yield from (document.blocks[n].label("list_item") for n in items)


def _list(block: Block) -> int | None:
    """What tells the list apart that a block is an item of, or the element that is called one."""
    return None if block.role else next((tag.number for tag in block.within(_NEAR) if _is_list(tag)), None)


def _is_list(tag: Tag) -> bool:
    return tag.name in _LISTS or (tag.name not in PAGE and bool(naming.POINTS.search(tag.names)))


def _sums_up(document: Document, items: Sequence[int]) -> bool:
    """Whether the items of a list are the points of a summary."""
    blocks, readings = [document.blocks[n] for n in items], [document.readings[n] for n in items]
    return (
        len(items) >= _FEWEST
        and sum(len(reading.words) for reading in readings) >= _FEWEST_WORDS * len(items)
        and sum(block.score or 0 for block in blocks) >= _DOUBTED * len(items)
        and all(block.markup is not None and block.markup.link <= _LINKED for block in blocks)
        and not any(reading.clutter or reading.stamps.stamps for reading in readings)
    )


def _beside(blocks: Sequence[Block], title: int, item: int, first: int) -> bool:
    """Whether an element smaller than the page holds the title, the list and the text, or nothing parts them."""
    shared = set(blocks[title].tags) & set(blocks[item].tags) & set(blocks[first].tags)
    return any(tag.name not in PAGE for tag in shared) or blocks[title].within(2)[-1].name in PAGE
