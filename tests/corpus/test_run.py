"""`newsclean.run`: what is written, what is done again and what is refused."""

import bz2
import errno
import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

import pyarrow.parquet as pq
from generators import PROSE

import newsclean
from newsclean.arrow import SCHEMA
from newsclean.corpus import output
from newsclean.corpus.inputs import InputError
from newsclean.corpus.output import OutputError
from newsclean.corpus.report import Counts

STORIES = [story for stories in PROSE.values() for story in stories]


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "in" / "a.jsonl"
    path.parent.mkdir()
    write(path, 9)
    return path


def write(path, number):
    records = (
        {
            "id": n,
            "url": f"https://www.example.org/{n}",
            "text": "\n\n".join([story["title"], "ShareTweetEmail", *story["paragraphs"]]),
            "outlet": "Example",
        }
        for n, story in ((n, STORIES[n % len(STORIES)]) for n in range(number))
    )
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


def read(folder):
    return [row for path in sorted(Path(folder).glob("part-*.parquet")) for row in pq.read_table(path).to_pylist()]


def quiet(*paths, output, **options):
    return newsclean.run(paths, output, workers=0, **options)


def test_rows_are_the_articles_in_order_with_what_they_came_with(corpus, tmp_path):
    quiet(corpus, output=tmp_path / "out", part_rows=4)
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert files == [".newsclean", "part-000000.parquet", "part-000001.parquet", "part-000002.parquet", "run.json"]
    schemas = {str(pq.read_schema(path)) for path in (tmp_path / "out").glob("*.parquet")}
    assert len(schemas) == 1
    given = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    for n, (row, record) in enumerate(zip(read(tmp_path / "out"), given, strict=True)):
        assert (row["id"], row["file"], row["position"], row["url"]) == (str(n), str(corpus), n, record["url"])
        assert (row["outlet"], row["input_text"]) == ("Example", record["text"])
        assert row["text"] == newsclean.clean(record["text"], url=record["url"]).text
    assert set(SCHEMA.names) <= set(pq.read_schema(tmp_path / "out" / "part-000000.parquet").names)


@pytest.mark.parametrize(
    ("form", "opened"),
    [("jsonl", open), ("jsonl.gz", gzip.open), ("jsonl.zst", lambda path: pa.CompressedInputStream(str(path), "zstd"))],
)
def test_json_lines_hold_the_same(corpus, tmp_path, form, opened):
    write(corpus, 2)
    quiet(corpus, output=tmp_path / "a")
    quiet(corpus, output=tmp_path / "b", format=form)
    with opened(tmp_path / "b" / f"part-000000.{form}") as file:
        rows = [json.loads(line) for line in file.read().splitlines()]
    assert rows == json.loads(json.dumps(read(tmp_path / "a"), default=lambda moment: moment.isoformat()))


def test_json_lines_have_the_inputs_own_values(corpus, tmp_path):
    corpus.write_text('{"text": "x", "o": {"a": [1, {}]}, "n": 1, "f": NaN, "u": "a\\u2028b"}\n', "utf-8")
    quiet(corpus, output=tmp_path / "out", format="jsonl")
    data = (tmp_path / "out" / "part-000000.jsonl").read_text("utf-8")
    row = json.loads(data)
    assert (row["o"], row["n"], row["f"], row["u"]) == ({"a": [1, {}]}, 1, None, "a\u2028b")
    assert len(data.splitlines()) == 1


def test_values_of_parquet_go_to_json_lines(tmp_path):
    table = pa.table(
        {"text": ["x"], "t": pa.array([1], pa.timestamp("ns")), "b": [b"\xff"], "d": pa.array([1], pa.date32())}
    )
    pq.write_table(table, tmp_path / "a.parquet")
    quiet(tmp_path / "a.parquet", output=tmp_path / "out", format="jsonl")
    row = json.loads((tmp_path / "out" / "part-000000.jsonl").read_text("utf-8"))
    assert (row["t"], row["b"], row["d"]) == ("1970-01-01 00:00:00.000000001", "\\xff", "1970-01-02")


def test_fields_and_columns_are_chosen(corpus, tmp_path):
    quiet(corpus, output=tmp_path / "out", fields=["title", "text"], keep=["outlet"], id="url")
    row = read(tmp_path / "out")[0]
    assert list(row) == ["id", "file", "position", "input_url", "outlet", "input_other", "title", "text", "error"]
    assert row["id"] == row["input_url"] == "https://www.example.org/0"


def test_rows_without_an_id_get_one(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    quiet(tmp_path / "a.txt", output=tmp_path / "out")
    assert read(tmp_path / "out")[0]["id"] == f"{tmp_path / 'a.txt'}#0"


def test_the_report_counts(corpus, tmp_path):
    with corpus.open("a") as file:
        file.write('{broken\n{"text": "", "id": 0}\n')
    report = quiet(corpus, output=tmp_path / "out")
    assert json.loads((tmp_path / "out" / "run.json").read_text("utf-8")) == report
    counts = report["counts"]
    assert (counts["rows"], counts["errors"], report["duplicate_ids"]) == (11, 1, 1)
    assert counts["outcomes"] == {"cleaned": 9, "no paragraph": 1, "no JSON": 1}
    assert counts["outlets"] == {"example.org": 9, "": 2}
    assert counts["removals"]["share"] == counts["cleaners"]["clutter"] >= 9
    assert counts["words_kept"] > 100 > counts["words_removed"] >= 9
    assert (report["version"], report["options"]["part_rows"]) == (newsclean.__version__, 500)


def test_words_of_scripts_without_spaces_are_counted():
    article = newsclean.Article(paragraphs=[newsclean.Paragraph("東京 and Kyoto")])
    assert Counts.of([(article, None)], [None], 0.0).words_kept == 4


class TestAgain:
    def test_does_what_is_missing(self, corpus, tmp_path):
        out = tmp_path / "out"
        first = quiet(corpus, output=out, part_rows=2)
        whole = read(out)
        kept = (out / "part-000000.parquet").stat().st_mtime_ns
        (out / "part-000001.parquet").unlink()
        (out / ".newsclean" / "part-000003.json").unlink()
        second = quiet(corpus, output=out, part_rows=2)
        assert second["fresh_rows"] == 4
        assert read(out) == whole
        assert (out / "part-000000.parquet").stat().st_mtime_ns == kept
        assert {**second["counts"], "seconds": 0} == {**first["counts"], "seconds": 0}

    def test_follows_the_input(self, corpus, tmp_path):
        out = tmp_path / "out"
        quiet(corpus, output=out, part_rows=2)
        lines = corpus.read_text("utf-8").splitlines(keepends=True)
        corpus.write_text("".join([*lines[:4], lines[4].replace("ShareTweetEmail", "Print"), lines[5]]), "utf-8")
        assert quiet(corpus, output=out, part_rows=2)["fresh_rows"] == 2
        quiet(corpus, output=tmp_path / "new", part_rows=2)
        assert read(out) == read(tmp_path / "new")
        assert len(list(out.glob("part-*"))) == 3

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"fields": ["title"]}, "options was"),
            ({"format": "jsonl"}, "options was"),
            ({"pipeline": newsclean.Pipeline.default().without("tags")}, "pipeline was"),
            ({"pipeline": newsclean.Pipeline.default().adapted(prefer="recall")}, "pipeline was"),
            ({"keep": []}, "kept was"),
        ],
    )
    def test_refuses_what_is_different(self, corpus, tmp_path, options, message):
        out = tmp_path / "out"
        quiet(corpus, output=out)
        before = read(out)
        with pytest.raises(OutputError, match=rf"{message}.*--overwrite"):
            quiet(corpus, output=out, **options)
        assert read(out) == before
        quiet(corpus, output=out, overwrite=True, **options)
        assert len(list(out.glob("part-*"))) == 1

    def test_refuses_another_version(self, corpus, tmp_path, monkeypatch):
        quiet(corpus, output=tmp_path / "out")
        monkeypatch.setattr("newsclean.corpus.options.version", lambda _: "9.9")
        with pytest.raises(OutputError, match=r'version was "0.*now "9\.9"'):
            quiet(corpus, output=tmp_path / "out")

    def test_refuses_another_input(self, corpus, tmp_path):
        out = tmp_path / "out"
        quiet(corpus, output=out, part_rows=2)
        before = read(out)
        other = corpus.with_name("b.jsonl")
        write(other, 4)
        with pytest.raises(OutputError, match="another input; --overwrite"):
            quiet(other, output=out, part_rows=2)
        assert read(out) == before

    def test_refuses_parts_that_nobody_knows(self, corpus, tmp_path):
        (tmp_path / "part-000000.parquet").write_bytes(b"precious")
        with pytest.raises(OutputError, match="nothing says how"):
            quiet(corpus, output=tmp_path)
        assert (tmp_path / "part-000000.parquet").read_bytes() == b"precious"

    def test_refuses_a_folder_in_use(self, corpus, tmp_path):
        folder = output.Folder(tmp_path / "out", "parquet")
        with folder.taken(), pytest.raises(OutputError, match="another run"):
            quiet(corpus, output=tmp_path / "out")


def test_a_full_disk_leaves_whole_parts_only(corpus, tmp_path, monkeypatch):
    out = tmp_path / "out"
    real = output.write

    def full(batch, path, form):
        if (out / "part-000001.parquet").exists():
            path.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")
        real(batch, path, form)

    monkeypatch.setattr(output, "write", full)
    with pytest.raises(OSError, match="No space"):
        quiet(corpus, output=out, part_rows=2)
    assert len(read(out)) == 4
    assert not list((out / ".newsclean").glob("tmp-*"))
    monkeypatch.undo()
    assert quiet(corpus, output=out, part_rows=2)["fresh_rows"] == 5


def test_nothing_that_can_be_read_is_an_error(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"titel": "x"}\n')
    with pytest.raises(InputError, match=r"a\.jsonl: no column.*there are titel"):
        quiet(tmp_path, output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_files_of_another_kind_are_rows_with_their_errors(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "b.txt").write_bytes(bz2.compress(b"x"))
    quiet(tmp_path, output=tmp_path / "out")
    assert [row["error"].partition(";")[0] for row in read(tmp_path / "out")] == [
        "no text: this is a PDF file",
        "no text: this is compressed by bzip2",
    ]


@pytest.mark.parametrize(
    "options",
    [{"fields": ["titel"]}, {"format": "xml"}, {"input": "pdf"}, {"part_rows": 0}, {"timeout": 0}, {"limit": -1}],
)
def test_wrong_options_are_said(corpus, tmp_path, options):
    with pytest.raises(ValueError, match=next(iter(options))):
        quiet(corpus, output=tmp_path / "out", **options)


def test_an_empty_input_gives_a_report(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"")
    assert quiet(tmp_path / "a.jsonl", output=tmp_path / "out")["counts"]["rows"] == 0


def slow(document):
    if "Slow" in document.source:
        time.sleep(30)
    return document


def test_a_record_that_takes_too_long_is_a_row_with_its_error(corpus, tmp_path):
    corpus.write_text('{"text": "Fast."}\n{"text": "Slow."}\n{"text": "Fast."}\n')
    report = quiet(corpus, output=tmp_path / "out", timeout=0.5, pipeline=newsclean.Pipeline([slow]))
    assert [row["error"] for row in read(tmp_path / "out")] == [None, "timeout: more than 0.5 s", None]
    assert report["counts"]["outcomes"]["timeout"] == 1
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL


def deadly(document):
    if "Deadly" in document.source:
        os.kill(os.getpid(), signal.SIGKILL)
    return document


def test_a_record_that_kills_its_process_is_a_row_with_its_error(corpus, tmp_path):
    corpus.write_text('{"text": "Sound."}\n{"text": "Deadly."}\n{"text": "Sound."}\n')
    report = newsclean.run(corpus, tmp_path / "out", workers=1, pipeline=newsclean.Pipeline([deadly]))
    assert [(row["error"] or "").partition(":")[0] for row in read(tmp_path / "out")] == ["", "died", ""]
    assert report["counts"]["outcomes"] == {"cleaned": 2, "died": 1}


COMMAND = [sys.executable, "-m", "newsclean", "run", "in", "-o", "out", "--part-rows", "8", "--workers", "2"]


def test_a_run_killed_again_and_again_gives_the_same_table(corpus, tmp_path):
    write(corpus, 160)
    quiet(corpus.parent, output=tmp_path / "expected", part_rows=8)
    chance = random.Random(1)  # noqa: S311 - any moment will do
    parts = tmp_path / "out"
    for _ in range(3):
        seen = len(list(parts.glob("part-*")))
        process = subprocess.Popen(COMMAND, cwd=tmp_path, stderr=subprocess.DEVNULL)
        # Each time something new is done, so that the kill comes at another place.
        while process.poll() is None and len(list(parts.glob("part-*"))) == seen:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        assert process.wait() == -signal.SIGKILL
    assert 0 < len(read(parts)) < 160
    (parts / ".newsclean" / "tmp-half").write_bytes(b"half")
    subprocess.run(COMMAND, cwd=tmp_path, stderr=subprocess.DEVNULL, check=True)
    assert [{**row, "file": ""} for row in read(parts)] == [{**row, "file": ""} for row in read(tmp_path / "expected")]
    assert not list((parts / ".newsclean").glob("tmp-*"))
