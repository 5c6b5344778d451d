"""The recipes in docs/scale.md, each against its engine."""

import importlib
import os
import re
import sys
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

import pyarrow.parquet as pq

import newsclean
from newsclean.arrow import SCHEMA

DOCS = Path(__file__).parents[2] / "docs" / "scale.md"
SENTENCE = "The council met on Monday and sold the ferry to its crew."
PAGES = [f"<html><body><h1>Ferry number {n} is sold</h1><p>{SENTENCE}</p>" for n in range(25)]
RECIPES = dict(re.findall(r"^### (\w+)\n\n```python\n(.*?)^```$", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL))
TABLES = {
    "datasets": lambda articles: articles.with_format("arrow")[:],
    "pyspark": lambda articles: articles.toArrow(),
    "ray": lambda articles: pa.Table.from_pylist(articles.take_all()),
}


def test_there_are_recipes():
    assert {"datasets", "polars", "pandas", "duckdb", "pyspark", "ray"} <= RECIPES.keys()


@pytest.mark.parametrize("engine", RECIPES)
def test_a_recipe_gives_the_articles(engine, tmp_path, monkeypatch):
    pytest.importorskip(engine, reason=f"needs {engine}")
    importlib.import_module(engine)
    pq.write_table(
        pa.table({"html": PAGES, "url": [f"https://example.org/{n}" for n in range(25)]}), tmp_path / "pages.parquet"
    )
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "HF_HOME": tmp_path,
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }.items():
        monkeypatch.setenv(name, str(value))
    namespace = {}
    exec(compile(RECIPES[engine], engine, "exec"), namespace)  # noqa: S102 - the project's own page
    table = TABLES.get(engine, pa.table)(namespace["articles"])
    for end in ("spark.stop()", "ray.shutdown()"):
        if end.partition(".")[0] in namespace:
            exec(end, namespace)  # noqa: S102 - as above
    expected = [newsclean.clean_html(page) for page in PAGES]
    rows = sorted(table.to_pylist(), key=lambda row: int(row["title"].split()[2]))
    assert [(row["title"], row["text"]) for row in rows] == [(article.title, article.text) for article in expected]
    if engine not in {"duckdb", "ray", "pandas"}:
        assert table.schema.names == SCHEMA.names


def test_a_web_service_gives_the_article():
    pytest.importorskip("fastapi", reason="needs fastapi")
    pytest.importorskip("httpx", reason="needs httpx")
    from fastapi.testclient import TestClient

    page = DOCS.with_name("recipes.md").read_text("utf-8")
    namespace = {"newsclean": newsclean}
    exec(re.search(r"^### fastapi\n\n```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[1], namespace)  # noqa: S102
    answer = TestClient(namespace["app"]).post("/clean", content=PAGES[0], headers={"content-type": "text/html"})
    assert answer.json() == newsclean.clean_html(PAGES[0]).to_dict()
