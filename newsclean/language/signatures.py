"""Who made an article, in a line that says so.

A line is cut into parts at separators, and each part is told what it is: see `signature_parts`. The kinds of all parts,
a letter each, spell the line; a comma, an ampersand and a bar stand for what parts them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.language import datelines
from newsclean.language.dates import find as find_dates
from newsclean.language.signature import BAR, BY, COMMA, JOINER, Signature
from newsclean.language.signature_names import CJK, EDGE, NAMES, PERSON, Part, after_name
from newsclean.language.signature_parts import at_joiners, parts
from newsclean.lexicon.characters import COLONS, DIRECTIONS
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
#: What may be a label behind something else.
_LABEL = re.compile(rf"(?<=[\w.])\s([^\W\d_][\w'’]{{1,18}})\s?[{COLONS}]")
_APOSTROPHE = re.compile("['’]")
#: What opens a field in a line of several.
_FIELDS = ("bylines.openings", "credits.openings")


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
    reporters = _reporters(reader, reading)
    if reporters:
        text = "、".join(reporters)
        reading = reader.read(text)
    opening = opens(reading) or (more and reading.starts("bylines.joiners"))
    rest = reader.read(HANDLE.sub(" | ", reading.after(opening)).strip(f"{EDGE}/"))
    closing = rest.stops("bylines.closings")
    bare = rest.text[: rest.spans[-closing][0]] if closing else rest.text
    bare = _before_credit(reader.read(bare)) if opening else bare
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


def signs(reading: Reading, reader: Reader) -> bool:
    """Whether a line opens as a byline does, and names somebody right behind."""
    signature = parse(reading.text, reader) if reading.starts("bylines.openings") else None
    return bool(signature and signature.opened and signature.spelt[:1] in {PERSON, "S", "A"})


def told(text: str, reader: Reader) -> list[Part]:
    """The parts of a line, without what parts them."""
    return [part for part in _parts(reader, text.translate(_UNDIRECTED)) if part.kind not in {BAR, COMMA, JOINER}]


def _reporters(reader: Reader, reading: Reading) -> tuple[str, ...]:
    """Who reports, in a line that is nothing but their job, their names and a place: "記者林小明/臺北報導"."""
    filed = datelines.parse(reading.text, reader) if reading.starts("datelines.reporters") else None
    return filed.names if filed and filed.place and filed.end == len(reading.text) else ()


def _before_credit(reading: Reading) -> str:
    """What signs, with a bar before who had another part in it: "Ana Silva Edited by Joe Doe"."""
    text, count = reading.text, len(reading.words)
    for hit in reading.hits if "credits.openings" in reading.categories else ():
        if hit.category == "credits.openings" and 1 < hit.start < hit.end < count:
            begin, end = reading.spans[hit.start][0], reading.spans[hit.end][0]
            if text[end].isupper() and text[begin - 1].isspace():
                return f"{text[:begin]}| {text[begin:]}"
    return text


def _parts(reader: Reader, text: str) -> Iterator[Part]:
    """The parts of a text, and between them what parts them."""
    before, named = "", False
    for mark, piece in _pieces(reader, text):
        reading = reader.read(piece)
        opening = opens(reading) if mark == BAR else 0
        late = list(_joined(reader, reading.after(opening), named=False)) if opening else []
        # "Ana Silva | Reporter in Wexley"
        job = named and reading.starts("bylines.roles") and not CJK.match(piece)
        signed = bool(late) and late[0].kind in NAMES and not job
        found = [Part(BY, piece), *late] if signed else list(_joined(reader, piece, named=named))
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
            yield Part(JOINER, JOINER)
        yield from found
        named = named or any(part.kind in NAMES for part in found)
        first = first and not found


def _pieces(reader: Reader, text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text between marks, each with the kind of mark before it."""
    at, mark = 0, COMMA
    for match in SEPARATOR.finditer(text):
        yield from _labelled(reader, mark, text[at : match.start()])
        at, mark = match.end(), BAR if match["bar"] else COMMA
    yield from _labelled(reader, mark, text[at:])


def _labelled(reader: Reader, mark: str, piece: str) -> Iterator[tuple[str, str]]:
    """A piece cut before its labels: "Ana Silva. Photos: Joe Doe".

    A script that sets spaces for nothing else needs no colon behind them: "来源：青川日报 记者 王伟". In Chinese, names
    stand behind each other, too: "记者 王伟 李明".
    """
    if not CJK.search(piece):
        yield from _at_colons(reader, mark, piece)
        return
    words = piece.split()
    start, label = 0, bool(words) and reader.read(words[0]).whole(*_FIELDS)
    for n in range(1, len(words)):
        reading = reader.read(words[n])
        opened = any(map(reading.starts, _FIELDS)) or any(colon in words[n][1:-1] for colon in COLONS)
        if opened or (reader.language == "zh" and not label):
            yield mark, " ".join(words[start:n])
            start, mark = n, BAR if opened else COMMA
        label = reading.whole(*_FIELDS) or words[n][-1] in COLONS
    yield mark, " ".join(words[start:]) if start else piece


def _at_colons(reader: Reader, mark: str, piece: str) -> Iterator[tuple[str, str]]:
    """A piece cut before each word with a colon that labels whose text or picture something is."""
    at = 0
    for match in _LABEL.finditer(piece) if any(colon in piece for colon in COLONS) else ():
        if reader.read(_APOSTROPHE.split(match[1])[0]).whole("captions.credits", *_FIELDS):
            yield mark, piece[at : match.start()]
            at, mark = match.start(1), BAR
    yield mark, piece[at:]


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
