"""The item pipeline, in a crawl."""

import json
import subprocess
import sys

import pytest

pytest.importorskip("scrapy", reason="needs newsclean[scrapy]")

import newsclean
from newsclean.integrations.scrapy import NewscleanPipeline

SENTENCE = "The council met on Monday and sold the ferry to its crew."
PAGE = f"<html><head><title>Ferry sold</title></head><body><h1>Ferry sold</h1><p>{SENTENCE}</p>"
SPIDER = """
import scrapy

class Pages(scrapy.Spider):
    name = "pages"
    custom_settings = {
        "ITEM_PIPELINES": {"newsclean.integrations.scrapy.NewscleanPipeline": 300},
        "NEWSCLEAN_HTML": "page",
        "FEED_EXPORT_FIELDS": ["url", "article", "error"],
    }

    def parse(self, response):
        yield {"page": response.text, "url": response.url}
        yield {"page": "", "url": response.url}
"""


def test_items_of_a_crawl_get_their_articles(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    url = (tmp_path / "page.html").as_uri()
    (tmp_path / "spider.py").write_text(
        SPIDER.replace('name = "pages"', f'name = "pages"\n    start_urls = [{url!r}]'), "utf-8"
    )
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "runspider",
        "spider.py",
        "-o",
        "items.jsonl",
        "-s",
        "TELNETCONSOLE_ENABLED=0",
    ]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr, result.stderr
    first, second = (json.loads(line) for line in (tmp_path / "items.jsonl").read_text("utf-8").splitlines())
    assert first["article"] == newsclean.clean_html(PAGE, url=url).to_dict()
    assert (second["article"], second["error"].partition(":")[0]) == (None, "no page")


def test_items_without_a_page_pass():
    item = {"name": "x"}
    assert NewscleanPipeline().process_item(item) == {"name": "x"}
