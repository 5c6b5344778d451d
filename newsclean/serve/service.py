"""What the server does with documents: one, or many one after the other, within the limits."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

from newsclean.serve import requests
from newsclean.serve.problems import Problem, of_error
from newsclean.serve.watch import LOG
from newsclean.serve.workers import DocumentDeathError, DocumentTimeoutError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import Receive, Scope, Send

    from newsclean.serve.documents import Wanted
    from newsclean.serve.limits import Limits
    from newsclean.serve.metrics import Metrics
    from newsclean.serve.workers import Workers

LINES = "application/x-ndjson"


class Service:
    """Cleans documents in the processes, no more at a time than the limits say."""

    def __init__(
        self, limits: Limits, workers: Workers, metrics: Metrics, outlets: frozenset[str] = frozenset()
    ) -> None:
        self.limits = limits
        self.workers = workers
        self._metrics = metrics
        self._outlets = outlets
        self._taken = 0

    async def one(self, wanted: Wanted) -> bytes:
        """The article of a document, as it is wanted. Raises `Problem`."""
        self._take(1)
        try:
            return await self._cleaned(wanted)
        finally:
            self._give(1)

    def batch(self, lines: list[bytes]) -> StreamingResponse:
        """The articles of documents in JSON, one a line, in order. Raises `Problem`."""
        # Enough for all processes; the others of the batch wait outside.
        places = max(1, min(self.workers.count, self.limits.in_flight, len(lines)))
        self._take(places)
        return _Answers(self._answers(lines, places), lambda: self._give(places))

    async def _answers(self, lines: list[bytes], places: int) -> AsyncIterator[bytes]:
        waiting: deque[asyncio.Task[bytes]] = deque()
        try:
            for number, line in enumerate(lines):
                if len(waiting) == places:
                    yield await waiting[0]
                    waiting.popleft()
                waiting.append(asyncio.create_task(self._line(number, line)))
            while waiting:
                yield await waiting[0]
                waiting.popleft()
        finally:
            for task in waiting:
                task.cancel()

    async def _line(self, number: int, line: bytes) -> bytes:
        try:
            if len(line) > self.limits.body:
                raise Problem(413, f"too large: the limit is {self.limits.body / 1e6:g} MB")  # noqa: TRY301 - as others
            article = await self._cleaned(requests.of_json(line))
        except Problem as problem:
            return b'{"line": %d, "error": %b}\n' % (number, json.dumps(problem.members).encode())
        return b'{"line": %d, "article": %b}\n' % (number, article)

    async def _cleaned(self, wanted: Wanted) -> bytes:
        if wanted.site is not None and wanted.site not in self._outlets:
            raise Problem(422, f"site: there is no profile of {wanted.site!r}", field="site")
        try:
            body, error = await self.workers.clean(wanted)
        except DocumentTimeoutError:
            body, error = None, f"timeout: more than {self.limits.timeout:g} s"
        except DocumentDeathError:
            body, error = None, "failed: the process that cleaned it died"
        except Exception:  # noqa: BLE001 - the others of a batch are not to suffer
            LOG.exception("a document failed")
            body, error = None, "failed: the server's log has the error"
        self._metrics.cleaned((error or "cleaned").partition(":")[0])
        if body is None:
            raise of_error(error or "")
        return body

    def _take(self, places: int) -> None:
        if self._taken + places > self.limits.in_flight:
            detail = f"{self._taken} documents are being cleaned or wait for it; try again in a second"
            raise Problem(429, detail, headers={"Retry-After": "1"})
        self._taken += places
        self._metrics.in_flight(self._taken)

    def _give(self, places: int) -> None:
        self._taken -= places
        self._metrics.in_flight(self._taken)


class _Answers(StreamingResponse):
    """Lines as they are done; calls `after` at the end, also where the client has gone before the first."""

    def __init__(self, lines: AsyncIterator[bytes], after: Callable[[], None]) -> None:
        super().__init__(lines, media_type=LINES)
        self._after = after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send them."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._after()
