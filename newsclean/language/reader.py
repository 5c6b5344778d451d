"""Reading lines in one language: its lexicon, and what was read before."""

from __future__ import annotations

from collections import defaultdict

from newsclean._lazy import lazy
from newsclean.language.line import Reading
from newsclean.lexicon import Lexicon

#: Longer lines hardly come back on other pages; and as many are kept, for each language.
_RECURRING, _KEPT = 80, 1 << 12

#: Short lines' readings, by lexicon, kept from page to page: those of a site share their menus.
recurring: defaultdict[Lexicon, dict[str, Reading]] = defaultdict(dict)


class Reader:
    """Reads lines in one language, each of them once.

    Args:
        language: its ISO 639-1 code; with `None`, whatever the language.
    """

    def __init__(self, language: str | None) -> None:
        self.language = language
        self._readings: dict[str, Reading] = {}

    @lazy
    def lexicon(self) -> Lexicon:
        """The words that count in this language."""
        return Lexicon.of(self.language)

    def read(self, text: str) -> Reading:
        """What can be told of a line, or of a part of one."""
        reading = self._readings.get(text)
        if reading is None:
            new = self._recurring(text) if len(text) <= _RECURRING else Reading(text, self.lexicon)
            reading = self._readings[text] = new
        return reading

    def _recurring(self, text: str) -> Reading:
        """What can be told of a short text, which other pages may have as well."""
        known = recurring[self.lexicon]
        if text not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[text] = Reading(text, self.lexicon)
        return known[text]
