"""The layout of `Article.to_text`: the head, two blank lines, and paragraphs with one blank line between them."""

from __future__ import annotations

import re

#: The head has a title, and perhaps a deck right under it; of fewer paragraphs the gaps tell nothing.
_HEAD, _FEWEST = 2, 2
#: White space that an Article's fields do not have.
_OTHER_SPACE = re.compile(r"[^\S \r\n]|  |^ | \r?$", re.MULTILINE)


def laid_out(text: str) -> bool:
    r"""Whether a text is laid out so, each part of the article on one line.

    >>> laid_out("Rates rise\n\n\nThe bank met.\n\nIt raised its rate.")
    True
    >>> laid_out("Rates rise\n\nThe bank met.\n\nIt raised its rate.")
    False
    """
    head, _, body = text.replace("\r\n", "\n").strip("\n").partition("\n\n\n")
    lines, paragraphs = head.split("\n"), body.split("\n\n")
    if len(lines) > _HEAD or len(paragraphs) < _FEWEST or _OTHER_SPACE.search(text):
        return False
    return all(line and "\n" not in line and "\r" not in line for line in (*lines, *paragraphs))
