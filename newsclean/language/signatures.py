"""Who made an article, in a line that says so: a table of the forms that its parts may have.

A line is cut into parts at separators, and each part is told what it is: see `signature_parts`. The kinds of all parts,
a letter each, spell the line; a comma, an ampersand and a bar stand for what parts them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language.dates import find as find_dates
from newsclean.language.signature_parts import (
    AGENCY,
    CJK,
    CJK_NAME,
    CREDIT,
    DESK,
    EDGE,
    JOB_WORDS,
    NAMES,
    PERSON,
    WORD,
    Part,
    after_name,
    at_joiners,
    parts,
)
from newsclean.lexicon.characters import COLONS, DIRECTIONS, HAN_NAMES
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.language.line import Reading
    from newsclean.language.reader import Reader

#: Addresses, and names of accounts.
HANDLE = re.compile(r"\(?(?:[^\s@]{1,80}@[^\s@]{1,200}\.\w+|(?<!\w)@\w+|https?://\S+)\)?")
#: What an account is not called.
NO_ACCOUNT = (
    "bylines.nobody", "bylines.roles", "sections.names", "dates.fillers", "dates.weekdays", "share.whole",
)  # fmt: skip
_LONGEST = 200
_UNDIRECTED = str.maketrans("", "", DIRECTIONS)
#: What stands between names. "Jr." behind a comma goes with the name before it.
SEPARATOR = re.compile(
    r"(?P<bar>\s?[|•·⋅]\s?|\s[–—/-]\s)|\s?,(?!\s?(?:[JS]n?r|I{2,3}|IV)\b)\s?"
    r"|\s?[;/、，،()（）\[\]【】\u2600-\u27bf\U0001f300-\U0001faff]\s?"
)
#: Behind a name of several words, where a list goes on or ends: accounts end in digits, too.
_FOOTNOTE = re.compile(r"([^\W\d_] [^\d,;&]{0,60}[^\W\d_])[\d*†‡]{1,2}(?=\s?(?:[,;&]|$))")
#: A name of an account: no spaces, and a letter.
_ACCOUNT = re.compile(r"(?=.*[^\W\d_])[\w.\-]{2,30}")
#: What begins so is an organisation, or a team.
_HOUSE = "The "
_GIVEN_AND_FAMILY = 2
_INITIALS = re.compile(r"[^\W\d_]{1,4}")
_SLASHES = re.compile(r"[/,]")
#: What opens a field in a line of several.
_FIELDS = ("bylines.openings", "credits.openings")
_BY, _BAR, _COMMA, _JOINER = "B|,&"

#: The forms of a line's parts, of which the first that fits counts. Those sign who stand in `names`; behind that only
#: an agency does. W is a single word, p a name with other words behind it: a line must say that it signs for them to.
_FORMS = tuple(
    re.compile(rf"\A{form}")
    for form in (
        # The Valley Courier | By Ana Silva   and   来源：青川日报 作者：王伟
        r"[^B]*B(?P<names>[^EL]*)(?P<behind>)(?:[EL].*)?",
        # Newsroom, The Paper
        r"(?P<names>[^PSApWE]*S)(?P<behind>)(?:.*)",
        # Ana Silva and Joe Doe, The Paper, AP
        r"(?P<names>[^EL]{0,200}[PSApW][^EL]{0,200}&[PSApW][^,|EL]*)(?P<behind>(?:[,|][^&EL]*)?)(?:[EL].*)?",
        # Ana Silva, Editor, Joe Doe   and   Ana Silva | Edited by Joe Doe
        r"(?P<names>[^EL]*)(?P<behind>)(?:[EL].*)?",
    )
)
#: Persons alone; persons and agencies; a job alone.
_PERSONS, _HOUSED, _JOB = re.compile("P(?:&P)*"), re.compile(r"\A(?=.*P)(?=.*[AS])[PAST,|&D]+"), re.compile("J")


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


class Signature(NamedTuple):
    """A line that may say who made an article.

    Attributes:
        opened: it opens with a word such as "By".
        closed: it ends in one such as 記者.
        parts: what it consists of, what parts them among it.
        bare: its text without the words that open and close it.
        account: the account that it names, if it is opened.
        nobody: it says that nobody signs: "By admin".
        whole: nothing of it was left out: neither brackets nor marks stand around it.
    """

    opened: bool
    closed: bool
    parts: tuple[Part, ...]
    bare: str
    account: str | None = None
    nobody: bool = False
    whole: bool = True

    @property
    def spelt(self) -> str:
        """The kinds of the parts."""
        return "".join(part.kind for part in self.parts)

    @property
    def late(self) -> bool:
        """Whether a word such as "By" stands behind a mark in it, before a name."""
        return _BY in self.spelt

    @property
    def persons(self) -> int:
        """How many persons it names, where it tells nothing else."""
        return len(self.spelt) // 2 + 1 if self.whole and _PERSONS.fullmatch(self.spelt) else 0

    @property
    def housed(self) -> bool:
        """Whether it is persons and the agencies or desks that they write for, and nothing else but a date."""
        return bool(_HOUSED.fullmatch(self.spelt))

    @property
    def job(self) -> bool:
        """Whether it is nothing but a job."""
        return bool(_JOB.fullmatch(self.spelt)) and len(self.bare.split()) <= JOB_WORDS

    def names(self, *, lone: bool, partial: bool, judged: bool = False) -> tuple[tuple[str, ...], int]:
        """Those who sign, and how many parts say something else.

        Args:
            lone: a single word may be a name.
            partial: other words may follow a name.
            judged: it surely signs, and digits only stand beside names.
        """
        spelt = self.spelt if lone else self.spelt.replace("W", "X")
        spelt = spelt if partial else spelt.replace("p", "X")
        if judged or self.opened:
            before = spelt.partition("D")[0]
            spelt = before if NAMES.intersection(before) else spelt.replace("D", "T")
        form = next(filter(None, (form.fullmatch(spelt) for form in _FORMS)))
        found: dict[str, None] = {}
        for at in range(form.start("names"), form.end("behind")):
            name, kind = self.parts[at].text, spelt[at]
            # "Ana Silva, Wexley"   and   "Ana Silva | Newsroom"
            single = kind == WORD and name.istitle() and name.isalpha()
            house = found and (single or (kind == DESK and spelt[at - 1] == _BAR))
            if (kind in NAMES and at < form.end("names") and not house) or kind == AGENCY:
                found.setdefault(name)
        people = tuple(name for name in found if not name.startswith(_HOUSE))
        return people or tuple(found), sum(kind in "XD" for kind in form["names"])


def parse(text: str, reader: Reader, *, more: bool = False) -> Signature | None:
    """What a line says of who made an article, or `None` where it is running text.

    Args:
        text: the line, white space collapsed.
        reader: what reads lines in its language.
        more: it stands below one that signs, and may open with a word that joins names.
    """
    text = text.translate(_UNDIRECTED).strip()
    reading = reader.read(text)
    if not text or len(text) > _LONGEST or reading.prose:
        return None
    opening = opens(reading) or (more and reading.starts("bylines.joiners"))
    rest = reader.read(HANDLE.sub(" | ", reading.after(opening)).strip(f"{EDGE}/"))
    closing = rest.stops("bylines.closings")
    bare = rest.text[: rest.spans[-closing][0]] if closing else rest.text
    return Signature(
        bool(opening),
        bool(closing),
        tuple(_parts(reader, _undated(reader, _FOOTNOTE.sub(r"\1", bare)))),
        bare.strip(EDGE),
        _account(reader, reading.after(opening)) if opening else None,
        bool(opening) and reader.read(bare.strip(EDGE)).whole("bylines.nobody"),
        bare == text,
    )


def names(text: str, reader: Reader) -> tuple[str, ...]:
    """The names in a text that is there for nothing else: a single word is one, too."""
    signature = parse(text, reader)
    return signature.names(lone=True, partial=False)[0] if signature else ()


def opens(reading: Reading) -> int:
    """How many words of a line open it as a byline."""
    opening = reading.starts("bylines.openings")
    if opening and opening == len(reading.words):
        # "By Staff Writer" may open a byline, or be one.
        opening = min(h.end for h in reading.hits if h.start == 0 and h.category == "bylines.openings")
    glued = opening and CJK.match(reading.text) and CJK.match(reading.text, reading.spans[opening - 1][1])
    # In a script without spaces only a mark sets the word off.
    return 0 if glued else opening


def edits(text: str, reader: Reader) -> bool:
    """Whether a line says who edited or checked, or where a text is from, and nothing else."""
    found = [part for part in _parts(reader, text.translate(_UNDIRECTED)) if part.kind not in {_BAR, _COMMA, _JOINER}]
    told = [reader.read(part.text) for part in found if part.kind == CREDIT]
    rest = [reading.after(reading.starts("credits.openings")).strip(EDGE) for reading in told]
    named = all(not text or _all_named(text, reader) for text in rest)
    return bool(told) and named and all(part.kind in {CREDIT, *NAMES, "J"} for part in found)


def _all_named(text: str, reader: Reader) -> bool:
    signature = parse(text, reader)
    found, strangers = signature.names(lone=False, partial=False) if signature else ((), 0)
    return bool(found) and not strangers


def signs(reading: Reading, reader: Reader) -> bool:
    """Whether a line opens as a byline does, and names somebody right behind."""
    signature = parse(reading.text, reader) if reading.starts("bylines.openings") else None
    return bool(signature and signature.opened and signature.spelt[:1] in {PERSON, "S", "A"})


def of_agencies(text: str, reader: Reader) -> bool:
    """Whether a text is nothing but agencies and editors' initials: "dpa/foe", "red, APA"."""
    found = [part.strip() for part in _SLASHES.split(text)]
    others = [part for part in found if not reader.read(part).whole("datelines.agencies")]
    return 0 < len(others) < len(found) and all(map(_INITIALS.fullmatch, others))


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


def _parts(reader: Reader, text: str) -> Iterator[Part]:
    """The parts of a text, and between them what parts them."""
    before, named = "", False
    for mark, piece in _pieces(reader, text):
        reading = reader.read(piece)
        opening = opens(reading) if mark == _BAR else 0
        late = list(_joined(reader, reading.after(opening), named=False)) if opening else []
        # "Ana Silva | Reporter in Wexley"
        job = named and reading.starts("bylines.roles") and not CJK.match(piece)
        signed = bool(late) and late[0].kind in NAMES and not job
        found = [Part(_BY, piece), *late] if signed else list(_joined(reader, piece, named=named))
        if found and before:
            yield Part(mark, mark)
        yield from found
        named = named or any(part.kind in NAMES for part in found)
        before = before or mark * bool(found)


def _joined(reader: Reader, piece: str, *, named: bool) -> Iterator[Part]:
    """The parts of a piece, between the words that join names."""
    first = True
    for text in at_joiners(piece, reader.lexicon.joiners):
        found = list(parts(reader, text, named=named))
        if found and not first:
            yield Part(_JOINER, _JOINER)
        yield from found
        named = named or any(part.kind in NAMES for part in found)
        first = first and not found


def _pieces(reader: Reader, text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text between marks, each with the kind of mark before it."""
    at, mark = 0, _COMMA
    for match in SEPARATOR.finditer(text):
        yield from _labelled(reader, mark, text[at : match.start()])
        at, mark = match.end(), _BAR if match["bar"] else _COMMA
    yield from _labelled(reader, mark, text[at:])


def _labelled(reader: Reader, mark: str, piece: str) -> Iterator[tuple[str, str]]:
    """A piece cut before its labels, where a script sets spaces for nothing else: "来源：青川日报 记者 王伟".

    In Chinese, names stand behind each other, too: "记者 王伟 李明".
    """
    words = piece.split() if CJK.search(piece) else []
    start, label = 0, bool(words) and reader.read(words[0]).whole(*_FIELDS)
    for n in range(1, len(words)):
        reading = reader.read(words[n])
        opened = any(map(reading.starts, _FIELDS)) or any(colon in words[n][1:-1] for colon in COLONS)
        if opened or (reader.language == "zh" and not label):
            yield mark, " ".join(words[start:n])
            start, mark = n, _BAR if opened else _COMMA
        label = reading.whole(*_FIELDS) or words[n][-1] in COLONS
    yield mark, " ".join(words[start:]) if start else piece


def _undated(reader: Reader, text: str) -> str:
    """A text with its dates as parts of their own."""
    if any(map(str.isdigit, text)):
        for date in reversed(find_dates(text, reader.lexicon)):
            text = f"{text[: date.start]} | {date.iso} | {text[date.end :].lstrip(EDGE)}"
    return text


def _account(reader: Reader, text: str) -> str | None:
    """The name of an account that a text begins with, and nothing but labels behind it: "marc | Leave a comment"."""
    piece = SEPARATOR.split(text.strip(EDGE), maxsplit=1)[0].strip(EDGE)
    end, _ = after_name(reader, reader.read(piece))
    name, _, rest = (piece[:end] if end else piece).strip().partition(" ")
    # "by wexfan in Travel"
    if not _ACCOUNT.fullmatch(name) or (rest and not reader.read(rest).starts("datelines.locatives")):
        return None
    known = reader.read(name).whole(*NO_ACCOUNT) or fold(name) in reader.lexicon.function_words
    return None if known else name
