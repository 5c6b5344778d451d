"""What stands under the pictures."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.article import Caption
from newsclean.cleaners import layout
from newsclean.cleaners.datelines import opens_below
from newsclean.cleaners.figures import Figures
from newsclean.cleaners.photo_credits import credit_line
from newsclean.language import credits as credit_lines
from newsclean.language.credit_checks import LONGEST, LONGEST_CAPTION, LONGEST_SENTENCE, SHORTEST_CAPTION, shouts
from newsclean.language.credit_forms import bracketed
from newsclean.language.signature_names import PERSON_ALONE
from newsclean.language.signatures import signs
from newsclean.language.signed_otherwise import of_agencies
from newsclean.lexicon.characters import DASHES
from newsclean.markup import CREDIT_GAP, Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_REACH_HEAD = 8
_SURE_BODY = 300
_FEWEST_LETTERS = 3


def captions(document: Document) -> Document:
    """Label captions that say so themselves.

    A caption ends in a credit ("… (Photo: Ana Silva)"), follows a label such as
    "In the picture", or is an HTML page's figure caption. Hands off: copyright
    lines, the article's closing credit.
    """
    document = document.replace(_captions(document))
    return document.replace(_broken(document))


def _captions(document: Document) -> Iterator[Block]:
    firm = layout.firm_start(document)
    last = _last_of_text(document)
    figures = Figures(document)
    for n, block in enumerate(document.blocks):
        if block.role and block.kind != "legal":
            continue
        marked = figures.marks(n)
        if _is_none(document, n, marked=marked) or block.start in figures.used or figures.strays(n, marked=marked):
            continue
        credit = _credit(document, n) if marked else None
        if credit:
            yield block.label("caption_credit", Caption("", credit))
            continue
        above = _label_above(document, n)
        reading = document.readings[n]
        labelled = marked or above is not None or _labelled(reading) or _pointed(document, n, head=n < firm)
        caption, beside = _caption(document, n, labelled=labelled, firm=firm, figures=figures)
        if caption is None or (block.role and not caption.credit):
            continue
        if not labelled and (_signs_text(document, n, caption, last) or _dates_text(document, n)):
            continue
        if above and not above.role:
            # A label that stayed would claim the next paragraph once its caption is gone.
            yield above.remove("label")
        yield block.label("caption", Caption(credit_lines.unlisted(caption.text), caption.credit))
        if beside:
            figures.used.add(beside.start)
            yield beside.label("caption_credit")


def _credit(document: Document, number: int) -> str | None:
    """The credit, where what a page calls a caption is nothing but one, and no sentence with one behind it."""
    reading = document.readings[number]
    found = credit_lines.split(reading.text, document.reader, frozenset({"labelled"}))
    caption = document.reader.read(found.text) if found else None
    if _parted_credit(document, number) or credit_lines.leads(reading.text, document.reader):
        return None
    if caption and caption.ends_sentence and not caption.starts("captions.credits"):
        return None
    return credit_line(document, document.blocks[number], head=True, labelled=True)


def _broken(document: Document) -> Iterator[Block]:
    """Captions that a line break on an HTML page cuts in two within a sentence, as one."""
    for block, below in pairwise(document.blocks):
        if not block.role == below.role == "caption" or block.within(1) != below.within(1) or not block.paged:
            continue
        first, rest = block.value, below.value
        if not first.credit and not document.read(block).ends_sentence and rest.text[:1].islower():
            yield block.label("caption", Caption(f"{first.text} {rest.text}", rest.credit))
            yield below.label("caption_credit")


def _is_none(document: Document, number: int, *, marked: bool) -> bool:
    """Whether a block is surely no caption: it is something else, or running text; `marked`: the page calls it one."""
    block, reading = document.blocks[number], document.readings[number]
    # A copyright sign below a picture is no footer's.
    if block.role and not (marked and block.kind == "legal"):
        return True
    if block.judged_body and not marked and (reading.size > _SURE_BODY or _cites_caption(document, reading)):
        return True
    # What is most of a text is no caption in it.
    if len(reading.text) > LONGEST_CAPTION or 2 * len(reading.text) > len(document.source):
        return True
    stamps = reading.stamps
    return stamps.mostly or any(stamp.label for stamp in stamps.stamps)


def _labelled(reading: Reading) -> bool:
    """Whether a line says itself that it stands under a picture; behind a label in brackets no sentence does."""
    return credit_lines.opens(reading) or (bool(credit_lines.counted(reading)) and not reading.ends_sentence)


def _cites_caption(document: Document, reading: Reading) -> bool:
    """Whether a line has a caption in quotation marks behind its label, as an article on the picture has it."""
    return credit_lines.opens(reading) and document.reader.read(credit_lines.unlabelled(reading)).quotation


def _caption(
    document: Document, number: int, *, labelled: bool, firm: int, figures: Figures
) -> tuple[Caption | None, Block | None]:
    """The caption that a block is, and the line beside it where that holds its credit."""
    reading, head = document.readings[number], number < firm
    parted = _parted_credit(document, number) if labelled else None
    if parted:
        return parted, None
    if credit_lines.taken(reading):
        found = credit_lines.split(reading.text, document.reader, frozenset({"labelled", "head"}))
        return Caption(*(found or (reading.text,))), None
    text = credit_lines.unlabelled(reading)
    item = reading.prose or document.reader.read(text).item
    bracket = bracketed(text)
    ended = head and (bracket or shouts(reading.text))
    if not (labelled or ended or credit_lines.may_end(reading)):
        return None, None
    # Right below the title brackets at the end hold whose picture it is, if the line is none of the text.
    below = max(0, firm - _REACH_HEAD) < number < firm and not document.blocks[number].judged_body
    sure = labelled or (below and not item and bracket)
    place = [name for name, holds in (("labelled", sure), ("head", head)) if holds]
    found = credit_lines.split(text, document.reader, frozenset(place))
    says = credit_lines.says(reading)
    short = reading.size < SHORTEST_CAPTION and not says and not (figures.names(number) and _names(reading))
    if found or not labelled or short:
        return (Caption(*found) if found else None), None
    for beside in figures.beside(number, above=says):
        credit = credit_line(document, beside, head=True)
        if credit:
            return Caption(text, credit), beside
    return Caption(text), None


def _names(reading: Reading) -> bool:
    """Whether a few words below a picture may say who or what is in it."""
    said = reading.whole("captions.labels", "captions.credits") or reading.clutter
    return not said and sum(map(str.isalpha, reading.text)) >= _FEWEST_LETTERS


def _parted_credit(document: Document, number: int) -> Caption | None:
    """Caption and credit of an HTML page that calls an element so: a gap stands between them."""
    block = document.blocks[number]
    text, gap, credit = document.source[block.start : block.end].partition(CREDIT_GAP) if block.paged else ("", "", "")
    text, credit = (" ".join(part.split()).strip(f" |/{DASHES}") for part in (text, credit))
    if text.endswith("("):
        text, credit = text.rstrip("( "), credit.rstrip(").")
    held = gap and text and 0 < len(credit) <= LONGEST
    said = document.reader.read(text)
    # "All rights reserved" and "Photo:" say nothing of what is in a picture.
    told = "" if said.clutter == "legal" or said.whole("captions.labels", "captions.credits") else text
    return Caption(told, credit_lines.holder(credit, document.reader)) if held else None


def _signs_text(document: Document, number: int, caption: Caption, last: int) -> bool:
    """Whether a line rather says who wrote, behind the last of the text or beside who took the pictures.

    Behind the last sentence stands "(Ana Silva/dpa)" or "(as/dpa)"; a short one before a person's name is a caption.
    """
    block, reading = document.blocks[number], document.readings[number]
    if signs(reading, document.reader) or _signs_and_dates(reading):
        return True
    if credit_lines.says_picture(reading.text, document.reader):
        return False
    short = not reading.prose and reading.size <= LONGEST_SENTENCE and PERSON_ALONE.search(caption.credit or "")
    ends = number >= last and not short and (block.judged_body or not block.scores)
    return ends or of_agencies(caption.credit or "", document.reader)


def _signs_and_dates(reading: Reading) -> bool:
    """Whether a line opens with a person's name and a date: "Ana Silva / 5 May 2022 / Photo: Joe Doe"."""
    stamps = reading.stamps.stamps
    return bool(stamps and PERSON_ALONE.fullmatch(reading.text[: stamps[0].start].strip(f" |/•·,({DASHES}")))


def _dates_text(document: Document, number: int) -> bool:
    """Whether a line is the dateline of the running text right below it, and no caption: "Kiel, 3 May (AP) -"."""
    filed = opens_below(document, number)
    return bool(filed and filed.place and document.blocks[number + 1].judged_body)


def _last_of_text(document: Document) -> int:
    """The index of the last block that is running text, or that a model holds for body; -1 where there is none."""
    return max(
        (
            n
            for n, block in enumerate(document.blocks)
            if block.judged_body or (not block.scores and document.readings[n].prose)
        ),
        default=-1,
    )


def _pointed(document: Document, number: int, *, head: bool) -> bool:
    """Whether a line points up to its picture, as papers in East Asia have it: it ends in a credit, or is the only one.

    Several are a list, and what stands in the midst of the text may be an item of one.
    """
    pointer = credit_lines.POINTER
    if not pointer.match(document.readings[number].text):
        return False
    others = (n for n, reading in enumerate(document.readings) if n != number and pointer.match(reading.text))
    ended = bracketed(document.readings[number].text)
    return bool(ended) or (head and next(others, None) is None)


def _label_above(document: Document, number: int) -> Block | None:
    """The block right above, where it is nothing but a caption's label."""
    above = document.blocks[number - 1] if number else None
    # Menus end in "Photo", too.
    heading = document.blocks[number].judged_title or (document.blocks[number].markup or Markup()).heading
    if above is None or heading or above.role not in {"", "removed"} or layout.set_aside(above):
        return None
    label, reading = document.readings[number - 1 : number + 1]
    # "Photo gallery" or "File photo" may also stand above a paragraph.
    if not label.whole("captions.labels"):
        return None
    judged = document.blocks[number].judged_body
    told = judged and not credit_lines.split(reading.text, document.reader, frozenset({"labelled"}))
    return None if (reading.ends_sentence and told) or (reading.prose and reading.size > LONGEST_SENTENCE) else above
