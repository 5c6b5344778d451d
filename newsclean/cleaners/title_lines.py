"""A title's line: the form it has, and what stands on it besides the title, a kicker or the site's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.language import credits, datelines  # noqa: A004
from newsclean.language.signatures import names
from newsclean.lexicon.characters import COLONS, DOUBLE_QUOTES

if TYPE_CHECKING:
    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: Hardly any title is longer.
LONGEST = 130
#: "o" is a bullet of a list inside a list.
ITEM = re.compile(r"[*•+‣◦▪]\s|o\s(?=[A-Z])|\d{1,2}\.\s")
#: A breadcrumb: its steps and their words.
_TRAIL = re.compile(r"\s[>›»→/]\s")
_STEPS, _STEP_WORDS = 3, 4
#: A headline may be a quotation, full stop and all.
_QUOTED = re.compile(rf"[{DOUBLE_QUOTES}「『‘'][^{DOUBLE_QUOTES}「」『』]+[“”«»\"」』”’']")
_CASED = re.compile(r"[^\W\d_]")

#: A shorter line may be a part of the title by chance.
_TITLE_WORDS, _MOST_OF_IT, _MOST_IF_SHORT, _KICKER_WORDS = 4, 0.4, 0.6, 2
#: Where the site's name begins, behind the stop of a title that has one.
_SITE = re.compile(r"([^\w\s|·•]{0,9})(?:\s?[|·•]|\s[»–—-]\s)")
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_WORDS = re.compile(r"\w+")


def judged(block: Block) -> float:
    """How likely a model holds a block for the title."""
    return block.scores.title if block.scores else 0.0


def possible(document: Document, number: int) -> bool:
    """Whether a line has the form of a title, and nothing says that it is something else."""
    block, reading = document.blocks[number], document.readings[number]
    if block.role or not (reading.headline or (reading.size <= LONGEST and _QUOTED.fullmatch(reading.text))):
        return False
    if not _CASED.search(reading.text) or ITEM.match(reading.text) or reading.stamps.mostly:
        return False
    parts = _TRAIL.split(reading.text)
    if len(parts) >= _STEPS and all(len(part.split()) <= _STEP_WORDS for part in parts):
        return False
    if (
        reading.whole("sections.names", "datelines.agencies")
        or reading.starts("tags.labels")
        or _signs(document, reading)
    ):
        return False
    if reading.digits and _filed(document, reading):
        return False
    return not (reading.starts("captions.credits") and _credits(document, reading))


def _credits(document: Document, reading: Reading) -> bool:
    """Whether a line that opens as a picture's credit is one: "Photo of the year shows empty school" is none."""
    return reading.whole("captions.credits") or credits.alone(reading.text, document.reader) is not None


def _filed(document: Document, reading: Reading) -> bool:
    """Whether a line opens with a dateline: place and day, and the text behind them, if not on the next line."""
    return bool(datelines.parse(f"{reading.text} A", document.reader, lambda filed: bool(filed.place and filed.date)))


def _signs(document: Document, reading: Reading) -> bool:
    """Whether a line opens as a byline and names somebody: "From town to town" does not."""
    opening = reading.starts("bylines.openings")
    if not opening:
        return False
    signed = reading.after(opening)
    return bool(names(signed, document.reader)) or document.reader.read(signed).whole("bylines.roles", "bylines.nobody")


def alone(document: Document, block: Block) -> list[Block]:
    """The title apart from a kicker or the site's name on its line, where the page also gives it without them."""
    at = _before_site(document, block)
    if at:
        return [document.part(block, 0, at).label("title"), document.part(block, at).remove("label")]
    at = _behind_kicker(document, block)
    if at:
        return [document.part(block, 0, at).remove("label"), document.part(block, at).label("title")]
    return []


def unmarked(document: Document, block: Block) -> Block:
    """A title without the mark of a heading, in a text that is no Markdown otherwise."""
    mark = _HASHES.match(document.text(block)) if block.role == "title" and not block.holes else None
    return block.label("title", document.text(block)[mark.end() :]) if mark else block


def _behind_kicker(document: Document, block: Block) -> int:
    """Where a title begins behind a kicker, or 0: it is a line of its own elsewhere."""
    text = document.text(block)
    for other in document.readings:
        if len(other.text) < _MOST_OF_IT * len(text) or other.text[-1:] != text[-1:]:
            continue
        inner = ITEM.sub("", other.text)
        if len(inner) < _MOST_OF_IT * len(text) or not text.endswith(inner) or len(other.words) < _TITLE_WORDS:
            continue
        at = len(text) - len(inner)
        kicker = text[:at]
        # A kicker before a colon is the title's own.
        if kicker.endswith(" ") and kicker.rstrip()[-1:] not in COLONS:
            return at
    return 0


def _before_site(document: Document, block: Block) -> int:
    """Where the site's name begins in a title, or 0: what stands before it is, or ends, a line of its own.

    What opens in quotation marks may go on behind them.
    """
    reading = document.read(block)
    text = reading.text
    if not reading.spans or reading.spans[0][0] > 0:
        return 0
    for site in reversed(list(_SITE.finditer(text))):
        title = document.reader.read(text[: site.end(1)]).words
        most = _MOST_OF_IT if len(title) >= _TITLE_WORDS else _MOST_IF_SHORT
        if len(title) <= _KICKER_WORDS or site.end(1) < most * len(text):
            continue
        last = _WORDS.findall(text[: site.end(1)])[-1].casefold()
        others = (other for other in document.readings if last in other.text.casefold() and other.text != text)
        if any(other.words[-len(title) :] == title for other in others):
            return site.end(1)
    return 0
