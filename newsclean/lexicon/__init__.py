"""The words and phrases that give clutter and metadata away, by language.

One TOML file a language; `docs/languages.md` says what each list is for. All
languages are held in one table of beginnings, so a line is looked up in time
that depends on the line, not on how many phrases there are. Parsed files and
table are compiled when newsclean is built: see `compiled`.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any

from newsclean._lazy import lazy
from newsclean.lexicon import compiled
from newsclean.lexicon.beginnings import ANY_LANGUAGE, GAP, TABLE, Beginnings, entries, gathered, of_all_languages
from newsclean.lexicon.characters import FIRST_WIDE
from newsclean.lexicon.files import languages, load, parsed, phrases
from newsclean.lexicon.hits import Hit, Hits
from newsclean.lexicon.words import NUMBER, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = [
    "ANY_LANGUAGE", "Beginnings", "Hit", "Lexicon", "agencies", "gathered", "languages", "load", "parsed", "phrases",
    "pieces",
]  # fmt: skip

#: As many words as a gap, `*` in a phrase, may stand for; ideographs count one each.
_WILD_WORDS, _WILD_IDEOGRAPHS = 4, 12
_LONGEST_BUTTON = 26
#: So many sets of categories are kept, of a few hundred bytes each.
_KEPT = 1 << 10
#: What the agencies of all languages are compiled to, and, behind its code, each language's words of clutter.
_AGENCIES, _CLUTTER = "agencies", "clutter"


def pieces() -> dict[str, Any]:
    """What is compiled when newsclean is built, by name."""
    files = {language: parsed(language) for language in languages()}
    ends, gapped, endings = gathered(entries(files))
    clutter = {f"{language} {_CLUTTER}": _clutter_words(data) for language, data in files.items()}
    return {**files, TABLE: (ends, tuple(sorted(gapped)), endings), _AGENCIES: _agencies(files.values()), **clutter}


@cache
def agencies() -> frozenset[str]:
    """The names of the agencies that any language's file lists: reports cite those of other countries."""
    # Not from each file: a first dateline would load them all.
    return frozenset(compiled.piece(_AGENCIES) or _agencies(load(language) for language in languages()))


def _agencies(files: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({name for data in files for name in data["datelines"]["agencies"]}))


def _clutter_words(data: Mapping[str, Any]) -> tuple[str, ...]:
    lists = (phrases_of for by_place in data["clutter"].values() for phrases_of in by_place.values())
    return tuple(sorted({word for phrases_of in lists for phrase in phrases_of for word in words(phrase)}))


class Lexicon:
    """The lexicon as it applies to a document in one language.

    Args:
        active: the languages whose files count.
        table: the phrases, those of all files if not given.
        other: whether the document is known to be in none of them.
    """

    def __init__(self, active: frozenset[str], table: Beginnings | None = None, *, other: bool = False) -> None:
        self._languages = active
        self.other = other
        self._active = active | {ANY_LANGUAGE}
        self._known, self._gapped, self._endings = table or of_all_languages()
        self._hits: dict[tuple[int, bool], Hits] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    @staticmethod
    def of(language: str | None) -> Lexicon:
        """The lexicon for a language and English; all languages for `None`."""
        if language not in languages():
            return _lexicon(languages(), other=language is not None)
        return _lexicon(tuple(sorted({language, "en"})))

    @staticmethod
    def only(language: str) -> Lexicon:
        """The lexicon for one language alone."""
        return _lexicon((language,))

    def tables(self) -> Iterator[Mapping[str, Any]]:
        """The files of the active languages."""
        return (load(language) for language in sorted(self._languages))

    def find(self, tokens: Sequence[str]) -> tuple[Hit, ...]:
        """Every phrase in a list of words, shorter ones inside longer ones too."""
        hits: list[Hit] = []
        known, gapped = self._known, self._gapped
        for start, (token, following) in enumerate(zip_longest(tokens, tokens[1:], fillvalue="")):
            ending = known.get(token)
            if ending is None or token == NUMBER:
                continue
            # Common words begin many phrases; the next word rules out most.
            if f"{token} {following}" in known or following == NUMBER or token in gapped:
                self._follow(token, tokens, start, start + 1, hits)
            elif ending:
                hits += self._holding(ending)[start, start + 1]
        if NUMBER in known and NUMBER in tokens:
            for start, token in enumerate(tokens):
                if token == NUMBER:
                    self._follow(NUMBER, tokens, start, start + 1, hits)
        if GAP in known and tokens:
            self._fill(GAP, tokens, 0, 0, hits)
        return tuple(hits)

    def one(self, categories: frozenset[str]) -> frozenset[str]:
        """These categories, as one object for all lines that have the same."""
        if len(self._sets) >= _KEPT:
            self._sets.clear()
        return self._sets.setdefault(categories, categories)

    def opening(self, tokens: Sequence[str]) -> tuple[tuple[Hit, ...], int]:
        """Every phrase that a list of words begins with, and how many words it takes to find them: more may be needed.

        Args:
            tokens: the words, or only the first of them.
        """
        hits: list[Hit] = []
        looked = 1
        if tokens and tokens[0] in self._known:
            looked = self._follow(tokens[0], tokens, 0, 1, hits)
        if GAP in self._known and tokens:
            looked = max(looked, self._fill(GAP, tokens, 0, 0, hits))
        return tuple(hits), looked

    def _follow(self, beginning: str, tokens: Sequence[str], start: int, at: int, hits: list[Hit]) -> int:
        """Go on with a phrase as far as there is a longer one; how many words, of more than there are, that takes."""
        known = self._known
        passed = False
        looked = 0
        while True:
            ending = known[beginning]
            if ending and not passed:
                hits += self._holding(ending)[start, at]
            if beginning in self._gapped:
                looked = max(looked, self._fill(f"{beginning} {GAP}", tokens, start, at, hits))
            if at >= len(tokens):
                return max(looked, at + 1)
            longer = f"{beginning} {tokens[at]}"
            # A count or a template variable may stand anywhere in a phrase.
            passed = longer not in known
            if not passed:
                beginning = longer
            elif tokens[at] != NUMBER:
                return max(looked, at + 1)
            at += 1

    def _fill(self, beginning: str, tokens: Sequence[str], start: int, at: int, hits: list[Hit]) -> int:
        """Go on behind a gap, which a few words may fill; how many words, of more than there are, that takes."""
        known = self._known
        reach = _WILD_IDEOGRAPHS if at < len(tokens) and tokens[at] >= FIRST_WIDE else _WILD_WORDS
        ending = known[beginning]
        looked = at + reach + 1
        for stop in range(at + 1, min(at + reach, len(tokens)) + 1):
            if ending:
                hits += self._holding(ending, open_ended=True)[start, stop]
            if stop < len(tokens):
                longer = f"{beginning} {tokens[stop]}"
                if longer in known:
                    looked = max(looked, self._follow(longer, tokens, start, stop + 1, hits))
        return looked

    def _holding(self, ending: int, *, open_ended: bool = False) -> Hits:
        """The hits of a phrase's ending, for the categories that hold in the active languages."""
        found = self._hits.get((ending, open_ended))
        if found is None:
            categories = self._endings[ending]
            held = [category for category, holds in categories if not self._active.isdisjoint(holds.split())]
            found = self._hits[ending, open_ended] = Hits(held, open_ended=open_ended)
        return found

    @lazy
    def _buttons(self) -> frozenset[str]:
        """The share buttons' names, without spaces."""
        return frozenset(
            solid
            for table in self.tables()
            for phrase in table["clutter"]["share"]["whole"]
            if "*" not in phrase and "#" not in phrase and len(solid := "".join(words(phrase))) > 1
        )

    @lazy
    def _button_beginnings(self) -> frozenset[str]:
        return frozenset(name[:2] for name in self._buttons)

    def is_glued(self, solid: str) -> bool:
        """Whether a string without spaces is nothing but names of share buttons."""
        # Hardly any begins as one of them does.
        if solid[:2] not in self._button_beginnings:
            return False
        reached = {0}
        for at in range(len(solid)):
            if at in reached:
                reached.update(end for end in range(at + 2, at + _LONGEST_BUTTON) if solid[at:end] in self._buttons)
        return len(solid) in reached

    @lazy
    def joiners(self) -> frozenset[str]:
        """The words that stand between two authors' names, folded."""
        return frozenset(fold(word) for table in self.tables() for word in table["bylines"]["joiners"])

    @lazy
    def families(self) -> frozenset[str]:
        """The family names that names begin with where nearly all are of a few, in small letters."""
        return frozenset(name.casefold() for table in self.tables() for name in table["bylines"].get("families", ()))

    @lazy
    def pen_names(self) -> frozenset[str]:
        """The words that names consist of where many sign without their family's, in small letters."""
        return frozenset(name.casefold() for table in self.tables() for name in table["bylines"].get("pen_names", ()))

    @lazy
    def films(self) -> frozenset[str]:
        """The words that stand before what is in a film, folded."""
        return frozenset(fold(word) for table in self.tables() for word in table["captions"].get("films", ()))

    @lazy
    def answers(self) -> frozenset[tuple[str, ...]]:
        """The words of short answers."""
        listed = (table.get("speech", {}).get("answers", ()) for table in self.tables())
        return frozenset(map(words, chain.from_iterable(listed)))

    @lazy
    def clutter_words(self) -> frozenset[str]:
        """Every word of the phrases that give clutter away, folded."""
        found = (compiled.piece(f"{code} {_CLUTTER}") or _clutter_words(load(code)) for code in self._languages)
        return frozenset().union(*found)

    @lazy
    def function_words(self) -> frozenset[str]:
        """The commonest words of the active languages, folded."""
        return frozenset(fold(word) for table in self.tables() for word in table["function_words"])

    @lazy
    def said(self) -> frozenset[str]:
        """What tells behind a comma who said so, or where it stood; folded, with a space before and behind."""
        return frozenset(f" {' '.join(words(phrase))} " for table in self.tables() for phrase in table["said"])


@cache
def _lexicon(active: tuple[str, ...], *, other: bool = False) -> Lexicon:
    return Lexicon(frozenset(active), other=other)
