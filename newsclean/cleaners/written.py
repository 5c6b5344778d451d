"""A text in the form in which newsclean writes articles: title, deck and body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners.paragraphs import paragraphs
from newsclean.text.written import laid_out

if TYPE_CHECKING:
    from newsclean.document import Document


def written(document: Document) -> Document:
    """Label all of a text that is laid out as `Article.to_text` gives it: cleaning it again changes nothing.

    Three blank lines set the head apart: the title, and on the next line the deck. One blank line parts a paragraph
    from the next. Hands off: texts laid out otherwise.
    """
    blocks = document.blocks
    if document.paged or any(block.role for block in blocks) or not laid_out(document.source):
        return document
    head = [block.label("deck" if block.lines else "title") for block in blocks[:2] if block.lines <= 1]
    return paragraphs(document.replace(head))
