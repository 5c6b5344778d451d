"""One record of many: its article, or what went wrong, in the time that it may take."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsclean._api import clean, clean_html
from newsclean.pipeline import CleaningError
from newsclean.sites.learning import story_of
from newsclean.text.kinds import PageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from newsclean.article import Article
    from newsclean.document import Document
    from newsclean.sites.profile import SiteProfile
    from newsclean.sites.story import Story


_Made = TypeVar("_Made")
_Made_co = TypeVar("_Made_co", covariant=True)


class _Work(Protocol[_Made_co]):
    def __call__(self, given: str | bytes, /, *, page: bool) -> _Made_co: ...


class _OutOfTime(BaseException):
    """Not an `Exception`: no cleaner is to take it for a failure of its own."""


def outcome(  # noqa: PLR0913 - each is a choice of its own
    text: str | bytes | None,
    html: str | bytes | None,
    url: str | None,
    *,
    pipeline: Callable[[Document], Document] | None = None,
    site: SiteProfile | None = None,
    limit: int | None = None,
    timeout: float | None = None,
) -> tuple[Article | None, str | None]:
    """The article of a page or a text, or what went wrong, in words of which those before the colon tell the kind.

    Args:
        text: the text.
        html: the page; if there is one, it counts, and an empty one only where there is no text.
        url: its address.
        pipeline: what cleans it.
        site: what was learned of its site.
        limit: the most bytes or characters it may have.
        timeout: the seconds it may take, where the system has such a clock and this is the main thread.
    """

    def work(given: str | bytes, *, page: bool) -> Article:
        return (clean_html if page else clean)(given, url=url, pipeline=pipeline, site=site)

    return attempted(work, text, html, limit=limit, timeout=timeout)


def remembered(
    text: str | bytes | None,
    html: str | bytes | None,
    url: str | None,
    *,
    pipeline: Callable[[Document], Document] | None = None,
    limit: int | None = None,
    timeout: float | None = None,
) -> tuple[Story | None, str | None]:
    """What a profile keeps of a page or a text, or what went wrong, as `outcome` tells it.

    Raises:
        ValueError: the pipeline has no cleaner `content`.
    """

    def work(given: str | bytes, *, page: bool) -> Story:
        return story_of(given, html=page, url=url, pipeline=pipeline)

    return attempted(work, text, html, limit=limit, timeout=timeout)


def attempted(
    work: _Work[_Made],
    text: str | bytes | None,
    html: str | bytes | None,
    *,
    limit: int | None = None,
    timeout: float | None = None,
) -> tuple[_Made | None, str | None]:
    """What some work makes of a page or a text, or what went wrong, as `outcome` tells it."""
    page = html if html or text is None else None
    given = text if page is None else page
    if given is None:
        return None, "empty: there is neither a text nor a page"
    try:
        if limit is not None and len(given) > limit:
            return None, f"too large: {len(given) / 1e6:.1f} MB, and the limit is {limit / 1e6:.1f} MB"
        if timeout is not None:
            _load(page=page is not None)
        with _time_limit(timeout):
            return work(given, page=page is not None), None
    except PageError as error:
        return None, str(error)
    except (CleaningError, TypeError) as error:
        return None, f"failed: {error}"
    except _OutOfTime:
        return None, f"timeout: more than {timeout:g} s"


@cache
def _load(*, page: bool) -> None:
    """Load what the first call of a process loads, which no record is to answer for."""
    if page:
        clean_html("<p>Once.")
    else:
        clean("Once.")


@contextmanager
def _time_limit(seconds: float | None) -> Iterator[None]:
    """Raise `_OutOfTime` when the time is over."""
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_: int, __: FrameType | None) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    # Again and again: a library may have taken the first ring for something else.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
