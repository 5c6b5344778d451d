"""Captions and whose pictures they stand under: see `credit_forms` for the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language.credit_checks import (
    AGENCY_FIRST,
    ATTRIBUTED,
    BEHIND_LABEL,
    COLON,
    EDGE,
    LABELS,
    LONGEST,
    MARKS,
    REPORTER,
    SHORT,
    SIGN,
    SOURCES,
    STOP,
    Line,
    closes,
    label,
)
from newsclean.language.credit_forms import (
    ALONE,
    ALONE_IN_BRACKETS,
    BEHIND,
    IN_BRACKETS,
    PARTED,
    SLASHED,
    STOPPED,
    Row,
    bracketed,
)
from newsclean.language.signature_names import PERSON_ALONE
from newsclean.lexicon.characters import BULLETS, DASHES, FIRST_WIDE, KANA_AND_HAN, SPACED_BULLETS
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.language.line import Reading
    from newsclean.language.reader import Reader

# What stands before a caption.

# In Japan a caption ends in when and where it was taken: …＝5日、東京都
_TAKEN = re.compile(r"[^\s＝=]{6}[＝=](?:[\d０-９]{1,4}年)?(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日(?:、|午|$|（|\()")
# The picture's number in a gallery: 1 of 4 | Text
_NUMBER = re.compile(r"\d{1,2}\s?(?:/|[^\W\d_]{2,4})\s?\d{1,2}\s?\|\s*")
# Picture 1 of 3, or a label in brackets
_COUNTED = re.compile(
    r"(?:[^\W\d_]{2,12}\s\d{1,2}(?:/|\s[^\W\d_A-Z]{1,4}\s)\d{1,2}(?![\d/])|[\[［【][^\W\d_]{1,8}[\]］】])[\s:.|]*(?=[^\sa-z])"
)
_BULLET = re.compile(rf"\A[{BULLETS}{SPACED_BULLETS}]\s+(?=\S)")
#: What may part a credit from the caption on the line above it.
_BEFORE = f" |/{DASHES}"
#: What parts two who are credited together.
_BESIDE = ("/", "|")
#: What a line has in it that ends in a credit.
_ENDING = SOURCES | {"captions.closings", "captions.labels"}
# ▲文字（圖／姓名）
POINTER = re.compile(rf"(?<!\S)▲\s?(?=[{KANA_AND_HAN}\uac00-\ud7af])")


class Credited(NamedTuple):
    """A caption, and whose picture it stands under."""

    text: str
    credit: str


def split(text: str, reader: Reader, place: frozenset[str] = frozenset()) -> Credited | None:
    """Caption and credit, where a line is a caption and its credit.

    Args:
        text: the line, white space collapsed.
        reader: what reads lines in its language.
        place: what the line's place bears out: see `Row`.
    """
    if text[:1] == "(" and text[-1:] == ")" and text.count(")") == 1:
        text = text[1:-1].strip()
    bracket = bracketed(text)
    found = _first(IN_BRACKETS if bracket and bracket["text"] else BEHIND, reader.read(text), reader, place)
    # A label before a credit's word is no caption: "File photo. (Credit: Ana Silva)".
    said = found and reader.read(found.text).whole("captions.credits", "captions.labels", "credits.openings")
    return found._replace(text="") if found and said else found


def alone(text: str, reader: Reader, place: frozenset[str] = frozenset()) -> str | None:
    """The credit, where a line is nothing but one; for what it takes see `split`."""
    text = text.lstrip(_BEFORE)
    # A bracket that opens elsewhere, as in the midst of the caption above.
    text = text[:-1] if text.endswith(")") and "(" not in text else text
    reading = reader.read(text)
    if reading.size > LONGEST or reading.prose:
        return None
    bracket = bracketed(text)
    inside = reader.read(bracket["credit"]) if bracket and not bracket["text"] else None
    found = _first(ALONE_IN_BRACKETS, inside, reader, place) if inside else None
    found = found or _first(ALONE, inside or reading, reader, place)
    return found.credit if found else None


def _first(rows: tuple[Row, ...], reading: Reading, reader: Reader, place: frozenset[str]) -> Credited | None:
    """What the first row gives that fits a line."""
    for row in rows:
        if row.place and row.place not in place:
            continue
        for text, credit in _cut(row, reading):
            if row.check(Line(text, credit, reading, reader)):
                return Credited(
                    text.strip(MARKS) if text else "",
                    credit.strip(EDGE.replace(".", "")) if row.plain else holder(credit, reader),
                )
    return None


def _cut(row: Row, reading: Reading) -> Iterator[tuple[str, str]]:
    if not isinstance(row.cut, re.Pattern):
        yield from row.cut(reading)
    elif match := row.cut.fullmatch(reading.text):
        parts = match.groupdict()
        yield parts.get("text", "").strip(), parts.get("credit", reading.text).strip()


def holder(credit: str, reader: Reader) -> str:
    """A credit without the words that only say that it is one: "Photo:", "撮影"."""
    bare = credit.strip(EDGE)
    said, colon, named = bare.partition(":")
    # Some say what is whose: "Photos/Illustration: Ana Silva".
    if colon and "/" in said and all(reader.read(part).whole("captions.credits") for part in said.split("/")):
        return named.strip(EDGE)
    stop = STOP.search(bare)
    bare = bare[: stop.start()] if stop and _is_name(bare[: stop.start()], reader) else bare
    reading = reader.read(bare)
    closing = closes(reading)
    if reading.whole(*SOURCES) and not any(colon in bare for colon in COLON):
        return bare
    # The longest opening that names nobody: "Photo" of "Photo AP", all of "Picture courtesy of".
    for opening in sorted({h.end for h in reading.hits if h.start == 0 and h.category in LABELS}, reverse=True):
        said = bare[: reading.spans[opening - 1][1]]
        agency = "datelines.agencies" in reader.read(said).categories
        if opening < len(reading.words) and not agency and not any(colon in said for colon in COLON):
            rest = bare[len(said) :]
            # "Picture library / Ana Silva" names two.
            if rest.lstrip()[:1] in _BESIDE and not reader.read(said).whole("captions.labels"):
                break
            if rest[:1] in COLON and not any(colon in rest[1:] for colon in COLON):
                return rest.strip(EDGE)
            if reading.starts("captions.credits") >= opening and rest[:1] in BEHIND_LABEL:
                return holder(rest, reader)
    if 0 < closing < len(reading.words) and bare[reading.spans[-closing][0]] >= FIRST_WIDE:
        return REPORTER.sub("", bare[: reading.spans[-closing][0]].strip(EDGE))
    return bare.strip(EDGE)


def opens(reading: Reading) -> bool:
    """Whether a line opens with a caption's label, and names more than who took the picture: "Image: Ana Silva"."""
    text = _labelled(reading)
    told = says(reading) or not PERSON_ALONE.fullmatch(text or "")
    return bool(text) and told and reading.text[0] not in "([（［【"


def says(reading: Reading) -> bool:
    """Whether a line opens with what nothing but a caption does: "Image caption, …"."""
    return bool(reading.starts("captions.openings")) and label(reading) is not None


def _labelled(reading: Reading) -> str | None:
    """The text behind a caption's label that is no credit's."""
    return label(reading) if says(reading) or not reading.starts("captions.credits") else None


def unlabelled(reading: Reading) -> str:
    """A caption without its label, its picture's number, or the mark that points to the picture."""
    text = _labelled(reading)
    before = _NUMBER.match(reading.text) or POINTER.match(reading.text) or counted(reading)
    return text or (reading.text[before.end() :] if before else reading.text)


def unlisted(text: str) -> str:
    """A caption without the bullet that flat text has before it, where the page has its pictures as a list."""
    return _BULLET.sub("", text)


def counted(reading: Reading) -> re.Match[str] | None:
    """What says which of a gallery's pictures a text stands below: "Picture 1 of 3", also glued to it; or "[写真]"."""
    match = _COUNTED.match(reading.text)
    labelled = match and (reading.starts("captions.labels") or reading.starts("captions.credits"))
    return match if labelled else None


def taken(reading: Reading) -> bool:
    """Whether a caption ends in when it was taken, as in Japan."""
    return "日" in reading.text and bool(_TAKEN.search(reading.text)) and not reading.ends_sentence


def film(text: str, reader: Reader) -> str | None:
    """What a line says is in a film: "Video: the rescue at sea"; "Video: Ana Silva" says who made it."""
    told = _filmed(text, reader)
    if not told:
        return None
    reading = reader.read(told)
    credited = (told[0].isupper() and PERSON_ALONE.fullmatch(told)) or reading.whole(*SOURCES)
    return None if credited or reading.prose or reading.ends_sentence or len(told) > LONGEST else told


def filmed_by(text: str, reader: Reader) -> str | None:
    """Who a line says made a film: "Video: Ana Silva"."""
    told = _filmed(text, reader)
    return told if told and told[0].isupper() and PERSON_ALONE.fullmatch(told) else None


def _filmed(text: str, reader: Reader) -> str:
    """What stands behind a word for films and a colon."""
    label, _, told = text.replace("：", ":").partition(":")
    return told.strip() if told and fold(label.strip()) in reader.lexicon.films else ""


def pictured(text: str, reader: Reader) -> bool:
    """Whether a line names who took a picture: "Photo: Ana Silva", "Ana Silva / AP".

    Who writes for an agency signs with initials: "as/Reuters".
    """
    if "©" in text or reader.read(text).starts("captions.credits"):
        return True
    sides = [side.strip() for side in text.split("/") if side.strip()]
    persons = [side for side in sides if PERSON_ALONE.fullmatch(side) and not reader.read(side).whole(*SOURCES)]
    return len(sides) > 1 and len(persons) == 1


def leads(text: str, reader: Reader) -> bool:
    """Whether a line is nothing but what leads to a credit: "©", "Photo:", "Photography by"."""
    reading = reader.read(text)
    # "Photography" is a section, and "Getty Images" a credit.
    small = len(reading.words) > 1 and reading.words[-1] in reader.lexicon.function_words
    return bool(SIGN.fullmatch(text)) or ((text[-1:] in COLON or small) and reading.whole("captions.credits"))


def says_picture(text: str, reader: Reader) -> bool:
    """Whether what stands behind a text's last sentence says that it is a picture's credit."""
    parted = bracketed(text) or STOPPED.fullmatch(text)
    behind = reader.read(parted["credit"] if parted else text)
    agencies = {(hit.start, hit.end) for hit in behind.hits if hit.category == "datelines.agencies"}
    return bool(SIGN.search(behind.text)) or any(
        hit.category in {"captions.credits", "captions.closings"} and (hit.start, hit.end) not in agencies
        for hit in behind.hits
    )


def may_end(reading: Reading) -> bool:
    """Whether a line has a word or mark without which it ends in no credit, unless it is a caption."""
    text = reading.text
    if not _ENDING.isdisjoint(reading.categories) or SIGN.search(text):
        return True
    if "/" in text or "|" in text:
        return any(form.fullmatch(text) for form in (SLASHED, PARTED)) or bool(AGENCY_FIRST.search(text[-SHORT:]))
    bracket = None if reading.item else bracketed(text)
    return bool(bracket and ATTRIBUTED.fullmatch(bracket["credit"]))


def _is_name(text: str, reader: Reader) -> bool:
    """Whether a text before a full stop is more than "Fot" or "Ph"."""
    return len(text) > 1 and not reader.read(text).whole("captions.credits") and not text.isupper()
