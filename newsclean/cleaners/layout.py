"""Where on the page things stand: head, body and tail, by what is known so far."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: Roles that stand between head and body.
CREDITS = frozenset({"byline", "published", "modified"})
LONGEST_DECK = 420
#: Elements that hold a picture and what is said of it.
PICTURED = frozenset({"figure", "figcaption"})
_FIRM = 400
#: What holds as many paragraphs of the article is its element.
_FEWEST = 2


def set_aside(block: Block) -> bool:
    """Whether the content model removed a block at once: surely none of the article's, and far from its body."""
    return block.cleaner == "content" and block.role == "removed"


def date_label(document: Document, number: int) -> str:
    """What the first date of a block is, `published` or `modified`, by its label or by one on the line above."""
    stamps = document.readings[number].stamps.stamps
    if not stamps or stamps[0].label or not number:
        return stamps[0].label if stamps else ""
    above = document.readings[number - 1]
    return next((name for name in ("published", "modified") if above.whole(f"dates.{name}")), "")


def body_start(document: Document) -> int:
    """The index at which the body begins: the first running text after the title."""
    title = document.title_number
    after = -1 if title is None else title
    found = [n for n in document.prose if n > after]
    if len(found) > 1 and title is not None and _parted(document, found[0], found[1]):
        return found[1]
    return found[0] if found else len(document.blocks)


def _parted(document: Document, first: int, second: int) -> bool:
    """Whether byline or date stand below a piece of running text: then it is a deck."""
    between = document.blocks[first + 1 : second]
    return document.read(document.blocks[first]).size <= LONGEST_DECK and any(
        block.role in CREDITS or (not block.role and is_credit(document.read(block))) for block in between
    )


def is_credit(reading: Reading) -> bool:
    """Whether a line dates or signs the article."""
    dated = any(stamp.label != "event" for stamp in reading.stamps.stamps)
    return not reading.prose and bool(dated or reading.starts("bylines.openings"))


def body_end(document: Document) -> int:
    """The index after the last block of running text."""
    return document.prose[-1] + 1 if document.prose else 0


def firm_start(document: Document) -> int:
    """The index at which running text has surely begun.

    A single sentence above may be a caption; two pieces of running text in a
    row, or a long one, are the body.
    """
    last = None
    for n in document.prose:
        reading = document.readings[n]
        if not reading.prose:
            # A model may take a caption for body, too.
            continue
        if reading.size >= _FIRM or last == n - 1:
            return n if last != n - 1 else n - 1
        last = n
    return len(document.blocks)


def around_text(document: Document, prose: Iterable[int]) -> set[int]:
    """The numbers of an HTML page's elements that hold paragraphs of the article right in them, several each."""
    found = Counter(tag.number for n in prose for tag in document.blocks[n].within(2))
    return {number for number, count in found.items() if count >= _FEWEST}
