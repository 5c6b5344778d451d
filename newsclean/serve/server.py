"""The server: an address to listen at, a log, and an end in good order."""

from __future__ import annotations

import logging
import socket
import sys
from typing import TYPE_CHECKING

import uvicorn

from newsclean.serve.application import application
from newsclean.serve.watch import LOG, Formatter

if TYPE_CHECKING:
    from newsclean.serve.limits import Limits
    from newsclean.sites.table import Profiles

#: The seconds that requests have to be answered when the server is told to stop.
_GRACE = 30
#: Connections above which clients get 503, so that there is a file descriptor for each.
_CONNECTIONS = 900


def serve(host: str, port: int, limits: Limits, processes: int, profiles: Profiles | None = None) -> int:
    """Serve until told to stop; gives the exit code.

    Args:
        host: the address to listen at.
        port: the port.
        limits: what clients may ask.
        processes: how many processes clean.
        profiles: what was learned of outlets.

    Raises:
        OSError: nobody can listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=_CONNECTIONS)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Formatter())
    for name, level in ((LOG.name, logging.INFO), ("uvicorn", logging.WARNING)):
        logging.getLogger(name).handlers = [handler]
        logging.getLogger(name).setLevel(level)
    config = uvicorn.Config(
        application(limits, processes, profiles),
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE,
    )
    server = uvicorn.Server(config)
    address = f"[{host}]" if ":" in host else host
    LOG.info("listening", extra={"fields": {"address": f"http://{address}:{listening.getsockname()[1]}/"}})
    server.run([listening])
    return 0 if server.started else 1
