"""Where and by which agency a report was filed, ahead of its first sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.article import Dateline
from newsclean.cleaners import layout, place_lines
from newsclean.document import LIKELY
from newsclean.language.datelines import LONGEST, Filed, parse
from newsclean.language.sites import plain
from newsclean.lexicon import languages, load
from newsclean.lexicon.characters import QUESTION_MARKS, SENTENCE_STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

#: Deck and captions may stand above the lead, judged as running text.
_HEAD = 4
#: Capitals of no more letters than this are an organisation as likely as a place.
_ACRONYM = 3
#: What a line above text may have been held for; a byline may tell a place, too.
_HELD_FOR = frozenset({"", "removed", "byline"})
#: What the article says, besides its body.
_TOLD = frozenset({"title", "alternate_title", "deck", "caption"})
_DIGITS = "0123456789"
#: A word or a few, or initials, and a colon; with so many such lines a text is a list, or what people say.
_LABEL, _FEWEST_LABELS = re.compile(r"(?:(?:[^\W\d_]\.\s?){1,4}|[^\W\d_][^:.!?]{1,30}):\s\S"), 2
#: A question, and nothing before it.
_ASKS = re.compile(rf"[^{SENTENCE_STOPS}]{{0,200}}[{QUESTION_MARKS}]")


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
    if block is None or block.role not in _HELD_FOR:
        return None
    filed = opens_below(document, number - 1)
    if filed is None:
        return _place_above(document, number)
    if block.role and not (filed.place and (filed.names if block.role == "byline" else filed.agency)):
        # A removed line's words may pass for a menu's, with places that are sections.
        return None
    return block.label("dateline", _value(filed))


def _place_above(document: Document, number: int) -> Block | None:
    """A place alone on the line above the first paragraph."""
    block = document.blocks[number - 1]
    if block.role == "byline" or number != layout.body_start(document):
        return None
    filed = place_lines.opens(document, number - 1, located=_located(document, document.text(block)))
    return block.label("dateline", _value(filed)) if filed else None


def _find(document: Document, text: str) -> Filed | None:
    """The dateline of a line, if the rest of the text bears it out."""
    return parse(text, document.reader, lambda filed: _borne_out(document, filed, text))


def _value(filed: Filed) -> tuple[Dateline, tuple[str, ...]]:
    return Dateline(filed.place, filed.agency, filed.date), filed.names


def _borne_out(document: Document, filed: Filed, text: str) -> bool:
    """Whether the text confirms that a place is one."""
    place = filed.place or ""
    if filed.confirm in {"acronym", "shouted"}:
        unique = _unique(document, place.split(",")[0], text, filed.end)
        return unique and (filed.confirm == "acronym" or not _is_label(document, text, filed.end))
    if filed.confirm in {"own", "located"}:
        return _own(document, filed.agency or "") if filed.confirm == "own" else _located(document, place)
    if filed.confirm == "named":
        return _named(document, place, text) and not _is_label(document, text, filed.end)
    if filed.confirm == "spoken":
        return _located(document, place) or (bool(_locatives(document)) and _in_title(document, place, text))
    if filed.confirm == "line":
        line = text[: filed.end].rstrip()
        return any(document.text(block) == line for block in document.blocks[: layout.body_start(document) + 1])
    if filed.confirm == "told":
        # Behind several words in small letters an agency may stand for its picture: "Ana Silva (AP)".
        return _located(document, place) or (" " not in place and _in_title(document, place, text))
    if filed.confirm == "town":
        # A noun may open a text, too ("Hope. It is …"); a local paper has its towns in headline or menu.
        return (_located(document, place) and _in_title(document, place, text)) or _listed(document, place)
    return True


def _named(document: Document, place: str, text: str) -> bool:
    """Whether a name is a place's: the text says where it is, or where no word for that is known, its title has it.

    That may also speak of somebody by first name and surname, and open with what the line is labelled with.
    """
    if _located(document, place):
        return True
    known = document.language in languages() and load(document.language)["datelines"].get("locatives")
    opens = _title(document).startswith(place)
    return not (known or opens or " " in place) and _in_title(document, place, text)


def _is_label(document: Document, text: str, end: int) -> bool:
    """Whether a line that opens with a word and a colon is a label's ("Verdict: Guilty.") or what somebody says.

    No report follows the colon, or a line beside it, or several, open so: in recipes, line-ups, transcripts.
    """
    told = document.reader.read(text[end:])
    if not told.prose or _ASKS.match(told.text):
        return True
    lines = [reading.text for block, reading in zip(document.blocks, document.readings, strict=True) if not block.role]
    labelled = [n for n, line in enumerate(lines) if line != text and _LABEL.match(line)]
    return len(labelled) >= _FEWEST_LABELS or any(text in lines[max(0, n - 1) : n + 2] for n in labelled)


def _unique(document: Document, place: str, text: str, end: int) -> bool:
    """Whether a place stands nowhere else in such capitals, in which an acronym comes back: it does as "Tokyo".

    Who speaks in a transcript opens several lines.
    """
    lines = zip(document.blocks, document.readings, strict=True)
    # Menus have towns in capitals, and teasers open as the report does.
    told = {reading.text: _tells(block) for block, reading in lines if _tells(block) or not reading.text.isupper()}
    same = {line for line in told if line.startswith(text[:end])}
    if any(re.search(rf"\b{re.escape(place)}\b", line) for line in told.keys() - same):
        return False
    return sum(told[line] for line in same) <= 1


def _tells(block: Block) -> bool:
    """Whether a block is, or may be, of what the article says."""
    return block.role in _TOLD or (not block.role and (block.scores is None or block.judged_body))


def _own(document: Document, agency: str) -> bool:
    """Whether a name is the outlet's, for a station also without its channel's number; a desk may stand behind it."""
    name = plain(agency.partition("/")[0])
    behind = (outlet.removeprefix(name) for outlet in document.outlets if outlet.startswith(name))
    return len(name) > 1 and any(not rest.strip(_DIGITS) for rest in behind)


def _in_title(document: Document, place: str, text: str) -> bool:
    """Whether the title has a place in it, and is not itself the line that opens with it."""
    title = _title(document)
    return place in title and not text.startswith(title)


def _title(document: Document) -> str:
    # Where nobody has labelled it yet, the model knows it, or it is the first line.
    number, judged = document.title_number, document.judged_title_number
    return document.text(document.blocks[judged % len(document.blocks) if number is None else number])


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
