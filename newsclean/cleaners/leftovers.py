"""Blocks without a word, and single labels: what no other cleaner had a name for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import _layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document


def leftovers(document: Document) -> Document:
    """Remove blocks without a letter or digit that do not part two paragraphs.

    Hands off: the asterisks between two parts of an article.
    """
    return document.replace(_leftovers(document))


def _leftovers(document: Document) -> Iterator[Block]:
    start, end = _layout.body_start(document), _layout.body_end(document)
    for n, block in enumerate(document.blocks):
        if not block.role and not any(c.isalnum() for c in document.text(block)) and not start < n < end:
            yield block.remove("icon" if block.holes else "other")
