"""What goes wrong, as problem details (RFC 9457)."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
SCHEMA = {
    "title": "Problem",
    "type": "object",
    "properties": {
        "type": {"type": "string", "const": "about:blank"},
        "title": {"type": "string", "description": "The status in words."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong, and what to do."},
        "field": {"type": "string", "description": "Where in the request it is wrong."},
    },
    "required": ["type", "title", "status", "detail"],
}


class Problem(Exception):  # noqa: N818 - as the standard calls it
    """A request that is not answered.

    Args:
        status: the status of HTTP.
        detail: what is wrong, and what to do.
        field: where in the request.
        headers: headers of the answer.
    """

    def __init__(
        self, status: int, detail: str, *, field: str | None = None, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = headers
        self.members: dict[str, Any] = {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": detail,
            **({"field": field} if field else {}),
        }

    @property
    def response(self) -> Response:
        """The answer that tells of it."""
        return Response(json.dumps(self.members), self.status, self.headers, MEDIA_TYPE)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The answers with these statuses, for OpenAPI."""
    return {
        status: {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {"schema": SCHEMA}}}
        for status in statuses
    }


def of_error(error: str) -> Problem:
    """The problem of a document that could not be cleaned, from the words of `newsclean._outcome.outcome`."""
    kind = error.partition(":")[0]
    return Problem({"timeout": 504, "failed": 500, "too large": 413}.get(kind, 422), error)
