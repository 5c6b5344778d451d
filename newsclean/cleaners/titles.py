"""The title, and the same title in other languages."""

from __future__ import annotations

import re
from collections import Counter
from itertools import dropwhile
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean.cleaners import layout
from newsclean.language import Detector, detect, eld_cld2
from newsclean.language.signatures import names
from newsclean.lexicon import Lexicon, languages
from newsclean.lexicon.characters import COLONS, DASHES, DOUBLE_QUOTES
from newsclean.lexicon.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_REACH = 60
_BODY_BLOCKS = 30
#: A title comes back in breadcrumbs and share links; a button comes back with every teaser.
_REPEATS = 3
_KICKER_WORDS = 2
_LONGEST_KICKER = 4
_DECK = 100
_NEAR = 3
_SHORT, _LONG = 20, 130
#: A caption above the title has one sentence.
_SENTENCE = 200
_TITLE_ABOVE_DECK = 0.5
_UNRELATED = 0.5
#: What a model scores as high is surely the title.
_SURE = 0.9
#: Hardly any titled article has no line that scores so much, of those without a title half; of few lines a model tells
#: too little.
_UNTITLED, _TELLING = 0.1, 8
#: What a model scores lower is no title where it scores something else higher; in few lines, so much for each of them.
_JUDGED, _JUDGED_LINE = 0.5, 0.1
#: The score from which on a line is the title, though what stands above it scores more.
_JUDGED_SO = 0.8
#: What scores less by this is less likely the title.
_AS_LIKELY = 0.1
#: The share of the highest score that another line needs to be weighed against it.
_BESIDE = 0.8
_SHARED_LINE = re.compile(rf"\s(?:[|/•·]|//|[{DASHES}])\s")
#: Languages that no line of plain Latin letters is in.
_OTHER_SCRIPTS = frozenset({"ar", "bg", "el", "fa", "he", "hi", "ja", "ko", "ru", "th", "uk", "zh"})
#: A breadcrumb: its steps and their words.
_TRAIL = re.compile(r"\s[>›»→/]\s")
_STEPS, _STEP_WORDS = 3, 4
#: "o" is a bullet of a list inside a list.
_ITEM = re.compile(r"[*•+‣◦▪]\s|o\s(?=[A-Z])|\d{1,2}\.\s")
#: A shorter line may be a part of the title by chance.
_TITLE_WORDS, _MOST_OF_IT, _MOST_IF_SHORT = 4, 0.4, 0.6
#: Where the site's name begins, behind the stop of a title that has one.
_SITE = re.compile(r"([^\w\s|·•]{0,9})(?:\s?[|·•]|\s[»–—-]\s)")
#: A headline may be a quotation, full stop and all.
_QUOTED = re.compile(rf"[{DOUBLE_QUOTES}「『‘'][^{DOUBLE_QUOTES}「」『』]+[“”«»\"」』’']")
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_ADDRESS = re.compile(r"https?://|www\.|\w\.[a-z]{2,4}\b")
_WORDS = re.compile(r"\w+")
_CASED = re.compile(r"[^\W\d_]")


def _headline(document: Document, number: int) -> bool:
    """Whether a block is a first-level heading in Markdown, and more than a site's name."""
    markup = document.blocks[number].markup
    return markup is not None and markup.heading == 1 and len(document.readings[number].words) > _KICKER_WORDS


@frozen
class Titles:
    """Finds the title among the short blocks above the body.

    The title shares words with the body, stands near it, and is no label,
    date, byline or menu; on a whole page the content model has a say. Where
    two headlines in different languages stand together, the one in the body's
    language is the title and the other an alternate title, also when a
    separator puts both on one line. A kicker or the site's name on the title's
    line goes where the page also gives the title without it.

    Args:
        detector: what names a text's language, see `newsclean.language`.
    """

    detector: Detector = eld_cld2
    name: str = "titles"

    def __call__(self, document: Document) -> Document:
        """Label the title and the alternate titles."""
        if layout.title_index(document) is not None:
            return document
        stated = document.metadata.get("title")
        if stated:
            return document.replace(self._stated(document, fold(stated)))
        sure = _beyond_doubt(document)
        best = self._best(document) if sure is None else sure
        if best is None:
            return document
        pair = self._shared_line(document, document.blocks[best])
        if pair:
            return document.replace(pair)
        alone = _alone(document, document.blocks[best])
        return document.replace(_unmarked(document, block) for block in alone or self._labels(document, best))

    def _stated(self, document: Document, title: str) -> Iterator[Block]:
        """The title that the page states, where its text has it: the heading, or a line that says the same."""
        start = next((n for n in document.prose if document.readings[n].prose), len(document.blocks))
        above = [block for block in document.blocks[:start] if block.markup and not block.role]
        texts = [fold(document.text(block)) for block in above]
        same = [block for block, text in zip(above, texts, strict=True) if text == title]
        # A heading may have its kicker in it, or be worded otherwise than the page's head.
        more = [block for block, text in zip(above, texts, strict=True) if title in text and _heading(block)]
        first = [block for block in above if _heading(block) == 1]
        # A notice in sentences may stand above it.
        below = [b for b in document.blocks[start:] if not b.role and b.markup and fold(document.text(b)) == title]
        shown = [block for block in same if _heading(block)] or same or more or first or below
        yield from (block.label("title") for block in shown[:1])

    def _best(self, document: Document) -> int | None:
        readings = document.readings
        prose = [
            n
            for n in document.prose
            if readings[n].prose or (readings[n].ends_sentence and not self._possible(document, n))
        ]
        prose = self._below_title(document, prose)
        prose = list(dropwhile(lambda n: self._long_headline(document, n), prose)) or prose
        first = prose[0] if prose else len(document.blocks)
        firm = min(layout.firm_start(document), len(document.blocks))
        body: set[str] = set()
        for n in prose[:_BODY_BLOCKS]:
            if n >= first:
                body |= document.read(document.blocks[n]).stems
        candidates = [n for n in range(max(0, first - _REACH), first) if self._possible(document, n)]
        if not candidates and firm > first and document.readings[first].size <= _SENTENCE:
            # A lone sentence above the title is a caption, if a label stands between.
            candidates = [
                n
                for n in range(first + 1, firm)
                if self._possible(document, n) and self._introduced(document, first, n)
            ]
            first = firm
        if not candidates:
            return None
        # On a whole page the content model has seen what titles look like, and where they stand.
        sections = _sections_above(document)
        candidates = [n for n in candidates if document.readings[n].text not in sections] or candidates
        judged = {n: _judged(document.blocks[n]) for n in candidates}
        scored = document.blocks[0].scores and len(document.blocks) >= _TELLING
        heads = any(_headline(document, n) for n in candidates)
        if scored and not heads and max(judged.values()) < _UNTITLED:
            return None
        least = max(_JUDGED, _BESIDE * max(judged.values()))
        candidates = [n for n in candidates if judged[n] >= least] or candidates
        shown = {n: document.text(document.blocks[n]) for n in candidates}
        # A breadcrumb may end in the title.
        candidates = [
            n
            for n, text in shown.items()
            if not any(text.endswith(other) and text != other for other in shown.values())
        ]
        headings = [n for n in candidates if _headline(document, n)]
        if len(headings) == 1:
            return headings[0]
        if candidates[:1] == [0] and not document.cluttered:
            # An article with nothing around it begins with its title.
            return 0
        texts = [_ITEM.sub("", reading.text) for reading in document.readings]
        scores = {n: self._score(document, n, first, body, texts) for n in candidates}
        best = max(candidates, key=lambda n: (scores[n], -n))
        # A deck says more of the body's words than the title above it.
        for n in range(best - 1, -1, -1):
            if n in scores and scores[n] >= _TITLE_ABOVE_DECK * scores[best] and self._above(document, n, best):
                return n
            if n in scores and scores[n] < _UNRELATED:
                break
        return best

    def _below_title(self, document: Document, prose: list[int]) -> list[int]:
        """The running text without the prompts above what a model surely holds for the title."""
        sure = next((n for n, block in enumerate(document.blocks) if _judged(block) >= _SURE), -1)
        below = [n for n in prose if n > sure]
        return below if len(below) > len(prose) / 2 else prose

    def _long_headline(self, document: Document, number: int) -> bool:
        """Whether what reads like running text is a headline with a stop in it, but none at its end.

        So is the first line of a paragraph that somebody broke; there the title stands above.
        """
        if not document.readings[number].headline:
            return False
        if document.blocks[number].scores:
            return _judged(document.blocks[number]) >= min(_JUDGED, _JUDGED_LINE * len(document.blocks))
        return not any(
            self._possible(document, n) and len(document.readings[n].words) > _LONGEST_KICKER
            for n in range(max(0, number - _REACH), number)
        )

    def _possible(self, document: Document, number: int) -> bool:
        block = document.blocks[number]
        if block.role:
            return False
        reading = document.read(block)
        if not _CASED.search(reading.text) or _ITEM.match(reading.text) or reading.stamps.mostly:
            return False
        parts = _TRAIL.split(reading.text)
        if len(parts) >= _STEPS and all(len(part.split()) <= _STEP_WORDS for part in parts):
            return False
        return (
            (reading.headline or bool(reading.size <= _LONG and _QUOTED.fullmatch(reading.text)))
            and not reading.whole("sections.names")
            and not _signs(document, reading)
            and not reading.starts("tags.labels")
            and "captions.credits" not in {h.category for h in reading.hits if h.start == 0}
        )

    def _above(self, document: Document, upper: int, lower: int) -> bool:
        """Whether two headlines in a row are title and deck, not kicker and title."""
        words = len(document.readings[upper].words)
        return words > _LONGEST_KICKER or (words > _KICKER_WORDS and document.readings[lower].size > _DECK)

    def _introduced(self, document: Document, above: int, number: int) -> bool:
        between = document.blocks[above + 1 : number]
        return any(b.role or document.read(b).cover for b in between)

    def _score(self, document: Document, number: int, first: int, body: set[str], texts: list[str]) -> float:
        reading = document.read(document.blocks[number])
        content = reading.stems
        overlap = len(content & body) / len(content) if content else 0.0
        between = sum(1 for b in document.blocks[number + 1 : first] if not b.role)
        score = 3.0 * overlap * min(1.0, len(content) / 4)
        score += min(len(reading.words), 6) / 6
        score -= 0.12 * between
        score -= 0.5 * (len(reading.words) <= _KICKER_WORDS and reading.size < _SHORT)
        score -= 0.7 * bool(reading.stamps.stamps)
        score -= 0.5 * (reading.size > _LONG) + 0.5 * (
            "datelines.agencies" in reading.categories and reading.size > _LONG
        )
        repeats = texts.count(reading.text)
        score += 0.4 * (1 < repeats <= _REPEATS) - (repeats > _REPEATS)
        following = document.blocks[number + 1 : number + 4]
        score += 0.4 * any(
            document.read(b).stamps.stamps or document.read(b).starts("bylines.openings") for b in following
        )
        return score

    def _labels(self, document: Document, best: int) -> Iterator[Block]:
        title = document.blocks[best]
        if document.language is None:
            yield title.label("title")
            return
        language = self._language(document, title)
        others = [
            (document.blocks[n], other)
            for n in self._neighbours(document, best)
            if (other := self._language(document, document.blocks[n])) != language
        ]
        if language != document.language:
            # The other must be like a title to the model, or stand right beside it.
            beside = document.blocks[max(0, best - 1) : best + 2]
            alike = [pair for pair in others if _judged(pair[0]) >= _JUDGED or pair[0] in beside]
            swap = next((pair for pair in alike if pair[1] == document.language), None)
            if swap:
                yield swap[0].label("title")
                yield title.label("alternate_title", language)
                return
        yield title.label("title")
        for block, other in others:
            if other != document.language:
                yield block.label("alternate_title", other)

    def _neighbours(self, document: Document, best: int) -> Iterator[int]:
        for step in (-1, 1):
            seen = 0
            n = best + step
            while 0 <= n < len(document.blocks) and seen < _NEAR:
                block = document.blocks[n]
                if not block.role:
                    seen += 1
                    if self._possible(document, n) and len(document.read(block).words) > _KICKER_WORDS + 1:
                        yield n
                    elif document.read(block).prose:
                        break
                n += step

    def _language(self, document: Document, block: Block) -> str | None:
        return self._language_of(document, document.text(block))

    def _language_of(self, document: Document, text: str) -> str | None:
        """The language of a headline; the body's unless there is good reason.

        Names mislead detectors, so another language must also show in the
        function words, where its function words are known.
        """
        # An address is in no language, whatever its parts are words of.
        language = None if _ADDRESS.search(text) else detect(text, self.detector)
        if document.language == "ja" and language == "zh":
            # Headlines without kana are common in Japanese.
            return document.language
        if language in {None, document.language}:
            return document.language
        if document.language in _OTHER_SCRIPTS and text.isascii():
            return language
        here = _function_words(text, document.language)
        there = _function_words(text, language)
        if there is None:
            # Few words are easily taken for a language that nothing is known of.
            return document.language
        if here is None:
            # Nothing speaks for the text's own language: then something must for the other.
            return language if there else document.language
        # Letters that are not ASCII tell of a language, a © does not.
        marked = any(c.isalpha() and not c.isascii() for c in text)
        return language if there > here or (there == here == 0 and marked) else document.language

    def _shared_line(self, document: Document, block: Block) -> list[Block] | None:
        text = document.text(block)
        for match in _SHARED_LINE.finditer(text):
            halves = (text[: match.start()], text[match.end() :])
            if any((len(half) < 12 and half.isascii()) or len(half) < 4 for half in halves):  # noqa: PLR2004
                continue
            languages = [self._language_of(document, half) for half in halves]
            if languages[0] != languages[1] and document.language in languages:
                parts = (document.part(block, 0, match.end()), document.part(block, match.end()))
                return [
                    part.label("title", half)
                    if lang == document.language
                    else part.label("alternate_title", (half, lang))
                    for part, half, lang in zip(parts, halves, languages, strict=True)
                ]
        return None


def _unmarked(document: Document, block: Block) -> Block:
    """A title without the mark of a heading, in a text that is no Markdown otherwise."""
    mark = _HASHES.match(document.text(block)) if block.role == "title" and not block.holes else None
    return block.label("title", document.text(block)[mark.end() :]) if mark else block


def _beyond_doubt(document: Document) -> int | None:
    """The line that a model surely holds for the title, and no other for as likely, whatever its words say it is.

    Above a deck stands what is likely its title.
    """
    judged = [_judged(block) for block in document.blocks]
    most = max(judged, default=0.0)
    if most < _SURE:
        return None
    likely = [n for n, score in enumerate(judged) if score >= most - _AS_LIKELY]
    said = {fold(document.text(document.blocks[n])) for n in likely}
    if len(said) > 1 or document.readings[likely[0]].text in _sections_above(document):
        return None
    above = likely[0] - 1
    titled = above >= 0 and judged[above] >= _JUDGED and len(document.readings[above].words) > _LONGEST_KICKER
    return above if titled and document.readings[likely[0]].size > _DECK else likely[0]


def _sections_above(document: Document) -> set[str]:
    """The few words right above what a model holds for the title that a menu has, too.

    What says more of the same things is a deck.
    """
    readings = document.readings
    above = [
        readings[n - 1].text
        for n, block in enumerate(document.blocks)
        if n and _judged(block) >= _JUDGED_SO and readings[n].headline and not readings[n].stamps.stamps
        and len(readings[n - 1].words) <= _LONGEST_KICKER < len(readings[n].words) - 1
        and readings[n].stems.isdisjoint(readings[n - 1].stems)
    ]  # fmt: skip
    texts = Counter(reading.text for reading in readings) if above else Counter()
    return {text for text in above if texts[text] > 1}


def _alone(document: Document, block: Block) -> list[Block]:
    """The title apart from a kicker or the site's name on its line, where the page also gives it without them."""
    at = _before_site(document, document.read(block))
    if at:
        return [document.part(block, 0, at).label("title"), document.part(block, at).remove("label")]
    text = document.text(block)
    for other in document.readings:
        inner = _ITEM.sub("", other.text)
        if len(inner) < _MOST_OF_IT * len(text) or not text.endswith(inner) or len(other.words) < _TITLE_WORDS:
            continue
        at = len(text) - len(inner)
        kicker = text[:at]
        # A kicker before a colon is the title's own.
        if kicker.endswith(" ") and kicker.rstrip()[-1:] not in COLONS:
            return [document.part(block, 0, at).remove("label"), document.part(block, at).label("title")]
    return []


def _before_site(document: Document, reading: Reading) -> int:
    """Where the site's name begins in a title, or 0: what stands before it is, or ends, a line of its own.

    What opens in quotation marks may go on behind them.
    """
    text = reading.text
    if not reading.spans or reading.spans[0][0] > 0:
        return 0
    for site in reversed(list(_SITE.finditer(text))):
        title = document.reader.read(text[: site.end(1)]).words
        most = _MOST_OF_IT if len(title) >= _TITLE_WORDS else _MOST_IF_SHORT
        if len(title) <= _KICKER_WORDS or site.end(1) < most * len(text):
            continue
        last = _WORDS.findall(text[: site.end(1)])[-1].casefold()
        others = (other for other in document.readings if last in other.text.casefold() and other.text != text)
        if any(other.words[-len(title) :] == title for other in others):
            return site.end(1)
    return 0


def _signs(document: Document, reading: Reading) -> bool:
    """Whether a line opens as a byline and names somebody: "From town to town" does not."""
    opening = reading.starts("bylines.openings")
    if not opening:
        return False
    signed = reading.after(opening)
    return bool(names(signed, document.reader)) or document.reader.read(signed).whole("bylines.roles", "bylines.nobody")


def _judged(block: Block) -> float:
    return block.scores.title if block.scores else 0.0


def _heading(block: Block) -> int:
    return block.markup.heading if block.markup else 0


def _function_words(text: str, language: str | None) -> int | None:
    if language not in languages():
        return None
    own = Lexicon.only(language).function_words
    return sum(1 for word in words(text) if word in own)
