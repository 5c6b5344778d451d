"""Text as a page may hold it: shown, and never run."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsclean.formats.controls import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Browsers lay out so many characters of HTML at a time, when they come into view.
_CHUNK = 20_000
#: Longer paragraphs are cut: to lay out one of megabytes takes a browser minutes.
_LONGEST = 4_000
_PICTURES = 0x2400
#: Control characters become their pictures, and what no encoding can write the sign for that.
_SHOWN = {code: chr(_PICTURES + code) if code < 0x20 else "\ufffd" for code in CONTROLS}  # noqa: PLR2004 - the space
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def shown(text: str) -> str:
    r"""A text as HTML that shows it, also inside quotation marks.

    >>> shown('<script>"a"\x00')
    '&lt;script&gt;&quot;a&quot;␀'
    """
    return escape(text.translate(_SHOWN))


def spoken(language: str | None) -> str:
    """The attribute that tells a screen reader which language a text is in, if that is known."""
    return f' lang="{shown(language)}"' if language else ""


def cut(text: str, most: int) -> str:
    """A text in one line, or its beginning."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def link(address: str) -> str:
    """An address as HTML; a link where it leads to the web."""
    try:
        leads = urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        leads = False
    text = shown(address)
    return f'<a href="{text}" rel="noopener noreferrer nofollow" target="_blank">{text}</a>' if leads else text


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where a text is cut that is too long for one paragraph, at white space where there is any."""
    start = 0
    while len(text) - start > _LONGEST:
        end = text.rfind(" ", start, start + _LONGEST) + 1
        end = end if end > start else start + _LONGEST
        yield start, end
        start = end
    yield start, len(text)


def chunks(parts: Iterable[str]) -> Iterator[list[str]]:
    """Parts of a page, put together to what is laid out at a time."""
    found: list[str] = []
    size = 0
    for part in parts:
        found.append(part)
        size += len(part)
        if size > _CHUNK:
            yield found
            found, size = [], 0
    if found:
        yield found
