"""How much less, or more, likely lines are the article's for what other pages of the site tell of them."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from newsclean._lazy import lazy
from newsclean.sites.counts import Counts
from newsclean.sites.story import KINDS, log_odds, odds_of, rows

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
#: What is told of each line; each has a weight, for HTML pages and for flat text. The first is always 1.
NAMES = (
    "one", "odds", "words", "near",
    *(f"{kind}.{name}" for kind in KINDS for name in ("stories", "share", "everywhere", "odds", "body")),
)  # fmt: skip


@frozen(slots=False)
class Evidence:
    """Moves the content model's scores by what is known of the site: a cleaner.

    A line that stands in two other stories or more, or opens or closes as lines of three others do, becomes less likely
    the article's by how many have it and by what it was taken for there. It is not struck: what few have and the model
    is sure of stays, and so does what has another role than body.

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
        """Move the scores."""
        lines = rows(document)
        number, told = self.counts.told(lines)
        # What others have tells of clutter alone: that much more is body for it would be too bold.
        shifts = np.minimum(features(lines, number, told) @ weights(paged=document.paged), 0)
        known = speaking(told)
        pairs = zip(document.blocks, shifts.tolist(), known.tolist(), strict=True)
        return document.with_labels([_moved(block, shift) if known else block for block, shift, known in pairs])


def speaking(told: dict[str, Told]) -> NDArray[np.bool_]:
    """Which lines other stories tell anything of."""
    return np.asarray(np.any([told[kind].stories >= least for kind, least in LEAST.items()], axis=0))


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


def _moved(block: Block, shift: float) -> Block:
    """A block whose log odds to be body are other ones."""
    scores = block.scores
    if block.role or scores is None:
        return block
    odds = float(np.exp(log_odds(scores.body) + shift))
    return block.scored(scores._replace(body=odds / (1 + odds)))
