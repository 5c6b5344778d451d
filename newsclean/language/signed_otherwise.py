"""Lines that sign in forms of their own: who edited, agencies and initials, reporters in East Asia, brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language.agencies import is_agency
from newsclean.language.signature_names import CJK_NAME, CREDIT, EDGE, JOB, NAMES, PERSON
from newsclean.language.signatures import parse, signs, told
from newsclean.lexicon.case import small
from newsclean.lexicon.characters import COLONS, HAN_NAMES
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from newsclean.language.reader import Reader

_GIVEN_AND_FAMILY = 2
_INITIALS = re.compile(r"[^\W\d_]{1,4}")
_SLASHES = re.compile(r"[/,]")
#: As a desk signs below a report: "abc/def/gh", "RRL // MCL", "wza/ jann/"
_OF_DESK = re.compile(r"(?:[^\W\d_]{1,5}(?:-[^\W\d_]{1,5})?\s?/{1,2}\s?){1,5}(?:[^\W\d_]{1,5}(?:-[^\W\d_]{1,5})?)?")
#: Who signs in brackets alone: "(abc)"; "(Ana Silva, editor)".
_ALONE, _WITH_ROLE = re.compile(r"[a-zà-þа-яё]{2,3}|[A-ZÀ-ÞА-ЯЁ]{2,3}"), re.compile(f"{PERSON}[,|]{JOB}")
#: In Japan also a reader with place, occupation and age, and a reporter with an editor: "(佐藤花子 編集：鈴木一郎)".
_IN_JAPAN = re.compile(
    rf"[^・、。\s]{{1,12}}・[^・、。\s]{{1,12}}・[^・、。\s]{{1,8}}[歳代]|[{HAN_NAMES}]{{3,6}}\s編集：[{HAN_NAMES}]{{3,6}}"
)
#: A word before a colon, and whose it may be.
_LABEL = re.compile(rf"(?<![^\s{COLONS}])([^\s{COLONS}]{{1,40}})[{COLONS}]")
_LABELS = ("credits.openings", "captions.credits", "bylines.openings")
#: By language, what a line is in which nothing but names stands in brackets, if they sign so, and how others end in it.
_SIGNED_OFF: dict[str, tuple[re.Pattern[str] | None, re.Pattern[str]]] = {
    "ja": (
        re.compile(rf"【([{HAN_NAMES}、]{{3,12}})】|[(（]([{HAN_NAMES}]{{4,5}}(?:、[{HAN_NAMES}]{{3,5}})*)[)）]"),
        re.compile(rf"(?<=[。」』])【([{HAN_NAMES}、]{{3,20}})】$"),
    ),
    "": (None, re.compile(r"(?<=[.!?…\"“”»])\s[(\[]([^()\[\]]{5,90})[)\]]\.?$")),
}


class SignedOff(NamedTuple):
    """Where in a text somebody signs, and who."""

    start: int
    end: int
    names: tuple[str, ...]


def edits(text: str, reader: Reader) -> bool:
    """Whether a line says who edited or checked, or where a text is from, and nothing else."""
    found = told(text, reader)
    if found and found[0].kind != CREDIT and signs(reader.read(text), reader):
        # "Words by Ana Silva, photos by Joe Doe"
        return False
    others = [reader.read(part.text) for part in found if part.kind == CREDIT]
    rest = [reading.after(reading.starts("credits.openings")).strip(EDGE) for reading in others]
    named = all(not text or _all_named(text, reader) for text in rest)
    return bool(others) and named and all(part.kind in {CREDIT, *NAMES, JOB} for part in found)


def _all_named(text: str, reader: Reader) -> bool:
    signature = parse(text, reader)
    found, strangers = signature.names(lone=False, partial=False) if signature else ((), 0)
    return bool(found) and not strangers


def of_agencies(text: str, reader: Reader) -> bool:
    """Whether a text is nothing but agencies and editors' initials: "dpa/foe", "red, APA"."""
    found = [part.strip() for part in _SLASHES.split(text)]
    others = [part for part in found if not reader.read(part).whole("datelines.agencies")]
    return 0 < len(others) < len(found) and all(map(_INITIALS.fullmatch, others))


def of_desk(text: str, reader: Reader) -> bool:
    """Whether a text is nothing but the initials of who worked on a report, all small or all large, and no agency's."""
    return bool(_OF_DESK.fullmatch(text)) and (small(text) or text.isupper()) and not of_agencies(text, reader)


def signs_alone(text: str, reader: Reader) -> bool:
    """Whether brackets of their own say who worked on an article: by a label, an agency, initials, a name with a role.

    An article may end in others: "(Applause)".
    """
    reading, signature = reader.read(text), parse(text, reader)
    if is_agency(text) or of_desk(text, reader) or _IN_JAPAN.fullmatch(text) or reading.starts("captions.credits") > 1:
        return True
    if signature is not None and (signature.housed or _WITH_ROLE.fullmatch(signature.spelt)):
        return True
    if signature is not None and signature.opened and _all_named(text, reader):
        return True
    word = fold(text) in reader.lexicon.function_words or reading.words in reader.lexicon.answers
    labelled = any(reader.read(label).whole(*_LABELS) for label in _LABEL.findall(text))
    return labelled or bool(not word and _ALONE.fullmatch(text))


def reports(text: str, reader: Reader) -> bool:
    """Whether a line is a reporter's job and a name in a script without capitals: "記者 田中花子"."""
    reading = reader.read(text)
    job = reading.starts("datelines.reporters")
    behind = text[reading.spans[job - 1][1] :] if job else ""
    # Two ideographs right behind it may make another word of it: 記者会見.
    return bool(CJK_NAME.fullmatch(behind.strip())) and (behind[0].isspace() or len(behind) > _GIVEN_AND_FAMILY)


def signed_off(text: str, reader: Reader, *, alone: bool) -> SignedOff | None:
    """Who signs in brackets at the end of a text, or in all of it; elsewhere than in Japan with an agency.

    "… in May. (Ana Silva, APA)", "…した。【佐藤花子】"
    """
    whole, behind = _SIGNED_OFF.get(reader.language or "", _SIGNED_OFF[""])
    match = (whole.fullmatch(text) if alone and whole else None) or (None if alone and whole else behind.search(text))
    inside = next(filter(None, match.groups())) if match else ""
    signature = parse(inside, reader)
    if not match or not signature:
        return None
    found, strangers = signature.names(lone=True, partial=False)
    if whole:
        # A word that the lexicon knows is a remark: "(titles omitted)".
        known = strangers or any(hit.end - hit.start > 1 for hit in reader.read(inside).hits)
        return None if known or not found else SignedOff(match.start(), match.end(), found)
    persons = tuple(part.text for part in signature.parts if part.kind == PERSON)
    return SignedOff(match.start(), match.end(), persons) if signature.housed else None
