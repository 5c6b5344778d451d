"""What belongs to clutter by its place: boxes, lists and tails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners import layout
from newsclean.document import LIKELY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: Kinds whose headings govern what follows them.
_GOVERNING = frozenset({"related", "comments", "newsletter", "paywall", "advert", "cookie", "legal"})
#: Kinds that come in boxes with a beginning and an end.
_BOXED = frozenset({"related", "comments", "newsletter", "paywall", "cookie", "legal"})
#: Kinds that stand between paragraphs again and again, such as consent to embedded posts, with the article between.
_STREWN = frozenset({"cookie", "related"})
_BOX = 4
_SENTENCE = 360
_LIST = 8
_DISCUSSION = 60
_SENTENCE_WORDS = 5
_FULL_STOPS = frozenset(".。।۔")
_UNFINISHED = 70
_SHARED = 0.2
#: Kinds that interrupt an article and let it go on.
_PASSING = frozenset({"advert", "share", "placeholder", "icon", "duplicate"})


def boxes(document: Document) -> Document:
    """Remove what stands in a box of clutter without saying so itself.

    Between two blocks of one kind, a few short blocks are of that kind too;
    headlines below "Read also" are related links. Below the body everything
    goes with the clutter above it. Hands off: running text, and sentences and
    items of lists that the content model hints at.
    """
    for find in (_between, _lists, _comments, _tail, _head):
        # What a model holds for body goes only by its own words, never by its place.
        document = document.replace(block for block in find(document) if not _held(document, block))
    return document


def _held(document: Document, block: Block) -> bool:
    """Whether a model holds a block for body, or gives a hint that it is, and it is no headline by itself."""
    likely = block.hint is not None and block.hint >= LIKELY
    return block.judged_body or (likely and _goes_on(document.read(block)))


def _between(document: Document) -> Iterator[Block]:
    blocks = document.blocks
    whole = sum(document.readings[n].size for n in document.prose)
    last: int | None = None
    for n, block in enumerate(blocks):
        if not block.role:
            continue
        if block.role != "removed":
            last = None
            continue
        if block.kind not in _BOXED:
            continue
        if last is not None and blocks[last].kind == block.kind and n - last - 1 <= _BOX:
            inside = [b for b in blocks[last + 1 : n] if not b.role]
            prose = sum(document.read(b).size for b in inside if document.read(b).prose)
            told = block.kind in _STREWN and any(_states(document.read(b)) for b in inside)
            if not told and prose <= min(_SENTENCE, whole / 4):
                yield from (b.remove(block.kind) for b in inside)
        last = n


def _states(reading: Reading) -> bool:
    """Whether a line is a sentence, if a short one."""
    return reading.ends_sentence and len(reading.words) > _SENTENCE_WORDS


def _lists(document: Document) -> Iterator[Block]:
    """Headlines below a heading such as "Read also"."""
    blocks = document.blocks
    end = layout.body_end(document)
    for n, block in enumerate(blocks[:end]):
        if block.role != "removed" or block.kind != "related" or not document.read(block).cover:
            continue
        run = []
        for other in blocks[n + 1 : n + 1 + _LIST]:
            if (
                other.role
                or not document.read(other).headline
                or (document.read(other).ends_sentence and document.text(other)[-1] == ".")
            ):
                break
            run.append(other)
        # The last headline above running text may be the article's own sub-heading.
        after = n + 1 + len(run)
        if (
            len(run) > 1
            and after < len(blocks)
            and not blocks[after].role
            and run[-1].lines > 1
            and run[-1].lines > run[-2].lines
        ):
            run.pop()
        yield from (other.remove("related") for other in run)


def _comments(document: Document) -> Iterator[Block]:
    """Readers' comments, which read like prose, below a heading that says so."""
    blocks = document.blocks
    start = layout.body_start(document)
    read = sum(document.read(b).size for b in blocks if not b.role and document.read(b).prose)
    before = 0
    for n, block in enumerate(blocks):
        if not block.role:
            before += document.read(block).size if document.read(block).prose else 0
            continue
        if (
            block.role == "removed" and block.kind == "comments" and n > start and document.read(block).cover
            and before >= read / 3 and _discussed(document, n)
        ):  # fmt: skip
            kind = "comments"
            for other in blocks[n + 1 :]:
                if other.role == "removed" and other.kind in _GOVERNING:
                    kind = other.kind
                elif not other.role:
                    yield other.remove(kind)
            return


def _discussed(document: Document, number: int) -> bool:
    """Whether what follows a comments heading looks like a discussion."""
    following = document.blocks[number + 1 : number + 1 + _DISCUSSION]
    undecided = [b for b in following if not b.role]
    if not undecided:
        return False
    replies = sum(1 for b in following if b.role == "removed" and b.kind == "comments")
    short = sum(1 for b in undecided if not document.read(b).prose)
    return replies > 0 or short * 2 >= len(undecided)


def _tail(document: Document) -> Iterator[Block]:
    """Everything below the body goes with the clutter around it."""
    blocks = document.blocks
    end = _closing_sentences(document, layout.body_end(document))
    if not end:
        return
    tail = blocks[end:]
    telling = [
        n for n, b in enumerate(tail) if b.role == "removed" and b.kind not in {"duplicate", "placeholder", "icon"}
    ]
    if telling and end and _cut_off(document, blocks, end):
        end += 1
        tail = blocks[end:]
        telling = [n - 1 for n in telling if n]
    if not telling:
        yield from _headlines(document, tail)
        return
    kind: str | None = None
    first_clutter = telling[0]
    for n, block in enumerate(tail):
        if block.role == "removed":
            kind = block.kind if block.kind in _GOVERNING else kind
        elif not block.role:
            reading = document.read(block)
            # A sub-heading stays with the sentence below it.
            below = document.read(tail[n + 1]) if n + 1 < first_clutter else reading
            if n < first_clutter and (_goes_on(reading) or _goes_on(below)):
                continue
            yield block.remove(kind or ("related" if reading.headline else "other"))


def _goes_on(reading: Reading) -> bool:
    """Whether a line may belong to the body: a sentence, an item of a list, no headline at any rate."""
    return reading.ends_sentence or reading.text[:1] in "•-*–—·" or not reading.headline


def _headlines(document: Document, tail: tuple[Block, ...]) -> Iterator[Block]:
    """Two headlines or more below the body of a page that has clutter elsewhere."""
    run = [b for b in tail if not b.role]
    if not document.cluttered or len(run) <= 1:
        return
    readings = [document.read(b) for b in run]
    if all(r.headline and not r.ends_sentence and r.text[:1] not in "•-*–—·" for r in readings[1:]):
        yield from (b.remove("related") for b in run)


def _cut_off(document: Document, blocks: tuple[Block, ...], end: int) -> bool:
    """Whether the block below the body is its last paragraph, which a paywall cut off."""
    if end + 1 >= len(blocks) or blocks[end].role or blocks[end + 1].kind != "paywall":
        return False
    reading = document.read(blocks[end])
    return reading.size >= _UNFINISHED and not reading.ends_sentence


def _closing_sentences(document: Document, end: int) -> int:
    """The index after the short sentences that close the body behind a box."""
    body: set[str] = set()
    for n in range(end, len(document.blocks)):
        block = document.blocks[n]
        reading = document.read(block)
        if block.role in {"caption", "caption_credit"} or (
            block.role == "removed" and (block.kind in _PASSING or (block.kind == "related" and not reading.cover))
        ):
            continue
        if block.role or not reading.ends_sentence or reading.clutter:
            break
        if not body:
            body = {stem for b in document.blocks[:end] if not b.role for stem in document.read(b).stems}
        # Headlines have no full stop; a cry or question must share the body's words.
        stated = reading.text[-1] in _FULL_STOPS and len(reading.words) > _SENTENCE_WORDS
        shared = len(reading.stems & body)
        if len(reading.words) < _SENTENCE_WORDS or not (stated or shared >= _SHARED * len(reading.stems)):
            break
        end = n + 1
    return end


def _head(document: Document) -> Iterator[Block]:
    """What stands above the title, and is nothing that was found there, is the site's."""
    title = layout.title_index(document)
    if title is None:
        return
    for n, block in enumerate(document.blocks[:title]):
        if not block.role:
            nearby = [b.kind for b in document.blocks[max(0, n - 1) : n + 2] if b.role == "removed"]
            yield block.remove("navigation" if "navigation" in nearby else "other")
