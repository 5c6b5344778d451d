"""What a model makes of a document: how likely each block is to be body, and what goes as it hardly is."""

from __future__ import annotations

import math
from itertools import repeat
from typing import TYPE_CHECKING, Literal, Protocol

from attrs import field, frozen

from newsclean import model
from newsclean.cleaners.answers import answered
from newsclean.cleaners.doubts import decided
from newsclean.document import LIKELY, Scores
from newsclean.model import spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import attrs

    from newsclean.document import Block, Document
    from newsclean.model.net import ContentModel

#: So many of the scores are roles'.
_ROLES = Scores._fields.index("kind")
#: What scores less for every role is none; within so many lines of the body stand tags, sections and credits.
_NEVER, _REACH = 0.01, 12

#: How many times as likely each line is taken to be body, in odds, by what is preferred.
_LEANINGS = {None: 1.0, "precision": math.exp(-1), "recall": math.exp(1)}


class _Load(Protocol):
    def __call__(self, *, paged: bool) -> ContentModel: ...


def scores(document: Document, load: _Load = model.load) -> list[Scores]:
    """How likely each block of a page is to be body, title, byline or date.

    Args:
        document: the page.
        load: gives the model for HTML pages, or for flat text.
    """
    lines, markup = [reading.text for reading in document.readings], [block.markup for block in document.blocks]
    laid = spacing.facts(document.source, document.spans)
    found, *told = load(paged=document.paged).judge(lines, markup, laid)
    # An HTML page states the roles itself.
    others = [repeat(0.0)] * (_ROLES - found.shape[1])
    return list(map(Scores._make, zip(*found.T.tolist(), *others, *told, strict=False)))


def _known(_: object, __: attrs.Attribute[str | None], value: str | None) -> None:
    if value not in _LEANINGS:
        msg = f"prefer: expected precision, recall or None, not {value!r}"
        raise ValueError(msg)


@frozen
class Content:
    """Scores the blocks of a document with the learned content model, which tells the cleaners where the body is.

    A page, an extractor's output and a clean article are the same to it, with more or less around the body.

    Args:
        judge: what scores a document's blocks; the shipped model.
        prefer: `precision` takes each line for less likely body than the model does, `recall` for more likely.
    """

    judge: Callable[[Document], Sequence[Scores]] = scores
    prefer: Literal["precision", "recall"] | None = field(default=None, validator=_known)
    name: str = "content"

    @property
    def setting(self) -> str:
        """What is preferred."""
        return self.prefer or ""

    def __call__(self, document: Document) -> Document:
        """Score the blocks."""
        found = list(self.judge(document))
        if self.prefer:
            found = [one._replace(body=_weighed(one.body, _LEANINGS[self.prefer])) for one in found]
        found = answered(document, decided(document, found))
        aside = _far_around(document, found)
        both = enumerate(zip(document.blocks, found, strict=True))
        return document.with_scores(
            [block.set_aside(one, self.name) if n in aside else block.scored(one) for n, (block, one) in both]
        )


def _weighed(score: float, times: float) -> float:
    """A probability whose odds are so many times as high."""
    return score * times / (1 - score + score * times)


def _far_around(document: Document, found: Sequence[Scores]) -> set[int]:
    """The lines that are surely none of the article's, and far from its body.

    Two lines in three of a page are: what they say need not be read.
    """
    body = (n for n, one in enumerate(found) if one.body >= LIKELY)
    near = {m for n in body for m in range(n - _REACH, n + _REACH + 1)}
    around = [n for n in range(len(found)) if n not in near] if near else []
    never = (n for n in around if _most(found[n]) < _NEVER)
    return {n for n in never if not (document.blocks[n].role or _tells(document.blocks[n], found[n]))}


def _most(scores: Scores) -> float:
    """The score of the likeliest role."""
    return max(scores.body, scores.title, scores.byline, scores.date, scores.deck, scores.caption, scores.tags)


def _tells(block: Block, scores: Scores) -> bool:
    """Whether a block of an HTML page, of which the model only scores the body, may be its title or label metadata."""
    return block.paged and (scores.labelled or (block.markup is not None and block.markup.heading > 0))
