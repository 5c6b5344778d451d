"""What can be told of one block by reading it: words, sentences, lexicon hits."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean._lazy import lazy
from newsclean.language import clutter, dates, timestamps
from newsclean.lexicon.words import NUMBER, spans, words

if TYPE_CHECKING:
    from newsclean.language.timestamps import Stamps
    from newsclean.lexicon import Hit, Lexicon

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
_DIGIT = re.compile(r"\d")
_CLOSERS = "\"'”’»›“„)]}」』】）〉》＂ *_"
_ENDS = frozenset(".!?…。！？؟।॥۔።‥｡")
_FULL_STOPS = frozenset(".。।۔:：;,，、")
_INNER_END = re.compile(r"[^\W\d_]{2}[.!?…؟।][\"'”’»)]*\s+[^\W\d_a-z]|[。！？]")

#: Blocks are looked up no further than this: clutter says what it is early.
_LOOKED_AT = 600
#: A row of buttons or a menu has no more words than this.
_LONGEST_ROW = 60
_COVERED = 0.7
_LONGEST_GLUED, _SHORTEST_GLUED = 6, 14
_PROMPT = 30
_JOINED = re.compile(
    r"^[^&+,|/>]{1,99}(?:\s[&+]\s|\sand\s|\s[yeiu]\s|\sund\s|\set\s|\sen\s|\sog\s|\soch\s|\sve\s|\sи\s)[^&+,|/>]{1,99}$"
)
_JOINED_WORDS = 3
_ITEM = re.compile(r"(?:[•‣◦▪●○·]|[*–—+-]\s|\d{1,3}[.)]\s)\s*\S")
_QUOTED = re.compile(r"[\"“”«»„「」]")
_PROSE = 80
_LONG = 90
_LONG_CRY = 150
_BESIDE_DATES = 6
_CRIES = frozenset("!?！？؟")
_LEAST_HEADLINE = 8
_LONGEST_HEADLINE = 240
_PLACES = frozenset({"whole", "openings", "signs", "words", "truncated"})
_WHOLE = frozenset({"whole", "names"})


class Reading:
    """A block's text and what follows from it, worked out when asked for."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self._lexicon = lexicon

    @lazy
    def words(self) -> tuple[str, ...]:
        """The folded words of the block's beginning."""
        return words(self.text[:_LOOKED_AT])

    @lazy
    def spans(self) -> list[tuple[int, int]]:
        """Where in the text each of `words` stands."""
        return list(spans(self.text[:_LOOKED_AT]))

    @lazy
    def hits(self) -> tuple[Hit, ...]:
        """Everything the lexicon finds in the block."""
        return self._lexicon.find(self.words)

    @lazy
    def categories(self) -> frozenset[str]:
        """The categories of all hits: a quick test before a close look."""
        return frozenset(hit.category for hit in self.hits)

    @lazy
    def digits(self) -> bool:
        """Whether there is a digit in the block."""
        return bool(_DIGIT.search(self.text))

    @lazy
    def stamps(self) -> Stamps:
        """The time stamps in the block, where it is short enough to be a line of them."""
        return timestamps.read_stamps(self, self._lexicon)

    @lazy
    def dated(self) -> bool:
        """Whether there is a full date in the block."""
        return self.digits and bool(dates.find(self.text[:_LOOKED_AT], self._lexicon))

    @lazy
    def size(self) -> int:
        """Length in characters of an alphabet; an ideograph counts for three."""
        return len(self.text) if self.text.isascii() else len(self.text) + 2 * len(_WIDE.findall(self.text))

    @lazy
    def ends_sentence(self) -> bool:
        """Whether the block ends as a sentence does."""
        bare = self.text[-40:].rstrip(_CLOSERS)
        return bool(bare) and bare[-1] in _ENDS

    @lazy
    def prose(self) -> bool:
        """Whether the block reads like running text: long, in sentences."""
        if self.size < _PROSE or self._dates_article:
            return False
        if self.size >= _LONG and _INNER_END.search(self.text):
            return True
        # A headline may ask or exclaim.
        stopped = self.ends_sentence and self.text.rstrip(_CLOSERS)[-1:] not in _CRIES
        return stopped or self.text[-1:] in ":：" or (self.ends_sentence and self.size >= _LONG_CRY)

    @property
    def _dates_article(self) -> bool:
        """Whether dates open the block, and hardly a word follows but how long reading takes."""
        stamps, rest = self.stamps
        return bool(stamps) and stamps[0].start == 0 and len(rest.split()) <= _BESIDE_DATES

    @lazy
    def headline(self) -> bool:
        """Whether the block could be a headline: words, not too many, no full stop."""
        if not _LEAST_HEADLINE <= self.size <= _LONGEST_HEADLINE:
            return False
        bare = self.text.rstrip(_CLOSERS)
        return bare[-1:] not in _FULL_STOPS or bare.endswith(("...", "…"))

    @lazy
    def marked(self) -> dict[str, int]:
        """The words that speak for a kind of clutter, by kind: a bit for each."""
        marked: dict[str, int] = {}
        for start, end, _, kind, place in self.hits:
            if place in _PLACES:
                marked[kind] = marked.get(kind, 0) | (1 << end) - (1 << start)
        return marked

    @lazy
    def cover(self) -> dict[str, int]:
        """Words covered, by kind, where whole phrases fill the block; else empty.

        The phrases may stand alone, in a row, or glued together; numbers and
        function words between them are let pass.
        """
        count = len(self.words)
        by_start: dict[int, list[Hit]] = {}
        for hit in self.hits:
            if hit.place in _WHOLE:
                by_start.setdefault(hit.start, []).append(hit)
        if count > _LONGEST_ROW:
            return {}
        if not by_start:
            return self._glued
        covered, taken = self._best_row(by_start)
        if not taken:
            return self._glued
        if covered < _COVERED * (count - self.words.count(NUMBER)):
            return {}
        kinds: dict[str, int] = {}
        spans_taken = {(hit.start, hit.end) for hit in taken}
        # Phrases that several kinds know count for all of them.
        for hit in self.hits:
            if hit.place in _WHOLE and (hit.start, hit.end) in spans_taken:
                kinds[hit.kind] = kinds.get(hit.kind, 0) + hit.end - hit.start
        return kinds

    def _best_row(self, by_start: dict[int, list[Hit]]) -> tuple[int, tuple[Hit, ...]]:
        """The row of phrases from first word to last that covers most words, with fewest phrases."""
        count = len(self.words)
        passing = [word == NUMBER or word in self._lexicon.function_words for word in self.words]
        paths: dict[int, tuple[int, int, tuple[Hit, ...]]] = {0: (0, 0, ())}
        for at in range(count):
            if at not in paths:
                continue
            covered, steps, taken = paths[at]
            for hit in by_start.get(at, ()):
                new = (covered + hit.end - at, steps - 1)
                if hit.end not in paths or paths[hit.end][:2] < new:
                    paths[hit.end] = (*new, (*taken, hit))
            if passing[at] and (at + 1 not in paths or paths[at + 1][:2] < (covered, steps)):
                paths[at + 1] = (covered, steps, taken)
        covered, _, taken = paths.get(count, (0, 0, ()))
        return covered, taken

    @property
    def _glued(self) -> dict[str, int]:
        """Words covered where names of buttons are glued without capitals."""
        if len(self.words) > _LONGEST_GLUED or self.size > _LONGEST_HEADLINE:
            return {}
        solid = "".join(self.words)
        return {"share": len(self.words)} if len(solid) >= _SHORTEST_GLUED and self._lexicon.is_glued(solid) else {}

    @lazy
    def asks_to_pay(self) -> bool:
        """Whether the block is a paywall's prompt, not just a button such as "Subscribe"."""
        return bool(self.categories & {"paywall.signs", "paywall.truncated"}) or (
            self.size >= _PROMPT and bool(self.categories & {"paywall.whole", "paywall.openings"})
        )

    @lazy
    def _content_places(self) -> int:
        """A bit for each word that is no function word and no number."""
        function_words = self._lexicon.function_words
        return sum(1 << n for n, word in enumerate(self.words) if word not in function_words and word != NUMBER)

    def evidence(self, kind: str) -> float:
        """The share of the block's content words that speak for a kind of clutter."""
        marked = self.marked.get(kind)
        if not marked or not self._content_places:
            return 0.0
        return (marked & self._content_places).bit_count() / self._content_places.bit_count()

    @lazy
    def clutter(self) -> str:
        """The kind of clutter that the block's own words say it is, or `""`."""
        return clutter.judge(self)

    @lazy
    def names_section(self) -> bool:
        """Whether the block is one section's name, which may be two joined: "Science & Environment"."""
        if self.whole("sections.names"):
            return True
        return (
            len(self.content) <= _JOINED_WORDS and self.cover.keys() == {"sections"} and bool(_JOINED.search(self.text))
        )

    @property
    def labels_metadata(self) -> bool:
        """Whether the block opens as a list of tags, a byline or a date does."""
        return clutter.labels_metadata(self)

    @lazy
    def quotes(self) -> bool:
        """Whether there are quotation marks in the block."""
        return bool(_QUOTED.search(self.text))

    @lazy
    def item(self) -> bool:
        """Whether the block opens as an item of a list does: with a bullet, or with a number."""
        return bool(_ITEM.match(self.text))

    @lazy
    def weak(self) -> bool:
        """Whether `clutter` needs other clutter on the page to be believed."""
        return bool(self.clutter) and clutter.is_weak(self)

    @lazy
    def content(self) -> frozenset[str]:
        """The words that carry meaning: no function words, no numbers."""
        return frozenset(self.words) - self._lexicon.function_words - {NUMBER}

    @lazy
    def stems(self) -> frozenset[str]:
        """The content words' beginnings, which inflection leaves alone."""
        alphabetic = {word[:5] for word in self.content if word < "\u2e80"}
        # Two ideographs or syllables in a row are about a word.
        pairs = {a + b for a, b in pairwise(self.words) if a >= "\u2e80" <= b}
        return frozenset(alphabetic | pairs)

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

    def ends_before(self, number: int) -> bool:
        """Whether a sentence ends before the last `number` words."""
        return self.text[: self.spans[-number][0]].rstrip()[-1:] in _ENDS
