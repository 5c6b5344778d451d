"""What publishers set below an article: a line on its author, whom to ask, and what a company is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaners.feeds import feeds
from newsclean.cleaners.headlines import headlines
from newsclean.lexicon.case import cased, small
from newsclean.lexicon.characters import COLONS, COMMAS, QUESTION_MARKS
from newsclean.lexicon.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.document import Block, Document

#: A line on somebody is no longer; a name of one word may be any word.
_LONGEST, _FEWEST_WORDS = 400, 2
#: How many sentences say what somebody does, and then how to reach them.
_SENTENCES = 3
#: Between two sentences; "tel. 555" is one.
_STOP = re.compile(r"(?<=[.!?]) (?!\(?\+?\d)")
#: A name on a network.
_ACCOUNT = re.compile(r"(?<!\w)@\w{2}")
#: "the author", "unsere Autorin".
_LABEL_WORDS, _SIGNERS = 3, ("bylines.roles", "bylines.openings", "bylines.nobody")
#: A heading over a company is no longer, nor is a line of an address, or a sentence that asks for support.
_LONGEST_HEADING = 80
#: What says when or where a company was founded is no longer.
_LONGEST_CLAUSE, _COMMA = 60, re.compile(f"[{COMMAS}]")
_YEAR, _ENDED = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)"), re.compile(r"[^\W\d][.!?] ")
#: An address: of mail, and any: of mail, of a page, of a site.
_MAIL = re.compile(r"[^\s@]{1,80}@[^\s@]{1,200}\.\w+")
_ADDRESS = re.compile(_MAIL.pattern + r"|https?://\S|(?<![\w@])(?:[\w-]{1,60}\.){1,4}[a-z]{2,10}(?![\w.])")


def closings(document: Document) -> Document:
    """Remove what closes a text and is none of it, and headlines of other articles.

    A last paragraph that begins with the name of the article's author, who is named nowhere else in it, or says that it
    is about the author; one on somebody else of whom the article does not speak, and how to reach them; one that says
    whom to ask, with an address, or is one; one that asks to support the paper, or says how it works and where that is
    told; the paragraphs below "About …" that begin with what is named there, or one that does so itself and ends in an
    address; what a newsletter says of itself, with the sender's address; and what a feed says of where an article
    appeared. Hands off: all others, also of these below which the article goes on, and on its author what the model is
    sure of in flat text.
    """
    for find in (headlines, _mail_foot, feeds, _closings):
        document = document.replace(find(document))
    return document


def _mail_foot(document: Document) -> Iterator[Block]:
    """The last lines of a newsletter, from one on why it came: on how to leave it, and where its sender is."""
    prose, readings, blocks = document.prose, document.readings, document.blocks
    below = range(prose[1] + 1 if len(prose) > 1 else len(readings), len(readings))
    # What is surely none of the article's, as most of a page, is not read.
    asked = (n for n in below if not blocks[n].role or blocks[n].kind == "newsletter")
    first = next((n for n in asked if readings[n].starts("ends.mails") and not readings[n].quotes), below.stop)
    rest = [n for n in range(first, below.stop) if not blocks[n].role]
    other = [n for n in rest if not readings[n].starts("ends.mails") and readings[n].clutter != "newsletter"]
    told = len(rest) - len(other) + sum(block.kind == "newsletter" for block in blocks[first:])
    if told > 1 and not any(readings[n].ends_sentence or readings[n].size > _LONGEST_HEADING for n in other):
        yield from (blocks[n].remove("newsletter") for n in rest)


def _closings(document: Document) -> Iterator[Block]:
    prose = document.prose
    for block in document.blocks[prose[-1] + 1 :] if prose else ():
        if not block.role and _MAIL.fullmatch(document.text(block)):
            yield block.remove("other")
    if len(prose) <= _FEWEST_WORDS:
        return
    authors = [fold(name) for name in _authors(document) if len(name.split()) >= _FEWEST_WORDS]
    for at in range(len(prose) - 1, 1, -1):
        block = document.blocks[prose[at]]
        heading = _company(document, prose[at])
        if heading is not None:
            yield heading.remove("other")
            yield block.remove("other")
            yield from _speakers(document, prose[at] + 1) if block is document.blocks[prose[-1]] else ()
        elif (
            _asks_whom(document, block)
            or _says_on_whom(document, block)
            or _says_on_company(document, block)
            or _is_on(document, block, authors, prose[:at])
            or _reaches(document, block, prose[:at])
            or _asks_support(document, block)
            or _tells_policy(document, block)
        ):
            yield block.remove("other")
        else:
            break


def _authors(document: Document) -> Iterator[str]:
    """Who wrote, as the text or the page says."""
    for block in document.find("byline"):
        yield from block.value or ()
    stated: Sequence[Mapping[str, object]] = (document.metadata, document.fallbacks)
    for known in stated:
        names = known.get("authors")
        yield from map(str, names) if isinstance(names, list | tuple) else ()


def _is_on(document: Document, block: Block, authors: Sequence[str], above: Sequence[int]) -> bool:
    """Whether a paragraph is on one of the authors, of whom those above it do not speak."""
    text = document.text(block)
    if len(text) > _LONGEST or (block.surely_body and not block.paged):
        return False
    line = fold(text)
    name = next((name for name in authors if line.startswith(name) and not line[len(name) :][:1].isalnum()), "")
    return bool(name) and _unknown(document, name, above)


def _unknown(document: Document, name: str, above: Sequence[int]) -> bool:
    """Whether some paragraphs do not speak of somebody."""
    return not any(name.rsplit(maxsplit=1)[-1] in fold(document.text(document.blocks[n])) for n in above)


def _reaches(document: Document, block: Block, above: Sequence[int]) -> bool:
    """Whether a paragraph is on somebody new, and its last sentence says how to reach them: "Follow her: @silva"."""
    person, *more = _STOP.split(document.text(block))
    reach = more[-1] if 0 < len(more) <= _SENTENCES else ""
    if not reach or not document.reader.read(reach).starts("ends.contacts"):
        return False
    name = person.split()[:_FEWEST_WORDS]
    named = all(word[:1].isupper() for word in name) and (_ADDRESS.search(reach) or _ACCOUNT.search(reach))
    return bool(named) and _unknown(document, fold(" ".join(name)), above)


def _asks_whom(document: Document, block: Block) -> bool:
    """Whether a paragraph says whom to ask, and where: "For more information, visit …", "A mistake? Write to …"."""
    *asked, told = _STOP.split(document.text(block))
    asks = len(asked) <= 1 and all(question[-1:] in QUESTION_MARKS for question in asked)
    return asks and bool(document.reader.read(told).starts("ends.contacts")) and bool(_ADDRESS.search(told))


def _asks_support(document: Document, block: Block) -> bool:
    """Whether a paragraph ends by asking to support the paper, and quotes nobody."""
    sentences, quotes = _STOP.split(document.text(block)), document.read(block).quotes
    asks = document.reader.read(sentences[-1])
    told = asks.starts("ends.support") > 0 and asks.size <= _LONGEST_HEADING
    return told and not quotes and len(sentences) < _SENTENCES


def _tells_policy(document: Document, block: Block) -> bool:
    """Whether a paragraph says how the paper works, quotes nobody, and ends by leading to more: "Read more here."."""
    reading, last = document.read(block), document.reader.read(_STOP.split(document.text(block))[-1])
    leads = last.starts("related.openings") or last.starts("related.whole")
    return bool(leads) and reading.starts("ends.policies") > 0 and last.text != reading.text and not reading.quotes


def _says_on_whom(document: Document, block: Block) -> bool:
    """Whether a paragraph opens with a label that says that it is about the author: "About the author: …"."""
    reading = document.read(block)
    opening = reading.starts("ends.about")
    label, colon, _ = reading.after(opening).partition(":") if opening else ("", "", "")
    named = document.reader.read(label.strip()) if colon else None
    return named is not None and len(named.words) <= _LABEL_WORDS and any(map(named.stops, _SIGNERS))


def _says_on_company(document: Document, block: Block) -> bool:
    """Whether a paragraph says what a company is, and last where more is told: "About the Mill: … Contact: a@b.org".

    "About the reform: …" heads a paragraph of the article, which ends in no address.
    """
    text, (*told, last) = document.text(block), _STOP.split(document.text(block))
    label, colon, _ = text.partition(":")
    # Behind the first word, which any sentence has a capital in.
    named = colon and len(label) <= _LONGEST_HEADING and any(map(str.isupper, label[1:]))
    opens = named and told and document.read(block).starts("ends.about")
    return bool(opens and document.reader.read(last).starts("ends.contacts") and _ADDRESS.search(last))


def _company(document: Document, number: int) -> Block | None:
    """The heading "About …" right above a paragraph that begins with the name that stands there."""
    above = document.blocks[number - 1]
    reading = document.read(above)
    if above.role or reading.size > _LONGEST_HEADING:
        return None
    opening, ending = reading.starts("ends.about"), reading.stops("ends.about")
    name = reading.after(opening) if opening else reading.text[: reading.spans[-ending][0]] if ending else ""
    name = name.strip(f" {COLONS}")
    # "Om vargen" heads a part of an article.
    if not name or small(name[0]):
        return None
    addressed = any(_ADDRESS.search(document.text(block)) for block in document.blocks[number:])
    # So may "価格について", in scripts whose names have no capital: there an address has to follow.
    told = _opens_on(document, number, name) and (addressed or cased(name))
    asked = addressed or _ADDRESS.search(document.text(document.blocks[number - 2]))
    return above if told or (asked and _tells_company(document, number, name)) else None


def _tells_company(document: Document, number: int, name: str) -> bool:
    """Whether a paragraph has a name behind a year, or one word: "Założona w 1994 roku Kos i Syn …", "Firma Kos …"."""
    before, named, _ = document.text(document.blocks[number]).partition(name)
    if not named or len(before) > _LONGEST_CLAUSE or _ENDED.search(before) or len(name.split()) < _FEWEST_WORDS:
        return False
    return bool(_YEAR.search(before)) or len(before.split()) == 1


def _opens_on(document: Document, number: int, name: str) -> bool:
    """Whether a paragraph begins with a name, or has one of several words behind its first clause or a small word.

    "Founded in 1954, the Wexley Post is …"; "The book, says Ana Silva, …" is on something else.
    """
    text, lexicon = document.text(document.blocks[number]), document.reader.lexicon
    if fold(text).startswith(fold(name)):
        return True
    before, named, behind = text.partition(name)
    sentence = len(_STOP.split(before)) > 1 or behind.lstrip()[:1] in COMMAS
    if not named or len(before) > _LONGEST_CLAUSE or sentence or len(name.split()) < _FEWEST_WORDS:
        return False
    small = words(_COMMA.split(before)[-1])
    return len(small) <= 1 and all(word in lexicon.function_words and f" {word} " not in lexicon.said for word in small)


def _speakers(document: Document, start: int) -> Iterator[Block]:
    """The lines from one on that are no sentences, where an address is among them: who speaks for a company."""
    below = document.blocks[start:]
    if any(_MAIL.search(document.text(block)) for block in below):
        readings = ((block, document.read(block)) for block in below if not block.role)
        yield from (
            block.remove("other")
            for block, reading in readings
            if not (reading.ends_sentence or reading.size > _LONGEST_HEADING or _MAIL.fullmatch(reading.text))
        )
