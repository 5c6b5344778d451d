"""All phrases of all languages, as one flat table of their beginnings."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.lexicon import compiled
from newsclean.lexicon.files import languages, load, phrases
from newsclean.lexicon.words import NUMBER, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: Lists that hold in every language's pages, as sites mix languages.
_WIDE = ("whole", "agencies")
_SHORTEST_FOREIGN = 5
#: In place of a language's code: all of them.
ANY_LANGUAGE = "*"
#: What stands in a phrase for a few words.
GAP = "*"
#: What the table is compiled to.
TABLE = "beginnings"
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


def entries(files: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Category, phrase and language of all phrases."""
    return ((*entry, language) for language, data in files.items() for entry in phrases(data))


@cache
def of_all_languages() -> Beginnings:
    """The beginnings of the phrases in all files."""
    if found := compiled.piece(TABLE):
        ends, gapped, endings = found
        return Beginnings(ends, frozenset(gapped), endings)
    return gathered(entries({language: load(language) for language in languages()}))


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
    gapped = frozenset(beginning[: -len(f" {GAP}")] for beginning in ending if beginning.endswith(f" {GAP}"))
    return Beginnings({beginning: numbers[value] for beginning, value in ending.items()}, gapped, tuple(numbers))


def _insert(ends: dict[str, dict[str, set[str]]], category: str, phrase: str, language: str) -> None:
    place = category.rpartition(".")[2]
    # "LinkedIn" is met as "Linkedin" too: both ways of cutting it are kept.
    for spelling in dict.fromkeys((phrase, phrase.lower())):
        parts = [part for piece in _wild_split(spelling) for part in piece]
        solid = [part for part in parts if part not in {GAP, NUMBER}]
        if not solid:
            # "###" or "-30-" are no words: those who know such marks compare the text.
            continue
        everywhere = place in _WIDE and (len(solid) > 1 or len(solid[0]) >= _SHORTEST_FOREIGN)
        for beginning in accumulate(parts, "{} {}".format):
            by_category = ends.setdefault(beginning, {})
        # An ending knows, for each category, the languages it holds for.
        by_category.setdefault(category, set()).add(ANY_LANGUAGE if everywhere else language)


def _wild_split(phrase: str) -> Iterator[Sequence[str]]:
    for number, piece in enumerate(phrase.replace("#", " 0 ").split(GAP)):
        if number:
            yield [GAP]
        yield words(piece)
