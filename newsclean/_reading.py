"""What can be told of one block by reading it: words, sentences, lexicon hits."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.lexicon import Hit, Lexicon

_COMBINING = "\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e4e"
_ASCII_WORD = re.compile(r"\{\{[^{}]*\}\}|\d+(?:[.,:]\d+)*|[^\W_\d]+")
_WORD = re.compile(
    rf"©|\{{\{{[^{{}}]*\}}\}}|\d+(?:[.,:]\d+)*|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_\d\u2e80-\u9fff\uac00-\ud7af](?:[^\W_\d\u2e80-\u9fff\uac00-\ud7af]|[{_COMBINING}])*"
)
_STRIPPED = {code: None for code in (*range(0x300, 0x370), *range(0x64B, 0x653), 0x640, 0x670)}
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
_DIGIT = re.compile(r"\d")
_CLOSERS = "\"'”’»›“„)]}」』】）〉》＂ *_"
_ENDS = frozenset(".!?…。！？؟।॥۔።‥｡")
_INNER_END = re.compile(r"[.!?…؟।][\"'”’»)]*\s+[^\W\d_a-z]|[。！？]")

#: Blocks are looked up no further than this: clutter says what it is early.
LOOKED_AT = 600
NUMBER = "0"


def words(text: str) -> list[str]:
    """The words of a text as the lexicon knows them.

    Case-folded, compatibility forms and accents dropped, numbers as "0";
    words glued in camel case come apart; ideographs, kana and Hangul syllables
    are words each, as their writers space words freely or not at all.
    """
    found: list[str] = []
    for word in (_ASCII_WORD if text.isascii() else _WORD).findall(text):
        found += _folded(word)
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        start = match.start()
        parts = _camel(match[0]) if len(_folded(match[0])) > 1 else ((0, len(match[0])),)
        yield from ((start + a, start + b) for a, b in parts)


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> tuple[str, ...]:
    """A word as the lexicon knows it, or the words glued together in it."""
    if word[0].isdigit() or word[0] == "{":
        return (NUMBER,)
    if word.islower() or word.istitle() or word.isupper():
        return (fold(word),)
    return tuple(fold(word[start:end]) for start, end in _camel(word))


def _camel(word: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(word)):
        if word[at - 1].islower() and word[at].isupper():
            yield start, at
            start = at
    yield start, len(word)


def fold(word: str) -> str:
    """A word without case, accents and compatibility forms."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word).casefold().translate(_STRIPPED)
    return unicodedata.normalize("NFC", decomposed)


def read(text: str, lexicon: Lexicon) -> Reading:
    """A text's reading; the same text is read once, as pages repeat their lines."""
    return _read(text, lexicon) if len(text) <= _REMEMBERED else Reading(text, lexicon)


@lru_cache(maxsize=1 << 12)
def _read(text: str, lexicon: Lexicon) -> Reading:
    return Reading(text, lexicon)


class Reading:
    """A block's text and what follows from it, worked out when asked for."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self._lexicon = lexicon

    @cached_property
    def words(self) -> list[str]:
        """The folded words of the block's beginning."""
        return words(self.text[:LOOKED_AT])

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where in the text each of `words` stands."""
        return list(_spans(self.text[:LOOKED_AT]))

    @cached_property
    def hits(self) -> list[Hit]:
        """Everything the lexicon finds in the block."""
        return self._lexicon.find(self.words)

    @cached_property
    def categories(self) -> frozenset[str]:
        """The categories of all hits: a quick test before a close look."""
        return frozenset(hit.category for hit in self.hits)

    @cached_property
    def digits(self) -> bool:
        """Whether there is a digit in the block."""
        return bool(_DIGIT.search(self.text))

    @cached_property
    def size(self) -> int:
        """Length in characters of an alphabet; an ideograph counts for three."""
        return len(self.text) if self.text.isascii() else len(self.text) + 2 * len(_WIDE.findall(self.text))

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the block ends as a sentence does."""
        bare = self.text[-40:].rstrip(_CLOSERS)
        return bool(bare) and bare[-1] in _ENDS

    @cached_property
    def prose(self) -> bool:
        """Whether the block reads like running text: long, in sentences."""
        if self.size < _PROSE:
            return False
        return self.ends_sentence or self.text[-1:] in ":：" or (self.size >= _LONG and bool(_INNER_END.search(self.text)))

    @cached_property
    def headline(self) -> bool:
        """Whether the block could be a headline: words, not too many, no full stop."""
        if not _LEAST_HEADLINE <= self.size <= _LONGEST_HEADLINE:
            return False
        bare = self.text.rstrip(_CLOSERS)
        return bare[-1:] not in _FULL_STOPS or bare.endswith(("...", "…"))

    @cached_property
    def cover(self) -> dict[str, int]:
        """Words covered, by kind, where whole phrases fill the block; else empty.

        The phrases may stand alone, in a row, or glued together; numbers and
        function words between them are let pass.
        """
        count = len(self.words)
        if count > _LONGEST_ROW or not any(c.endswith((".whole", "sections.names")) for c in self.categories):
            return {}
        by_start: dict[int, list[Hit]] = {}
        for hit in sorted(self.hits, key=_rank):
            if hit.category.endswith(".whole") or hit.category == "sections.names":
                by_start.setdefault(hit.start, []).append(hit)
        # Best path to each word: words covered, then fewest phrases.
        paths: dict[int, tuple[int, int, dict[str, int]]] = {0: (0, 0, {})}
        for at in range(count):
            if at not in paths:
                continue
            covered, steps, kinds = paths[at]
            for hit in by_start.get(at, ()):
                length = hit.end - at
                kind = hit.category.partition(".")[0]
                new = (covered + length, steps - 1, {**kinds, kind: kinds.get(kind, 0) + length})
                if hit.end not in paths or paths[hit.end][:2] < new[:2]:
                    paths[hit.end] = new
            if self.words[at] == NUMBER or self.words[at] in self._lexicon.function_words:
                new = (covered, steps, kinds)
                if at + 1 not in paths or paths[at + 1][:2] < new[:2]:
                    paths[at + 1] = new
        if count not in paths or not paths[count][0]:
            return {}
        passed = sum(1 for word in self.words if word == NUMBER)
        return paths[count][2] if paths[count][0] >= _COVERED * (count - passed) else {}

    @cached_property
    def asks_to_pay(self) -> bool:
        """Whether the block is a paywall's prompt, not just a button such as "Subscribe"."""
        return bool(self.categories & {"paywall.signs", "paywall.truncated"}) or (
            len(self.words) >= _PROMPT_WORDS and bool(self.categories & {"paywall.whole", "paywall.openings"})
        )

    def evidence(self, kind: str) -> float:
        """The share of the block's content words that speak for a kind of clutter."""
        categories = {f"{kind}.{place}" for place in ("whole", "openings", "signs", "words", "truncated")}
        if not categories & self.categories:
            return 0.0
        marked: set[int] = set()
        for hit in self.hits:
            if hit.category in categories:
                marked.update(range(hit.start, hit.end))
        content = [n for n, word in enumerate(self.words) if word not in self._lexicon.function_words and word != NUMBER]
        return sum(1 for n in content if n in marked) / len(content) if content else 0.0

    @cached_property
    def clutter(self) -> str:
        """The kind of clutter that the block's own words say it is, or `""`.

        It is clutter when phrases of one kind fill it, when it is short and
        opens with one, when it speaks to the reader of a web page, or when
        its vocabulary is that of a kind. Running text must show far more.
        """
        kinds = {category.partition(".")[0] for category in self.categories} & _KINDS
        if self._credits_picture:
            kinds -= {"legal"}
        if not kinds:
            return ""
        ordered = sorted(kinds, key=_ORDER.index)
        best = max(ordered, key=self.evidence)
        cover = kinds & self.cover.keys()
        if self._labels_metadata:
            return ""
        if self._menu:
            return "navigation"
        if cover and not self.prose:
            return max((kind for kind in ordered if kind in cover), key=lambda kind: (self.evidence(kind), self.cover[kind]))
        openings = [
            h
            for h in self.hits
            if h.start == 0
            and (table := h.category.partition("."))[0] in kinds
            and (
                (table[2] == "openings" and (h.end > 1 or self._set_off(h)))
                or (table[2] == "whole" and table[0] in _INTRODUCING and self._set_off(h))
            )
        ]
        if openings and not self.prose and self.size <= _SHORT:
            opened = max(openings, key=lambda hit: hit.end).category.partition(".")[0]
            return opened if self.evidence(opened) + _CLEARLY >= self.evidence(best) else best
        signs = {
            (h.start, h.end) for h in self.hits if h.category in {f"{best}.signs", f"{best}.truncated"} and h.end - h.start > 1
        }
        evidence = self.evidence(best)
        if self.prose and evidence >= _CALL_EVIDENCE and self._calls(best):
            told = True
        elif self.prose:
            told = evidence >= _PROSE_EVIDENCE and (len(signs) + bool(openings)) >= 1 and not _QUOTED.search(self.text)
        else:
            told = bool(signs) or (evidence >= _VOCABULARY and len(self.content) >= _ENOUGH_WORDS)
        return best if told else ""

    @property
    def _menu(self) -> bool:
        """Whether the block is a row of sections' names, or a trail of them."""
        if self.whole("sections.names") or self.prose:
            return False
        if self.cover and ("sections" in self.cover or _TRAIL.search(self.text)):
            return True
        names = [hit for hit in self.hits if hit.category in {"sections.names", "navigation.whole"}]
        named = {n for hit in names for n in range(hit.start, hit.end)}
        return (
            "sections.names" in self.categories
            and len(named) >= max(_MENU, _VOCABULARY * len(self.words))
            and not any(mark in self.text for mark in ".,;:!?" if not self.text.isupper())
        )

    def _calls(self, kind: str) -> bool:
        """Whether running text ends in a call of its own: "… each morning. Sign up here." """
        last = self.stops(f"{kind}.whole")
        if last < 2 or last >= len(self.words) or _QUOTED.search(self.text):  # noqa: PLR2004
            return False
        return self.text[: self.spans[-last][0]].rstrip()[-1:] in _ENDS

    def _set_off(self, hit: Hit) -> bool:
        """Whether a mark parts a phrase from what follows it."""
        return self.text[self.spans[hit.end - 1][1] :].lstrip()[:1] in _MARKS

    @property
    def _labels_metadata(self) -> bool:
        """Whether the block opens as a list of tags, a byline or a date does, and goes on."""
        return any(
            h.start == 0 and h.end < len(self.words) and h.category in _METADATA and self._set_off(h) for h in self.hits
        )

    @property
    def _credits_picture(self) -> bool:
        """Whether a copyright sign stands for a photographer, not for the site."""
        return bool(self.categories & {"captions.credits", "datelines.agencies"}) and NUMBER not in self.words

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that carry meaning: no function words, no numbers."""
        return frozenset(self.words) - self._lexicon.function_words - {NUMBER}

    @cached_property
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


#: A row of buttons or a menu has no more words than this.
_LONGEST_ROW = 60
_COVERED = 0.7
#: The kinds a block's words can tell; of two that fit equally well, the first.
_ORDER = ("label", "paywall", "comments", "related", "newsletter", "share", "advert", "cookie", "legal", "navigation", "icon")
_KINDS = frozenset(_ORDER)
_QUOTED = re.compile(r"[\"“”«»„「」]")
_MARKS = frozenset(":：|>»›-–—・]】")
_MENU = 3
_TRAIL = re.compile(r"\S\s*[>›»→]\s*\S")
#: Kinds whose headings may stand on the line of what they introduce.
_INTRODUCING = frozenset({"related", "advert", "newsletter", "paywall"})
_METADATA = frozenset({"tags.labels", "dates.published", "dates.modified", "bylines.openings", "captions.credits"})
_SHORT = 180
_PROSE_EVIDENCE = 0.4
_CALL_EVIDENCE = 0.2
_VOCABULARY = 0.6
_ENOUGH_WORDS = 3
_PROMPT_WORDS = 4
_CLEARLY = 0.2
_PROSE = 80
_LONG = 90
#: Longer texts are not kept in memory for a second reading.
_REMEMBERED = 1500
_LEAST_HEADLINE = 8
_LONGEST_HEADLINE = 240
_FULL_STOPS = frozenset(".。।۔:：;,，、")


def _rank(hit: Hit) -> int:
    kind = hit.category.partition(".")[0]
    return _ORDER.index(kind) if kind in _KINDS else len(_ORDER)
