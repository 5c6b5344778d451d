"""What an HTML page's elements say of captions: which blocks are some, and whether they are the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.lexicon.characters import COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: How many elements around a block may mark it as a caption; no more are in one that holds little but a caption.
_NEAR, _FEW = 3, 2
#: How many may be between a text and its figure.
_FAR = 6
#: Elements that say nothing of what they hold, as may stand around a text in a figure.
_PLAIN = frozenset({"div", "p", "span", "section"})
#: What readers press or go by, none of which is an article's.
_OTHERS = frozenset({"button", "nav", "form"})


class Figures:
    """The elements of an HTML page around its captions."""

    def __init__(self, document: Document) -> None:
        self._document = document
        blocks = document.blocks
        #: The elements right around headings: they are teasers, or hold the article's head.
        self._headed = {
            tag.number for block in blocks if block.markup and block.markup.heading for tag in block.within(_NEAR)
        }
        self._end = layout.body_end(document)
        #: Where the credits start that a caption has.
        self.used: set[int] = set()
        #: The elements around all running text, and the same from the inside out.
        self._shared = _around_all(document)
        self._article = sorted(self._shared, reverse=True)

    def marks(self, number: int) -> bool:
        """Whether the page marks a block as a caption: by its element, or by what that is called."""
        block = self._document.blocks[number]
        near = block.within(_NEAR)
        if block.markup is None or block.markup.heading:
            # Some have captions as headings, but say that they are captions.
            return bool(near) and naming.called_caption(near[0].names) and _figure(block) is not None
        own = _own(near) if block.judged_body and self._document.readings[number].prose else len(near)
        captioned = any(tag.name == "figcaption" for tag in near)
        return captioned or any(naming.called_caption(tag.names) for tag in near[:own]) or self._in_figure(number)

    def names(self, number: int) -> bool:
        """Whether a block is all that stands below a picture, however short it is."""
        block = self._document.blocks[number]
        own = next((tag for tag in block.within(2) if tag.name == "figcaption"), None)
        return own is not None and own.number not in self._headed and not block.linked

    def beside(self, number: int, *, above: bool) -> Iterator[Block]:
        """The lines beside a caption that may hold its credit; `above`: that is where it stands, figure or none."""
        blocks, own = self._document.blocks, _figure(self._document.blocks[number])
        for at in (number - 1, number + 1) if above else (number + 1, number - 1):
            other = blocks[at] if 0 <= at < len(blocks) else None
            if other is None or other.start in self.used or (other.role and not (own and other.kind == "legal")):
                continue
            around = _figure(other)
            if (own is not None and around == own) or (around is None and (above or at > number)):
                yield other

    def strays(self, number: int, *, marked: bool) -> bool:
        """Whether a caption is another story's, or a menu's: it stands in a link or below the text, and not beside it.

        `marked`: the page calls it a caption; then the picture may stand right above the element that holds the text.
        """
        block = self._document.blocks[number]
        if not block.paged:
            return False
        own = {tag.number for tag in block.tags}
        if any(self._is_menu(tag) for tag in block.tags):
            return True
        article = self._article[:2] if marked and number < self._end else self._article[:1]
        beside = not article or not own.isdisjoint(article)
        return not beside and (block.linked or number >= self._end)

    def _is_menu(self, tag: Tag) -> bool:
        """Whether an element is a menu, or one of several buttons in a row; pictures may be buttons, too."""
        if tag.number in self._shared or tag.name not in _OTHERS:
            return False
        row = tag.parent
        return tag.name != "button" or bool(row and row.children > _FEW and row.number not in self._shared)

    def _in_figure(self, number: int) -> bool:
        """Whether a text stands in a figure as captions do, with nothing but plain elements around it."""
        block = self._document.blocks[number]
        # What leads to a table or a list is no caption.
        reading, markup = self._document.readings[number], block.markup
        leads = reading.text.endswith(tuple(COLONS))
        text = block.judged_body and (reading.prose or reading.ends_sentence or block.surely_body)
        if markup is None or markup.item or markup.row or block.linked or text or leads:
            return False
        near = block.within(_NEAR)
        at = next((n for n, tag in enumerate(near) if tag.name == "figure"), None)
        return at is not None and all(tag.name in _PLAIN for tag in near[:at]) and near[at].number not in self._headed


def shares_figure(block: Block, other: Block) -> bool:
    """Whether two blocks of an HTML page stand in one figure."""
    around = _figure(block)
    return around is not None and around == _figure(other)


def _around_all(document: Document) -> set[int]:
    """The numbers of the elements around all running text, none of them a paragraph."""
    paths = [{tag.number for tag in document.blocks[n].tags if tag.name != "p"} for n in document.prose]
    return set.intersection(*paths) if paths else set()


def _figure(block: Block) -> int | None:
    """The number of the figure around a block."""
    return next((tag.number for tag in block.within(_FAR) if tag.name == "figure"), None)


def _own(near: Sequence[Tag]) -> int:
    """How many elements are a text's own: the innermost, and a small one around that if it has no name."""
    around = near[1:2] if near and not near[0].names else ()
    return 1 + any(tag.children <= _FEW for tag in around)
