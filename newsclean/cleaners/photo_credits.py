"""Who took the pictures, on lines of their own."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.article import Caption
from newsclean.cleaners import layout
from newsclean.cleaners.credited import REACH, caption_of, signed_below
from newsclean.cleaners.figures import shares_figure
from newsclean.language import credits as credit_lines
from newsclean.language.credit_checks import EDGE, LONGEST_CAPTION, SIGN
from newsclean.language.credit_forms import bracketed
from newsclean.language.signature_names import PERSON_ALONE
from newsclean.language.signed_otherwise import of_agencies
from newsclean.lexicon.characters import COLONS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_REACH_HEAD = 8
#: A breadcrumb has as many slashes.
_STEPS = 2
#: How many elements around a credit may be its picture's.
_NEAR = 4
#: Above the title hardly anything is body: a model must be surer than elsewhere.
_ABOVE_TITLE = 0.8


def photo_credits(document: Document) -> Document:
    """Label credits on lines of their own, the captions they belong to, and lines that only name a film.

    A single sentence above the title is a caption too. Hands off: running text
    below the title, and quotations.
    """
    for find in (_photo_credits, _film_credits, _above_title, _credited_again):
        document = document.replace(find(document))
    return document


def _photo_credits(document: Document) -> Iterator[Block]:
    blocks = document.blocks
    title, last = document.title_number, _last_judged(document)
    start, end = layout.body_start(document), layout.body_end(document)
    done: set[int] = set()
    for n, block in enumerate(blocks):
        if layout.set_aside(block):
            continue
        film = credit_lines.film(document.readings[n].text, document.reader) if start < n < max(end, last) else None
        if film and not block.role and not (block.markup and block.markup.heading):
            yield block.label("caption", Caption(film))
            continue
        # "© Ana Silva" above the body is no footer, whatever it would be below, nor is it right below the first line.
        head = n < start or (n == start + 1 < end and block.lines == 1 and not _holds_paper(document, block))
        below = signed_below(document, n) if n < end else None
        signed = bool(below) or (head and block.role == "removed" and _labelled(document, block))
        if (block.role and not signed) or n > end + REACH or block.surely_body:
            continue
        uncredited = _uncredited_above(document, n)
        credit = below and document.text(below).strip(EDGE)
        credit = credit or credit_line(document, block, head=head, uncredited=bool(uncredited))
        if not credit or (n >= end and _signs_report(document, block)):
            continue
        caption = None if uncredited else caption_of(document, n, done, range(start, end))
        single = not uncredited and caption is None
        under_title = title is not None and title < n < start
        if single and ((signed and not under_title) or not _near_picture(document, n, credit)):
            continue
        # The closing credits may name once more who took the pictures.
        again = any(other.value.credit == credit for other in document.find("caption"))
        named = None if credit_lines.leads(credit, document.reader) else credit
        yield block.label("caption_credit", Caption("", named) if single and named and not again else None)
        if below:
            yield below.label("caption_credit")
        if uncredited:
            yield uncredited.label("caption", Caption(uncredited.value.text, named))
        elif caption is not None:
            done.add(caption)
            text = credit_lines.unlisted(document.text(blocks[caption]))
            yield blocks[caption].label("caption", Caption(text, named))


def _film_credits(document: Document) -> Iterator[Block]:
    """Lines in the text that only name who made a film, where others name who took a picture; headings name films."""
    if not any(document.find("caption_credit")):
        return
    for n in range(layout.body_start(document) + 1, _last_judged(document)):
        block = document.blocks[n]
        heading = block.role or (block.markup and block.markup.heading)
        maker = None if heading else credit_lines.filmed_by(document.readings[n].text, document.reader)
        if maker:
            yield block.label("caption_credit", Caption("", maker))


def _last_judged(document: Document) -> int:
    """The number of the last line that a model holds for body, which may be short; 0 where there is none."""
    return max((n for n, block in enumerate(document.blocks) if block.judged_body), default=0)


def _above_title(document: Document) -> Iterator[Block]:
    """A single sentence above the title, which stands under a picture."""
    title = document.title_number or 0
    above = [
        block
        for n, block in enumerate(document.blocks[:title])
        if not block.role
        and document.read(block).prose
        and document.text(block).count("/") < _STEPS
        # Further up stand a page's prompts; HTML says what a caption is.
        and title - n <= REACH
        and not block.paged
    ]
    sure = any(block.scores is not None and block.scores.body >= _ABOVE_TITLE for block in above)
    if len(above) == 1 and not sure:
        yield above[0].label("caption", Caption(credit_lines.unlisted(document.text(above[0]))))


def _credited_again(document: Document) -> Iterator[Block]:
    """The captions that end in brackets in the name of a person to whom another is credited.

    Behind the last of the text stands who wrote it.
    """
    signed = {name for block in document.find("byline") for name in block.value or ()}
    known = {block.value.credit for block in document.find("caption")} - {None, *signed}
    for n in range(layout.body_end(document) - 1) if known else ():
        block, reading = document.blocks[n], document.readings[n]
        spared = block.role or len(reading.text) > LONGEST_CAPTION or reading.item
        match = None if spared else bracketed(reading.text)
        if match and match["credit"] in known and PERSON_ALONE.fullmatch(match["credit"]) and match["text"]:
            yield block.label("caption", Caption(match["text"].rstrip(), match["credit"]))


def credit_line(
    document: Document, block: Block, *, head: bool, uncredited: bool = False, labelled: bool = False
) -> str | None:
    """The credit, where a block is nothing but one.

    Args:
        document: the text.
        block: a line of it.
        head: it stands above the body, or right below a caption.
        uncredited: it stands right below a caption that says itself what it is, but not whose picture it stands under.
        labelled: something says that it is a caption or a part of one.
    """
    below = head and block.lines == 1
    held = {"head": head, "below": below, "called": _called(block), "uncredited": uncredited, "labelled": labelled}
    return credit_lines.alone(document.text(block), document.reader, frozenset(name for name in held if held[name]))


def _holds_paper(document: Document, block: Block) -> bool:
    """Whether what is behind a copyright sign opens as a paper's name does, with a small word: "© The Post"."""
    text = document.text(block)
    sign = SIGN.match(text)
    first = text[sign.end() :].split()[:1] if sign else []
    return bool(first) and fold(first[0]) in document.reader.lexicon.function_words


def _signs_report(document: Document, block: Block) -> bool:
    """Whether a line below the body says which agency the text is from, and who worked on it: "dpa/foe"."""
    reading = document.read(block)
    return reading.whole("datelines.agencies") or of_agencies(reading.text, document.reader)


def _uncredited_above(document: Document, number: int) -> Block | None:
    """The line right above, where it is a caption that does not say whose picture it stands under."""
    block, above = document.blocks[number], document.blocks[number - 1] if number else None
    if above is None or above.role != "caption" or not above.value.text or above.value.credit:
        return None
    return above if block.lines == 1 or shares_figure(above, block) else None


def _near_picture(document: Document, number: int, credit: str) -> bool:
    """Whether a credit without a caption may belong to a picture of the article, and is no word of a menu."""
    block, title = document.blocks[number], document.title_number
    if block.paged:
        return _called(block) or _pictured(block) or _says_whose(document, number, credit)
    return title is None or title - number <= _REACH_HEAD


def _says_whose(document: Document, number: int, credit: str) -> bool:
    """Whether a paragraph of an HTML page says, and nothing else, whose a picture is: "Photo: Ana Silva".

    Elsewhere than in the article it must be a person.
    """
    block, title, markup = document.blocks[number], document.title_number, document.blocks[number].markup
    above = layout.body_start(document) - 1 if title is None else title
    named = PERSON_ALONE.fullmatch(credit) or above < number <= layout.body_end(document)
    spared = markup is None or markup.heading or markup.item or block.linked
    return bool(named and not spared and _labelled(document, block))


def _labelled(document: Document, block: Block) -> bool:
    """Whether a line opens with what labels credits: "Photo: Ana Silva", "Fot. Anna Lis", "© Ana Silva"."""
    reading = document.read(block)
    if SIGN.match(reading.text):
        return True
    opening = reading.starts("captions.credits")
    behind = reading.after(opening) if opening else ""
    return behind.startswith((".", *COLONS)) and any(map(str.isalnum, behind))


def _pictured(block: Block) -> bool:
    """Whether a line is in an element that is called a credit, and that in one that is called a picture."""
    near = block.within(_NEAR)
    at = next((n for n, tag in enumerate(near) if naming.CREDIT.search(tag.names)), len(near))
    return any(naming.PICTURE.search(tag.names) for tag in near[at:])


def _called(block: Block) -> bool:
    """Whether an HTML page marks a block as a picture's credit: by its place in a figure, and what that is called."""
    inside = list(takewhile(lambda tag: tag.name not in layout.PICTURED, block.tags))
    return len(inside) < len(block.tags) and any(naming.CREDIT.search(tag.names) for tag in inside)
