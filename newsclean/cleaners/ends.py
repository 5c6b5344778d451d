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

#: So many paragraphs of the body are in one element; so many lines below them, and with such a score, it goes on.
_FEWEST, _NEAR, _PERHAPS = 3, 6, 0.3
_HARDLY = 0.15
#: "The fleet sails tomorrow. (Editing by Ana Silva)"
_CREDITED = re.compile(rf"[{SENTENCE_STOPS}]\S?\s?[(（\[【]\s?([^()（）\[\]【】]{{2,60}})[)）\]】]\.?\Z")
#: "The fleet sails tomorrow. EFE"
_SIGNED = re.compile(rf"[{SENTENCE_STOPS}]\S?\s[(\[]?([^\W\d][^.()\[\]]{{1,24}})[)\]]?\.?\Z")


def right_below(document: Document, found: list[Scores]) -> Iterator[int]:
    """The running text below the last line of the body that stands in the very element that it stands in.

    Of sentences right below it, less is asked.
    """
    blocks = document.blocks
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    if not body or sum(alike(blocks[n], blocks[body[-1]]) for n in body) < _FEWEST:
        return
    last = body[-1]
    for n in range(last + 1, min(last + _NEAR, len(blocks))):
        reading, score = document.readings[n], found[n].body
        told = (reading.prose and score >= _PERHAPS) or (n == last + 1 and reading.ends_sentence and score >= _HARDLY)
        if told and alike(blocks[n], blocks[last]):
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


def alike(block: Block, other: Block) -> bool:
    """Whether two blocks are in elements of one kind in the same element."""
    for ours, theirs in zip(block.within(1), other.within(1), strict=False):
        alike = (ours.name, ours.names) == (theirs.name, theirs.names)
        return alike and ours.parent is not None and ours.parent is theirs.parent
    return False
