"""Readers' comments in flat text: what stands below a heading that counts them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean.lexicon.words import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document

#: So many paragraphs of the article stand above its comments.
_FEWEST = 2
#: What parts a counter from another.
_PARTED = re.compile(r"[,;|/•·]")
#: A name with a digit or a low line in it.
_ACCOUNT = re.compile(r"(?<![\w.-])(?:[^\W\d_]|[.-])*+[\d_][\w.-]*+")


def discussions(document: Document) -> Iterator[Block]:
    """Readers' comments between a heading that counts them and the last line that invites more, removed.

    Not a counter above the text or in its midst, below which the text goes on; several counters, as lists of
    stories have them; what other clutter parts from the heading; comments that nothing answers; what would be more than
    the text above. On HTML pages their elements tell.
    """
    if document.paged or "comments" not in {block.kind for block in document.blocks}:
        return
    blocks, readings = document.blocks, document.readings
    # Above a second paragraph no comment stands.
    first = document.prose[_FEWEST - 1] if len(document.prose) >= _FEWEST else len(blocks)
    for n in range(first + 1, len(blocks)):
        if blocks[n].kind != "comments" or not _counts(document, n):
            continue
        near = list(takewhile(lambda m: blocks[m].kind == "comments" or not blocks[m].role, range(n + 1, len(blocks))))
        last = max((m for m in near if blocks[m].kind == "comments"), default=n)
        below = [m for m in range(n + 1, last) if not blocks[m].role]
        sizes = (sum(readings[m].size for m in part) for part in ((m for m in document.prose if m < n), below))
        # Lists of stories count those of each.
        alone = not any(blocks[m].kind == "comments" and _counts(document, m) for m in near)
        if alone and below and next(sizes) > next(sizes) and _shows(document, below):
            yield from (blocks[m].remove("comments") for m in below)
        return


def _counts(document: Document, number: int) -> bool:
    """Whether a line is nothing but a word for comments and how many there are: "Comments (3)"."""
    reading = document.readings[number]
    told = reading.words.count(NUMBER) == 1 and "ends.comments" in reading.categories
    return told and reading.cover.keys() == {"comments"} and not _PARTED.search(reading.text)


def _shows(document: Document, below: Sequence[int]) -> bool:
    """Whether lines are comments: the first names an account, or something between them answers one."""
    blocks, first = document.blocks, document.readings[below[0]]
    if _ACCOUNT.fullmatch(first.text) and any(map(str.isalpha, first.text)):
        return True
    # The end of an article, below a counter in its midst, has no answers.
    return any(blocks[n].kind == "comments" for n in range(below[0], below[-1]))
