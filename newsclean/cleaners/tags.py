"""The article's tags."""

from __future__ import annotations

import re
from itertools import accumulate, dropwhile, takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.language.tags import LONGEST, Listed, only_links, parse, short
from newsclean.lexicon.characters import CLOSERS, SENTENCE_STOPS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.document import Block, Document

_TOPIC = re.compile(rf"/{naming.TOPICS}[^/?#()\s]+/?(?:[?#][^()\s]*)?\)$", re.IGNORECASE)
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_STOP = re.compile(rf"[{SENTENCE_STOPS}][{re.escape(CLOSERS)}]*(?<=\s)")
_HASH = "#"
_ITEM = "*•·-– "
#: A label of so many words is no menu's.
_LEAST_LABEL_WORDS = 3
_BELOW = 1
_FEWEST_UNLABELLED = 4
#: What the model scores lower for tags is none, unless a label or a sign says so.
_PERHAPS = 0.3
#: Of tags in lines of their own: how many, how far below the body, and the share of them that the text speaks of.
_FEWEST_BARE, _MOST_BARE, _REACH, _SPOKEN_OF = 3, 12, 6, 0.5


def tags(document: Document) -> Document:
    """Label the line, or lines, of tags.

    Tags follow a label ("Topics:"), are hashtags, are a list of four or more
    short names below the body, or short lines in a row there that the text speaks of; or they were glued to its last
    sentence, with their label. Each link is a tag. Hands off: enumerations that are sentences.
    """
    ways = (_listed, _hashed, _linked, _bare, _glued)
    return document.replace(next(filter(None, (list(way(document)) for way in ways)), []))


def _listed(document: Document) -> Iterator[Block]:
    """The first line that lists tags, or the lines below one that is their label."""
    end = 1 + max((n for n in document.prose if document.readings[n].ends_sentence), default=-1)
    start = layout.body_start(document)
    for n, block in enumerate(document.blocks):
        if layout.set_aside(block):
            continue
        reading = document.readings[n]
        # A label such as "Related topics" may pass for a menu's.
        removed = block.role == "removed" and n >= end and reading.whole("tags.labels")
        may_list = removed or (not block.role and (n >= end or reading.starts("tags.labels")))
        if not may_list or (start <= n < end - 1 and reading.prose):
            continue
        listed = parse(reading.text, document.reader, _links(document, block))
        if listed is None:
            continue
        if listed.label and listed.label == len(reading.words):
            # No menu begins right below the body; "More on this" stands above other stories, too.
            near = listed.label >= _LEAST_LABEL_WORDS or n <= end + _BELOW
            sure = not removed or (near and block.kind != "related")
            found = _own(document, list(_list_below(document, n)), sure=sure)
            if found and n >= end:
                yield block.label("tags", ())
                yield from (item.label("tags", _parts(document, item)) for item in found)
                return
        elif _lists(document, block, listed, below=n >= end):
            yield block.label("tags", listed.tags)
            return


def _lists(document: Document, block: Block, listed: Listed, *, below: bool) -> bool:
    """Whether a line lists the article's tags; `below`: it stands below the body."""
    if not listed.tags or (listed.told and not listed.hashed):
        return False
    told = _told(document, listed.tags)
    if listed.label:
        parted = listed.shouted or (block.paged and listed.linked) or (len(told) > 1 and any(told))
        return listed.marked or (below and parted)
    if not below:
        return False
    # A footer's links are no tags.
    spoken_of = not listed.linked or 2 * sum(told) >= len(told)
    return (listed.hashed and len(told) > 1) or (
        len(told) >= _FEWEST_UNLABELLED and not document.read(block).cover and spoken_of and _may_be(block)
    )


def _hashed(document: Document) -> Iterator[Block]:
    """Hashtags on lines of their own, one below the other, below the body."""

    def is_hashtag(block: Block) -> bool:
        may_be = not block.role and document.text(block).startswith(_HASH)
        return bool(may_be and (listed := parse(document.text(block), document.reader)) and listed.hashed)

    run = list(takewhile(is_hashtag, dropwhile(lambda b: not is_hashtag(b), _below(document))))
    if len(run) > 1:
        yield from (block.label("tags", _parts(document, block)) for block in run)


def _linked(document: Document) -> Iterator[Block]:
    """In Markdown, lines below the body that are nothing but links in a row, half of them to pages of topics."""
    run: list[tuple[Block, dict[str, str]]] = []
    for block in (*_below(document), None):
        links = _targets(document, block) if block else {}
        if block and links and (not run or block.lines == 1):
            run.append((block, links))
            continue
        targets = [target for _, found in run for target in found.values()]
        topics = sum(bool(_TOPIC.search(target)) for target in targets)
        if 1 < len(targets) <= _MOST_BARE and 2 * topics >= len(targets):
            yield from (one.label("tags", tuple(found)) for one, found in run)
            return
        run = [(block, links)] if block and links else []


def _bare(document: Document) -> Iterator[Block]:
    """Tags without a label: short lines in a row, right below the body, most of which the text speaks of."""
    below = _below(document)
    for first in range(min(_REACH, len(below))):
        run = list(takewhile(lambda b: _could_be_tag(document, b), below[first : first + _MOST_BARE]))
        group = _grouped(run)
        after = below[first + len(group) : first + len(group) + 1]
        apart = all(block.lines > 1 for block in after) and len(_spoken_of(document, group)) * 2 > len(group)
        found = group if apart else _spoken_of(document, run)
        if len(found) >= _FEWEST_BARE and _spoken_of(document, run[:1]):
            yield from (block.label("tags", (_shown(document, block),)) for block in found)
            return


def _glued(document: Document) -> Iterator[Block]:
    """What stands behind the last sentence of the body in its line: a label, and tags, or words that the text has."""
    block = next((document.blocks[n] for n in document.prose[-1:]), None)
    text = document.text(block) if block else ""
    for stop in _STOP.finditer(text, max(0, len(text) - LONGEST)):
        listed = parse(text[stop.end() :], document.reader)
        if block and listed and listed.label and listed.tags and not listed.told:
            words = fold(text[stop.end() :]).split()[listed.label :]
            above = fold(document.source[: document.locate(block, stop.end())])
            bare = len(words) >= _FEWEST_BARE and document.reader.lexicon.function_words.isdisjoint(words)
            if listed.marked or (bare and all(word in above for word in words)):
                yield document.part(block, stop.end()).label("tags", listed.tags)
                return


def _below(document: Document) -> tuple[Block, ...]:
    return document.blocks[layout.body_end(document) :]


def _shown(document: Document, block: Block) -> str:
    """A block's text without the mark of a list's item."""
    return document.text(block).lstrip(_ITEM)


def _told(document: Document, parts: Iterable[str]) -> list[bool]:
    """Of which parts title and text speak."""
    return [fold(part) in document.told for part in parts]


def _spoken_of(document: Document, run: list[Block]) -> list[Block]:
    """As many blocks of a row, from its beginning, that the text speaks of most; none where it hardly speaks of them.

    Names and links may follow without a sign.
    """
    told = _told(document, (_shown(document, block) for block in run))
    gain = list(accumulate(1 - _SPOKEN_OF if is_told else -_SPOKEN_OF for is_told in told))
    size = 1 + max(range(len(run)), key=lambda n: gain[n]) if run else 0
    return run[:size] if size and gain[size - 1] >= 0 else []


def _could_be_tag(document: Document, block: Block) -> bool:
    reading = document.read(block)
    told = block.role or reading.ends_sentence or reading.digits or reading.clutter
    return short(reading.text) and not told and _may_be(block)


def _may_be(block: Block) -> bool:
    """Whether the model does not rule out that a line is a tag, where nothing says so; on an HTML page, as sure body.

    On unseen pages four in five of such lines are tags then, and three in five without.
    """
    return not block.surely_body if block.paged else block.scores is None or block.scores.tags >= _PERHAPS


def _own(document: Document, listed: list[Block], *, sure: bool) -> list[Block]:
    """Of lines below a label those that are the article's tags: a group in which one is told of, else a row.

    `sure`: the label is one beyond doubt, and what is told of is no matter.
    """
    group = _grouped(listed)
    if 1 < len(group) <= _MOST_BARE and (sure or any(_told(document, (_shown(document, block) for block in group)))):
        return group
    return listed if sure else _spoken_of(document, listed)


def _grouped(run: list[Block]) -> list[Block]:
    """The blocks of a row, from its beginning, between which there is no blank line."""
    return run[:1] + list(takewhile(lambda block: block.lines == 1, run[1:]))


def _list_below(document: Document, number: int) -> Iterator[Block]:
    for block in document.blocks[number + 1 :]:
        reading = document.read(block)
        section = block.role == "section" or block.kind == "navigation"
        # The sign before a tag may stand on a line of its own.
        told = reading.ends_sentence or reading.text.endswith(":")
        told = told or not (reading.text == _HASH or _parts(document, block))
        if told or ((block.role or reading.clutter) and not section):
            return
        yield block


def _parts(document: Document, block: Block) -> tuple[str, ...]:
    """The tags in a block; each link is one, where there is nothing but links."""
    listed = parse(document.text(block), document.reader, _links(document, block))
    return listed.tags if listed else ()


def _links(document: Document, block: Block) -> tuple[str, ...]:
    """The texts of a block's links, in Markdown, or on HTML pages what gaps part."""
    if block.holes and not block.paged:
        return tuple(dict.fromkeys(_plain(piece) for piece, _ in _markdown_links(document, block)))
    pieces = _GAP.split(document.source[block.start : block.end])
    return tuple(dict.fromkeys(map(_plain, pieces)))


def _targets(document: Document, block: Block) -> dict[str, str]:
    """The links that an undecided block of Markdown consists of, and where they lead; empty where it says more."""
    if block.role or not block.holes or document.read(block).ends_sentence:
        return {}
    found = {_plain(piece): target for piece, target in _markdown_links(document, block)}
    return found if only_links(document.text(block).lstrip(_ITEM), tuple(found)) else {}


def _markdown_links(document: Document, block: Block) -> Iterator[tuple[str, str]]:
    """The text and the target of each link in a block."""
    open_at: int | None = None
    for start, end in block.holes:
        hole = document.source[start:end]
        if open_at is not None and hole.startswith("]("):
            yield document.source[open_at:start], hole
        open_at = end if hole.endswith("[") else None


def _plain(piece: str) -> str:
    return " ".join(piece.split()).strip(" #")
