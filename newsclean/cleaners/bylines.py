"""Who wrote the article."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.language.dates import find as find_dates
from newsclean.language.dates import months
from newsclean.language.names import (
    CJK,
    CJK_NAME,
    EDGE,
    HANDLE,
    JOB_WORDS,
    SPLIT,
    account_in,
    at_joiners,
    of_common_words,
    signers,
)
from newsclean.lexicon.characters import HAN_NAMES
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_LONGEST = 200
_REACH = 3
#: How many elements further out may be called a byline.
_NEAR = 3
#: A model's score from which on a line is the byline; others count that stand so near the likeliest.
_SURE, _TOGETHER = 0.7, 8
#: The score of one that nothing marks.
_SURER = 0.85
#: From here on a name in the article's head is its author's, whatever else the text tells of them.
_BEYOND_DOUBT = 0.98
#: By so much a line in the article's head may score less.
_IN_HEAD = 0.05
#: The score that a name below another's needs to sign with it.
_LIKELY = 0.5
#: A score from which on even a line that was removed holds a byline.
_CERTAIN = 0.9
#: A line with a lower score is none, unless it says so.
_UNLIKELY = 0.3
#: So many lines above the title may tell what the page is called by.
_ABOVE = 100
_JOINERS = frozenset(",&+/")
#: A link's target in Markdown, where a directory is called by those whose pages are in it.
_AUTHOR_PAGE = re.compile(rf"\]\(<?[^()\s]*/{naming.AUTHORS}[^/()\s]")
_DIGIT = re.compile(r"\d")
#: Behind a name of several words, where a list goes on or ends: accounts end in digits, too.
_FOOTNOTE = re.compile(r"([^\W\d_] [^\d,;&]{0,60}[^\W\d_])[\d*†‡]{1,2}(?=\s?(?:[,;&]|$))")
_NAME_ALONE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]{1,40}+\s?+){2,4}")
_MARK = re.compile(r"\s?[|•·]\s?|\s[/–—]\s")
#: A line of its own in round brackets is a remark, if it is short ("titles omitted").
_BRACKETED = re.compile(rf"【([{HAN_NAMES}、]{{3,12}})】|[(（]([{HAN_NAMES}]{{4,5}}(?:、[{HAN_NAMES}]{{3,5}})*)[)）]")
_SIGNATURE = re.compile(rf"(?<=[。」』])【([{HAN_NAMES}、]{{3,20}})】$")
_SIGNED_OFF = re.compile(r"(?<=[.!?…\"“”»])\s[(\[]([^()\[\]]{5,90})[)\]]\.?$")
_LISTED = re.compile(r"[,;/]")
#: "2 minutes ago", "3 min read"
_AGO = re.compile(r"\s\d{1,2}\s?[^\W\d_]{1,8}\.?(?:\s[^\W\d_]{1,9}){0,2}$")


def bylines(document: Document) -> Document:
    """Label the lines that name the author.

    A byline opens with a word such as "By", ends in one such as 記者, names
    somebody beside a date, or stands with a job title; on a whole page the
    content model knows it by where it stands. Behind "By" beside a date stands
    an account's name, too. Hands off: sentences, names that nothing marks as
    the author's, and phrases of words that the text has in small letters.

    >>> from newsclean.text import read
    >>> document = read("Rates rise\\n\\nBy Ana Silva and Joe Doe")
    >>> [b.value for b in bylines(document).find("byline")]
    [('Ana Silva', 'Joe Doe')]
    """
    found = _judged(document) or list(_bylines(document)) or _signatures(document)
    signed = {block.start: block for block in found}
    return document.replace([*signed.values(), *_words_alone(document, signed)])


def _signatures(document: Document) -> list[Block]:
    """Who signs in brackets behind the last sentence or below it.

    As in Japanese papers, "…した。【佐藤花子】"; elsewhere with an agency: "… in May. (Ana Silva, APA)".
    """
    if not document.prose:
        return []
    last, *below = document.blocks[document.prose[-1] :][:2]
    if document.language != "ja":
        # A model may not hold a line with a date in it for body.
        return _signed_off(document, [last, *below], _SIGNED_OFF, _signing_with)
    found = _signed_off(document, [last], _SIGNATURE, _signing)
    alone = _BRACKETED.fullmatch(document.text(below[0])) if below and not found and not below[0].role else None
    names = _signing(document, alone[1] or alone[2]) if alone else ()
    return [below[0].label("byline", names)] if names else found


def _signed_off(
    document: Document,
    blocks: list[Block],
    brackets: re.Pattern[str],
    names_of: Callable[[Document, str], tuple[str, ...]],
) -> list[Block]:
    """The brackets at the end of the first of some undecided blocks in which somebody signs."""
    for block in blocks:
        match = None if block.role else brackets.search(document.text(block))
        names = names_of(document, match[1]) if match else ()
        if match and names:
            return [document.part(block, match.start(), match.end()).label("byline", names)]
    return []


def _signing_with(document: Document, text: str) -> tuple[str, ...]:
    """The persons in a list of persons and agencies that has some of each; a date may be in it."""
    names: list[str] = []
    agencies = 0
    for part in _LISTED.split(text):
        reading = document.reader.read(part.strip())
        if reading.whole("datelines.agencies", "bylines.staff"):
            agencies += 1
        elif reading.stamps.mostly:
            continue
        elif _NAME_ALONE.fullmatch(reading.text):
            names.append(reading.text)
        else:
            return ()
    return tuple(names) if agencies else ()


def _signing(document: Document, text: str) -> tuple[str, ...]:
    """The persons that a text names, where it holds nothing else, and no word that the lexicon knows."""
    known = any(hit.end - hit.start > 1 for hit in document.reader.read(text).hits)
    names, strangers = signers(document.reader, text, lone=True, partial=False)
    return () if known or strangers else tuple(names)


def _words_alone(document: Document, signed: dict[int, Block]) -> Iterator[Block]:
    """The lines in the head that say who edited or checked, or no more than "By", or "and" and who stands before it."""
    title, start = layout.title_index(document), layout.body_start(document)
    for n, (block, below) in enumerate(pairwise(document.blocks)):
        if block.role:
            continue
        if title is not None and title < n < start and _edited(document, n) and not _pictured(document, n):
            yield block.label("byline", ())
        if below.start not in signed:
            continue
        if document.read(block).whole("bylines.openings"):
            yield block.label("byline", ())
        elif n and _joins(document, block):
            above = document.blocks[n - 1]
            names = None if above.start in signed or above.role else names_in(document, n - 1, head=True, beside=True)
            if names:
                yield above.label("byline", names)
            if names or above.start in signed:
                yield block.label("byline", ())


def _edited(document: Document, number: int) -> bool:
    """Whether a line names who edited or checked, and nothing else: "Edited by the winners" may be a deck."""
    if not _credits_others(document, number):
        return False
    reading = document.readings[number]
    rest = reading.after(reading.starts("credits.openings")).strip(EDGE)
    names, strangers = signers(document.reader, rest, lone=False, partial=False)
    return not rest or (bool(names) and not strangers)


def _pictured(document: Document, number: int) -> bool:
    """Whether a line, or the one above it, opens as a picture's credit does."""
    return any(reading.starts("captions.credits") for reading in document.readings[max(0, number - 1) : number + 1])


def _joins(document: Document, block: Block) -> bool:
    """Whether a line is nothing but a word or mark that joins names."""
    text = document.text(block)
    return not block.role and (text in _JOINERS or fold(text) in document.reader.lexicon.joiners)


def _is_address(document: Document, number: int) -> bool:
    """Whether a line is nothing but how to reach who signs above it."""
    return bool(HANDLE.fullmatch(document.readings[number].text))


def _judged(document: Document) -> list[Block]:
    """The bylines of a whole page that the content model knows by what stands around them."""
    scores = {
        n: block.scores.byline
        for n, block in enumerate(document.blocks)
        if block.scores and _may_sign(block) and not _labels_other(document.readings[n])
    }
    title, start = layout.title_index(document), layout.body_start(document)
    head = range(max(0, title - _REACH), start) if title is not None else ()
    # Below the article stand its authors once more, and those of others.
    sure = [n for n, score in scores.items() if score >= _SURE]
    ranked = sorted(sure, key=lambda n: scores[n] + _IN_HEAD * (n in head), reverse=True)
    # A name that nothing marks may be whom the article is about: it stands in captions and tags, and in the text.
    body = [document.readings[n].text for n, block in enumerate(document.blocks) if ranked and block.judged_body]
    told = " ".join(body)
    for n in ranked[:1] + [n for n in ranked[1:] if n in head]:
        beyond_doubt = n == ranked[0] and n in head and scores[n] >= _BEYOND_DOUBT
        for surely in (False, True)[: 1 + beyond_doubt]:
            signed = list(_signed_around(document, n, scores, told, surely=surely))
            if signed:
                return signed
    return []


def _labels_other(reading: Reading) -> bool:
    """Whether a line opens as a list of tags does, or is nothing but a date's label."""
    return reading.starts("tags.labels") > 0 or reading.whole("dates.published", "dates.modified")


def _signed_around(
    document: Document, best: int, scores: dict[int, float], told: str, *, surely: bool
) -> Iterator[Block]:
    """The bylines at a line that most likely is one, and near it.

    `told`: the article's text; `surely`: the line is one beyond doubt.
    """
    likely = [n for n, score in scores.items() if score >= _SURE and abs(n - best) <= _TOGETHER]
    said = [n for n in likely if _says_so(document, n)]
    for n in range(best - _TOGETHER, best + _TOGETHER + 1):
        # Those who sign together stand in a row, and only the first line says so.
        between = n > 1 and n in scores and (_joins(document, document.blocks[n - 1]) or _is_address(document, n - 1))
        above = n - 2 if between else n - 1
        if above in said and n in scores and n not in said and _goes_on(document, n, scores[n]):
            said.append(n)
    for n in said or [n for n in likely if scores[n] >= _SURER]:
        if not _credits_picture(document, n) and not _credits_others(document, n):
            alone = surely and n == best
            authors = names_in(document, n, head=True, beside=True, judged=True, surely=alone) or ()
            if not said:
                signing = tuple(
                    name
                    for name in authors
                    if (alone or name not in told) and not of_common_words(document.reader, name, document.small_words)
                )
                # Behind a place stands who reports from there: "Buenos Aires, EFE".
                placed = signing != authors and all(_is_agency(document, name) for name in signing)
                authors = () if placed else signing
            if authors:
                yield document.blocks[n].label("byline", authors)


def _timed(document: Document, text: str) -> bool:
    """Whether a line is a name with a time: "Ana Silva 2 minutes ago", "Ana Silva 3 min read"."""
    ago = _AGO.search(text)
    return (
        ago is not None
        and bool(_NAME_ALONE.fullmatch(text[: ago.start()]))
        and "dates.fillers" in document.reader.read(ago[0]).categories
    )


def _goes_on(document: Document, number: int, score: float) -> bool:
    """Whether a line names more of those who sign above it."""
    return (
        score >= _SURE
        or document.text(document.blocks[number - 1]).endswith((",", "&"))
        or (score >= _LIKELY and bool(names_in(document, number, head=True, beside=True)))
    )


def _may_sign(block: Block) -> bool:
    """Whether a line is undecided, or surely holds a byline among clutter: "Ana Silva | Published 1 day ago"."""
    return not block.role or (block.role == "removed" and block.scores is not None and block.scores.byline >= _CERTAIN)


def _says_so(document: Document, number: int) -> bool:
    """Whether a line opens or ends as a byline does, or goes on with one, or a line beside it says what it is."""
    if _marked(document, document.blocks[number]):
        return True
    below = document.readings[number + 1 : number + 2]
    if below and below[0].whole("bylines.roles") and names_in(document, number, head=True, beside=True):
        # Whose job it is stands above it.
        return True
    if not number:
        return False
    reading = document.readings[number]
    joined = bool(reading.starts("bylines.joiners")) or reading.text.startswith(("&", "+", ","))
    return (
        _whole_above(document, number, "bylines.openings")
        or (joined and _follows_byline(document, number))
        or _goes_on_below(document, number)
    )


def _goes_on_below(document: Document, number: int) -> bool:
    """Whether a line is part of a list of names below a line that says so, where each but the last ends in a comma."""
    top = number
    while top and number - top < _TOGETHER and document.readings[top - 1].text.endswith((",", "&")):
        top -= 1
    return top < number and _whole_above(document, top, "bylines.openings")


def _whole_above(document: Document, number: int, category: str) -> bool:
    """Whether the line above is nothing but a phrase of a category."""
    return number > 0 and document.readings[number - 1].whole(category)


def _bylines(document: Document) -> Iterator[Block]:
    body = range(layout.body_start(document), layout.body_end(document))
    title = layout.title_index(document)
    first = 0 if title is None else max(0, title - 2)
    found = False
    for n, block in enumerate(document.blocks):
        if block.role:
            continue
        timed = _timed(document, document.text(block))
        head = first <= n <= body.start + _REACH * timed
        said = (head and (timed or _persons_below_title(document, n) or _reporter(document.readings[n]))) or (
            block.paged and not found and n not in body and _below_label(document, n)
        )
        if (n in body and block.surely_body) or _ruled_out(document, n, first, body, said=said, head=head):
            continue
        beside = said or _links_author(document, block) or (head and _for_agency(document, n))
        beside = beside or (head and (_goes_on_below(document, n) or _beside(document, n, first=not found)))
        names = names_in(document, n, head=head, beside=beside)
        if names is None or (found and not head and not _marked(document, block)) or _doubtful(document, n, names):
            continue
        found = True
        yield block.label("byline", names)


def _ruled_out(document: Document, number: int, first: int, body: range, *, said: bool, head: bool) -> bool:
    """Whether a line is none by where it stands, by what it opens with, or because a model thinks so.

    `first`: where the article's head begins; `said`: what stands beside the name says that it signs.
    """
    block = document.blocks[number]
    if _labels_other(document.readings[number]) or (number in body and not (said or _marked(document, block))):
        return True
    opens = bool(document.readings[number].starts("bylines.openings"))
    if block.paged and number < first and opens and not (_called(block) or _dated(document, number)):
        # Menus list what they sort "By industry", too.
        return True
    if _credits_others(document, number) or (not head and document.readings[number].starts("credits.openings")):
        return True
    if block.paged or not block.scores:
        return False
    says = said or (_says_so(document, number) and (head or not opens))
    return (block.scores.byline < _UNLIKELY and not says) or (number >= body.stop and _below_teaser(document, number))


def _for_agency(document: Document, number: int) -> bool:
    """Whether a line right below title or deck is persons and agencies with commas between: "Ana Silva, AFP".

    What the text speaks of is a place: "Buenos Aires, EFE".
    """
    text = document.text(document.blocks[number])
    below = number > 0 and document.blocks[number - 1].role in {"title", "deck"}
    names = _signing_with(document, text) if below and "/" not in text else ()
    return bool(names) and not any(fold(name) in document.told for name in names)


def _persons_below_title(document: Document, number: int) -> bool:
    """Whether a line right below title or deck is several persons, and nothing else."""
    below = number > 0 and document.blocks[number - 1].role in {"title", "deck"}
    return below and _persons(document, number) > 1


def _reporter(reading: Reading) -> bool:
    """Whether a line is a reporter's job and a name in a script without capitals: "記者 田中花子"."""
    job = reading.starts("datelines.reporters")
    return bool(job) and bool(CJK_NAME.fullmatch(reading.after(job).strip()))


def _doubtful(document: Document, number: int, names: tuple[str, ...]) -> bool:
    """Whether names, of which no word says that they sign, are rather photographers', or no names."""
    if not names or _says_so(document, number):
        return False
    pictured = document.readings[number].starts("captions.credits") or _agency_first(document, number)
    return bool(pictured) or any(_no_author(document, name) for name in names)


def _dated(document: Document, number: int) -> bool:
    """Whether a line right beside another dates the article."""
    near = document.blocks[max(0, number - 1) : number + 2]
    return any(other.role in {"published", "modified"} for other in near)


def _called(block: Block) -> bool:
    """Whether an element around a block is called a byline."""
    return any(naming.BYLINE.search(tag.names) for tag in block.within(_NEAR))


def _below_label(document: Document, number: int) -> bool:
    """Whether a line is a name alone, below one that says no more than "Written by"."""
    return _whole_above(document, number, "bylines.openings") and _persons(document, number) > 0


def _below_teaser(document: Document, number: int) -> bool:
    """Whether running text that is no part of the article stands right above."""
    above = number - 1
    return above >= 0 and document.readings[above].prose and not document.blocks[above].judged_body


def _no_author(document: Document, name: str) -> bool:
    """Whether what could be a name is common words, or a word of the title in a script without capitals."""
    title = next(document.find("title"), None)
    told = title is not None and bool(CJK.match(name)) and name in document.text(title)
    return told or of_common_words(document.reader, name, document.small_words)


def _marked(document: Document, block: Block) -> bool:
    reading = document.read(block)
    if reading.prose:
        return False
    if _links_author(document, block):
        return True
    if "@" in reading.text and "bylines.closings" in reading.categories:
        # An address may follow: 김하나 기자 hana@example.org
        reading = document.reader.read(HANDLE.sub("", reading.text).rstrip())
    return bool(reading.starts("bylines.openings") or reading.stops("bylines.closings"))


def _links_author(document: Document, block: Block) -> bool:
    """Whether a link in Markdown leads to the page of an author."""
    return any(_AUTHOR_PAGE.match(document.source, *hole) for hole in block.holes) and not block.paged


def _beside(document: Document, number: int, *, first: bool) -> bool:
    """Whether a date or job title stands right beside a block, or its element is called a byline.

    `first`: nobody signs above it.
    """
    block = document.blocks[number]
    if block.paged and block.markup:
        told = _called(block) or _job_below(document, number)
        told = told or (
            _dated(document, number) and (_marked(document, block) or (first and _alone_in_head(document, number)))
        )
        return told and not block.judged_body and not block.markup.heading
    # Buttons and labels may stand between, or who else signs.
    title = layout.title_index(document)
    named = _persons(document, number) if title is not None and title < number else 0
    top = min(title or 0, number)
    above = document.readings[max(0, top - _ABOVE) : top]
    if not named and any(document.text(block) in reading.text for reading in above):
        # The page's own name, or a section's.
        return False
    alone = _NAME_ALONE.fullmatch(_AGO.sub("", document.text(block)))
    for step in (s for s in range(-_REACH, _REACH + 1) if s):
        if not 0 <= number + step < len(document.blocks):
            continue
        other = document.blocks[number + step]
        if other.role in {"published", "modified"}:
            return True
        if step == -1 and other.role in {"", "removed"} and document.read(other).whole("bylines.openings"):
            return True
        if step < 0 and block.scores and other.role == "title" and alone:
            return True
        if not other.role and step == 1 and document.read(other).whole("bylines.roles"):
            return True
    return number > 0 and block.lines == 0


def _job_below(document: Document, number: int) -> bool:
    """Whether a line is a name alone, and the one below it that person's job."""
    below = document.readings[number + 1 : number + 2]
    job = bool(below) and below[0].whole("bylines.roles") and not below[0].whole("bylines.openings")
    return job and bool(_NAME_ALONE.fullmatch(document.text(document.blocks[number])))


def _alone_in_head(document: Document, number: int) -> bool:
    """Whether a line between the title and the body of an HTML page is nothing but a name, and not the page's own."""
    title = layout.title_index(document)
    text = document.text(document.blocks[number])
    if title is None or title > number or document.metadata.get("authors") or not _NAME_ALONE.fullmatch(text):
        return False
    # What the article tells of is a place or a person in it.
    told = [*document.readings[:title], *(document.readings[n] for n in document.prose)]
    known = document.readings[number].cover or any(text in reading.text for reading in told)
    return not known and not of_common_words(document.reader, text, document.small_words)


def _persons(document: Document, number: int) -> int:
    """How many persons a line names, if nothing else."""
    names = list(at_joiners(document.text(document.blocks[number]), document.reader.lexicon.joiners))
    return len(names) if all(map(_NAME_ALONE.fullmatch, names)) else 0


def _credits_picture(document: Document, number: int) -> bool:
    """Whether a line names who took a picture: "Photo: Ana Silva", "Ana Silva / AP"."""
    reading = document.readings[number]
    if "©" in reading.text or reading.starts("captions.credits"):
        return True
    return bool(_sides(document, reading.text))


def _credits_others(document: Document, number: int) -> bool:
    """Whether a line names who edited or checked what others wrote, or the line above says so.

    A word alone may open anything: "Editors: Ana Silva".
    """
    first = number - _whole_above(document, number, "credits.openings")
    said = document.readings[first : number + 1]
    others = any(reading.starts("credits.openings") > max(1, reading.starts("bylines.openings")) for reading in said)
    # "Reviewed by Ana Silva - Written by Joe Doe"
    return others and not _said_late(document, document.readings[number])


def _agency_first(document: Document, number: int) -> bool:
    """Whether a line names an agency and who took a picture for it: "AP/Ana Silva"."""
    sides = _sides(document, document.readings[number].text)
    return bool(sides) and _is_agency(document, sides[0].rpartition(": ")[2])


def _sides(document: Document, text: str) -> list[str]:
    """What stands around the slashes in a line that names one person so, else nothing.

    Who writes for an agency signs with initials: "as/Reuters".
    """
    sides = [side.strip() for side in text.split("/") if side.strip()]
    persons = [bool(_NAME_ALONE.fullmatch(side)) and not _is_agency(document, side) for side in sides]
    return sides if len(sides) > 1 and persons.count(True) == 1 else []


def _is_agency(document: Document, text: str) -> bool:
    return document.reader.read(text).whole("datelines.agencies", "captions.credits")


def names_in(
    document: Document, number: int, *, head: bool, beside: bool, judged: bool = False, surely: bool = False
) -> tuple[str, ...] | None:
    """The authors a block names: a tuple, empty for a job title alone, or `None`.

    `judged`: it is a byline, and what stands there besides names is no matter; `surely`: so is a single word.
    """
    reading = document.readings[number]
    if len(reading.text) > _LONGEST or reading.prose:
        return None
    follows = _follows_byline(document, number)
    reading, opening = _opened(document, reading, head=head, follows=follows)
    beside = beside or (follows and not opening and reading.text.startswith(("&", "+")))
    short = len(reading.words) <= JOB_WORDS
    below_name = number > 0 and _names_somebody(document, number - 1)
    job_of = below_name and reading.whole("bylines.roles")
    if short and reading.whole("bylines.staff") and (beside or follows) and not job_of:
        signed = reading.after(opening).strip(EDGE)
        # Behind a paper's word for its staff stands the paper: "Redacción EC".
        staff = document.reader.read(signed).whole("bylines.staff", "bylines.roles")
        return (signed if staff else reading.text.strip(EDGE),)
    closing = reading.stops("bylines.closings")
    job = not opening or (number > 0 and _job_below(document, number - 1))
    ranked = below_name and reading.starts("bylines.ranks")
    if ranked or (job and short and reading.whole("bylines.roles") and not SPLIT.search(reading.text)):
        return () if beside or follows else None
    if not (opening or closing or beside or "bylines.roles" in reading.categories):
        return None
    text = reading.text[: reading.spans[-closing][0]] if closing else reading.text
    text = _FOOTNOTE.sub(r"\1", text[reading.spans[opening - 1][1] :] if opening else text)
    whole, text = text, _before_digits(document, text) if judged or opening else _AGO.sub("", text)
    text = HANDLE.sub(" | ", text)
    lone, partial = bool(opening or closing or surely), head and bool(opening or surely)
    names, strangers = signers(document.reader, text, lone=lone, partial=partial)
    if judged and not opening and not names:
        # "24 comments | Ana Silva"
        other = " | ".join(piece for piece in SPLIT.split(whole) if not _DIGIT.search(piece))
        names, strangers = signers(document.reader, other, lone=lone, partial=partial)
    account = account_in(document.reader, whole) if opening and beside else None
    if account and not any(name.startswith(account) for name in names):
        return (account,)
    bare = text.strip(EDGE)
    if opening and not names and not strangers and 0 < len(bare.split()) <= JOB_WORDS:
        # "By Staff Reporter", "By admin"
        return () if document.reader.read(bare).whole("bylines.nobody") else (bare,)
    if not names or (strangers and not opening and not judged):
        return None
    return tuple(names)


def _names_somebody(document: Document, number: int) -> bool:
    """Whether a line is nothing but a person's name, behind a word such as "By" or alone."""
    reading = document.readings[number]
    return bool(_NAME_ALONE.fullmatch(reading.after(reading.starts("bylines.openings"))))


def _before_digits(document: Document, text: str) -> str:
    """What stands before the first digit, and before the date that it is part of."""
    before = _DIGIT.split(text, maxsplit=1)[0]
    dates = find_dates(text, document.reader.lexicon)
    if dates and dates[0].start < len(before):
        before = text[: dates[0].start]
    reading = document.reader.read(before)
    if reading.words and reading.words[-1] in months(document.reader.lexicon):
        start = reading.spans[-1][0]
        # "Ana SilvaMay 12, 2024", but "Theresa May 3 min read"
        before = before[:start] if before[start - 1 : start].isalpha() else before
    return before


def _opened(document: Document, reading: Reading, *, head: bool, follows: bool) -> tuple[Reading, int]:
    """What signs in a line, and how many words of it open a byline."""
    opening = reading.starts("bylines.openings")
    if opening and opening == len(reading.words):
        # "By Staff Writer" may open a byline, or be one.
        opening = min(h.end for h in reading.hits if h.start == 0 and h.category == "bylines.openings")
    if not opening and head and (said := _said_late(document, reading)):
        reading, opening = said, said.starts("bylines.openings")
    if opening and CJK.match(reading.text) and CJK.match(reading.text, reading.spans[opening - 1][1]):
        # In a script without spaces only a mark sets the word off.
        opening = 0
    if not opening and follows:
        opening = reading.starts("bylines.joiners")
    return reading, opening


def _said_late(document: Document, reading: Reading) -> Reading | None:
    """What stands behind a mark, where it opens as a byline does, and no name before it: "Home | By Ana Silva"."""
    if "bylines.openings" not in reading.categories:
        return None
    for mark in _MARK.finditer(reading.text):
        if signers(document.reader, reading.text[: mark.start()], lone=False, partial=False)[0]:
            return None
        behind = document.reader.read(reading.text[mark.end() :])
        if behind.starts("bylines.openings"):
            return behind
    return None


def _follows_byline(document: Document, number: int) -> bool:
    before = document.blocks[number - 1] if number else None
    return before is not None and (before.role == "byline" or _marked(document, before))
