"""Around each request: headers, a clock for slow readers, a line in the log, a count. No text gets into the log."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import TYPE_CHECKING, Any

from starlette.datastructures import MutableHeaders

from newsclean.serve.problems import Problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from newsclean.serve.metrics import Metrics

LOG = logging.getLogger("newsclean.serve")
_NOTHING = "default-src 'none'; frame-ancestors 'none'"
#: What pages may load, by path: the page's own files; and for the documentation what Swagger writes into its page.
_POLICIES = {
    "/": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "/docs": "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Watch:
    """Middleware around an application.

    Args:
        app: the application.
        metrics: where requests are counted.
        patience: the seconds that a client may take to take a piece of an answer.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, patience: float) -> None:
        self._app = app
        self._metrics = metrics
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status, sent, error = time.monotonic(), 0, 0, None

        async def watched(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", _POLICIES.get(scope["path"], _NOTHING))
            sent += len(message.get("body", b""))
            async with asyncio.timeout(self._patience):
                await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as raised:  # noqa: BLE001 - whatever it is, its message may hold text
            error = _named(raised)
            if not status:
                await Problem(500, "the server failed; its log has the place").response(scope, receive, watched)
        seconds = time.monotonic() - start
        route = getattr(scope.get("route"), "path", "other")
        self._metrics.answered(route, status, seconds)
        LOG.info(
            "request",
            extra={
                "fields": {
                    "method": scope["method"],
                    "path": route,
                    "status": status,
                    "seconds": round(seconds, 4),
                    "bytes": sent,
                    **({"error": error} if error else {}),
                }
            },
        )


def _named(error: BaseException) -> str:
    """An error's type and place, without its message."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "nowhere"
    return f"{type(error).__name__} in {place}"


class Formatter(logging.Formatter):
    """A line of JSON for each record, without the messages of errors, which may hold text."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        fields: dict[str, Any] = getattr(record, "fields", {})
        error = record.exc_info and record.exc_info[1]
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "event": record.msg % record.args if record.args else str(record.msg),
            **fields,
            **({"error": _named(error)} if error else {}),
        }
        return json.dumps(line)
