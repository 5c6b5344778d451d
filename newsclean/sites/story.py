"""What a profile keeps of one page: what its lines are, hashed, and what they were taken for."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from attrs import field, frozen

from newsclean.document import BODY
from newsclean.lexicon.characters import CLOSERS, COLONS, DASHES, SPACED_STOPS, SYLLABLES, UNSPACED_STOPS
from newsclean.lexicon.words import fold
from newsclean.sites.places import Place, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from newsclean.document import Block, Document

    #: Rows of `LINES`.
    Lines = NDArray[Any]

#: How a line may be known again: as it is, by how it opens or closes. A hash of 0 is none.
KINDS = ("line", "opening", "closing")
#: A line of a page: its hashes; the log odds that it is body, in sixteenths; whether it was taken for body; how many
#: words it has.
LINES = np.dtype([*((kind, "<i4") for kind in KINDS), ("odds", "i1"), ("body", "?"), ("size", "<i2")])
#: The most lines that are kept of a page: of a longer one, as many from its beginning and from its end.
MOST_LINES = 1000
#: An opening or closing has so many words, and so many letters at least.
_WORDS, _LETTERS = 3, 12
_ODDS, _EDGE = 16, 1e-3
_MOST_WORDS, _LONGEST_TITLE = 255, 200
#: The most and fewest characters of a line's edge, the fewest of what it stands beside, and the words that begin it.
_LONGEST_EDGE, _SHORTEST_EDGE, _REST = 100, 12, 40
_EDGE_WORDS = 2
_HEAD = re.compile(rf".{{{_SHORTEST_EDGE},{_LONGEST_EDGE}}}?(?:\s[{DASHES}]{{1,2}}\s|[{COLONS}]\s)")
_CLOSING = f"[{re.escape(CLOSERS)}]*"
_STOP = re.compile(rf"[{SPACED_STOPS}]{_CLOSING}(?<=\s)|[{UNSPACED_STOPS}]{_CLOSING}")
#: Ideographs are words each.
_WORD = re.compile(rf"[{SYLLABLES}]|[^\W_{SYLLABLES}]+")


def _same_bytes(lines: Lines) -> bytes:
    return lines.tobytes()


@frozen
class Story:
    """What is kept of one page."""

    id: int
    """A hash of its title and body, 63 bits: the same for a page that was crawled twice."""
    title: str
    """Its title, as the page alone gives it."""
    lines: Lines = field(eq=_same_bytes)
    """Its lines, and behind them the edges of those in its body, each once, as `LINES`."""
    places: tuple[Place, ...] = ()
    """Where it has author and date, as `places_of` tells it."""

    @classmethod
    def of(cls, labelled: Document) -> Story:
        """What is to be kept of a page that the content model has judged and cleaners have labelled."""
        title = next((str(block.value or labelled.text(block)) for block in labelled.find("title")), "")
        title = str(labelled.metadata.get("title") or title)[:_LONGEST_TITLE]
        body = [block for block in labelled.blocks if _is_body(block)]
        told = "\n".join((fold(title), *(fold(labelled.text(block)) for block in body)))
        digest = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        edges = (line[start:end] for line in map(labelled.text, body) for start, end in edges_of(line))
        lines = np.concatenate([_kept(rows(labelled)), _kept(edge_rows(edges))])
        # 63 bits: engines have no larger numbers.
        return cls(int.from_bytes(digest, "little") >> 1, title, lines, places_of(labelled))

    @property
    def weight(self) -> tuple[int, bytes, str, tuple[Place, ...]]:
        """Of several records of one story the heaviest is kept, whichever comes first."""
        return len(self.lines), self.lines.tobytes(), self.title, self.places


def rows(document: Document) -> Lines:
    """The blocks of a labelled document as `LINES`, where what has no letter has no hashes."""
    found = np.zeros(len(document.blocks), LINES)
    for number, block in enumerate(document.blocks):
        keys = _keys(document.text(block))
        size = keys[-1]
        odds = log_odds(block.scores.body if block.scores else 0.5)
        found[number] = (*keys[:-1], round(odds * _ODDS), _is_body(block), min(size, _MOST_WORDS))
    return found


def edges_of(line: str) -> Iterator[tuple[int, int]]:
    """Where a line's first words are, up to a colon or dash, and its last sentence, where they are short."""
    head = _HEAD.match(line)
    start = head.end() if head else 0
    if head and len(line) - start >= _REST:
        yield 0, start
    stops = [stop.end() for stop in _STOP.finditer(line, max(start + _REST, len(line) - _LONGEST_EDGE))]
    last = next((at for at in reversed(stops) if len(line) - at >= _SHORTEST_EDGE), 0)
    if last:
        yield last, len(line)


def edge_rows(edges: Iterable[str]) -> Lines:
    """The edges of lines as `LINES`: what they are, and their first words, hashed otherwise than those of lines."""
    words = [_WORD.findall(fold(text)) for text in edges]
    hashed = [(_hash("edge", some), _hash("edge begins", some[:_EDGE_WORDS])) for some in words]
    return np.array([(*keys, 0, 0, False, 0) for keys in hashed], LINES)


def log_odds(score: float) -> float:
    """The log odds of a score, bounded."""
    bounded = min(max(score, _EDGE), 1 - _EDGE)
    return float(np.log(bounded / (1 - bounded)))


def odds_of(lines: Lines) -> NDArray[np.float64]:
    """The log odds of lines."""
    return np.asarray(lines["odds"] / _ODDS, np.float64)


def _is_body(block: Block) -> bool:
    return block.role in BODY or not block.role


@lru_cache(maxsize=1 << 14)
def _keys(text: str) -> tuple[int, int, int, int]:
    """The hashes of a line, of how it opens and closes if it goes on between, and how many words it has."""
    words = _WORD.findall(fold(text))
    if not words:
        return 0, 0, 0, 0
    first, last = _enough(words), _enough(words[::-1])
    opening = _hash("opening", words[:first]) if first < len(words) else 0
    closing = _hash("closing", words[len(words) - last :]) if last < len(words) else 0
    return _hash("line", words), opening, closing, len(words)


def _enough(words: Sequence[str]) -> int:
    """How many words make an opening: languages that part none have long ones, ideographs are short."""
    letters = 0
    for number, word in enumerate(words, 1):
        letters += len(word)
        if number >= _WORDS and letters >= _LETTERS:
            return number
    return len(words)


def _hash(kind: str, words: Sequence[str]) -> int:
    # 31 bits, so that a hash and the number of a story are one number.
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"), crc32(kind.encode())) & 0x7FFFFFFF or 1


def _kept(lines: Lines) -> Lines:
    """Each line that has a word, once, and no more than are kept of a page."""
    _, first = np.unique(lines["line"], return_index=True)
    kept = lines[np.sort(first)]
    kept = kept[kept["line"] > 0]
    if len(kept) <= MOST_LINES:
        return kept
    half = MOST_LINES // 2
    return np.concatenate([kept[:half], kept[-half:]])
