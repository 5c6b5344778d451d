"""The article's tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import _layout

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


def tags(document: Document) -> Document:
    """Label the line, or lines, of tags.

    Tags follow a label ("Topics:"), are hashtags, or are a list of four or
    more short names below the body. Hands off: enumerations that are
    sentences.
    """
    return document.replace(_tags(document))


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
