"""An article in a terminal: its fields as a table, then the source with what became of each part."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.formats.cells import cells
from newsclean.views.fields import fields
from newsclean.views.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsclean.article import Article

    #: A text and the escape code of its colour, if any.
    Run = tuple[str, str]

_RESET, _BOLD, _CYAN = "\x1b[0m", "\x1b[1m", "\x1b[36m"
_WORD = re.compile(r"\n|[^\S\n]+|\S+")
#: What the names of fields take.
_NAMES = 18
#: Values are not squeezed into less.
_LEAST = 20
_IN_ONE_LINE = {"authors", "tags"}


def explanation(article: Article, visible: Callable[[str], str], *, coloured: bool, width: int | None) -> Iterator[str]:
    """An article's fields, then its source in order, with what became of each part.

    Args:
        article: an article as `newsclean.clean` gives it.
        visible: makes a text safe for a terminal.
        coloured: whether to put in the escape codes that terminals know.
        width: the columns that there are; `None` leaves lines as long as they are.
    """
    room = None if width is None else max(width - _NAMES, _LEAST)
    for name, value in _rows(article):
        first, *more = _wrapped([(visible(value), "")], room)
        yield f"{_painted([(f'{name:<{_NAMES}}', _BOLD)], coloured=coloured)}{_painted(first, coloured=coloured)}\n"
        for line in more:
            yield f"{'':<{_NAMES}}{_painted(line, coloured=coloured)}\n"
    yield "\n"
    for line in _wrapped(_marked(article, visible), width):
        yield f"{_painted(line, coloured=coloured)}\n"


def _rows(article: Article) -> Iterator[tuple[str, str]]:
    for name, values in fields(article).items():
        texts = [value for value, _ in values]
        for number, text in enumerate([", ".join(texts)] if texts and name in _IN_ONE_LINE else texts):
            yield "" if number else name.replace("_", " "), text
    yield "paragraphs", f"{len(article.paragraphs):,}"
    if article.confidence is not None:
        yield "confidence", f"{article.confidence:.2f} of 1, that the body is what a person would mark"
    if article.removed:
        counts = Counter(removal.kind for removal in article.removed)
        yield "removed", ", ".join(f"{count:,} {kind}" for kind, count in counts.most_common())


def _marked(article: Article, visible: Callable[[str], str]) -> Iterator[Run]:
    for segment in article.segments:
        text = visible(article.source[segment.start : segment.end])
        if segment.role == "removed":
            kind = KINDS.get(segment.detail)
            yield f"[- {segment.detail}, {segment.cleaner}: {text} -]", kind.code if kind else ""
        elif segment.role in {"paragraph", "space"}:
            yield text, ""
        else:
            yield f"[= {segment.role}: {text} =]", _CYAN


def _wrapped(runs: Iterable[Run], width: int | None) -> Iterator[list[Run]]:
    """The lines of a text; what is longer than the width is broken at white space, or where there is none within it."""
    line: list[Run] = []
    column = 0
    for text, colour in runs:
        for word in _WORD.findall(text):
            if word == "\n":
                yield line
                line, column = [], 0
                continue
            for piece in _pieces(word, width):
                size = cells(piece)
                if width is not None and column + size > width and column:
                    yield line
                    line, column = [], 0
                    if piece.isspace():
                        continue
                line.append((piece, colour))
                column += size
    yield line


def _pieces(word: str, width: int | None) -> Iterator[str]:
    """A word, cut where it is wider than a line."""
    if width is None or cells(word) <= width:
        yield word
        return
    start = size = 0
    for at, character in enumerate(word):
        wide = cells(character)
        if size + wide > width:
            yield word[start:at]
            start, size = at, 0
        size += wide
    yield word[start:]


def _painted(line: Iterable[Run], *, coloured: bool) -> str:
    """A line with its colours, each of which ends with it, since pagers forget a colour at the end of a line."""
    parts: list[Run] = []
    for text, colour in line:
        if parts and parts[-1][1] == colour:
            parts[-1] = (parts[-1][0] + text, colour)
        else:
            parts.append((text, colour))
    return "".join(f"{colour}{text}{_RESET}" if colour and coloured else text for text, colour in parts)
