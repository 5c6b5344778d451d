"""What kind of file something is, by what stands in it."""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PICTURE = "a picture; read the text in it first, as with tesseract"
#: How files begin that are neither text nor a page: where, with what, and what to say of them.
_FILES = (
    (0, b"%PDF-", "a PDF file; take the text out of it first, as with pdftotext"),
    (0, b"\x89PNG", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (8, b"WEBPVP8", _PICTURE),
    (0, b"PK\x03\x04", "a ZIP archive or an office document; unpack it, or save it as text or HTML"),
    (0, b"\xd0\xcf\x11\xe0", "an office document; save it as text or HTML"),
    (0, b"\x1f\x8b", "gzipped; unpack it first"),
    (4, b"1AY&SY", "compressed by bzip2; unpack it first"),
    (0, b"\xfd7zXZ\x00", "compressed by xz; unpack it first"),
    (0, b"\x28\xb5\x2f\xfd", "compressed by zstd; unpack it first"),
    (257, b"ustar", "a tar archive; unpack it first"),
)
# Escape is left out, since some Japanese encodings are written with it.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: What damage explains. Compressed data, of all binary data the most even, has twice this share.
_MOST_CONTROLS, _FEW_CONTROLS = 0.05, 4
SAMPLE = 4096

#: How markup begins in encodings that are not like ASCII.
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be",
}  # fmt: skip
#: What may stand before a page's or an XML file's first element.
_PROLOG = r"\A(?>\s+|<\?[^>]*>|<!--.*?-->)*+"
_HTML = re.compile(rf"{_PROLOG}(?:<!doctype\s+html\b|<(?:\w+:)?html[\s>/])", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    rf"{_PROLOG}(?:<!doctype[^>]*+>\s*+)?<(?:rss|(?:\w+:)?feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


#: News in XML or SGML: the root of a format of one article.
_NEWS = re.compile(
    rf"{_PROLOG}(?:<!doctype[^>\[]*+(?:\[[^\]]*+\])?[^>]*+>\s*+)?"
    r"<(?:\w+:)?(?:nitf|newsml|newsitem|newsmessage|doc|item|entry|reuters)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


class PageError(ValueError):
    """What was given is neither a text nor a page: another kind of file, or of a page, empty or too large."""


def decoded(data: bytes, decode: Callable[[bytes], str], wanted: str) -> str:
    """The characters of a text or a page.

    Args:
        data: its bytes.
        decode: makes characters of bytes.
        wanted: what it should be, for the message.

    Raises:
        PageError: it is another kind of file; the message says which, and what to do.
    """
    kind = of_bytes(data)
    if kind:
        raise _other(wanted, kind)
    return checked(decode(data), wanted)


def checked(text: str, wanted: str) -> str:
    """What was decoded. Raises `PageError` where it was no text, as `decoded` does."""
    if is_binary(text):
        raise _other(wanted, "a binary file; take the text out of it first")
    return text


def _other(wanted: str, kind: str) -> PageError:
    return PageError(f"no {wanted}: this is {kind}")


def of_bytes(data: bytes) -> str | None:
    """What a file is that is neither text nor a page, and what to do with it; `None` where nothing says so."""
    return next((kind for at, magic, kind in _FILES if data.startswith(magic, at)), None)


def is_binary(text: str) -> bool:
    """Whether what was decoded was no text."""
    sample = text[:SAMPLE]
    if "\x00" in sample:
        # Null bytes are common damage; text that has nothing else is none.
        sample = text.replace("\x00", "")[:SAMPLE]
    if not sample:
        return bool(text)
    return len(_CONTROLS.findall(sample)) > _FEW_CONTROLS + _MOST_CONTROLS * len(sample)


def is_html(data: bytes) -> bool:
    """Whether a file begins as an HTML or XHTML page does, or as news in XML, which is read as one."""
    beginning = _beginning(data)
    return (_HTML.match(beginning) or _NEWS.match(beginning)) is not None


def is_news_xml(text: str | bytes) -> bool:
    """Whether a text begins as news in XML or SGML does: as one article, or as a feed, which may hold one."""
    beginning = _beginning(text)
    return (_NEWS.match(beginning) or _FEED.match(beginning)) is not None


def _beginning(text: str | bytes) -> str:
    beginning = text[:SAMPLE]
    if isinstance(beginning, bytes):
        encoding = next((name for mark, name in _WIDE.items() if beginning.startswith(mark)), "utf-8")
        beginning = beginning.decode(encoding, "replace")
    return beginning.lstrip("\ufeff \t\r\n")


def of_text(text: str) -> str | None:
    """What a text is that is not an article's, and what to do with it; `None` where nothing says so."""
    beginning = text.lstrip("\ufeff \t\r\n")
    if _FEED.match(beginning[:SAMPLE]):
        return "a feed or a sitemap; fetch the pages that it links to"
    if beginning.startswith(("{", "[")):
        lines = [line for line in beginning.split("\n") if line.strip()]
        if 2 * sum(map(_is_object, lines)) > len(lines) > 1:
            return "JSON Lines; take out the texts first, each into a file of its own"
        if isinstance(_parsed(beginning), dict | list):
            return "JSON; take out the texts first, each into a file of its own"
    return None


def _is_object(line: str) -> bool:
    return isinstance(_parsed(line), dict)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
