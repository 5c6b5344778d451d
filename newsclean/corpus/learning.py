"""`newsclean.learn`: a corpus in, a profile of each of its outlets out."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean._outcome import remembered
from newsclean.arrow import outlets
from newsclean.corpus.opening import opened, total
from newsclean.corpus.options import Options
from newsclean.corpus.parts import ahead, parts
from newsclean.corpus.pool import processes
from newsclean.corpus.progress import Progress
from newsclean.corpus.report import CLEANED, Counts
from newsclean.corpus.work import results
from newsclean.sites.profile import profiles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TextIO

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.parts import Part
    from newsclean.corpus.rows import Row
    from newsclean.corpus.survey import Survey
    from newsclean.document import Document
    from newsclean.sites.profile import SiteProfile
    from newsclean.sites.story import Story

    Learned = tuple[dict[str, SiteProfile], Counts]


@frozen
class LearnPart:
    """Learns profiles from a part: the job of the processes."""

    options: Options

    def __call__(self, part: Part, left_out: Mapping[int, str], at: Callable[[int], None]) -> Learned:
        """What the part's pages tell, by outlet; what cannot be cleaned tells nothing."""
        start = time.monotonic()
        counts = Counts(rows=len(part.rows))
        stories: list[tuple[str, Story]] = []
        of = outlets(part.kept, self.options.outlet, [row.url for row in part.rows])
        for number, (row, outlet) in enumerate(zip(part.rows, of, strict=True)):
            at(number)
            reason = left_out.get(number) or row.error
            story, error = (None, reason) if reason else self._story(row)
            counts.outcomes[CLEANED if story else (error or "").partition(":")[0]] += 1
            if story is not None:
                stories.append((outlet, story))
        at(-1)
        counts.seconds = time.monotonic() - start
        return profiles_of(stories), counts

    def _story(self, row: Row) -> tuple[Story | None, str | None]:
        given = self.options
        return remembered(
            row.text, row.html, row.url, pipeline=given.pipeline, limit=given.limit, timeout=given.timeout
        )


def learned(
    files: list[Source], survey: Survey, options: Options, workers: int, progress: TextIO | None
) -> dict[str, SiteProfile]:
    """The profiles of all outlets in some files. Raises `WorkerError`."""
    telling = Progress(progress, total(files))
    profiles: dict[str, SiteProfile] = {}
    counts = Counts()
    series = ahead(parts(files, survey, options.part_rows))
    for read, (found, more) in results(LearnPart(options), series, workers, options.timeout):
        for outlet, profile in found.items():
            profiles[outlet] = profiles[outlet].merge(profile) if outlet in profiles else profile
        counts += more
        telling.tell(counts, read, fresh=more.rows)
    telling.end(f"learned from {counts.rows:,} documents, {counts.errors:,} errors: {len(profiles):,} outlets")
    return profiles


def learn(  # noqa: PLR0913 - each is a choice of its own
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    text: str | None = None,
    html: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    input: str | None = None,  # noqa: A002 - as the command's option
    workers: int | None = None,
    timeout: float | None = 10.0,
    limit: int = 20_000_000,
    pipeline: Callable[[Document], Document] | None = None,
    progress: TextIO | None = None,
) -> dict[str, SiteProfile]:
    """Learn a profile of each outlet of a corpus, and write them to a Parquet file.

    A script has to call it under `if __name__ == "__main__":`, as the processes read the script, too.

    Args:
        paths: what `newsclean.run` reads, or files that this function has written, which are merged.
        output: the file. What is there already is replaced.
        text: the column of texts. Columns that are not named are found by their usual names.
        html: the column of HTML pages.
        url: the column of addresses.
        outlet: the column that says which outlet a row is from; the host of its address if not given. Rows without
            either are taken for one outlet's.
        input: what form all files are of; by their names or beginnings if not given.
        workers: how many processes clean; one on each processor if not given, 0 for this process alone.
        timeout: the seconds that one record may take; `None` for any time.
        limit: the most bytes or characters of a record.
        pipeline: what cleans the texts, `Pipeline.default()` if not given. It has to be picklable.
        progress: where to tell how far it is, such as `sys.stderr`.

    Returns:
        The profiles, by outlet.

    Raises:
        InputError: there is nothing to read, or nothing of it can be read.
        ColumnError: there is no column `outlet`.
        ValueError: an option has a value that it cannot have.
        ImportError: a package is missing; the message says what to install.
        OSError: the file cannot be written.
        WorkerError: processes cannot be started, or die whatever they do.
    """
    from newsclean.sites import table  # noqa: PLC0415 - needs pyarrow

    options = Options(
        text=text, html=html, url=url, id=None, keep=(), fields=(), outlet=outlet, format="parquet", input=input,
        timeout=timeout, limit=limit, part_rows=500, pipeline=pipeline,
    )  # fmt: skip
    several = [os.fspath(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
    shards = [path for path in several if table.is_of_profiles(path)]
    profiles = table.merged(table.read(path) for path in shards)
    pages = [path for path in several if path not in shards]
    if pages or not shards:
        files, survey = opened(pages, options, Path(output))
        for name, profile in learned(files, survey, options, processes(workers), progress).items():
            profiles[name] = profiles[name].merge(profile) if name in profiles else profile
    table.write(output, profiles)
    return profiles
