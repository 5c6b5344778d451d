"""The benchmarks are no part of the package: they are found beside it."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

ROOT = str(Path(__file__).parents[2])
if ROOT not in sys.path:
    sys.path.append(ROOT)

BODY = (
    "The council of the harbour town opened the new bridge on Monday, and the first lorries went over it in the rain.",
    "It was built for 40 million crowns, which is a third more than the council had planned nine years ago.",
    "“We have waited for this day,” the mayor said in front of the harbour hall. She was the first to walk across.",
)
LINKS = "".join(f"<li><a href='/{n}'>Council story number {n}</a></li>" for n in range(40))
HTML = """<html><head><title>Harbour bridge opens</title><script>var a = "no text";</script></head><body>
<nav><ul>{links}</ul></nav><article><h1>Harbour bridge opens</h1>{body}</article>
<footer>Imprint</footer></body></html>"""


@pytest.fixture
def folder(tmp_path):
    """Two pages, labelled."""
    html = HTML.format(links=LINKS, body="".join(f"<p>{p}</p>" for p in BODY))
    rows = []
    for number, encoding in enumerate(("utf-8", "utf-16")):
        (tmp_path / f"{number}.html.gz").write_bytes(gzip.compress(html.encode(encoding)))
        rows.append({
            "id": f"page{number}", "url": f"https://harbour{number}.example/bridge", "html": f"{number}.html.gz",
            "title": "Harbour bridge opens", "authors": [], "published": "2019-06-03", "paragraphs": BODY,
            "summary": BODY[:1],
        })  # fmt: skip
    (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return tmp_path
