"""Bytes of unknown encoding to text."""

from __future__ import annotations

import codecs
import re
from heapq import nlargest
from math import exp

from newsclean.text import bigrams, letters

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE, _HEAD, _WIDE_SAMPLE = 5000, 8192, 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]+)""", re.IGNORECASE)
#: As browsers do, names are read as the larger set that pages mean by them.
_ALIKE = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "shift_jis": "cp932",
    "shift_jis_2004": "cp932", "shift_jisx0213": "cp932", "euc_kr": "cp949", "euc_jp": "euc_jis_2004",
    "euc_jisx0213": "euc_jis_2004",
}  # fmt: skip
#: Names that Python does not know.
_NAMES = {
    "x-sjis": "cp932", "windows-31j": "cp932", "x-gbk": "gb18030", "windows-874": "cp874", "windows-949": "cp949",
    "iso-8859-8-i": "iso8859-8", "x-mac-cyrillic": "mac-cyrillic", "x-mac-roman": "mac-roman", "x-euc-jp": "euc_jp",
}  # fmt: skip
#: The encodings of pages and files, with how readily each is believed: those of today's, older ones, rare ones.
_KNOWN = {
    **dict.fromkeys(
        "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8-r koi8-u "  # noqa: SIM905
        "gb18030 big5hkscs cp932 euc_jis_2004 cp949".split(),
        1.0,
    ),
    **dict.fromkeys("iso8859-2 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-13 iso8859-15".split(), 0.99),  # noqa: SIM905
    **dict.fromkeys("iso8859-4 mac-roman mac-cyrillic cp437 cp850 cp852 cp866".split(), 0.9),  # noqa: SIM905
}
#: A declaration counts for so much more.
_BELIEVED = 1.01
#: As many of the likeliest candidates are looked at more closely.
_LOOKED_AT = 8
#: More broken sequences than this for each sound one are no accident.
_DAMAGED = 0.05
_TELLING_PAGE = re.compile(rb">([^<>\x80-\xff]*+[\x80-\xff][^<>]*+)(?=<)")
_TELLING = re.compile(rb"(?<![^\n\r])[^\n\r\x80-\xff]*+[\x80-\xff][^\n\r]*+")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_BEYOND = re.compile(rb"[\x80-\xff]")
_ASCII, _MOST_ASCII = re.compile(rb"[\x00-\x7f]"), 0.75
_UTF16_32 = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
#: The share of common characters that is called for, and the fewest characters.
_COMMON_WIDE, _FEWEST_WIDE = 0.95, 6


def decode(data: bytes) -> str:
    """Decode by byte-order mark, as UTF-16 or UTF-8 where the bytes are that, or by what reads best.

    Bytes that fit no encoding become replacement characters; none raise.
    """
    text = _unmistakable(data)
    return data.decode(_likeliest(_telling(data, _TELLING), None), "replace") if text is None else text


def decode_page(data: bytes) -> str:
    """Decode an HTML page: as `decode` does, with what the page declares as one of the candidates.

    What is declared wins unless another encoding reads better: many pages state a neighbouring one.
    """
    text = _unmistakable(data)
    if text is not None:
        return text
    # Tags are ASCII in every encoding and would drown what tells them apart.
    telling = _telling(data, _TELLING_PAGE) or _telling(data, _TELLING)
    return data.decode(_likeliest(telling, _declared(data)), "replace")


def likeliest(data: bytes) -> str:
    """The encoding in which a text that is not Unicode reads best, by Python's name."""
    return _likeliest(_telling(data, _TELLING), None)


def _unmistakable(data: bytes) -> str | None:
    """The text, where the bytes themselves say how to read them."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    for encoding in ("iso2022_jp_ext", "iso2022_kr") if b"\x1b$" in data else ():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Escape sequences around nothing are damage in a text that is something else.
        if not text.isascii():
            return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # A page cut off in the middle of a character, or with a few bytes from elsewhere.
    broken = text.count("\ufffd")
    sound = sum(c > "\x7f" for c in text) - broken
    return text if broken <= max(_DAMAGED * sound, int(sound > 0 and text.endswith("\ufffd"))) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: read rightly, it is all common characters.

    Where no control character is among the bytes they hardly are that: what
    speaks for it must be without exception then.
    """
    sample = data[:_WIDE_SAMPLE]
    if not _CONTROL.search(sample) and len(_ASCII.findall(sample)) > _MOST_ASCII * len(sample):
        return None
    least = _COMMON_WIDE if b"\0" in sample else 1
    for encoding in _UTF16_32:
        size = 4 if encoding.startswith("utf-32") else 2
        if len(data) % size and len(data) < _WIDE_SAMPLE:
            continue
        text = sample[: len(sample) // size * size].decode(encoding, "replace")
        if len(text) >= (1 if b"\0" in sample else _FEWEST_WIDE) and _common(text) >= least * len(text):
            return encoding
    return None


def _common(text: str) -> int:
    """How many characters of a text are common ones."""
    others = letters.COMMON.sub("", text)
    ideographs = sum(bool(c.encode(codec, "ignore")) for c in others for codec in _common_sets(c))
    return len(text) - len(others) + ideographs


def _common_sets(c: str) -> tuple[str, ...]:
    if "\uac00" <= c <= "\ud7a3":
        return () if letters.rare(c) else ("euc_kr",)
    return (next((s for s in ("gb2312", "big5", "shift_jis") if c.encode(s, "ignore")), "ascii"),)


def _telling(data: bytes, pattern: re.Pattern[bytes]) -> bytes:
    """The beginning of what has bytes beyond ASCII."""
    lines = b"\n".join(pattern.findall(data[: 10 * _SAMPLE]))
    if len(lines) <= _SAMPLE:
        return lines
    return lines[: max(lines.rfind(end, 0, _SAMPLE) for end in (b"\n", b" ")) % _SAMPLE or _SAMPLE]


def _declared(data: bytes) -> str | None:
    """The encoding a page declares, if it is one that ASCII is a part of."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    try:
        name = codecs.lookup(_NAMES.get(name, name)).name
    except LookupError:
        return None
    return name if re.match(r"cp\d|iso8859|koi8|mac|big5|gb|euc|shift|johab|tis|ascii", name) else None


def _likeliest(sample: bytes, declared: str | None) -> str:
    declared = _ALIKE.get(declared, declared) if declared else None
    encodings = {**_KNOWN, **({declared: _BELIEVED} if declared else {})}
    # Control characters, which are common damage, would pass for a binary file.
    sample = sample.translate(None, _CONTROLS)
    beyond = len(_BEYOND.findall(sample))
    texts = {name: sample.decode(name, "replace") for name in encodings}
    likely = {
        name: exp(bigrams.log_likelihood(text) / max(1, beyond))
        for name, text in texts.items()
        if text.count("\ufffd") <= _DAMAGED * beyond
    }
    best = nlargest(_LOOKED_AT, likely, key=lambda name: likely[name])
    found, most = declared or "cp1252", -1.0
    for name in best:
        # How well a text reads takes the most time, and is 1 at the most.
        score = likely[name] * encodings[name]
        if score > most and (score := score * letters.plausible(texts[name])) > most:
            found, most = name, score
    return found
