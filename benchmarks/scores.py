"""The content model's scores for pages it was not trained on, as training leaves them.

The shipped weights saw every labelled page. What newsclean does on pages of unseen publishers is measured with the
scores of nets that saw no page of the same publisher. The file holds, for each page and form, the hash of each line and
its score; no text.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from newsclean.document import Scores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from newsclean import Document

    Key = tuple[str, str, str]
    Judge = Callable[[Document], Sequence[Scores]]

_UNKNOWN = Scores(0.5)


def lines_of(document: Document) -> list[str]:
    """A document's lines as the content model is given them."""
    return [document.text(block) for block in document.blocks]


def fingerprints(lines: Iterable[str]) -> NDArray[np.uint64]:
    """A hash of each line."""
    return np.array(
        [
            int.from_bytes(hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest())
            for line in lines
        ],
        np.uint64,
    )


def write(path: Path, pages: Iterable[tuple[Key, Sequence[str], NDArray[np.float32]]]) -> None:
    """Write the scores of pages: folder, id and form; lines; a row of scores each."""
    rows = sorted(pages, key=lambda row: row[0])
    width = len(_UNKNOWN)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        keys=np.frombuffer(json.dumps([row[0] for row in rows]).encode(), np.uint8),
        sizes=np.array([len(row[1]) for row in rows], np.int64),
        lines=np.concatenate([fingerprints(row[1]) for row in rows]) if rows else np.zeros(0, np.uint64),
        scores=np.concatenate([np.zeros((0, width), np.float16), *(_widened(row[2], width) for row in rows)]),
    )


def _widened(scores: NDArray[np.float32], width: int) -> NDArray[np.float16]:
    """Scores with zeros for what was not told."""
    return np.pad(scores, ((0, 0), (0, width - scores.shape[1]))).astype(np.float16)


class OutOfFold:
    """The scores in a file that `write` made.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as stored:
            keys = [tuple(key) for key in json.loads(bytes(stored["keys"]).decode())]
            ends = np.cumsum(stored["sizes"])[:-1]
            lines, scores = np.split(stored["lines"], ends), np.split(stored["scores"], ends)
        self._pages = dict(zip(keys, zip(lines, scores, strict=True), strict=True))
        self.unmatched = 0

    def __contains__(self, key: Key) -> bool:
        return key in self._pages

    def judge(self, key: Key, whole: list[str]) -> Judge:
        """What stands in for the shipped model on one page, given the lines that are to be cleaned.

        A line that cleaners have cut into parts gives its score to each of them.
        """
        by_line: dict[int, list[Scores]] = defaultdict(list)
        for line, score in zip(*self._pages[key], strict=True):
            by_line[int(line)].append(Scores(*score.tolist()))
        prints = [int(line) for line in fingerprints(whole)]

        def judged(document: Document) -> list[Scores]:
            lines = lines_of(document)
            seen: Counter[int] = Counter()
            found, at = [], 0
            for line, mark in zip(lines, map(int, fingerprints(lines)), strict=True):
                scores = by_line.get(mark)
                if scores is None:
                    at = next((n for n in range(at, len(whole)) if line in whole[n]), at)
                    scores = by_line.get(prints[at]) if whole and line in whole[at] else None
                if scores is None:
                    self.unmatched += 1
                found.append(scores[min(seen[mark], len(scores) - 1)] if scores else _UNKNOWN)
                seen[mark] += 1
            return found

        return judged
