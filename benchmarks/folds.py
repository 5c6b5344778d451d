"""The content models that saw no page of a publisher, as training leaves them.

The shipped weights saw every labelled page. What newsclean does on pages of unseen publishers is measured with models
that were trained without the fold that the publisher is in.
"""

from __future__ import annotations

import json
from functools import cache, partial
from typing import TYPE_CHECKING

from newsclean import Pipeline
from newsclean.cleaners.content import Content, scores
from newsclean.model import words
from newsclean.model.net import ContentModel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchmarks.pages import Page

_INDEX = "folds.json"


def path(folder: Path, name: str, fold: int) -> Path:
    """Where the weights of a model are that a fold was left out of."""
    return folder / f"{name}-{fold}.npz"


def write(folder: Path, fold_of: Mapping[Page, int]) -> None:
    """Write which fold each page is in."""
    index = {_key(page): fold for page, fold in fold_of.items()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _INDEX).write_text(json.dumps(index, indent=0), "utf-8")


class Folds:
    """The pipelines for labelled pages.

    Args:
        folder: what training wrote; without one every page is judged by the shipped weights.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._fold_of: dict[str, int] = json.loads((folder / _INDEX).read_text("utf-8")) if folder else {}

    def __contains__(self, page: Page) -> bool:
        return _key(page) in self._fold_of

    def fold_of(self, page: Page) -> int:
        """The fold of a page's publisher."""
        return self._fold_of[_key(page)]

    def pipeline(self, page: Page) -> Pipeline:
        """The default pipeline, with a content model that saw no page of this one's publisher."""
        pipeline = Pipeline.default()
        if self._folder is None or page not in self:
            return pipeline
        load = partial(_load, self._folder, self._fold_of[_key(page)])
        return pipeline.replace("content", Content(partial(scores, load=load)))


@cache
def stored(folder: Path | None) -> Folds:
    """The folds in a folder, read once."""
    return Folds(folder)


def _key(page: Page) -> str:
    return f"{page.folder}/{page.id}"


def _load(folder: Path, fold: int, *, paged: bool) -> ContentModel:
    return _loaded(path(folder, "page" if paged else "flat", fold))


@cache
def _loaded(weights: Path) -> ContentModel:
    return ContentModel.load(weights, words())
