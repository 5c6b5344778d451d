"""What a model makes of a document: how likely each block is to be body, and what goes as it hardly is."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, repeat
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from newsclean import model
from newsclean.cleaners import layout
from newsclean.cleaners.ends import right_below
from newsclean.cleaners.subjects import of_subject
from newsclean.document import BODY, LIKELY, Scores
from newsclean.lexicon.characters import COLONS
from newsclean.model import spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.model.net import ContentModel

#: The score from which on running text in the midst of the body is part of it, and any line where there is little else.
_PERHAPS, _PERHAPS_LINE = 0.05, 0.2
#: The score from which on any line within the article is part of it: on unseen pages that brings as much as it costs,
#: and less is lost.
_HARDLY_DOUBTED = 0.4
#: The share of a text, or its characters, that are little around an article; and the share that may be something else
#: than running text where all of that is the article's.
_LITTLE, _LITTLE_SIZE, _HARDLY = 0.1, 100, 0.03
#: A score from which on the model merely doubts; the characters of body, and their share, that speak against that.
_DOUBTED, _MANY, _MOSTLY, _LINKED = 0.1, 400, 0.6, 0.4
#: The best line of nearly any page has a higher score; and so many characters are a sentence, and no label.
_SEEN, _SENTENCE = 0.75, 40
#: So many sentences, each a paragraph, with nothing between them are one text, of which a model loses sight.
_LONG_RUN = 30
#: The score from which on a list of an HTML page is body below a colon, also where nothing of the body follows.
_OF_LIST = 0.05
#: As many lines are a list, and so many elements around a line may tell that it is in one.
_FEWEST_ITEMS, _NEAR = 2, 5
#: A paragraph and what is next to it stand in one element, or in one within it.
_CLOSE = 3
#: Languages that part neither words nor, but for Khmer and Burmese, sentences.
_UNSPACED = frozenset({"km", "lo", "my", "th"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "dl"})
_COLONS = frozenset(COLONS)
#: Kinds whose headings stand above others of their kind.
_GOVERNING = frozenset({"related", "comments", "newsletter", "paywall", "advert", "cookie", "legal"})
#: What scores less for every role is none; within so many lines of the body stand tags, sections and credits.
_NEVER, _REACH = 0.01, 12


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
    found, kinds = load(paged=document.paged).judge(lines, markup, laid)
    # An HTML page states the roles itself.
    others = [repeat(0.0)] * (len(Scores._fields) - 1 - found.shape[1])
    return list(map(Scores._make, zip(*found.T.tolist(), *others, kinds, strict=False)))


@frozen
class Content:
    """Scores the blocks of a document with the learned content model, which tells the cleaners where the body is.

    A page, an extractor's output and a clean article are the same to it, with more or less around the body.

    Args:
        judge: what scores a document's blocks; the shipped model.
    """

    judge: Callable[[Document], Sequence[Scores]] = scores
    name: str = "content"

    def __call__(self, document: Document) -> Document:
        """Score the blocks."""
        found = list(self.judge(document))
        if document.paged:
            found = list(_between_body(document, list(_among_body(document, found))))
        else:
            found = _in_doubt(document, list(_unspaced(document, found)))
        found = of_subject(document, _whole_lists(document, found))
        aside = set() if document.paged else _far_around(document, found)
        both = enumerate(zip(document.blocks, found, strict=True))
        return document.with_labels(
            [block.set_aside(one, self.name) if n in aside else block.scored(one) for n, (block, one) in both]
        )


def _unspaced(document: Document, found: list[Scores]) -> Iterator[Scores]:
    """The scores of a flat text; where no spaces part words, of a line whose words say that it is clutter they are low.

    A model reads words, and takes any line there for text.
    """
    for reading, one in zip(document.readings, found, strict=True):
        told = document.language in _UNSPACED and not reading.prose and reading.clutter and not reading.weak
        yield one._replace(body=min(one.body, _PERHAPS)) if told else one


def _in_doubt(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores of a flat text; in doubt, running text between lines of the body is body.

    Not where its words are clutter's. Where there is hardly anything but sentences, all of them are the article's; so
    they are where the model sees no body: of many lines that are alike it loses sight.
    """
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    doubted = [n for n, one in enumerate(found) if one.body < LIKELY]
    seen = any(found[n].body >= _SEEN for n in body)
    everything = not seen or _sentences_alone(document, doubted)
    if not everything:
        doubted = [n for n in doubted if body[0] < n < body[-1] and found[n].body >= _PERHAPS]
    scores = list(found)
    for n in doubted:
        reading = document.readings[n]
        sentence = everything and reading.ends_sentence and reading.size >= _SENTENCE
        if (reading.prose or sentence) and not reading.clutter:
            scores[n] = found[n]._replace(body=LIKELY)
    return scores


def _sentences_alone(document: Document, doubted: Iterable[int]) -> bool:
    """Whether hardly any of the lines that the model doubts is anything but sentences; a page soon tells."""
    sizes = [block.end - block.start for block in document.blocks]
    left = _HARDLY * sum(sizes)
    for n in doubted:
        reading = document.readings[n]
        left -= 0 if reading.prose or (reading.ends_sentence and not reading.clutter) else sizes[n]
        if left < 0:
            return False
    return True


def _far_around(document: Document, found: Sequence[Scores]) -> set[int]:
    """The lines of a flat text that are surely none of the article's, and far from its body.

    Two lines in three of a page are: what they say need not be read.
    """
    body = (n for n, one in enumerate(found) if one.body >= LIKELY)
    near = {m for n in body for m in range(n - _REACH, n + _REACH + 1)}
    never = (n for n, one in enumerate(found) if n not in near and max(one[:-1]) < _NEVER)
    return {n for n in never if not document.blocks[n].role} if near else set()


def _among_body(document: Document, found: list[Scores]) -> Iterator[Scores]:
    """The scores of an HTML page; a sentence that the model doubts is body where its likes around it mostly are.

    Its likes are of the same element in the same element: paragraphs of an article, entries of a live blog. Of a long
    run of nothing but its likes, as much as the model doubts is body where some of it is.
    """
    sizes: defaultdict[Hashable, list[int]] = defaultdict(lambda: [0, 0])
    places = [_place(block) for block in document.blocks]
    # Some sites number the classes of each paragraph.
    within = [_within(block) for block in document.blocks]
    for keys, reading, one in zip(zip(places, within, strict=True), document.readings, found, strict=True):
        for key in keys:
            sizes[key][one.body >= LIKELY] += reading.size
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    runs = set(_runs(document, places, found))
    below = set(right_below(document, found))
    for n, (place, reading, one) in enumerate(zip(places, document.readings, found, strict=True)):
        markup = document.blocks[n].markup
        mostly = any(sizes[key][True] >= max(_MANY, _MOSTLY * sum(sizes[key])) for key in (place, within[n]))
        if (
            _DOUBTED <= one.body < LIKELY
            and (n in runs or n in below or (body[:1] < [n] < body[-1:] and mostly))
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
    for n in range(1, len(found) - 1):
        introduced = document.readings[n - 1].text[-1:] in _COLONS
        if found[n - 1].body < (_HARDLY_DOUBTED if introduced else LIKELY):
            continue
        items = _list_from(document, n)
        last = items.stop - 1
        if len(items) < _FEWEST_ITEMS or last >= len(found) - 1:
            continue
        above, sizes = document.readings[n - 1], [document.readings[m].size for m in items]
        if above.clutter or _linked(document, items):
            continue
        followed = found[last + 1].body >= LIKELY
        least = LIKELY if not introduced else 0 if followed else _OF_LIST if document.paged else _DOUBTED
        mean = sum(found[m].body * size for m, size in zip(items, sizes, strict=True)) / max(1, sum(sizes))
        if mean >= least and (introduced or followed):
            for m in (n - 1, *items):
                if not document.readings[m].clutter:
                    scores[m] = found[m]._replace(body=max(found[m].body, LIKELY))
    return scores


def _list_from(document: Document, first: int) -> range:
    """The items of the list that begins at a line, if one does."""
    blocks = document.blocks
    key = _list_of(document, blocks[first])
    if key is None or key == _list_of(document, blocks[first - 1]):
        return range(first, first)
    last = first
    while last + 1 < len(blocks) and _list_of(document, blocks[last + 1]) == key:
        last += 1
    return range(first, last + 1)


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
    tag = block.markup.tag if block.markup else None
    parent = tag.parent if tag else None
    if tag is None or parent is None:
        return (tag.name, tag.names) if tag else ("",)
    return tag.name, tag.names, parent.name, parent.names, parent.parent and parent.parent.number


def _within(block: Block) -> Hashable:
    """What tells an element's likes in the very element that it stands in."""
    tag = block.markup.tag if block.markup else None
    return ("",) if tag is None else (tag.name, tag.parent.number if tag.parent else -1)


def remainders(document: Document) -> Document:
    """Remove what the content model classifies as clutter and nothing else has a name for, where there is a word.

    It is of the kind of what stands above it, down to the next line of the article, or else of what stands below. What
    stands within the article and has no home stays in doubt, where there is little around it.
    """
    return document.replace(_remainders(document))


def _remainders(document: Document) -> Iterator[Block]:
    in_doubt = {block.start for block in _homeless(document)}
    for removed, group in groupby(document.blocks, lambda block: block.start not in in_doubt and _removable(block)):
        run = list(group) if removed else []
        known = [block.kind for block in run if block.kind in _GOVERNING]
        governing = known[0] if known else "other"
        for block in run:
            if block.kind in _GOVERNING:
                governing = block.kind
            elif (not block.role and _has_word(document, block)) or (block.kind == "other" and layout.set_aside(block)):
                yield block.remove(governing)


def _homeless(document: Document) -> list[Block]:
    """The lines within the article that the model hardly doubts, or doubts in a flat text with little around it.

    Where there is nothing around, as in an article that was cleaned, less is enough.
    """
    blocks = document.blocks
    kept = [n for n, block in enumerate(blocks) if not _removable(block)]
    if not kept:
        return []
    inside = [n for n in range(kept[0], kept[-1]) if not blocks[n].role and _removable(blocks[n])]
    # An article that stands there twice has nothing around it for that.
    around = [block for block in blocks if _removable(block) and block.kind != "duplicate"]
    alone, most = len(around) == len(inside), max(_LITTLE * len(document.source), _LITTLE_SIZE)
    little = not document.paged and (alone or sum(block.end - block.start for block in around) <= most)
    body = next((n for n in kept if not blocks[n].role or blocks[n].role in BODY), len(blocks))
    least = [(_PERHAPS if alone and n > body else _PERHAPS_LINE) if little else _HARDLY_DOUBTED for n in inside]
    return [
        blocks[n]
        for n, bar in zip(inside, least, strict=True)
        if (blocks[n].score or 0) >= bar and not blocks[n].linked and not document.readings[n].clutter
    ]


def _has_word(document: Document, block: Block) -> bool:
    return any(map(str.isalnum, document.text(block)))


def _removable(block: Block) -> bool:
    """Whether a block is removed, or undecided and clutter to the model."""
    return block.role == "removed" or (not block.role and block.scores is not None and not block.judged_body)
