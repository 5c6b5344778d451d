"""What a model makes of a document: how likely each block is to be body, and what goes as it hardly is."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from newsclean import model
from newsclean.document import LIKELY, Scores
from newsclean.model import spacing
from newsclean.text.glue import WIDE_STOPS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.model.net import ContentModel

#: Fewer blocks, or as many paragraphs as other lines, are an article and no page.
_PAGE_BLOCKS = 30
_PAGE_PROSE = 0.5
#: Of an article with few blocks a model of pages knows little: below a paywall's prompt it expects other articles.
_FEWEST = 10
#: What is less likely body is clutter even where there is little of it; of running text more is asked.
_UNLIKELY, _UNLIKELY_PROSE = 0.05, 0.01
#: A score from which on the model merely doubts; the characters of body, and their share, that speak against that.
_DOUBTED, _MANY, _MOSTLY, _LINKED = 0.1, 400, 0.6, 0.4
#: So many sentences, each a paragraph, with nothing between them are one text, of which a model loses sight.
_LONG_RUN = 30
#: As many lines are a list, and so many elements around a line may tell that it is in one.
_FEWEST_ITEMS, _NEAR = 2, 5
#: A paragraph and what is next to it stand in one element, or in one within it.
_CLOSE = 3
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "dl"})
_COLONS = frozenset(":：")


class _Load(Protocol):
    def __call__(self, *, paged: bool) -> ContentModel: ...


def scores(document: Document, load: _Load = model.load) -> list[Scores]:
    """How likely each block of a page is to be body, title, byline or date.

    Args:
        document: the page.
        load: gives the model for HTML pages, or for flat text.
    """
    lines, markup = [reading.text for reading in document.readings], [block.markup for block in document.blocks]
    laid = spacing.facts(document.source, document.spans)
    return [Scores(*row) for row in load(paged=document.paged).probabilities(lines, markup, laid).tolist()]


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
            found = list(_between_body(document, list(_among_body(document, found))))
        found = _whole_lists(document, found)
        judged = zip(blocks, found, strict=True)
        return document.with_labels(block.scored(one) if page else block.hinted(one.body) for block, one in judged)


def _among_body(document: Document, found: list[Scores]) -> Iterator[Scores]:
    """The scores of an HTML page; a sentence that the model doubts is body where its likes around it mostly are.

    Its likes are of the same element in the same element: paragraphs of an article, entries of a live blog. Of a long
    run of nothing but its likes, as much as the model doubts is body where some of it is.
    """
    sizes: defaultdict[Hashable, list[int]] = defaultdict(lambda: [0, 0])
    places = [_place(block) for block in document.blocks]
    for place, reading, one in zip(places, document.readings, found, strict=True):
        sizes[place][one.body >= LIKELY] += reading.size
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    runs = set(_runs(document, places, found))
    for n, (place, reading, one) in enumerate(zip(places, document.readings, found, strict=True)):
        markup = document.blocks[n].markup
        if (
            _DOUBTED <= one.body < LIKELY
            and (
                n in runs
                or (body[:1] < [n] < body[-1:] and sizes[place][True] >= max(_MANY, _MOSTLY * sum(sizes[place])))
            )
            and reading.ends_sentence and not reading.clutter and markup is not None and markup.link < _LINKED
        ):  # fmt: skip
            yield one._replace(body=LIKELY)
        else:
            yield one


def _runs(document: Document, places: list[Hashable], found: list[Scores]) -> Iterator[int]:
    """The blocks in long runs of sentences in the same place, of which some are body."""
    for place, group in groupby(range(len(places)), lambda n: document.readings[n].ends_sentence and places[n]):
        run = list(group)
        if place and len(run) >= _LONG_RUN and any(found[n].body >= LIKELY for n in run):
            yield from run


def _between_body(document: Document, found: list[Scores]) -> Iterator[Scores]:
    """The scores of an HTML page; a heading right between lines of the body, in the same element, is body."""
    for n, one in enumerate(found):
        block, reading = document.blocks[n], document.readings[n]
        between = 0 < n < len(found) - 1 and min(found[n - 1].body, found[n + 1].body) >= LIKELY
        heading = next((tag for tag in block.within(_CLOSE) if tag.name in _HEADINGS), None) if between else None
        if (
            heading is not None
            and all(heading.parent in document.blocks[other].within(_CLOSE) for other in (n - 1, n + 1))
            and reading.words and not reading.clutter and not _linked(document, [n])
        ):  # fmt: skip
            yield one._replace(body=max(one.body, LIKELY))
        else:
            yield one


def _whole_lists(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores, but a list between lines of the body is body as a whole where it mostly is.

    Below a line of the body that ends in a colon less is enough; nothing more is asked where the body also goes on
    below the list. A list of links leads elsewhere.
    """
    scores = list(found)
    for key, group in groupby(range(len(found)), lambda n: _list_of(document, document.blocks[n])):
        items = list(group)
        first, last = items[0], items[-1]
        if key is None or len(items) < _FEWEST_ITEMS or not 0 < first <= last < len(found) - 1:
            continue
        above, sizes = document.readings[first - 1], [document.readings[n].size for n in items]
        if found[first - 1].body < LIKELY or above.clutter or _linked(document, items):
            continue
        introduced, followed = above.text[-1:] in _COLONS, found[last + 1].body >= LIKELY
        least = LIKELY if not introduced else 0 if followed else _DOUBTED
        mean = sum(found[n].body * size for n, size in zip(items, sizes, strict=True)) / max(1, sum(sizes))
        if mean >= least and (introduced or followed):
            for n in items:
                if not document.readings[n].clutter:
                    scores[n] = found[n]._replace(body=max(found[n].body, LIKELY))
    return scores


def _list_of(document: Document, block: Block) -> int | None:
    """What tells the list apart that a block is an item of, or `None`; flat text tells only that it is one."""
    if block.paged:
        return next((tag.number for tag in block.within(_NEAR) if tag.name in _LISTS), None)
    return 0 if document.item(block) else None


def _linked(document: Document, items: Sequence[int]) -> bool:
    """Whether items of a list are mostly links."""
    links = [markup.link for n in items if (markup := document.blocks[n].markup) is not None]
    return sum(links) >= _LINKED * len(items)


def _place(block: Block) -> Hashable:
    """What tells an element's likes: its name and its parent's, and what they stand in."""
    around = block.within(3)
    return tuple((tag.name, tag.names) for tag in around[:2]), *(tag.number for tag in around[2:])


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
