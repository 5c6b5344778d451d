"""Reading flat text: bytes to characters, characters to lines, with what their Markdown or HTML says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.document import Block, Document
from newsclean.text import kinds, marks
from newsclean.text.blocks import cut
from newsclean.text.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.markup import Markup


def read(text: str | bytes, metadata: Mapping[str, Any] | None = None) -> Document:
    """Cut a flat text into blocks.

    Args:
        text: the text, or its bytes in any encoding.
        metadata: Article fields known from outside the text, such as `url`.

    Raises:
        PageError: the bytes are another kind of file.
    """
    source = kinds.decoded(text, decode, "text") if isinstance(text, bytes) else text
    return Document(source, blocks(source), metadata=metadata or {})


def blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a flat text."""
    unseen = marks.some(source)

    def holes(start: int, end: int, markup: Markup | None) -> tuple[tuple[int, int], ...]:
        known = markup.holes if markup else ()
        return marks.among(source, start, end, known) if unseen else known

    return tuple(Block(s, e, lines=n, holes=holes(s, e, m), markup=m) for s, e, n, m in cut(source))
