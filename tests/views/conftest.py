"""A real browser, where one is installed with its driver: Debian's `chromium` and `chromium-driver`."""

from __future__ import annotations

import shutil

import pytest


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


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a page in the browser, of a width, in a colour scheme and a medium; it must not complain of the page."""

    def opened(html, *, width=1440, height=900, scheme="light", media="", complaints=None):
        path = tmp_path / "page.html"
        path.write_text(html, "utf-8")
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        chromium.get_log("browser")
        chromium.get(path.as_uri())
        assert {entry["source"] for entry in chromium.get_log("browser")} == ({complaints} if complaints else set())
        return chromium

    return opened
