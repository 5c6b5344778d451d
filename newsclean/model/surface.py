"""What each line of a page is made of, and how it compares with the other lines."""

from __future__ import annotations

import functools
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.model.characters import (
    BRACKET,
    BULLET,
    COMMA,
    DASH,
    DIGIT,
    IDEO,
    LETTER,
    LOWER,
    MARK,
    OTHER,
    QUOTE,
    STOP,
    SYMBOL,
    UPPER,
)
from newsclean.model.tokens import AT_ONCE, NUMBER, WORD_BITS, columns, grams, line_sums, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsclean.model.tokens import F32, F64, I64, U64, Words

SURFACE = (
    "chars", "words", "word_length", "upper", "capitalised", "all_caps", "digits", "numbers", "stops", "commas",
    "quotes", "bullets", "dashes", "brackets", "symbols", "ideographs", "caseless", "ends_stop", "ends_comma",
    "ends_letter", "ends_quote", "ends_bracket", "ends_digit", "starts_lower", "starts_upper", "starts_digit",
    "starts_quote", "starts_bullet", "starts_dash", "stop_count", "comma_count", "frequent", "frequent_any", "topic",
    "topic_rare", "repeats", "seen_before", "in_other", "gram3_other", "same_start", "url", "clock", "year",
    "same_length", "short", "long", "very_long", "one_word",
)  # fmt: skip
#: Bits of the hashes by which runs of words are told apart among those of one page.
_RUN_BITS = 18
#: As many bits hold the number of any line.
_LINE_BITS = 44
_RUN = 3


def surface(w: Words) -> F32:
    """What each line is made of, and how it compares with the page's other lines."""
    n = len(w.sizes)
    size = len(w.cls)
    if not size:
        return np.zeros((n, len(SURFACE)), np.float32)
    length, count = w.line_end - w.line_start, w.sizes
    made = _made_of(w)
    chars = np.maximum(length, 1)
    cased = made[LOWER] + made[UPPER]
    letters = cased + made[LETTER] + made[IDEO]
    ideo = made[IDEO]
    safe = np.minimum(w.line_start, size - 1)
    tail_at = np.minimum(np.maximum(w.line_end - 1, 0), size - 1)
    head, tail = w.cls[safe], w.cls[tail_at]
    # The sign before a closing quotation mark or bracket says whether a sentence ends here.
    before = w.cls[np.maximum(tail_at - 1, safe)]
    closed = (tail == QUOTE) | (tail == BRACKET)
    # Three ideographs weigh about as much as two words of an alphabet.
    mass = count - ideo * 0.5
    long_line = (mass >= 15) & (made[STOP] >= 1)
    if long_line.sum() < 3:
        long_line = mass >= max(8, 0.5 * mass.max(initial=0))
    number = w.hash == NUMBER
    capitalised, numbers, frequent, topic, topic_rare, url = _of_words(w, long_line, number)
    repeats, seen = _repeated(w)
    in_other, gram3 = _runs_elsewhere(w)
    cols = [
        np.log1p(length),
        np.log1p(count),
        np.log1p(_share(made[LOWER : MARK + 1].sum(0), count)),
        _share(made[UPPER], letters),
        capitalised,
        (made[UPPER] >= 3) & (made[LOWER] == 0),
        made[DIGIT] / chars,
        numbers,
        made[STOP] / chars * 10,
        made[COMMA] / chars * 10,
        np.minimum(made[QUOTE], 4) / 2,
        np.minimum(made[BULLET], 4) / 2,
        made[DASH] / chars * 10,
        np.minimum(made[BRACKET], 4) / 2,
        np.minimum(made[SYMBOL] + made[OTHER], 4) / 2,
        _share(ideo, letters),
        1 - _share(cased, letters),
        (tail == STOP) | (closed & (before == STOP)),
        tail == COMMA,
        (tail >= LOWER) & (tail <= IDEO),
        tail == QUOTE,
        tail == BRACKET,
        tail == DIGIT,
        head == LOWER,
        head == UPPER,
        head == DIGIT,
        head == QUOTE,
        head == BULLET,
        head == DASH,
        np.log1p(made[STOP]),
        np.log1p(made[COMMA]),
        frequent,
        frequent > 0,
        topic,
        topic_rare,
        np.log1p(repeats),
        seen,
        in_other,
        gram3,
        _same_start(w),
        url + (url > 0),
        np.minimum(_clocks(w, number), 3),
        np.minimum(np.bincount(w.line[number & (w.end - w.start == 4)], minlength=n), 2),
        _same_length(length),
        mass < 4,
        long_line,
        mass >= 40,
        count == 1,
    ]
    return columns(cols)


def _share(a: NDArray[Any], b: NDArray[Any]) -> F64:
    out: F64 = a / np.maximum(b, 1)
    return out


def _made_of(w: Words) -> F64:
    """How many characters of each class each line has; a row for each class."""
    n, size = len(w.sizes), len(w.cls)
    length = w.line_end - w.line_start
    found = np.zeros((n, 16))
    for a, b in pairwise(np.searchsorted(w.line_start, np.arange(0, size + AT_ONCE, AT_ONCE)).tolist()):
        of = np.repeat(np.arange(b - a) * 16, length[a:b] + 1)
        classes = w.cls[w.line_start[a] :][: len(of)] if b > a else w.cls[:0]
        found[a:b] = np.bincount(of[: len(classes)] + classes, minlength=(b - a) * 16).reshape(-1, 16)
    return np.ascontiguousarray(found.T)


def _of_words(w: Words, long_line: NDArray[np.bool_], number: NDArray[np.bool_]) -> F64:
    """Shares of each line's words: capitalised, numbers, what many of the long lines have or a few, and addresses."""
    # In how many of the long lines does each word occur.
    having = np.zeros(1 << WORD_BITS, np.int64)
    for lines, of, part in w.parts():
        in_long = long_line[lines][part.line] & ~number[of]
        pair = np.sort((part.line[in_long] << WORD_BITS) + part.bucket[in_long])
        fresh = np.append(True, pair[1:] != pair[:-1])[: len(pair)]
        having += np.bincount(pair[fresh] & ((1 << WORD_BITS) - 1), minlength=1 << WORD_BITS)
    many = max(2, 0.2 * max(1, int(long_line.sum())))
    out = np.empty((6, len(w.sizes)))
    for lines, of, part in w.parts():
        others = having[part.bucket] - long_line[lines][part.line]
        out[:, lines] = _shares(part, number[of], others, many)
    return out


def _shares(w: Words, number: NDArray[np.bool_], others: I64, many: float) -> F64:
    """The shares of some lines' words, given how many other long lines have each, and how many of these are many."""
    first = w.cls[w.start]
    frequent = others >= many
    rare = ~frequent & ((w.end - w.start >= 4) | (first == IDEO)) & ~number
    address = np.zeros(len(w.hash))
    for sign in _signs("http https www com html"):
        address += w.hash == sign
    sums = line_sums(
        w,
        first == UPPER,
        number,
        frequent,
        rare & (others >= 1),
        rare * np.minimum(np.maximum(others, 0), 4) / 4.0,
        address,
        rare,
    )
    whole, few = np.maximum(w.sizes, 1), np.maximum(sums[6], 1)
    out: F64 = sums[:6] / np.stack([whole, whole, whole, few, few, whole])
    return out


def _repeated(w: Words) -> tuple[F64, F64]:
    """How often each line stands there besides, and whether it stood above."""
    n = len(w.sizes)
    keys = w.line_hash
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    fresh = np.append(True, ordered[1:] != ordered[:-1])[:n]
    run = np.cumsum(fresh) - 1
    repeats, seen = np.zeros(n), np.zeros(n)
    repeats[order] = np.bincount(run)[run] - 1.0 if n else 0.0
    seen[order] = ~fresh
    return repeats, seen


def _runs_elsewhere(w: Words) -> tuple[F64, F64]:
    """Of each line's runs of three words the share that stands further up, and in any other line."""
    n = len(w.sizes)
    found = [np.zeros(0, np.int64)]
    for lines, _, part in w.parts():
        at, runs = grams(part, _RUN)
        found.append((runs >> np.uint64(64 - _RUN_BITS)).view(np.int64) << _LINE_BITS | part.line[at] + lines.start)
    # The runs, the same ones together, each with its lines in order.
    pairs = np.concatenate(found)
    del found
    pairs.sort()
    line = (pairs & ((1 << _LINE_BITS) - 1)).astype(np.int32)
    pairs >>= _LINE_BITS
    starts = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)])
    del pairs
    often = np.diff(starts, append=len(line))
    first = line[starts]
    above = line > np.repeat(first, often)
    elsewhere = np.repeat(first != line[starts + often - 1], often)
    total = np.maximum(np.bincount(line, minlength=n), 1)
    return np.bincount(line[above], minlength=n) / total, np.bincount(line[elsewhere], minlength=n) / total


def _same_start(w: Words) -> F64:
    """How many of the lines right above and below begin with the same word."""
    opening = w.hash[np.minimum(w.first[:-1], max(len(w.hash) - 1, 0))] if len(w.hash) else 0
    key = np.where(w.sizes > 0, opening, 0)
    same = (key[1:] == key[:-1]) & (w.sizes[1:] > 0)
    out = np.zeros(len(w.sizes))
    out[1:] += same
    out[:-1] += same
    return out


def _clocks(w: Words, number: NDArray[np.bool_]) -> NDArray[Any]:
    """How many numbers of each line stand right behind another, with one sign between: 12:30, 5.5."""
    if len(number) < 2:
        return np.zeros(len(w.sizes))
    behind = number[1:] & number[:-1] & (w.start[1:] == w.end[:-1] + 1)
    return np.bincount(w.line[1:][behind], minlength=len(w.sizes))


def _same_length(length: NDArray[np.int64]) -> F64:
    """How near the lines right above and below come to each line's length."""
    log = np.log1p(length)
    out = np.zeros(len(length))
    if len(length) > 1:
        step = np.exp(-3 * np.abs(log[1:] - log[:-1]))
        out[1:] += step
        out[:-1] += step
    return out


@functools.cache
def _signs(text: str) -> U64:
    return words(text.split()).hash
