"""`newsclean serve`, as it is started."""

import json
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from newsclean.cli import main


def run(*options):
    return subprocess.run(
        [sys.executable, "-m", "newsclean", "serve", *options], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [(["--workers", "0"], "--workers"), (["--body", "0"], "body"), (["--patience", "-1"], "patience")],
)
def test_wrong_options_are_said(capsys, options, message):
    with pytest.raises(SystemExit) as caught:
        main(["serve", *options])
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


def test_without_the_packages_it_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "fastapi", None)
    assert main(["serve"]) == 1
    assert "needs fastapi: pip install 'newsclean[serve]'" in capsys.readouterr().err


def test_it_serves_until_told_to_stop():
    pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")
    command = [sys.executable, "-m", "newsclean", "serve", "--port", "0", "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        lines = [json.loads(process.stderr.readline())]
        request = urllib.request.Request(  # noqa: S310 - an address of this machine
            f"{lines[0]['address']}clean",
            b"Ferry sold\n\nThe council sold the ferry on Monday.",
            {"Content-Type": "text/plain"},
        )
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - as above
            assert json.load(answer)["title"] == "Ferry sold"
        process.send_signal(signal.SIGTERM)
        lines += map(json.loads, process.stderr)
        assert process.wait(60) in {0, -signal.SIGTERM}
    events = [line["event"] for line in lines]
    assert (events[0], events[-1]) == ("listening", "stopped")
    assert {"ready", "request"} <= set(events)
    assert "Ferry" not in json.dumps(lines)


def test_it_stops_while_it_starts():
    pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")
    command = [sys.executable, "-m", "newsclean", "serve", "--port", "0", "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        lines = [json.loads(line) for line in process.stderr]
    assert "error" not in {line["level"] for line in lines}


def test_a_port_in_use_is_an_error():
    pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("--port", str(taken.getsockname()[1]), "--workers", "1")
    assert result.returncode == 1
    assert "Address already in use" in result.stderr
    assert "Traceback" not in result.stderr
