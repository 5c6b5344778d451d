"""A user's own phrases: a file of the same form as those in this folder, with tables of clutter alone."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.lexicon import ANY_LANGUAGE, Lexicon, gathered
from newsclean.lexicon.categories import KINDS, PLACES, lists
from newsclean.lexicon.words import NUMBER, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: A category, such as `share.whole`, and a phrase.
Phrase = tuple[str, str]

#: No line that is nothing but a phrase is longer.
_MOST_WORDS = 60
#: So many files, or versions of one, are kept.
_KEPT = 32
_LISTS = frozenset(f"clutter.{kind}.{place}" for kind in KINDS for place in PLACES) | {"clutter.paywall.truncated"}


def read(path: str | os.PathLike[str]) -> tuple[Phrase, ...]:
    """The phrases in a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no TOML, or holds anything but phrases of clutter; the message names file, list and phrase.
    """
    return _parsed(Path(path).read_bytes(), os.fspath(path))


@lru_cache(_KEPT)
def lexicon(phrases: tuple[Phrase, ...]) -> Lexicon:
    """The lexicon that knows some phrases alone, whatever the language."""
    return Lexicon(frozenset(), gathered((category, phrase, ANY_LANGUAGE) for category, phrase in phrases))


@lru_cache(_KEPT)
def _parsed(data: bytes, file: str) -> tuple[Phrase, ...]:
    # Few have phrases of their own.
    import tomllib  # noqa: PLC0415

    try:
        return tuple(_phrases(tomllib.loads(data.decode("utf-8-sig")), file))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{file}: it is no TOML: {error}"
        raise ValueError(msg) from None


def _phrases(data: Mapping[str, Any], file: str) -> Iterator[Phrase]:
    """Category and text of each phrase. Raises what `read` does."""
    unknown = [key for key in lists(data) if key not in _LISTS]
    if unknown:
        msg = (
            f"{file}: there is no list {unknown[0]!r}; own phrases stand in clutter.<kind>.<list>, with a kind "
            f"of {', '.join(KINDS)} and a list of {', '.join(PLACES)}"
        )
        raise ValueError(msg)
    for kind, by_place in data.get("clutter", {}).items():
        for place, phrases in by_place.items():
            yield from ((f"{kind}.{place}", phrase) for phrase in _checked(phrases, f"{file}: clutter.{kind}.{place}"))


def _checked(phrases: object, where: str) -> Iterable[str]:
    """A list of phrases. Raises `ValueError` where it is none."""
    if not isinstance(phrases, list):
        msg = f"{where}: expected a list of phrases, not {phrases!r}"
        raise ValueError(msg)  # noqa: TRY004 - as all that may be wrong with a file
    for phrase in phrases:
        found = words(phrase) if isinstance(phrase, str) else ()
        if not set(found) - {NUMBER}:
            msg = f"{where}: {phrase!r} is no phrase: it has no word"
            raise ValueError(msg)
        if len(found) > _MOST_WORDS:
            msg = f"{where}: {phrase[:40]!r}… has {len(found)} words, and a phrase has {_MOST_WORDS} at most"
            raise ValueError(msg)
    return phrases
