"""Articles that a page shows below its own, as endless pages and blogs do, or in short above it."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.language.signatures import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: So many paragraphs of the article stand in its element.
_FEWEST = 2
#: So many lines below a headline begin with who wrote and when.
_SIGNED = 4
#: Byline and date are so many.
_BYLINE = 2
#: A heading with as much of it in links leads to another page.
_LINKED = 0.7


def next_articles(document: Document) -> Iterator[Block]:
    """Further articles of an HTML page, each with a heading of its own, removed.

    They stand in `article` elements with a first-level heading that is not the
    title, or outside of its own below a heading that is a link, or in elements
    right beside the article's that are called alike, below either or one that
    is called an article's title, as the page's own is; or in elements beside
    the article's of any name, below a first-level heading that is signed or
    dated, where the title is one, too. None on a page whose
    title and text do not share an element; not elements around the title, nor
    sections of one article, whose headings are none of these. Above a
    first-level title, `article` elements are teasers whose lower headings are links.
    """
    title = document.title_number
    if title is not None:
        yield from _next_articles(document, title)
        yield from _beside(document, title)
        yield from _signed_below(document, title)
        yield from _teasers_above(document, title)
        yield from _headed_alike(document, title)


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


def _teasers_above(document: Document, title: int) -> Iterator[Block]:
    """The blocks of `article` elements above that of the title, each below a heading that leads to its page.

    The title is a first-level heading, and most of the running text stands in its element.
    """
    own = _articles(document.blocks[title])
    markup = document.blocks[title].markup
    if not own or markup is None or markup.heading != 1:
        return
    sizes = [(n > title and _articles(document.blocks[n]) == own, document.readings[n].size) for n in document.prose]
    if 2 * sum(size for held, size in sizes if held) <= sum(size for _, size in sizes):
        return
    inside: defaultdict[int, list[Block]] = defaultdict(list)
    for block in document.blocks[:title]:
        for number in _articles(block) - own:
            inside[number].append(block)
    for blocks in inside.values():
        heading = next((block.markup for block in blocks if block.markup and block.markup.heading), None)
        if heading is not None and heading.heading > 1 and heading.link >= _LINKED:
            yield from (block.remove("related") for block in blocks if block.role != "removed")


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
        if _leads_away(document, blocks, title) or _titled_alike(document, blocks, title, own):
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


def _signed_below(document: Document, title: int) -> Iterator[Block]:
    """The blocks of elements below the article's that begin with another's headline and who wrote it, or when."""
    blocks, markup = document.blocks, document.blocks[title].markup
    held = Counter(tag.number for n in document.prose for tag in blocks[n].tags)
    article = next((tag for tag in blocks[title].tags if held[tag.number] >= _FEWEST), None)
    if article is None or markup is None or markup.heading != 1:
        return
    # Elements beside the article's own, or beside one around that.
    around = {tag.number for tag in article.path}
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for n in range(title + 1, len(blocks)):
        outermost = next((tag for tag in reversed(blocks[n].tags) if tag.number not in around), None)
        if outermost is not None and article not in blocks[n].tags:
            inside[outermost.number].append(n)
    # The model may hold headlines for body, too.
    text = frozenset(n for n in document.prose if not _heads_another(document, blocks[n], title))
    for numbers in inside.values():
        if _begins_another(document, numbers, text, title):
            yield from (blocks[n].remove("related") for n in numbers if blocks[n].role != "removed")


def _headed_alike(document: Document, title: int) -> Iterator[Block]:
    """What stands in the title's element from another heading of its level on, where both are signed and dated below.

    So do old pages part their articles. In one's own parts others may sign, but not date.
    """
    blocks = document.blocks
    own = blocks[title].tags[0] if blocks[title].tags else None
    if own is None or not blocks[title].markup or not _signed_and_dated(document, title):
        return
    around = own.parent
    for n in range(title + 1, len(blocks)):
        markup = blocks[n].markup
        heading = blocks[n].tags[0] if markup and markup.heading else None
        like = heading is not None and heading.parent is around and heading.name == own.name
        if like and _signed_and_dated(document, n) and sum(title < m < n for m in document.prose) >= _FEWEST:
            yield from (block.remove("related") for block in blocks[n:] if around in block.tags and not block.role)
            return


def _signed_and_dated(document: Document, number: int) -> bool:
    """Whether right below a line stands who wrote, behind a word that says so, and on which day."""
    below = document.readings[number + 1 : number + 1 + _BYLINE]
    signed = any(reading.starts("bylines.openings") and not reading.prose for reading in below)
    return signed and any(stamp.label != "event" for reading in below for stamp in reading.stamps.stamps)


def _begins_another(document: Document, numbers: Sequence[int], text: AbstractSet[int], title: int) -> bool:
    """Whether some lines are a first-level heading, right below it who wrote or when, and then running text."""
    above = list(takewhile(lambda n: n not in text, numbers))
    if len(above) == len(numbers):
        return False
    first = next((at for at, n in enumerate(above) if _heads_another(document, document.blocks[n], title)), None)
    return first is not None and any(_signs(document, n) for n in above[first + 1 : first + 1 + _SIGNED])


def _signs(document: Document, number: int) -> bool:
    """Whether a line dates or signs an article, be it by a name alone."""
    reading = document.readings[number]
    if layout.is_credit(reading):
        return True
    signature = parse(reading.text, document.reader)
    return signature is not None and signature.persons > 0


def _leads_away(document: Document, blocks: Sequence[Block], title: int) -> bool:
    """Whether the first heading of an element is a first-level one, or a link to another page."""
    first = next((block for block in blocks if block.markup and block.markup.heading), None)
    if first is None or first.markup is None:
        return False
    return _heads_another(document, first, title) or first.markup.link >= _LINKED


def _titled_alike(
    document: Document, blocks: Sequence[Block], title: int, around: Mapping[tuple[str, int | None], Tag]
) -> bool:
    """Whether the first heading of an element is called as the page's own title is, and that an article's.

    It may have any name where the element has an address or a number of its own, beside those `around` the title.
    """
    first = next((block for block in blocks if block.markup and block.markup.heading), None)
    called, own = (block.tags[0].names if block else "" for block in (first, document.blocks[title]))
    if not called or not naming.alike(called, own):
        return False
    pairs = ((tag, around[_place(tag)]) for tag in blocks[0].tags if _place(tag) in around)
    return bool(naming.ARTICLE_TITLE.search(own)) or any(_numbered(*pair) for pair in pairs)


def _numbered(tag: Tag, own: Tag) -> bool:
    """Whether an element says where it is a page of its own, or both are numbered as a site's stories are."""
    numbers, others = (set(naming.STORY_NUMBER.findall(one.names)) for one in (tag, own))
    return tag is not own and (naming.HAS_ADDRESS in tag.names or bool(numbers and others and numbers != others))
