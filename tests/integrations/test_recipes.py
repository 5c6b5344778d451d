"""The recipes in docs/scale.md, each against its engine."""

import importlib
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

import courier
import pyarrow.parquet as pq

import newsclean
from newsclean.arrow import SCHEMA
from newsclean.sites.table import merged, read

DOCS = Path(__file__).parents[2] / "docs" / "scale.md"
SENTENCE = "The council met on Monday and sold the ferry to its crew."
PAGES = [f"<html><body><h1>Ferry number {n} is sold</h1><p>{SENTENCE}</p>" for n in range(25)]
SECTIONS = [part.partition("\n")[::2] for part in re.split(r"^### ", DOCS.read_text("utf-8"), flags=re.MULTILINE)[1:]]
CODE = {title: re.search(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[1] for title, text in SECTIONS}
HANDED_OVER = {title.removeprefix("From "): code for title, code in CODE.items() if title.startswith("From ")}
LEARNED = {title.removeprefix("Learned by "): code for title, code in CODE.items() if title.startswith("Learned by ")}
RECIPES = {title: code for title, code in CODE.items() if not title.startswith(("From ", "Learned by "))}
MODULES = {"newspaper4k": "newspaper", "news-please": "newsplease", "Fundus": "fundus"}
SECOND = "From the first of May on it will sail between the islands twice a day, the crew said."
STORY = f"<title>Ferry sold</title><body><article><h1>Ferry sold</h1><p>{SENTENCE}<p>Share<p>{SECOND}</article>"
TABLES = {
    "dask": lambda articles: pa.Table.from_pandas(articles.compute(), preserve_index=False),
    "datasets": lambda articles: articles.with_format("arrow")[:],
    "pyspark": lambda articles: articles.toArrow(),
    "ray": lambda articles: pa.Table.from_pylist(articles.take_all()),
    "pyarrow": pa.Table.from_batches,
}


def test_there_are_recipes():
    assert {"datasets", "polars", "pandas", "duckdb", "dask", "pyspark", "ray"} <= RECIPES.keys()
    assert {"pyarrow", "pyspark", "ray"} == LEARNED.keys()
    assert {"trafilatura", "newspaper4k", "news-please", "Fundus"} == HANDED_OVER.keys()


@pytest.fixture
def tabled(tmp_path, monkeypatch):
    """What a recipe makes of pages, as a table."""
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "HF_HOME": tmp_path,
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }.items():
        monkeypatch.setenv(name, str(value))

    def run(recipes, engine, pages):
        pytest.importorskip(engine, reason=f"needs {engine}")
        importlib.import_module(engine)
        urls = [f"https://example.org/{n}" for n in range(len(pages))]
        pq.write_table(pa.table({"html": pages, "url": urls}), "pages.parquet", row_group_size=10)
        namespace = {}
        # Spark's Java process stays in the folder in which it was started.
        code = recipes[engine].replace('"pages.parquet"', repr(str(tmp_path / "pages.parquet")))
        exec(compile(code, engine, "exec"), namespace)  # noqa: S102 - the project's own page
        table = TABLES.get(engine, pa.table)(namespace["articles"])
        for end in ("spark.stop()", "ray.shutdown()"):
            if end.partition(".")[0] in namespace:
                exec(end, namespace)  # noqa: S102 - as above
        return table

    return run


@pytest.mark.parametrize("engine", RECIPES)
def test_a_recipe_gives_the_articles(engine, tabled):
    table = tabled(RECIPES, engine, PAGES)
    expected = [newsclean.clean_html(page) for page in PAGES]
    rows = sorted(table.to_pylist(), key=lambda row: int(row["title"].split()[2]))
    assert [(row["title"], row["text"]) for row in rows] == [(article.title, article.text) for article in expected]
    if engine not in {"duckdb", "ray", "pandas"}:
        assert table.schema.names == SCHEMA.names


@pytest.mark.parametrize("engine", LEARNED)
def test_what_an_engine_learned_is_what_all_pages_tell(engine, tabled, tmp_path):
    pages = [courier.page(number) for number in range(25)]
    table = tabled(LEARNED, engine, pages)
    whole = newsclean.SiteProfile.learn(pages, html=True)
    (learned,) = merged([read(tmp_path / "profiles.parquet")]).values()
    assert learned == whole
    rows = sorted(table.to_pylist(), key=lambda row: int(row["url"].rpartition("/")[2]))
    assert [row["text"] for row in rows] == [newsclean.clean_html(page, site=whole).text for page in pages]


def test_a_web_service_gives_the_article():
    pytest.importorskip("fastapi", reason="needs fastapi")
    pytest.importorskip("httpx", reason="needs httpx")
    from fastapi.testclient import TestClient

    page = DOCS.with_name("recipes.md").read_text("utf-8")
    namespace = {"newsclean": newsclean}
    exec(re.search(r"^### fastapi\n\n```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[1], namespace)  # noqa: S102
    answer = TestClient(namespace["app"]).post("/clean", content=PAGES[0], headers={"content-type": "text/html"})
    assert answer.json() == newsclean.clean_html(PAGES[0]).to_dict()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("program", HANDED_OVER)
def test_what_others_have_extracted_is_cleaned(program, monkeypatch):
    module = pytest.importorskip(MODULES.get(program, program), exc_type=ImportError, reason=f"needs {program}")
    if program == "Fundus":
        monkeypatch.setattr(module.Crawler, "crawl", lambda *_, **__: iter([crawled()]))
    namespace = {"page": STORY, "url": "https://example.org/1"}
    exec(compile(HANDED_OVER[program], program, "exec"), namespace)  # noqa: S102 - the project's own page
    (article,) = namespace["articles"] if program == "Fundus" else [namespace["article"]]
    assert (article.title, article.url) == ("Ferry sold", "https://example.org/1")
    assert article.text == f"{SENTENCE}\n\n{SECOND}"


def crawled():
    """A page as Fundus gives it."""
    from fundus.scraping.article import Article
    from fundus.scraping.html import HTML, SourceInfo

    url = "https://example.org/1"
    return Article(html=HTML(url, url, STORY, datetime.now(UTC), SourceInfo("The Paper")))
