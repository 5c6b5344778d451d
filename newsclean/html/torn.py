"""Paragraphs that a page tears apart.

A link in the midst of a sentence stands outside of the sentence's elements, or line breaks stand where an editor's
window or a mail ended.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsclean.html.piece import merged
from newsclean.lexicon.case import small
from newsclean.lexicon.characters import CLOSERS, COLONS, SENTENCE_STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.html.piece import Piece
    from newsclean.markup import Tag

#: Elements that hold a paragraph, or a part of one.
_PARAGRAPHS = frozenset({"p", "div"})
#: What holds parts of a paragraph is no list and no table.
_HOLDERS = frozenset({"div", "article", "section", "main", "body", "blockquote", "p"})
_LINKED, _LONGEST_PART = 0.9, 100
_STOPS, _COLONS = frozenset(SENTENCE_STOPS), frozenset(COLONS)
#: Verses, addresses and labels have shorter lines than a column, and what fills its line may go on with a name.
_COLUMN, _FULL = 30, 0.8
#: A line of so many characters is no heading, and none of what is set off by as much of it is running text.
_LONG, _SET_OFF = 60, 0.5
#: Elements whose text may be broken at a column.
_BROKEN = frozenset({"p", "div", "td"})
#: What a sentence may go on with, behind another element.
_GOES_ON = frozenset(",;:.)]»”’%?!")
_GOES_ON_BEHIND = frozenset(",;–—-(/&")


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page with the parts of one paragraph as one.

    They stand side by side, some in an element of their own and some in none, and no sentence ends between them: each
    goes on in small letters, in a script that has no others, or with a comma, or is a link or a name behind which the
    text does.
    The last ends a sentence: labels and verses do not.
    """
    pieces = _unwrapped(pieces)
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = _end(pieces, at)
        run = pieces[at:end]
        found.append(run[0] if len(run) == 1 else _paragraph(run))
        at = end
    return found


def _unwrapped(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the lines as one that line breaks in an element part in mid-sentence.

    All that is in it are sentences: verses and lists stay as they are.
    """
    found: list[Piece] = []
    for _, group in groupby(pieces, lambda piece: piece.tag.number):
        inside = list(group)
        rows = _rows(inside) if len(inside) > 1 and inside[0].tag.name in _BROKEN else []
        if len(rows) < len(inside) and rows and all(map(_is_sentence, rows)):
            inside = [merged(row, [" "] * (len(row) - 1)) for row in rows]
        found += inside
    return found


def _rows(lines: Sequence[Piece]) -> list[list[Piece]]:
    """The lines in an element, each with those that go on with it."""
    rows = [[lines[0]]]
    for line in lines[1:]:
        if not _wraps(rows[-1], line):
            rows.append([])
        rows[-1].append(line)
    return rows


def _wraps(row: Sequence[Piece], line: Piece) -> bool:
    """Whether lines go on in the next: in small letters, or in any behind a full line of such, or a long one."""
    last, first = row[-1], line.text[:1]
    if line.lines != 1 or last.hidden != line.hidden or len(last.text) < _COLUMN:
        return False
    full = len(last.text) >= _FULL * max(len(piece.text) for piece in row)
    lettered = first.isalnum() and last.text[-1].isalnum()
    named = lettered and ((full and len(row) > 1) or _runs(last))
    return named or (small(first) and (last.text[-1].isalnum() or last.text[-1] == ","))


def _runs(line: Piece) -> bool:
    """Whether a line of a paragraph is too long, and set too plainly, for a heading, a label or a verse."""
    plain = max(line.link, line.bold, line.slanted) < _SET_OFF
    return line.tag.name == "p" and len(line.text) >= _LONG and plain and _COLONS.isdisjoint(line.text)


def _is_sentence(row: Sequence[Piece]) -> bool:
    """Whether lines are one or more whole sentences; in scripts without capitals nobody can tell."""
    begins = next(filter(str.isalpha, row[0].text), "").isupper()
    return begins and row[-1].text.rstrip(CLOSERS)[-1:] in _STOPS


def _end(pieces: Sequence[Piece], start: int) -> int:
    """Where the paragraph ends that begins with a piece."""
    last = start
    while last + 1 < len(pieces):
        if _goes_on(pieces[last], pieces[last + 1]):
            last += 1
        elif last + 2 < len(pieces) and _is_part(pieces, last):
            last += 2
        else:
            break
    return last + 1 if pieces[last].text.rstrip(CLOSERS)[-1:] in _STOPS else start + 1


def _is_part(pieces: Sequence[Piece], number: int) -> bool:
    """Whether behind a piece stands a link, or some other words, behind which its sentence goes on."""
    piece, part, following = pieces[number : number + 3]
    return (
        len(part.text) <= _LONGEST_PART
        and _is_open(piece.text)
        and (part.link >= _LINKED or _is_between(piece, part, following))
        and _holder(piece, part) is not None
        and _goes_on(part, following)
    )


def _is_between(piece: Piece, part: Piece, following: Piece) -> bool:
    """Whether words in no element of their own stand between two that are alike, and the second surely goes on."""
    first = following.text[:1]
    return (
        piece.tag.name == following.tag.name
        and piece.tag.parent is part.tag is following.tag.parent
        and (small(first) or first in _GOES_ON)
    )


def _goes_on(piece: Piece, following: Piece) -> bool:
    """Whether a piece goes on in the next."""
    return _is_open(piece.text) and _continues(following.text) and _holder(piece, following) is not None


def _holder(piece: Piece, following: Piece) -> Tag | None:
    """The element in which two pieces stand, one in an element of its own there and one in none."""
    if piece.row or following.row or piece.hidden != following.hidden:
        return None
    for bare, other in ((piece.tag, following.tag), (following.tag, piece.tag)):
        if bare is other.parent and other.name in _PARAGRAPHS and bare.name in _HOLDERS:
            return bare
    return None


def _is_open(text: str) -> bool:
    """Whether a text ends in the midst of a sentence."""
    return text[-1:].isalnum() or text[-1:] in _GOES_ON_BEHIND


def _continues(text: str) -> bool:
    """Whether a text begins in the midst of a sentence."""
    first = text[:1]
    return first in _GOES_ON or (first.isalpha() and not first.isupper())


def _paragraph(run: Sequence[Piece]) -> Piece:
    gaps = ["" if piece.text[:1] in _GOES_ON else " " for piece in run[1:]]
    own = next((piece.tag for piece in run if piece.tag.name == "p"), run[0].tag)
    return merged(run, gaps)._replace(tag=own)
