"""Clients that send or take nothing, over real connections."""

import socket
import threading
import time

import pytest

pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")

import uvicorn
from starlette.applications import Starlette
from starlette.responses import StreamingResponse
from starlette.routing import Route

from newsclean.serve.bodies import Bodies
from newsclean.serve.limits import Limits
from newsclean.serve.metrics import Metrics
from newsclean.serve.problems import Problem
from newsclean.serve.watch import Watch

PATIENCE = 0.3


async def taking(request):
    await Bodies(Limits(patience=PATIENCE)).read(request, 1000)


async def giving(_):
    async def pieces():
        for _ in range(1000):
            yield b"x" * 100_000

    return StreamingResponse(pieces())


@pytest.fixture
def connected():
    app = Starlette(
        routes=[Route("/taking", taking, methods=["POST"]), Route("/giving", giving)],
        exception_handlers={Problem: lambda _, problem: problem.response},
    )
    watched = Watch(app, Metrics(), PATIENCE)
    server = uvicorn.Server(uvicorn.Config(watched, port=0, log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    with socket.create_connection(server.servers[0].sockets[0].getsockname(), timeout=60) as client:
        yield client
    server.should_exit = True
    thread.join()


def test_a_body_that_does_not_come_is_answered_and_the_connection_closed(connected):
    connected.sendall(b"POST /taking HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nbegun")
    answer = b""
    while piece := connected.recv(1000):
        answer += piece
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"did not come within 0.3 s" in answer


def test_an_answer_that_nobody_takes_is_cut_off(connected, caplog):
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    with caplog.at_level("INFO", "newsclean.serve"):
        connected.sendall(b"GET /giving HTTP/1.1\r\nHost: a\r\n\r\n")
        while not (errors := [r.fields["error"] for r in caplog.records if "error" in getattr(r, "fields", {})]):
            time.sleep(0.05)
    assert errors[0].startswith("TimeoutError in ")
    taken = 0
    while piece := connected.recv(1_000_000):
        taken += len(piece)
    assert taken < 100_000_000
