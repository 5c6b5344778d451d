"""Capitals and small letters, as running text sets them.

To Unicode, and to Python, each Georgian letter is a small one, as there are capitals for lines in nothing else. But
no sentence and no name begins with one: Georgian is read as scripts without capitals are.
"""

from __future__ import annotations

import re

from newsclean.lexicon.characters import WIDE

_LETTERS = "\u10d0-\u10ff\u1c90-\u1cbf"
_GEORGIAN = re.compile(f"[{_LETTERS}]+")
#: The letters of scripts without capitals, as ranges.
CASELESS = f"\u0590-\u0dff\u0e00-\u0e7f{_LETTERS}{WIDE}\uac00-\ud7af"


def small(text: str) -> bool:
    """Whether all letters of a text are small ones, and of a script in which names and sentences begin large.

    >>> small("ana"), small("Ana"), small("ანა"), small("אנה")
    (True, False, False, False)
    """
    return text.islower() and (text.isascii() or not _GEORGIAN.search(text))


def cased(text: str) -> bool:
    """Whether a text has letters of a script in which names and sentences begin large.

    >>> cased("ana"), cased("Ana"), cased("ანა"), cased("אנה")
    (True, True, False, False)
    """
    told = text if text.isascii() else _GEORGIAN.sub("", text)
    return told.lower() != told.upper()
