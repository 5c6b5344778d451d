"""The corpus that is measured: the same each time, and read as it should be."""

from __future__ import annotations

import json

import pytest

from benchmarks import corpus

pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")


def test_records_are_the_same_each_time_and_differ(tmp_path):
    for name in ("a", "b"):
        corpus.write_lines(tmp_path / name, 6)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    texts = [json.loads(line)["text"] for line in (tmp_path / "a").read_text("utf-8").splitlines()]
    assert len(set(texts)) == 6


def test_the_pages_of_the_warc_file_are_read(tmp_path):
    (tmp_path / "warc").mkdir()
    corpus.write_warc(tmp_path / "warc" / "a.warc.gz", 3)
    assert list(corpus._pages(tmp_path / "warc")) == [corpus.page(*story) for story in corpus.texts(3)]


def test_time_and_memory_are_those_of_the_work():
    used = corpus.measured(lambda: sum(range(3_000_000)))
    assert 0.01 < used["cpu"] < 10
    assert used["megabytes"] > 10


def test_work_that_fails_is_no_figure():
    def fail():
        raise KeyError

    with pytest.raises(RuntimeError, match="failed"):
        corpus.measured(fail)


def test_what_a_profile_takes_is_told(tmp_path):
    found = corpus.profiles(tmp_path, 12)
    assert found["stories"] == 12
    assert 0 < found["bytes"] < 1_000_000
    assert found["learning"] > 0
    assert found["by a profile"]["cpu"] > 0
