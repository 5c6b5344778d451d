"""What a run did, in numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from newsclean.lexicon.characters import SYLLABLES
from newsclean.sites.outlets import host

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.article import Article

CLEANED, EMPTY = "cleaned", "no paragraph"
#: Ideographs, kana and Hangul syllables are words each, as in the lexicon.
_WORD = re.compile(rf"[{SYLLABLES}]|[^\W{SYLLABLES}]+")
_COUNTED = ("outcomes", "languages", "outlets", "removals", "cleaners")
#: Outlets that the report names.
_MOST_NAMED = 1000


@define
class Counts:
    """What is in a part, or in many."""

    rows: int = 0
    words_kept: int = 0
    words_removed: int = 0
    seconds: float = 0.0
    """The time of the processes."""
    outcomes: Counter[str] = field(factory=Counter)
    """`cleaned`, `no paragraph`, or the first word or two of the error."""
    languages: Counter[str] = field(factory=Counter)
    outlets: Counter[str] = field(factory=Counter)
    """Hosts of the addresses."""
    removals: Counter[str] = field(factory=Counter)
    """Kinds of what was removed."""
    cleaners: Counter[str] = field(factory=Counter)
    """Those who removed it."""

    @classmethod
    def of(
        cls, outcomes: Sequence[tuple[Article | None, str | None]], urls: Sequence[str | None], seconds: float
    ) -> Counts:
        """Count what became of some rows."""
        counts = cls(rows=len(outcomes), seconds=seconds)
        for (article, error), url in zip(outcomes, urls, strict=True):
            counts._add(article, error, url)
        return counts

    def _add(self, article: Article | None, error: str | None, url: str | None) -> None:
        if article is None:
            self.outcomes[(error or "").partition(":")[0]] += 1
            self.outlets[host(url)] += 1
            return
        self.outcomes[CLEANED if article.paragraphs else EMPTY] += 1
        self.languages[article.language or ""] += 1
        self.outlets[host(article.url)] += 1
        self.words_kept += len(_WORD.findall(article.text))
        for removal in article.removed:
            self.removals[removal.kind] += 1
            self.cleaners[removal.cleaner] += 1
            self.words_removed += len(_WORD.findall(removal.text))

    @property
    def errors(self) -> int:
        """The rows without an article."""
        return self.rows - self.outcomes[CLEANED] - self.outcomes[EMPTY]

    def __iadd__(self, other: Counts) -> Self:
        self.rows += other.rows
        self.words_kept += other.words_kept
        self.words_removed += other.words_removed
        self.seconds += other.seconds
        for name in _COUNTED:
            getattr(self, name).update(getattr(other, name))
        return self

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON types, what is frequent first."""
        numbers = {name: getattr(self, name) for name in ("rows", "words_kept", "words_removed")}
        counters = {name: dict(getattr(self, name).most_common()) for name in _COUNTED}
        return {**numbers, "seconds": round(self.seconds, 3), **counters}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Counts:
        """What `to_dict` gave."""
        values: dict[str, Any] = {name: Counter(value) if name in _COUNTED else value for name, value in data.items()}
        return cls(**values)

    def summary(self) -> dict[str, Any]:
        """All of it for the report: of outlets the most frequent."""
        data = self.to_dict()
        rest = sum(count for _, count in self.outlets.most_common()[_MOST_NAMED:])
        data["outlets"] = dict(self.outlets.most_common(_MOST_NAMED)) | ({"(others)": rest} if rest else {})
        return {**data, "errors": self.errors}
