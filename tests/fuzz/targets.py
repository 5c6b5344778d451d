"""What the fuzzer calls with its inputs, and what must hold for every one of them.

A target takes bytes. It raises an `AssertionError` where a promise is broken,
and lets through what newsclean raises but does not document.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from invariants import assert_fixed_point, assert_sound

import newsclean

if TYPE_CHECKING:
    from collections.abc import Callable

#: CPU seconds an input of at most `LONGEST` bytes may take, all checks along.
SLOW = 5.0
LONGEST = 4096


def as_text(data: bytes) -> str:
    """The text that an input stands for; bytes that are no UTF-8 are lone surrogates in it."""
    return data.decode("utf-8", "surrogateescape")


def as_page(data: bytes) -> str | bytes:
    """The page that an input stands for: bytes where their number is odd."""
    return data if len(data) % 2 else as_text(data)


def text(data: bytes) -> None:
    """`clean` of a str: sound, and a fixed point."""
    article = newsclean.clean(as_text(data))
    assert_sound(article)
    assert_fixed_point(article)


def raw(data: bytes) -> None:
    """`clean` of bytes: the same, or a `PageError`."""
    try:
        article = newsclean.clean(data)
    except newsclean.PageError:
        return
    assert_sound(article)
    assert_fixed_point(article)


def page(data: bytes) -> None:
    """`clean_html`: sound and a fixed point, or a `PageError`."""
    with contextlib.suppress(newsclean.PageError):
        article = newsclean.clean_html(as_page(data), url="https://example.org/2024/05/01/news")
        assert_sound(article)
        assert_fixed_point(article)


def timed(target: Callable[[bytes], None], data: bytes) -> None:
    """A target on an input, which may not take long."""
    began = time.process_time()
    target(data)
    assert time.process_time() - began < SLOW or len(data) > LONGEST, "slow"


TARGETS: dict[str, Callable[[bytes], None]] = {"text": text, "bytes": raw, "html": page}
