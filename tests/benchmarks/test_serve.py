"""The load that is sent, and what is read of the server."""

import itertools
import time

import pytest

pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")

from benchmarks import serve


def test_clients_together_send_as_many_as_they_are_told():
    with serve.server(1) as (address, pid):
        before = serve.used(pid)
        seen = serve.asked(address, itertools.islice(serve.documents(), 5), 2, time.monotonic() + 60, b"Also.")
        after = serve.used(pid)
    assert seen["answers"] == {200: 5}
    assert 0 < seen["p50 ms"] <= seen["p99 ms"]
    assert after["cpu"] > before["cpu"]
    assert len(seen["hostile answers"]) >= 1
    assert 0 < after["server MB"] < after["all MB"]


def test_no_two_documents_are_the_same():
    sent = list(itertools.islice(serve.documents(), 3 * serve.DIFFERENT))
    assert len(set(sent)) == len(sent)
