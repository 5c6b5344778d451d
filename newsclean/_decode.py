"""Bytes of unknown encoding to text."""

from __future__ import annotations

import codecs

from newsclean.language import detect

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
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
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:
            # A page cut off in the middle of a character.
            return data.decode("utf-8", "replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(_code_page(data, best.encoding) if best else "cp1252", "replace")


def _code_page(data: bytes, guess: str) -> str:
    """The code page a text's language is written in, where the guess is one of many alike.

    Statistics hardly tell cp1250 from cp1252; the language, which is plain in either, does.
    """
    if codecs.lookup(guess).name in _MULTIBYTE:
        return guess
    language = detect(data[:_SAMPLE].decode(guess, "replace"))
    return next((page for page, languages in _PAGES.items() if language in languages), guess)
