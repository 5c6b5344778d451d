"""What a model makes of a document: how likely each block is to be body, and what goes as it hardly is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean.content import scores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsclean.document import Block, Document, Scores

#: Fewer blocks, or as many paragraphs as other lines, are an article and no page.
_PAGE_BLOCKS = 30
_PAGE_PROSE = 0.5
#: Of an article with few blocks a model of pages knows little: below a paywall's prompt it expects other articles.
_FEWEST = 10
#: What is less likely body is clutter even where there is little of it; of running text more is asked.
_UNLIKELY, _UNLIKELY_PROSE = 0.05, 0.01


@frozen
class Content:
    """Scores the blocks of a document with the learned content model.

    On a whole page the scores tell the cleaners that follow where the body is.
    In a text that is an article with little around it every block counts as
    body, and the scores are but hints: they count where the model is sure, and
    there are none where blocks are few. An HTML page is always a whole page.

    Args:
        judge: what scores a document's blocks; the shipped model.
    """

    judge: Callable[[Document], Sequence[Scores]] = scores
    name: str = "content"

    def __call__(self, document: Document) -> Document:
        """Score the blocks, or give hints."""
        blocks = document.blocks
        page = _is_page(document)
        if not page and len(blocks) < _FEWEST:
            return document
        judged = zip(blocks, self.judge(document), strict=True)
        return document.with_labels(
            block.scored(found) if page else block.hinted(found.body) for block, found in judged
        )


def _is_page(document: Document) -> bool:
    """Whether a document is more than an article with little around it.

    What was cut into sentences is a page in one line.
    """
    blocks = document.blocks
    size = len(blocks)
    if document.paged or size < _PAGE_BLOCKS:
        return document.paged
    sentences = sum(not after.lines and block.end < after.start for block, after in pairwise(blocks))
    return sum(reading.prose for reading in document.readings) <= _PAGE_PROSE * size or sentences > size / 2


def remainders(document: Document) -> Document:
    """Remove what the content model holds for clutter and nothing else has a name for.

    In an article only what is most likely clutter goes: the labels and links
    that extractors leave in.
    """
    return document.replace(_remainders(document))


def _remainders(document: Document) -> Iterator[Block]:
    for block in document.undecided:
        bar = _UNLIKELY_PROSE if document.read(block).prose else _UNLIKELY
        if (block.scores and not block.judged_body) or (block.hint is not None and block.hint < bar):
            yield block.remove("other")
