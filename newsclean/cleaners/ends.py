"""Where the body ends: below links to other stories, on an HTML page; in a wire's last sentence, which it signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.document import LIKELY
from newsclean.language.agencies import is_agency
from newsclean.lexicon.characters import SENTENCE_STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document, Scores
    from newsclean.markup import Tag

#: So many paragraphs of the body are in one element; so many lines below them, and with such a score, it goes on.
_FEWEST, _NEAR, _PERHAPS = 3, 6, 0.3
_HARDLY, _HARDLY_SAID = 0.15, 0.1
_DIGITS = re.compile(r"\d+")
#: "The fleet sails tomorrow. (Editing by Ana Silva)"
_CREDITED = re.compile(rf"[{SENTENCE_STOPS}]\S?\s?[(（\[【]\s?([^()（）\[\]【】]{{2,60}})[)）\]】]\.?\Z")
#: "The fleet sails tomorrow. EFE"
_SIGNED = re.compile(rf"[{SENTENCE_STOPS}]\S?\s[(\[]?([^\W\d][^.()\[\]]{{1,24}})[)\]]?\.?\Z")


def right_below(document: Document, found: list[Scores]) -> Iterator[int]:
    """The running text below the last line of the body that stands in the very element that it stands in.

    Of sentences right below it, one after the other, less is asked; of what somebody says also what the element is
    called may differ. In a short article all of the body stands there.
    """
    blocks = document.blocks
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    if not body or sum(likes(blocks[n], blocks[body[-1]]) for n in body) < min(_FEWEST, len(body)):
        return
    last = end = body[-1]
    for n in range(last + 1, min(last + _NEAR, len(blocks))):
        reading, score = document.readings[n], found[n].body
        told = (reading.prose and score >= _PERHAPS) or (n == end + 1 and reading.ends_sentence and score >= _HARDLY)
        if (told and likes(blocks[n], blocks[last])) or (
            n == end + 1 and score >= _HARDLY_SAID and _beside(blocks[n], blocks[last]) and reading.tells_who_said
        ):
            end = n
            yield n


def signed_below(document: Document, found: list[Scores]) -> Iterator[int]:
    """The line right below the last line of the body, where it is a sentence with an agency or a credit behind it."""
    below = 1 + max((n for n, one in enumerate(found) if one.body >= LIKELY), default=len(found))
    text = document.readings[below].text if below < len(found) else ""
    signed, credited = _SIGNED.search(text), _CREDITED.search(text)
    if (signed and is_agency(signed[1])) or (
        credited and document.reader.read(credited[1]).starts("credits.openings") > 1
    ):
        yield below


def likes(block: Block, other: Block) -> bool:
    """Whether two blocks are in elements of one kind in the same element, or in two of one kind in the same."""
    ours, theirs = (next(iter(one.within(1)), None) for one in (block, other))
    if ours is None or theirs is None or not _alike(ours, theirs) or ours.parent is None or theirs.parent is None:
        return False
    return ours.parent is theirs.parent or (
        _alike(ours.parent, theirs.parent) and ours.parent.parent is theirs.parent.parent is not None
    )


def _beside(block: Block, other: Block) -> bool:
    """Whether a block stands in an element right beside another's, or in one within it."""
    around = next((tag.parent for tag in other.within(1)), None)
    return around is not None and any(tag.parent is around for tag in block.within(2))


def _alike(ours: Tag, theirs: Tag) -> bool:
    """Whether elements have the same names; some sites number those of each paragraph."""
    return ours.name == theirs.name and (
        ours.names == theirs.names or _DIGITS.sub("", ours.names) == _DIGITS.sub("", theirs.names)
    )
