"""The learned content model: which lines of a flat page are its article.

Weights and code belong together; `recipe.json` beside the weights says how
they were made and what they scored on publishers unseen in training.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from newsclean import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean._markdown import Markup
    from newsclean.content.model import ContentModel


def scores(lines: Sequence[str], markup: Sequence[Markup | None]) -> list[float]:
    """How likely each line of a page is to belong to the article's body, 0 to 1."""
    import numpy as np  # noqa: PLC0415

    cues = None
    if any(markup):
        rows = [(m.link, m.heading, m.item, m.image) if m else (0, 0, 0, 0) for m in markup]
        cues = np.array(rows, np.float32)
    return [float(score) for score in _model().probabilities(lines, cues)]


@cache
def _model() -> ContentModel:
    from newsclean.content.features import Lexicon  # noqa: PLC0415
    from newsclean.content.model import ContentModel  # noqa: PLC0415

    words = Lexicon([lexicon.load(code) for code in lexicon.languages()])
    with resources.as_file(resources.files(__name__).joinpath("weights.npz")) as path:
        return ContentModel.load(path, words)
