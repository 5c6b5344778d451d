"""Bytes of unknown encoding to text."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000


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
    return data.decode(best.encoding if best else "cp1252", "replace")
