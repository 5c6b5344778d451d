"""`newsclean serve`: articles over HTTP."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from newsclean._extras import needed
from newsclean.commands.saying import FAILED, MisuseError, reason, say

if TYPE_CHECKING:
    import argparse

    from newsclean.sites.table import Profiles

SUMMARY = "Serve articles over HTTP, with a page to try it."
EPILOG = """\
examples:
  newsclean serve                                  then open http://127.0.0.1:8000/
  curl -H 'Content-Type: text/html' --data-binary @page.html http://127.0.0.1:8000/clean
  curl --data-binary @pages.jsonl http://127.0.0.1:8000/clean/batch

/docs has all addresses. Nothing is fetched, and no text gets into the log. There
is no login: put a proxy that has one before it, or leave --host as it is.
"""
_MEGABYTE = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser this command's arguments."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="the port (default: %(default)s)")
    parser.add_argument("--workers", type=int, metavar="N", help="processes (default: one on each processor)")
    parser.add_argument(
        "--body",
        type=float,
        default=5.0,
        metavar="MB",
        help="the largest document, a batch ten times as much (default: %(default)s)",
    )
    parser.add_argument(
        "--timeout",
        type=float,
        default=10.0,
        metavar="SECONDS",
        help="the longest that a document may take (default: %(default)s)",
    )
    parser.add_argument(
        "--in-flight",
        type=int,
        default=32,
        metavar="N",
        help="the most documents cleaned or waiting, before others are told to come again (default: %(default)s)",
    )
    parser.add_argument(
        "--batch", type=int, default=1000, metavar="N", help="the most documents of a batch (default: %(default)s)"
    )
    parser.add_argument(
        "--patience",
        type=float,
        default=30.0,
        metavar="SECONDS",
        help="how long a slow client is waited for (default: %(default)s)",
    )
    parser.add_argument("--profiles", metavar="FILE", help="what `newsclean learn` has learned of the sites")


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop; gives the exit code."""
    from newsclean.corpus.pool import cores  # noqa: PLC0415 - what `--help` needs not
    from newsclean.serve.limits import Limits  # noqa: PLC0415 - as above

    processes = cores() if options.workers is None else options.workers
    if processes < 1:
        msg = f"--workers: it has to be more than 0, not {processes}"
        raise MisuseError(msg)
    try:
        limits = Limits(
            body=round(options.body * _MEGABYTE),
            timeout=options.timeout,
            in_flight=options.in_flight,
            batch=options.batch,
            patience=options.patience,
        )
    except ValueError as error:
        raise MisuseError(str(error)) from None
    try:
        for module in ("fastapi", "fastapi_offline", "prometheus_client", "python_multipart", "uvicorn"):
            needed(module, "serve", "newsclean serve")
        profiles = _profiles(options.profiles)
    except (ImportError, ValueError) as error:
        say(str(error))
        return FAILED
    except OSError as error:
        say(f"cannot read {options.profiles}: {reason(error)}")
        return FAILED
    if not _is_loopback(options.host):
        say(f"anybody who reaches {options.host} can use this server: there is no login")
    from newsclean.serve.server import serve  # noqa: PLC0415 - as above

    try:
        return serve(options.host, options.port, limits, processes, profiles)
    except (OSError, OverflowError) as error:
        say(f"cannot listen at {options.host}, port {options.port}: {reason(error)}")
        return FAILED


def _profiles(path: str | None) -> Profiles | None:
    """The profiles in a file. Raises `OSError`, `ValueError` or `ImportError`."""
    if path is None:
        return None
    from newsclean.sites.table import Profiles  # noqa: PLC0415 - needs pyarrow

    return Profiles(path)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
