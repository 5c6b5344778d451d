"""Where in the source each part of an article was found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

import attrs

from newsclean.article import Article, Paragraph, Removal, Segment

#: Fields whose segments have a role of another name.
_ROLES = {
    "alternate_titles": ("alternate_title",),
    "authors": ("byline", "dateline"),
    "captions": ("caption", "caption_credit"),
}
_BETWEEN = "\n\n"


def whole(article: Article) -> Article:
    """An article with a source and its segments.

    What comes back from JSON or a table has neither: it gets a source made of
    its paragraphs and removals, in the order in which they stood.
    """
    if article.segments:
        return article
    texts: list[str] = []
    segments: list[Segment] = []
    paragraphs: list[Paragraph] = []
    removed: list[Removal] = []
    at = 0
    parts: tuple[Paragraph | Removal, ...] = (*article.paragraphs, *article.removed)
    for part in sorted(parts, key=lambda part: part.start):
        if texts:
            segments.append(Segment(at, at + len(_BETWEEN), "space"))
            at += len(_BETWEEN)
        end = at + len(part.text)
        moved = attrs.evolve(part, start=at, end=end)
        if isinstance(moved, Paragraph):
            paragraphs.append(moved)
            segments.append(Segment(at, end, "paragraph", moved.kind))
        else:
            removed.append(moved)
            segments.append(Segment(at, end, "removed", moved.kind, moved.cleaner))
        texts.append(part.text)
        at = end
    return attrs.evolve(article, source=_BETWEEN.join(texts), segments=segments, paragraphs=paragraphs, removed=removed)


class Places:
    """Looks up in which segments a part of an article stands; segments go by their numbers.

    Args:
        article: an article with its segments.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = [segment.start for segment in article.segments]
        self._by_role: defaultdict[str, list[int]] = defaultdict(list)
        for number, segment in enumerate(article.segments):
            self._by_role[segment.role].append(number)

    def between(self, start: int, end: int) -> list[int]:
        """Where a stretch of the source stands."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return list(range(first, bisect_left(self._starts, end)))

    def of_field(self, name: str, value: str) -> list[int]:
        """Where a field's value was found: in the segments that say it word for word, else in all of that field."""
        found = [number for role in _ROLES.get(name, (name,)) for number in self._by_role[role]]
        wanted = _plain(value)
        return [number for number in found if wanted in _plain(self._text(number))] or found

    def of_paywall(self) -> list[int]:
        """What asks to pay."""
        return [n for n in self._by_role["removed"] if self._article.segments[n].detail == "paywall"]

    def _text(self, number: int) -> str:
        segment = self._article.segments[number]
        return self._article.source[segment.start : segment.end]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
