"""What stands under the pictures, and who took them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import _layout
from newsclean.article import Caption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_LONGEST_CREDIT = 120
_LONGEST_CAPTION = 700
_BRACKETED = re.compile(r"\s*[(\[（［【]([^()\[\]（）［］【】]{2,110})[)\]）］】]\s*[.。]?\s*$")
_SIGN = re.compile(r"[©Ⓒⓒ]|\(c\)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TAIL = re.compile(r"(?:^|(?<=[.!?。…”\"'’)»|\s])\s*)(?:[|/–—-]\s*)?$")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*[\s/,&]*){1,6}")
_EDGE = " \t:：|/–—-©Ⓒⓒ.;,"
#: How far a credit may stand from its caption, in blocks.
_REACH = 3


def captions(document: Document) -> Document:
    """Label captions and the credits that go with them.

    A caption ends in a credit ("… (Photo: Ana Silva)"), has a line of credit
    near it, follows a label such as "In the picture", or is a single sentence
    above the title. Hands off: copyright lines and the article's closing credit.
    """
    return document.replace(_captions(document))


def _captions(document: Document) -> Iterator[Block]:
    blocks = document.blocks
    title = _layout.title_index(document)
    start, end = _layout.body_start(document), _layout.body_end(document)
    credits = {
        n: credit
        for n, block in enumerate(blocks)
        if not block.role and n <= end + _REACH and (credit := _credit_line(document, block, head=n < start))
    }
    done: set[int] = set(credits)
    for n, block in enumerate(blocks):
        if block.role or n in done:
            continue
        reading = document.read(block)
        if len(reading.text) > _LONGEST_CAPTION:
            continue
        sure = _labelled(document, n) or (title is not None and n < title and reading.prose)
        text = _unlabelled(document, block)
        own = _own_credit(document, block, text, sure=sure)
        if own:
            done.add(n)
            yield block.label("caption", Caption(*own))
        elif sure:
            done.add(n)
            near = next((m for m in (n + 1, n + 2, n + 3) if m in credits), None)
            yield block.label("caption", Caption(text, credits.pop(near) if near else None))
            if near:
                yield blocks[near].label("caption_credit")
    for n, credit in credits.items():
        caption = _caption_of(document, n, done, start)
        if caption is None:
            yield blocks[n].label("caption_credit", Caption("", credit))
        else:
            done.add(caption)
            yield blocks[n].label("caption_credit")
            yield blocks[caption].label("caption", Caption(document.text(blocks[caption]), credit))


def _credit_line(document: Document, block: Block, *, head: bool) -> str | None:
    """The credit, where a block is nothing but one."""
    reading = document.read(block)
    if reading.size > _LONGEST_CREDIT or reading.prose:
        return None
    sign = _SIGN.match(reading.text)
    opening = reading.starts("captions.credits")
    if sign:
        rest = reading.text[sign.end() :].strip(_EDGE)
        if rest and not _YEAR.match(rest) and (head or _is_source(reading)):
            return rest
        return None
    if opening:
        rest = reading.text[reading.spans[opening - 1][1] :]
        if rest.lstrip()[:1] in {":", "：", "/", "|", "©"} or (opening > 1 and rest.strip()):
            return rest.strip(_EDGE) or None
        if _is_source(reading) and rest.strip():
            return reading.text.strip(_EDGE)
    return None


def _is_source(reading: Reading) -> bool:
    return bool(reading.categories & {"captions.credits", "datelines.agencies"})


def _own_credit(document: Document, block: Block, text: str, *, sure: bool) -> tuple[str, str] | None:
    """Caption and credit, where a block ends in a credit; any name will do where it is `sure` to be a caption."""
    reading = document.read(block)
    bracket = _BRACKETED.search(text)
    if bracket and bracket.start() > 0:
        inside = bracket[1]
        credit = _credited(document, inside) or (inside if sure and _NAME.fullmatch(inside) else None)
        if credit:
            return text[: bracket.start()].strip(), credit
    if text != reading.text:
        reading = document.read_text(text)
    for hit in reading.hits:
        if hit.category != "captions.credits" or hit.start == 0:
            continue
        at = reading.spans[hit.start][0]
        after = text[reading.spans[hit.end - 1][1] :]
        if after.lstrip()[:1] in {":", "：", "©", "/"} and len(after) <= _LONGEST_CREDIT and _TAIL.search(text[:at]):
            return text[:at].strip(" |/–—-(["), after.strip(_EDGE + ")]")
    sign = next(iter(_SIGN.finditer(text)), None)
    if sign and 0 < sign.start() and len(text) - sign.end() <= _LONGEST_CREDIT and not _YEAR.match(text[sign.end() :].strip()):
        return text[: sign.start()].strip(" |/–—-"), text[sign.end() :].strip(_EDGE)
    return None


def _credited(document: Document, inside: str) -> str | None:
    reading = document.read_text(inside)
    sign = _SIGN.match(inside)
    if sign:
        return inside[sign.end() :].strip(_EDGE)
    opening = reading.starts("captions.credits")
    if opening and opening < len(reading.words):
        rest = inside[reading.spans[opening - 1][1] :]
        return rest.strip(_EDGE) if rest.lstrip()[:1] in ":：" or opening > 1 else inside
    if reading.stops("captions.credits") and len(reading.words) > 1:
        return inside
    if "/" in inside and reading.categories & {"datelines.agencies", "captions.credits"}:
        return inside
    return None


def _labelled(document: Document, number: int) -> bool:
    """Whether a caption label stands right above a block, or opens it."""
    reading = document.read(document.blocks[number])
    opening = reading.starts("captions.labels")
    if opening and opening < len(reading.words):
        after = reading.text[reading.spans[opening - 1][1] :].lstrip()
        if after[:1] in {":", "："}:
            return True
    if number == 0:
        return False
    above = document.blocks[number - 1]
    return above.role in {"", "removed"} and document.read(above).whole("captions.labels")


def _unlabelled(document: Document, block: Block) -> str:
    reading = document.read(block)
    opening = reading.starts("captions.labels")
    if opening and opening < len(reading.words):
        after = reading.text[reading.spans[opening - 1][1] :].lstrip()
        if after[:1] in {":", "："}:
            return after[1:].strip()
    return reading.text


def _caption_of(document: Document, credit: int, done: set[int], start: int) -> int | None:
    """The caption a credit line belongs to: the nearest block above that may be one."""
    for n in range(credit - 1, max(-1, credit - 1 - _REACH), -1):
        block = document.blocks[n]
        if block.role == "title":
            continue
        if block.role or n in done:
            break
        reading = document.read(block)
        if n < start and reading.size > 30 or reading.headline and not reading.prose and n >= start:  # noqa: PLR2004
            return n
        break
    return None
