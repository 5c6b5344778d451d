"""What can be told of one line by reading it alone."""

from __future__ import annotations

import re
from itertools import pairwise

from newsclean._lazy import lazy
from newsclean.language import clutter
from newsclean.language.evidence import LONGEST_HEADLINE, Evidence
from newsclean.lexicon.characters import (
    BULLETS,
    CLOSERS,
    COLONS,
    FIRST_WIDE,
    FULL_STOPS,
    SPACED_BULLETS,
    WIDE_COMMAS,
)

_FULL_STOPS = frozenset(f"{FULL_STOPS}{COLONS};,{WIDE_COMMAS}")
_ITEM = re.compile(rf"(?:[{BULLETS}]|[{SPACED_BULLETS}]\s|\d{{1,3}}[.)]\s)\s*\S")
_PROMPT = 30
_LEAST_HEADLINE = 8


class Reading(Evidence):
    """A block's text and what follows from it, worked out when asked for."""

    @lazy
    def headline(self) -> bool:
        """Whether the block could be a headline: words, not too many, no full stop."""
        if not _LEAST_HEADLINE <= self.size <= LONGEST_HEADLINE:
            return False
        bare = self.text.rstrip(CLOSERS)
        return bare[-1:] not in _FULL_STOPS or bare.endswith(("...", "…"))

    @lazy
    def asks_to_pay(self) -> bool:
        """Whether the block is a paywall's prompt, not just a button such as "Subscribe"."""
        return bool(self.categories & {"paywall.signs", "paywall.truncated"}) or (
            self.size >= _PROMPT and bool(self.categories & {"paywall.whole", "paywall.openings"})
        )

    @lazy
    def clutter(self) -> str:
        """The kind of clutter that the block's own words say it is, or `""`."""
        return clutter.judge(self)

    @lazy
    def weak(self) -> bool:
        """Whether `clutter` needs other clutter on the page to be believed."""
        return bool(self.clutter) and clutter.is_weak(self, self.clutter)

    @lazy
    def cited(self) -> bool:
        """Whether the block is what clutter says, in somebody's words: "Start your free trial, says the gym."."""
        return clutter.is_cited(self)

    @property
    def labels_metadata(self) -> bool:
        """Whether the block opens as a list of tags, a byline or a date does."""
        return clutter.labels_metadata(self)

    @lazy
    def item(self) -> bool:
        """Whether the block opens as an item of a list does: with a bullet, or with a number."""
        return bool(_ITEM.match(self.text))

    @lazy
    def stems(self) -> frozenset[str]:
        """The content words' beginnings, which inflection leaves alone."""
        alphabetic = {word[:5] for word in self.content if word < FIRST_WIDE}
        # Two ideographs or syllables in a row are about a word.
        pairs = {a + b for a, b in pairwise(self.words) if a >= FIRST_WIDE <= b}
        return frozenset(alphabetic | pairs)
