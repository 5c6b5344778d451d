"""A line's words, and what the lexicon finds in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean._lazy import lazy
from newsclean.lexicon.words import spans, words

if TYPE_CHECKING:
    from newsclean.lexicon import Hit, Lexicon

#: Blocks are looked up no further than this: clutter says what it is early.
LOOKED_AT = 600
_DIGIT = re.compile(r"\d")


class LookedUp:
    """A block's text, its words, and the phrases in it, worked out when asked for."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self._lexicon = lexicon

    @lazy
    def words(self) -> tuple[str, ...]:
        """The folded words of the block's beginning."""
        return words(self.text[:LOOKED_AT])

    @lazy
    def spans(self) -> list[tuple[int, int]]:
        """Where in the text each of `words` stands."""
        return list(spans(self.text[:LOOKED_AT]))

    @lazy
    def hits(self) -> tuple[Hit, ...]:
        """Everything the lexicon finds in the block."""
        return self._lexicon.find(self.words)

    @lazy
    def categories(self) -> frozenset[str]:
        """The categories of all hits: a quick test before a close look."""
        return self._lexicon.one(frozenset(hit.category for hit in self.hits))

    @lazy
    def digits(self) -> bool:
        """Whether there is a digit in the block."""
        return bool(_DIGIT.search(self.text))

    def starts(self, category: str) -> int:
        """How many words a hit of the category covers at the block's start."""
        if category not in self.categories:
            return 0
        return max((hit.end for hit in self.hits if hit.start == 0 and hit.category == category), default=0)

    def stops(self, category: str) -> int:
        """How many words a hit of the category covers at the block's end."""
        count = len(self.words)
        if category not in self.categories:
            return 0
        return max((count - hit.start for hit in self.hits if hit.end == count and hit.category == category), default=0)

    def whole(self, *categories: str) -> bool:
        """Whether the block is nothing but one phrase of the categories."""
        count = len(self.words)
        return any(h.start == 0 and h.end == count and h.category in categories for h in self.hits)

    def after(self, number: int) -> str:
        """The text behind the first `number` words, or behind none of them."""
        return self.text[self.spans[number - 1][1] :].lstrip() if number else self.text
