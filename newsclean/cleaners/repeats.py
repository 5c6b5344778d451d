"""Lines that the page prints more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners.pull_quotes import pull_quotes
from newsclean.document import BODY
from newsclean.language.credit_checks import SHORTEST_CAPTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.document import Block, Document

_SHORTEST = 60
#: As many characters of long lines in a row are a copy; and so many lines, if all of the text above is.
_COPIED, _FEWEST = 160, 3
#: What stands among paragraphs, and with them twice.
_AMONG = BODY | {"caption", "caption_credit"}


def repeats(document: Document) -> Document:
    """Remove what repeats the title, the deck, a caption or a paragraph word for word.

    What stands right above and below such a paragraph in both places goes with it: some pages have their article once
    for each width of the screen. Hands off: other short lines, which may repeat for a reason (refrains, names of
    speakers), headings that a model holds for body in either place, and a pull quote's wording inside a longer
    paragraph, unless a line below tells who says it.
    """
    # Where everything is labelled the text was cleaned before.
    for find in (_repeats, pull_quotes) if any(document.undecided) else ():
        document = document.replace(find(document))
    return document


def _repeats(document: Document) -> Iterator[Block]:
    blocks = document.blocks
    heads = {document.text(b).casefold() for b in blocks if b.role in {"title", "deck"}}
    # A name below a picture may be a tag as well.
    captions = (document.read(block) for block in document.find("caption"))
    heads.update(reading.text.casefold() for reading in captions if reading.size >= SHORTEST_CAPTION)
    # Only the first place has lost it.
    dateline = next((document.text(block).casefold() for block in document.find("dateline")), "")
    lines: list[int] = []
    texts: list[str] = []
    for n, (block, reading) in enumerate(zip(blocks, document.readings, strict=True)):
        text = reading.text.casefold()
        if not block.role and text in heads:
            yield block.remove("duplicate")
        elif not block.role or block.role in _AMONG:
            lines.append(n)
            texts.append(text.removeprefix(dateline).lstrip() if dateline else text)
    gone: set[int] = set()
    for above, below in _copied(document, lines, texts):
        # A teaser above the article may be its first paragraph.
        teased = gone.isdisjoint(above) and not any(blocks[n].role or blocks[n].judged_body for n in above)
        gone.update(above if teased and any(blocks[n].judged_body for n in below) else below)
    yield from (blocks[n].remove("duplicate") for n in gone)


def _copied(
    document: Document, lines: Sequence[int], texts: Sequence[str]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Stretches of blocks that stand there before, with those that repeat them."""
    blocks = document.blocks
    start = next((k for k, n in enumerate(lines) if blocks[n].judged_body), len(lines))
    seen: dict[str, int] = {}
    done = 0
    for k, text in enumerate(texts):
        if k != start and not _is_long(document, lines[k]) and text not in seen:
            continue
        shift = k - seen.setdefault(text, k)
        if k < done or not shift:
            continue
        first, last = k, k + 1
        while first > max(done, shift) and texts[first - 1] == texts[first - 1 - shift]:
            first -= 1
        while last < len(texts) and texts[last] == texts[last - shift]:
            last += 1
        done = last
        below = blocks[lines[last]] if last < len(lines) else None
        if below and (below.role or below.judged_body):
            # Short last lines may head what follows.
            while last > k + 1 and not (
                document.readings[lines[last - 1]].ends_sentence or _is_long(document, lines[last - 1])
            ):
                last -= 1
        if (first - shift == start and last - first >= max(shift, _FEWEST)) or _is_copy(document, lines[first:last]):
            yield lines[first - shift : last - shift], lines[first:last]
            continue
        for m in range(first, last):
            if _is_long(document, lines[m]) and not blocks[lines[m]].judged_body:
                yield [lines[m - shift]], [lines[m]]


def _is_long(document: Document, number: int) -> bool:
    reading = document.readings[number]
    return not document.blocks[number].role and (reading.prose or reading.size >= _SHORTEST)


def _is_copy(document: Document, run: Sequence[int]) -> bool:
    """Whether lines that stand above in the same order are there once too often: running text, or as long as that.

    A list may be repeated for a reason.
    """
    long = [n for n in run if _is_long(document, n)]
    body = (n for n in long if document.blocks[n].judged_body and not document.item(document.blocks[n]))
    return any(document.readings[n].prose for n in long) or sum(document.readings[n].size for n in body) >= _COPIED
