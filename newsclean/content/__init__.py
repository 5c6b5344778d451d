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
    from newsclean.content.features import Lexicon
    from newsclean.content.model import ContentModel
    from newsclean.document import Document


def scores(document: Document) -> list[Scores]:
    """How likely each block of a page is to be body, title, byline or date."""
    from newsclean.content import spacing  # noqa: PLC0415

    name = "page" if document.paged else "flat"
    lines, markup = [reading.text for reading in document.readings], [block.markup for block in document.blocks]
    return [Scores(*row) for row in _model(name).probabilities(lines, markup, spacing.facts(document)).tolist()]


@cache
def _model(name: str) -> ContentModel:
    from newsclean.content.model import ContentModel  # noqa: PLC0415

    with resources.as_file(resources.files(__name__).joinpath(f"{name}.npz")) as path:
        return ContentModel.load(path, _words())


@cache
def _words() -> Lexicon:
    from newsclean.content.features import Lexicon  # noqa: PLC0415

    return Lexicon([lexicon.load(code) for code in lexicon.languages()])
