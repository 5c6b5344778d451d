"""The layout of `Article.to_text`: the head, two blank lines, and paragraphs with one blank line between them."""

from __future__ import annotations

import re

_BREAK = r"\r?\n"
_LINE = r"[^\r\n]++"
#: A title, perhaps a deck right under it, and two paragraphs or more: of fewer, the gaps tell nothing.
_LAYOUT = re.compile(
    rf"(?:{_BREAK})*+{_LINE}{_BREAK}(?:{_LINE}{_BREAK})?(?:{_BREAK}){{2}}"
    rf"(?:{_LINE}(?:{_BREAK}){{2}})+{_LINE}(?:{_BREAK})*+"
)
#: White space that an Article's fields do not have.
_OTHER_SPACE = re.compile(r"[^\S \r\n]|  |^ | \r?$", re.MULTILINE)


def laid_out(text: str) -> bool:
    r"""Whether a text is laid out so, each part of the article on one line.

    >>> laid_out("Rates rise\n\n\nThe bank met.\n\nIt raised its rate.")
    True
    >>> laid_out("Rates rise\n\nThe bank met.\n\nIt raised its rate.")
    False
    """
    return bool(_LAYOUT.fullmatch(text)) and not _OTHER_SPACE.search(text)
