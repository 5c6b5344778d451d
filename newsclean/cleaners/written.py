"""Title and deck of a text in the form in which newsclean writes articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners import layout
from newsclean.language.datelines import parse

if TYPE_CHECKING:
    from newsclean.document import Block, Document

#: Title, deck and a paragraph.
_FEWEST = 3
#: The score from which on a first line may be a title, and up to which a second is no byline, date or caption.
_TITLE, _OTHER = 0.2, 0.4
#: Line breaks before a block with a blank line above it, and before another part of a line.
_PARTED = frozenset({2, 0})
_FEWEST_WORDS = 4


def written(document: Document) -> Document:
    """Label title and deck of a text as `Article.to_text` gives it: cleaning it again finds both again.

    The deck stands right under the title, and blank lines part all that follows. Hands off: texts laid out otherwise, a
    second line that signs, dates or credits, is too long for a deck or opens with a dateline.
    """
    blocks = document.blocks
    if len(blocks) < _FEWEST or blocks[1].lines != 1 or not all(block.lines in _PARTED for block in blocks[2:]):
        return document
    title, deck = blocks[:2]
    around = any(block.markup or block.role == "removed" for block in blocks)
    if around or deck.role or document.title_number not in {None, 0} or not _are_head(title, deck):
        return document
    reading = document.read(deck)
    tells_other = reading.labels_metadata or reading.starts("bylines.openings") or reading.stamps.mostly
    opens = parse(reading.text, document.reader, lambda filed: not filed.confirm) is not None
    if len(reading.words) < _FEWEST_WORDS or reading.size > layout.LONGEST_DECK or tells_other or opens:
        return document
    return document.replace([title.label("title"), deck.label("deck")])


def _are_head(title: Block, deck: Block) -> bool:
    """Whether a model takes the first line for a title, perhaps, and the second for no byline, date or caption."""
    if title.scores is None or deck.scores is None:
        return False
    return title.scores.title >= _TITLE and max(deck.scores.byline, deck.scores.date, deck.scores.caption) <= _OTHER
