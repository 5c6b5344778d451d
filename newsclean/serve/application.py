"""The application: which address does what."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from fastapi_offline import FastAPIOffline
from starlette.exceptions import HTTPException
from starlette.responses import Response

from newsclean import __version__
from newsclean.article import Article
from newsclean.corpus.pool import WorkerError
from newsclean.json_schema import article_schema
from newsclean.pipeline import Pipeline, kinds_of, name_of, summary_of
from newsclean.serve import requests
from newsclean.serve.bodies import Bodies
from newsclean.serve.documents import Clean, Wanted
from newsclean.serve.metrics import Metrics
from newsclean.serve.page import add_page
from newsclean.serve.problems import Problem, documented
from newsclean.serve.requests import Choices, choices
from newsclean.serve.service import LINES, Service
from newsclean.serve.watch import LOG, Watch
from newsclean.serve.workers import Workers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI

    from newsclean.serve.limits import Limits
    from newsclean.sites.table import Profiles

#: What a process cleans before it counts as ready, so that no client waits for what it loads.
_WARM = (Wanted(document="A bridge opens.", shown=True), Wanted(document="<p>A bridge opens.", html=True))
_DOCUMENT = {
    "requestBody": {
        "required": True,
        "content": {
            requests.TEXT: {"schema": {"type": "string"}},
            requests.HTML: {"schema": {"type": "string"}},
            requests.JSON: {"schema": requests.GIVEN.json_schema()},
        },
    }
}
_DOCUMENTS = {"requestBody": {"required": True, "content": {LINES: {"schema": {"type": "string"}}}}}


def application(limits: Limits, processes: int, profiles: Profiles | None = None) -> FastAPI:
    """The server as an ASGI application.

    Args:
        limits: what clients may ask of it.
        processes: how many processes clean.
        profiles: what was learned of outlets.
    """
    metrics = Metrics()
    workers = Workers(Clean(limits.body, limits.timeout, profiles), processes, _WARM, metrics.ended)
    service = Service(limits, workers, metrics, frozenset(profiles or ()))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # The server answers meanwhile, so that whoever started it sees that it lives.
        starting = asyncio.create_task(_start(workers))
        yield
        starting.cancel()
        await asyncio.wait([starting])
        workers.close()
        LOG.info("stopped")

    app = FastAPIOffline(title="newsclean", version=__version__, redoc_url=None, lifespan=lifespan)
    app.add_middleware(Watch, metrics=metrics, patience=limits.patience)
    app.add_exception_handler(Problem, _told)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    bodies = Bodies(limits)
    _add_cleaning(app, service, bodies)
    add_page(app, service, bodies)
    _add_state(app, workers, metrics)
    return app


async def _start(workers: Workers) -> None:
    try:
        await workers.start()
    except WorkerError:
        LOG.exception("the processes cannot be started")
    else:
        LOG.info("ready", extra={"fields": {"processes": workers.count}})


def _add_cleaning(app: FastAPI, service: Service, bodies: Bodies) -> None:
    limits = service.limits

    @app.post(
        "/clean",
        openapi_extra=_DOCUMENT,
        response_class=Response,
        responses={
            200: {"model": Article | dict[str, Any], "description": "The article, or those of its fields wanted."},
            **documented(400, 408, 413, 415, 422, 429, 500, 504),
        },
    )
    async def clean(request: Request, chosen: Annotated[Choices, Depends(choices)]) -> Response:
        """Clean one text or page. The address's parameters hold where a JSON document does not say otherwise."""
        body = await bodies.read(request, limits.body)
        wanted = requests.wanted(body, request.headers.get("content-type", ""), chosen)
        return Response(await service.one(wanted), media_type=requests.JSON)

    @app.post(
        "/clean/batch",
        openapi_extra=_DOCUMENTS,
        response_class=Response,
        responses={
            200: {
                "description": "A line for each document, in order: its number, and its article or error.",
                "content": {LINES: {"schema": {"type": "string"}}},
            },
            **documented(400, 408, 413, 422, 429, 500),
        },
    )
    async def batch(request: Request) -> Response:
        """Clean many documents: lines of JSON, each as `/clean` takes it. The answer is sent as it is done."""
        body = await bodies.read(request, limits.batch_body)
        lines = [line for line in body.split(b"\n") if line.strip()]
        if len(lines) > limits.batch:
            raise Problem(413, f"a batch holds up to {limits.batch} documents, not {len(lines)}")
        return service.batch(lines)


def _add_state(app: FastAPI, workers: Workers, metrics: Metrics) -> None:
    @app.get("/cleaners")
    async def cleaners() -> list[dict[str, str | tuple[str, ...]]]:
        """The cleaners in their order: name, the first line of what they do, and kinds that may be left out alone."""
        return [
            {
                "name": name_of(cleaner),
                "does": summary_of(cleaner),
                "kinds": kinds_of(cleaner),
            }
            for cleaner in Pipeline.default()
        ]

    @app.get("/schema")
    async def schema() -> dict[str, Any]:
        """The Article as JSON Schema."""
        return article_schema()

    @app.get("/health")
    async def health() -> dict[str, str]:
        """Whether the server answers."""
        return {"status": "ok"}

    @app.get("/ready", responses=documented(503))
    async def ready() -> dict[str, str]:
        """Whether it can clean."""
        if not workers.ready:
            raise Problem(503, "the processes are not there yet")
        return {"status": "ready"}

    @app.get(
        "/metrics",
        response_class=Response,
        responses={200: {"description": "Counts, for Prometheus.", "content": {"text/plain": {}}}},
    )
    async def counts() -> Response:
        """What was counted since the start."""
        return Response(metrics.text(), media_type="text/plain; version=0.0.4")


async def _told(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - as it is registered
    return error.response


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    return requests.invalid(error.errors()[0]).response


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    problem = Problem(error.status_code, str(error.detail), headers=dict(error.headers or {}))
    return problem.response
