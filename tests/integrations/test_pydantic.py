"""The Article as a type of Pydantic's, and as what a FastAPI application answers with."""

import json
import subprocess
import sys

import jsonschema
import pytest

pydantic = pytest.importorskip("pydantic", reason="needs newsclean[serve]")

import newsclean
from newsclean import AlternateTitle, Article, Caption, Dateline, Paragraph, Removal

ARTICLE = Article(
    title="Ferry sold",
    alternate_titles=[AlternateTitle("Ferry verkocht", "nl")],
    authors=["Ana Silva"],
    published="2024-05-01T06:30:00+02:00",
    dateline=Dateline("LISBON", "AP"),
    captions=[Caption("The ferry", "Joe Doe")],
    paragraphs=[Paragraph("The council sold the ferry.", "paragraph", 12, 39)],
    confidence=0.5,
    removed=[Removal("Share", "share", "share", 40, 45)],
    source="Ferry sold",
)
ADAPTER = pydantic.TypeAdapter(Article)


def test_articles_and_their_dicts_are_valid():
    assert ADAPTER.validate_python(ARTICLE) is ARTICLE
    assert ADAPTER.validate_python(ARTICLE.to_dict()) == ARTICLE
    assert ADAPTER.validate_json(json.dumps(ARTICLE.to_dict())) == ARTICLE
    assert ADAPTER.validate_python({"title": "Only"}) == Article(title="Only")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"titel": "x"}, "unknown keys 'titel'"),
        ({"paragraphs": [{"text": "x", "start": -1}]}, r"paragraphs\[0\].*'start' must be >= 0"),
        ({"published": "yesterday"}, "'published' is a date"),
        ([], "expected a dict"),
    ],
)
def test_what_does_not_fit_is_named(data, message):
    with pytest.raises(pydantic.ValidationError, match=message):
        ADAPTER.validate_python(data)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("article", [ARTICLE, Article()])
def test_it_is_dumped_as_to_dict_gives_it(article):
    dumped = json.loads(ADAPTER.dump_json(article))
    assert (dumped, list(dumped)) == (article.to_dict(), list(article.to_dict()))
    assert ADAPTER.dump_python(article) == article.to_dict()


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_schema_is_of_the_articles_own_fields(mode):
    schema = ADAPTER.json_schema(mode=mode)
    assert list(schema["properties"]) == schema["required"] == list(ARTICLE.to_dict())
    assert schema["$defs"].keys() == {"AlternateTitle", "Caption", "Dateline", "Paragraph", "Removal"}
    jsonschema.validate(ARTICLE.to_dict(), schema)
    for wrong in ({"paywall": "maybe"}, {"removed": [{"text": "x"}]}, {"more": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**ARTICLE.to_dict(), **wrong}, schema)


def test_it_stands_in_models():
    class Found(pydantic.BaseModel):
        score: float
        article: Article | None = None

    found = Found(score=1, article=ARTICLE.to_dict())
    assert found.article == ARTICLE
    assert Found.model_validate_json(found.model_dump_json()) == found


def test_fastapi_answers_with_it():
    fastapi = pytest.importorskip("fastapi", reason="needs newsclean[serve]")
    from fastapi.testclient import TestClient

    app = fastapi.FastAPI()

    @app.post("/clean")
    def clean(text: str = fastapi.Body()) -> Article:
        return newsclean.clean(text)

    @app.post("/back")
    def back(article: Article = fastapi.Body()) -> list[Article]:  # noqa: B008 - FastAPI's way
        return [article]

    client = TestClient(app)
    text = "Ferry sold\n\nThe council sold the old ferry to its crew on Monday.\n"
    given = client.post("/clean", json=text).json()
    assert given == newsclean.clean(text).to_dict()
    assert client.post("/back", json=given).json() == [given]
    assert client.post("/back", json={"titel": "x"}).status_code == 422
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert list(schemas["Article"]["properties"]) == list(given)
    assert schemas["Article"]["properties"]["paragraphs"]["items"] == {"$ref": "#/components/schemas/Paragraph"}


def test_nothing_loads_it_but_pydantic():
    code = (
        "import sys, newsclean; newsclean.clean('A bridge opens.'); print([n for n in sys.modules if 'pydantic' in n])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
