"""The section's name or kicker beside the title, and menus made of such names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaners import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_MENU = 3
_REACH = 4
_KICKER_WORDS, _KICKER_SIZE = 3, 36
_TRAIL = re.compile(r"\s?(?:[>›»→/|]|::)\s?")


def sections(document: Document) -> Document:
    """Label the section; remove menus and breadcrumbs.

    A section's name stands near the title; three or more names in a row, or
    on one line, are a menu, and so is a trail that starts at the home page.
    Hands off: the title itself, sub-headings.
    """
    return document.replace(_sections(document))


def _sections(document: Document) -> Iterator[Block]:
    title = document.title_number
    blocks = document.blocks
    # The last paragraph may be shorter than what surely is running text.
    last = max((n for n, block in enumerate(blocks) if block.judged_body and not block.role), default=-1)
    start, end = layout.body_start(document), max(layout.body_end(document), last + 1)
    menus = set(_menus(document, start, end))
    yield from (blocks[n].remove("navigation") for n in menus)
    if title is None:
        return
    near = [n for n in _around(document, title, start) if n not in menus]
    named = next((n for n in near if document.read(blocks[n]).names_section), None)
    if named is not None and named < title and _ends_menu(document, named):
        named = None
    if named is None:
        named = next(
            (
                n
                for n in near
                if n < title
                and _is_kicker(document, blocks[n])
                and _adjoins(document, n, title)
                and not _ends_menu(document, n)
            ),
            None,
        )
    if named is not None:
        yield blocks[named].label("section")
    yield from (
        block.remove("navigation")
        for n, block in enumerate(blocks)
        if not start <= n < end
        and n != named
        and n not in menus
        and not block.role
        and document.readings[n].names_section
    )


def _menus(document: Document, start: int, end: int) -> Iterator[int]:
    run: list[int] = []
    for n, block in enumerate([*document.blocks, None]):
        outside = n < start or n >= end
        if block is not None and not block.role and outside:
            reading = document.readings[n]
            if reading.names_section:
                run.append(n)
                continue
            trail = _TRAIL.split(reading.text)
            if len(trail) > 1 and _starts_home(document, trail[0]):
                yield n
                continue
        if len(run) >= _MENU:
            yield from run
        run = []


def _starts_home(document: Document, crumb: str) -> bool:

    return document.reader.read(crumb).whole("navigation.whole", "sections.names")


def _around(document: Document, title: int, start: int) -> Iterator[int]:
    """The undecided blocks that touch the title, but for what is decided between, nearest first."""
    for steps in (range(title - 1, max(-1, title - 1 - _REACH), -1), range(title + 1, min(start, title + 1 + _REACH))):
        for n in steps:
            if not document.blocks[n].role:
                yield n
                if not document.read(document.blocks[n]).names_section:
                    break


def _ends_menu(document: Document, number: int) -> bool:
    """Whether a block is the last of a column of menu items that look the same, or in an HTML page's menu."""
    block = document.blocks[number]
    if any(tag.name == "nav" for tag in block.tags) and not any("crumb" in tag.names for tag in block.tags):
        return True
    # Crumbs are items of a list on HTML pages.
    if not block.paged and document.item(block):
        return number > 0 and document.item(document.blocks[number - 1])
    upper = document.text(block).isupper()
    run = 1
    for above in reversed(document.blocks[:number]):
        reading = document.read(above)
        if not reading.names_section or above.lines > block.lines or reading.text.isupper() != upper:
            break
        run += 1
    return run >= _MENU


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
