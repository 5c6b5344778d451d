"""The files of phrases, one a language, as they are written."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from newsclean.lexicon import compiled
from newsclean.lexicon.categories import CATEGORIES, check

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages there are files for."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


@cache
def load(language: str) -> Mapping[str, Any]:
    """One language's file, as it stands, its lists as tuples.

    Raises:
        ValueError: there is no file for the language, or a key in it is misspelt or missing.
    """
    if language not in languages():
        msg = f"no lexicon for {language!r}; there is one for {', '.join(languages())}"
        raise ValueError(msg)
    found: Mapping[str, Any] = compiled.piece(language) or parsed(language)
    return found


def parsed(language: str) -> dict[str, Any]:
    """One language's file, parsed and checked whatever was compiled. Raises what `load` does."""
    # Few installations ever parse.
    import tomllib  # noqa: PLC0415

    file = resources.files(__package__).joinpath(f"{language}.toml")
    data = tomllib.loads(file.read_text("utf-8"))
    check(data, file.name)
    frozen: dict[str, Any] = _frozen(data)
    return frozen


def _frozen(value: Any) -> Any:  # noqa: ANN401
    """Lists as tuples: with nothing but strings in them the garbage collector passes them over."""
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the category and text of every phrase in a language's file."""
    for table, lists in data.items():
        if table == "clutter":
            for kind, by_place in lists.items():
                for place, entries in by_place.items():
                    yield from ((f"{kind}.{place}", entry) for entry in entries)
        elif isinstance(lists, dict):
            for place, entries in lists.items():
                if f"{table}.{place}" in CATEGORIES:
                    yield from ((f"{table}.{place}", entry) for entry in entries)
