"""`newsclean learn`, and runs that go by what was learned."""

import json

import courier
import pytest

import newsclean
from newsclean.cli import main

pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

_PAGES = 6


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Pages of a paper, in two files, and one of another."""
    monkeypatch.chdir(tmp_path)
    for name, numbers in (("a", range(3)), ("b", range(3, _PAGES))):
        rows = [{"text": courier.text(n), "url": f"https://www.courier.example/{n}", "paper": "C"} for n in numbers]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    other = {"text": courier.text(50), "url": "https://herald.example/1", "paper": "H"}
    (tmp_path / "other.jsonl").write_text(json.dumps(other))
    return tmp_path


def texts(folder):
    import pyarrow.parquet as pq

    return [row["text"] for path in sorted(folder.glob("part-*")) for row in pq.read_table(path).to_pylist()]


def learn(*arguments):
    return main(["learn", *arguments, "--workers", "0", "--quiet"])


def run(*arguments):
    return main(["run", *arguments, "--workers", "0", "--quiet"])


def test_each_outlet_has_its_profile(corpus, capsys):
    assert main(["learn", "a.jsonl", "b.jsonl", "other.jsonl", "-o", "p.parquet", "--workers", "0"]) == 0
    assert "learned from 7 documents, 0 errors: 2 outlets" in capsys.readouterr().err
    assert run("a.jsonl", "other.jsonl", "--profiles", "p.parquet", "-o", "out") == 0
    *known, other = texts(corpus / "out")
    assert not any(courier.PROMISE in text for text in known)
    # A single page of a paper tells nothing of it.
    assert courier.PROMISE in other


@pytest.mark.usefixtures("corpus")
def test_shards_are_merged_to_what_all_files_tell():
    for name in "ab":
        assert learn(f"{name}.jsonl", "-o", f"{name}.parquet") == 0
    assert learn("a.parquet", "b.parquet", "-o", "merged.parquet") == 0
    assert learn("b.parquet", "a.jsonl", "-o", "mixed.parquet") == 0
    whole = newsclean.learn(["a.jsonl", "b.jsonl"], "all.parquet", workers=0)
    assert list(whole) == ["courier.example"]
    from newsclean.sites.table import Profiles

    for name in ("all", "merged", "mixed"):
        assert Profiles(f"{name}.parquet").get("courier.example") == whole["courier.example"]


def test_a_run_may_learn_first(corpus):
    newsclean.learn(["a.jsonl", "b.jsonl"], "p.parquet", workers=0)
    assert run("a.jsonl", "b.jsonl", "--profiles", "p.parquet", "-o", "known") == 0
    assert run("a.jsonl", "b.jsonl", "--learn", "-o", "learned") == 0
    assert texts(corpus / "learned") == texts(corpus / "known")
    assert courier.PROMISE not in "".join(texts(corpus / "learned"))


def test_what_was_learned_is_not_learned_again(corpus, monkeypatch):
    assert run("a.jsonl", "b.jsonl", "--learn", "-o", "out") == 0
    (corpus / "out" / "part-000000.parquet").unlink()
    monkeypatch.setattr("newsclean.corpus.run.learned", None)
    assert run("a.jsonl", "b.jsonl", "--learn", "-o", "out") == 0
    assert len(texts(corpus / "out")) == _PAGES


@pytest.mark.usefixtures("corpus")
def test_a_run_that_went_by_other_profiles_is_another(capsys):
    newsclean.learn("a.jsonl", "p.parquet", workers=0)
    assert run("a.jsonl", "--profiles", "p.parquet", "-o", "out") == 0
    newsclean.learn("b.jsonl", "p.parquet", workers=0)
    assert run("a.jsonl", "--profiles", "p.parquet", "-o", "out") == 1
    assert "profiles was" in capsys.readouterr().err


def test_a_column_may_say_the_outlet(corpus):
    profiles = newsclean.learn(["a.jsonl", "b.jsonl", "other.jsonl"], "p.parquet", outlet="paper", workers=0)
    assert sorted(profiles) == ["C", "H"]
    assert run("a.jsonl", "--profiles", "p.parquet", "--outlet", "paper", "--keep", "url", "-o", "out") == 0
    assert courier.PROMISE not in "".join(texts(corpus / "out"))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("learn", "a.jsonl", "--outlet", "sheet", "-o", "p"), 2, "no column 'sheet'"),
        (("learn", "nowhere.jsonl", "-o", "p"), 1, "nowhere.jsonl"),
        (("learn", "a.jsonl", "-o", "nowhere/p"), 1, "cannot write to nowhere/p"),
        (("learn", "a.jsonl", "--without", "content", "-o", "p"), 1, "'content'"),
        (("run", "a.jsonl", "--profiles", "b.jsonl", "-o", "out"), 1, "b.jsonl holds no profiles"),
        (("run", "a.jsonl", "--profiles", "nowhere.parquet", "-o", "out"), 1, "nowhere.parquet"),
        (("run", "a.jsonl", "--learn", "--without", "content", "-o", "out"), 1, "'content'"),
    ],
)
@pytest.mark.usefixtures("corpus")
def test_what_goes_wrong_is_said(arguments, code, message, capsys):
    assert main([*arguments, "--workers", "0"]) == code
    assert message in capsys.readouterr().err


@pytest.mark.usefixtures("corpus")
def test_standard_input_can_be_read_once(monkeypatch, capsys):
    import io
    from types import SimpleNamespace

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b'{"text": "A line."}')))
    assert main(["run", "-", "--learn", "-o", "out", "--workers", "0"]) == 1
    assert "standard input can be read once" in capsys.readouterr().err


def test_rows_that_cannot_be_cleaned_teach_nothing(corpus):
    rows = [{"text": courier.text(1)}, {"text": 5}, {"text": None}]
    (corpus / "c.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (profile,) = newsclean.learn("c.jsonl", "p.parquet", workers=0).values()
    assert len(profile.stories) == 1


@pytest.mark.usefixtures("corpus")
def test_a_batch_is_cleaned_by_profiles():
    from newsclean import arrow
    from newsclean.sites.table import Profiles

    newsclean.learn(["a.jsonl", "b.jsonl"], "p.parquet", workers=0)
    batch = {
        "text": [courier.text(30)] * 2,
        "url": ["http://courier.example/x", None],
        "paper": ["c", "courier.example"],
    }
    rows = arrow.pa.table(batch)
    for outlet, kept in ((None, [False, True]), ("paper", [True, False])):
        found = arrow.clean_batch(rows, outlet=outlet, profiles=Profiles("p.parquet")).to_pylist()
        assert [courier.PROMISE in row["text"] for row in found] == kept
    with pytest.raises(newsclean.ColumnError, match="'sheet'"):
        arrow.clean_batch(rows, outlet="sheet", profiles=Profiles("p.parquet"))


def test_batches_are_learned_from_as_files_are(corpus):
    import pyarrow as pa

    from newsclean.arrow import learn_batch
    from newsclean.sites import table

    whole = newsclean.learn(["a.jsonl", "b.jsonl", "other.jsonl"], "p.parquet", workers=0)
    lines = "\n".join((corpus / name).read_text() for name in ("a.jsonl", "b.jsonl", "other.jsonl")).splitlines()
    rows = pa.Table.from_pylist([*map(json.loads, lines), {"text": None, "url": "https://courier.example/x"}])
    batches = [learn_batch(batch) for batch in rows.to_batches(max_chunksize=3)]
    assert {batch.schema for batch in batches} == {table.SCHEMA}
    assert table.merged(batches) == table.merged(batches[::-1]) == whole
    by_paper = table.merged([learn_batch(rows.slice(0, 7), text="text", outlet="paper")])
    assert {name: profile.stories for name, profile in by_paper.items()} == {
        "C": whole["courier.example"].stories,
        "H": whole["herald.example"].stories,
    }


def test_what_no_batch_can_be_learned_from_is_said():
    import pyarrow as pa

    from newsclean.arrow import learn_batch

    rows = pa.table({"sheet": [courier.text(1)]})
    with pytest.raises(newsclean.ColumnError, match="there are sheet"):
        learn_batch(rows)
    with pytest.raises(newsclean.ColumnError, match="'paper'"):
        learn_batch(rows, text="sheet", outlet="paper")
    with pytest.raises(ValueError, match="'content'"):
        learn_batch(rows, text="sheet", pipeline=newsclean.Pipeline.default().without("content"))
    assert learn_batch(rows.slice(0, 0), text="sheet").num_rows == 0
