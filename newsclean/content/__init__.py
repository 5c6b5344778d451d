"""The learned content models: which lines of a page are its article, one for flat text and one for HTML.

Weights and code belong together; a JSON file beside each model's weights says
how they were made and what they scored on publishers unseen in training.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from newsclean import lexicon
from newsclean.document import Scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean._markup import Markup
    from newsclean.content.features import Lexicon
    from newsclean.content.model import ContentModel


def scores(lines: Sequence[str], markup: Sequence[Markup | None]) -> list[Scores]:
    """How likely each line of a page is to be body, title, byline or date."""
    paged = any(one and one.tag for one in markup)
    return [Scores(*row) for row in _model("page" if paged else "flat").probabilities(lines, markup).tolist()]


@cache
def _model(name: str) -> ContentModel:
    from newsclean.content.model import ContentModel  # noqa: PLC0415

    with resources.as_file(resources.files(__name__).joinpath(f"{name}.npz")) as path:
        return ContentModel.load(path, _words())


@cache
def _words() -> Lexicon:
    from newsclean.content.features import Lexicon  # noqa: PLC0415

    return Lexicon([lexicon.load(code) for code in lexicon.languages()])
