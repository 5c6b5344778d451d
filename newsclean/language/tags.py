"""The tags in a line that lists some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.lexicon.characters import COLONS, COMMAS, DASHES, KANA_AND_HAN, UNSPACED_STOPS

if TYPE_CHECKING:
    from newsclean.language.reader import Reader

#: What is longer lists none.
LONGEST = 600
_TAG_WORDS, _TAG_LENGTH = 5, 48
#: Not in brackets: "Accidents (at work, at home)".
_BETWEEN = rf"[{COMMAS};|•·](?![^()]{{0,60}}\))"
_SEPARATOR = re.compile(rf"\s*{_BETWEEN}\s*|\s{{2,}}|\s*#\s*|\s+/\s+")
_HASHTAGS = re.compile(r"(?:#[\w'’-]+[\s,]*)+")
_SPACES, _CJK = re.compile(r"\s+"), re.compile(f"[{KANA_AND_HAN}]")
#: How many stories a topic has.
_COUNT = re.compile(r"(?<=\S)\s?\((?!(?:19|20)\d\d\))\d[\d.,]{0,9}(?:\s[^\W\d_]{1,12})?\)$")
_EDGES = f" #*{COMMAS};"
_MARKS = f"{COLONS}|{DASHES}"
#: What an enumeration of names has none of.
_TOLD = re.compile(f"[{COLONS}{UNSPACED_STOPS}「」]")


class Listed(NamedTuple):
    """A line that may list tags.

    Attributes:
        label: how many words of it say that it does, such as "Topics".
        marked: a mark stands behind these.
        shouted: they alone are in capitals, and no sentence follows: "TAGS Rivers Pollution".
        tags: those that it lists; none where one part is too long to be a tag.
        linked: each of the line's links is one.
        hashed: they are hashtags.
        told: it is a sentence, or has what names have none of.
    """

    label: int
    marked: bool
    shouted: bool
    tags: tuple[str, ...]
    linked: bool
    hashed: bool
    told: bool


def parse(text: str, reader: Reader, links: tuple[str, ...] = ()) -> Listed | None:
    """The tags that a line lists, or `None` where it is too long.

    Args:
        text: the line, white space collapsed.
        reader: what reads lines in its language.
        links: the texts of the links in it, or what gaps part.
    """
    if len(text) > LONGEST:
        return None
    reading = reader.read(text)
    label = reading.starts("tags.labels")
    said = text[: reading.spans[label - 1][1]] if label else ""
    behind = text[len(said) :].lstrip()
    rest = behind.lstrip(f" {_MARKS}") if label else text
    shouted = said.isupper() and not text.isupper() and reader.lexicon.function_words.isdisjoint(reading.words[label:])
    # The label may stand before the first.
    links = tuple(name for link in links if (name := link.removeprefix(said).lstrip(f" {_MARKS}")))
    linked = len(links) > 1 and only_links(rest, links)
    named = tuple(dict.fromkeys(filter(None, map(bare, links)))) if linked else split(rest)
    tags = named or ((rest,) if shouted and rest else ())
    told = reading.ends_sentence or (not label and bool(_TOLD.search(text)))
    marked = bool(label) and behind[:1] in _MARKS
    return Listed(label, marked, shouted, tags, linked, not label and bool(_HASHTAGS.fullmatch(text)), told)


def split(text: str) -> tuple[str, ...]:
    """The tags in a text; none where one part is too long to be a tag."""
    separator = _SPACES if _CJK.match(text) and not _SEPARATOR.search(text) else _SEPARATOR
    parts = [name for part in separator.split(text) if (name := bare(part.strip(" #.*")))]
    return tuple(dict.fromkeys(parts)) if all(map(short, parts)) else ()


def bare(tag: str) -> str:
    """A tag without the signs around it, and the number of stories behind it: "#Harbour (12)".

    What is too long for one has it before its brackets.
    """
    name = _COUNT.sub("", tag.strip(_EDGES)).strip(_EDGES)
    return name if short(name) else name.partition(" (")[0] or name


def only_links(text: str, links: tuple[str, ...]) -> bool:
    """Whether links are short, and all there is of a text."""
    for link in links:
        text = text.replace(link, " ", 1)
    return bool(links) and all(map(short, links)) and not any(map(str.isalnum, text))


def short(text: str) -> bool:
    """Whether a text is short enough for a tag."""
    return 0 < len(text) <= _TAG_LENGTH and len(text.split()) <= _TAG_WORDS
