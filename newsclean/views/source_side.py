"""The side of the source: each part of it marked as what it became."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsclean.views.plain import chunks, pieces, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.article import Article, Segment

_SPACE = "space"


def written(article: Article, *, placed: bool) -> str:
    """The source as HTML, a paragraph for each of its lines that holds anything.

    Args:
        article: an article with its segments.
        placed: whether to tell where the parts stood.
    """
    lines = (_line(article, gap, line, placed=placed) for gap, line in _lines(article))
    return "\n".join(f'<div class="chunk">{"".join(chunk)}</div>' for chunk in chunks(lines))


def _segments(article: Article) -> Iterator[tuple[int, Segment, bool]]:
    """The segments with their numbers, those too long for a line cut, and whether the line ends behind."""
    for number, segment in enumerate(article.segments):
        text = article.source[segment.start : segment.end]
        if segment.role == _SPACE:
            yield number, segment, "\n" in text
            continue
        for start, end in pieces(text):
            last = end == len(text)
            part = (
                segment
                if last and not start
                else attrs.evolve(segment, start=segment.start + start, end=segment.start + end)
            )
            yield number, part, not last


def _lines(article: Article) -> Iterator[tuple[bool, list[tuple[int, Segment]]]]:
    """The segments of each line, with their numbers, and whether a blank line stands before it."""
    line: list[tuple[int, Segment]] = []
    gap = False
    for number, segment, ends in _segments(article):
        if segment.role != _SPACE or (line and not ends):
            line.append((number, segment))
        if ends:
            if line:
                yield gap, line
            gap, line = article.source.count("\n", segment.start, segment.end) > 1, []
    if line:
        yield gap, line


def _line(article: Article, gap: bool, line: list[tuple[int, Segment]], *, placed: bool) -> str:  # noqa: FBT001
    kinds = {segment.detail if segment.role == "removed" else "" for _, segment in line if segment.role != _SPACE}
    classes = ["gap"] if gap else []
    if len(kinds) == 1 and "" not in kinds:
        # What is hidden takes its line with it.
        classes.append(f"k-{kinds.pop()}")
    attribute = f' class="{" ".join(classes)}"' if classes else ""
    before = None
    parts = []
    for number, segment in line:
        text = article.source[segment.start : segment.end]
        if segment.role == _SPACE:
            parts.append(shown(text))
            continue
        called = (segment.role, segment.detail)
        parts.append(_part(number, segment, text, labelled=called != before, placed=placed))
        before = called
    return f'<p dir="auto"{attribute}>{"".join(parts)}</p>\n'


def _part(number: int, segment: Segment, text: str, *, labelled: bool, placed: bool) -> str:
    """One segment, with what there is to say of it as data."""
    removed = segment.role == "removed"
    name = segment.detail if removed or segment.role == "paragraph" else segment.role
    element = "del" if removed else "span" if segment.role == "paragraph" else "mark"
    data = {
        "n": str(number),
        "k": name,
        "c": segment.cleaner,
        "b": "" if segment.score is None else f"{100 * segment.score:.0f}",
        "p": f"{segment.start}–{segment.end}" if placed else "",
        "l": name.replace("_", " ") if labelled and element != "span" else "",
    }
    attributes = "".join(f' data-{key}="{shown(value)}"' for key, value in data.items() if value)
    kind = f' class="k-{shown(name)}"' if removed else ""
    return f"<{element}{kind}{attributes}>{shown(text)}</{element}>"
