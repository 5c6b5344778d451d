"""What HTTP says of the characters of a text."""

from __future__ import annotations

import codecs
import re

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: What browsers take these for.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def decoded(page: bytes, content_type: str) -> str | bytes:
    """The page, decoded as its HTTP header says, unless its first bytes say otherwise or it does not fit."""
    match = _CHARSET.search(content_type)
    if match is None or page.startswith(_MARKS):
        return page
    name = match[1].lower()
    try:
        return page.decode(_MEANT.get(name, name))
    except (LookupError, ValueError):
        return page
