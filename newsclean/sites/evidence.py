"""How much less, or more, likely lines are the article's for what other pages of the site tell of them."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from newsclean._lazy import lazy
from newsclean.block import BODY
from newsclean.sites.counts import Counts, most
from newsclean.sites.story import KINDS, odds_of, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from newsclean.document import Block, Document
    from newsclean.sites.counts import Told
    from newsclean.sites.story import Lines, Story

    Figures = NDArray[np.float64]

#: In so many other stories a line, an opening or a closing has to stand before it tells anything.
LEAST = {"line": 2, "opening": 3, "closing": 3}
#: What stands in so large a share of the other stories stands everywhere.
EVERYWHERE = 0.8
#: The score from which on the model is sure, and the words from which on a line without a full stop is like a sentence.
_SURE, _LONG = 0.9, 12
#: In so many other stories, and such a share of them, no line stands that the model only leans to take for body.
_MANY, _LARGE = 5, 0.2
#: In so many other stories lines stand that none has in its body, and so many of them in a row.
_SEVERAL, _ROW = 3, 3
#: What is told of each line; each has a weight, for HTML pages and for flat text. The first is always 1.
NAMES = (
    "one", "odds", "words", "near",
    *(f"{kind}.{name}" for kind in KINDS for name in ("stories", "share", "everywhere", "odds", "body")),
)  # fmt: skip


@frozen(slots=False)
class Evidence:
    """Removes from the body what other pages of the site tell that it is clutter: a cleaner, the last of all.

    A line that stands in two other stories or more, or opens or closes as lines of three others do, becomes less likely
    the article's by how many have it and by what it was taken for there. It goes where that makes it likelier clutter.
    As it runs last, nothing else of the article depends on what goes.

    Lines in a row that several others have, and none of them in its body, go whatever the model says of this page.

    Hands off: what others tell nothing of, and what has another role than body; a sentence that opens or closes as
    others do, and goes on differently; what the model is sure of, or took for body in most stories that have it, unless
    most of all stories have it, word for word.

    Args:
        stories: what is kept of the site's pages.
    """

    stories: Sequence[Story]
    name: str = "site"

    @lazy
    def counts(self) -> Counts:
        """The stories, counted."""
        return Counts(self.stories)

    def __call__(self, document: Document) -> Document:
        """Remove it."""
        lines = rows(document)
        number, told = self.counts.told(lines)
        shifts = features(lines, number, told) @ weights(paged=document.paged)
        # What others have tells of clutter alone, so that it never keeps a line either.
        goes = doubtful(document, number, told) & (shifts < 0) & (odds_of(lines) + shifts < 0)
        goes |= _in_body(document) & shunned(told["line"])
        return document.replace(_removed(document.blocks[n]) for n in np.flatnonzero(goes))


def doubtful(document: Document, number: int, told: dict[str, Told]) -> NDArray[np.bool_]:
    """Which lines of a body may go by what a number of other stories tell."""
    sure = np.array([(block.score or 0) >= _SURE for block in document.blocks], bool)
    sentence = np.array([one.prose or one.ends_sentence or len(one.words) >= _LONG for one in document.readings], bool)
    line, opening, closing = (told[kind].stories >= LEAST[kind] for kind in KINDS)
    stories = told["line"].stories
    sure |= line & (told["line"].body > 1 / 2) & (stories < np.maximum(_MANY, _LARGE * number))
    # One line alone that stands on many pages may be this article's title.
    opening, closing = opening & _varied(told["opening"]), closing & _varied(told["closing"])
    alone = line | ((opening | closing) & ~sentence)
    return np.asarray(_in_body(document) & ((alone & ~sure) | most(stories, number)))


def _varied(edge: Told) -> NDArray[np.bool_]:
    return np.asarray(edge.different > _SEVERAL)


def features(lines: Lines, number: int, told: dict[str, Told]) -> Figures:
    """What is told of each line, a row for each, `NAMES` by column."""
    around = np.concatenate([[0.0], told["line"].stories / max(number, 1), [0.0]])
    near = (around[:-2] + around[2:]) / 2
    columns = [np.ones(len(lines)), odds_of(lines), np.log2(1.0 + lines["size"]), near]
    for kind in KINDS:
        one = told[kind]
        there = one.stories >= LEAST[kind]
        share = one.stories / max(number, 1)
        found = (np.log2(1 + one.stories), share, share >= EVERYWHERE, one.odds, one.body)
        columns += [np.where(there, column, 0.0) for column in found]
    return np.stack(columns, axis=1)


@cache
def weights(*, paged: bool) -> Figures:
    """What each of `NAMES` adds to a line's log odds, as `benchmarks.sites` learned it."""
    found = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    return np.array([found["page" if paged else "flat"].get(name, 0.0) for name in NAMES])


def _in_body(document: Document) -> NDArray[np.bool_]:
    return np.array([block.role in BODY and block.scores is not None for block in document.blocks], bool)


def shunned(line: Told) -> NDArray[np.bool_]:
    """Which lines stand in a row of those that several stories have, and none of them in its body.

    On one page of many the model may be sure of a whole list of them. Single ones may be what other pages tell of this
    very article.
    """
    found = (line.stories >= _SEVERAL) & (line.body == 0) & (line.odds < 0)
    changes = np.flatnonzero(np.diff(found.astype(np.int8), prepend=0, append=0))
    for start, end in changes.reshape(-1, 2):
        found[start:end] = end - start >= _ROW
    return np.asarray(found)


def _removed(block: Block) -> Block:
    return block.remove(block.scores.kind if block.scores else "other")
