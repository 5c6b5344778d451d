"""A part's rows to a part's table, in one of the processes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean._outcome import outcome
from newsclean.arrow import assembled
from newsclean.corpus.report import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.article import Article
    from newsclean.corpus.output import Folder
    from newsclean.corpus.parts import Part
    from newsclean.corpus.rows import Row
    from newsclean.document import Document

#: The processor may be in a library that Python cannot interrupt; then the process has to be ended.
_GRACE = 5.0


@frozen
class CleanPart:
    """Cleans a part and writes it: the job of the processes."""

    folder: Folder
    """Where the part goes."""
    fields: tuple[str, ...]
    """The Article's fields that are written."""
    pipeline: Callable[[Document], Document] | None
    """What cleans the texts."""
    limit: int
    """The most bytes or characters of one."""
    timeout: float | None
    """The seconds that one may take."""

    @property
    def patience(self) -> float | None:
        """The seconds after which a process does not answer any more."""
        return None if self.timeout is None else 2 * self.timeout + _GRACE

    def __call__(self, part: Part, left_out: Mapping[int, str], at: Callable[[int], None]) -> Counts:
        """Clean a part and write it; what is in it, counted.

        Raises:
            OSError: it cannot be written.
        """
        start = time.monotonic()
        outcomes = []
        for number, row in enumerate(part.rows):
            at(number)
            reason = left_out.get(number) or row.error
            outcomes.append((None, reason) if reason else self._outcome(row))
        at(-1)
        rows = part.rows
        origins = [
            (row.id if row.id is not None else f"{row.file}#{row.position or 0}", row.file, row.position)
            for row in rows
        ]
        batch = assembled(origins, [row.url for row in rows], part.kept, outcomes, self.fields)
        counts = Counts.of(outcomes, [row.url for row in rows], time.monotonic() - start)
        self.folder.write(part.number, part.digest, batch, counts)
        return counts

    def _outcome(self, row: Row) -> tuple[Article | None, str | None]:
        return outcome(row.text, row.html, row.url, pipeline=self.pipeline, limit=self.limit, timeout=self.timeout)
