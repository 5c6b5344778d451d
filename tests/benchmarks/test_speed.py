"""The speed of both readers is measured, on a folder of two pages."""

from __future__ import annotations

import gzip
import json

import pytest

import newsclean
from benchmarks import speed
from newsclean.language import detect
from newsclean.language.reader import recurring
from newsclean.lexicon.words import _folded

HTML = (
    "<html><head><title>Harbour bridge opens</title></head><body><h1>Harbour bridge opens</h1><p>{}</p></body></html>"
)
SENTENCE = "The council of the harbour town opened the new bridge on Monday, and lorries went over it in the rain. "


@pytest.mark.parametrize("form", ["get_text", speed.HTML])
def test_both_times_and_each_cleaners_share(tmp_path, form):
    for number in range(2):
        (tmp_path / f"{number}.html.gz").write_bytes(gzip.compress(HTML.format(SENTENCE * 5).encode()))
    rows = [json.dumps({"id": str(number), "html": f"{number}.html.gz"}) for number in range(2)]
    (tmp_path / "manifest.jsonl").write_text("\n".join(rows), "utf-8")
    found = speed.measure(tmp_path, 1, form)
    assert found["pages"] == 1
    assert found["ratio"] > 0
    assert {"content", "remainders"} <= found["shares"].keys()
    assert sum(found["shares"].values()) == pytest.approx(1)


def test_pages_are_new_after_forgetting():
    newsclean.clean(f"Überraschung am Hafen\n\n{SENTENCE * 3}")
    assert recurring
    assert detect.cache_info().currsize
    speed.forget()
    assert not recurring
    assert not detect.cache_info().currsize
    assert _folded.cache_info().currsize
