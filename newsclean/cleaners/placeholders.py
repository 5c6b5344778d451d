"""What a template left behind: `{{…}}`, `None`, `null`, `undefined`, `[gallery ids="1,2"]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.document import Document

#: What editing systems put in brackets where something else is to stand, alone or with its name.
_EMBEDDED = (
    r"ads?|audio|banner|embed|embedded\ content|facebook|gallery|gambas|iframe|image|img|infogra(?:m|phic)|instagram"
    "|nid|playlist|poll|quads|quiz|slide-?show|tiktok|toc|tweet|twitter|video|vimeo|widget|youtube"
)
#: The value of an attribute in them.
_VALUE = r"""(?: "[^"\[\]]{0,400}" | '[^'\[\]]{0,400}' | [^\s\[\]]{1,99} )"""
_PLACEHOLDER = re.compile(
    r"""
    (?: \{\{[^{}]*\}\} | \{%[^{}]*%\} | \$\{[^{}]*\} | <%[^<>]*%> | \[%[^\[\]]*%\] | %[a-zA-Z_]+%
      | \#\{[^{}]*\} | \[\[[\w.:\s-]*\]\]
      | \[object\ Object\] | None | null | undefined | NaN | nil | NULL | N/A | \(null\) | \(undefined\)
      | (?i:lorem\ ipsum)[\w\s,.]*
      | [\s,;|/:.\-–—]
    )+
    """,
    re.VERBOSE,
)
_SHORTCODES = re.compile(
    rf"""
    (?: \[ /? (?: (?:{_EMBEDDED}) (?: \s?[:=|]\s?[^\[\]]{{1,60}} | \s\d{{1,9}} )?
               | [a-z][\w-]{{1,30}} (?: \s[\w-]{{1,30}}={_VALUE} ){{1,20}} \s?/?
      ) \]
      | https?://[^\s\[\]]{{1,400}} (?= \[/ )
      | \s
    )+
    """,
    re.VERBOSE | re.IGNORECASE,
)


def placeholders(document: Document) -> Document:
    """Remove blocks that hold nothing but template variables, null values or names of what is embedded, in brackets.

    Hands off: a sentence that merely contains one ("None of them came"); what else stands in brackets ("[laughs]").

    >>> from newsclean.text import read
    >>> [b.kind for b in placeholders(read("None")).blocks]
    ['placeholder']
    """
    both = zip(document.blocks, document.readings, strict=True)
    return document.replace(
        block.remove("placeholder") for block, reading in both if not block.role and _is_placeholder(reading.text)
    )


def _is_placeholder(text: str) -> bool:
    if not any(c.isalnum() or c in "{}" for c in text):
        return False
    return bool(_PLACEHOLDER.fullmatch(text) or (text.startswith("[") and _SHORTCODES.fullmatch(text)))
