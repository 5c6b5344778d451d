"""`newsclean run` and `newsclean schema` as a user meets them."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

import newsclean
from newsclean.cli import main

pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        return main(["run", *map(str, arguments), "-o", "out", "--workers", "0"])

    return command


def rows(tmp_path):
    return [
        json.loads(line)
        for path in sorted((tmp_path / "out").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def test_options_reach_the_run(run, tmp_path, capsys, text):
    (tmp_path / "a.csv").write_text('key,body,other\n1,"' + text + '",x\n')
    assert (
        run(
            "a.csv",
            "--text",
            "body",
            "--id",
            "key",
            "--keep",
            "other",
            "--format",
            "jsonl",
            "--fields",
            "title,text",
            "--without",
            "share",
        )
        == 0
    )
    (row,) = rows(tmp_path)
    assert list(row) == ["id", "file", "position", "other", "title", "text", "error"]
    assert (row["id"], row["file"], row["other"]) == ("1", "a.csv", "x")
    error = capsys.readouterr().err
    # Where it takes long, a line of the progress stands before it.
    assert "1 document in 1 part in out" in error
    assert "1 cleaned" in error
    report = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    kinds = [told.partition(": ")[2].split("+") for told in report["pipeline"] if told.startswith("clutter")]
    assert "share" not in kinds[0]
    assert "advert" in kinds[0]


def test_own_phrases_reach_the_processes(run, tmp_path, text):
    (tmp_path / "a.txt").write_text(f"{text}\n\nPass it on\n", "utf-8")
    (tmp_path / "mine.toml").write_text("[clutter.share]\nwhole = ['pass it on']\n", "utf-8")
    options = ["a.txt", "--workers", "1", "--format", "jsonl", "--phrases", "mine.toml", "--prefer", "recall"]
    assert run(*options) == 0
    (row,) = rows(tmp_path)
    assert ("Pass it on", "phrases") in [(one["text"], one["cleaner"]) for one in row["removed"]]
    # Parts that were made with other phrases do not fit these.
    (tmp_path / "mine.toml").write_text("[clutter.share]\nwhole = ['hand it round']\n", "utf-8")
    assert run(*options) == 1


def test_a_pipe(tmp_path, page):
    data = json.dumps({"html": page, "url": "https://example.org/1"}).encode() + b"\n"
    command = [
        sys.executable,
        "-m",
        "newsclean",
        "run",
        "-",
        "--html",
        "html",
        "-o",
        "out",
        "--format",
        "jsonl",
        "--workers",
        "1",
        "-q",
    ]
    result = subprocess.run(command, input=data, cwd=tmp_path, capture_output=True, check=True)
    assert (result.stdout, result.stderr) == (b"", b"")
    assert rows(tmp_path)[0]["error"] is None
    assert rows(tmp_path)[0]["text"] == newsclean.clean_html(page).text


@pytest.mark.parametrize(
    ("name", "content", "arguments", "code", "message"),
    [
        ("a.jsonl", b'{"titel": 1}\n', (), 1, "there are titel"),
        ("a.jsonl", b'{"text": "x"}\n', ("--keep", "outlet"), 2, "'outlet'"),
        ("a.jsonl", b'{"text": "x"}\n', ("--fields", "titel"), 1, "fields: there is no 'titel'; there are title, "),
        ("a.parquet", b"PAR1 and no more", (), 1, "a.parquet: damaged"),
        ("a.jsonl.gz", b"\x1f\x8b\x08\x00broken", (), 1, ""),
    ],
)
def test_what_is_wrong_is_said(run, tmp_path, capsys, name, content, arguments, code, message):
    (tmp_path / name).write_bytes(content)
    assert run(name, *arguments) == code
    assert message in capsys.readouterr().err


def test_a_file_that_is_damaged_costs_the_exit_code_and_no_other(run, tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and no more")
    (tmp_path / "b.txt").write_text("A bridge opens.")
    assert run("a.parquet", "b.txt", "--format", "jsonl") == 1
    assert [row["error"] is None for row in rows(tmp_path)] == [False, True]


def test_ctrl_c_ends_it_and_all_processes(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "A bridge opens. " * 300}) + "\n")
    with (tmp_path / "a.jsonl").open("a") as file:
        file.writelines(json.dumps({"text": f"Bridge {n} opens. " * 300}) + "\n" for n in range(5000))
    command = [sys.executable, "-m", "newsclean", "run", "a.jsonl", "-o", "out", "--workers", "2", "--part-rows", "5"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    while process.poll() is None and not list((tmp_path / "out").glob("part-*")):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60)[1].decode().endswith("newsclean: interrupted\n")
    assert process.returncode == 130
    # The last of them ends when it finds the others gone.
    deadline = time.monotonic() + 20
    while _lives(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(process.pid)


def _lives(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_schema_is_of_what_articles_give(capsys, text):
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    article = newsclean.clean(text).to_dict()
    assert schema["required"] == sorted(article, key=schema["required"].index)
    jsonschema = pytest.importorskip("jsonschema", reason="needs newsclean[dev]")
    jsonschema.validate(article, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**article, "paywall": "maybe"}, schema)
