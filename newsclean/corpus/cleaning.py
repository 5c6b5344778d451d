"""A part's rows to a part's table, in one of the processes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean._outcome import outcome
from newsclean.arrow import assembled, outlets
from newsclean.corpus.report import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.article import Article
    from newsclean.corpus.options import Options
    from newsclean.corpus.output import Folder
    from newsclean.corpus.parts import Part
    from newsclean.corpus.rows import Row
    from newsclean.sites.table import Profiles


@frozen
class CleanPart:
    """Cleans a part and writes it: the job of the processes."""

    folder: Folder
    """Where the part goes."""
    options: Options
    """The run's."""
    profiles: Profiles | None = None
    """What was learned of the outlets."""

    def __call__(self, part: Part, left_out: Mapping[int, str], at: Callable[[int], None]) -> Counts:
        """Clean a part and write it; what is in it, counted.

        Raises:
            OSError: it cannot be written.
        """
        start = time.monotonic()
        outcomes = []
        for number, (row, outlet) in enumerate(zip(part.rows, self._outlets(part), strict=True)):
            at(number)
            reason = left_out.get(number) or row.error
            outcomes.append((None, reason) if reason else self._outcome(row, outlet))
        at(-1)
        rows = part.rows
        origins = [
            (row.id if row.id is not None else f"{row.file}#{row.position or 0}", row.file, row.position)
            for row in rows
        ]
        batch = assembled(origins, [row.url for row in rows], part.kept, outcomes, self.options.fields)
        counts = Counts.of(outcomes, [row.url for row in rows], time.monotonic() - start)
        self.folder.write(part.number, part.digest, batch, counts)
        return counts

    def _outlets(self, part: Part) -> list[str]:
        return outlets(part.kept, self.options.outlet, [row.url for row in part.rows])

    def _outcome(self, row: Row, outlet: str) -> tuple[Article | None, str | None]:
        site = self.profiles.get(outlet) if self.profiles is not None else None
        options = self.options
        return outcome(
            row.text,
            row.html,
            row.url,
            pipeline=options.pipeline,
            site=site,
            limit=options.limit,
            timeout=options.timeout,
        )
