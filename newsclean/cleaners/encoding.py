"""Text that was decoded wrongly or not at all, entities and control characters, repaired."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsclean.lexicon.characters import CONTROLS
from newsclean.text import blocks
from newsclean.text.escapes import unescaped
from newsclean.text.marks import uncontrolled
from newsclean.text.mojibake import repaired
from newsclean.text.written import laid_out

if TYPE_CHECKING:
    from types import ModuleType

    from ftfy import TextFixerConfig

    from newsclean.document import Document

# Control characters, surrogates, byte-order marks and others that ftfy deletes, and entities.
_SUSPICIOUS = re.compile(
    rf"[{CONTROLS}\x0b\ufeff\ufff9-\ufffc\u206a-\u206f]"
    r"|&(?:#\d|#x|[a-zA-Z]{2,8};)"
)


def encoding(document: Document) -> Document:
    """Repair text that was decoded wrongly, JSON's escapes, HTML entities and control characters.

    What was decoded wrongly, or left as JSON's escapes, is repaired before anything else. The rest is
    ftfy's work, block by block, with every setting off that would
    change sound text: quotes stay curly, ligatures and full-width characters
    stay, and no Unicode normalization is applied. A repaired text is cut into
    blocks again: it may hold line breaks and markup that nobody saw before.
    Hands off: texts that newsclean wrote, which were repaired before.
    """
    if not document.paged and laid_out(document.source):
        return document
    # A page's markup or a cleaner has cut it: its blocks stay as they are.
    cut = document.paged or any(block.role for block in document.blocks)
    source = repaired(document.source if cut else unescaped(document.source))
    if source != document.source:
        document = document.with_texts(repaired) if cut else _anew(document, source)
    # What is sound in the whole may not be in a block.
    if not _SUSPICIOUS.search(document.source):
        return document
    cleaned = document.with_texts(_cleaned)
    return cleaned if cut or cleaned.source == source else _anew(cleaned, cleaned.source)


def _anew(document: Document, source: str) -> Document:
    """A document of a repaired source, cut into blocks again."""
    return attrs.evolve(document, source=source, blocks=blocks(source), readings={})


def _cleaned(text: str) -> str:
    if not _SUSPICIOUS.search(text):
        return text
    ftfy, config = _ftfy()
    # Entities may hide what was decoded wrongly; of some control characters nobody knows what they were.
    return uncontrolled(repaired(str(ftfy.fix_text(text, config))))


@cache
def _ftfy() -> tuple[ModuleType, TextFixerConfig]:
    import ftfy  # noqa: PLC0415

    return ftfy, ftfy.TextFixerConfig(
        fix_encoding=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        normalization=None,
        max_decode_length=1_000_000,
    )
