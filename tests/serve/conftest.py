"""What the tests of the server share: one that runs for all of them."""

import time

import pytest


@pytest.fixture(scope="session")
def server():
    """A client of a server whose process is there."""
    pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")
    from fastapi.testclient import TestClient

    from newsclean.serve.application import application
    from newsclean.serve.limits import Limits

    with TestClient(application(Limits(body=100_000, batch=5), 1)) as client:
        while client.get("/ready").status_code != 200:
            time.sleep(0.05)
        yield client
