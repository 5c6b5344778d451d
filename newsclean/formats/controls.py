"""Control characters, which nothing that newsclean writes holds."""

from __future__ import annotations

#: The codes of all control characters but tab and line feed.
CONTROLS = tuple(code for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if code not in {0x09, 0x0A})

# Those that are white space part words.
_PLAIN = {code: " " if chr(code).isspace() else None for code in CONTROLS}
# What JSON lets stand, though terminals act on it or programs take it for the end of a line.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*CONTROLS, 0x2028, 0x2029) if chr(code) >= "\x7f"}


def plain(text: str) -> str:
    r"""A text without control characters; those that are white space become spaces.

    Tabs and line feeds stay, and so do marks of the direction of writing, which
    text that runs from right to left needs.

    >>> plain("Rates\x0brise\x1b[31m")
    'Rates rise[31m'
    """
    return text.translate(_PLAIN)


def escaped(json: str) -> str:
    r"""JSON with those control characters and line separators escaped that it may hold unescaped.

    >>> escaped('{"title": "Rates\x9brise"}')
    '{"title": "Rates\\u009brise"}'
    """
    return json.translate(_ESCAPED)
