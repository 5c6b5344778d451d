"""What a model makes of a document: how likely each block is to be body, and what goes as it hardly is."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean._seams import WIDE_STOPS
from newsclean.content import scores
from newsclean.document import LIKELY

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from newsclean.document import Block, Document, Scores

#: Fewer blocks, or as many paragraphs as other lines, are an article and no page.
_PAGE_BLOCKS = 30
_PAGE_PROSE = 0.5
#: Of an article with few blocks a model of pages knows little: below a paywall's prompt it expects other articles.
_FEWEST = 10
#: What is less likely body is clutter even where there is little of it; of running text more is asked.
_UNLIKELY, _UNLIKELY_PROSE = 0.05, 0.01
#: A score from which on the model merely doubts; the characters of body, and their share, that speak against that.
_DOUBTED, _MANY, _MOSTLY, _LINKED = 0.1, 400, 0.6, 0.4


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
        found = list(self.judge(document))
        if document.paged:
            found = list(_among_body(document, found))
        judged = zip(blocks, found, strict=True)
        return document.with_labels(block.scored(one) if page else block.hinted(one.body) for block, one in judged)


def _among_body(document: Document, found: list[Scores]) -> Iterator[Scores]:
    """The scores of an HTML page; a sentence that the model doubts is body where its likes around it mostly are.

    Its likes are of the same element in the same element: paragraphs of an article, entries of a live blog.
    """
    sizes: defaultdict[Hashable, list[int]] = defaultdict(lambda: [0, 0])
    places = [_place(block) for block in document.blocks]
    for place, reading, one in zip(places, document.readings, found, strict=True):
        sizes[place][one.body >= LIKELY] += reading.size
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    for n, (place, reading, one) in enumerate(zip(places, document.readings, found, strict=True)):
        markup = document.blocks[n].markup
        if (
            _DOUBTED <= one.body < LIKELY
            and body[:1] < [n] < body[-1:]
            and sizes[place][True] >= max(_MANY, _MOSTLY * sum(sizes[place]))
            and reading.ends_sentence and not reading.clutter and markup is not None and markup.link < _LINKED
        ):  # fmt: skip
            yield one._replace(body=LIKELY)
        else:
            yield one


def _place(block: Block) -> Hashable:
    """What tells an element's likes: its name and its parent's, and what they stand in."""
    near = tuple((tag.name, tag.names) for tag in block.tags[:2])
    return near, *(tag.number for tag in block.tags[2:3])


def _is_page(document: Document) -> bool:
    """Whether a document is more than an article with little around it.

    What was cut into sentences is a page in one line.
    """
    if document.paged:
        return True
    blocks, source = document.blocks, document.source
    size = len(blocks)
    sentences = sum(
        not after.lines and (block.end < after.start or source[block.end - 1] in WIDE_STOPS)
        for block, after in pairwise(blocks)
    )
    if sentences > size / 2:
        return True
    return size >= _PAGE_BLOCKS and sum(reading.prose for reading in document.readings) <= _PAGE_PROSE * size


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
