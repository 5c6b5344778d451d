"""Articles as people hand them on: with or without a title, cut, doubled, hard-wrapped, with tables and lists in them,
and with lines of clutter put between their paragraphs. What must stay and what must go is known of every line.
"""

from __future__ import annotations

import re
import textwrap
import zlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newsclean import lexicon
from newsclean.language import detect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.pages import Page

#: What a line is: of the body, around it, or neither way (titles, second copies).
BODY, AROUND, EITHER = 1, 0, -1
#: Longer lines of a page may be prose that nobody marked as the article's.
_MOST_WORDS = 12
#: Kinds whose phrases stand between an article's paragraphs.
_STREWN = ("share", "paywall", "related", "newsletter", "advert", "cookie", "comments", "legal", "label", "navigation")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)|(?<=[。！？])")
_PART = re.compile(r"(?<=[,;:])\s+|(?<=[，、；])")
_MARK = re.compile(r"^[*+o•–-]\s+")
_NAME = re.compile(r"\b[^\W\d_a-z]\w{2,}\b")
_WORD = re.compile(r"\w{3,}")
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Piece(NamedTuple):
    """Some lines of a text that belong together, what they are, and what parts them from those above."""

    text: str
    label: int
    gap: str = ""


class Made(NamedTuple):
    """A text, what each of its characters is, and whether it has a title, and a deck that can be told."""

    text: str
    labels: NDArray[np.int8]
    titled: bool
    decked: bool


def make(
    page: Page, paragraphs: Sequence[str], around: Sequence[str], told: Mapping[str, Sequence[str]], number: int
) -> Made:
    """One of many variations of an article; always the same for a number.

    Args:
        page: what is known of it.
        paragraphs: of its body.
        around: lines of the page that are not the article's.
        told: those of its lines that have a role, by role.
        number: of the variation.
    """
    rng = np.random.default_rng(zlib.crc32(f"{page.folder}/{page.id}/{number}".encode()))
    body, whole = cut([" ".join(p.split()) for p in paragraphs if p.strip()], rng)
    pieces = [Piece(text, BODY) for text in body]
    pieces = _structured(pieces, rng)
    clutter = _clutter(" ".join(body), around)
    if rng.random() < 0.65:
        pieces = _strewn(pieces, clutter, rng)
    pieces = _pictured(pieces, told.get("caption", ()), rng)
    if rng.random() < 0.25:
        pieces += _tagged(told.get("tags", ()), rng)
    titled = bool(page.title) and rng.random() < (0.6 if whole else 0.25)
    head, decked = _head(page, rng, deck=whole) if titled else ([], False)
    if titled and rng.random() < 0.06:
        # The second copy has nothing new.
        pieces += [Piece(piece.text, AROUND, piece.gap) for piece in (*head[:1], *pieces)]
    if clutter and rng.random() < 0.15:
        # Right below the title, too: buttons and prompts stand there.
        head += [Piece(drawn(clutter, rng), AROUND) for _ in range(int(rng.integers(1, 4)))]
    if clutter and rng.random() < 0.15:
        above = [Piece(drawn(clutter, rng), AROUND) for _ in range(int(rng.integers(1, 12)))]
        head = above + head
    if decked:
        pieces = _without(pieces, page.deck)
    return _joined([*head, *pieces], titled=titled, decked=decked, rng=rng)


def drawn(lines: Sequence[str], rng: np.random.Generator) -> str:
    """One of some lines."""
    return lines[int(rng.integers(len(lines)))]


def cut(body: list[str], rng: np.random.Generator) -> tuple[list[str], bool]:
    """Some of an article's paragraphs, and whether its beginning is among them."""
    chance = rng.random()
    first, last = 0, len(body)
    if chance < 0.35:
        size = int(rng.integers(1, 7))
        first = 0 if rng.random() < 0.5 else int(rng.integers(0, max(1, len(body) - size + 1)))
        last = first + size
    elif chance < 0.5:
        first = int(rng.integers(0, max(1, len(body) // 2))) if rng.random() < 0.5 else 0
        last = int(rng.integers(first + 1, len(body) + 1))
    some = body[first:last]
    if some and chance > 0.9:
        # Broken off in the midst of a sentence.
        some[-1] = some[-1][: max(20, int(len(some[-1]) * rng.random()))]
    if chance < 0.06 or 0.4 < chance < 0.46:
        some = [sentence for paragraph in some for sentence in _SENTENCE.split(paragraph) if sentence.strip()]
    return some, first == 0


def _structured(pieces: list[Piece], rng: np.random.Generator) -> list[Piece]:
    """An article with a table in it, a paragraph set as a list or as verses, or some that open alike, now and then."""
    chance = rng.random()
    at = int(rng.integers(len(pieces))) if pieces else 0
    if chance >= 0.42 or not pieces:
        return pieces
    if chance >= 0.36:
        rows = _opened(pieces[at : at + int(rng.integers(1, 5))], rng)
        return [*pieces[:at], *(Piece(row, BODY) for row in rows), *pieces[at + len(rows) :]]
    if chance < 0.14:
        rows = [pieces[at].text, *_table(" ".join(piece.text for piece in pieces), rng)]
    elif chance < 0.29:
        rows = _list(pieces[at].text, rng)
    else:
        words = pieces[at].text.split()
        step = int(rng.integers(4, 9))
        rows = [" ".join(words[n : n + step]) for n in range(0, len(words), step)]
        rows = [row[:1].upper() + row[1:] for row in rows]
    return [*pieces[:at], *(Piece(row, BODY, "\n" if n else "") for n, row in enumerate(rows)), *pieces[at + 1 :]]


def _table(text: str, rng: np.random.Generator) -> list[str]:
    """Rows of names and figures, as results, standings and prices are printed."""
    names = list(dict.fromkeys(_NAME.findall(text) or _WORD.findall(text)))
    if not names:
        return []
    columns, style = int(rng.integers(1, 6)), int(rng.integers(0, 5))
    decimals = rng.random() < 0.4
    rows: list[list[str]] = []
    if rng.random() < 0.5:
        rows.append([drawn(names, rng)[:8] for _ in range(columns + 1)])
    for _ in range(int(rng.integers(3, 18))):
        name = " ".join(drawn(names, rng) for _ in range(int(rng.integers(1, 3))))
        scale = int(10 ** rng.integers(1, 5))
        figures = [f"{rng.random() * scale:,.2f}" if decimals else str(rng.integers(0, scale)) for _ in range(columns)]
        rows.append([name, *figures])
    if style == 0:
        wide = max(len(row[0]) for row in rows) + 2
        return [row[0].ljust(wide) + "".join(cell.rjust(10) for cell in row[1:]) for row in rows]
    part = ("", "\t", " | ", ", ", " ")[style]
    lines = [part.join(row) for row in rows]
    return [f"| {line} |" for line in lines] if style == 2 and rng.random() < 0.5 else lines


def _list(text: str, rng: np.random.Generator) -> list[str]:
    """A paragraph's sentences, or the parts between its commas, as items."""
    sentences = [s for s in _SENTENCE.split(text) if s.strip()]
    items = sentences if len(sentences) > 1 else [s for s in _PART.split(text) if s.strip()]
    mark = ("- ", "• ", "* ", "", "", "{}. ", "{}) ", "– ")[int(rng.integers(8))]
    return [mark.format(n) + item for n, item in enumerate(items, 1)]


def _opened(pieces: Sequence[Piece], rng: np.random.Generator) -> list[str]:
    """Paragraphs as interviews, chronicles and tickers have them: each opens with who speaks, or with its hour."""
    names = list(dict.fromkeys(_NAME.findall(" ".join(piece.text for piece in pieces)))) or ["Q", "A"]
    speakers, hour = [drawn(names, rng), drawn(names, rng)], int(rng.integers(6, 20))
    style, part = int(rng.integers(3)), (": ", " – ", ". ")[int(rng.integers(3))]
    parted = ".:"[int(rng.integers(2))]
    opened = []
    for n, piece in enumerate(pieces):
        speaker = speakers[n % 2] if style else f"{hour + n:02}{parted}{int(rng.integers(60)):02}"
        opened.append(f"{speaker.upper() if style == 1 else speaker}{part}{piece.text}")
    return opened


def _clutter(text: str, around: Sequence[str]) -> list[str]:
    """Lines that stand between paragraphs and belong to none: the page's own, and phrases of its language."""
    # A list's marks are the flattener's: two lines in three come without.
    own = [bare if n % 3 and (bare := _MARK.sub("", line)) else line for n, line in enumerate(short(around))]
    known = _phrases(detect(text) or "en")
    return own + known[:: max(1, len(known) // max(20, len(own)))]


def short(lines: Sequence[str]) -> list[str]:
    """Those of a page's lines around its article that cannot be prose that nobody marked."""
    return [line for line in lines if 0 < len(line.split()) <= _MOST_WORDS and not line.endswith((".", "。", "।"))]


@cache
def _phrases(code: str) -> list[str]:
    if code not in lexicon.languages():
        code = "en"
    kinds = lexicon.load(code).get("clutter", {})
    found = [p for kind in _STREWN for p in kinds.get(kind, {}).get("whole", ()) if not set(p) & set("*#")]
    return [p[:1].upper() + p[1:] for p in found]


def _strewn(pieces: list[Piece], clutter: list[str], rng: np.random.Generator) -> list[Piece]:
    if not clutter:
        return pieces
    out = list(pieces)
    times = 1 if rng.random() < 0.55 else int(rng.integers(2, 7))
    for _ in range(times):
        size = 1 if rng.random() < 0.75 else int(rng.integers(2, 6))
        # As often below the article as anywhere in it.
        at = len(out) if rng.random() < 0.25 else int(rng.integers(1, len(out) + 1)) if out else 0
        begin = int(rng.integers(len(clutter)))
        out[at:at] = [Piece(line, AROUND) for line in clutter[begin : begin + size]]
    return out


def _pictured(pieces: list[Piece], captions: Sequence[str], rng: np.random.Generator) -> list[Piece]:
    """An article with the page's captions between its paragraphs, now and then."""
    if not captions or rng.random() < 0.6:
        return pieces
    out = list(pieces)
    for _ in range(int(rng.integers(1, 4))):
        at = int(rng.integers(0, len(out) + 1))
        out.insert(at, Piece(" ".join(drawn(captions, rng).split()), AROUND))
    return out


def _tagged(tags: Sequence[str], rng: np.random.Generator) -> Iterator[Piece]:
    """The article's tags below it: on one line, or each on its own."""
    named = [" ".join(tag.split()) for tag in tags][:12]
    if not named:
        return
    style = int(rng.integers(5))
    if style < 4:
        yield Piece((", ", " | ", " · ", " #")[style].join(named), AROUND)
    else:
        for n, name in enumerate(named):
            yield Piece(name, AROUND, "\n" if n else "")


def _without(pieces: list[Piece], deck: str) -> list[Piece]:
    """An article without the paragraph that is its deck: that stands in its head."""
    same = " ".join(deck.split())
    return [piece for piece in pieces if piece.text != same]


def _head(page: Page, rng: np.random.Generator, *, deck: bool) -> tuple[list[Piece], bool]:
    """Title, and often byline and date, in one order or the other, below a deck now and then; and whether there is one.

    With nothing below it a deck is like any first paragraph.
    """
    title = " ".join((page.title or "").split())
    head = [Piece(title.upper() if rng.random() < 0.08 else title, EITHER)]
    lines = []
    if page.authors and rng.random() < 0.35:
        names = " and ".join(page.authors)
        lines.append(("By {}", "{}", "Von {}", "Par {}", "Por {}")[int(rng.integers(5))].format(names))
    dated = _DAY.match(page.published or "")
    if dated and rng.random() < 0.35:
        year, month, day = dated.groups()
        lines.append((f"{day}.{month}.{year}", dated[0], f"{_MONTHS[int(month) - 1]} {int(day)}, {year}")[
            int(rng.integers(3))])  # fmt: skip
    if rng.random() < 0.5:
        lines.reverse()
    decked = deck and bool(page.deck and lines) and rng.random() < 0.6
    if decked:
        head.append(Piece(" ".join(page.deck.split()), EITHER))
    return [
        *head,
        *(Piece(line, AROUND, "\n" if n or rng.random() < 0.5 else "") for n, line in enumerate(lines)),
    ], decked


def _joined(pieces: Sequence[Piece], *, titled: bool, decked: bool, rng: np.random.Generator) -> Made:
    chance = rng.random()
    gap = "\n\n" if chance < 0.5 else "\n" if chance < 0.78 else "\n\n"
    wrapped = 0.78 <= chance < 0.96
    width, indent = int(rng.integers(58, 82)), " " * int(rng.choice([0, 0, 2, 4]))
    if wrapped and indent and rng.random() < 0.6:
        gap = "\n"
    if chance >= 0.96:
        gap = " "
    parts: list[str] = []
    labels: list[NDArray[np.int8]] = []
    for piece in pieces:
        text = piece.text
        if wrapped and not piece.gap:
            text = "\n".join(textwrap.wrap(text, width, initial_indent=indent if piece.label == BODY else "")) or text
        if parts:
            space = gap if gap == " " else piece.gap or gap
            parts.append(space)
            labels.append(np.full(len(space), EITHER, np.int8))
        parts.append(text)
        labels.append(np.full(len(text), piece.label, np.int8))
    return Made("".join(parts), np.concatenate([np.zeros(0, np.int8), *labels]), titled, decked)
