"""The side of the source: each part of it marked as what it became."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.views.plain import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.article import Article, Segment

#: Browsers lay out so many characters at a time, when they come into view.
_CHUNK = 20_000
_SPACE = "space"


def written(article: Article, *, placed: bool) -> str:
    """The source as HTML, a paragraph for each of its lines that holds anything.

    Args:
        article: an article with its segments.
        placed: whether to tell where the parts stood.
    """
    chunks: list[str] = []
    lines: list[str] = []
    size = 0
    for gap, line in _lines(article):
        html = _line(article, gap, line, placed=placed)
        lines.append(html)
        size += len(html)
        if size > _CHUNK:
            chunks.append("".join(lines))
            lines, size = [], 0
    chunks.append("".join(lines))
    return "\n".join(f'<div class="chunk">{chunk}</div>' for chunk in chunks)


def _lines(article: Article) -> Iterator[tuple[bool, list[tuple[int, Segment]]]]:
    """The segments of each line, with their numbers, and whether a blank line stands before it."""
    line: list[tuple[int, Segment]] = []
    gap = False
    for number, segment in enumerate(article.segments):
        breaks = article.source.count("\n", segment.start, segment.end) if segment.role == _SPACE else 0
        if breaks:
            if line:
                yield gap, line
            gap, line = breaks > 1, []
        elif line or segment.role != _SPACE:
            line.append((number, segment))
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
