"""What a page holds and does not show: elements hidden by themselves, and words for screen readers alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.markup import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Stand around what is hidden in a line while its text is gathered; no tree holds a null byte.
HIDE, SHOW = "\0<", "\0>"
#: The same around what is hidden from screen readers alone, unless it is said to them in other words beside it.
MUTE, SOUND = "\0(", "\0)"
_MARKS = re.compile(r"(\0[<>()])")
_CLOSES = frozenset({SHOW, SOUND})
#: The id of what comes hidden for a program to put in its place: "S:1a".
_STREAMED = re.compile(r"S:[0-9a-f]{1,8}")
#: What browsers show instead of the text in them, and what tells that there is something to show.
_EMBEDDED = frozenset({"object", "video", "audio"})
_SOURCES = frozenset({"data", "classid", "type", "src", "codebase"})
#: A letter or two in it, and a word, are drop caps, icons and signs.
_FEWEST_WORDS = 2
_CLINGS = frozenset(",.;:!?)]}”»…%")


def is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden by its own attributes, from everybody or from all but screen readers.

    What a search in the page shows again is not, nor is what only a class of some style sheet might hide. The text in
    a film is for browsers that cannot play it.
    """
    # A browser shows pages whatever these say: a script does.
    if name in PAGE or is_streamed(attributes):
        return False
    if name in _EMBEDDED and (name != "object" or not _SOURCES.isdisjoint(attributes)):
        return True
    if attributes.get("layout") == "nodisplay" and name.startswith("amp-"):
        return True
    if attributes.get("hidden", "until-found") != "until-found" or (name == "dialog" and "open" not in attributes):
        return True
    style, called = attributes.get("style"), attributes.get("class")
    return bool((style and naming.HIDING_STYLE.search(style)) or (called and _is_for_screen_readers(called)))


def is_streamed(attributes: Mapping[str, str]) -> bool:
    """Whether an element comes hidden, and a program puts what it holds where the page shows it."""
    return bool(_STREAMED.fullmatch(attributes.get("id") or ""))


@lru_cache(maxsize=1 << 14)
def _is_for_screen_readers(called: str) -> bool:
    return bool(naming.SCREEN_READER.search(called.lower()))


def is_caption(name: str, names: str) -> bool:
    """Whether an element says that it is a caption, which is one also inside of what it tells of."""
    return name == "figcaption" or (bool(names) and naming.called_caption(names))


def is_muted(attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden from screen readers: an icon, a sign, or a copy of what stands elsewhere."""
    return attributes.get("aria-hidden") == "true"


def marks_of(name: str, attributes: Mapping[str, str]) -> tuple[str, str] | None:
    """What stands before and behind the text of an element in a line, where that is hidden."""
    if is_hidden(name, attributes):
        return HIDE, SHOW
    return (MUTE, SOUND) if is_muted(attributes) else None


def stretches(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without the marks of what is hidden, and the offset pairs of that.

    White space around stays, and one is set where two words would be glued.

    >>> stretches("The mayor\\0<, opens a new tab\\0> said")
    ('The mayor, opens a new tab said', ((9, 26),))
    """
    parts = list(_parts(text))
    said = any(hidden and mark == HIDE for _, hidden, mark in parts)
    out = ""
    holes: list[tuple[int, int]] = []
    for number, (part, hidden, mark) in enumerate(parts):
        core = part.strip()
        if not hidden or not core or (mark == MUTE and (said or len(core.split()) < _FEWEST_WORDS)):
            out += part
            continue
        following = "".join(other for other, gone, _ in parts[number + 1 :] if not gone)
        before = part[: len(part) - len(part.lstrip())]
        if following[:1] in _CLINGS:
            holes.append((len(out.rstrip()), len(out) + len(part)))
            out += part
            continue
        out += before
        holes.append((len(out), len(out) + len(core)))
        glued = part == core and _is_cased(out[-1:]) and _is_cased(following[:1])
        out += core + (" " if glued else part[len(before) + len(core) :])
    return out, tuple(holes)


def _is_cased(character: str) -> bool:
    """Whether spaces part what a character is written in: digits, and letters of scripts that have capitals."""
    return character.isdigit() or character.lower() != character.upper()


def _parts(text: str) -> Iterator[tuple[str, bool, str]]:
    """The parts of a text between its marks: whether each is hidden, and by which mark."""
    opened: list[str] = []
    for part in _MARKS.split(text):
        if not _MARKS.fullmatch(part):
            yield part, bool(opened), HIDE if HIDE in opened else MUTE
        elif part not in _CLOSES:
            opened.append(part)
        elif opened:
            opened.pop()
