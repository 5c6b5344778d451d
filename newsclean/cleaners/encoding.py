"""Mojibake, entities and control characters, repaired by ftfy."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from ftfy import TextFixerConfig

    from newsclean.document import Document

# What no sound text holds: C0/C1 controls, surrogates, byte-order marks and other
# characters ftfy deletes, replacement marks, entities, and the openings of UTF-8
# sequences read as a one-byte encoding (Latin, Cyrillic, Greek).
_SUSPICIOUS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufff9-\ufffc\u206a-\u206f]"
    r"|&(?:#\d|#x|[a-zA-Z]{2,8};)"
    r"|[\u00c2-\u00f4\u0102\u0103\u010f\u0111\u0139\u0432][\u0080-\u00bf\u0100-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    r"|[\u0420\u0421\u0413\u0412][\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u2018-\u203a\u20ac\u2116\u2122\u0490\u0491]"
    r"|[\u039f\u039e\u03a0\u03a1\u03a4\u0393\u0392][\u00a0-\u00bf\u0384-\u038f\u2015-\u203a]"
    r"|[ÃÂâ][ \u00a0]"
)

Plan = tuple[tuple[str, str], ...]


def encoding(document: Document) -> Document:
    """Repair mojibake, HTML entities and control characters, block by block.

    Only text that shows a trace of damage goes to ftfy, with every setting off
    that would change sound text: quotes stay curly, ligatures and full-width
    characters stay, and no Unicode normalization is applied. A block too short
    for ftfy to judge is repaired as most of its neighbours were.
    """
    if not _SUSPICIOUS.search(document.source):
        return document
    plans: Counter[Plan] = Counter()

    def repair(text: str) -> str:
        if not _SUSPICIOUS.search(text):
            return text
        ftfy, config = _ftfy()
        fixed, plan = ftfy.fix_and_explain(text, config)
        decoding = tuple(step for step in plan if step[0] in _DECODING)
        if decoding:
            plans[decoding] += 1
        return str(fixed)

    document = document.with_texts(repair)
    if not plans:
        return document
    plan, count = plans.most_common(1)[0]
    return document.with_texts(lambda text: _as_others(text, plan)) if count > 1 else document


_DECODING = frozenset({"encode", "decode", "transcode"})


def _as_others(text: str, plan: Plan) -> str:
    if not _SUSPICIOUS.search(text):
        return text
    try:
        fixed = str(_ftfy()[0].apply_plan(text, plan))
    except (UnicodeError, ValueError):
        return text
    return text if "\ufffd" in fixed else fixed


@cache
def _ftfy() -> tuple[ModuleType, TextFixerConfig]:
    import ftfy  # noqa: PLC0415

    return ftfy, ftfy.TextFixerConfig(
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        normalization=None,
        max_decode_length=1_000_000,
    )
