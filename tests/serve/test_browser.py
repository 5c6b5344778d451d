"""The server's pages in a real browser, which tells of whatever their policies do not let through."""

import time

import pytest
from browser import barriers

TEXT = "Ferry sold\n\nShareTweetEmail\n\nThe council sold the old ferry to its crew on Monday.\n"


@pytest.fixture
def opened(chromium, address):
    def opened(path, width=1440, scheme="light"):
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        chromium.get_log("browser")
        chromium.get(f"{address}{path}")
        return chromium

    return opened


def until(ask):
    """What is asked for, as soon as it is there."""
    for _ in range(600):
        if found := ask():
            return found
        time.sleep(0.05)
    raise TimeoutError


@pytest.mark.parametrize("width", [360, 1440])
def test_what_is_pasted_is_shown(opened, width):
    browser = opened("/", width)
    browser.find_element("name", "text").send_keys(TEXT)
    browser.find_element("css selector", "form button").click()
    browser.switch_to.frame("view")
    article = until(lambda: browser.find_elements("id", "article"))[0]
    assert "The council sold the old ferry" in article.text
    browser.switch_to.default_content()
    assert browser.find_element("css selector", "[role=status]").text == "The answer is below."
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_there_are_no_barriers(opened, width, scheme):
    browser = opened("/", width, scheme)
    assert barriers(browser) == []
    browser.switch_to.frame("view")
    assert barriers(browser) == []
    browser.switch_to.default_content()
    browser.find_element("css selector", "form button").click()
    browser.switch_to.frame("view")
    until(lambda: "nothing to clean" in browser.find_element("css selector", "main").text)
    assert barriers(browser) == []
    browser.switch_to.default_content()


def test_what_is_dropped_is_shown(opened):
    browser = opened("/")
    drop = """
        const data = new DataTransfer();
        data.items.add(new File([arguments[0]], "a.txt"));
        dispatchEvent(Object.assign(new Event("drop", {cancelable: true}), {dataTransfer: data}));
    """
    browser.execute_script(drop, TEXT)
    browser.switch_to.frame("view")
    assert "The council sold" in until(lambda: browser.find_elements("id", "article"))[0].text
    browser.switch_to.default_content()
    assert browser.get_log("browser") == []


def test_the_documentation_comes_from_here(opened, address):
    browser = opened("/docs")
    assert until(lambda: browser.find_elements("css selector", ".opblock"))
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert loaded
    assert all(name.startswith((address, "data:")) for name in loaded)
    assert browser.get_log("browser") == []
