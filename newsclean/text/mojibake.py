"""Text that was decoded wrongly before it came here: UTF-8 taken for an old code page, or one of these for another."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from attrs import field, frozen

from newsclean.text.decoding import likeliest
from newsclean.text.letters import COMMON, LETTER, oddities, plausible, sound, written_in_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What UTF-8 is mistaken for. ISO 8859-1, -9 and others are parts of these: where a page has letters or marks they have
#: control characters, which are looked for as well.
_MISTAKEN = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8-r", "koi8-u", "mac-roman",
    "mac-cyrillic", "cp437", "cp850", "cp852", "cp866", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-15",
)  # fmt: skip
#: What one-byte text is mistaken for.
_MISREAD = ("cp1252", "cp1250", "iso8859-2", "cp1251", "koi8-r", "mac-roman")
#: Text may have gone the wrong way more than once.
_ROUNDS = 3
_SAMPLE = 3000
#: Code pages that explain so much less than the best are not looked at.
_CLOSE = 0.8
_RUN = re.compile(r"[^\x00-\x7f]+")
_SEGMENT, _REST = re.compile(r"[^\n<>]+"), re.compile(r"[^\n<>]*")
_WORD = re.compile("[^ \t\r\x0b\x0c\u2028\u2029]+")
#: But for a line break, which may be a byte of a sequence too.
_BEYOND = re.compile(r"[^\x00-\x7f\x85]")
#: What a sequence without its last byte most likely stood for.
_LOST = {"quote": "\u201d", "some": "\ufffd", "space": "\xa0", "a": "à ", "s": "Š", "r": "Р"}
_PICTURES = re.compile(
    "[\x80-\x9f\u02c6\u02dc\u2190-\u2193\u25a0-\u27bf\u2b00-\u2bff\u3400-\u9fff\uac00-\ud7a3\ufb00-\ufb4f\ufe0f\U0001f300-\U0001faff\ufffd]"
)
#: So many oddities must a sequence take away on average.
_GAIN = 0.3
#: Control characters that stand for the marks of cp1252; a new line is one of them.
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")
_CONTROLS = frozenset(map(chr, range(0x80, 0xA0))) - {"\x85"}
#: A text in the letters of its language is sound; fewer of them tell nothing. How much better must another reading be?
_SOUND, _FEWEST, _LEAST_SHARE, _BETTER = 0.9, 10, 0.02, 0.2


def repaired(text: str) -> str:
    """The text as it was before it was decoded wrongly; a sound text stays as it is."""
    if text.isascii():
        return text
    # NumPy is not loaded for plain ASCII.
    from newsclean.text.telltales import look  # noqa: PLC0415

    # Nothing is repaired that is not odd: most texts are done with here.
    odd, characters = look(text)
    if not odd and _CONTROLS.isdisjoint(characters) and written_in_one(characters):
        return text
    for _ in range(_ROUNDS):
        better = _from_utf8(text, odd) if odd else text
        if better == text:
            break
        text = better
        odd, characters = look(text)
    better = text if _CONTROLS.isdisjoint(characters) else _CONTROL.sub(_as_cp1252, text)
    return better if better != text and sound(_telling(better)) else _from_one_byte(text)


def _as_cp1252(match: re.Match[str]) -> str:
    return match[0].encode("latin-1").decode("cp1252", "ignore") or match[0]


@frozen(eq=False)
class _Page:
    """How UTF-8 looks that was read as a code page.

    Attributes:
        leads, rest: the characters that its sequences begin and go on with.
        sequence: matches one.
        damaged: matches one, or what is left of one whose last byte the code page lacks or that became a space.
        stands_for: the byte that each character stands for.
        known: what sequences stand for that were met before.
    """

    leads: frozenset[str]
    rest: frozenset[str]
    sequence: re.Pattern[str]
    damaged: re.Pattern[str]
    stands_for: dict[str, int]
    known: dict[str, str] = field(factory=dict)

    def read(self, match: re.Match[str]) -> str:
        """What a sequence stands for, or the sequence if that is no common character."""
        if match.lastgroup:
            return _LOST[match.lastgroup]
        found = match[0]
        if found not in self.known:
            try:
                character = bytes([self.stands_for[c] for c in found]).decode("utf-8")
            except UnicodeDecodeError:
                character = found
            self.known[found] = character if _ordinary(character) else found
        return self.known[found]

    def fixed(self, text: str) -> str:
        """The text with its sequences read, as often as it was taken for this code page."""
        text = self.damaged.sub(self.read, text)
        for _ in range(_ROUNDS - 1):
            if not oddities(text):
                break
            text = self.sequence.sub(self.read, text)
        return text

    def encoded(self, text: str) -> bytes | None:
        """The bytes that a text stands for, if all of it can be in the code page."""
        try:
            return bytes([ord(c) if c < "\x80" else self.stands_for[c] for c in text])
        except KeyError:
            return None

    def found(self, text: str) -> list[int]:
        """The lengths of the sequences in a text."""
        return [len(match[0]) for match in self.sequence.finditer(text) if self.read(match) != match[0]]


@cache
def _pages() -> tuple[_Page, ...]:
    return tuple(map(_page, _MISTAKEN))


@cache
def _page(encoding: str) -> _Page:
    characters: dict[int, str] = {}
    stands_for: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        character = bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte))
        characters[byte] = character + (chr(byte) if byte < 0xA0 else "")  # noqa: PLR2004 - the control characters' end
        for c in characters[byte]:
            stands_for.setdefault(c, byte)

    def among(*bytes_: int) -> str:
        return "[" + re.escape("".join(characters[byte] for byte in bytes_)) + "]"

    two = among(*range(0xC2, 0xC7), 0xC8, 0xC9, *range(0xCB, 0xDC))
    three, four, rest = among(*range(0xE0, 0xF0)), among(0xF0), among(*range(0x80, 0xC0))
    sequence = f"{two}{rest}|{three}{rest}{rest}|{four}{rest}{rest}{rest}"
    lost = (
        f"(?P<quote>{among(0xE2)}{among(0x80)}(?:\ufffd|(?!{rest})))|(?P<some>{two}\ufffd)|(?P<space>{among(0xC2)} )"
        f"|(?P<a>{among(0xC3)} )|(?P<s>{among(0xC5)} (?=[a-z]))|(?P<r>{among(0xD0)} (?={among(0xD0, 0xD1)}))"
    )
    leads = frozenset("".join(characters[byte] for byte in range(0xC2, 0xF1)))
    following = frozenset("".join(characters[byte] for byte in range(0x80, 0xC0)))
    return _Page(leads, following, re.compile(sequence), re.compile(f"{sequence}|{lost}"), stands_for)


def _ordinary(character: str) -> bool:
    """Whether a character is one of those that texts are made of, ideographs and pictures included."""
    # Control characters come out where the text went the wrong way twice.
    return bool(COMMON.fullmatch(character) or _PICTURES.fullmatch(character))


def _from_utf8(text: str, odd: list[int]) -> str:
    """A text with the UTF-8 in it decoded that was taken for a code page; `odd` are places that speak for it."""
    sample = _beginning(text[start:end] for start, end in _around(text, odd))
    characters = set(sample)
    likely = [
        (found, page)
        for page in _pages()
        if not (page.leads.isdisjoint(characters) or page.rest.isdisjoint(characters))
        and (found := sum(page.found(sample)))
    ]
    most = max((found for found, _ in likely), default=0)
    readings = {_reread(sample, page): page for found, page in reversed(likely) if found >= _CLOSE * most}
    readings.pop(sample, None)
    if not readings:
        return text
    # Code pages that are alike differ in few characters: which reads best?
    return _reread(text, readings[max(reversed(readings), key=plausible)])


def _reread(text: str, page: _Page) -> str:
    """A text with the sequences of one code page read as UTF-8, if it reads better for it."""
    pieces: list[str] = []
    done = count = gain = 0
    for start, end, found in _stretches(text, page):
        raw = text[start:end]
        fixed = page.fixed(raw)
        better = oddities(raw) - oddities(fixed)
        if better >= 0:
            pieces += text[done:start], fixed
            count += found
            gain += better
            done = end
    return "".join((*pieces, text[done:])) if gain > _GAIN * count else text


def _stretches(text: str, page: _Page) -> Iterator[tuple[int, int, int]]:
    """Where sequences are most of what is beyond ASCII, and how many: segments, else words."""
    for start, end in _segments(text):
        segment = text[start:end]
        found = page.found(segment)
        if not found:
            continue
        if _mostly(segment, found):
            yield start, end, len(found)
            continue
        for word in _WORD.finditer(text, start, end):
            found = page.found(word[0])
            if found and _mostly(word[0], found):
                yield *word.span(), len(found)


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The lines, tags and texts between tags that have a character beyond ASCII."""
    return _around(text, (run.start() for run in _RUN.finditer(text)))


def _around(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The lines, tags and texts between tags that some places are in."""
    end = 0
    for place in places:
        if place >= end:
            begin = max(text.rfind(mark, end, place) for mark in "\n<>")
            begin, end = max(begin + 1, end), _REST.match(text, place).end()  # type: ignore[union-attr]
            yield begin, end


def _mostly(text: str, found: list[int]) -> bool:
    return len(_BEYOND.findall(text)) - sum(found) <= len(found)


def _from_one_byte(text: str) -> str:
    """A text whose code page was taken for another: its letters are not its language's."""
    telling = _telling(text)
    letters = LETTER.findall(telling)
    if len(letters) < max(_FEWEST, _LEAST_SHARE * len(telling)):
        return text
    # All that was read as a code page is in it.
    pages = [
        page
        for page in map(_page, _MISREAD)
        if sum(map(page.stands_for.__contains__, letters)) >= _SOUND * len(letters)
    ]
    if not pages or sound(telling):
        return text
    needed = max(_SOUND, plausible(telling) + _BETTER)
    for page in pages if needed <= 1 else ():
        data = b"\n".join(filter(None, map(page.encoded, telling.split("\n"))))
        if len(data) < _SOUND * len(telling):
            continue
        encoding = likeliest(data)
        if plausible(data.decode(encoding, "replace")) >= needed:
            return _SEGMENT.sub(partial(_transcoded, page, encoding), text)
    return text


def _transcoded(misread: _Page, encoding: str, match: re.Match[str]) -> str:
    data = None if match[0].isascii() else misread.encoded(match[0])
    return match[0] if data is None else data.decode(encoding, "replace")


def _telling(text: str) -> str:
    """The beginning of what has characters beyond ASCII."""
    return _beginning(text[start:end] for start, end in _segments(text))


def _beginning(segments: Iterable[str]) -> str:
    pieces, size = [], 0
    for segment in segments:
        pieces.append(segment)
        size += len(segment)
        if size > _SAMPLE:
            break
    return "\n".join(pieces)[:_SAMPLE]
