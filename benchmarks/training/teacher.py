"""Labels for pages where nobody marked the paragraphs, from nets and trees that see the HTML.

For each fold there are teachers that saw no page of it, so that nothing of a tested page reaches training.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks import metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from benchmarks.pages import Page
    from benchmarks.training.documents import Golds, Sample

    F32 = NDArray[np.float32]

_LEAST_TEXT, _LEAST_SURE = 250, 0.75
_SHORTEST_KEPT, _SHORTEST_DROPPED = 12, 4


def teach(sample: Sample, page: Page, sure: Sequence[F32]) -> None:
    """Label a sample's lines.

    Args:
        sample: of a page that nobody labelled.
        page: what is known of it: phrases that belong to the article, or do not.
        sure: for each fold left out, and last for none, the teacher's score of each line.
    """
    plain = [" ".join(metrics.tokens(line)) for line in sample.lines]
    for fold, scores in enumerate(sure):
        keep = _mended(scores, plain, page)
        weight = np.sqrt(sample.sizes)
        certain = float((np.abs(scores - 0.5) * 2 * weight).sum() / max(1e-6, weight.sum()))
        size = sum(len(line) for line, kept in zip(sample.lines, keep, strict=True) if kept)
        sample.labels[fold] = keep if size >= _LEAST_TEXT and certain > _LEAST_SURE else -1


def golds(sample: Sample) -> Golds:
    """The paragraphs that the teachers found, for the same page in other forms."""
    return tuple(
        tuple(line for line, label in zip(sample.lines, row, strict=True) if label >= 0.5) if (row >= 0).any() else None
        for row in sample.labels
    )


def _mended(scores: F32, plain: list[str], page: Page) -> NDArray[np.bool_]:
    """A teacher's choice of lines, mended by the phrases that are known to belong, or not to."""
    keep = scores >= 0.5
    for phrase in _phrases(page.kept, _SHORTEST_KEPT):
        at = [n for n, text in enumerate(plain) if phrase in text]
        if at and not keep[at].any():
            keep[max(at, key=lambda n: scores[n])] = True
    for phrase in _phrases(page.dropped, _SHORTEST_DROPPED):
        for n, text in enumerate(plain):
            if phrase in text and len(phrase) > 0.5 * len(text):
                keep[n] = False
    return keep


def _phrases(phrases: tuple[str, ...], shortest: int) -> Iterator[str]:
    for phrase in phrases:
        plain = " ".join(metrics.tokens(phrase))
        if len(plain) >= shortest:
            yield plain
