"""Numbered lines that a model takes for what pages say: "100 years ago", "(c) 1998"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.document import LIKELY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Document, Scores

#: A heading is no longer.
_LONGEST = 40
#: Answers to choose from.
_SECOND, _THIRD = re.compile(r"\(?[bB]\)"), re.compile(r"\(?[cC]\)")


def numbered(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores; headings of a column of anniversaries and third answers are body where the lines beside them are.

    Args:
        document: the document.
        found: what is known of each of its blocks.
    """
    scores = list(found)
    for n in (*_anniversaries(document, found), *_thirds(document, found)):
        scores[n] = found[n]._replace(body=1.0)
    return scores


def _anniversaries(document: Document, found: list[Scores]) -> Iterator[int]:
    """What heads a line of the body with a number of years ago that no page is old: with "100", "10 years ago" does."""
    ago = [n for n, r in enumerate(document.readings) if r.digits and r.size <= _LONGEST and r.whole("dates.ago")]
    if any(document.readings[n].anniversary for n in ago):
        yield from (n for n in ago if n + 1 < len(found) and found[n + 1].body >= LIKELY)


def _thirds(document: Document, found: list[Scores]) -> Iterator[int]:
    """The answer "(c) 1998" where "(b) 1997" stands right above it: no copyright."""
    for n in range(1, len(found)):
        told = found[n - 1].body >= LIKELY and _THIRD.match(document.readings[n].text)
        if told and _SECOND.match(document.readings[n - 1].text):
            yield n
