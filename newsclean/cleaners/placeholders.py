"""What a template left behind: `{{…}}`, `None`, `null`, `undefined`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.document import Document

_PLACEHOLDER = re.compile(
    r"""
    (?: \{\{[^{}]*\}\} | \{%[^{}]*%\} | \$\{[^{}]*\} | <%[^<>]*%> | \[%[^\[\]]*%\] | %[a-zA-Z_]+%
      | \#\{[^{}]*\} | \[\[[\w.\s-]*\]\]
      | \[object\ Object\] | None | null | undefined | NaN | nil | NULL | N/A | \(null\) | \(undefined\)
      | (?i:lorem\ ipsum)[\w\s,.]*
      | [\s,;|/:.\-–—]
    )+
    """,
    re.VERBOSE,
)


def placeholders(document: Document) -> Document:
    """Remove blocks that hold nothing but template variables or null values.

    Hands off: a sentence that merely contains one ("None of them came").

    >>> from newsclean.text import read
    >>> [b.kind for b in placeholders(read("None")).blocks]
    ['placeholder']
    """
    both = zip(document.blocks, document.readings, strict=True)
    return document.replace(
        block.remove("placeholder") for block, reading in both if not block.role and _is_placeholder(reading.text)
    )


def _is_placeholder(text: str) -> bool:
    return bool(_PLACEHOLDER.fullmatch(text)) and any(c.isalnum() or c in "{}" for c in text)
