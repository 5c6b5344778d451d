"""What stands aside of the article: further stories, readers' comments, boxes."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners.discussions import discussions
from newsclean.cleaners.events import events
from newsclean.cleaners.next_articles import next_articles
from newsclean.cleaners.teasers import teasers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: What is called so and holds as much of the running text is the article, whatever its name; but not where it says what
#: the outlet is and so many paragraphs stand above it.
_MOSTLY, _FEWEST_ABOVE = 0.5, 2
#: A list of stories has so many.
_FEWEST_LINKS = 2
#: The share of a text that is a link and nothing else; words of a headline, and of a label before it.
_ALL, _HEADLINE, _LABEL = 0.95, 3, 4
#: A longer line heads nothing.
_LONGEST_HEADING = 120


def asides(document: Document) -> Document:
    """Remove further stories, galleries, comments, boxes of facts, products or events, as elements say they hold.

    In flat text, comments stand below a heading that counts them. A list of stories may have any name, below a heading
    of related links, and so may a label before a link to a story that the page links to once more. Hands off: what
    stands above the text, but teasers in elements of their own; elements around the title or half of the running text,
    but for what the outlet says of itself below some; stories and galleries that do not begin with a heading, as parts
    of an article may be called so, too.
    """
    for find in (next_articles, teasers, _called, _linked_again, discussions, events):
        document = document.replace(find(document))
    return document


def _called(document: Document) -> Iterator[Block]:
    """What stands in elements that are called none of the article."""
    if not document.paged:
        return
    title = document.title_number
    around = {tag.number for tag in document.blocks[title].tags} if title is not None else set()
    share: Counter[int] = Counter()
    for n in document.prose:
        share.update({tag.number: document.readings[n].size for tag in document.blocks[n].tags})
    most = _MOSTLY * max(share.values(), default=0)
    blocks, text = document.blocks, [n for n in document.prose if not document.blocks[n].linked]
    # What stands above the text heads it.
    first = min(document.prose, default=len(blocks))
    below = range(max(first, 0 if title is None else title) + 1, len(blocks))
    heads = {tag.number: n for n in reversed(below) for tag in blocks[n].tags}
    known: dict[int, str] = {}
    for block in (blocks[n] for n in below):
        # Most are labelled by now: the names around them need no look. A box's table goes with the box.
        for tag in () if block.role and block.cleaner != "tables" else block.tags:
            if tag.number not in known:
                start = heads[tag.number]
                outlet = bisect_left(text, start) >= _FEWEST_ABOVE and naming.OUTLET.search(tag.names)
                spared = tag.number in around or (share[tag.number] >= most and not outlet)
                known[tag.number] = "" if spared else _kind(document, tag, start, text)
            if known[tag.number]:
                yield block.remove(known[tag.number])
                break


def _linked_again(document: Document) -> Iterator[Block]:
    """The lines that are a label and a link's headline, which a link alone has elsewhere: "Read this too: …"."""
    links = [block for block in document.blocks if block.linked] if document.paged else []
    alone = {document.text(block).casefold() for block in links if block.markup and block.markup.link >= _ALL}
    for block in links:
        label, _, told = document.text(block).partition(":")
        again = told.strip().casefold() in alone and len(told.split()) >= _HEADLINE
        if again and not block.role and len(label.split()) <= _LABEL:
            yield block.remove("related")


def _kind(document: Document, tag: Tag, first: int, text: Sequence[int]) -> str:
    """The kind of what an element says it holds; `first`: its first block, `text`: the running text but for links."""
    head = document.blocks[first]
    for kind, called, headed in naming.ASIDES:
        if called.search(tag.names) and (not headed or _heads(document, head)):
            return kind
    if _heads_stories(document, tag, first, text):
        return "related"
    # What HTML calls an aside is a box of facts, if it has a heading.
    return "other" if tag.name == "aside" and _heads(document, head) else ""


def _heads_stories(document: Document, tag: Tag, first: int, text: Sequence[int]) -> bool:
    """Whether an element begins with a heading such as "More from the coast", and each text in it with a link.

    Most of the running text stands above it; lists of the article's own stand among its first paragraphs. An element
    with running text of its own is a paragraph with a box in it.
    """
    blocks, head = document.blocks, document.blocks[first]
    if head.kind != "related" or head.markup is None or not head.markup.heading or head.linked:
        return False
    ways = range(first - 1, -1, -1), range(first, len(blocks))
    held = [n for way in ways for n in takewhile(lambda n: tag in blocks[n].tags, way)]
    links = sum(blocks[n].linked for n in held)
    below, end = bisect_left(text, min(held)), bisect_left(text, max(held) + 1)
    if any(blocks[n].within(1) == (tag,) for n in text[below:end]):
        return False
    inside = end - below
    return 0 < inside <= links and links >= _FEWEST_LINKS and 2 * bisect_left(text, first) >= len(text) - inside


def _heads(document: Document, block: Block) -> bool:
    """Whether a block is a heading by its markup, or reads like one."""
    reading = document.read(block)
    heading = block.markup is not None and block.markup.heading > 0
    return heading or (reading.size <= _LONGEST_HEADING and not reading.ends_sentence)
