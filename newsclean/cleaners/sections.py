"""The section's name or kicker beside the title, and menus made of such names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import _layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_MENU = 3
_REACH = 4
_KICKER_WORDS, _KICKER_SIZE = 3, 36
_TRAIL = re.compile(r"\s*(?:[>›»→/|]|::)\s*")


def sections(document: Document) -> Document:
    """Label the section; remove menus and breadcrumbs.

    A section's name stands near the title; three or more names in a row, or
    on one line, are a menu, and so is a trail that starts at the home page.
    Hands off: the title itself, sub-headings.
    """
    return document.replace(_sections(document))


def _sections(document: Document) -> Iterator[Block]:
    title = _layout.title_index(document)
    start, end = _layout.body_start(document), _layout.body_end(document)
    blocks = document.blocks
    menus = set(_menus(document, start, end))
    yield from (blocks[n].remove("navigation") for n in menus)
    if title is None:
        return
    near = [*range(title - 1, max(-1, title - 1 - _REACH), -1), *range(title + 1, min(start, title + 1 + _REACH))]
    near = [n for n in near if n not in menus and not blocks[n].role]
    named = next((n for n in near if document.read(blocks[n]).whole("sections.names")), None)
    if named is not None and named < title and _continues_menu(document, named):
        named = None
    if named is None:
        named = next(
            (n for n in near if n < title and _is_kicker(document, blocks[n]) and _adjoins(document, n, title)), None
        )
    if named is not None:
        yield blocks[named].label("section")
    yield from (
        blocks[n].remove("navigation")
        for n in [*range(start), *range(end, len(blocks))]
        if n != named and n not in menus and not blocks[n].role and document.read(blocks[n]).whole("sections.names")
    )


def _menus(document: Document, start: int, end: int) -> Iterator[int]:
    run: list[int] = []
    for n, block in enumerate([*document.blocks, None]):
        outside = n < start or n >= end
        if block is not None and not block.role and outside:
            reading = document.read(block)
            cover = reading.cover
            names = sum(1 for hit in reading.hits if hit.category == "sections.names")
            trail = _TRAIL.split(reading.text)
            if cover and (names >= _MENU or (cover.get("navigation") and not reading.whole("sections.names"))):
                yield n
                continue
            if len(trail) > 1 and document.lexicon and _starts_home(document, trail[0]):
                yield n
                continue
            if reading.whole("sections.names"):
                run.append(n)
                continue
        if len(run) >= _MENU:
            yield from run
        run = []


def _starts_home(document: Document, crumb: str) -> bool:

    return document.read_text(crumb).whole("navigation.whole", "sections.names")


def _continues_menu(document: Document, number: int) -> bool:
    """Whether the block above is a menu item that looks the same."""
    if number == 0:
        return False
    above, block = document.blocks[number - 1], document.blocks[number]
    reading = document.read(above)
    if above.role != "removed" or above.kind != "navigation" or not reading.whole("navigation.whole", "sections.names"):
        return False
    return above.lines == block.lines and reading.text.isupper() == document.text(block).isupper()


def _is_kicker(document: Document, block: Block) -> bool:
    reading = document.read(block)
    return (
        0 < len(reading.words) <= _KICKER_WORDS
        and reading.size <= _KICKER_SIZE
        and not reading.ends_sentence
        and not any(c.isdigit() for c in reading.text)
        and reading.text[:1].isalpha()
    )


def _adjoins(document: Document, number: int, title: int) -> bool:
    return all(b.role for b in document.blocks[number + 1 : title])
