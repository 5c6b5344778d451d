"""Quotations that an HTML page sets apart, and posts that it embeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.cleaners import layout
from newsclean.lexicon.characters import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: How many elements around a block may be the quotation's.
_NEAR = 4
#: What is links, tags and accounts shows a picture, or leads elsewhere; a post has one or the other in its text.
_LINKED, _LINKED_POST, _FEWEST_WORDS = 0.1, 0.4, 4
#: The share of a pull quote that another paragraph has; the score from which on a model doubts.
_REPEATED, _DOUBTED = 0.4, 0.02
#: What quotes as much is no article with quotations.
_MOSTLY = 0.5
#: Sundholm Harbour (@sundholm), behind a dash
_ACCOUNT = re.compile(rf"[{DASHES}]\s?[^@]{{1,80}}\(@\w{{1,40}}(?:@[\w.]{{1,40}})?\)")
#: An address behind a post's text, of its pictures or of what it links to.
_ADDRESS = re.compile(r"(?:https?://|pic\.(?:twitter|x)\.com/)[!-~]{1,100}\Z")
_LONGEST_ADDRESS = 130


def quotes(document: Document) -> Document:
    """Label the running text of `blockquote` elements among the article's paragraphs as quotations: a part of the body.

    The line of a post that names its account is removed, and so are addresses behind its text, which need not end as
    a sentence does. Hands off: posts that are links and names; pull quotes, whose
    words mostly stand in another paragraph; what a model is sure to be clutter, but for posts; pages that set all of
    their text so. Of flat text, only the lines go that name an account and a day.
    """
    return document.replace(_quotes(document) if document.paged else _signatures(document))


def _signatures(document: Document) -> Iterator[Block]:
    """The lines that are nothing but the account that a post is of, and its day."""
    for block in document.undecided:
        account = _ACCOUNT.match(document.text(block))
        if account and document.reader.read(document.text(block)[account.end() :].strip()).stamps.mostly:
            yield block.remove("label")


def _quotes(document: Document) -> Iterator[Block]:
    quoted = {n: tag for n, block in enumerate(document.blocks) if not block.role and (tag := _quotation(block))}
    if not quoted:
        return
    text = {n: document.readings[n].text for n in document.prose}
    if sum(len(text.get(n, "")) for n in quoted) > _MOSTLY * sum(map(len, text.values())):
        return
    around = layout.around_text(document, (n for n in text if n not in quoted))
    told = {run for n in text if n not in quoted for run in _runs(document.readings[n].words)}
    for n, tag in quoted.items():
        block, reading = document.blocks[n], document.readings[n]
        if tag.parent is None or not any(out.number in around for out in tag.parent.path[: _NEAR - 1]):
            continue
        if _ACCOUNT.match(reading.text):
            yield block.remove("label")
            continue
        size = _without_addresses(reading.text) if _is_post(tag) else len(reading.text)
        if _is_text(document, n, tag, size) and _is_body(block, tag) and not _repeats(reading.words, told):
            yield document.part(block, 0, size).label("quote")
            if size < len(reading.text):
                yield document.part(block, size).remove("label")


def _without_addresses(text: str) -> int:
    """How many characters a post has in front of the addresses behind it."""
    size = len(text)
    while found := _ADDRESS.search(text, max(0, size - _LONGEST_ADDRESS), size):
        size = found.start()
        while size and text[size - 1].isspace():
            size -= 1
    return size


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)


def _repeats(words: Sequence[str], told: set[tuple[str, ...]]) -> bool:
    """Whether another paragraph has most of the words, in their order: a pull quote may leave some out."""
    runs = list(_runs(words))
    return sum(run in told for run in runs) > _REPEATED * len(runs)


def _is_post(tag: Tag) -> bool:
    return bool(naming.POST.search(tag.names))


def _is_body(block: Block, tag: Tag) -> bool:
    """Whether a model at least doubts that a quotation is none of the article's; of posts it knows too little."""
    return _is_post(tag) or (block.score or 0) >= _DOUBTED


def _quotation(block: Block) -> Tag | None:
    return next((tag for tag in block.within(_NEAR) if tag.name == "blockquote"), None)


def _is_text(document: Document, number: int, tag: Tag, size: int) -> bool:
    """Whether a block, but for addresses behind its first `size` characters, is running text, and not a heading, a
    list of names or links.
    """
    markup, reading = document.blocks[number].markup, document.readings[number]
    if markup is None or markup.heading or markup.hidden:
        return False
    post, whole = _is_post(tag), len(reading.text)
    links = markup.link * whole - (whole - size)
    return (
        links < (_LINKED_POST if post else _LINKED) * size
        and (reading.prose or reading.ends_sentence or (post and not reading.clutter))
        and sum(end <= size for _, end in reading.spans) >= _FEWEST_WORDS
    )
