"""What the content models are told of each line of a page: columns of numbers, and words that they have weights for.

Nothing here knows HTML or a language; word lists come in through `Lexicon`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.model import packing
from newsclean.model.characters import CHARACTERS, character_tables
from newsclean.model.phrases import KINDS, Lexicon
from newsclean.model.position import PLACE, place
from newsclean.model.surface import SURFACE, surface
from newsclean.model.tokens import NUMBER, WORD_BITS, Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.markup import Markup
    from newsclean.model.tokens import F32

VERSION = 2

CUES = ("cue_link", "cue_heading", "cue_item", "cue_image", "cue_page")
CUE_COUNT = 4


def pieces(languages: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What is compiled when newsclean is built, by name.

    Args:
        languages: the languages' files.
    """
    classes, fold, kind = character_tables()
    return {
        packing.name("phrases"): Lexicon(languages).packed(),
        packing.name(CHARACTERS): packing.packed((classes, fold.astype(np.uint16), kind)),
    }


def sketch(w: Words, dim: int = 128) -> F32:
    """A short random vector for the content words of each line: products of two tell how much they share."""
    n = len(w.sizes)
    if not len(w.hash):
        return np.zeros((n, dim), np.float32)
    having = np.bincount(w.bucket, minlength=1 << WORD_BITS)
    out = np.empty((n, dim), np.float32)
    for lines, _, part in w.parts():
        idf = np.log(len(w.hash) / np.maximum(having[part.bucket], 1)) + 0.5
        idf *= np.where(part.hash == NUMBER, 0.2, 1.0) * (part.end - part.start > 2 - part.caseless * 2)
        sign = np.where(part.hash & np.uint64(1), idf, -idf)
        at = part.line * dim + (part.hash >> np.uint64(8)).view(np.int64) % dim
        v = np.bincount(at, sign, minlength=len(part.sizes) * dim).reshape(-1, dim)
        out[lines] = v / np.maximum(np.sqrt((v * v).sum(1, keepdims=True)), 1e-6)
    return out


def cue_columns(markup: Sequence[Markup | None] | None, n: int) -> F32:
    """What Markdown says of each line; zeros where the text is plain."""
    out = np.zeros((n, len(CUES)), np.float32)
    if markup is not None and any(markup):
        out[:, :CUE_COUNT] = [(m.link, m.heading, m.item, m.image) if m else (0, 0, 0, 0) for m in markup]
        out[:, 1] = (out[:, 1] > 0) * (1.2 - 0.2 * out[:, 1])
        out[:, 4] = float((out[:, 0] > 0).mean() > 0.02)
    return out


def compute(lines: Sequence[str], lexicon: Lexicon, markup: Sequence[Markup | None] | None = None) -> tuple[Words, F32]:
    """All features but the hashed score: surface, place, cues, lexicon."""
    w = words(lines)
    s = surface(w)
    return w, np.concatenate([s, place(w, s), cue_columns(markup, len(lines)), lexicon.match(w)], 1)


NAMES = SURFACE + PLACE + CUES + Lexicon.columns

#: Phrases that cover so much of a line say what kind of clutter it is, and so do sections' names.
_FILLED, _OTHER = 0.6, "other"
_WHOLE = [NAMES.index(f"whole.{kind}") for kind in KINDS]
_OPEN = [NAMES.index(f"open.{kind}") for kind in KINDS]
_SECTION, _NAVIGATION = NAMES.index("x.section"), KINDS.index("navigation")
#: What labels who wrote, when, and what about.
_LABELS = [NAMES.index(f"x.{kind}") for kind in ("byline", "tag", "published")]


def kinds(table: F32) -> list[str]:
    """The kind of clutter that each line says it is: its phrases of the kind fill it, or it opens with one; or `other`.

    Args:
        table: what `compute` found in the lines.
    """
    said = np.where(table[:, _WHOLE] >= _FILLED, table[:, _WHOLE] + 1, table[:, _OPEN])
    said[:, _NAVIGATION] = np.maximum(said[:, _NAVIGATION], np.where(table[:, _SECTION] >= _FILLED, 1, 0))
    most = said.argmax(1)
    clear = said[np.arange(len(said)), most] > 0
    return [KINDS[kind] if told else _OTHER for kind, told in zip(most.tolist(), clear.tolist(), strict=True)]


def labelled(table: F32) -> list[bool]:
    """Whether each line has a word that labels metadata in it, such as "By" or "Topics".

    Args:
        table: what `compute` found in the lines.
    """
    return list(map(bool, table[:, _LABELS].max(1) > 0))
