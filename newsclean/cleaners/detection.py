"""The language of the text, told from its longest blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from newsclean.language import Detector, detect, eld_cld2

if TYPE_CHECKING:
    from newsclean.document import Document

_BLOCKS, _LENGTH = 6, 240


@frozen
class Language:
    """Sets the document's language from its longest blocks.

    Menus and prompts are often in another language than the article; the long
    blocks seldom are.

    Args:
        detector: what names a text's language, see `newsclean.language`.
    """

    detector: Detector = eld_cld2
    name: str = "language"

    def __call__(self, document: Document) -> Document:
        """Detect the language."""
        longest = sorted(document.blocks, key=lambda b: b.start - b.end)[:_BLOCKS]
        sample = " ".join(document.source[b.start : min(b.end, b.start + _LENGTH)] for b in longest)
        return attrs.evolve(document, language=detect(sample, self.detector), readings={})
