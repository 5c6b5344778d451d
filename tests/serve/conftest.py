"""What the tests of the server share: one that runs for all of them, and one that listens."""

import threading
import time
import urllib.error
import urllib.request

import browser
import pytest

chromium = browser.chromium


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


@pytest.fixture(scope="session")
def address():
    """The address of a server that listens."""
    pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")
    import uvicorn

    from newsclean.serve.application import application
    from newsclean.serve.limits import Limits

    server = uvicorn.Server(uvicorn.Config(application(Limits(body=100_000), 1), port=0, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    while not ready(url):
        time.sleep(0.05)
    yield url
    server.should_exit = True
    thread.join()


def ready(url):
    try:
        urllib.request.urlopen(f"{url}/ready").close()  # noqa: S310 - an address of this machine
    except urllib.error.HTTPError:
        return False
    return True
