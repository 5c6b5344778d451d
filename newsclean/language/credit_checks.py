"""What must hold of a caption and its credit, or of a line that is nothing but a credit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language.signature_names import CJK_NAME, PARTICLES, PERSON_ALONE
from newsclean.lexicon.case import CASELESS
from newsclean.lexicon.characters import COLONS, COMBINING, COMMAS, DASHES, OPENING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.language.line import Reading
    from newsclean.language.reader import Reader

LONGEST = 120
SHORTEST_CAPTION, LONGEST_CAPTION = 24, 700
#: A longer sentence is a paragraph.
LONGEST_SENTENCE = 170
SHORT, _ABBREVIATED, _NAME_WORDS, _CREDIT_WORDS = 60, 3, 5, 8
#: A longer credit may be a headline.
_CREDIT_OPENS = 3
#: What may stand around a credit.
EDGE = f" \t{COLONS}|/{DASHES}©Ⓒⓒ.;=＝{COMMAS}"
MARKS = f" |/{DASHES}([＝"
COLON = (*COLONS, "=", "＝")
BEHIND_LABEL = (*COLON, *COMMAS, ".", " ", "|", "©", "・", "\u3000")
#: What says of a credit that it is one.
LABELS = frozenset({"captions.credits", "captions.labels", "credits.openings"})
SOURCES = frozenset({"captions.credits", "datelines.agencies"})
#: Each alternative begins with its own character, which is what Python's search is fast for.
SIGN = re.compile(r"©|Ⓒ|ⓒ|\([cC]\)|C(?<=[-–—|]\sC)opyright(?=\s[^\W\d_])")
_YEAR, _ANSWER = re.compile(r"(?:19|20)\d\d"), re.compile(r"\([cC]\)\s?\d")
#: A hyphen has a space beside it, but in a word: "Youtube-Video".
_BOUNDARY = re.compile(r"(?:^|[.!?।۔։。…”\"'’»)|/–—]\s*|(?<=\s)-\s*|-\s+|\s\s|[(\[（［【]|[|])$")
CAPITALS = re.compile(rf"(?:[^\W\d_a-z][\w{COMBINING}.'’-]{{0,40}}+[\s/,&«»„“”]*+){{1,6}}")
_CASELESS = re.compile(f"[{CASELESS}]")
ATTRIBUTED = re.compile(rf"[^\W\d_a-z][^:()]{{1,30}}: {PERSON_ALONE.pattern}")
#: Not behind an initial: "Patrick J. Silva".
STOP = re.compile(r"(?<!\b[^\W\d_])\.\s|[。։]")
#: Not behind an initial.
_PARTING = re.compile(r"(?:(?<=[^\W\d_]{2}[.!?…])|(?<=[\"”“»)])|\s?[/|])\s")
_PARTS = re.compile(r"\s[/|]\s")
REPORTER = re.compile(r"^.{0,8}?(?:记者|記者|기자)\s*")
SHOUTED = re.compile(r"\A(?P<text>.{20,300}?[.!?…])\s(?P<credit>[^\W\d_a-z][^.!?…]{5,60})")
# AGENCY/Ana Silva   and   Paper / Ana Silva
AGENCY_FIRST = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ .&-]{1,24}/\s?){1,3}(?:[A-ZÀ-Þ][\w.'’-]{1,40}+\s?+){2,4}")


class Line(NamedTuple):
    """A line cut in two: a caption, or nothing, and what may be its credit."""

    text: str
    credit: str
    line: Reading
    reader: Reader

    @property
    def told(self) -> Reading:
        """What can be told of the credit."""
        return self.reader.read(self.credit)


def label(reading: Reading) -> str | None:
    """The text behind a label that opens a caption: "Pictured: …", "Image caption, …", "Image caption The hall …"."""
    opening = reading.starts("captions.labels")
    after = reading.after(opening) if opening else ""
    if after[1:] and after.startswith(tuple(COLONS)):
        return after[1:].strip()
    opening = reading.starts("captions.openings")
    after = reading.after(opening) if opening else ""
    if after.startswith(tuple(COMMAS)):
        return after[1:].strip() or None
    # "Photo Caption Contest Draws 900" is a headline.
    small = opening > 0 and reading.text[reading.spans[opening - 1][0]].islower()
    return after if small and after.lstrip(OPENING_QUOTES)[:1].isupper() else None


def closes(reading: Reading) -> int:
    """How many words at a credit's end only say that it is one."""
    return max(reading.stops(c) for c in ("captions.closings", "captions.credits", "bylines.closings"))


def is_source(reading: Reading) -> bool:
    """Whether a line names an agency, or has a credit's word."""
    return bool(reading.categories & SOURCES)


def shouts(text: str) -> bool:
    """Whether several words at a line's end, and not all, are in capitals."""
    if text[-1:].islower():
        return False
    match = SHOUTED.fullmatch(text)
    return match is not None and match["credit"].isupper() and " " in match["credit"] and not text.isupper()


def _signs_text(line: Line) -> bool:
    """Whether names before a bracket sign the article: "Ana Silva, Joe Doe (Photos)"."""
    return "," in line.text and bool(CAPITALS.fullmatch(line.text)) and line.told.whole("captions.credits")


def worded_inside(line: Line) -> bool:
    """A credit's words or sign, or an agency behind a slash."""
    told = line.told
    labelled = label(told)
    opening = told.starts("captions.credits")
    rest = told.text[told.spans[opening - 1][1] :] if opening else ""
    uncased = not _CASELESS.search(rest)
    return not _signs_text(line) and bool(
        (labelled and len(labelled.split()) <= _CREDIT_WORDS)
        or SIGN.match(told.text)
        or (opening and (rest.lstrip()[:1] in COLON or (uncased and (opening > 1 or _capitalised(rest)))))
        or (opening and line.reader.read(rest.strip()).whole("datelines.agencies"))
        or _names_then_closes(told)
        or "captions.closings" in told.categories
        or ("/" in told.text and is_source(told))
    )


def names_only(line: Line) -> bool:
    """A name, or several parted by slashes or bars: "Ana Silva / The Paper"."""
    parts = _PARTS.split(line.credit)
    named = all(_capitalised(part) and len(part.split()) <= _NAME_WORDS for part in parts)
    return named and not line.told.digits and not _signs_text(line)


def agency(line: Line) -> bool:
    """An agency, where the line is no sentence."""
    return line.told.whole("datelines.agencies") and not line.text.endswith((".", "。")) and not _signs_text(line)


def attributed(line: Line) -> bool:
    """Paper and photographer, where the line is no item of a list."""
    return bool(ATTRIBUTED.fullmatch(line.credit)) and not line.line.item


def _capitalised(text: str) -> bool:
    """Whether a text is capitalised words, with the small words inside names: "Museo de la Villa"."""
    return bool(CAPITALS.fullmatch(" ".join(word for word in text.split() if word not in PARTICLES)))


def _names_then_closes(told: Reading) -> bool:
    """Whether a name stands before the words that end a credit; "text goes on below the photo" has none."""
    closing = closes(told)
    named = told.text[: told.spans[-closing][0]].strip(EDGE) if 0 < closing < len(told.words) else ""
    return bool(named) and bool(_CASELESS.search(named) or CAPITALS.fullmatch(named))


def at_words(reading: Reading) -> Iterator[tuple[str, str]]:
    """The line cut before each of its words such as "Photo"."""
    text = reading.text
    for hit in reading.hits:
        if hit.category == "captions.credits" and hit.start:
            at, end = reading.spans[hit.start][0], reading.spans[hit.end - 1][1]
            after = text[end:]
            if len(after) > LONGEST or not any(map(str.isalnum, text[:at])):
                continue
            marked = after.lstrip()[:1] in (*COLON, "©")
            named = bool(CAPITALS.fullmatch(after.strip(EDGE + ")]")))
            # "… in the rain Fot. Ana Silva": "Foto" may be a sentence's last word.
            short = end - at <= _ABBREVIATED and text[at].isupper() and after[:2] == ". "
            bounded = bool(_BOUNDARY.search(text[:at])) or short
            if (marked or named) and (bounded or (marked and named)):
                yield text[:at], text[at:]


def at_marks(reading: Reading) -> Iterator[tuple[str, str]]:
    """The line cut behind each sentence and at each slash or bar, where an abbreviation that closes credits ends it."""
    if reading.text.endswith(".") and reading.stops("captions.closings"):
        for mark in _PARTING.finditer(reading.text):
            yield reading.text[: mark.start()], reading.text[mark.end() :]


def short(line: Line) -> bool:
    """A few words, the first a name's, and no sentence."""
    words = line.credit.split()
    sentence = _PARTING.search(line.credit.replace("/", ""))
    return line.credit[:1].isupper() and len(words) <= _CREDIT_WORDS and sentence is None


def source_or_person(line: Line) -> bool:
    """A label such as "Source:", or nothing but a person's name."""
    return bool(sourced(line.told) or PERSON_ALONE.fullmatch(line.credit))


def sourced(reading: Reading) -> str | None:
    """What stands behind a label such as "Source:"."""
    source = reading.starts("credits.openings")
    return reading.after(source)[1:].strip(EDGE) if source and reading.after(source)[:1] in COLON else None


def held(line: Line) -> bool:
    """No year behind the sign: "© 2024 The Paper" is a footer's, and "(c) 12 geese" the third of some answers."""
    rest = line.credit.strip(EDGE)
    return bool(rest) and not _YEAR.match(rest) and not _ANSWER.match(line.line.text)


def ends_open(line: Line) -> bool:
    """No sentence ends here."""
    return not line.line.ends_sentence


def closed(line: Line) -> bool:
    """Words that end a credit, an agency, or photographer and agency."""
    told = line.told
    agency = told.whole("datelines.agencies") and not told.clutter
    slashed = "/" in line.credit and (is_source(told) or bool(AGENCY_FIRST.fullmatch(line.credit)))
    long = line.reader.read(line.text).size >= SHORTEST_CAPTION
    return long and ends_open(line) and bool(closes(told) or agency or slashed)


def always(_: Line) -> bool:
    """Nothing more."""
    return True


def at_source(reading: Reading) -> Iterator[tuple[str, str]]:
    """A few words behind a label such as "Source:", and nothing before it."""
    source = sourced(reading)
    if source and reading.size <= SHORT:
        yield "", source


def labelled_inside(line: Line) -> bool:
    """A caption's label."""
    return label(line.told) is not None


def person_or_source(line: Line) -> bool:
    """A person's name alone, or an agency or a credit's word."""
    told = line.told
    return not (told.digits or told.clutter) and bool(PERSON_ALONE.fullmatch(line.credit) or is_source(told))


def shot_by(line: Line) -> bool:
    """A label and a name in a script without capitals: "촬영 이도현"."""
    opening = line.told.starts("captions.credits")
    return bool(opening) and bool(CJK_NAME.fullmatch(line.told.after(opening)))


def labels_person(line: Line) -> bool:
    """A label, and a person's name behind it; "Image caption, Ana Silva" says who is in the picture."""
    return bool(PERSON_ALONE.fullmatch(label(line.told) or "")) and not line.told.starts("captions.openings")


def agency_in_capitals(line: Line) -> bool:
    """An agency in capitals before a name."""
    return bool(AGENCY_FIRST.fullmatch(line.credit)) and not line.credit.isupper()


def opens_worded(line: Line) -> bool:
    """Words at a line's beginning, and behind them a mark or a name; "Photo gallery" is a section."""
    reading = line.told
    opening = reading.starts("captions.credits")
    if not opening or opening == len(reading.words):
        return False
    end = reading.spans[opening - 1][1]
    rest = reading.text[end:]
    named = CAPITALS.fullmatch(rest.strip(EDGE)) and not _CASELESS.search(rest)
    named = named and (len(rest.split()) > 1 or line.reader.read(rest).whole(*SOURCES))
    # "Image source, Harbour Post via AP"
    parted = rest.lstrip()[:1] in (*COLON, "/", "|", "©") or (opening > 1 and rest[:1] in COMMAS)
    lent = _lends(reading.text[:end], line.reader) or (parted and reading.stops("captions.provided") > 0)
    if lent and not reading.ends_sentence:
        return True
    told = tells_small(rest, line.reader)
    return not told and (bool(named) or (parted and not _tells(rest, line.reader)))


def _lends(text: str, reader: Reader) -> bool:
    """Whether the words that open a credit are a label and who lent the picture: "Photo: courtesy of"."""
    _, _, behind = text.replace("：", ":").partition(":")
    return not reader.lexicon.function_words.issuperset(reader.read(behind).words)


def closes_worded(line: Line) -> bool:
    """Words at a line's end, and a name before them; "Child tax credit" names nobody."""
    reading = line.told
    closing = closes(reading)
    if reading.size > SHORT or not closing or STOP.search(reading.text):
        return False
    named = reading.text[: reading.spans[-closing][0]].rstrip(EDGE)
    before, _, behind = named.replace("：", ":").partition(":")
    # "照片：青川县政府提供"
    named = behind if behind and line.reader.read(before).whole("captions.labels") else named
    return bool(CAPITALS.match(reading.text) and (not named or CAPITALS.fullmatch(named)))


def _tells(text: str, reader: Reader) -> bool:
    """Whether what stands behind a label is a headline, not a name: "Video: The ferry makes its last trip"."""
    first = STOP.split(text.lstrip(EDGE))[0]
    words = [word for word in first.split() if any(map(str.isalpha, word))]
    if not words or not words[0][0].isupper():
        # As in "taken from the film".
        return False
    small = [word for word in words if word.islower() and word not in PARTICLES]
    return len(words) > _CREDIT_OPENS and 2 * len(small) >= len(words) and not is_source(reader.read(first))


def tells_small(text: str, reader: Reader) -> bool:
    """Whether a sentence in small letters stands behind a label, and no name: "Photo: it hangs above the counter."."""
    first = STOP.split(text.lstrip(EDGE))[0]
    words = [word for word in first.split() if any(map(str.isalpha, word))]
    told = all(map(str.islower, words)) and not is_source(reader.read(first))
    return told and len(words) > _CREDIT_OPENS and reader.read(text).ends_sentence
