"""A text in the form in which newsclean writes articles: title, deck and body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners.paragraphs import paragraphs
from newsclean.language.evidence import LONGEST_HEADLINE
from newsclean.language.signatures import signs
from newsclean.text.written import laid_out

if TYPE_CHECKING:
    from newsclean.document import Document
    from newsclean.language.line import Reading

#: In so many lines below the title stand who wrote and when, and prompts.
_HEAD = 2


def written(document: Document) -> Document:
    """Label all of a text that is laid out as `Article.to_text` gives it: cleaning it again changes nothing.

    Two blank lines set the head apart, a line or two: title and deck. One blank line parts a paragraph from the next.
    Hands off: texts laid out otherwise, and those that somebody else laid out so: they begin with more than a headline,
    or have a line right below the title or at the end that is clutter or metadata by its words.
    """
    blocks = document.blocks
    if document.paged or any(block.role or block.markup for block in blocks) or not laid_out(document.source):
        return document
    first, *others = document.readings
    if first.size > LONGEST_HEADLINE or any(_is_no_articles(document, one) for one in (*others[:_HEAD], others[-1])):
        return document
    title, second = blocks[:2]
    head = [title.label("title"), *([second.label("deck")] if second.lines == 1 else [])]
    return paragraphs(document.replace(head))


def _is_no_articles(document: Document, reading: Reading) -> bool:
    """Whether a line is clutter, signs, dates or labels by its words, and so is no first or last line of a body."""
    clutter = reading.cover and reading.clutter and not reading.weak
    return bool(clutter) or reading.labels_metadata or reading.stamps.mostly or signs(reading, document.reader)
