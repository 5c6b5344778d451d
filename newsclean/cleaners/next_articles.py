"""Articles that a page shows below its own, as endless pages do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document


def next_articles(document: Document) -> Document:
    """Remove further articles of an HTML page: `article` elements with a first-level heading that is not the title.

    Hands off: a page whose title and text do not share an `article` element,
    and `article` elements around the title.
    """
    return document.replace(_next_articles(document))


def _next_articles(document: Document) -> Iterator[Block]:
    title = layout.title_index(document)
    if title is None:
        return
    own = _articles(document.blocks[title])
    if not own:
        return
    heading = document.text(document.blocks[title]).casefold()
    others = {
        number
        for block in document.blocks[title + 1 :]
        if block.markup and block.markup.heading == 1 and document.text(block).casefold() != heading
        for number in _articles(block) - own
    }
    if not others or not any(_articles(document.blocks[n]) == own for n in document.prose):
        return
    for block in document.blocks[title + 1 :]:
        if block.role != "removed" and _articles(block) & others:
            yield block.remove("related")


def _articles(block: Block) -> set[int]:
    """The numbers of the `article` elements that a block stands in."""
    return {tag.number for tag in block.tags if tag.name == "article"}
