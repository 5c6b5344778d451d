"""What a model makes of a whole page: how likely each block is to be body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclean.content import scores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsclean._markup import Markup
    from newsclean.document import Block, Document, Scores

#: Fewer blocks, or as many paragraphs as other lines, are an article and no page.
_PAGE_BLOCKS = 30
_PAGE_PROSE = 0.5


@frozen
class Content:
    """Scores the blocks of a whole page with the learned content model.

    The scores tell the cleaners that follow where the body is. Hands off: a
    text that is an article with little around it; there every block counts.
    An HTML page is never that.

    Args:
        judge: what scores a page's lines, given their markup; the shipped model.
    """

    judge: Callable[[Sequence[str], Sequence[Markup | None]], Sequence[Scores]] = scores
    name: str = "content"

    def __call__(self, document: Document) -> Document:
        """Score the blocks."""
        blocks, readings = document.blocks, document.readings
        paged = any(block.paged for block in blocks)
        if not paged and (len(blocks) < _PAGE_BLOCKS or sum(r.prose for r in readings) > _PAGE_PROSE * len(blocks)):
            return document
        judged = self.judge([reading.text for reading in readings], [block.markup for block in blocks])
        return document.with_labels(block.scored(found) for block, found in zip(blocks, judged, strict=True))


def remainders(document: Document) -> Document:
    """Remove what the content model holds for clutter and nothing else has a name for.

    Hands off: pages that the model has not judged.
    """
    return document.replace(_remainders(document))


def _remainders(document: Document) -> Iterator[Block]:
    for block in document.undecided:
        if block.scores and not block.judged_body:
            yield block.remove("other")
