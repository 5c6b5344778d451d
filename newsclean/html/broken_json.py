"""The values in JSON as pages really hold it: with comments, marks of HTML around it, and slips of who wrote it."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Marks around a script's text for readers of old; WordPress escapes the last.
_MARKS = re.compile(r"(?:<|&lt;)!\[CDATA\[|(?<!\])\]\](?:>|&gt;)|<!--|-->")
_OPENING = re.compile(r"[{\[]")
#: One that is not closed goes on to the end.
_STRING = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/|//[^\n]*", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_UNDEFINED = re.compile(rf"({_STRING})|\bundefined\b", re.DOTALL)
#: A string that holds quotation marks of its own ends where JSON goes on behind it.
_LOOSE_STRING = re.compile(r'"((?:[^"\\]|\\.|"(?!\s{0,20}+(?:[,:}\]]|\Z)))*+)(?:"|\\?\Z)', re.DOTALL)
_QUOTE_INSIDE = re.compile(r'(\\.)|"', re.DOTALL)
_COMMA_LEFT_OUT = re.compile(r'(["}\]\d]|true|false|null)([^\S\n]*+\n\s*+)(?=["{\[])')
#: What follows a value and belongs to none; some close a bracket more than they opened.
_BEHIND = frozenset(" \t\r\n;,}]")
_BRACKET = re.compile(rf"{_STRING}|([{{\[])|([}}\]])", re.DOTALL)


def values(text: str) -> list[Any]:
    """The JSON values in a script, of which several may follow each other; none where it cannot be made sense of.

    >>> values('// from the CMS\\n{"name": "Rain, "at last"",}')
    [{'name': 'Rain, "at last"'}]
    """
    text = _MARKS.sub("", text)
    for mend in (_as_it_is, *_MENDS):
        text = mend(text)
        try:
            found = list(_decoded(_between_brackets(text)))
        except (ValueError, RecursionError):
            continue
        if found:
            return found
    return []


def _between_brackets(text: str) -> str:
    opening = _OPENING.search(text)
    return text[opening.start() : max(text.rfind("}"), text.rfind("]")) + 1] if opening else ""


def _decoded(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        yield value
        while end < len(text) and text[end] in _BEHIND:
            end += 1
        at = end


def _as_it_is(text: str) -> str:
    return text


def _without(pattern: re.Pattern[str], instead: str = "") -> Callable[[str], str]:
    """What takes away all that a pattern finds outside strings, which are its first group."""
    return lambda text: pattern.sub(lambda match: match[1] or instead, text)


def _quotes_escaped(text: str) -> str:
    return _LOOSE_STRING.sub(lambda match: '"' + _QUOTE_INSIDE.sub(lambda m: m[1] or '\\"', match[1]) + '"', text)


def _commas_put_in(text: str) -> str:
    return _COMMA_LEFT_OUT.sub(r"\1,\2", text)


def _closed(text: str) -> str:
    """A text that was cut off, with the brackets that it opened and did not close."""
    opened: list[str] = []
    for match in _BRACKET.finditer(text):
        if match[1]:
            opened.append("}" if match[1] == "{" else "]")
        elif match[2] and opened:
            opened.pop()
    return text.rstrip().rstrip(",") + "".join(reversed(opened))


#: Tried one after the other, each on what the one before made.
_MENDS = (
    _without(_COMMENT), _without(_TRAILING_COMMA), _without(_UNDEFINED, "null"), html.unescape,
    _commas_put_in, _quotes_escaped, _closed,
)  # fmt: skip
