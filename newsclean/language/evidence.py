"""What speaks for a line being running text, clutter or a section's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean._lazy import lazy
from newsclean.language import dates, timestamps, weekdays
from newsclean.language.lookup import LOOKED_AT, LookedUp
from newsclean.lexicon.characters import (
    CLOSERS,
    CLOSING_QUOTES,
    COLONS,
    COMMAS,
    CRIES,
    DASHES,
    DOUBLE_QUOTES,
    FIRST_WIDE,
    SENTENCE_STOPS,
    SPACED_STOPS,
    UNSPACED_STOPS,
    WIDE,
)
from newsclean.lexicon.words import NUMBER, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.language.timestamps import Stamps
    from newsclean.lexicon import Hit

_WIDE = re.compile(rf"[{WIDE}\uac00-\ud7ff\uf900-\ufaff]")
_ENDS = frozenset(SENTENCE_STOPS)
_ARMENIAN = re.compile("[\u0531-\u058f]")
_INNER_END = re.compile(rf"[^\W\d_]{{2}}[{SPACED_STOPS}][{CLOSING_QUOTES})]*\s+[^\W\d_a-z]|[{UNSPACED_STOPS}]")
#: A row of buttons or a menu has no more words than this.
_LONGEST_ROW = 60
_COVERED = 0.7
_LONGEST_GLUED, _SHORTEST_GLUED = 6, 14
_JOINED = re.compile(
    r"^[^&+,|/>]{1,99}(?:\s[&+]\s|\sand\s|\s[yeiu]\s|\sund\s|\set\s|\sen\s|\sog\s|\soch\s|\sve\s|\sи\s)[^&+,|/>]{1,99}$"
)
_JOINED_WORDS = 3
#: Behind what somebody said, or what was written somewhere.
_SAID = re.compile(rf"[{COMMAS}]\s?|\s[–—]\s|[{CRIES}][{CLOSING_QUOTES}]?\s(?=[^\W\d_A-ZÀ-Þ])")
#: It is no longer, in characters, and as many words behind it tell who said so; syllables count one each.
_LONGEST_SAID, _WHO, _WHO_IN_SYLLABLES = 100, 6, 16
_QUOTED = re.compile(f"[{DOUBLE_QUOTES}「」]")
_OPENERS, _SHUTTERS = f"{DOUBLE_QUOTES}'‘‚‹›「『", f"{DOUBLE_QUOTES}'’‘‹›」』"
#: Nothing but a quotation; and one with who said so behind it.
_QUOTATION = re.compile(rf"[{_OPENERS}].+[{_SHUTTERS}][{SENTENCE_STOPS}]?")
_SPOKEN = re.compile(
    rf"(?:[{DOUBLE_QUOTES}][^{DOUBLE_QUOTES}]+[{DOUBLE_QUOTES}]|['‘‚‹](?=\w)[^‘’‚‹›]{{1,200}}?(?<=\S)['’‘›]),?\s+(?:[{DASHES}]\s+)?\w"
    r"|[「『][^」』]+[」』]\w"
)
#: A hyphen marks items of lists.
_DASH = re.compile(r"[–—―]\s?\w")
_PROSE = 80
_LONG = 90
_LONG_CRY = 150
_LONGEST_ANSWER, _PARTS = 40, re.compile(rf"[{SENTENCE_STOPS}{COMMAS}–—]")
_BESIDE_DATES = 6
_CRIES = frozenset(CRIES)
#: Pages are younger than so many years.
_NUMBERS, _ANNIVERSARY = re.compile(r"\d{1,4}"), 25
LONGEST_HEADLINE = 240
_PLACES = frozenset({"whole", "openings", "signs", "words", "truncated"})
_WHOLE = frozenset({"whole", "names"})


class Evidence(LookedUp):
    """What can be counted and seen in a block without a verdict on it."""

    @lazy
    def stamps(self) -> Stamps:
        """The time stamps in the block, where it is short enough to be a line of them."""
        return timestamps.read_stamps(self, self._lexicon)

    @lazy
    def dated(self) -> bool:
        """Whether there is a full date in the block."""
        return self.digits and bool(dates.find(self.text[:LOOKED_AT], self._lexicon))

    @lazy
    def names_day(self) -> bool:
        """Whether the block is nothing but days of the week, and perhaps their dates: "Saturday 17"."""
        return weekdays.names_day(self, self._lexicon)

    @lazy
    def size(self) -> int:
        """Length in characters of an alphabet; an ideograph counts for three."""
        return len(self.text) if self.text.isascii() else len(self.text) + 2 * len(_WIDE.findall(self.text))

    @lazy
    def ends_sentence(self) -> bool:
        """Whether the block ends as a sentence does; Armenian's full stop is often typed as a colon."""
        bare = self.text[-40:].rstrip(CLOSERS)
        if bare[-1:] == ":" and self.size >= _LONG:
            return bool(_ARMENIAN.match(bare[:-1].rstrip(CLOSERS)[-1:]))
        return bool(bare) and bare[-1] in _ENDS

    @property
    def states(self) -> bool:
        """Whether the block ends as a sentence that neither asks nor exclaims, as a headline or a call may."""
        return self.ends_sentence and self.text.rstrip(CLOSERS)[-1:] not in _CRIES

    @property
    def quotation(self) -> bool:
        """Whether the block is nothing but what stands in quotation marks."""
        return self.text[:1] in _OPENERS and bool(_QUOTATION.fullmatch(self.text))

    @property
    def quoted(self) -> bool:
        """Whether the block is a sentence that is a quotation, or opens with one and goes on with who said so."""
        return self.ends_sentence and (self.quotation or bool(_SPOKEN.match(self.text)))

    @property
    def answer(self) -> bool:
        """Whether the block is a sentence of a word or a few that answer something: "Not now.", "Yes, yes."."""
        if len(self.text) > _LONGEST_ANSWER or not (self.words and self.ends_sentence):
            return False
        answers = self._lexicon.answers
        return self.words in answers or all(part in answers for part in map(words, _PARTS.split(self.text)) if part)

    @lazy
    def spoken(self) -> bool:
        """Whether the block is what somebody says, of which menus have nothing.

        It stands in quotation marks, with or without who says so, or is a sentence behind a dash, or an answer.
        """
        return self.quotation or self.answer or self.quoted or (self.ends_sentence and bool(_DASH.match(self.text)))

    @lazy
    def prose(self) -> bool:
        """Whether the block reads like running text: long, in sentences."""
        if self.size < _PROSE or self._dates_article:
            return False
        if self.size >= _LONG and _INNER_END.search(self.text):
            return True
        return self.states or self.text[-1:] in COLONS or (self.ends_sentence and self.size >= _LONG_CRY)

    @property
    def _dates_article(self) -> bool:
        """Whether dates open the block, and hardly a word follows but how long reading takes."""
        stamps, rest = self.stamps
        return bool(stamps) and stamps[0].start == 0 and len(rest.split()) <= _BESIDE_DATES

    @lazy
    def marked(self) -> dict[str, int]:
        """The words that speak for a kind of clutter, by kind: a bit for each."""
        marked: dict[str, int] = {}
        for start, end, _, kind, place, _ in self.hits:
            if place in _PLACES:
                marked[kind] = marked.get(kind, 0) | (1 << end) - (1 << start)
        return marked

    @lazy
    def cover(self) -> dict[str, int]:
        """Words covered, by kind, where whole phrases fill the block; else empty.

        The phrases may stand alone, in a row, or glued together; numbers and
        function words between them are let pass.
        """
        if len(self.words) > _LONGEST_ROW:
            return {}
        taken, filled = self._row([hit for hit in self.hits if hit.place in _WHOLE])
        if not taken:
            return self._glued
        if not filled:
            return {}
        kinds: dict[str, int] = {}
        spans_taken = {(hit.start, hit.end) for hit in taken}
        # Phrases that several kinds know count for all of them.
        for hit in self.hits:
            if hit.place in _WHOLE and (hit.start, hit.end) in spans_taken:
                kinds[hit.kind] = kinds.get(hit.kind, 0) + hit.end - hit.start
        return kinds

    @lazy
    def left_open(self) -> bool:
        """Whether only phrases whose last words are left open fill the block: "Sponsored by …"."""
        if not self.cover or not any(hit.open for hit in self.hits):
            return False
        return not self._row([hit for hit in self.hits if hit.place in _WHOLE and not hit.open])[1]

    def _row(self, hits: Iterable[Hit]) -> tuple[tuple[Hit, ...], bool]:
        """The row of phrases from first word to last that covers most words, and whether that is enough of them."""
        by_start: dict[int, list[Hit]] = {}
        for hit in hits:
            by_start.setdefault(hit.start, []).append(hit)
        if not by_start:
            return (), False
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
        return taken, covered >= _COVERED * (count - self.words.count(NUMBER))

    @property
    def _glued(self) -> dict[str, int]:
        """Words covered where names of buttons are glued without capitals."""
        if len(self.words) > _LONGEST_GLUED or self.size > LONGEST_HEADLINE:
            return {}
        solid = "".join(self.words)
        return {"share": len(self.words)} if len(solid) >= _SHORTEST_GLUED and self._lexicon.is_glued(solid) else {}

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
    def names_section(self) -> bool:
        """Whether the block is one section's name, which may be two joined: "Science & Environment"."""
        if self.whole("sections.names"):
            return True
        return (
            self.cover.keys() == {"sections"} and len(self.content) <= _JOINED_WORDS and bool(_JOINED.search(self.text))
        )

    @lazy
    def quotes(self) -> bool:
        """Whether there are quotation marks in the block."""
        return bool(_QUOTED.search(self.text))

    @lazy
    def tells_who_said(self) -> bool:
        """Whether the block is a sentence that opens with somebody's words: "Join now, the posters said, …"."""
        if not self.ends_sentence or _SPOKEN.match(self.text):
            return self.ends_sentence
        for parted in _SAID.finditer(self.text, 0, _LONGEST_SAID):
            behind = words(self.text[parted.end() : parted.end() + _LONGEST_SAID])
            count = _WHO_IN_SYLLABLES if behind[:1] and behind[0] >= FIRST_WIDE else _WHO
            told = f" {' '.join(behind[:count])} "
            if any(said in told for said in self._lexicon.said):
                return True
        return False

    @property
    def anniversary(self) -> bool:
        """Whether the block is nothing but a number of years ago that no stamp of a page gives: "100 years ago"."""
        return self.whole("dates.ago") and max(map(int, _NUMBERS.findall(self.text)), default=0) >= _ANNIVERSARY

    @lazy
    def content(self) -> frozenset[str]:
        """The words that carry meaning: no function words, no numbers."""
        return frozenset(self.words) - self._lexicon.function_words - {NUMBER}

    def called(self, kind: str) -> int:
        """How many words at the end, behind a sentence, are a phrase of one kind of clutter, and no more; or 0."""
        number = self.stops(f"{kind}.whole")
        return number if 0 < number < len(self.words) and self.ends_before(number) else 0

    def ends_before(self, number: int) -> bool:
        """Whether a sentence ends before the last `number` words."""
        return self.text[: self.spans[-number][0]].rstrip()[-1:] in _ENDS
