"""What a client sends, and what it wants with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import attrs
from fastapi import Query, Request
from pydantic import AfterValidator, TypeAdapter, ValidationError, WithJsonSchema
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from typing_extensions import TypedDict

from newsclean.article import Article
from newsclean.corpus.charset import decoded
from newsclean.pipeline import Pipeline
from newsclean.serve.documents import Wanted
from newsclean.serve.problems import Problem
from newsclean.text import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: The forms that a document may have.
TEXT, HTML, JSON = "text/plain", "text/html", "application/json"
CLEANERS = Pipeline.default().parts
FIELDS = tuple(Article().to_dict())


def _one_of(names: tuple[str, ...], what: str) -> Callable[[str], str]:
    def check(name: str) -> str:
        if name not in names:
            msg = f"there is no {what} {name!r}; there are {', '.join(names)}"
            raise ValueError(msg)
        return name

    return check


_Cleaner = Annotated[
    str, AfterValidator(_one_of(CLEANERS, "cleaner")), WithJsonSchema({"type": "string", "enum": list(CLEANERS)})
]
_Field = Annotated[
    str, AfterValidator(_one_of(FIELDS, "field")), WithJsonSchema({"type": "string", "enum": list(FIELDS)})
]


class Given(TypedDict, total=False):
    """A document as JSON."""

    __pydantic_config__ = {  # type: ignore[misc]  # noqa: RUF012 - Pydantic's way
        "extra": "forbid",
        "json_schema_extra": {"oneOf": [{"required": ["text"]}, {"required": ["html"]}]},
    }
    text: str
    html: str
    url: str | None
    site: str | None
    without: list[_Cleaner]
    fields: list[_Field]


GIVEN = TypeAdapter[Any](Given)


@attrs.frozen
class Choices:
    """What is wanted of a document that is sent as it is."""

    url: str | None = None
    site: str | None = None
    without: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


def choices(
    url: Annotated[str | None, Query(description="The document's address; it is not fetched.")] = None,
    site: Annotated[str | None, Query(description="The outlet whose profile counts; by default the address's.")] = None,
    without: Annotated[list[_Cleaner], Query(description="Cleaners to be left out.")] = [],  # noqa: B006 - FastAPI copies it
    fields: Annotated[list[_Field], Query(description="Fields to be given; all if there are none.")] = [],  # noqa: B006
) -> Choices:
    """The parameters of the address."""
    return Choices(url, site, tuple(without), tuple(fields))


def wanted(body: bytes, content_type: str, chosen: Choices) -> Wanted:
    """What is wanted with a body.

    Raises:
        Problem: it is of another form, or no JSON of the right form.
    """
    form = content_type.partition(";")[0].strip().lower()
    if form == JSON:
        return of_json(body, chosen)
    if form not in {TEXT, HTML}:
        detail = f"a document is {TEXT}, {HTML} or {JSON}, not {form or 'of no type'}: say so in Content-Type"
        raise Problem(415, detail, field="Content-Type")
    document = decoded(body, content_type)
    return Wanted(document=document, html=form == HTML, **attrs.asdict(chosen, recurse=False))


def of_json(body: bytes, chosen: Choices | None = None) -> Wanted:
    """What is wanted with a document in JSON; what it does not say has been chosen elsewhere. Raises `Problem`."""
    try:
        given = GIVEN.validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise invalid(first) from None
    if ("text" in given) == ("html" in given):
        raise Problem(422, "a document has either text or html", field="text")
    chosen = chosen or Choices()
    return Wanted(
        document=given.get("text", given.get("html")),
        html="html" in given,
        url=given.get("url", chosen.url),
        site=given.get("site", chosen.site),
        without=tuple(given.get("without", chosen.without)),
        fields=tuple(given.get("fields", chosen.fields)),
    )


def invalid(error: Mapping[str, Any]) -> Problem:
    """The problem of one of Pydantic's errors."""
    place = ".".join(str(part) for part in error["loc"] if part not in {"query", "body"})
    message = error["msg"].removeprefix("Value error, ")
    return Problem(422, f"{place}: {message}" if place else message, field=place or "body")


async def of_form(body: bytes, content_type: str) -> Wanted:
    """What is wanted with a form of the page: what was pasted into it, or dropped on it. Raises `Problem`."""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    headers = [(b"content-type", content_type.encode("latin-1"))]
    request = Request({"type": "http", "headers": headers}, receive)
    try:
        form = await request.form(max_files=1, max_fields=3, max_part_size=max(1, len(body)))
    except MultiPartException as error:
        raise Problem(400, error.message) from None
    file, text, url = (form.get(name) for name in ("file", "text", "url"))
    data = await file.read() if isinstance(file, UploadFile) else b""
    data = data or (text.encode("utf-8", "surrogatepass") if isinstance(text, str) else b"")
    if not data:
        raise Problem(422, "there is nothing to clean: paste a text, or choose a file", field="text")
    address = url.strip() if isinstance(url, str) else ""
    return Wanted(document=data, html=kinds.is_html(data), url=address or None, shown=True)
