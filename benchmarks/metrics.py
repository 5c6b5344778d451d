"""How body, title, authors and date are scored.

Body F1 as the public article-extraction benchmarks have it: lower-cased NFKC word tokens, where each CJK, kana, Hangul
or Thai character is a token; multisets of runs of four tokens; precision and recall averaged over pages, and F1 that of
the averages.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RUN = 4

_SIGN = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}"
_TOKEN = regex.compile(rf"[{_SIGN}]|(?:(?![{_SIGN}])[\p{{L}}\p{{M}}\p{{N}}_])+", regex.V0)
_NO_WORD = regex.compile(r"[\W_]+")


class Counts(NamedTuple):
    """Runs of tokens that a text shares with the golden one, has too many, and lacks."""

    shared: int
    extra: int
    missing: int

    @property
    def precision(self) -> float:
        """The share of our runs that are right; of nothing, all where nothing was to be found."""
        ours = self.shared + self.extra
        return self.shared / ours if ours else float(not self.missing)

    @property
    def recall(self) -> float:
        """The share of the golden runs that we have."""
        gold = self.shared + self.missing
        return self.shared / gold if gold else 1.0

    @property
    def exact(self) -> bool:
        """Whether the two are the same."""
        return not self.extra and not self.missing


class Score(NamedTuple):
    """Figures over many pages."""

    f1: float
    precision: float
    recall: float
    exact: float
    pages: int


def tokens(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return list(_TOKEN.findall(unicodedata.normalize("NFKC", text).lower()))


def runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """All runs of four words; a shorter text is one run."""
    if len(words) < RUN:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(islice(words, start, None) for start in range(RUN)), strict=False))


def compare(ours: str, gold: str) -> Counts:
    """Compare two texts."""
    return compare_words(tokens(ours), tokens(gold))


def compare_words(ours: Sequence[str], gold: Sequence[str]) -> Counts:
    """Compare two texts that were cut into words."""
    found, wanted = runs(ours), runs(gold)
    shared = (found & wanted).total()
    return Counts(shared, found.total() - shared, wanted.total() - shared)


def words_kept(ours: Sequence[str], gold: Sequence[str]) -> float:
    """The share of the golden words that are there, each as often as it is in both."""
    return (Counter(ours) & Counter(gold)).total() / len(gold) if gold else 1.0


def summarise(pages: Iterable[Counts]) -> Score:
    """Average over pages."""
    rows = list(pages)
    number = max(1, len(rows))
    precision = sum(row.precision for row in rows) / number
    recall = sum(row.recall for row in rows) / number
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(f1, precision, recall, sum(row.exact for row in rows) / number, len(rows))


def plain(text: str | None) -> str:
    """A text in lower case, word characters only."""
    return str(_NO_WORD.sub("", (text or "").lower()))


def same_title(ours: str | None, gold: str | None) -> float:
    """1 where two titles are equal but for case and signs, else 0."""
    return float(plain(ours) == plain(gold))


def authors_f1(ours: Iterable[str], gold: Iterable[str]) -> float:
    """F1 of two sets of names; 1 where both are empty."""
    found, wanted = {plain(name) for name in ours} - {""}, {plain(name) for name in gold} - {""}
    return 2 * len(found & wanted) / (len(found) + len(wanted)) if found or wanted else 1.0


def same_day(ours: str | None, gold: str | None) -> float:
    """1 where two ISO 8601 dates name the same day, else 0."""
    day = len("2024-01-31")
    return float(bool(ours) and bool(gold) and str(ours)[:day] == str(gold)[:day])
