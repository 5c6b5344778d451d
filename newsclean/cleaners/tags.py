"""The article's tags."""

from __future__ import annotations

import re
from itertools import accumulate, dropwhile, takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.lexicon.characters import COLONS, COMMAS, DASHES, KANA_AND_HAN, UNSPACED_STOPS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_TOPIC = re.compile(rf"/{naming.TOPICS}[^/?#()\s]+/?(?:[?#][^()\s]*)?\)$", re.IGNORECASE)
_SEPARATOR = re.compile(rf"\s*[{COMMAS};|•·]\s*|\s{{2,}}|\s*#\s*|\s+/\s+")
_HASHTAGS = re.compile(r"(?:#[\w'’-]+[\s,]*){2,}")
_HASHTAG = re.compile(r"#[\w'’-]+")
_SPACES = re.compile(r"\s+")
_CJK = re.compile(f"[{KANA_AND_HAN}]")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_HASH = "#"
_ITEM = "*•·-– "
_MARKS = f"{COLONS}|{DASHES}"
#: What an enumeration of names has none of.
_TOLD = re.compile(f"[{COLONS}{UNSPACED_STOPS}「」]")
_LONGEST = 600
_TAG_WORDS = 5
#: A label of so many words is no menu's.
_LEAST_LABEL_WORDS = 3
_BELOW = 1
_TAG_LENGTH = 48
_FEWEST_UNLABELLED = 4
#: Of tags in lines of their own: how many, how far below the body, and the share of them that the text speaks of.
_FEWEST_BARE, _MOST_BARE, _REACH, _SPOKEN_OF = 3, 12, 6, 0.5


def tags(document: Document) -> Document:
    """Label the line, or lines, of tags.

    Tags follow a label ("Topics:"), are hashtags, are a list of four or more
    short names below the body, or short lines in a row there that the text
    speaks of. Each link is a tag. Hands off: enumerations that are sentences.
    """
    return document.replace(
        list(_tags(document)) or list(_hashed(document)) or list(_linked(document)) or _bare(document)
    )


def _hashed(document: Document) -> Iterator[Block]:
    """Hashtags on lines of their own, one below the other, below the body."""
    below = document.blocks[layout.body_end(document) :]
    found = dropwhile(lambda block: not _HASHTAG.fullmatch(document.text(block)), below)
    run = list(takewhile(lambda block: not block.role and _HASHTAG.fullmatch(document.text(block)), found))
    if len(run) > 1:
        yield from (block.label("tags", (document.text(block)[1:],)) for block in run)


def _linked(document: Document) -> Iterator[Block]:
    """In Markdown, lines below the body that are nothing but links in a row, half of them to pages of topics."""
    run: list[tuple[Block, dict[str, str]]] = []
    for block in (*document.blocks[layout.body_end(document) :], None):
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
    end = layout.body_end(document)
    for first in range(end, min(end + _REACH, len(document.blocks))):
        run = list(takewhile(lambda b: _could_be_tag(document, b), document.blocks[first : first + _MOST_BARE]))
        group = _grouped(run)
        after = document.blocks[first + len(group) : first + len(group) + 1]
        apart = all(block.lines > 1 for block in after) and len(_spoken_of(document, group)) * 2 > len(group)
        found = group if apart else _spoken_of(document, run)
        if len(found) >= _FEWEST_BARE and _spoken_of(document, run[:1]):
            yield from (block.label("tags", (_shown(document, block),)) for block in found)
            return


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
    short = len(reading.words) < _TAG_WORDS and 0 < len(reading.text) <= _TAG_LENGTH
    return short and not (block.role or reading.ends_sentence or reading.digits or reading.clutter)


def _tags(document: Document) -> Iterator[Block]:
    end = 1 + max((n for n in document.prose if document.readings[n].ends_sentence), default=-1)
    start = layout.body_start(document)
    blocks = document.blocks
    for n, block in enumerate(blocks):
        if layout.set_aside(block):
            continue
        reading = document.read(block)
        # A label such as "Related topics" may pass for a menu's.
        labelled = block.role == "removed" and n >= end and reading.whole("tags.labels")
        if not (labelled or _may_list(block, reading)) or (start <= n < end - 1 and reading.prose):
            continue
        label = reading.starts("tags.labels")
        if label and label == len(reading.words):
            listed = list(_list_below(document, n))
            # No menu begins right below the body.
            sure = not labelled or label >= _LEAST_LABEL_WORDS or n <= end + _BELOW
            listed = _own(document, listed, sure=sure)
            if listed and n >= end:
                yield block.label("tags", ())
                for item in listed:
                    yield item.label("tags", _parts(document, item, document.text(item)))
                return
        elif label:
            rest = reading.text[reading.spans[label - 1][1] :].lstrip(f" {_MARKS}")
            shouted = n >= end and _shouted(document, reading, label)
            found = _parts(document, block, rest) or ((rest,) if shouted else ())
            parted = n >= end and block.paged and bool(_links(document, block, rest))
            spoken_of = n >= end and len(found) > 1 and any(_told(document, found))
            marked = shouted or parted or spoken_of or reading.after(label)[:1] in _MARKS
            if marked and found and not reading.ends_sentence:
                yield block.label("tags", found)
                return
        elif _HASHTAGS.fullmatch(reading.text + " ") and n >= end:
            yield block.label("tags", tuple(t.strip(" ,") for t in reading.text.split("#") if t.strip(" ,")))
            return
        elif n >= end and not reading.ends_sentence and not _TOLD.search(reading.text):
            found = _parts(document, block, reading.text)
            # A footer's links are no tags.
            told = found == _split(reading.text) or 2 * sum(_told(document, found)) >= len(found)
            if len(found) >= _FEWEST_UNLABELLED and not reading.cover and told:
                yield block.label("tags", found)
                return


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
        section = block.role == "section" or block.kind == "navigation"
        if (block.role or document.read(block).clutter) and not section:
            return
        parts = _parts(document, block, document.text(block))
        # The sign before a tag may stand on a line of its own.
        if (
            not (parts or document.text(block) == _HASH)
            or document.text(block).endswith(":")
            or document.read(block).ends_sentence
        ):
            return
        yield block


def _may_list(block: Block, reading: Reading) -> bool:
    """Whether a block is undecided and not too long."""
    return not block.role and len(reading.text) <= _LONGEST


def _shouted(document: Document, reading: Reading, label: int) -> bool:
    """Whether a label is in capitals, and what follows is not, nor a sentence: "TAGS Rivers Pollution"."""
    capitals = reading.text[: reading.spans[label - 1][1]].isupper() and not reading.text.isupper()
    return capitals and document.reader.lexicon.function_words.isdisjoint(reading.words[label:])


def _parts(document: Document, block: Block, text: str) -> tuple[str, ...]:
    """The tags in a block's text, or at its end; each link is one, where there is nothing but links."""
    return _links(document, block, text) or _split(text)


def _links(document: Document, block: Block, text: str) -> tuple[str, ...]:
    """The links that a text at a block's end consists of: Markdown's, or on HTML pages what gaps part."""
    if block.paged or not block.holes:
        _, *pieces = _GAP.split(document.source[block.start : block.end])
        # A label may stand before the first.
        first = text.removesuffix(" ".join(" ".join(pieces).split())).strip()
        pieces = [first, *pieces] if first else pieces
    else:
        pieces = [piece for piece, _ in _markdown_links(document, block)]
    links = [_plain(piece) for piece in pieces]
    return tuple(dict.fromkeys(links)) if len(links) > 1 and _all_of(text, links) else ()


def _targets(document: Document, block: Block) -> dict[str, str]:
    """The links that an undecided block of Markdown consists of, and where they lead; empty where it says more."""
    if block.role or not block.holes or len(document.text(block)) > _LONGEST or document.read(block).ends_sentence:
        return {}
    found = {_plain(piece): target for piece, target in _markdown_links(document, block)}
    return found if found and _all_of(document.text(block).lstrip(_ITEM), list(found)) else {}


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


def _all_of(text: str, links: list[str]) -> bool:
    """Whether links are short, and all there is of a text."""
    for link in links:
        text = text.replace(link, " ", 1)
    return all(links) and all(map(_short, links)) and not any(map(str.isalnum, text))


def _split(text: str) -> tuple[str, ...]:
    """The tags in a text; none where one part is too long to be a tag."""
    separator = _SPACES if _CJK.match(text) and not _SEPARATOR.search(text) else _SEPARATOR
    parts = [part.strip(" #.*") for part in separator.split(text)]
    parts = [part for part in parts if part]
    return tuple(dict.fromkeys(parts)) if all(map(_short, parts)) else ()


def _short(part: str) -> bool:
    return len(part) <= _TAG_LENGTH and len(part.split()) <= _TAG_WORDS
