"""Reading what clients send, with a clock and a measure."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from newsclean.serve.problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request

    from newsclean.serve.limits import Limits

#: The rest of a body that is not wanted is not waited for.
_CLOSE = {"Connection": "close"}


class Bodies:
    """Reads the bodies of requests, no more of them at a time than documents in flight would have."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.patience
        self._room = limits.in_flight * limits.body
        self._held = 0

    async def read(self, request: Request, most: int) -> bytes:
        """A request's body.

        Args:
            request: the request.
            most: the most bytes that it may have.

        Raises:
            Problem: it is too large, does not come, or too much else is coming.
        """
        told = request.headers.get("content-length", "")
        body = bytearray()
        try:
            async with asyncio.timeout(self._seconds):
                _check_size(int(told) if told.isdecimal() else 0, most)
                async for piece in request.stream():
                    _check_size(len(body) + len(piece), most)
                    self._hold(len(piece))
                    body += piece
        except TimeoutError:
            raise Problem(408, f"the request did not come within {self._seconds:g} s", headers=_CLOSE) from None
        except ClientDisconnect:
            raise Problem(400, "the client has gone") from None
        finally:
            self._held -= len(body)
        return bytes(body)

    def _hold(self, size: int) -> None:
        if self._held + size > self._room:
            detail = "too much is being sent at the same time; try again in a second"
            raise Problem(429, detail, headers={"Retry-After": "1", **_CLOSE})
        self._held += size


def _check_size(size: int, most: int) -> None:
    if size > most:
        raise Problem(413, f"too large: the limit is {most / 1e6:g} MB", headers=_CLOSE)
