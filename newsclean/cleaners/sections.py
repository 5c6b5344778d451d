"""The section's name or kicker beside the title, and menus made of such names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.language.sites import plain, site_names
from newsclean.lexicon.characters import COMMAS, STEPS
from newsclean.markup import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

_MENU = 3
_REACH = 4
_KICKER_WORDS, _KICKER_SIZE = 3, 36
#: How many elements around a line may name it a section's or a menu's, and how many around the title are its own.
_NAMED, _AROUND, _OWN = 2, 4, 3
#: Shorter names of outlets are a part of many words; an article or a domain's end has so many letters.
_LEAST_NAME, _ADDED = 4, 3
_TRAIL = re.compile(rf"\s?(?:[{STEPS}/|]|::)\s?")
#: What is left at a step's ends.
_ENDS = f" /|{STEPS}"


def sections(document: Document) -> Document:
    """Label the section; remove menus and breadcrumbs.

    A section's name stands near the title; three or more names in a row, or
    on one line, are a menu, and so is a trail that starts at the home page.
    A kicker on an HTML page stands in the title's element, or is called one.
    Hands off: the title itself, sub-headings, the outlet's name.
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
    named = _named(document, [n for n in _around(document, title, start) if n not in menus], title)
    if named is not None:
        name = document.text(blocks[named])
        yield blocks[named].label("section", name.strip(_ENDS) or None)
    yield from (
        block.remove("navigation")
        for n, block in enumerate(blocks)
        if not start <= n < end
        and n != named
        and n not in menus
        and not block.role
        and document.readings[n].names_section
        # "Sunday" may head the rest of a programme.
        and not (n > title and document.readings[n].names_day)
    )


def _named(document: Document, near: list[int], title: int) -> int | None:
    """Which of the blocks near the title names the section: one that is known, else a kicker right above."""

    def barred(number: int) -> bool:
        in_menu = number < title and _ends_menu(document, number)
        # "Paris, 2 May 2024": a date was cut off behind a place.
        goes_on = document.readings[number].text[-1:] in COMMAS
        return in_menu or goes_on or _names_outlet(document, document.blocks[number])

    known = next((n for n in near if document.readings[n].names_section), None)
    if known is not None and not barred(known):
        return known
    for n in near:
        block = document.blocks[n]
        kicker = n < title and _is_kicker(document, block) and _adjoins(document, n, title)
        if kicker and not barred(n) and _is_own(document, block):
            return n
    return None


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
    if _in_menu(document, block):
        return True
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
        and not any(c.isdigit() or c == "@" for c in reading.text)
        and reading.text[:1].isalpha()
    )


def _adjoins(document: Document, number: int, title: int) -> bool:
    return all(b.role for b in document.blocks[number + 1 : title])


def _in_menu(document: Document, block: Block) -> bool:
    """Whether a block of an HTML page stands in a menu, or in the site's head; breadcrumbs are no menus."""
    if not block.paged or any("crumb" in tag.names for tag in block.tags):
        return False
    title = document.blocks[document.title_number or 0].tags
    apart = [tag for tag in block.tags if tag not in title]
    # "ul.nav" may hold the section above the title in a head that they share.
    shared = document.read(block).names_section and any(tag.name == "header" for tag in block.tags if tag in title)
    if any(tag.name == "nav" for tag in apart) or (not shared and any(map(_is_menu, block.within(_AROUND)))):
        return True
    # An article has a head of its own.
    header = any(tag.name == "header" and not (tag.parent and tag.parent.name == "article") for tag in apart)
    listed = block.tags[0] in apart and block.tags[0].listed and not shared
    return not _is_named(block) and (header or listed)


def _is_menu(tag: Tag) -> bool:
    return tag.name not in PAGE and bool(naming.MENU.search(tag.names))


def _is_named(block: Block) -> bool:
    """Whether an element around a block of an HTML page is called as the names of sections are."""
    return any(naming.SECTION.search(tag.names) for tag in block.within(_NAMED) if tag.name not in PAGE)


def _is_own(document: Document, block: Block) -> bool:
    """Whether a block of an HTML page is called a section's name, or stands in an element of the title's own."""
    if not block.paged or _is_named(block):
        return True
    own = document.blocks[document.title_number or 0].within(_OWN)
    return any(tag in own for tag in block.tags if tag.name not in PAGE)


def _names_outlet(document: Document, block: Block) -> bool:
    """Whether a block is the outlet's name: in full, or but for a few letters where it is known as no section's."""
    reading, key = document.read(block), plain(document.text(block))
    known = document.outlets or site_names((), document.metadata.get("url"))
    if key in known or reading.names_section:
        return key in known
    alike = (name for name in known if min(len(name), len(key)) >= _LEAST_NAME)
    near = (name for name in alike if abs(len(name) - len(key)) <= _ADDED)
    return reading.whole("bylines.papers") or any(
        key.endswith(name) or name.endswith(key) or key.startswith(name) or name.startswith(key) for name in near
    )
