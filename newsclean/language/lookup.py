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
#: So many characters of a longer block mostly tell what it opens with.
_HEAD = 90
_DIGIT = re.compile(r"\d")


class LookedUp:
    """A block's text, its words, and the phrases in it, worked out when asked for."""

    #: All hits, once anybody has asked for them.
    _hits: tuple[Hit, ...] | None = None

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
        self._hits = self._lexicon.find(self.words)
        return self._hits

    @lazy
    def opening(self) -> tuple[Hit, ...]:
        """What the lexicon finds at the block's start, for which its other words need no look."""
        if self._hits is not None:
            return tuple([hit for hit in self._hits if not hit.start])
        head = self.text[:_HEAD]
        # A template variable may hold spaces.
        if len(self.text) > 2 * _HEAD and "{" not in head:
            first = words(head[: head.rfind(" ") + 1])
            found, looked = self._lexicon.opening(first)
            if looked <= len(first):
                return found
        return self._lexicon.opening(self.words)[0]

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
        return self._starts.get(category, 0)

    @lazy
    def _starts(self) -> dict[str, int]:
        """The categories of the hits at the block's start, and how many words the longest of each covers."""
        longest: dict[str, int] = {}
        for hit in self.opening:
            longest[hit.category] = max(hit.end, longest.get(hit.category, 0))
        return longest

    def stops(self, category: str) -> int:
        """How many words a hit of the category covers at the block's end."""
        count = len(self.words)
        if category not in self.categories:
            return 0
        return max((count - hit.start for hit in self.hits if hit.end == count and hit.category == category), default=0)

    def whole(self, *categories: str) -> bool:
        """Whether the block is nothing but one phrase of the categories."""
        starts = self._starts
        # Most lines open with no phrase at all.
        return bool(starts) and any(starts.get(category) == len(self.words) for category in categories)

    def after(self, number: int) -> str:
        """The text behind the first `number` words, or behind none of them."""
        return self.text[self.spans[number - 1][1] :].lstrip() if number else self.text
