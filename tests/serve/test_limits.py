"""What becomes of what is too slow, too much or deadly, without a server."""

import asyncio
import json
import os
import signal
import time
from typing import ClassVar

import pytest

pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")

from attrs import frozen

from newsclean.corpus.pool import WorkerError
from newsclean.serve import workers
from newsclean.serve.bodies import Bodies
from newsclean.serve.documents import Clean, Wanted
from newsclean.serve.limits import Limits
from newsclean.serve.metrics import Metrics
from newsclean.serve.problems import Problem
from newsclean.serve.service import Service
from newsclean.serve.watch import Watch
from newsclean.serve.workers import DocumentDeathError, DocumentTimeoutError, Workers


@frozen
class Job:
    """Does what the document says."""

    timeout: float = 0.5

    def __call__(self, wanted, *_):
        if wanted.document == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if wanted.document == "hang":
            time.sleep(60)
        if wanted.document == "fail":
            raise LookupError(wanted.document)
        return str(os.getpid()).encode(), None


class Slow:
    """Workers whose documents are done when told so."""

    count = 2

    def __init__(self):
        self.go = asyncio.Event()

    async def clean(self, wanted):
        await self.go.wait()
        return json.dumps(wanted.document).encode(), None


def test_what_hangs_or_dies_costs_its_process():
    ended = []
    pool = Workers(Job(), 1, told=ended.append)

    async def work():
        await pool.start()
        first, _ = await pool.clean(Wanted(document="x"))
        assert (await pool.clean(Wanted(document="x")))[0] == first
        with pytest.raises(DocumentTimeoutError):
            await pool.clean(Wanted(document="hang"))
        second, _ = await pool.clean(Wanted(document="x"))
        with pytest.raises(DocumentDeathError):
            await pool.clean(Wanted(document="die"))
        third, _ = await pool.clean(Wanted(document="x"))
        with pytest.raises(LookupError):
            await pool.clean(Wanted(document="fail"))
        assert (await pool.clean(Wanted(document="x")))[0] == third
        assert len({first, second, third}) == 3

    try:
        asyncio.run(work())
    finally:
        pool.close()
    assert ended[:2] == ["timeout", "died"]


@frozen
class Broken:
    """Cannot be unpickled in another process."""

    timeout: float = 1

    def __reduce__(self):
        return os._exit, (3,)


def test_processes_that_cannot_be_started_are_said():
    pool = Workers(Broken(), 2)
    with pytest.raises(WorkerError):
        asyncio.run(pool.start())
    assert not pool.ready
    pool.close()


def test_a_process_makes_place_for_a_new_one(monkeypatch):
    monkeypatch.setattr(workers, "_LASTS", 2)
    pool = Workers(Job(), 1)

    async def work():
        return [(await pool.clean(Wanted(document="x")))[0] for _ in range(5)]

    try:
        pids = asyncio.run(work())
    finally:
        pool.close()
    assert pids[0] == pids[1] != pids[2] == pids[3] != pids[4]


def test_a_document_that_takes_too_long_is_said():
    body, error = Clean(1000, 0.0001)(Wanted(document="A bridge opens. " * 60), {}, print)
    assert body is None
    assert error.startswith("timeout: more than 0.0001 s")


def test_more_documents_than_may_be_in_flight_are_turned_away():
    async def work():
        pool = Slow()
        service = Service(Limits(in_flight=2), pool, Metrics())
        first = asyncio.create_task(service.one(Wanted(document="a")))
        second = asyncio.create_task(service.one(Wanted(document="b")))
        await asyncio.sleep(0)
        for turned_away in (service.one(Wanted(document="c")), asyncio.to_thread(service.batch, [b"{}"])):
            with pytest.raises(Problem) as caught:
                await turned_away
            assert caught.value.response.status_code == 429
            assert caught.value.response.headers["retry-after"] == "1"
        pool.go.set()
        assert [await first, await second] == [b'"a"', b'"b"']
        assert await service.one(Wanted(document="c")) == b'"c"'

    asyncio.run(work())


async def drained(response, sent):
    async def receive():
        await asyncio.sleep(60)

    async def send(message):
        sent.append(message)

    await response({"type": "http", "asgi": {"spec_version": "2.4"}}, receive, send)


def test_a_batch_takes_no_more_places_than_there_are_processes_and_gives_them_back():
    async def work():
        pool, sent = Slow(), []
        service = Service(Limits(in_flight=3), pool, Metrics())
        answer = service.batch([b'{"text": "%d"}' % n for n in range(9)])
        assert service._taken == 2
        pool.go.set()
        await drained(answer, sent)
        lines = [json.loads(line) for line in b"".join(message.get("body", b"") for message in sent).splitlines()]
        assert lines == [{"line": n, "article": str(n)} for n in range(9)]
        assert service._taken == 0

    asyncio.run(work())


def test_a_client_that_goes_away_gives_its_places_back():
    async def work():
        service = Service(Limits(), Slow(), Metrics())
        task = asyncio.create_task(drained(service.batch([b'{"text": "x"}'] * 3), []))
        await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert service._taken == 0

    asyncio.run(work())


class Sending:
    """A request of so many pieces, the last of which never comes."""

    headers: ClassVar = {}

    def __init__(self, *pieces):
        self.pieces = pieces
        self.go = asyncio.Event()

    async def stream(self):
        for piece in self.pieces:
            yield piece
        await self.go.wait()


def test_a_body_that_does_not_come_is_cut_off():
    async def work():
        with pytest.raises(Problem) as caught:
            await Bodies(Limits(patience=0.02)).read(Sending(b"x"), 10)
        assert (caught.value.status, caught.value.headers) == (408, {"Connection": "close"})

    asyncio.run(work())


def test_bodies_that_come_at_the_same_time_have_a_bound():
    async def work():
        bodies = Bodies(Limits(body=10, in_flight=2))
        slow = Sending(b"x" * 9)
        first, second = (asyncio.create_task(bodies.read(slow, 10)) for _ in range(2))
        await asyncio.sleep(0.01)
        with pytest.raises(Problem) as caught:
            await bodies.read(Sending(b"x" * 3), 10)
        assert (caught.value.status, caught.value.headers["Retry-After"]) == (429, "1")
        slow.go.set()
        assert await first == await second == b"x" * 9
        slow.pieces = [b"x" * 10]
        assert await bodies.read(slow, 10) == b"x" * 10

    asyncio.run(work())


def test_a_reader_that_takes_nothing_is_cut_off(caplog):
    async def app(_, __, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"x"})

    async def send(message):
        if message["type"] == "http.response.body":
            await asyncio.sleep(60)

    with caplog.at_level("INFO", "newsclean.serve"):
        asyncio.run(Watch(app, Metrics(), 0.02)({"type": "http", "path": "/", "method": "GET"}, None, send))
    assert "TimeoutError" in caplog.records[-1].fields["error"]


def test_an_error_of_the_server_is_a_problem_and_its_message_is_not_told(caplog):
    sent = []

    async def app(*_):
        raise LookupError(*["the secret text"])

    async def send(message):
        sent.append(message)

    with caplog.at_level("INFO", "newsclean.serve"):
        asyncio.run(Watch(app, Metrics(), 1)({"type": "http", "path": "/", "method": "GET"}, None, send))
    assert sent[0]["status"] == 500
    assert "secret" not in sent[1]["body"].decode() + json.dumps(caplog.records[-1].fields)
    assert caplog.records[-1].fields["error"].startswith("LookupError in ")


@pytest.mark.parametrize("name", ["body", "timeout", "in_flight", "batch", "patience"])
def test_limits_are_above_zero(name):
    with pytest.raises(ValueError, match=name):
        Limits(**{name: 0})
