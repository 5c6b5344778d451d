"""What a cleaner is worth, on two pages."""

from __future__ import annotations

import json

import pytest

import newsclean
from benchmarks import ablation, pages
from benchmarks.folds import Folds
from newsclean.assemble import assemble


def test_a_row_tells_what_is_lost_without_a_cleaner(folder, capsys):
    assert ablation.main([str(folder), "--json"]) == 0
    told = capsys.readouterr()
    assert "a fit" in told.err
    rows = {row["cleaner"]: row for row in json.loads(told.out)}
    assert "content" not in rows
    assert rows["remainders"]["pages"] == rows["remainders"]["differing"] == 2
    assert rows["remainders"]["precision"] > 0 == rows["remainders"]["title"]
    assert rows["quotes"]["pages"] == 0


@pytest.mark.parametrize("name", ["titles", "remainders"])
def test_what_is_left_out_is_as_if_it_had_never_run(folder, name):
    page = pages.read(folder)[0]
    recorder = ablation.Recorder(Folds(None).pipeline(page), {})
    whole = newsclean.clean_html(page.html, url=page.url, pipeline=recorder)
    assert whole == newsclean.clean_html(page.html, url=page.url)
    without = newsclean.clean_html(page.html, url=page.url, pipeline=newsclean.Pipeline.default().without(name))
    assert assemble(recorder.without(name)) == without != whole


def test_a_folder_without_marked_pages_is_refused(tmp_path):
    (tmp_path / "manifest.jsonl").write_text("", "utf-8")
    with pytest.raises(SystemExit):
        ablation.main([str(tmp_path)])
