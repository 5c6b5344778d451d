"""JSON's escapes, left in a text that nobody decoded: "The council\\u2019s vote.\\n\\nWork starts"."""

from __future__ import annotations

import json
import re

_UNICODE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_ANY = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[nrt\"/\\]")
#: Behind a sentence, or one right behind the other: in a path, "C:\\news\\notes", they are neither.
_BREAK = re.compile(r"[.!?…][\"”»)]?(?:\\r)?\\n|\\n(?:\\r)?\\n")
#: In a word or beside one, or several: what is quoted from a program is neither.
_IN_WORD = re.compile(r"[^\W\d_]\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]{4}[^\W\d_]|(?:\\u[0-9a-fA-F]{4}){3}")
#: So many of them are no chance.
_ENOUGH = 2


def unescaped(text: str) -> str:
    """The text with its escapes decoded, where it has line breaks as escapes alone, or words with escapes in them.

    >>> unescaped("The council\\\\u2019s vote is \\\\u201cfinal\\\\u201d.")
    'The council’s vote is “final”.'
    """
    if "\\" not in text:
        return text
    if "\n" not in text.strip() and _BREAK.search(text):
        return _ANY.sub(_decoded, text)
    if "\\u" in text and len(_IN_WORD.findall(text)) >= _ENOUGH:
        return _UNICODE.sub(_decoded, text)
    return text


def _decoded(escape: re.Match[str]) -> str:
    found = str(json.loads(f'"{escape[0]}"'))
    # Half of a pair alone is no character.
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
