"""The page at which a text or a page is tried, and what its frame shows."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Request  # noqa: TC002 - FastAPI reads the annotations
from fastapi.staticfiles import StaticFiles
from starlette.responses import FileResponse, HTMLResponse, Response

from newsclean.serve import requests
from newsclean.serve.problems import Problem
from newsclean.views.document import Look, data, document, policy_of, styled
from newsclean.views.pages import policy
from newsclean.views.plain import shown

if TYPE_CHECKING:
    from fastapi import FastAPI

    from newsclean.serve.bodies import Bodies
    from newsclean.serve.service import Service

_STATIC = Path(__file__).parent / "static"


@cache
def _look() -> Look:
    return Look(styled(data("newsclean.serve", "page.css")))


def add_page(app: FastAPI, service: Service, bodies: Bodies) -> None:
    """Add the page, its files and its frame to an application."""

    @app.get("/", include_in_schema=False)
    async def page() -> Response:
        return FileResponse(_STATIC / "page.html")

    @app.get("/static/page.css", include_in_schema=False)
    async def style() -> Response:
        return Response(_look().style, media_type="text/css")

    @app.get("/view", include_in_schema=False)
    async def nothing() -> Response:
        return _framed(_said("What comes of a text is shown here: what was kept, what was removed, and why."))

    @app.post("/view", include_in_schema=False)
    async def view(request: Request) -> Response:
        try:
            body = await bodies.read(request, 2 * service.limits.body)
            html = await service.one(await requests.of_form(body, request.headers.get("content-type", "")))
        except Problem as problem:
            return _framed(_said(problem.members["detail"]), problem.status, problem.headers)
        return HTMLResponse(html, headers=_framing(policy()))

    # After the style, which lies beside the page's other files only for browsers.
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")


def _said(text: str) -> str:
    body = f'<main class="alone"><h1 class="unseen">No article</h1><p>{shown(text)}</p></main>'
    return document("No article", body, _look())


def _framed(html: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return HTMLResponse(html, status, {**(headers or {}), **_framing(policy_of(_look()))})


def _framing(allowed: str) -> dict[str, str]:
    """What the server says of what stands in the frame."""
    return {"Content-Security-Policy": f"{allowed}; sandbox allow-scripts; frame-ancestors 'self'"}
