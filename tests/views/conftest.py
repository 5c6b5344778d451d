"""Pages in a real browser."""

from __future__ import annotations

import browser
import pytest

chromium = browser.chromium


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
