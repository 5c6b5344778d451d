"""Articles that a page shows below its own, as endless pages and blogs do."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean import naming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: So many paragraphs of the article stand in its element.
_FEWEST = 2
#: A heading with as much of it in links leads to another page.
_LINKED = 0.7


def next_articles(document: Document) -> Iterator[Block]:
    """Further articles of an HTML page, each with a heading of its own, removed.

    They stand in `article` elements with a first-level heading that is not the
    title, or outside of its own below a heading that is a link, or in elements
    right beside the article's that are called alike, below either or one that
    is called an article's title, as the page's own is. None on a page whose
    title and text do not share an element; not elements around the title, nor
    sections of one article, whose headings are none of these.
    """
    title = document.title_number
    if title is not None:
        yield from _next_articles(document, title)
        yield from _beside(document, title)


def _next_articles(document: Document, title: int) -> Iterator[Block]:
    own = _articles(document.blocks[title])
    if not own:
        return
    inside: defaultdict[int, list[Block]] = defaultdict(list)
    for block in document.blocks[title + 1 :]:
        for number in _articles(block) - own:
            inside[number].append(block)
    if not inside or not any(_articles(document.blocks[n]) == own for n in document.prose):
        return
    others = {
        number
        for number, blocks in inside.items()
        if any(_heads_another(document, block, title) for block in blocks)
        # Posts of a live page are a part of its article, and each may link to itself.
        or (own.isdisjoint(_articles(blocks[0])) and _leads_away(document, blocks, title))
    }
    for block in document.blocks[title + 1 :]:
        if block.role != "removed" and _articles(block) & others:
            yield block.remove("related")


def _articles(block: Block) -> set[int]:
    """The numbers of the `article` elements that a block stands in."""
    return {tag.number for tag in block.tags if tag.name == "article"}


def _heads_another(document: Document, block: Block, title: int) -> bool:
    """Whether a block is a first-level heading, and not the title once more."""
    heading = block.markup.heading if block.markup else 0
    return heading == 1 and document.text(block).casefold() != document.text(document.blocks[title]).casefold()


def _beside(document: Document, title: int) -> Iterator[Block]:
    """The blocks of elements beside the article's that are called alike and have such a heading."""
    held = Counter(tag.number for n in document.prose for tag in document.blocks[n].tags)
    own = {
        _place(tag): tag
        for tag in document.blocks[title].tags
        if (tag.names or tag.name == "article") and held[tag.number] >= _FEWEST
    }
    inside: defaultdict[int, list[Block]] = defaultdict(list)
    # Of each element met so far, the one beside the article's that it is or stands in.
    known: dict[int, int | None] = {}
    for block in document.blocks[title + 1 :] if own else ():
        other = _beside_own(block.tags, own, known)
        if other is not None:
            inside[other].append(block)
    for blocks in inside.values():
        if _leads_away(document, blocks, title) or _titled_alike(document, blocks, title):
            yield from (block.remove("related") for block in blocks if block.role != "removed")


def _beside_own(
    tags: Sequence[Tag], own: Mapping[tuple[str, int | None], Tag], known: dict[int, int | None]
) -> int | None:
    """The number of the innermost of some elements that is called like one of the article's right beside it."""
    unknown = list(takewhile(lambda tag: tag.number not in known, tags))
    found = known[tags[len(unknown)].number] if len(unknown) < len(tags) else None
    for tag in reversed(unknown):
        like = own.get(_place(tag), tag)
        beside = like.number != tag.number and naming.alike(like.names, tag.names)
        found = known[tag.number] = tag.number if beside else found
    return found


def _place(tag: Tag) -> tuple[str, int | None]:
    """What an element and those right beside it of the same name share."""
    return tag.name, tag.parent.number if tag.parent else None


def _leads_away(document: Document, blocks: Sequence[Block], title: int) -> bool:
    """Whether the first heading of an element is a first-level one, or a link to another page."""
    first = next((block for block in blocks if block.markup and block.markup.heading), None)
    if first is None or first.markup is None:
        return False
    return _heads_another(document, first, title) or first.markup.link >= _LINKED


def _titled_alike(document: Document, blocks: Sequence[Block], title: int) -> bool:
    """Whether the first heading of an element is called the title of an article, as the page's own is."""
    first = next((block for block in blocks if block.markup and block.markup.heading), None)
    called, own = (block.tags[0].names if block else "" for block in (first, document.blocks[title]))
    return bool(naming.ARTICLE_TITLE.search(own)) and naming.alike(called, own)
