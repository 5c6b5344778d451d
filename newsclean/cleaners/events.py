"""What is on: a box of coming events below an article, which are no part of it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: A box of them has so many.
_FEWEST = 2


def events(document: Document) -> Iterator[Block]:
    """A heading below the text and what it heads, lines that all open with day and time, removed.

    They have an element of their own, and so has the text: what an article tells of a festival's days stands in that.
    Not what was before the article, of which it may tell minute by minute.
    """
    if not document.paged:
        return
    blocks = document.blocks
    text = [n for n in document.prose if not _is_event(document, n)]
    for n in range(text[-1] + 1, len(blocks)) if text else ():
        markup = blocks[n].markup
        held = _boxed(document, n, blocks[text[-1]]) if not blocks[n].role and markup and markup.heading else []
        if len(held) >= _FEWEST and all(_is_event(document, m) for m in held):
            yield from (blocks[m].remove("other") for m in (n, *held))


def _boxed(document: Document, number: int, text: Block) -> list[int]:
    """What stands below a heading in its element, where neither is in the text's, nor the text right in what holds it.

    `text`: the last line of it.
    """
    box = document.blocks[number].tags[0].parent
    if box is None or box in text.tags or text.tags[0].parent is box.parent:
        return []
    return list(takewhile(lambda n: box in document.blocks[n].tags, range(number + 1, len(document.blocks))))


def _is_event(document: Document, number: int) -> bool:
    """Whether a line opens with a day and a time that are not before the article, and goes on."""
    stamps, published = document.readings[number].stamps, document.metadata.get("published") or ""
    first = next(iter(stamps.stamps), None)
    return first is not None and first.start == 0 and first.timed and bool(stamps.rest) and first.iso >= published[:10]
