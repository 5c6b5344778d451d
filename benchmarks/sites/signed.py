"""Other authors and another date on a page that was made, wherever it says who wrote it and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean.language import detect
from newsclean.language.dates import find
from newsclean.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np

    from benchmarks.pages import Page

#: A date is put back by so many years, and is on one of the days that all months have.
_YEARS, _DAYS = (1, 20), (1, 29)
_DAY = len("2024-01-31")
_LONGEST = 200


def signed(
    root: Any,  # noqa: ANN401 - lxml's elements
    page: Page,
    names: Sequence[str],
    rng: np.random.Generator,
) -> tuple[tuple[str, ...], str | None]:
    """Put other names and another date into a page's copy. Gives the authors and the date that it then shows.

    Args:
        root: the copy.
        page: the page that it is of.
        names: those of authors in its language.
        rng: what chooses.
    """
    others = [name for name in names if name not in page.authors]
    authors: tuple[str, ...] = ()
    if page.authors and len(others) >= len(page.authors):
        chosen = [others[n] for n in rng.choice(len(others), len(page.authors), replace=False)]
        told = dict(zip(map(_plain, page.authors), chosen, strict=True))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_flexible, page.authors))})(?!\w)", re.IGNORECASE)
        if _changed(root, lambda text: pattern.sub(lambda match: _alike(told[_plain(match[0])], match[0]), text)):
            authors = tuple(chosen)
    day = (page.published or "")[:_DAY]
    if len(day) < _DAY or day[5:7] == day[8:]:
        return authors, None
    other = f"{int(day[:4]) - int(rng.integers(*_YEARS))}{day[4:8]}{int(rng.integers(*_DAYS)):02}"
    lexicon = Lexicon.of(detect(" ".join(page.paragraphs)[:2000]))
    shown = _changed(root, lambda text: _redated(text, day, other, lexicon))
    return authors, other if shown else None


def _changed(root: Any, change: Callable[[str], str]) -> bool:  # noqa: ANN401
    """Change all texts and attributes of a tree; whether that changed any text but the head's title."""
    seen = False
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.items():
            if len(value) <= _LONGEST:
                element.set(name, change(value))
        for kind in ("text", "tail"):
            value = getattr(element, kind) or ""
            new = change(value)
            if new != value:
                setattr(element, kind, new)
                seen = seen or element.tag != "title"
    return seen


def _redated(text: str, old: str, new: str, lexicon: Lexicon) -> str:
    """A text in which one day is another one of the same month."""
    if len(text) > _LONGEST or old[:4] not in text:
        return text
    text = text.replace(old, new)
    for start, end in reversed(_spans(text, old, lexicon)):
        changed = text[start:end].replace(old[:4], new[:4])
        number = re.compile(rf"(?<!\d)0?{int(old[8:])}(?!\d|:)")
        changed = number.sub(lambda found: new[8:].lstrip("0").zfill(len(found[0])), changed, count=1)
        text = text[:start] + changed + text[end:]
    return text


def _spans(text: str, day: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where a day stands in a text, whether day or month are first there."""
    for month_first in (None, False, True):
        found = [date for date in find(text, lexicon, month_first=month_first) if date.iso.startswith(day)]
        if found:
            return [(date.start, date.end) for date in found]
    return []


def _flexible(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _alike(name: str, shown: str) -> str:
    """A name in the letters of the one that it stands for."""
    return name.upper() if shown.isupper() and not name.isupper() else name
