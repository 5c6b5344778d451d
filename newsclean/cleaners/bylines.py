"""Who wrote the article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean.cleaners.houses import without_houses
from newsclean.cleaners.signed_lines import SignedLines
from newsclean.cleaners.signing_off import signed_off
from newsclean.language.credits import pictured
from newsclean.language.signed_otherwise import edits, reports
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_REACH = 3
#: A model's score from which on a line is the byline; others count that stand so near the likeliest.
_SURE, _TOGETHER = 0.7, 8
#: The score of one that nothing marks.
_SURER = 0.85
#: By so much a line in the article's head may score less; and from here on a name in it is its author's, whatever else
#: the text tells of them.
_IN_HEAD, _BEYOND_DOUBT = 0.05, 0.98
#: The score that a name below another's needs to sign with it; from which on even a line that was removed holds a
#: byline; and below which a line is none, unless it says so.
_LIKELY, _CERTAIN, _UNLIKELY = 0.5, 0.9, 0.3


def bylines(document: Document) -> Document:
    """Label the lines that name the author.

    A byline opens with a word such as "By", ends in one such as 記者, names somebody beside a date, or stands with a
    job title; on a whole page the content model knows it by where it stands. Behind "By" beside a date stands an
    account's name, too. Hands off: sentences, names that nothing marks as the author's, and phrases of words that the
    text has in small letters.

    >>> from newsclean.text import read
    >>> document = read("Rates rise\\n\\nBy Ana Silva and Joe Doe")
    >>> [b.value for b in bylines(document).find("byline")]
    [('Ana Silva', 'Joe Doe')]
    """
    lines = SignedLines(document)
    found = _judged(lines) or list(_told(lines)) or signed_off(lines)
    signed = {block.start: block for block in without_houses(lines, found)}
    return document.replace([*signed.values(), *_around(lines, signed)])


def _judged(lines: SignedLines) -> list[Block]:
    """The bylines of a whole page that the content model knows by what stands around them."""
    may_sign = {n: block.scores.byline for n, block in enumerate(lines.blocks) if block.scores and _may_sign(block)}
    if max(may_sign.values(), default=0) < _SURE:
        return []
    scores = {n: score for n, score in may_sign.items() if not lines.labels_other(n)}
    sure = [n for n, score in scores.items() if score >= _SURE]
    if not sure:
        return []
    head = range(max(0, lines.title - _REACH), lines.body.start) if lines.title is not None else ()
    # Below the article stand its authors once more, and those of others.
    ranked = sorted(sure, key=lambda n: scores[n] + _IN_HEAD * (n in head), reverse=True)
    for n in ranked[:1] + [n for n in ranked[1:] if n in head]:
        beyond_doubt = n == ranked[0] and n in head and scores[n] >= _BEYOND_DOUBT
        for surely in (False, True)[: 1 + beyond_doubt]:
            signed = list(_signed_around(lines, n, scores, surely=surely))
            if signed:
                return signed
    return []


def _may_sign(block: Block) -> bool:
    """Whether a line is undecided, or surely holds a byline among clutter: "Ana Silva | Published 1 day ago"."""
    judged = block.scores.byline if block.scores and block.cleaner != "front_matter" else 0
    return not block.role or (block.role == "removed" and judged >= _CERTAIN)


def _signed_around(lines: SignedLines, best: int, scores: dict[int, float], *, surely: bool) -> Iterator[Block]:
    """The bylines at a line that most likely is one, and near it; `surely`: beyond doubt."""
    likely = [n for n, score in scores.items() if score >= _SURE and abs(n - best) <= _TOGETHER]
    said = [n for n in likely if lines.says_so(n)]
    for n in range(best - _TOGETHER, best + _TOGETHER + 1):
        # Those who sign together stand in a row, and only the first line says so.
        between = n > 1 and n in scores and (lines.joins(n - 1) or lines.addresses(n - 1))
        if (n - 2 if between else n - 1) in said and n in scores and n not in said and _goes_on(lines, n, scores[n]):
            said.append(n)
    for n in said or [n for n in likely if scores[n] >= _SURER]:
        if pictured(lines.readings[n].text, lines.document.reader) or lines.of_others(n):
            continue
        alone = surely and n == best
        authors = lines.names(n, head=True, beside=True, judged=True, surely=alone) or ()
        authors = authors if said else _trusted(lines, authors, alone=alone)
        if authors:
            yield lines.blocks[n].label("byline", authors)


def _trusted(lines: SignedLines, names: tuple[str, ...], *, alone: bool) -> tuple[str, ...]:
    """Those of some names, which nothing marks as the author's, that are no words or persons of the article's.

    A name may be whom the article is about: it stands in captions and tags, and in the text. Behind a place stands who
    reports from there: "Buenos Aires, EFE".
    """
    signing = tuple(name for name in names if (alone or name not in lines.body_text) and not lines.of_words(name))
    placed = signing != names and all(lines.document.reader.read(name).whole("datelines.agencies") for name in signing)
    return () if placed else signing


def _goes_on(lines: SignedLines, number: int, score: float) -> bool:
    """Whether a line names more of those who sign above it."""
    return (
        score >= _SURE
        or lines.readings[number - 1].text.endswith((",", "&"))
        or (score >= _LIKELY and bool(lines.names(number, head=True, beside=True)))
    )


def _told(lines: SignedLines) -> Iterator[Block]:
    """The bylines that say so, or beside which something says so."""
    first = 0 if lines.title is None else max(0, lines.title - 2)
    found = False
    for n, block in enumerate(lines.blocks):
        if block.role or (n in lines.body and block.surely_body):
            continue
        near = first <= n <= lines.body.start + _REACH
        if not (near or lines.may_say_so(n)) or lines.signature(n) is None:
            continue
        timed = lines.timed(n)
        head = first <= n <= lines.body.start + _REACH * timed
        below = block.paged and not found and n not in lines.body and lines.below(n, "bylines.openings")
        said = (head and (timed or _presented(lines, n))) or (below and lines.persons(n) > 0)
        if _ruled_out(lines, n, first, said=said, head=head):
            continue
        beside = said or lines.links_author(n) or (head and _beside(lines, n, first=not found))
        names = lines.names(n, head=head, beside=beside)
        if names is None or (found and not head and not lines.marked(n)) or _doubtful(lines, n, names):
            continue
        found = True
        yield block.label("byline", names)


def _presented(lines: SignedLines, number: int) -> bool:
    """Whether a line is a job and a name, or persons, or persons and for whom they write, right below title or deck."""
    signature, text = lines.signature(number), lines.readings[number].text
    if reports(text, lines.document.reader):
        return True
    if signature is None or not lines.below_head(number):
        return False
    # What the text speaks of is a place: "Buenos Aires, EFE".
    persons = [part.text for part in signature.parts if part.kind == "P"]
    housed = signature.housed and "/" not in text and not any(fold(name) in lines.document.told for name in persons)
    return signature.persons > 1 or housed


def _ruled_out(lines: SignedLines, number: int, first: int, *, said: bool, head: bool) -> bool:
    """Whether a line is none by where it stands, by what it opens with, or because a model thinks so.

    `first`: where the article's head begins; `said`: what stands beside the name says that it signs.
    """
    block, reading = lines.blocks[number], lines.readings[number]
    if lines.labels_other(number) or (number in lines.body and not (said or lines.marked(number))):
        return True
    opens = bool(reading.starts("bylines.openings"))
    if block.paged and number < first and opens and not (lines.called(number) or lines.dated(number)):
        # Menus list what they sort "By industry", too.
        return True
    if lines.of_others(number) or (not head and reading.starts("credits.openings")):
        return True
    if block.paged or not block.scores:
        return False
    # Below who signs, no names are a job.
    says = said or (lines.says_so(number) and (head or not opens)) or lines.names(number, head=True, beside=False) == ()
    # Running text that is no part of the article stands right above.
    teased = number and lines.readings[number - 1].prose and not lines.blocks[number - 1].judged_body
    return (block.scores.byline < _UNLIKELY and not says) or (number >= lines.body.stop and bool(teased))


def _doubtful(lines: SignedLines, number: int, names: tuple[str, ...]) -> bool:
    """Whether names, of which no word says that they sign, are rather photographers', or no names."""
    if not names or lines.says_so(number):
        return False
    signature = lines.signature(number)
    agency_first = signature is not None and "/" in signature.bare and signature.spelt.startswith("A")
    pictured = lines.readings[number].starts("captions.credits") or agency_first
    return bool(pictured) or any(map(lines.no_author, names))


def _beside(lines: SignedLines, number: int, *, first: bool) -> bool:
    """Whether a date or job title stands right beside a line, or its element is called a byline.

    `first`: nobody signs above it.
    """
    block = lines.blocks[number]
    if lines.goes_on(number):
        return True
    if block.paged and block.markup:
        told = lines.called(number) or lines.job_below(number)
        dated = lines.dated(number) and (lines.marked(number) or (first and _alone_in_head(lines, number)))
        doubted = block.judged_body and not lines.is_byline(number)
        return (told or dated) and not doubted and not block.markup.heading
    # Buttons and labels may stand between, or who else signs.
    named = lines.persons(number) if lines.title is not None and lines.title < number else 0
    if not named and lines.above_title(number):
        # The page's own name, or a section's.
        return False
    for other in range(max(0, number - _REACH), min(len(lines.blocks), number + _REACH + 1)):
        role = lines.blocks[other].role
        if role in {"published", "modified"} and other != number:
            return True
        if block.scores and role == "title" and other < number and named == 1:
            return True
    opened = lines.below(number, "bylines.openings") and lines.blocks[number - 1].role in {"", "removed"}
    return opened or lines.above(number, "bylines.roles") or (number > 0 and block.lines == 0)


def _alone_in_head(lines: SignedLines, number: int) -> bool:
    """Whether a line between the title and the body of an HTML page is nothing but names, and not the page's own."""
    title, stated = lines.title, lines.document.metadata.get("authors")
    if title is None or title > number or stated or not lines.persons(number) or lines.readings[number].cover:
        return False
    names = lines.names(number, head=True, beside=True) or ()
    # What the article tells of is a place or a person in it.
    told = [*lines.readings[:title], *(lines.readings[n] for n in lines.document.prose)]
    return not any(lines.of_words(name) or any(name in reading.text for reading in told) for name in names)


def _around(lines: SignedLines, signed: dict[int, Block]) -> Iterator[Block]:
    """The lines in the head that say who edited or checked, or no more than "By", or "and" and who stands before it."""
    for n, (block, below) in enumerate(pairwise(lines.blocks)):
        if block.role:
            continue
        if lines.title is not None and lines.title < n < lines.body.start and _edited(lines, n):
            yield block.label("byline", ())
        if below.start not in signed:
            continue
        if lines.readings[n].whole("bylines.openings"):
            yield block.label("byline", ())
        elif n and lines.joins(n):
            above = lines.blocks[n - 1]
            names = None if above.start in signed or above.role else lines.names(n - 1, head=True, beside=True)
            if names:
                yield above.label("byline", names)
            if names or above.start in signed:
                yield block.label("byline", ())


def _edited(lines: SignedLines, number: int) -> bool:
    """Whether a line names who edited or checked, and nothing else: "Edited by the winners" may be a deck."""
    pictured = any(near.starts("captions.credits") for near in lines.readings[max(0, number - 1) : number + 1])
    return not pictured and lines.of_others(number) and edits(lines.readings[number].text, lines.document.reader)
