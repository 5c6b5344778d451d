"""The same title in other languages: which line, or which half of a line, is in the body's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean.cleaners.title_lines import possible
from newsclean.language import detect
from newsclean.lexicon import Lexicon, languages
from newsclean.lexicon.case import cased, small
from newsclean.lexicon.characters import DASHES
from newsclean.lexicon.words import NUMBER, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language import Detector

#: So many undecided lines from the title stands the same in another language, and in so many words at least.
_NEAR, _FEWEST_WORDS = 3, 4
#: Halves of a line with fewer letters tell of no language, and names in a script without capitals have fewer than so
#: many.
_SHORTEST_LATIN, _SHORTEST, _NO_NAME = 12, 4, 10
_SHARED_LINE = re.compile(rf"\s(?:[|/•·]|//|[{DASHES}])\s")
#: Languages that no line of plain Latin letters is in.
_OTHER_SCRIPTS = frozenset({"ar", "bg", "el", "fa", "he", "hi", "ja", "ko", "ru", "th", "uk", "zh"})
#: Names around a single letter, which is a word of many languages: "Marden v Oldcastle Town".
_NAMES = re.compile(r"(?:[^\W\d_a-z]\S{0,40} ){1,6}[a-z](?: [^\W\d_a-z]\S{0,40}){1,6}(?: \([^()]{1,20}\))?")
_ADDRESS = re.compile(r"https?://|www\.|\w\.[a-z]{2,4}\b")


@frozen
class OtherLanguages:
    """Labels a title and its likes in other languages.

    Args:
        document: the text, with its language.
        detector: what names a line's language.
    """

    document: Document
    detector: Detector

    def on_one_line(self, title: Block) -> list[Block]:
        """The two halves of a line with the title in two languages, of which one is the text's; else none."""
        document = self.document
        text = document.text(title)
        for match in _SHARED_LINE.finditer(text):
            halves = (text[: match.start()], text[match.end() :])
            if any(len(half) < (_SHORTEST_LATIN if half.isascii() else _SHORTEST) for half in halves):
                continue
            found = [self.language_of(half) for half in halves]
            others = [pair for pair in zip(halves, found, strict=True) if pair[1] != document.language]
            if len(others) == 1 and _is_headline(*others[0]):
                parts = (document.part(title, 0, match.end()), document.part(title, match.end()))
                return [
                    part.label("title", half)
                    if language == document.language
                    else part.label("alternate_title", (half, language))
                    for part, half, language in zip(parts, halves, found, strict=True)
                ]
        return []

    def labels(self, number: int) -> Iterator[Block]:
        """The title and what stands near it in another language; that in the text's language is the title."""
        document, title = self.document, self.document.blocks[number]
        if document.language is None:
            yield title.label("title")
            return
        language = self.language_of(document.text(title))
        near = ((n, self.language_of(document.text(document.blocks[n]))) for n in self._near(number))
        others = [(n, other) for n, other in near if other != language]
        if language != document.language:
            # The other must be like a title to the model, or stand right beside it.
            own = (n for n, other in others if other == document.language)
            swap = next((n for n in own if self._beside(n, number) or document.blocks[n].judged_title), None)
            if swap is not None:
                yield document.blocks[swap].label("title")
                yield title.label("alternate_title", language)
                return
        yield title.label("title")
        for n, other in others:
            if other != document.language:
                yield document.blocks[n].label("alternate_title", other)

    def _beside(self, one: int, other: int) -> bool:
        """Whether nothing but dates, which go, stands between two lines."""
        between = self.document.readings[min(one, other) + 1 : max(one, other)]
        return all(reading.stamps.pure for reading in between)

    def _near(self, number: int) -> Iterator[int]:
        """The lines above and below the title that may be titles, as far as the running text.

        Where the title opens with a capital, so do its likes: what does not may be an entry of a dictionary.
        """
        blocks = self.document.blocks
        capital = self.document.text(blocks[number])[:1].isupper()
        for way in (range(number - 1, -1, -1), range(number + 1, len(blocks))):
            undecided = 0
            for n in way:
                undecided += not blocks[n].role
                if not blocks[n].role:
                    if possible(self.document, n) and not (capital and small(self.document.readings[n].text[0])):
                        found = self.document.readings[n].words
                        if len(found) - found.count(NUMBER) >= _FEWEST_WORDS:
                            yield n
                    elif self.document.readings[n].prose:
                        break
                if undecided >= _NEAR:
                    break

    def language_of(self, text: str) -> str | None:
        """The language of a headline; the text's unless there is good reason.

        Names mislead detectors, so another language must also show in the
        function words, where its function words are known. An address is in no
        language, whatever its parts are words of.
        """
        own = self.document.language
        found = None if _ADDRESS.search(text) else detect(text, self.detector)
        # Headlines without kana are common in Japanese.
        if _NAMES.fullmatch(text) or found in {None, own} or (own == "ja" and found == "zh"):
            return own
        if own in _OTHER_SCRIPTS and text.isascii():
            return found
        return found if _shows(text, found, own) else own


def _is_headline(text: str, language: str | None) -> bool:
    """Whether half of a line is a headline in another language, and no name: teams and people have any language's."""
    if cased(text):
        return len(words(text)) >= _FEWEST_WORDS and bool(_function_words(text, language))
    return len(text) >= _NO_NAME


def _shows(text: str, found: str | None, own: str | None) -> bool:
    """Whether a line's function words are those of a language rather than of the text's own."""
    here, there = _function_words(text, own), _function_words(text, found)
    if there is None:
        # Few words are easily taken for a language that nothing is known of.
        return False
    if here is None:
        # Nothing speaks for the text's own language: then something must for the other.
        return there > 0
    # Letters that are not ASCII tell of a language, a © does not.
    marked = any(c.isalpha() and not c.isascii() for c in text)
    return there > here or (there == here == 0 and marked)


def _function_words(text: str, language: str | None) -> int | None:
    if language not in languages():
        return None
    own = Lexicon.only(language).function_words
    return sum(1 for word in words(text) if word in own)
