"""The pictures of the docs and the README: pages made of the seeds, as Chromium shows them.

    python -m benchmarks.screenshots

Writes `docs/_static/see-*.png`. Needs chromium with chromedriver, Pillow, and the extras `browser`, `corpus`, `report`.
The corpus of the report is made up: texts with the frame of a seed and sentences of all of them in another order, by
outlets that do not exist, two of which print a line of their own in each text.
"""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsclean

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "docs" / "_static"
ARTICLE = ROOT / "seeds" / "004_bbde44ff20abac14.txt"
OUTLETS = ("harbour-post", "valley-times", "morning-ferry", "northern-light", "daily-anchor", "the-quay", "inland")
SLOGANS = {
    0: (1.0, "The Harbour Post brings you the news of the islands, the ferries and the fishing fleet every morning."),
    2: (0.6, "Our reporters look into what you write to us, and we never tell anyone who you are."),
}
RECORDS, ERRORS = 300, 40
#: Paragraphs have at least so many characters, and sentences; a paragraph has so many of them.
PARAGRAPH, SENTENCE, SENTENCES = 150, 60, 3
COLOURS = 128
#: Name, page, width, height, colour scheme, what is done before.
SHOTS = (
    ("article", 1280, 860, "light", "document.querySelector('#source [data-k=dateline]').click()"),
    ("article-dark", 1280, 860, "dark", "document.querySelector('#source del[data-k=icon]').click()"),
    ("article-narrow", 360, 740, "light", "document.querySelector('#side-source').click()"),
    ("report", 1280, 1500, "light", ""),
    ("report-lines", 1280, 1180, "light", "document.querySelector('#lines').scrollIntoView()"),
    ("report-dark", 1280, 900, "dark", "document.querySelector('#fields').scrollIntoView()"),
)


def records() -> Iterator[dict[str, Any]]:
    """A made-up corpus, the same each time."""
    chance = random.Random(4)  # noqa: S311 - the same each time is what is wanted
    seeds = [path.read_text("utf-8").split("\n\n") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    said = [s for seed in seeds for text in seed if len(text) > PARAGRAPH for s in re.split(r"(?<=\.) (?=[A-Z])", text)]
    sentences = [sentence for sentence in said if len(sentence) > SENTENCE]
    for number in range(RECORDS):
        outlet = min(int(chance.expovariate(0.4)), len(OUTLETS) - 1)
        text = [
            " ".join(chance.sample(sentences, SENTENCES)) if len(part) > PARAGRAPH else part
            for part in chance.choice(seeds)
        ]
        share, slogan = SLOGANS.get(outlet, (0.0, ""))
        if chance.random() < share:
            text.insert(len(text) // 2, slogan)
        yield {
            "id": f"{OUTLETS[outlet]}/{number:04}",
            "url": f"https://www.{OUTLETS[outlet]}.example/news/{number}",
            "text": "\n\n".join(text) if number % ERRORS else None,
        }


def write_records(path: Path) -> None:
    """The made-up corpus as JSON Lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records()), "utf-8")


def report(folder: Path) -> str:
    """The report of a run over the made-up corpus."""
    from newsclean.report import page

    source = folder / "texts.jsonl"
    write_records(source)
    newsclean.run(source, folder / "clean", workers=0, keep=())
    return page(folder / "clean").replace(str(folder / "clean"), "clean")


def chromium() -> Any:  # noqa: ANN401 - of Selenium
    """A browser without a window."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(str(shutil.which("chromedriver"))))


def main() -> None:
    """Write the pictures."""
    from PIL import Image

    browser = chromium()
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "article.html").write_text(newsclean.clean(ARTICLE.read_bytes()).to_html(), "utf-8")
            (folder / "report.html").write_text(report(folder), "utf-8")
            for shot, width, height, scheme, before in SHOTS:
                size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
                browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                feature = {"name": "prefers-color-scheme", "value": scheme}
                browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
                browser.get((folder / f"{shot.partition('-')[0]}.html").as_uri())
                browser.execute_script(before)
                picture = Image.open(io.BytesIO(browser.get_screenshot_as_png())).convert("RGB")
                path = STATIC / f"see-{shot}.png"
                picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
                print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
    finally:
        browser.quit()


if __name__ == "__main__":
    main()
