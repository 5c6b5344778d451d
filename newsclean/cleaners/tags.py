"""The article's tags."""

from __future__ import annotations

import re
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from newsclean import _layout
from newsclean._words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_SEPARATOR = re.compile(r"\s*[,،、，;|•·]\s*|\s{2,}|\s*#\s*")
_HASHTAGS = re.compile(r"(?:#[\w'’-]+[\s,]*){2,}")
_SPACES = re.compile(r"\s+")
_CJK = re.compile(r"[\u3040-\u9fff]")
_COLON = re.compile("[:：]")
_LONGEST = 600
_TAG_WORDS = 5
_TAG_LENGTH = 48
_FEWEST_UNLABELLED = 4
#: Of tags in lines of their own: how many, how far below the body, and the share of them that the text speaks of.
_FEWEST_BARE, _MOST_BARE, _REACH, _SPOKEN_OF = 3, 12, 6, 0.5


def tags(document: Document) -> Document:
    """Label the line, or lines, of tags.

    Tags follow a label ("Topics:"), are hashtags, are a list of four or more
    short names below the body, or short lines in a row there that the text
    speaks of. Hands off: enumerations that are sentences.
    """
    return document.replace(list(_tags(document)) or _bare(document))


def _bare(document: Document) -> Iterator[Block]:
    """Tags without a label: short lines in a row, right below the body, most of which the text speaks of."""
    end = _layout.body_end(document)
    heads = [document.text(block) for block in document.find("title")]
    spoken = fold(" ".join((*heads, *(document.text(document.blocks[n]) for n in document.prose))))
    for first in range(end, min(end + _REACH, len(document.blocks))):
        run = list(takewhile(lambda b: _could_be_tag(document, b), document.blocks[first : first + _MOST_BARE]))
        told = [fold(document.text(block)) in spoken for block in run]
        # Names and links may follow without a sign; the text does not speak of them.
        gain = list(accumulate(1 - _SPOKEN_OF if is_told else -_SPOKEN_OF for is_told in told))
        size = 1 + max(range(len(run)), key=lambda n: gain[n]) if run else 0
        if size >= _FEWEST_BARE and told[0] and gain[size - 1] >= 0:
            yield from (block.label("tags", (document.text(block),)) for block in run[:size])
            return


def _could_be_tag(document: Document, block: Block) -> bool:
    reading = document.read(block)
    short = len(reading.words) < _TAG_WORDS and len(reading.text) <= _TAG_LENGTH
    return short and not (block.role or reading.ends_sentence or reading.digits or reading.clutter)


def _tags(document: Document) -> Iterator[Block]:
    end = _layout.body_end(document)
    start = _layout.body_start(document)
    blocks = document.blocks
    for n, block in enumerate(blocks):
        if block.role or block.judged_body or (start <= n < end - 1 and document.read(block).prose):
            continue
        reading = document.read(block)
        if len(reading.text) > _LONGEST:
            continue
        label = reading.starts("tags.labels")
        if label and label == len(reading.words):
            listed = list(_list_below(document, n))
            if listed and n >= end:
                yield block.label("tags", ())
                for item in listed:
                    yield item.label("tags", _split(document.text(item)))
                return
        elif label and reading.after(label)[:1] in {":", "：", "|", "-"}:
            rest = reading.text[reading.spans[label - 1][1] :].lstrip(" :：|-")
            found = _split(rest)
            if found and not reading.ends_sentence:
                yield block.label("tags", found)
                return
        elif _HASHTAGS.fullmatch(reading.text + " ") and n >= end:
            yield block.label("tags", tuple(t.strip(" ,") for t in reading.text.split("#") if t.strip(" ,")))
            return
        elif n >= end and not reading.ends_sentence and not _COLON.search(reading.text):
            found = _split(reading.text)
            if len(found) >= _FEWEST_UNLABELLED and not reading.cover:
                yield block.label("tags", found)
                return


def _list_below(document: Document, number: int) -> Iterator[Block]:
    for block in document.blocks[number + 1 :]:
        if block.role or document.read(block).clutter:
            return
        parts = _split(document.text(block))
        if not parts or document.read(block).ends_sentence:
            return
        yield block


def _split(text: str) -> tuple[str, ...]:
    """The tags in a text; none where one part is too long to be a tag."""
    separator = _SPACES if _CJK.match(text) and not _SEPARATOR.search(text) else _SEPARATOR
    parts = [part.strip(" #.") for part in separator.split(text)]
    parts = [part for part in parts if part]
    if any(len(part) > _TAG_LENGTH or len(part.split()) > _TAG_WORDS for part in parts):
        return ()
    return tuple(dict.fromkeys(parts))
