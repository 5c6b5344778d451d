"""Which outlet a page is from."""

from __future__ import annotations

from newsclean.language.sites import parsed


def host(url: str | None) -> str:
    """The host of an address, which names the outlet; empty where there is none.

    >>> host("https://www.example.org/news/1")
    'example.org'
    """
    return (parsed(url or "").hostname or "").removeprefix("www.")
