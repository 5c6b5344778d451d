"""What the content model classifies as clutter and no other cleaner named, and what stays in doubt."""

from __future__ import annotations

from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING

from newsclean.cleaners import layout
from newsclean.cleaners.doubts import HARDLY_DOUBTED
from newsclean.cleaners.leftovers import leftovers
from newsclean.document import BODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.document import Block, Document

#: The score from which on running text in the midst of the body is part of it, and any line where there is little else.
_PERHAPS, _PERHAPS_LINE = 0.05, 0.2
#: That of a line above the article where there is little else: most tell what it is called, and by whom and when.
_PERHAPS_ABOVE = 0.3
#: The share of a text, or its characters, that are little around an article.
_LITTLE, _LITTLE_SIZE = 0.1, 100
#: Kinds whose headings stand above others of their kind.
_GOVERNING = frozenset({"related", "comments", "newsletter", "paywall", "advert", "cookie", "legal"})


def remainders(document: Document) -> Document:
    """Remove what the content model classifies as clutter and nothing else has a name for, and what tells nothing.

    What has a word is of the kind of what stands above it, down to the next line of the article, or else of what stands
    below; what has none parts nothing of the body. What stands within the article and has no home stays in doubt, where
    there is little around it.
    """
    document = document.replace(block.signed("remainders") for block in _remainders(document))
    return document.replace(leftovers(document))


def _remainders(document: Document) -> Iterator[Block]:
    in_doubt = {block.start for block in _homeless(document)}
    for removed, group in groupby(document.blocks, lambda block: block.start not in in_doubt and _removable(block)):
        run = list(group) if removed else []
        known = [block.kind for block in run if block.kind in _GOVERNING]
        governing = known[0] if known else "other"
        for block in run:
            if block.kind in _GOVERNING:
                governing = block.kind
            elif (not block.role and _has_word(document, block)) or (block.kind == "other" and layout.set_aside(block)):
                yield block.remove(governing)


def _homeless(document: Document) -> list[Block]:
    """The lines within the article that the model hardly doubts, or doubts in a flat text with little around it.

    Where there is nothing around, as in an article that was cleaned, less is enough. Where there is little, such lines
    above the article are its own, too; below it extractors leave prompts and headings of what follows.
    """
    blocks = document.blocks
    kept = [n for n, block in enumerate(blocks) if not _removable(block)]
    if not kept:
        return []
    inside = [n for n in range(kept[0], kept[-1]) if not blocks[n].role and _removable(blocks[n])]
    # An article that stands there twice has nothing around it for that.
    around = [block for block in blocks if _removable(block) and block.kind != "duplicate"]
    alone, most = len(around) == len(inside), max(_LITTLE * len(document.source), _LITTLE_SIZE)
    little = not document.paged and (alone or sum(block.end - block.start for block in around) <= most)
    body = next((n for n in kept if not blocks[n].role or blocks[n].role in BODY), len(blocks))
    least = {n: (_PERHAPS if alone and n > body else _PERHAPS_LINE) if little else HARDLY_DOUBTED for n in inside}
    if little:
        least |= dict.fromkeys((n for n in range(kept[0]) if not blocks[n].role), _PERHAPS_ABOVE)
    scores = list(_scores(document, max if little else fmean)) if not document.paged else [b.score or 0 for b in blocks]
    return [
        blocks[n]
        for n, bar in least.items()
        if scores[n] >= bar
        and not blocks[n].linked
        and not document.readings[n].clutter
        # Alone above the body a date would be the article's, and one without a year is none: "5 March, 09:12".
        and not (n < body and (document.readings[n].stamps.mostly or blocks[n].judged_date))
    ]


def _scores(document: Document, of_list: Callable[[list[float]], float]) -> Iterator[float]:
    """The score of each line, or one for all items of the list that it stands in: these stay together."""
    for listed, group in groupby(document.blocks, document.item):
        scores = [block.score or 0 for block in group]
        yield from [of_list(scores)] * len(scores) if listed else scores


def _has_word(document: Document, block: Block) -> bool:
    return any(map(str.isalnum, document.text(block)))


def _removable(block: Block) -> bool:
    """Whether a block is removed, or undecided and clutter to the model."""
    return block.role == "removed" or (not block.role and block.scores is not None and not block.judged_body)
