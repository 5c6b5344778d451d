"""The load that is sent, and what is read of the server."""

import pytest

pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")

from benchmarks import serve


def test_clients_together_send_as_many_as_they_are_told():
    with serve.server(1) as (address, pid):
        before = serve.used(pid)
        seen = serve.asked(address, 5, 2, b"Also.")
        after = serve.used(pid)
    assert seen["answers"] == {200: 5}
    assert 0 < seen["p50 ms"] <= seen["p99 ms"]
    assert after["cpu"] > before["cpu"]
    assert len(seen["hostile answers"]) >= 1
