"""What a job makes of the parts of a corpus, in several processes or in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsclean.corpus.pool import Here, Pool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.corpus.parts import Part
    from newsclean.corpus.pool import Job

_Made = TypeVar("_Made")

#: The processor may be in a library that Python cannot interrupt; then the process has to be ended.
_GRACE = 5.0


def results(
    job: Job[Part, _Made], series: Iterable[Part], workers: int, timeout: float | None
) -> Iterator[tuple[int, _Made]]:
    """What becomes of each part, in order, with how much had been read of the input when the part was complete.

    Args:
        job: what is done with a part.
        series: the parts, which are taken as they can be done.
        workers: how many processes do it; 0 for this one alone.
        timeout: the seconds that a record may take; a process that takes twice as long is ended.

    Raises:
        WorkerError: processes cannot be started, or die whatever they do.
        Exception: whatever the job raises.
    """
    patience = None if timeout is None else 2 * timeout + _GRACE
    pool: Pool[Part, _Made] | Here[Part, _Made] = Pool(job, workers, patience=patience) if workers else Here(job)
    read: list[int] = []

    def noted() -> Iterator[Part]:
        for part in series:
            read.append(part.read)
            yield part

    return ((read[number], made) for number, made in enumerate(pool.map(noted())))
