"""Bytes of unknown encoding to text."""

from __future__ import annotations

import codecs
import re

from newsclean.language import detect

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE, _HEAD = 200_000, 8192
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
#: As browsers do, names are read as the larger set that pages mean by them.
_ALIKE = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "iso-8859-9": "cp1254",
    "tis-620": "cp874", "windows-874": "cp874", "iso-8859-8-i": "iso-8859-8",
}  # fmt: skip
_TELLING = re.compile(rb">([^<>]*[\x80-\xff][^<>]*)<")
_PLAIN = re.compile(r">([^<>]+)<")
#: More broken sequences than this for each sound one are no accident.
_DAMAGED = 0.05
_MOST_BEYOND = 0.5
_MULTIBYTE = frozenset(
    {
        "big5",
        "big5hkscs",
        "cp932",
        "cp949",
        "cp950",
        "euc_jis_2004",
        "euc_jisx0213",
        "euc_jp",
        "euc_kr",
        "gb18030",
        "gb2312",
    }
    | {"gbk", "hz", "iso2022_jp", "iso2022_kr", "johab", "shift_jis", "shift_jis_2004", "shift_jisx0213"}
    | {"utf-7", "utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-32-le"}
)
_PAGES = {
    "cp1252": frozenset(
        {"en", "de", "fr", "es", "pt", "it", "nl", "sv", "no", "da", "fi", "is", "ca", "gl", "eu", "id", "ms"}
    ),
    "cp1254": frozenset({"tr"}),
    "cp1250": frozenset({"pl", "cs", "sk", "hu", "hr", "sl", "ro", "bs"}),
    "cp1257": frozenset({"lt", "lv", "et"}),
    "cp1253": frozenset({"el"}),
    "cp1255": frozenset({"he"}),
    "cp1256": frozenset({"ar", "fa", "ur"}),
}


def decode(data: bytes) -> str:
    """Decode by byte-order mark, as UTF-8, or by what charset-normalizer finds.

    Bytes that fit no encoding become replacement characters; none raise.
    """
    text = _unmistakable(data)
    return data.decode(_detected(data[:_SAMPLE]), "replace") if text is None else text


def decode_page(data: bytes) -> str:
    """Decode an HTML page: as `decode` does, but by the encoding it declares before one is guessed.

    A declaration counts unless the bytes do not fit it, or what comes out is
    hardly written in the letters that the encoding is for.
    """
    text = _unmistakable(data)
    if text is not None:
        return text
    declared = _DECLARED.search(data[:_HEAD])
    if declared:
        name = declared[1].decode("ascii").lower()
        try:
            text = data.decode(_ALIKE.get(name, name))
        except (LookupError, UnicodeError):
            text = None
        if text is not None and not _garbled(text):
            return text
    # Tags are ASCII in every encoding and would drown what tells them apart.
    telling = b"\n".join(_TELLING.findall(data[: 10 * _SAMPLE]))
    return data.decode(_detected(telling[:_SAMPLE]), "replace")


def _unmistakable(data: bytes) -> str | None:
    """The text, where the bytes themselves say how to read them: by a mark, or as UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # A page cut off in the middle of a character, or with a few bytes from elsewhere.
    sound = sum(1 for c in text if c > "\x7f") - text.count("\ufffd")
    return text if text.count("\ufffd") <= max(_DAMAGED * sound, int(text.endswith("\ufffd"))) else None


def _garbled(text: str) -> bool:
    """Whether a text in Latin letters has far more letters beyond ASCII than any language has."""
    beyond = [c for c in text if "\x80" <= c <= "\u024f"]
    letters = sum(1 for c in "".join(_PLAIN.findall(text)) if c.isalpha() and c < "\u0250")
    return len(beyond) > _MOST_BEYOND * max(1, letters)


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data).best()
    return _code_page(data, best.encoding) if best else "cp1252"


def _code_page(data: bytes, guess: str) -> str:
    """The code page a text's language is written in, where the guess is one of many alike.

    Statistics hardly tell cp1250 from cp1252; the language, which is plain in either, does.
    """
    if codecs.lookup(guess).name in _MULTIBYTE:
        return guess
    language = detect(data[:_SAMPLE].decode(guess, "replace"))
    return next((page for page, languages in _PAGES.items() if language in languages), guess)
