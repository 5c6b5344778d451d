"""Readers' comments below a heading: one that counts them, or, on any page, what names and times open."""

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
#: The name that a reader gives has no more words.
_NAME_WORDS = 4
#: What parts a counter from another.
_PARTED = re.compile(r"[,;|/•·]")
#: A name with a digit or a low line in it.
_ACCOUNT = re.compile(r"(?<![\w.-])(?:[^\W\d_]|[.-])*+[\d_][\w.-]*+")


def discussions(document: Document) -> Iterator[Block]:
    """Readers' comments below an article, removed."""
    yield from _counted(document)
    yield from _timed(document)


def _timed(document: Document) -> Iterator[Block]:
    """Comments below a heading: a line with who wrote one and at what time right below it, and all up to other clutter.

    Not below a heading above the text or in its midst, below which more of it stands than above; nor an entry of the
    article's, which no name opens.
    """
    blocks, readings, prose = document.blocks, document.readings, document.prose
    first = prose[_FEWEST - 1] if len(prose) >= _FEWEST else len(blocks)
    for n in range(first + 1, len(blocks) - 1):
        heads = blocks[n].kind == "comments" and "ends.comments" in readings[n].categories
        if not heads or not _opens_comment(document, n + 1):
            continue
        run = list(takewhile(lambda m: not (blocks[m].role or _is_heading(blocks[m])), range(n + 1, len(blocks))))
        above = sum(readings[m].size for m in prose if m < n)
        if len(run) > 1 and above > sum(readings[m].size for m in run):
            yield from (blocks[m].remove("comments") for m in run)
        return


def _is_heading(block: Block) -> bool:
    """Whether a block is a heading by its markup."""
    return block.markup is not None and block.markup.heading > 0


def _opens_comment(document: Document, number: int) -> bool:
    """Whether a line is a name of a few words, and behind it the time at which somebody of that name wrote."""
    reading = document.readings[number]
    stamp = next(iter(reading.stamps.stamps), None)
    named = stamp is not None and stamp.timed and stamp.start > 0 and not stamp.label
    return named and reading.stamps.rest[:1].isalpha() and len(reading.stamps.rest.split()) <= _NAME_WORDS


def _counted(document: Document) -> Iterator[Block]:
    """Readers' comments between a heading that counts them and the last line that invites more.

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
