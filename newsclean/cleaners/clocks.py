"""The page's own clock, which is not the article's date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaners import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document


#: Not "24.12. 18:00", which tells the date first.
_TIME_FIRST = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(?![\d./-])")


def clocks(document: Document) -> Iterator[Block]:
    """The time stamps that belong to the page, removed.

    Above the title a stamp is the page's when it says so ("Last update"),
    tells the time first ("07:32 GMT"), or opens the page with a weekday; also
    when another date stands below the title. Hands off: the article's date,
    which stands beside the title, the byline or a word like "Published", and
    below the first line what the content model holds for the article's date.
    """
    title = document.title_number
    head = layout.body_start(document)
    end = layout.body_end(document)
    if title is None:
        # With no title to measure by, only what calls itself a clock is one.
        for n, block in enumerate(document.blocks):
            if not block.role and not head <= n < end and _says_clock(document, block):
                yield block.remove("clock")
        return
    below = any(document.read(block).stamps.stamps for block in document.blocks[title + 1 : head] if not block.role)
    for n, block in enumerate(document.blocks):
        if block.role or head <= n < end:
            continue
        stamps = document.readings[n].stamps
        if not stamps.stamps:
            continue
        first = stamps.stamps[0]
        if n < title:
            opens = n == 0 and bool(first.weekday or _TIME_FIRST.match(document.text(block)))
            own = layout.date_label(document, n) == "published" or (
                block.judged_date and first.label != "modified" and not opens
            )
            beside = not any(not b.role for b in document.blocks[n + 1 : title])
            page = first.label == "modified" or (
                stamps.pure and (below or not beside or opens or _TIME_FIRST.match(document.text(block)))
            )
            if _says_clock(document, block) or (page and not own and stamps.pure):
                yield block.remove("clock")
        elif n >= end and _says_clock(document, block) and stamps.pure:
            yield block.remove("clock")


def _says_clock(document: Document, block: Block) -> bool:
    stamps = document.read(block).stamps
    if not stamps.stamps:
        return False
    return stamps.stamps[0].label == "clock"
