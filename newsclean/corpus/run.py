"""`newsclean.run`: a corpus in, a folder of parts out."""

from __future__ import annotations

import os
import time
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean._inputs import STDIN
from newsclean.corpus.cleaning import CleanPart
from newsclean.corpus.inputs import InputError
from newsclean.corpus.learning import learned
from newsclean.corpus.opening import opened, total
from newsclean.corpus.options import Options
from newsclean.corpus.output import Folder, OutputError
from newsclean.corpus.parts import ahead, parts
from newsclean.corpus.pool import processes
from newsclean.corpus.progress import Progress
from newsclean.corpus.report import Counts
from newsclean.corpus.work import results

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.parts import Part
    from newsclean.corpus.survey import Survey
    from newsclean.document import Document
    from newsclean.sites.table import Profiles

#: Files that the report names.
_MOST_NAMED = 1000
#: What rows say where more than one record could not be read.
UNREAD = ("damaged", "unread", "no column")


def run(  # noqa: PLR0913 - each is a choice of its own
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    text: str | None = None,
    html: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - as the column is called in the output
    keep: Sequence[str] | None = None,
    fields: Sequence[str] | None = None,
    format: str = "parquet",  # noqa: A002 - as the command's option
    input: str | None = None,  # noqa: A002 - as the command's option
    workers: int | None = None,
    timeout: float | None = 10.0,
    limit: int = 20_000_000,
    part_rows: int = 500,
    overwrite: bool = False,
    outlet: str | None = None,
    profiles: str | os.PathLike[str] | None = None,
    learn: bool = False,
    pipeline: Callable[[Document], Document] | None = None,
    progress: TextIO | None = None,
) -> dict[str, Any]:
    """Clean a corpus; what an earlier run has done already is not done again.

    A script has to call it under `if __name__ == "__main__":`, as the processes read the script, too.

    Args:
        paths: files, folders, patterns, addresses that fsspec reads, or `-` for standard input.
        output: the folder for the parts and `run.json`.
        text: the column of texts. Columns that are not named are found by their usual names.
        html: the column of HTML pages.
        url: the column of addresses.
        id: the column of ids; file and position if there is none.
        keep: the input's columns that go along; all but the pages if not given. The address always does.
        fields: the Article's fields that are written; all if not given.
        format: how the parts are written, `parquet`, `jsonl`, `jsonl.gz` or `jsonl.zst`.
        input: what form all files are of; by their names or beginnings if not given.
        workers: how many processes clean; one on each processor if not given. 0 is for this process alone, as to debug:
            what kills it ends the run.
        timeout: the seconds that one record may take; `None` for any time.
        limit: the most bytes or characters of a record.
        part_rows: the most rows of a part.
        overwrite: remove what another run left in the folder.
        outlet: the column that says which outlet a row is from; the host of its address if not given.
        profiles: what `newsclean.learn` has written: each row is cleaned with its outlet's profile.
        learn: read the input twice, and learn the profiles from it first.
        pipeline: what cleans the texts, `Pipeline.default()` if not given. It has to be picklable.
        progress: where to tell how far it is, such as `sys.stderr`.

    Returns:
        The report, as in `run.json`.

    Raises:
        InputError: there is nothing to read, or nothing of it can be read.
        ColumnError: there is no column of a name given in `keep`, or none `outlet`.
        OutputError: the folder holds the output of another run, or is in use.
        ValueError: an option has a value that it cannot have.
        ImportError: a package is missing; the message says what to install.
        OSError: the folder cannot be written to.
        WorkerError: processes cannot be started, or die whatever they do.
    """
    options = Options(
        text=text, html=html, url=url, id=id, keep=keep, fields=fields, format=format, input=input,
        timeout=timeout, limit=limit, part_rows=part_rows, pipeline=pipeline, outlet=outlet,
        profiles=None if profiles is None else os.fspath(profiles), learn=learn,
    )  # fmt: skip
    count = processes(workers)
    folder = Folder(Path(output), format)
    files, survey = opened(paths, options, folder.path)
    plan = options.plan(survey.kept.written)
    with folder.taken():
        folder.prepare(plan, overwrite=overwrite)
        job = CleanPart(folder, options, _profiles(folder, files, survey, options, count, progress))
        going = _Run(folder, Progress(progress, total(files)))
        for read, counts in results(job, going.missing(ahead(parts(files, survey, part_rows))), count, timeout):
            going.count(counts, read, fresh=counts.rows)
        report = {**plan, "workers": count, **going.report(files)}
        folder.finish(going.parts, report)
        going.progress.end(_summary(report, folder.path))
    return report


def _profiles(
    folder: Folder, files: list[Source], survey: Survey, options: Options, workers: int, progress: TextIO | None
) -> Profiles | None:
    """The profiles that the run goes by; what was learned before it was stopped is there."""
    from newsclean.sites import table  # noqa: PLC0415 - needs pyarrow

    if not options.learn:
        return None if options.profiles is None else table.Profiles(options.profiles)
    if not folder.profiles.exists():
        if any(file.name == STDIN for file in files):
            msg = "learn reads the input twice, and standard input can be read once: write it to a file first"
            raise InputError(msg)
        found = learned(files, survey, options, workers, progress)
        table.write(folder.profiles, found)
    return table.Profiles(folder.profiles)


class _Run:
    """What has been done of a run."""

    def __init__(self, folder: Folder, progress: Progress) -> None:
        self.progress = progress
        self.parts = 0
        self._folder = folder
        self._counts = Counts()
        self._start = time.monotonic()
        self._fresh = 0
        self._ids = array("q")
        # Whether the folder is known to hold this input's parts.
        self._begun = False

    def missing(self, series: Iterator[Part]) -> Iterator[Part]:
        """The parts that are not there yet; those that are count. Raises `OutputError`, `OSError`."""
        for part in series:
            self.parts += 1
            self._ids.extend(hash(row.id) for row in part.rows if row.id is not None)
            digest, counts = self._folder.known(part.number) or (None, Counts())
            if digest == part.digest:
                self._begun = True
                self.count(counts, part.read, fresh=0)
                continue
            if digest is not None and not self._begun:
                msg = f"{self._folder.path} holds the output of another input; --overwrite removes it"
                raise OutputError(msg)
            yield part

    def count(self, counts: Counts, read: int, *, fresh: int) -> None:
        """Count what is in a part, of which so many rows were cleaned now."""
        self._counts += counts
        self._fresh += fresh
        self.progress.tell(self._counts, read, fresh=fresh)

    def report(self, files: Sequence[Source]) -> dict[str, Any]:
        """What there is to say at the end."""
        seconds = time.monotonic() - self._start
        ids = np.frombuffer(self._ids, np.int64) if self._ids else np.empty(0, np.int64)
        return {
            "inputs": [{"file": file.name, "form": file.form, "bytes": file.size} for file in files[:_MOST_NAMED]],
            "files": len(files),
            "parts": self.parts,
            "duplicate_ids": len(ids) - len(np.unique(ids)),
            "seconds": round(seconds, 3),
            "fresh_rows": self._fresh,
            "rows_per_second": round(self._fresh / max(seconds, 1e-9), 1),
            "counts": self._counts.summary(),
        }


def _summary(report: dict[str, Any], path: Path) -> str:
    counts = report["counts"]
    parts, fresh = report["parts"], report["fresh_rows"]
    speed = f"{fresh:,} of them cleaned now, {report['rows_per_second']:,.0f} a second"
    lines = [
        f"{_of(counts['rows'], 'document')} in {_of(parts, 'part')} in {path}: {speed}",
        ", ".join(f"{count:,} {outcome}" for outcome, count in counts["outcomes"].items()) or "nothing in the input",
        f"{counts['words_kept']:,} words kept, {counts['words_removed']:,} removed",
    ]
    if report["duplicate_ids"]:
        lines.append(f"{report['duplicate_ids']:,} ids stand on more than one row; file and position tell them apart")
    return "\n".join(lines)


def _of(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
