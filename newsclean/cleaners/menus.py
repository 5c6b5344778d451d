"""Menus above the title, whatever their items would mean alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_ITEM_WORDS = 4
_AMBIGUOUS = frozenset({"paywall", "newsletter", "related", "comments", "label", "legal", "advert"})


def menus(document: Document) -> Document:
    """Call the items of a menu navigation.

    "Subscribe" between "Home" and "Sport" is a menu item, not a paywall's
    prompt. Hands off: what stands alone, and longer lines.
    """
    return document.replace(_menus(document))


def _menus(document: Document) -> Iterator[Block]:
    title = document.title_number
    head = document.blocks[: title or 0]
    for n, block in enumerate(head):
        if (
            block.role != "removed"
            or block.kind not in _AMBIGUOUS
            or layout.set_aside(block)
            or len(document.read(block).words) > _ITEM_WORDS
        ):
            continue
        if n + 1 < len(head) and any(_is_item(document, b) for b in (*head[max(0, n - 1) : n], *head[n + 1 : n + 3])):
            yield block.remove("navigation")


def _is_item(document: Document, block: Block) -> bool:
    if block.role == "removed":
        return block.kind == "navigation"
    return not block.role and document.read(block).names_section
