"""Where text that lost its line breaks is to be cut: "… cookie settingsThe minister said on Monday.Share this"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.lexicon.case import small
from newsclean.lexicon.characters import FIRST_WIDE, JAMO, SPACED_STOPS, UNSPACED_STOPS, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Fewer glued sentences and numbers, or fewer seams in all, are slips of the pen. However long the text: what is left
#: of it is not to look glued where all of it did not.
_FEWEST_FIRM, _FEWEST = 2, 5
#: "St.", "iPhone", "McKay": what stands before a seam is a word. Longer ones are no words.
_SHORTEST, _LONGEST = 3, 60
#: A name with a capital inside is met between several words, of which so many characters tell; a menu comes back as it
#: was. Such a name is parted only if all signs speak for it.
_BESIDE, _ALL_SIGNS = 8, 3
#: So many characters without the end of a sentence are no prose where a line has a word that pages have around their
#: articles, in every language; fewer where a line that is most of its text has several of them.
_ENDLESS, _LONG_LIST, _SEVERAL = 1000, 500, 2
_WEB = re.compile(
    r"©|(?<![a-z])(?:cookie|facebook|twitter|whatsapp|instagram|newsletter|log-?in|copyright|rss|podcast|youtube|linkedin"
    r"|telegram|tiktok)",
    re.IGNORECASE,
)
#: No paragraph has as many characters, links and all.
_LONGEST_PARAGRAPH = 6000
#: An ideograph says as much as two letters and more.
_SCALE = 2

#: One set of characters first: that is what `re` looks for fast.
_FIRM = re.compile(rf"[{SPACED_STOPS})”»\]\d][\"”’»)\]]{{0,4}}+(?=[“„«‘¿¡]?[^\W_])")
_SENTENCE = re.compile(
    rf"[{SPACED_STOPS}۔።။។][\"”’»)\]]*\s+(?=[^\W_]|[\"“„«‘(])|[{UNSPACED_STOPS}][”」』）]*+\s*+(?=\S)"
)
#: What sentences end in, in scripts that set no space behind.
WIDE_STOPS = frozenset(f"{UNSPACED_STOPS}”」』）")
#: What no abbreviation is that a capital follows at once: "it.The".
_SMALL_WORD = re.compile(r"\s[a-zß-öø-ÿа-я]{2}")
#: A year or a time of day, behind which a head goes on.
_DATED = re.compile(
    r"(?:(?:19|20)\d\d|\d{1,2}[:.h]\d\d(?:\s?(?:Uhr|[hH]|[ap]\.?m\.?|[A-Z]{2,4}))?)[,.)]?\s+(?=[A-ZÀ-ÞА-Я\"“„«])"
)
#: A headline in the characters that a line opens with, and where each of its words ends.
_SHORTEST_TITLE, _LONGEST_TITLE, _TITLE_SPACES = 24, 240, 3
_TITLE_WORD = re.compile(r"(?<!\S)\S++(?=\s)")
_IDEOGRAPH = re.compile(f"[{WIDE}]")
_JAMO = re.compile(f"[{JAMO}]")
_CRIES = frozenset("!?؟")
_BRACKETS = frozenset(")”»]")
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|[@#]|\.[a-z]{2,3}/)\S*")


def glued(text: str) -> list[int]:
    """The offsets at which a text is glued together, in order; none where it hardly is.

    Languages that set capitals inside words, such as Zulu and Xhosa, and lists of code do not glue sentences.
    """
    if len(_firm(text)) < _FEWEST_FIRM:
        return []
    bare = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    firm, inner = _firm(bare), list(_inner(bare))
    telling = len(firm) + sum(text[at - _SHORTEST : at].islower() for at in inner)
    return sorted({*firm, *inner}) if len(firm) >= _FEWEST_FIRM and telling >= _FEWEST else []


def sentences(text: str, start: int, end: int) -> list[int]:
    """The offsets at which sentences begin inside a line that is a page; none where it is an article or part of one.

    Of a page, menus and lists of headlines go on and on without a full stop.
    """
    if _SCALE * (end - start) <= _ENDLESS:
        return []
    scale = _SCALE if 2 * len(_IDEOGRAPH.findall(text, start, end)) > end - start else 1
    if scale * (end - start) <= _ENDLESS:
        return []
    found = list(_beginnings(text, start, end))
    pieces = list(pairwise((start, *found, end)))
    longest = scale * max(b - a for a, b in pieces)
    told = {match[0].lower() for match in _WEB.finditer(text, start, end)} if longest > _LONG_LIST else ()
    most = 2 * (end - start) > len(text)
    several = most and len(told) >= _SEVERAL
    # Some scripts have no full stop at all.
    if not (several or (told and found and longest > _ENDLESS)):
        return []
    dates = (m.end() for a, b in pieces if scale * (b - a) > _LONG_LIST for m in _DATED.finditer(text, a, b))
    return sorted({*found, *dates, *(_title_again(text, start, end) if several else ())})


def paragraphs(text: str, start: int, end: int) -> list[int]:
    """The offsets at which sentences begin in a line of Markdown that is too long for a paragraph, but not in links.

    Pages laid out in tables come so, the article and what stands around it in one cell.
    """
    if end - start <= _LONGEST_PARAGRAPH:
        return []
    found, depth, done = [], 0, start
    for at in _beginnings(text, start, end):
        depth = max(0, depth + text.count("[", done, at) - text.count("]", done, at))
        done = at
        if not depth:
            found.append(at)
    return found


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences begin behind others."""
    for match in _SENTENCE.finditer(text, start, end):
        if not small(text[match.end()]) and _is_word(text, match.start()):
            yield match.end()


def _title_again(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where what a line opens with ends, and where it stands again: the page's name for itself, and its headline."""
    for match in reversed(list(_TITLE_WORD.finditer(text, start, min(end, start + _LONGEST_TITLE)))):
        opening = text[start : match.end()]
        if len(opening) < _SHORTEST_TITLE or opening.count(" ") < _TITLE_SPACES:
            break
        at = text.find(f" {opening} ", match.end(), end)
        if at >= 0:
            return match.end() + 1, at + 1, at + len(opening) + 2
    return ()


def _is_word(text: str, end: int) -> bool:
    """Whether what stands before an offset is no abbreviation."""
    word = text[max(0, end - _SHORTEST) : end]
    return len(word) == _SHORTEST and word.isalpha()


def _firm(text: str) -> list[int]:
    """Where a sentence, a bracket or a number ends, and a word begins that no number or abbreviation goes on with."""
    found = []
    for match in _FIRM.finditer(text):
        at, start, mark = match.end(), match.start(), match[0][0]
        # A quotation may begin with "I".
        quoted = not text[at].isalnum()
        following, after = text[at + quoted], text[at + quoted + 1 : at + quoted + 2]
        if following.isdigit():
            begins = mark in _CRIES
        elif following.isupper():
            begins = mark in _CRIES or after.islower() or (quoted and after.isspace())
        else:
            # Scripts without spaces need none behind a stop.
            begins = not small(following) and following < FIRST_WIDE and not _JAMO.match(following)
        if not begins:
            continue
        before = text[start - 1 : start]
        if mark in _BRACKETS:
            ends = before.isalpha()
        elif mark.isdigit():
            ends = before.isdigit()
        else:
            ends = _is_word(text, start) or bool(_SMALL_WORD.fullmatch(text, max(0, start - _SHORTEST), start))
        if ends:
            found.append(at)
    return found


def _inner(text: str) -> Iterator[int]:
    """Where one word becomes another at a capital or a digit, unless it may well be a name."""
    alone = standing(text)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        word = match[0]
        if not (word.isdigit() or (word.isalpha() and (word.islower() or word.istitle() or word.isupper()))):
            places[word].append(match.start())
    for word, starts in places.items():
        breaks = _breaks(word)
        if len(breaks) == 1:
            beside = {(text[max(0, s - _BESIDE) : s], text[s + len(word) : s + len(word) + _BESIDE]) for s in starts}
            if len(beside) > 1 and signs(word[: breaks[0]], word[breaks[0] :], alone) < _ALL_SIGNS:
                continue
        yield from (start + at for start in starts for at in breaks)


def standing(text: str) -> frozenset[str]:
    """The words, in small letters, that stand alone somewhere in a text."""
    return frozenset(_WORD.findall(text.lower()))


def beside(text: str, at: int) -> tuple[str, str]:
    """The parts of a word before and behind an offset; one is empty where no word goes on there."""
    left = _WORD.match(text[max(0, at - _LONGEST) : at][::-1])
    right = _WORD.match(text, at, at + _LONGEST)
    return left[0][::-1] if left else "", right[0] if right else ""


def signs(left: str, right: str, alone: frozenset[str]) -> int:
    """How much speaks for two words glued together, 0 to 3: both are words, and the first begins small.

    Args:
        left: the word before the seam.
        right: the word behind it.
        alone: the words that stand alone in the text.
    """
    return (left.lower() in alone) + (right.lower() in alone) + left[0].islower()


def _breaks(word: str) -> list[int]:
    """Where in a word capitals or numbers begin, or a capital behind a number."""
    found, last = [], 0
    for at in range(1, len(word) - 1):
        before, here = word[at - 1], word[at]
        if before.islower():
            parted = (here.isupper() or here.isdigit()) and at - last >= _SHORTEST
        else:
            # "10Am" comes apart, "3Com" does not.
            parted = before.isdigit() and here.isupper() and word[at + 1].islower() and (last > 0 or at > 1)
        if parted:
            found.append(at)
            last = at
    return found
