"""The layout of `Article.to_text`: the head, three blank lines, and paragraphs with one blank line between them.

Nobody else lays out a text so. It needs no judgement, whatever its lines look like, and cleaning it changes nothing.
"""

from __future__ import annotations

import re

from newsclean.lexicon.characters import CONTROLS

_BELOW_HEAD = "\n\n\n\n"
#: Title and deck, of which either may be missing.
_HEAD = re.compile(r"[^\n]*(?:\n[^\n]+)?")
#: White space and other characters that an Article's fields do not have.
_NO_ARTICLES = re.compile(rf"[^\S \n]|  |^ | $|[{CONTROLS}]", re.MULTILINE)


def laid_out(text: str) -> bool:
    r"""Whether a text is laid out so, each part of the article on one line.

    >>> laid_out("Rates rise\n\n\n\nThe bank met.\n\nIt raised its rate.")
    True
    >>> laid_out("\n\n\n\nThe bank met.")
    True
    >>> laid_out("Rates rise\n\nThe bank met.\n\nIt raised its rate.")
    False
    """
    if _BELOW_HEAD not in text and "\r" not in text:
        return False
    text = text.replace("\r\n", "\n").removesuffix("\n")
    head, _, body = text.partition(_BELOW_HEAD)
    told = _HEAD.fullmatch(head) and all(line and "\n" not in line for line in body.split("\n\n"))
    return bool(told) and not _NO_ARTICLES.search(text)
