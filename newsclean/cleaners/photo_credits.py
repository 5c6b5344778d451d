"""Who took the pictures, on lines of their own."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.article import Caption
from newsclean.cleaners import layout
from newsclean.language import credits as credit_lines
from newsclean.language.credit_checks import CAPITALS, EDGE, LONGEST_CAPTION, LONGEST_SENTENCE, SHORTEST_CAPTION, SIGN
from newsclean.language.credit_forms import bracketed
from newsclean.language.signature_names import PERSON_ALONE
from newsclean.language.signatures import signs
from newsclean.language.signed_otherwise import of_agencies
from newsclean.lexicon.characters import COLONS, DOUBLE_QUOTES
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_REACH_HEAD = 8
#: A breadcrumb has as many slashes.
_STEPS = 2
_QUOTES = f"{DOUBLE_QUOTES}「"
#: How many elements around a credit may be its picture's.
_NEAR = 3
#: How far a credit may stand from its caption, in blocks.
_REACH = 3
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
        below = _signed_below(document, n) if n < end else None
        removed = head and block.role == "removed"
        signed = bool(below) or (removed and bool(SIGN.match(document.text(block))))
        if (block.role and not signed) or n > end + _REACH or block.surely_body:
            continue
        uncredited = blocks[n - 1] if n and block.lines == 1 and _uncredited(blocks[n - 1]) else None
        told = document.text(below).strip(EDGE) if below else ""
        credit = told or credit_line(document, block, head=head, uncredited=bool(uncredited))
        if not credit or (n >= end and _signs_report(document, block)):
            continue
        caption = None if uncredited else _caption_of(document, n, done, range(start, end))
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
            yield blocks[caption].label("caption", Caption(document.text(blocks[caption]), named))


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
        and title - n <= _REACH
        and not block.paged
    ]
    sure = any(block.scores is not None and block.scores.body >= _ABOVE_TITLE for block in above)
    if len(above) == 1 and not sure:
        yield above[0].label("caption", Caption(document.text(above[0])))


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


def credit_line(document: Document, block: Block, *, head: bool, uncredited: bool = False) -> str | None:
    """The credit, where a block is nothing but one.

    Args:
        document: the text.
        block: a line of it.
        head: it stands above the body, or right below a caption.
        uncredited: it stands right below a caption that says itself what it is, but not whose picture it stands under.
    """
    held = {"head": head, "below": head and block.lines == 1, "called": _called(block), "uncredited": uncredited}
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


def _uncredited(block: Block) -> bool:
    """Whether a block is a caption that says itself what it is, but not whose picture it stands under."""
    return block.role == "caption" and bool(block.value.text) and not block.value.credit


def _signed_below(document: Document, number: int) -> Block | None:
    """The line below one that is nothing but "©" or "Photo:", where it names somebody."""
    block = document.blocks[number]
    below = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
    if below is None or below.role or below.lines != 1 or block.role not in {"", "removed"}:
        return None
    opened = credit_lines.leads(document.text(block), document.reader)
    return below if opened and CAPITALS.fullmatch(document.text(below)) else None


def _near_picture(document: Document, number: int, credit: str) -> bool:
    """Whether a credit without a caption may belong to a picture of the article, and is no word of a menu."""
    block, title = document.blocks[number], document.title_number
    if block.paged:
        return _called(block) or _says_whose(document, block, credit)
    return title is None or title - number <= _REACH_HEAD


def _says_whose(document: Document, block: Block, credit: str) -> bool:
    """Whether a paragraph of an HTML page says, and nothing else, who took a picture: "Photo: Ana Silva"."""
    reading, markup = document.read(block), block.markup
    opening = reading.starts("captions.credits")
    labelled = opening and reading.after(opening).startswith(tuple(COLONS)) and PERSON_ALONE.fullmatch(credit)
    return bool(labelled and markup and not (markup.heading or markup.item or block.linked))


def _called(block: Block) -> bool:
    """Whether an HTML page marks a block as a picture's credit: by its place in a figure, and what that is called."""
    inside = list(takewhile(lambda tag: tag.name not in layout.PICTURED, block.tags))
    return len(inside) < len(block.tags) and any(naming.CREDIT.search(tag.names) for tag in inside)


def _set_apart(document: Document, number: int) -> bool:
    """Whether more blank lines part a line and its credit below from what stands around than part the two."""
    credit = number + 1
    below = credit + 1 + bool(_signed_below(document, credit))
    block, sign, *around = (*document.blocks[number : credit + 1], *document.blocks[below : below + 1])
    return all(other.lines > sign.lines for other in (block, *around))


def _pictured(document: Document, credit: int) -> bool:
    """Whether a credit and the line above it are all that stands in an element that is called a picture."""
    *above, line, block = document.blocks[max(0, credit - 2) : credit + 1]
    around = {tag for other in (*above, *document.blocks[credit + 1 : credit + 2]) for tag in other.tags}
    fits = not line.role and len(document.text(line)) <= min(LONGEST_CAPTION, len(document.source) // 2)
    both = (tag for tag in block.within(_NEAR) if tag in line.tags and tag not in around)
    return fits and any(naming.PICTURE.search(tag.names) for tag in both)


def _caption_of(document: Document, credit: int, done: set[int], body: range) -> int | None:
    """The caption a credit line belongs to: the nearest block above that may be one.

    Below the body a credit names who took the pictures above, and no running text is a caption, nor is a quotation. All
    that stands with a credit in what an HTML page calls a picture is one.
    """
    if credit and _pictured(document, credit):
        return credit - 1
    for n in range(credit - 1, max(-1, credit - 1 - _REACH), -1):
        block = document.blocks[n]
        if block.role == "title":
            continue
        reading = document.read(block)
        right_above = n == credit - 1
        # A sentence is a paragraph, unless blank lines part it from all but its credit.
        sentence = reading.ends_sentence and not (right_above and _set_apart(document, n))
        # The first below the title, right above a credit, only looks like body.
        first = (
            n <= body.start and right_above and document.blocks[credit].lines == 1 and reading.size <= LONGEST_SENTENCE
        )
        # Below who wrote may stand who took the pictures.
        held = block.judged_body if reading.prose or block.paged or sentence else block.surely_body
        quoted = reading.ends_sentence and reading.text[0] in _QUOTES
        taken = block.role or n in done or quoted or signs(reading, document.reader)
        if taken or (held and not (first and not sentence)):
            return None
        single = not reading.prose or (reading.size <= LONGEST_SENTENCE and right_above and credit < body.stop)
        fits = SHORTEST_CAPTION < reading.size <= LONGEST_CAPTION
        return n if fits and (n < body.start or single) else None
    return None
