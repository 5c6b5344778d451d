"""What a model makes of a whole page: how likely each block is to be body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclean.content import scores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsclean.document import Block, Document, Scores

#: Fewer blocks, or as many paragraphs as other lines, are an article and no page.
_PAGE_BLOCKS = 30
_PAGE_PROSE = 0.5
#: Of a text with few lines a model of pages knows little: below a paywall's prompt it expects other articles.
_FEWEST = 10
#: A block that scores lower is clutter even where there is little of it; of running text more is asked.
_UNLIKELY, _UNLIKELY_PROSE = 0.2, 0.1


@frozen
class Content:
    """Scores the blocks of a whole page with the learned content model.

    The scores tell the cleaners that follow where the body is. Hands off: a
    text that is an article with little around it; there every block counts.
    An HTML page is never that.

    Args:
        judge: what scores a page's blocks; the shipped model.
    """

    judge: Callable[[Document], Sequence[Scores]] = scores
    name: str = "content"

    def __call__(self, document: Document) -> Document:
        """Score the blocks."""
        blocks, readings = document.blocks, document.readings
        if not document.paged and (
            len(blocks) < _PAGE_BLOCKS or sum(r.prose for r in readings) > _PAGE_PROSE * len(blocks)
        ):
            return document
        judged = self.judge(document)
        return document.with_labels(block.scored(found) for block, found in zip(blocks, judged, strict=True))


@frozen
class Remainders:
    """Removes what the content model holds for clutter and nothing else has a name for.

    In a text that is an article with little around it the rules have decided,
    and only what is most likely clutter goes: the labels and links that
    extractors leave in.

    Args:
        judge: what scores a text's blocks where `Content` has not; the shipped model.
    """

    judge: Callable[[Document], Sequence[Scores]] = scores
    name: str = "remainders"

    def __call__(self, document: Document) -> Document:
        """Label the blocks still undecided that are most likely clutter."""
        return document.replace(self._found(document))

    def _found(self, document: Document) -> Iterator[Block]:
        if any(block.scores for block in document.blocks):
            yield from (b.remove("other") for b in document.undecided if b.scores and not b.judged_body)
        elif len(document.blocks) >= _FEWEST:
            for block, reading, found in zip(document.blocks, document.readings, self.judge(document), strict=True):
                if not block.role and found.body < (_UNLIKELY_PROSE if reading.prose else _UNLIKELY):
                    yield block.remove("other")
