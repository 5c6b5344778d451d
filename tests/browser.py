"""A real browser, where one is installed with its driver: Debian's `chromium` and `chromium-driver`."""

from __future__ import annotations

import shutil
from importlib.resources import files

import pytest

#: What is found of WCAG's levels A and AA and of good practice. Frames hold pages that are tested on their own.
_AUDIT = """
    const [tags, done] = arguments;
    axe.run(document, { iframes: false, runOnly: { type: "tag", values: tags } }).then(({ violations }) =>
        done(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary} ${node.html}`)))
    );
"""
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def chromium():
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("no chromium with chromedriver is installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield found
    found.quit()


def barriers(browser):
    """What keeps people from a page that is open, all of it, as axe-core finds it."""
    pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    browser.execute_script("for (const closed of document.querySelectorAll('details')) closed.open = true;")
    browser.execute_script((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    return browser.execute_async_script(_AUDIT, _TAGS)


def heard(browser):
    """The texts that a screen reader is given of a page, in their order."""
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "StaticText"]
