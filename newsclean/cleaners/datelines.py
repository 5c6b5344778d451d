"""Where and by which agency a report was filed, ahead of its first sentence."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.article import Dateline
from newsclean.cleaners import layout
from newsclean.document import LIKELY
from newsclean.language.datelines import LONGEST, Filed, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: Deck and captions may stand above the lead, judged as running text.
_HEAD = 4
#: Capitals of no more letters than this are an organisation as likely as a place.
_ACRONYM = 3
#: What a line above text may have been held for; a byline may tell a place, too.
_HELD_FOR = frozenset({"", "removed", "byline"})
#: A word or a few, and a colon.
_LABEL = re.compile(r"[^\W\d_][^:.!?]{1,30}:\s\S")


def datelines(document: Document) -> Document:
    """Label the dateline that opens the body.

    Forms as the agencies write them: `TOKYO --`, `NAIROBI, Kenya (AP) —`,
    `Kiel (dpa/lno) -`, `【ニューヨーク共同】` … Without an agency or a date, the
    place must be in capitals, or the text say elsewhere where it is ("in
    Kiel"), and a new sentence begin behind it. Hands off: a sentence that
    starts with a capitalised word and a dash ("NATO — the …").
    """
    index = document.title_number
    title = -1 if index is None else index
    prose = [n for n in document.prose if n > title]
    opening, above = _places(document, prose, title)
    for n in (*opening, *above):
        block = document.blocks[n]
        filed = None if block.role else _find(document, document.text(block))
        if filed is None or (n in above and filed.confirm):
            continue
        if filed.end < len(document.text(block)):
            return document.replace(_parted(document, block, filed))
        if n in opening:
            return document
    below = dict.fromkeys((*range(title + 2, min(title + 2 + _HEAD, len(document.blocks))), *prose[:_HEAD]))
    return document.replace(list(filter(None, (_above(document, n) for n in below)))[:1])


def _parted(document: Document, block: Block, filed: Filed) -> Iterator[Block]:
    """A line's dateline, and the text behind it, which opens the article whatever a model holds the line for."""
    yield document.part(block, 0, filed.end).label("dateline", _value(filed))
    if block.scores:
        behind = document.part(block, filed.end)
        yield behind.scored(block.scores._replace(body=max(LIKELY, block.scores.body)))


def _places(document: Document, prose: list[int], title: int) -> tuple[list[int], list[int]]:
    """Where the body may open, and where the lines above it are, which do not read like running text.

    Those above a table do not, nor do some in capitals.
    """
    start, size = layout.body_start(document), len(document.blocks)
    # Key points may stand above the lead.
    lead = next((n for n in prose if not _listed_item(document.blocks[n])), start)
    second = next((n for n in prose if n > start), start)
    opening = [n for n in dict.fromkeys((*prose[:1], start, second, lead)) if n < size]
    return opening, [n for n in range(title + 1, min(start, title + 1 + _HEAD)) if n not in opening]


def _listed_item(block: Block) -> bool:
    return block.markup is not None and (block.markup.item or any(tag.listed for tag in block.within(1)))


def opens_below(document: Document, number: int) -> Filed | None:
    """The dateline that a line is for the text right below it: with an agency, a reporter or a date."""
    text = document.text(document.blocks[number])
    if len(text) > LONGEST or number + 1 == len(document.blocks):
        return None
    filed = _find(document, f"{text} {document.text(document.blocks[number + 1])}")
    if not filed or filed.end not in {len(text), len(text) + 1} or not (filed.agency or filed.names or filed.date):
        return None
    return filed


def _above(document: Document, number: int) -> Block | None:
    """A dateline on the line above text or figures."""
    block = document.blocks[number - 1] if number else None
    filed = opens_below(document, number - 1) if block is not None and block.role in _HELD_FOR else None
    if block is None or filed is None:
        return None
    if block.role and not (filed.place and (filed.names if block.role == "byline" else filed.agency)):
        # A removed line's words may pass for a menu's, with places that are sections.
        return None
    return block.label("dateline", _value(filed))


def _find(document: Document, text: str) -> Filed | None:
    """The dateline of a line, if the rest of the text bears it out."""
    return parse(text, document.reader, lambda filed: _borne_out(document, filed, text))


def _value(filed: Filed) -> tuple[Dateline, tuple[str, ...]]:
    return Dateline(filed.place, filed.agency, filed.date), filed.names


def _borne_out(document: Document, filed: Filed, text: str) -> bool:
    """Whether the text confirms that a place is one."""
    place = filed.place or ""
    if filed.confirm == "acronym":
        return _unique(document, place.split(",")[0], text, filed.end)
    if filed.confirm == "located":
        return _located(document, place)
    if filed.confirm == "spoken":
        if _is_label(document, text):
            return False
        return _located(document, place) or (bool(_locatives(document)) and _in_title(document, place))
    if filed.confirm == "line":
        line = text[: filed.end].rstrip()
        return any(document.text(block) == line for block in document.blocks[: layout.body_start(document) + 1])
    if filed.confirm == "told":
        # Behind several words in small letters an agency may stand for its picture: "Ana Silva (AP)".
        return _located(document, place) or (" " not in place and _in_title(document, place))
    if filed.confirm == "town":
        # A noun may open a text, too ("Hope. It is …"); a local paper has its towns in headline or menu.
        return (_located(document, place) and _in_title(document, place)) or _listed(document, place)
    return True


def _is_label(document: Document, text: str) -> bool:
    """Whether a line beside one that opens with a word and a colon does so, too: in line-ups and transcripts."""
    both = ((one.text, other.text) for one, other in pairwise(document.readings))
    return any(_LABEL.match(other if one == text else one) for one, other in both if text in (one, other))


def _unique(document: Document, place: str, text: str, end: int) -> bool:
    """Whether a place stands nowhere else in such capitals, in which an acronym comes back: it does as "Tokyo".

    Who speaks in a transcript opens several lines.
    """
    if len({reading.text for reading in document.readings if reading.text.startswith(text[:end])}) > 1:
        return False
    elsewhere = document.source.count(place) - document.source.count(text[:end])
    return elsewhere <= 0 or not re.search(rf"\b{re.escape(place)}\b", document.source.replace(text, "", 1))


def _in_title(document: Document, place: str) -> bool:
    # Where nobody has labelled it yet, the model knows it, or it is the first line.
    number, judged = document.title_number, document.judged_title_number
    number = judged % len(document.blocks) if number is None else number
    return place in document.text(document.blocks[number])


def _listed(document: Document, place: str) -> bool:
    """Whether a place stands on a line of its own that is not of the article."""
    return any(
        document.text(block) == place
        for block in document.blocks
        if block.role in {"removed", "section"} or (not block.role and block.scores and not block.judged_body)
    )


def _located(document: Document, places: str) -> bool:
    """Whether the text says of a name, or one of several, where it is: "in Nagpur"."""
    names = [re.escape(name) for name in map(str.strip, places.split("/")) if len(name) > _ACRONYM]
    locatives = [re.escape(word) for word in _locatives(document)]
    if not names or not locatives:
        return False
    return bool(re.search(rf"\s(?:{'|'.join(locatives)})\s(?:{'|'.join(names)})\b", document.source))


def _locatives(document: Document) -> list[str]:
    return [word for table in document.reader.lexicon.tables() for word in table["datelines"].get("locatives", ())]
