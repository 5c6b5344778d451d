"""The words and phrases that give clutter and metadata away, by language.

One TOML file a language; `docs/languages.md` says what each list is for. All
languages are held in one table of beginnings, so a line is looked up in time
that depends on the line, not on how many phrases there are. Parsed files and
table are compiled when newsclean is built: see `compiled`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import resources
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from newsclean._lazy import lazy
from newsclean.lexicon import compiled
from newsclean.lexicon.categories import CATEGORIES, check
from newsclean.lexicon.characters import FIRST_WIDE
from newsclean.lexicon.words import NUMBER, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: Lists that hold in every language's pages, as sites mix languages.
_WIDE = ("whole", "agencies")
#: In place of a language's code: all of them.
ANY_LANGUAGE = "*"
_GAP = "*"
#: As many words as a gap, `*` in a phrase, may stand for; ideographs count one each.
_WILD_WORDS, _WILD_IDEOGRAPHS = 4, 12
_SHORTEST_FOREIGN = 5

_LONGEST_BUTTON = 26
#: Phrases come back at a line's start more often than far from it, where only so many hits are kept.
_OFTEN, _FAR = 16, 1 << 13
#: So many sets of categories are kept, of a few hundred bytes each.
_KEPT = 1 << 10

#: What the table of beginnings is compiled to.
_TABLE = "beginnings"
#: What the agencies of all languages are compiled to, and, behind its code, each language's words of clutter.
_AGENCIES, _CLUTTER = "agencies", "clutter"
#: What ends where a phrase does: categories, each with the languages it holds for, between spaces.
Ending = tuple[tuple[str, str], ...]


class Beginnings(NamedTuple):
    """Every beginning of a phrase, words joined by spaces: one flat table, not a tree.

    Attributes:
        ends: for each the number of what ends there, 0 for nothing. The garbage collector passes over a dict of nothing
            but strings and numbers; it would look at each of a hundred thousand nodes of a tree.
        gapped: those that a gap may follow.
        endings: by number; the commonest have the lowest, which Python holds once.
    """

    ends: Mapping[str, int]
    gapped: frozenset[str]
    endings: Sequence[Ending]


class Hit(NamedTuple):
    """A phrase found: from word `start` up to word `end`, and its category.

    A category is a list's place in the file, such as `share.whole`: the table
    is its kind, the list its place.
    """

    start: int
    end: int
    category: str
    kind: str
    place: str


class _Hits(dict[tuple[int, int], tuple[Hit, ...]]):
    """The hits of one phrase by where it starts and ends, for all lines that have it there.

    Near a line's start they are kept for good, further on until there are too many of them.
    """

    _far: ClassVar[list[tuple[_Hits, tuple[int, int]]]] = []

    def __init__(self, categories: Iterable[str]) -> None:
        super().__init__()
        self._names = [(category, *category.split(".", 1)) for category in categories]

    def __missing__(self, place: tuple[int, int]) -> tuple[Hit, ...]:
        hits = self[place] = tuple([Hit(*place, *names) for names in self._names])
        if place[0] >= _OFTEN:
            self._far.append((self, place))
            if len(self._far) >= _FAR:
                for phrase, start_and_end in self._far:
                    phrase.pop(start_and_end, None)
                self._far.clear()
        return hits


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages there are files for."""
    files = resources.files(__name__).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


@cache
def load(language: str) -> Mapping[str, Any]:
    """One language's file, as it stands, its lists as tuples.

    Raises:
        ValueError: there is no file for the language, or a key in it is misspelt or missing.
    """
    if language not in languages():
        msg = f"no lexicon for {language!r}; there is one for {', '.join(languages())}"
        raise ValueError(msg)
    found: Mapping[str, Any] = compiled.piece(language) or parsed(language)
    return found


def parsed(language: str) -> dict[str, Any]:
    """One language's file, parsed and checked whatever was compiled. Raises what `load` does."""
    # Few installations ever parse.
    import tomllib  # noqa: PLC0415

    file = resources.files(__name__).joinpath(f"{language}.toml")
    data = tomllib.loads(file.read_text("utf-8"))
    check(data, file.name)
    frozen: dict[str, Any] = _frozen(data)
    return frozen


def _frozen(value: Any) -> Any:  # noqa: ANN401
    """Lists as tuples: with nothing but strings in them the garbage collector passes them over."""
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def pieces() -> dict[str, Any]:
    """What is compiled when newsclean is built, by name."""
    files = {language: parsed(language) for language in languages()}
    ends, gapped, endings = gathered(_entries(files))
    clutter = {f"{language} {_CLUTTER}": _clutter_words(data) for language, data in files.items()}
    return {**files, _TABLE: (ends, tuple(sorted(gapped)), endings), _AGENCIES: _agencies(files.values()), **clutter}


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


def phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the category and text of every phrase in a language's file."""
    for table, lists in data.items():
        if table == "clutter":
            for kind, by_place in lists.items():
                for place, entries in by_place.items():
                    yield from ((f"{kind}.{place}", entry) for entry in entries)
        elif isinstance(lists, dict):
            for place, entries in lists.items():
                if f"{table}.{place}" in CATEGORIES:
                    yield from ((f"{table}.{place}", entry) for entry in entries)


def _entries(files: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Category, phrase and language of all phrases."""
    return ((*entry, language) for language, data in files.items() for entry in phrases(data))


@cache
def _beginnings() -> Beginnings:
    if found := compiled.piece(_TABLE):
        ends, gapped, endings = found
        return Beginnings(ends, frozenset(gapped), endings)
    return gathered(_entries({language: load(language) for language in languages()}))


def gathered(entries: Iterable[tuple[str, str, str]]) -> Beginnings:
    """The beginnings of all phrases.

    Args:
        entries: category, phrase and language of each.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for entry in entries:
        _insert(found, *entry)
    shared: dict[Any, Any] = {}

    def one(value: Any) -> Any:  # noqa: ANN401
        return shared.setdefault(value, value)

    ending = {
        beginning: tuple(one((one(category), one(" ".join(sorted(holds))))) for category, holds in by_category.items())
        for beginning, by_category in found.items()
    }
    commonest = Counter(filter(None, ending.values())).most_common()
    numbers: dict[Ending, int] = {(): 0, **{value: number for number, (value, _) in enumerate(commonest, 1)}}
    gapped = frozenset(beginning[: -len(f" {_GAP}")] for beginning in ending if beginning.endswith(f" {_GAP}"))
    return Beginnings({beginning: numbers[value] for beginning, value in ending.items()}, gapped, tuple(numbers))


def _insert(ends: dict[str, dict[str, set[str]]], category: str, phrase: str, language: str) -> None:
    place = category.rpartition(".")[2]
    # "LinkedIn" is met as "Linkedin" too: both ways of cutting it are kept.
    for spelling in dict.fromkeys((phrase, phrase.lower())):
        parts = [part for piece in _wild_split(spelling) for part in piece]
        solid = [part for part in parts if part not in {_GAP, NUMBER}]
        if not solid:
            # "###" or "-30-" are no words: those who know such marks compare the text.
            continue
        everywhere = place in _WIDE and (len(solid) > 1 or len(solid[0]) >= _SHORTEST_FOREIGN)
        for beginning in accumulate(parts, "{} {}".format):
            by_category = ends.setdefault(beginning, {})
        # An ending knows, for each category, the languages it holds for.
        by_category.setdefault(category, set()).add(ANY_LANGUAGE if everywhere else language)


def _wild_split(phrase: str) -> Iterator[Sequence[str]]:
    for number, piece in enumerate(phrase.replace("#", " 0 ").split(_GAP)):
        if number:
            yield [_GAP]
        yield words(piece)


class Lexicon:
    """The lexicon as it applies to a document in one language.

    Args:
        active: the languages whose files count.
        beginnings: the phrases, those of all files if not given.
    """

    def __init__(self, active: frozenset[str], beginnings: Beginnings | None = None) -> None:
        self._languages = active
        self._active = active | {ANY_LANGUAGE}
        self._known, self._gapped, self._endings = beginnings or _beginnings()
        self._hits: dict[int, _Hits] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    @staticmethod
    def of(language: str | None) -> Lexicon:
        """The lexicon for a language and English; all languages for `None`."""
        if language not in languages():
            return _lexicon(languages())
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
        if _GAP in known and tokens:
            self._fill(_GAP, tokens, 0, 0, hits)
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
        if _GAP in self._known and tokens:
            looked = max(looked, self._fill(_GAP, tokens, 0, 0, hits))
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
                looked = max(looked, self._fill(f"{beginning} {_GAP}", tokens, start, at, hits))
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
                hits += self._holding(ending)[start, stop]
            if stop < len(tokens):
                longer = f"{beginning} {tokens[stop]}"
                if longer in known:
                    looked = max(looked, self._follow(longer, tokens, start, stop + 1, hits))
        return looked

    def _holding(self, ending: int) -> _Hits:
        """The hits of a phrase's ending, for the categories that hold in the active languages."""
        found = self._hits.get(ending)
        if found is None:
            categories = self._endings[ending]
            held = [category for category, holds in categories if not self._active.isdisjoint(holds.split())]
            found = self._hits[ending] = _Hits(held)
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
    def films(self) -> frozenset[str]:
        """The words that stand before what is in a film, folded."""
        return frozenset(fold(word) for table in self.tables() for word in table["captions"].get("films", ()))

    @lazy
    def clutter_words(self) -> frozenset[str]:
        """Every word of the phrases that give clutter away, folded."""
        found = (compiled.piece(f"{code} {_CLUTTER}") or _clutter_words(load(code)) for code in self._languages)
        return frozenset().union(*found)

    @lazy
    def function_words(self) -> frozenset[str]:
        """The commonest words of the active languages, folded."""
        return frozenset(fold(word) for table in self.tables() for word in table["function_words"])


@cache
def _lexicon(active: tuple[str, ...]) -> Lexicon:
    return Lexicon(frozenset(active))
