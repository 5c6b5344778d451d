"""What a template left behind: `{{…}}`, `None`, `null`, `undefined`, `[gallery ids="1,2"]`."""

from __future__ import annotations

import re

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


#: What agencies file a report under: "BC-UK--Wexley Ferry, 1st Ld-Writethru,204".
_SLUG = re.compile(r"(?:[A-Z]{2,3}-){1,2}[A-Z]{2,3}--[A-Z][^,]{1,60}(?:,[^,]{1,30}){0,4}")


def is_placeholder(text: str) -> bool:
    """Whether a line holds nothing but template variables, null values or names of what is embedded, in brackets.

    Or what an agency files a report under.

    Not a sentence that merely contains one ("None of them came"), nor what else stands in brackets ("[laughs]").

    >>> is_placeholder("{{articleFooter}}"), is_placeholder("[video]"), is_placeholder("None of them came.")
    (True, True, False)
    >>> is_placeholder("BC-UK--Wexley Ferry, 1st Ld-Writethru,204"), is_placeholder("US-UK - A ferry for two")
    (True, False)
    """
    if not any(c.isalnum() or c in "{}" for c in text):
        return False
    return bool(
        _PLACEHOLDER.fullmatch(text) or _SLUG.fullmatch(text) or (text.startswith("[") and _SHORTCODES.fullmatch(text))
    )
