"""Teasers of other stories below an HTML page's article: the headline of each and its first sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document

#: So many paragraphs of the article stand above; a list has so many teasers, or one that leads to its story twice.
_FEWEST_ABOVE, _FEWEST = 2, 2
#: A heading with as much of it in links leads to another page.
_LINKED = 0.7


def teasers(document: Document) -> Iterator[Block]:
    """The lists of teasers below the article, removed.

    A list is an element that stands below the article's first paragraphs and holds neither them nor the title. All
    running text in it stands between a heading and a link each, and is less than that above it. Hands off: a single
    one, but below a heading that is a link to the story as well.
    """
    blocks, prose, title = document.blocks, document.prose, document.title_number
    if not document.paged or title is None or len(prose) <= _FEWEST_ABOVE:
        return
    own = [title, *[n for n in prose if n > title][:_FEWEST_ABOVE]]
    around = {tag.number for n in own for tag in blocks[n].tags}
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for n in range(own[-1] + 1, len(blocks)):
        outermost = next((tag.number for tag in reversed(blocks[n].tags) if tag.number not in around), None)
        if outermost is not None:
            inside[outermost].append(n)
    running = frozenset(prose)
    for numbers in inside.values():
        told = running.intersection(numbers)
        above = (document.readings[n].size for n in prose if n < numbers[0])
        if told and _are_teasers(blocks, numbers, told) and sum(above) > sum(document.readings[n].size for n in told):
            yield from (blocks[n].remove("related") for n in numbers if blocks[n].role != "removed")


def _are_teasers(blocks: Sequence[Block], numbers: Sequence[int], text: frozenset[int]) -> bool:
    """Whether all the running text in some lines is that of teasers: below a heading, and above a link that goes on."""
    stories: list[list[int]] = [[]]
    for n in numbers:
        if _heading(blocks[n]):
            stories.append([])
        stories[-1].append(n)
    told = [story for story in stories if text.intersection(story)]
    closed = all(_heading(blocks[story[0]]) and story[-1] not in text and _leads(blocks[story[-1]]) for story in told)
    return closed and len(told) >= (_FEWEST if any(not _leads(blocks[story[0]]) for story in told) else 1)


def _heading(block: Block) -> bool:
    return block.markup is not None and block.markup.heading > 0


def _leads(block: Block) -> bool:
    return block.markup is not None and block.markup.link >= _LINKED
