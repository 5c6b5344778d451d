"""HTML left in a text: its tags are markup, and those of blocks part paragraphs.

Feeds and databases hold articles as fragments of HTML, often below a title or a date, and pandoc leaves tags in its
Markdown. A text that quotes HTML does not begin with a tag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    _Cut = tuple[int, int, int, Markup | None]

#: Elements that begin on a line of their own.
_BLOCKS = (
    "address|article|aside|blockquote|body|br|button|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption"
    "|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|meta|nav|noscript|ol|option|p"
    "|picture|pre|script|section|select|source|style|summary|svg|table|tbody|td|template|tfoot|th|thead|title|tr|ul"
    "|video|!doctype"
)
_INLINE = (
    "a|abbr|acronym|amp-[a-z-]+|audio|b|bdi|bdo|big|cite|code|del|dfn|em|embed|font|g|i|img|input|ins|kbd|label|mark"
    "|object|path|q|rect|s|samp|small|span|strike|strong|sub|sup|time|tt|u|use|var|wbr|[a-z]+:[a-z-]+"
)
_TAG = re.compile(
    rf"<!--|<(?P<closing>/?)(?:(?P<block>{_BLOCKS})|(?P<inline>{_INLINE}))(?=[\s/>])"
    r"(?:[^<>\"=]|=\s*+'[^']*+'|=|\"[^\"]*+\")*+>",
    re.IGNORECASE,
)
#: What ends what holds no text.
_ENDS = {
    "<!--": re.compile("-->"),
    **{name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "template")},
}
_LINE_END = re.compile(r"[^\S\n]{0,80}\n")
#: A title, a date or both, in lines of their own.
_ABOVE = re.compile(r"\s*+(?:[^\n<>]{1,160}\n\s*+){0,2}")


class _Tag(NamedTuple):
    start: int
    end: int
    name: str
    closing: bool
    block: bool


def within(text: str, blocks_of: Callable[[str], Iterable[_Cut]]) -> Iterator[_Cut]:
    """The blocks that `blocks_of` makes of a text, its tags being marked as what they are.

    Args:
        text: the text.
        blocks_of: gives start, end, line breaks before, and markup of each block of a text.
    """
    if not _begins(text) or not (tags := list(_tags(text))):
        yield from blocks_of(text)
        return
    shown: list[str] = []
    done = 0
    for tag in tags:
        # Nothing moves, so that what is found without the tags stands at the same place among them.
        shown += (text[done : tag.start], _break(text, tag).ljust(tag.end - tag.start))
        done = tag.end
    yield from _among(tags, list(blocks_of("".join((*shown, text[done:])))))


def _begins(text: str) -> bool:
    """Whether a text begins with a tag, or with a block's below a line or two."""
    if _TAG.match(text, len(text) - len(text.lstrip())):
        return True
    above = _ABOVE.match(text)
    first = _TAG.match(text, above.end()) if above else None
    return first is not None and bool(first["block"])


def _break(text: str, tag: _Tag) -> str:
    """The line breaks that a tag stands for."""
    if tag.name == "br":
        return "" if _LINE_END.match(text, tag.end) else "\n"
    return "\n\n" if tag.block else ""


def _tags(text: str) -> Iterator[_Tag]:
    """The tags of a text; comments, scripts and the like count as one tag each."""
    at = 0
    endless: set[str] = set()
    while match := _TAG.search(text, at):
        name = (match["block"] or match["inline"] or "<!--").lower()
        hidden = name in _ENDS and name not in endless and not match["closing"]
        found = _ENDS[name].search(text, match.end()) if hidden else None
        if hidden and not found:
            endless.add(name)
        at = found.end() if found else match.end()
        yield _Tag(match.start(), at, name, bool(match["closing"]), bool(match["block"]))


def _among(tags: list[_Tag], blocks: list[_Cut]) -> Iterator[_Cut]:
    """The blocks with the tags in and around them: closing ones belong to what stands above, others to what follows."""
    at = 0
    for number, (start, end, breaks, markup) in enumerate(blocks):
        stop = blocks[number + 1][0] if number + 1 < len(blocks) else None
        own = []
        opened = False
        while at < len(tags) and (stop is None or tags[at].start < stop):
            tag = tags[at]
            opened = opened or (tag.start >= end and not (tag.closing or tag.name in {"br", "hr", "<!--"}))
            if opened and stop is not None:
                break
            own.append(tag)
            at += 1
        yield _marked(start, end, breaks, markup or Markup(), own)
    if tags and not blocks:
        yield tags[0].start, tags[-1].end, 0, Markup(tuple((tag.start, tag.end) for tag in tags))


def _marked(start: int, end: int, breaks: int, markup: Markup, tags: list[_Tag]) -> _Cut:
    """A block that begins with its first tag and ends with its last."""
    first, last = min((start, *(tag.start for tag in tags))), max((end, *(tag.end for tag in tags)))
    holes = tuple(_merged(sorted((*markup.holes, *((tag.start, tag.end) for tag in tags)))))
    linked, opened = 0, None
    for tag in tags:
        if tag.name == "a":
            linked += tag.start - opened if tag.closing and opened is not None else 0
            opened = None if tag.closing else tag.end
    size = max(1, last - first - sum(stop - begin for begin, stop in holes))
    level = next((int(tag.name[1]) for tag in tags if tag.name[0] == "h" and tag.name[1:].isdigit()), 0)
    return (
        first,
        last,
        breaks,
        markup._replace(
            holes=holes,
            link=max(markup.link, min(1.0, linked / size)),
            heading=markup.heading or level,
            item=markup.item or any(tag.name == "li" for tag in tags),
        ),
    )


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one: a tag may stand among other marks."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    return merged
