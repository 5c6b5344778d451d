"""The processes that clean, one for each thread that waits for it."""

from __future__ import annotations

import asyncio
import multiprocessing
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from newsclean.corpus.pool import DONE, FAILED, WorkerError, do_tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.serve.documents import Clean, Wanted

#: Documents after which a process makes place for a new one, as memory that was taken once is seldom given back.
_LASTS = 2000


class DocumentTimeoutError(Exception):
    """A document took too long, and its process was ended."""


class DocumentDeathError(Exception):
    """The process that cleaned a document died."""


class Workers:
    """Processes that clean one document each at a time. One that dies or does not answer is replaced.

    Args:
        job: what they do.
        count: how many there are.
        warm: documents of which each process cleans one of each before it counts as ready.
        told: is called with the reason whenever a process has been ended: `timeout`, `died` or `age`.
    """

    def __init__(
        self, job: Clean, count: int, warm: tuple[Wanted, ...] = (), told: Callable[[str], None] = lambda _: None
    ) -> None:
        self.count = count
        self.ready = False
        self._job = job
        self._warm = warm
        self._told = told
        # The process looks at its clock itself; what it cannot interrupt is ended from here.
        self._patience = job.timeout + 1.0
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="newsclean")
        self._own = threading.local()
        self._all: set[_Process] = set()

    async def start(self) -> None:
        """Start all processes; `ready` when they are.

        Raises:
            WorkerError: one cannot be started.
        """
        # Each thread waits for the others, so that none takes two turns.
        barrier = threading.Barrier(self.count)
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, self._begin, barrier) for _ in range(self.count)))
        self.ready = True

    def _begin(self, barrier: threading.Barrier) -> None:
        try:
            self._mine()
            barrier.wait()
        except (EOFError, OSError, threading.BrokenBarrierError) as error:
            barrier.abort()
            msg = "a process cannot be started"
            raise WorkerError(msg) from error

    async def clean(self, wanted: Wanted) -> tuple[bytes | None, str | None]:
        """What `documents.Clean` gives, when it is this document's turn.

        Raises:
            DocumentTimeoutError: it took too long for its process to notice.
            DocumentDeathError: its process died.
        """
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._clean, wanted)

    def _clean(self, wanted: Wanted) -> tuple[bytes | None, str | None]:
        process = self._mine()
        try:
            result: tuple[bytes | None, str | None] = process.do(wanted, self._patience)
        except TimeoutError:
            self._end(process, "timeout")
            raise DocumentTimeoutError from None
        except (EOFError, OSError):
            self._end(process, "died")
            raise DocumentDeathError from None
        if process.done >= _LASTS:
            self._end(process, "age")
        return result

    def _mine(self) -> _Process:
        """This thread's process."""
        process: _Process | None = getattr(self._own, "process", None)
        if process is None:
            process = _Process(self._job)
            self._all.add(process)
            for wanted in self._warm:
                process.do(wanted, None)
            process.done = 0
            self._own.process = process
        return process

    def _end(self, process: _Process, reason: str) -> None:
        self._own.process = None
        self._all.discard(process)
        process.end()
        self._told(reason)

    def close(self) -> None:
        """End all processes."""
        self.ready = False
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in list(self._all):
            process.kill()
        self._threads.shutdown()


class _Process:
    """A process, and the pipe to it."""

    def __init__(self, job: Clean) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=do_tasks, args=(theirs, job), daemon=True)
        self._process.start()
        theirs.close()
        # It says first that it is there; how long that takes is no document's affair.
        self._pipe.recv()
        self.done = 0

    def do(self, wanted: Wanted, seconds: float | None) -> Any:  # noqa: ANN401 - what the job gives
        """The job done. Raises `TimeoutError`, or `EOFError` or `OSError` where the process has died."""
        self._pipe.send((wanted, {}))
        end = None if seconds is None else time.monotonic() + seconds
        while self._pipe.poll(None if end is None else max(0.0, end - time.monotonic())):
            kind, value, _ = self._pipe.recv()
            if kind == FAILED:
                raise value
            if kind == DONE:
                self.done += 1
                return value
        raise TimeoutError

    def kill(self) -> None:
        """End it at once; the thread that waits for it will notice."""
        self._process.kill()

    def end(self) -> None:
        """End it, and the pipe to it."""
        self._process.kill()
        self._process.join()
        self._pipe.close()
