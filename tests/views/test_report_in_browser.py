"""The page of a report, as a browser shows it."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("selenium", reason="selenium is not installed")
pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from browser import barriers

import newsclean
from newsclean.report import page

TITLES = ["Bridge reopens after two years", "Ferry sold", "School budget grows", "Council to vote"]
HOSTILE = "<script>window.owned = 1</script>"
#: Elements that reach beyond the window, but for those inside of what scrolls.
TOO_WIDE = """
    const width = document.documentElement.clientWidth;
    return [document.documentElement, ...document.querySelectorAll("body *")].filter(
        (node) => !node.parentElement?.closest(".wide") && node.getBoundingClientRect().right > width + 0.5
    ).map((node) => node.outerHTML.slice(0, 200)).concat(document.documentElement.scrollWidth > width ? ["page"] : []);
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    folders = []
    for name, without in (("clean", []), ("before", ["share", "bylines"])):
        rows = [
            {
                "id": f"{HOSTILE}{number}",
                "url": f"https://a-very-long-name-of-an-outlet-that-is-read-everywhere.example/{number}",
                "text": f"{title}\n\nBy Ana Silva\n\nShareTweetEmail\n\nThe council said on Monday that it had "
                f"{number} plans for the bridge, the ferry and the school, and would vote on them.",
            }
            for number, title in enumerate(TITLES * 2)
        ]
        source = folder / f"{name}.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        pipeline = newsclean.Pipeline.default().without(*without)
        newsclean.run(source, folder / name, workers=0, pipeline=pipeline)
        folders.append(folder / name)
    return page(*folders)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_wider_than_the_window(opened, html, width, scheme):
    browser = opened(html, width=width, scheme=scheme)
    for details in browser.find_elements("css selector", "details"):
        browser.execute_script("arguments[0].open = true", details)
    assert browser.execute_script(TOO_WIDE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_there_are_no_barriers(opened, html, width, scheme):
    assert barriers(opened(html, width=width, scheme=scheme)) == []


def test_an_article_is_opened_in_its_place_with_all_that_its_page_can_do(opened, html):
    browser = opened(html)
    details = browser.find_element("css selector", "#changed details")
    browser.execute_script("arguments[0].open = true; arguments[0].scrollIntoView()", details)
    browser.switch_to.frame(details.find_element("css selector", "iframe"))
    try:
        browser.find_element("css selector", "#source del.k-share").click()
        assert "Removed as share" in browser.find_element("css selector", "[role=status]").text
        browser.find_element("id", "show-share").click()
        assert not browser.find_element("css selector", "#source del.k-share").is_displayed()
    finally:
        browser.switch_to.default_content()
    assert browser.get_log("browser") == []


def test_nothing_of_the_articles_is_run(opened, html):
    browser = opened(html)
    assert browser.find_elements("css selector", "script") == []
    assert HOSTILE in browser.find_element("id", "changed").text
    assert browser.execute_script("return window.owned ?? null") is None


def test_every_link_of_the_list_leads_to_a_section(opened, html):
    browser = opened(html)
    for link in browser.find_elements("css selector", "nav a, #changes td a"):
        name = link.get_attribute("href").partition("#")[2]
        assert browser.find_element("id", name).is_displayed()


def test_in_the_dark_and_on_paper(opened, html):
    shade = "return getComputedStyle(document.body).backgroundColor"
    assert opened(html).execute_script(shade) != opened(html, scheme="dark").execute_script(shade)
    assert not opened(html, media="print").find_element("css selector", "nav").is_displayed()
