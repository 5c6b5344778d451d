"""Where on the page things stand: head, body and tail, by what is known so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.document import Document

_FIRM = 400


def prose(document: Document) -> list[int]:
    """The indices of undecided blocks that read like running text."""
    return [n for n, block in enumerate(document.blocks) if not block.role and document.read(block).prose]


def title_index(document: Document) -> int | None:
    """The index of the title, where there is one."""
    return next((n for n, block in enumerate(document.blocks) if block.role == "title"), None)


def body_start(document: Document) -> int:
    """The index at which the body begins: the first running text after the title."""
    title = title_index(document)
    after = -1 if title is None else title
    return next((n for n in prose(document) if n > after), len(document.blocks))


def body_end(document: Document) -> int:
    """The index after the last block of running text."""
    found = prose(document)
    return found[-1] + 1 if found else 0


def firm_start(document: Document) -> int:
    """The index at which running text has surely begun.

    A single sentence above may be a caption; two pieces of running text in a
    row, or a long one, are the body.
    """
    last = None
    for n in prose(document):
        if document.read(document.blocks[n]).size >= _FIRM or last == n - 1:
            return n if last != n - 1 else n - 1
        last = n
    return len(document.blocks)
