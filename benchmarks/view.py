"""How long a browser takes over the view of a large page: to show it, and to answer.

    python -m benchmarks.view [--megabytes 5]

The page is made of the seeds' words, a fifth of its elements share buttons. Needs chromium with chromedriver, and the
extra `browser`. Times are by the clock on the wall, until the answer is painted.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

import newsclean
from benchmarks.screenshots import ARTICLE, chromium

WORDS, KEPT, SECONDS = 40, 0.8, 600
#: What is done, by what it is called.
ACTS = {
    "a click": "document.querySelector('#article .body p').click()",
    "a switch": "document.querySelector('.chip input').click()",
    "to the end of the source": "document.querySelector('#source').scrollTop = 1e9",
    "an arrow": "const pane = document.querySelector('#source'); pane.focus(); press(pane, 'ArrowDown')",
    "another": "press(document.activeElement, 'ArrowDown')",
    "across": "press(document.activeElement, 'Enter')",
}
ACT = """
    const done = arguments[0];
    const start = performance.now();
    const press = (node, key) => node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    %s;
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""


def large(size: int) -> str:
    """A page of so many characters, the same each time."""
    chance = random.Random(5)  # noqa: S311 - the same each time is what is wanted
    words = ARTICLE.read_text("utf-8").split()
    parts, written = ["<!doctype html><html><head><title>Long</title></head><body><article><h1>A long report</h1>"], 0
    while written < size:
        text = " ".join(chance.choices(words, k=WORDS))
        share = f"<div><a href='#'>Share this</a> <a href='#'>Tweet {written}</a></div>"
        parts.append(f"<p>{text}</p>" if chance.random() < KEPT else share)
        written += len(parts[-1])
    return "".join(parts)


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each act."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=5)
    options = parser.parse_args(arguments)
    article = newsclean.clean_html(large(int(1_000_000 * options.megabytes)))
    start = time.process_time()
    html = article.to_html()
    print(f"{len(article.segments):,} parts, {len(html) / 1e6:.1f} MB, made in {time.process_time() - start:.1f} s")
    browser = chromium()
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            path.write_text(html, "utf-8")
            browser.set_page_load_timeout(SECONDS)
            browser.set_script_timeout(SECONDS)
            start = time.monotonic()
            browser.get(path.as_uri())
            browser.execute_async_script(ACT % "")
            print(f"shown after {time.monotonic() - start:.1f} s")
            for name, act in ACTS.items():
                print(f"{name}: {browser.execute_async_script(ACT % act):.0f} ms")
    finally:
        browser.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
