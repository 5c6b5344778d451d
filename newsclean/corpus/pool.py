"""Processes that do one task each at a time: one that dies is replaced, and what killed it is left out."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import time
from collections import deque
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_Given_contra = TypeVar("_Given_contra", contravariant=True)
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_Made_co = TypeVar("_Made_co", covariant=True)

#: Deaths of a task's processes for which no item is to blame, after which it is given up.
_MOST_DEATHS = 3
#: How long the pool waits for news before it looks whether an item takes too long.
_TICK = 0.5
#: What a process may take to be gone when its pipe is closed.
_LONGEST = 5.0


class WorkerError(RuntimeError):
    """Processes cannot be started, or die whatever they do."""


class Job(Protocol[_Given_contra, _Made_co]):
    """What the processes do. It has to be picklable."""

    def __call__(self, task: _Given_contra, left_out: Mapping[int, str], at: Callable[[int], None], /) -> _Made_co:
        """Do a task.

        Args:
            task: a series of items.
            left_out: the items that must not be touched, by their numbers, with the reason.
            at: is to be told the number of each item before it is begun.
        """


@define
class _Assignment(Generic[_Given]):
    number: int
    task: _Given
    left_out: dict[int, str] = field(factory=dict)
    deaths: int = 0


@define(eq=False)
class _Worker(Generic[_Given]):
    process: BaseProcess
    connection: Connection[Any, Any]
    ready: bool = False
    assignment: _Assignment[_Given] | None = None
    item: int = -1
    since: float = 0.0


class Pool(Generic[_Given, _Made]):
    """Processes that do a job.

    Args:
        job: what they do.
        count: how many there are.
        patience: the seconds after which an item is given up and its process ended; `None` for any time.
    """

    def __init__(self, job: Job[_Given, _Made], count: int, *, patience: float | None = None) -> None:
        self._job = job
        self._count = count
        self._patience = patience
        # A fork would copy the threads' locks as they happen to be.
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker[_Given]] = []

    def map(self, tasks: Iterable[_Given]) -> Iterator[_Made]:
        """What becomes of each task, in their order. Tasks are taken as they can be done.

        Raises:
            WorkerError: processes cannot be started, or die whatever they do.
            Exception: whatever the job raises.
        """
        series = enumerate(tasks)
        waiting: deque[_Assignment[_Given]] = deque()
        done: dict[int, _Made] = {}
        following, ended = 0, False
        try:
            while True:
                # No more results wait for their turn than a few for each process.
                while not ended and len(waiting) < 1 and self._open() + len(done) < 4 * self._count:
                    number, task = next(series, (-1, None))
                    ended = number < 0
                    if not ended:
                        waiting.append(_Assignment(number, cast("_Given", task)))
                    self._assign(waiting)
                while following in done:
                    yield done.pop(following)
                    following += 1
                if ended and not waiting and not self._open():
                    return
                done.update(self._news(waiting))
                self._assign(waiting)
        finally:
            self._end()

    def _open(self) -> int:
        return sum(worker.assignment is not None for worker in self._workers)

    def _assign(self, waiting: deque[_Assignment[_Given]]) -> None:
        while waiting:
            worker = next((worker for worker in self._workers if worker.assignment is None), None)
            if worker is None:
                if len(self._workers) == self._count:
                    return
                worker = self._started()
            assignment = waiting.popleft()
            worker.assignment, worker.item, worker.since = assignment, -1, time.monotonic()
            try:
                worker.connection.send((assignment.task, assignment.left_out))
            except OSError:
                # It has died: that is news.
                return

    def _started(self) -> _Worker[_Given]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=do_tasks, args=(theirs, self._job), daemon=True)
        process.start()
        theirs.close()
        worker: _Worker[_Given] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _news(self, waiting: deque[_Assignment[_Given]]) -> Iterator[tuple[int, _Made]]:
        """What has been done; tasks whose process has died wait again."""
        by_connection = {worker.connection: worker for worker in self._workers}
        for there in connection.wait(list(by_connection), _TICK):
            worker = by_connection[cast("Connection[Any, Any]", there)]
            try:
                while worker.connection.poll():
                    kind, value, when = worker.connection.recv()
                    if kind == READY:
                        worker.ready = True
                    elif kind == AT:
                        worker.item, worker.since = value, when
                    elif kind == FAILED:
                        raise value
                    elif worker.assignment is not None:
                        yield worker.assignment.number, value
                        worker.assignment = None
            except (EOFError, ConnectionResetError):
                self._died(worker, waiting, None)
        if self._patience is not None:
            now = time.monotonic()
            for worker in list(self._workers):
                if worker.item >= 0 and worker.assignment is not None and now - worker.since > self._patience:
                    worker.process.kill()
                    late = f"timeout: more than {self._patience:g} s, and the process had to be ended"
                    self._died(worker, waiting, late)

    def _died(self, worker: _Worker[_Given], waiting: deque[_Assignment[_Given]], reason: str | None) -> None:
        worker.process.join(_LONGEST)
        worker.process.kill()
        worker.connection.close()
        self._workers.remove(worker)
        if not worker.ready:
            msg = (
                "a process cannot be started; a script that calls newsclean with several processes has to do so "
                'under `if __name__ == "__main__":`'
            )
            raise WorkerError(msg)
        assignment = worker.assignment
        if assignment is None:
            return
        assignment.deaths += 1
        if worker.item >= 0 and (reason or assignment.deaths > 1):
            died = f"died: the process that cleaned it was ended (exit code {worker.process.exitcode})"
            assignment.left_out[worker.item] = reason or died
        elif assignment.deaths > _MOST_DEATHS:
            msg = f"processes die (exit code {worker.process.exitcode}), and no record is to blame"
            raise WorkerError(msg)
        waiting.appendleft(assignment)

    def _end(self) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


class Here(Generic[_Given, _Made]):
    """Does a job in this process."""

    def __init__(self, job: Job[_Given, _Made]) -> None:
        self._job = job

    def map(self, tasks: Iterable[_Given]) -> Iterator[_Made]:
        """What becomes of each task, in their order. Raises whatever the job raises."""
        return (self._job(task, {}, lambda _: None) for task in tasks)


#: What a process says: that it has begun, which item it is at, what it has made of a task, and what it raised.
READY, AT, DONE, FAILED = range(4)


def do_tasks(pipe: Connection[Any, Any], job: Job[Any, Any]) -> None:
    """Do tasks until the other side is gone."""
    # Ctrl-C goes to all processes; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def at(item: int) -> None:
        pipe.send((AT, item, time.monotonic()))

    try:
        pipe.send((READY, None, 0.0))
        while True:
            task, left_out = pipe.recv()
            try:
                pipe.send((DONE, job(task, left_out, at), 0.0))
            except (BrokenPipeError, ConnectionResetError):
                raise
            except Exception as error:  # noqa: BLE001 - it is raised on the other side
                pipe.send((FAILED, _picklable(error), 0.0))
    except (EOFError, OSError):
        # Nothing is left to do, and nobody to be told: whatever else runs here ends, too.
        os._exit(0)


def _picklable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what has just been made
    except Exception:  # noqa: BLE001 - of any class
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def processes(workers: int | None) -> int:
    """As many as asked for; one on each processor if none are. Raises `ValueError` for fewer than none."""
    if workers is not None and workers < 0:
        msg = f"workers: it has to be 0 or more, not {workers}"
        raise ValueError(msg)
    return cores() if workers is None else workers


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
