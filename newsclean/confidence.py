"""How sure newsclean is of the body that it found."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from newsclean.document import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.document import Document

TABLE = Path(__file__).parent / "model" / "confidence.json"
#: Golden bodies hold these.
_KEPT = BODY | {"", "deck", "dateline"}


def confidence(document: Document) -> float | None:
    """The F1, 0 to 1, that a labelled document's body is expected to reach against one that a person would mark.

    `None` where no content model judged the document. What the scores promise is read off a table of what they came to
    on labelled pages of publishers that the models had not seen (`benchmarks/confidence.py`).
    """
    promised = promise(document)
    if promised is None:
        return None
    promises, reached = _table()["page" if document.paged else "flat"]
    return round(float(np.interp(promised, promises, reached)), 2)


def promise(document: Document) -> float | None:
    """The F1 that the body has if each block's score is the probability that its words are the article's.

    That is the ratio of what is expected: twice the words that are kept and right, over those kept and those that are
    right (Ye, Chai, Lee and Chieu: Optimizing F-Measures, 2012, on why that is close to the expectation of the ratio).
    `None` where no model judged the document; 0 where nothing is kept.
    """
    scored = [(block, block.score) for block in document.blocks if block.score is not None]
    if not scored:
        return None
    right = kept = both = 0.0
    for block, score in scored:
        size = block.end - block.start
        probable = size * score
        right += probable
        if block.role in _KEPT:
            kept += size
            both += probable
    return 2 * both / (kept + right) if kept else 0.0


@cache
def _table() -> dict[str, tuple[Sequence[float], Sequence[float]]]:
    """By sort of document, promises in rising order and what was reached where they were made."""
    found: dict[str, tuple[Sequence[float], Sequence[float]]] = json.loads(TABLE.read_text("utf-8"))
    return found
