"""Values as JavaScript writes them, where they are no JSON: names without quotation marks, `'…'`, `!0`, `void 0`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_STRING = r"\"(?:[^\"\\\n]|\\[\s\S])*+\"|'(?:[^'\\\n]|\\[\s\S])*+'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*+`"
_TOKEN = re.compile(
    rf"\s{{0,99}}+(?:(?P<string>{_STRING})|(?P<number>-?(?:\d|\.\d)[\w.]*+)|(?P<mark>[{{}}\[\](),])"
    r"|(?P<constant>![01]|void 0|new Date\([^()]{0,40}\))|(?P<name>[A-Za-z_$][\w$]*+))"
)
_COLON = re.compile(r"\s{0,99}+:")
_CLOSING = {"{": "}", "[": "]", "(": ")"}
_CONSTANTS = {"true": True, "false": False, "!0": True, "!1": False}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([\s\S]))")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": "", "0": "", "\n": ""}
#: A function that gives its values names, to say each only once: "(function(a,b){return {…}}(1,2))".
_NAMED = re.compile(r"\((?:function\s?)?\(([\w$,\s]{0,20000})\)\s?(?:=>\s?)?\{")
_RETURN, _CALLED = re.compile(r"\breturn\s?(?=[{\[])"), re.compile(r"[;\s]{0,9}\}\)?\s?(?=\()")
#: How far behind its head a function returns, and how deep values may be nested.
_NEAR, _DEEPEST = 100_000, 200
_SURROGATES = re.compile("[\ud800-\udfff]")


def value(text: str, start: int, names: Mapping[str, Any] | None = None) -> tuple[Any, int]:
    """A value and where it ends; `None` and how far it can be read where it is none.

    Args:
        text: a script.
        start: where in it the value begins.
        names: the values of names in it; others are `None`.

    >>> value("{title: 'Rain', live: !1, at: void 0}", 0)
    ({'title': 'Rain', 'live': False, 'at': None}, 37)
    """
    outer: list[Any] = []
    #: The lists and objects that are open, each with the key that waits for its value, and the mark that closes it.
    stack: list[Any] = [outer]
    keys: list[str | None] = [None]
    closing = [""]
    at = start
    while token := _TOKEN.match(text, at):
        at = token.end()
        mark = token["mark"]
        if mark and mark == closing[-1]:
            del stack[-1], keys[-1], closing[-1]
        elif mark == ",":
            keys[-1] = None
        elif isinstance(stack[-1], dict) and keys[-1] is None and mark is None:
            keys[-1] = _unescaped(token["string"]) if token["string"] else token[0].strip()
            if not (colon := _COLON.match(text, at)):
                break
            at = colon.end()
        elif (mark and mark not in _CLOSING) or (mark == "(" and outer) or len(stack) > _DEEPEST:
            break
        else:
            new = ({} if mark == "{" else []) if mark else _scalar(token, names or {})
            _put(stack[-1], keys[-1], new)
            if mark:
                stack.append(new)
                keys.append(None)
                closing.append(_CLOSING[mark])
        if len(stack) == 1 and outer:
            return outer[0], at
    return None, at


def called(text: str, start: int) -> tuple[Any, int]:
    """The value that a function returns which is called at once, its names replaced by what they stand for."""
    head = _NAMED.match(text, start)
    returned = _RETURN.search(text, head.end(), head.end() + _NEAR) if head else None
    if head is None or returned is None:
        return None, start
    end = value(text, returned.end())[1]
    call = _CALLED.match(text, end)
    given, end = value(text, call.end()) if call else (None, end)
    if not isinstance(given, list):
        return None, end
    named = dict(zip((name.strip() for name in head[1].split(",")), given, strict=False))
    return value(text, returned.end(), named)[0], end


def _put(container: Any, key: str | None, new: Any) -> None:  # noqa: ANN401
    if isinstance(container, dict):
        container[key] = new
    else:
        container.append(new)


def _scalar(token: re.Match[str], names: Mapping[str, Any]) -> Any:  # noqa: ANN401
    if token["string"]:
        return _unescaped(token["string"])
    told = token[0].strip()
    if token["number"]:
        return int(told) if told.isdecimal() else None
    return names.get(told, _CONSTANTS.get(told))


def _unescaped(literal: str) -> str:
    """What a string in quotation marks says."""
    text = literal[1:-1]
    if "\\" not in text:
        return text
    text = _ESCAPE.sub(_character, text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _SURROGATES.search(text) else text


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code is None:
        return _ESCAPED.get(escape[4], escape[4])
    return chr(min(int(code, 16), 0x10FFFF))
