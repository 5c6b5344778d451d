"""Paragraphs that were broken at the elements in them.

Beautiful Soup's `get_text("\\n")` prints every text node on a line of its own, so that a link or a word in italics
breaks its paragraph: "See", "our guide", ", which is free.". A line goes on with the one above where it begins with a
small letter and that one ends no sentence, or where it begins with what closes something. Where the HTML has line
breaks between its elements, these are blank lines between the paragraphs, and what stands between two of them is one.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from newsclean.lexicon.case import cased, small
from newsclean.lexicon.characters import COLONS, COMMAS, SENTENCE_STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Start, end, and line breaks before.
Line = tuple[int, int, int]

#: A line is running text from here on, in characters, and what stands in its midst is hardly longer.
_LONG = 60
#: "iPhone" and "n8n" begin headlines, too.
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOSES = re.compile(rf"[{COMMAS};؛。）」]|[.!?؟।۔։](?=[\s\"”»)]|\Z)|" + r"[)\]»”’\"'](?=[,.;:!?)]|\Z)|[)\]”’\"']\s")
_CLOSERS = "\"”»’')]"
_ENDS = f"{SENTENCE_STOPS}{COLONS};"
_PAUSES = ",’'"
#: Shorter words are mostly function words, and inflection leaves so many letters alone.
_STEM = 5
_COLONS = frozenset(COLONS)
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
#: A closing mark or two may stand behind a sentence's end.
_REACH = 4
#: Blank lines part paragraphs where so many long lines, or in some cases few, and half of them, have one above.
_PARTED, _FEW_PARTED, _MOSTLY = 4, 2, 0.5
#: Shorter lines are no paragraph, broken or not; what stands in the midst of one is often a word or two.
_SHORTEST, _FEW_WORDS = 30, 2
#: So many elements stand side by side: "Mayor", "Ana Silva".
_FRAGMENTS = 2
_SPACES = " \t\xa0"


def joined(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a text with broken paragraphs joined.

    Lines are joined only where together they are running text: lists and menus in small letters stay as they are.
    """
    lines = _with_colons(text, _with_credits(text, lines))
    broken = any(_closes(text, last, line) for last, line in pairwise(lines))
    if broken:
        lines = _between_blank_lines(text, lines)
    links = [_goes_on(text, last, line) for last, line in pairwise(lines)]
    if not broken and not _torn(text, lines, links):
        # Nothing was broken: lines in small letters are verse, a list, or the lead below its title.
        return lines
    for n, (last, line) in enumerate(pairwise(lines[:-1])):
        # What stands in the midst of a paragraph may have a capital letter.
        between = not links[n] and links[n + 1] and line[2] == 1 and line[1] - line[0] <= _LONG
        if between and _unfinished(text, last) and (
            last[1] - last[0] >= _LONG or links[n - 1 : n] == [True] or _opens(text, last, line, lines[n + 2])
        ):  # fmt: skip
            links[n] = True
    found: list[Line] = []
    row = lines[:1]
    for line, linked in zip(lines[1:], links, strict=True):
        if not linked:
            found += _whole(text, row)
            row = []
        row.append(line)
    return [*found, *_whole(text, row)]


def _with_credits(text: str, lines: list[Line]) -> list[Line]:
    """A label that opens a bracket, "(Image:", with the line below it and the one below that, which closes it."""
    found: list[Line] = []
    for line in lines:
        start, end, breaks = line
        label = found[-2:-1]
        if (
            breaks == 1 and text[start:end] in _BRACKETS.values() and label
            and found[-1][2] == 1 and found[-1][1] - found[-1][0] <= _LONG
            and _BRACKETS.get(text[label[0][0]]) == text[start:end] and text[label[0][1] - 1] in _COLONS
        ):  # fmt: skip
            found[-2:] = [(label[0][0], end, label[0][2])]
        else:
            found.append(line)
    return found


def _with_colons(text: str, lines: list[Line]) -> list[Line]:
    """A colon on a line of its own with what stands right above it, and below it where that is a kicker or a label."""
    found: list[Line] = []
    labelled = False
    for line in lines:
        start, end, breaks = line
        colon = breaks == 1 and text[start:end] in _COLONS and bool(found) and not _ends(text, found[-1])
        if colon or (labelled and breaks == 1):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append(line)
        labelled = colon and end - found[-1][0] <= _LONG
    return found


def _between_blank_lines(text: str, lines: list[Line]) -> list[Line]:
    """The lines, each broken paragraph between two blank lines as one, where hardly any other line ends a sentence."""
    chunks: list[list[Line]] = []
    for line in lines:
        if line[2] != 1 or not chunks:
            chunks.append([])
        chunks[-1].append(line)
    parts = [_sentences(text, chunk) for chunk in chunks]
    told = sum(_ends(text, chunk[-1]) for chunk in chunks)
    if told < _FEW_PARTED or sum(len(sentences) - 1 for sentences in parts) > _MOSTLY * told:
        return lines
    found: list[Line] = []
    # Above the text, a byline may have a link in it, too.
    least = _LONG
    for part in chain.from_iterable(parts):
        for row in _rows(text, part):
            found += [(row[0][0], row[-1][1], row[0][2])] if _is_paragraph(text, row, least) else row
        if _ends(text, part[-1]):
            least = _SHORTEST
    return found


def _sentences(text: str, chunk: list[Line]) -> list[list[Line]]:
    """Lines with no blank line between them, cut where one ends a sentence and no link or the like begins the next."""
    parts = [chunk[:1]]
    for n, line in enumerate(chunk[1:], 1):
        begun = line[1] - line[0] <= _LONG and any(_closes(text, line, below) for below in chunk[n + 1 : n + 2])
        if _ends(text, chunk[n - 1]) and not (_closes(text, chunk[n - 1], line) or (begun and not _ends(text, line))):
            parts.append([])
        parts[-1].append(line)
    return parts


def _rows(text: str, part: list[Line]) -> Iterator[list[Line]]:
    """Lines with no blank line between them, cut below a heading, a byline and what else does not go on."""
    row = part[:1]
    led = 0
    for n, (last, line) in enumerate(pairwise(part), 1):
        if n > led and not (_goes_on(text, last, line) or _ends(text, last) or text[last[1]] in _SPACES):
            led = _leads(text, part, n)
            if not led:
                yield row
                row = []
        row.append(line)
    yield row


def _leads(text: str, part: list[Line], number: int) -> int:
    """How far a line with no small letter goes on with the one above and into those below, as the index; or 0.

    What stands in the midst of a paragraph is short, and small letters go on behind it.
    """
    last, line = part[number - 1 : number + 1]
    first = number == 1
    if _caseless(text[line[0]]):
        short = min(_count(text, last), _count(text, line)) <= _FEW_WORDS
        return number if short and (not first or last[2] > 1) else 0
    word = text[slice(*last[:2])].rsplit(None, 1)[-1]
    brief = word.isalpha() and len(word) < _STEM
    if not (brief or word.endswith(",") or (_unfinished(text, last) and not (first and _share_word(text, last, line)))):
        return 0
    # A title stands above the first line, and that one may end like it.
    for n in range(number, min(number + (1 if first else _FRAGMENTS), len(part))):
        if part[n][1] - part[n][0] > _LONG:
            return 0
        if (n + 1 == len(part) and not first) or (n + 1 < len(part) and _goes_on(text, part[n], part[n + 1])):
            return n
    return 0


def _is_paragraph(text: str, row: list[Line], least: int) -> bool:
    """Whether lines that go on with each other were a paragraph."""
    if len(row) <= 1 or not _ends(text, row[-1]) or row[-1][1] - row[0][0] < least:
        return False
    if any(_closes(text, *pair) for pair in pairwise(row)):
        return True
    # Verses are longer, and many end in a comma.
    short = any(_count(text, line) <= _FEW_WORDS for line in row[1:-1])
    return short and not small(text[row[0][0]]) and not any(text[end - 1] in COMMAS for _, end, _ in row)


def _caseless(character: str) -> bool:
    return character.isalpha() and not cased(character)


def _count(text: str, line: Line) -> int:
    return len(text[line[0] : line[1]].split())


def _torn(text: str, lines: list[Line], links: list[bool]) -> bool:
    """Whether running text goes on in small letters right below a line, though blank lines part paragraphs.

    What goes on below two lines needs less around it: a lead in small letters stands below its title alone.
    """
    long = [line for line in lines if line[1] - line[0] >= _LONG]
    apart = sum(breaks != 1 for _, _, breaks in long)
    if apart < max(_FEW_PARTED, _MOSTLY * len(long)):
        return False
    for n, (line, linked) in enumerate(zip(lines[1:], links, strict=True)):
        # inscriptis gives lists within lists "o" for a bullet.
        if not linked or line[1] - line[0] < _LONG or not _ends(text, line) or text[line[0] + 1].isspace():
            continue
        between = n > 0 and lines[n][2] == 1 and (links[n - 1] or _unfinished(text, lines[n - 1]))
        if between or apart >= _PARTED:
            return True
    return False


def _closes(text: str, last: Line, line: Line) -> bool:
    """Whether a line begins with what closes something in the one above, which ends no sentence itself."""
    start, end, breaks = line
    return breaks == 1 and bool(_CLOSES.match(text, start, end)) and (text[start] in ",)]" or not _ends(text, last))


def _goes_on(text: str, last: Line, line: Line) -> bool:
    """Whether a line goes on with the one above."""
    start, end, breaks = line
    if breaks != 1 or not small(text[start]):
        return _closes(text, last, line)
    word = _LETTERS.match(text, start, end)
    return bool(word and small(word[0])) and not _ends(text, last)


def _unfinished(text: str, line: Line) -> bool:
    """Whether a line stops in mid-sentence: at a word in small letters, a comma or an apostrophe."""
    start, end, _ = line
    last = text[start:end].rsplit(None, 1)[-1]
    return (last[-1].isalpha() or last[-1] in _PAUSES) and small(last)


def _opens(text: str, first: Line, link: Line, rest: Line) -> bool:
    """Whether a short line opens the paragraph that goes on with a link, and is no heading of it.

    A heading shares a word with what its paragraph begins with, and hardly ends in a short one.
    """
    if rest[1] - rest[0] < _LONG:
        return False
    words = _LETTERS.findall(text, *first[:2])
    return bool(words and len(words[-1]) < _STEM) or not _share_word(text, first, link)


def _share_word(text: str, line: Line, below: Line) -> bool:
    words = {word[:_STEM].lower() for word in _LETTERS.findall(text, *line[:2])}
    told = (word[:_STEM].lower() for word in _LETTERS.findall(text, *below[:2]) if len(word) >= _STEM)
    return not words.isdisjoint(told)


def _ends(text: str, line: Line) -> bool:
    """Whether a line ends a sentence, or in a colon or semicolon."""
    start, end, _ = line
    return text[max(start, end - _REACH) : end].rstrip(_CLOSERS)[-1:] in _ENDS


def _whole(text: str, row: list[Line]) -> list[Line]:
    """Lines that go on with each other as one, if together they are running text; a title and who signs are two."""
    long = any(end - start >= _LONG for start, end, _ in row)
    if long and any(_ends(text, line) or _CLOSES.match(text, *line[:2]) for line in row) and len(row) > 1:
        return [(row[0][0], row[-1][1], row[0][2])]
    return row
