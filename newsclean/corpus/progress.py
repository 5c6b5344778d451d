"""What is seen of a run while it goes on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from newsclean.corpus.report import Counts

#: The seconds between two lines: in a terminal, where one takes the other's place, and elsewhere.
_SOON, _LATER = 0.5, 10.0
_WIDTH = 24


class Progress:
    """Tells of a run on a stream.

    Args:
        stream: where to; `None` for nowhere.
        total: the bytes of all files, if known.
    """

    def __init__(self, stream: TextIO | None, total: int | None) -> None:
        self._stream = stream
        self._total = total
        self._start = self._told = time.monotonic()
        self._bar = stream is not None and stream.isatty()
        self._fresh = 0

    def tell(self, counts: Counts, read: int, *, fresh: int) -> None:
        """Say how far it is, if there has been nothing said for a while.

        Args:
            counts: what has been done.
            read: how many bytes of the files.
            fresh: how many rows were done now and not in an earlier run.
        """
        self._fresh += fresh
        now = time.monotonic()
        if self._stream is None or now - self._told < (_SOON if self._bar else _LATER):
            return
        self._told = now
        text = self._line(counts, read, now - self._start)
        self._stream.write(f"\r{text}\x1b[K" if self._bar else f"{text}\n")
        self._stream.flush()

    def _line(self, counts: Counts, read: int, passed: float) -> str:
        text = f"{counts.rows:,} documents, {self._fresh / max(passed, 1e-9):,.0f} a second, {counts.errors:,} errors"
        if not self._total or not read:
            return text
        share = min(1.0, read / self._total)
        left = _time(passed * (1 - share) / share)
        full = round(_WIDTH * share)
        bar = f"[{'#' * full}{'.' * (_WIDTH - full)}] " if self._bar else ""
        return f"{bar}{share:4.0%}  {text}, {left} left"

    def end(self, text: str) -> None:
        """Say what is to be said at the end."""
        if self._stream is not None:
            self._stream.write(f"\r\x1b[K{text}\n" if self._bar else f"{text}\n")
            self._stream.flush()


def _time(seconds: float) -> str:
    """A duration.

    >>> _time(3725)
    '1:02:05'
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
