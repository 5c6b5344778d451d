"""Sentences of an HTML page that a model doubts, decided by their likes around them."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from newsclean.cleaners.ends import beside
from newsclean.document import LIKELY

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from newsclean.document import Block, Document, Scores

#: The scores from which on it is left to a sentence's likes, or to its place right beside the body, to tell what it is;
#: the characters of body, and their share, that its likes have; the share of links from which on it leads elsewhere.
_DOUBTED, _HARDLY_ANY, _MANY, _MOSTLY, _LINKED = 0.1, 0.05, 400, 0.6, 0.4
#: The score from which on a sentence may have more links, and the share of them that is nearly all of it.
_HARDLY_DOUBTED, _NEARLY_ALL = 0.4, 0.9
#: So many sentences, each a paragraph, with nothing between them are one text, of which a model loses sight.
_LONG_RUN = 30


def among_body(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores of an HTML page; a sentence that the model doubts is body where its likes around it mostly are.

    Its likes are of the same element in the same element: paragraphs of an article, entries of a live blog. Of a long
    run of nothing but its likes, as much as the model doubts is body where some of it is.
    """
    scores = [one.body for one in found]
    doubted = [n for n, one in enumerate(scores) if _HARDLY_ANY <= one < LIKELY and _is_sentence(document, n, one)]
    if not doubted:
        return found
    told = {*beside(document, found, doubted)}
    told.update(_among(document, found, [n for n in doubted if found[n].body >= _DOUBTED and n not in told]))
    return [one._replace(body=LIKELY) if n in told else one for n, one in enumerate(found)]


def _among(document: Document, found: list[Scores], doubted: list[int]) -> Iterator[int]:
    """Those of some sentences whose likes mostly are body, within it, and those in long runs of their likes."""
    if not doubted:
        return
    sizes: defaultdict[Hashable, list[int]] = defaultdict(lambda: [0, 0])
    places = [_place(block) for block in document.blocks]
    # Some sites number the classes of each paragraph.
    within = [_within(block) for block in document.blocks]
    for keys, reading, one in zip(zip(places, within, strict=True), document.readings, found, strict=True):
        for key in keys:
            sizes[key][one.body >= LIKELY] += reading.size
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    runs = set(_runs(document, places, found))
    for n in doubted:
        mostly = any(sizes[key][True] >= max(_MANY, _MOSTLY * sum(sizes[key])) for key in (places[n], within[n]))
        if n in runs or (mostly and body[:1] < [n] < body[-1:]):
            yield n


def _is_sentence(document: Document, number: int, score: float) -> bool:
    """Whether a block of an HTML page ends a sentence that is no clutter and leads nowhere.

    What the model hardly doubts may have many links, and more words than these.
    """
    reading, markup = document.readings[number], document.blocks[number].markup
    dated = reading.stamps.mostly and reading.stamps.stamps[0].label
    if not reading.ends_sentence or reading.clutter or dated or markup is None:
        return False
    return markup.link < (_NEARLY_ALL if score >= _HARDLY_DOUBTED and reading.prose else _LINKED)


def _runs(document: Document, places: list[Hashable], found: list[Scores]) -> Iterator[int]:
    """The blocks in long runs of sentences in the same place, of which some are body."""
    for place, group in groupby(range(len(places)), lambda n: document.readings[n].ends_sentence and places[n]):
        run = list(group)
        if place and len(run) >= _LONG_RUN and any(found[n].body >= LIKELY for n in run):
            yield from run


def _place(block: Block) -> Hashable:
    """What tells an element's likes: its name and its parent's, and what they stand in."""
    tag = block.markup.tag if block.markup else None
    parent = tag.parent if tag else None
    if tag is None or parent is None:
        return (tag.name, tag.names) if tag else ("",)
    return tag.name, tag.names, parent.name, parent.names, parent.parent and parent.parent.number


def _within(block: Block) -> Hashable:
    """What tells an element's likes in the very element that it stands in."""
    tag = block.markup.tag if block.markup else None
    return ("",) if tag is None else (tag.name, tag.parent.number if tag.parent else -1)
