"""Lines that the page prints more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_SHORTEST = 60


def repeats(document: Document) -> Document:
    """Remove what repeats the title, the deck, a caption or a paragraph word for word.

    Hands off: short lines, which may repeat for a reason (refrains, names of
    speakers), headings that a model holds for body in either place, and a
    pull quote's wording inside a longer paragraph.
    """
    return document.replace(_repeats(document))


def _repeats(document: Document) -> Iterator[Block]:
    heads = {document.text(b).casefold() for b in document.blocks if b.role in {"title", "deck", "caption"}}
    seen: set[str] = set()
    for block, reading in zip(document.blocks, document.readings, strict=True):
        if block.role:
            continue
        text, prose = reading.text.casefold(), reading.prose
        if text in heads or (text in seen and (prose or not block.judged_body)):
            yield block.remove("duplicate")
        elif prose or reading.size >= _SHORTEST:
            seen.add(text)
