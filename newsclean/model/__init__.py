"""The learned content models: which lines of a page are its article, one for flat text and one for HTML.

Weights and code belong together; a JSON file beside each model's weights says
how they were made and what they scored on publishers unseen in training.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from newsclean import lexicon

if TYPE_CHECKING:
    from newsclean.model.net import ContentModel
    from newsclean.model.phrases import Lexicon


@cache
def load(*, paged: bool) -> ContentModel:
    """The model for HTML pages, or for flat text."""
    from newsclean.model.net import ContentModel  # noqa: PLC0415

    name = "page" if paged else "flat"
    with resources.as_file(resources.files(__name__).joinpath(f"{name}.npz")) as path:
        return ContentModel.load(path, words())


@cache
def words() -> Lexicon:
    """The phrases of all languages, as the features look them up."""
    from newsclean.model.phrases import Lexicon  # noqa: PLC0415

    return Lexicon.from_compiled() or Lexicon([lexicon.load(code) for code in lexicon.languages()])


def pieces() -> dict[str, Any]:
    """What is compiled when newsclean is built, by name."""
    from newsclean.model import features  # noqa: PLC0415

    return features.pieces([lexicon.parsed(code) for code in lexicon.languages()])
