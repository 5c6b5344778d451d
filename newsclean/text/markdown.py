"""What in a Markdown text is markup: found, so that cleaners see the words."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from newsclean.lexicon.case import small
from newsclean.lexicon.characters import UNSPACED_STOPS
from newsclean.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINK = re.compile(r"\]\((?:<|https?:|/|#|mailto:|\.)")
#: The address of "[text][12]", on a line of its own, and perhaps the link's title.
_DEFINITION = re.compile(r"\[\d{1,5}\]: +\S+(?:\s+[\"'(][^\n]*)?")
_DEFINED = re.compile(r"^ {0,3}\[\d{1,5}\]: +<?(?:[a-z][a-z0-9+.-]*:|[/#?.])\S*", re.MULTILINE)
_ENOUGH_LINKS, _ENOUGH_BOLD = 3, 2
_FIRST_HEADING = re.compile(r"\s{0,99}#{1,6} +(?:\S.{0,400}\r?\n\s*\n|[^\sa-z#].{0,400}\r?\n(?!\s*#))")
_LOWER_HEADING = re.compile(r"^#{2,6} +[^\s#]", re.MULTILINE)
#: A line that is emphasised throughout, as messengers mark bold and italics, too.
_SET_OFF = re.compile(r"^([*_])(?=[^\s*_])[^*_\n]{1,200}(?<=[^\s*_])\1[^\S\n]*$", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])")

# Addresses are matched by one bounded class each, so that no input backtracks.
_MARKUP = re.compile(
    r"""
      (?P<data>!?\[[^\]\[]{0,400}\]\(\s?<?data:[^\s]*\))
    | (?P<image>!\[[^\]\[]{0,400}\]\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,2000})?\))
    | (?P<target>\]\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,2000})?\))
    | (?P<number>\]\[\d{1,5}\])
    | (?P<open>\[)(?P<marks>\#{1,6}\s+)?
    | (?P<strong>\*\*|__)
    | (?P<emphasis>(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))
    | (?P<escape>\\(?=[\\`*_{}\[\]()#+\-.!|]))
    """,
    re.VERBOSE,
)
_HEADING = re.compile(r"#{1,6}\s")
_FIRST_WORD = re.compile(r"\S{1,40}")
#: The width to which html2text fills lines.
_WIDEST = 78
#: Of lines without links as many longer than that are not filled to a column; nor are sentences one below the other, if
#: they are no labels, in scripts that leave no room for a break behind these stops.
_UNFILLED, _SENTENCE, _ENOUGH_LONG = 100, 20, 2
_WIDE_STOPS = frozenset(f"{UNSPACED_STOPS}」")
#: A filled line is hardly shorter.
_FULL = 60
_RULE = re.compile(r"(?:[*_-]\s*){3,}")
_NUMBER = re.compile(r"\d{1,3}\\?[.)]\s")
_BLOCK = re.compile(r"#{1,6}\s|>|\[\d{1,5}\]: |\||[*+-]\s|\d{1,3}\\?[.)]\s|(?:[*_-]\s?){3,100}\s*$|---", re.MULTILINE)
#: Under a line: it is a heading.
_UNDERLINE = re.compile(r"(?<![=-])(=+|-{2,})[^\S\r\n]*(?=[\r\n]|\Z)")
_LONGEST_HEADING = 240
_PREFIX = re.compile(r"(?:\#{1,6}\s+|>\s+|[*+-]\s+)+")


def looks_like(text: str, start: int = 0) -> bool:
    """Whether a text is Markdown from an index on: it has its links, headings, bold words or emphasised lines.

    "# " is a heading where it opens the text: elsewhere it is a comment in a program.
    """
    return (
        linked(text, start)
        or bool(_FIRST_HEADING.match(text, start))
        or ("##" in text and bool(_LOWER_HEADING.search(text, start)))
        or ("**" in text and _some(_BOLD.finditer(text, start), _ENOUGH_BOLD))
        or _some(_SET_OFF.finditer(text, start), _ENOUGH_BOLD)
    )


def linked(text: str, start: int = 0) -> bool:
    """Whether a text has links as Markdown writes them."""
    inline = "](" in text and _some(_LINK.finditer(text, start), _ENOUGH_LINKS)
    return inline or ("]: " in text and _some(_DEFINED.finditer(text, start), _ENOUGH_LINKS))


def _some(found: Iterator[re.Match[str]], enough: int) -> bool:
    return sum(1 for _ in islice(found, enough)) == enough


def joins(text: str, start: int, end: int, after: int) -> bool:
    """Whether the line at `after` goes on with the paragraph of the line before it, or underlines it."""
    if _UNDERLINE.match(text, start):
        return False
    if _UNDERLINE.match(text, after):
        return end - start <= _LONGEST_HEADING and not _BLOCK.match(text, start)
    if text.startswith("  ", end) or _RULE.fullmatch(text, start, end) or _BLOCK.match(text, after):
        return False
    # Markdown knows no headings of two lines, but programs that fill lines break them too.
    return not _HEADING.match(text, start, end) or _filled(text, start, end, after)


def filled(text: str, lines: Sequence[tuple[int, int, int]]) -> bool:
    """Whether lines are filled to a column, so that a paragraph has several; crawlers leave each on its line.

    Programs that keep links fill lines unless there is a sign against it; in other Markdown there must be one for it.
    """
    long = sum(end - start > _UNFILLED and text.find("](", start, end) < 0 for start, end, _ in lines)
    full = below = 0
    for (start, end, _), (after, _, breaks) in pairwise(lines):
        if breaks != 1 or _HEADING.match(text, start) or _BLOCK.match(text, after):
            continue
        if text[end - 1] in _WIDE_STOPS:
            below += _SENTENCE <= end - start <= _UNFILLED
        else:
            full += end - start >= _FULL and _filled(text, start, end, after)
    if long + below >= _ENOUGH_LONG:
        return full >= long + below
    return full > 0 or (linked(text) and not below)


def joins_unfilled(text: str, start: int, end: int, after: int) -> bool:
    """Whether a line goes on with the one before, where lines are not filled: in mid-sentence, with a small letter."""
    goes_on = small(text[after]) and (text[end - 1].isalnum() or text[end - 1] in ",;")
    return (goes_on or bool(_UNDERLINE.match(text, after))) and joins(text, start, end, after)


def _filled(text: str, start: int, end: int, after: int) -> bool:
    """Whether the word at `after` had no room in the line before it."""
    word = _FIRST_WORD.match(text, after)
    return end - start <= _WIDEST < end - start + 1 + (word.end() - word.start() if word else 0)


def read(text: str, start: int, end: int) -> Markup:
    """Find the markup of a block."""
    if _DEFINITION.fullmatch(text, start, end) and _DEFINED.match(text, text.rfind("\n", 0, start) + 1):
        return Markup(((start, end),))
    found: list[tuple[int, int]] = []
    prefix = _PREFIX.match(text, start, end)
    if prefix:
        found.append(prefix.span())
    opened: list[int] = []
    marks_of: dict[str | None, list[tuple[int, int]]] = {}
    in_links = 0
    image = False
    for match in _MARKUP.finditer(text, prefix.end() if prefix else start, end):
        if match["open"]:
            opened.append(match.start())
            if match["marks"]:
                # A link around a heading, as markdownify writes it.
                found.append(match.span("marks"))
        elif match["target"] or match["number"]:
            # "](…)" is a link only where a bracket was opened before it, and "[1][2]" are footnotes.
            if opened and (match["target"] or not text[opened[-1] + 1 : match.start()].isdigit()):
                found.append((opened[-1], opened[-1] + 1))
                in_links += match.start() - opened.pop() - 1
                found.append(match.span())
        elif match.lastgroup == "strong" and _inside_word(text, match) and not len(marks_of.get("strong", ())) % 2:
            # "f**k" and "3**2" are words.
            continue
        else:
            image = image or match.lastgroup in {"image", "data"}
            found.append(match.span())
            marks_of.setdefault(match.lastgroup, []).append(match.span())
    underlined, level = _underline(text, start, end)
    if level:
        found.append((underlined, end))
    rest = end - start - sum(b - a for a, b in found)
    marks = text[prefix.start() : prefix.end()] if prefix else ""
    return Markup(
        tuple(sorted(found)),
        min(1.0, in_links / max(1, rest)),
        level or marks.count("#"),
        any(mark in marks for mark in "*+-") or bool(_NUMBER.match(text, start, end)),
        image and rest <= 1,
        bold=_between(marks_of.get("strong", [])) / max(1, rest),
        slanted=_between(marks_of.get("emphasis", [])) / max(1, rest),
    )


def _inside_word(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()


def _between(marks: list[tuple[int, int]]) -> int:
    """How many characters stand between pairs of marks."""
    return sum(closing - opening for (_, opening), (closing, _) in zip(marks[::2], marks[1::2], strict=False))


def _underline(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the underline of a heading begins, line break and all, and the heading's level; 0 where there is none."""
    last = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
    mark = _UNDERLINE.fullmatch(text[last:end].strip()) if last else None
    if mark is None:
        return end, 0
    return start + len(text[start:last].rstrip()), 1 if mark[1][0] == "=" else 2
