"""`newsclean report` over small runs."""

from __future__ import annotations

import json
import shutil

import pytest

pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

import lxml.html
import pyarrow.parquet

import newsclean
from newsclean.arrow import SCHEMA
from newsclean.cli import main
from newsclean.report import page
from newsclean.report.against import difference
from newsclean.report.examples import LEAST_CONFIDENT, MOST_CHANGED, chosen
from newsclean.report.facts import Counts, gather
from newsclean.report.lines import removed, stayed
from newsclean.report.tables import opened

WORDS = [
    *("bank", "rate", "bridge", "river", "council", "flood", "pillar", "valley"),
    *("ferry", "harbour", "crew", "school", "budget", "vote", "storm"),
]
SLOGAN = "The Post has told the people of the valley the news of the day since the bridge was built."


def text(number):
    """A text of a title, a body that no other has, clutter that is known and, at one outlet, a line that is not."""
    turned = WORDS[number % 15 :] + WORDS[: number % 15]
    body = [
        f"The {turned[n]} and the {turned[n + 1]} were told of {number} changes on Monday, the {turned[n + 2]} said, "
        f"after the {turned[n + 3]} had asked for a new {turned[n + 4]} in the spring of last year."
        for n in range(6)
    ]
    lines = [f"New {turned[0]} for the {turned[1]}", "By Ana Silva" if number % 2 else "", "ShareTweetEmail", *body]
    if number % 3 == 0:
        lines.insert(6, SLOGAN)
    return "\n\n".join(filter(None, lines))


def records(count=12):
    for number in range(count):
        outlet = ("www.post.example", "times.example:8080", "user@mail.example")[number % 3]
        yield {"id": f"n{number}", "url": f"https://{outlet}/{number}", "text": text(number)}
    # What is crawled twice is one article.
    yield {"id": "again", "url": "https://post.example/again", "text": text(0)}
    yield {"id": "none", "url": None, "text": None}


def run(folder, rows, **options):
    source = folder.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    newsclean.run(source, folder, workers=0, part_rows=5, keep=(), **options)
    return folder


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    return run(tmp_path_factory.mktemp("run") / "clean", records())


@pytest.fixture(scope="module")
def as_json(tmp_path_factory):
    return run(tmp_path_factory.mktemp("run") / "json", records(), format="jsonl.zst")


@pytest.fixture(params=["clean", "as_json"])
def tables(request):
    """DuckDB's connection and the run, as Parquet and as JSON."""
    with opened({"now": request.getfixturevalue(request.param)}) as (connection, (found,)):
        gather(connection, found)
        yield connection, found


def test_counts_what_the_run_counted(tables):
    connection, found = tables
    counts, told = Counts(connection, found), found.told["counts"]
    totals = counts.totals()
    assert totals["documents"] == told["rows"] == 14
    assert totals["errors"] == told["errors"] == 1
    assert dict(counts.errors(9)) == {kind: n for kind, n in told["outcomes"].items() if kind != "cleaned"}
    assert {name: n for name, n, *_ in counts.outlets(9)} == told["outlets"]
    assert dict(counts.languages(9)) == told["languages"]
    assert {name: n for name, n, _ in counts.removals("kind")} == told["removals"]
    assert {name: n for name, n, _ in counts.removals("cleaner")} == told["cleaners"]


def test_adds_up_characters(tables):
    connection, found = tables
    counts = Counts(connection, found)
    articles = [newsclean.clean(row["text"]) for row in records() if row["text"]]
    kept = sum(len(p.text) for article in articles for p in article.paragraphs)
    gone = sum(len(r.text) for article in articles for r in article.removed)
    totals = counts.totals()
    assert (totals["kept"], totals["gone"]) == (kept, gone)
    assert sum(size for _, _, size in counts.removals("kind")) == gone
    assert sum(sum(sizes.values()) for sizes in counts.removals_of_outlets(9).values()) == gone
    assert sum(n for _, n in counts.lengths()) == sum(n for _, n in counts.confidences()) == len(articles)


def test_names_the_fields_that_are_missing(tables):
    connection, found = tables
    names = ("title", "deck", "authors")
    missing = Counts(connection, found).missing(9)
    shares = {outlet: dict(zip(names, row, strict=False)) for outlet, _, *row in missing}
    rows = [row for row in records() if row["text"] and "times" in row["url"]]
    lacking = [not newsclean.clean(row["text"]).authors for row in rows]
    assert shares["times.example"]["authors"] == sum(lacking) / len(rows)
    assert shares["times.example"]["deck"] == 1


def test_finds_the_lines_that_stayed_on_many_pages_of_an_outlet(tables):
    (line,) = stayed(*tables, 10)
    assert (line.text, line.outlet, line.pages, line.of) == (SLOGAN, "post.example", 4, 4)


def test_finds_the_lines_that_were_removed_most(tables):
    line = removed(*tables, 10)[0]
    assert (line.text, line.kind, line.pages, line.outlets) == ("ShareTweetEmail", "share", 12, 3)


def test_shows_whole_articles(tables):
    articles = {row["id"]: newsclean.clean(row["text"], url=row["url"]) for row in records() if row["text"]}
    doubtful = chosen(*tables, LEAST_CONFIDENT, 5)
    assert [article for _, article in doubtful] == [articles[name] for name, _ in doubtful]
    sure = [article.confidence for article in articles.values()]
    assert [article.confidence for _, article in doubtful] == sorted(sure)[:5]
    assert len(chosen(*tables, MOST_CHANGED, 99)) == len(articles)


def test_parquet_and_json_give_the_same_page(clean, as_json):
    one, other = (page(folder).replace(str(folder), "here") for folder in (clean, as_json))
    # Equal counts have no order of their own.
    assert sorted(one) == sorted(other)


def test_the_page_has_all_its_sections(clean):
    tree = lxml.html.document_fromstring(page(clean))
    links = [link.get("href")[1:] for link in tree.xpath("//nav/a")]
    assert links == tree.xpath("//main/section/@id")
    assert len(tree.xpath("//iframe")) == 26
    assert not tree.xpath("//*[@style] | //script | //*[@onload]")


def test_fields_that_were_left_out_are_named(tmp_path):
    folder = run(tmp_path / "clean", records(4), fields=["title", "text", "confidence"])
    html = page(folder)
    assert "not in the tables: language, paragraphs, removed" in html
    assert "New bank for the rate" in html


class TestAgainst:
    @pytest.fixture
    def before(self, tmp_path):
        rows = [row for row in records() if row["id"] != "n3"]
        rows[1]["text"] = rows[1]["text"].replace("By Ana Silva", "By Ben Okri")
        rows[2]["text"] = rows[2]["text"].replace("New ferry", "Old ferry").replace("New bridge", "Old bridge")
        rows[4]["text"] = None
        rows[-1]["text"] = text(99)
        return run(tmp_path / "before", [*rows, {"id": "old", "url": None, "text": text(50)}])

    def test_tells_what_changed_by_field(self, clean, before):
        with opened({"now": clean, "before": before}) as (connection, runs):
            for found in runs:
                gather(connection, found)
            found = difference(connection, *runs, 5)
        assert (found.both, found.only_now, found.only_before, found.fixed, found.broken) == (13, 1, 1, 1, 1)
        changed = {change.field: change for change in found.fields if change.examples}
        assert set(changed) == {"title", "authors"}
        (example,) = changed["authors"].examples
        assert (example.id, example.before, example.now) == ("n1", ["Ben Okri"], ["Ana Silva"])
        authors = changed["authors"]
        assert (authors.same, authors.changed, authors.gained, authors.lost) == (10, 1, 0, 0)

    def test_shows_it(self, clean, before):
        html = page(clean, before)
        assert "Ben Okri" in html
        assert "13 documents are in both runs" in html

    def test_where_an_id_stands_twice_file_and_position_tell(self, tmp_path):
        source = tmp_path / "texts.jsonl"
        source.write_text("".join(json.dumps({"id": "same", "text": text(number)}) + "\n" for number in range(6)))
        folders = [tmp_path / "clean", tmp_path / "before"]
        for folder, without in zip(folders, ([], ["bylines"]), strict=True):
            newsclean.run(source, folder, workers=0, pipeline=newsclean.Pipeline.default().without(*without))
        with opened(dict(zip(("now", "before"), folders, strict=True))) as (connection, runs):
            for found in runs:
                gather(connection, found)
            found = difference(connection, *runs, 5)
        assert (found.both, found.only_now, found.only_before) == (6, 0, 0)
        (change,) = [change for change in found.fields if change.field == "authors"]
        assert (change.same, change.gained) == (3, 3)
        # The same change is told once, and how often there is the same.
        (example,) = change.examples
        assert (example.before, example.now, example.documents) == ([], ["Ana Silva"], 3)

    def test_of_bodies_it_shows_the_paragraphs(self, clean, tmp_path):
        before = run(tmp_path / "before", records(), pipeline=newsclean.Pipeline.default().without("share"))
        tree = lxml.html.document_fromstring(page(clean, before))
        shown = {node.text_content() for node in tree.xpath("//*[@id='changes']//del")}
        assert shown <= {"ShareTweetEmail"}


def test_hostile_rows_are_shown_as_text(tmp_path):
    evil = "</details></script><script>window.owned = 1</script><img src=x onerror=alert(1)>"
    rows = [{"id": evil, "url": "https://<b>.example/x", "text": text(1).replace("New rate", evil)}]
    html = page(run(tmp_path / "<i>'clean", rows))
    tree = lxml.html.document_fromstring(html)
    assert not tree.xpath("//script | //img | //b[not(parent::div or parent::summary)] | //i")


class TestRefused:
    def refused(self, capsys, folder, *more):
        assert main(["report", str(folder), *more, "-o", "-"]) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err.count("\n") == 1
        return output.err.removeprefix("newsclean: ").rstrip("\n")

    def test_what_is_not_there(self, capsys, tmp_path):
        assert self.refused(capsys, tmp_path / "no") == f"cannot read {tmp_path / 'no'}: there is no such folder"

    def test_a_file(self, capsys, tmp_path):
        path = tmp_path / "part-000000.parquet"
        path.write_bytes(b"")
        assert "it is a file; give the folder" in self.refused(capsys, path)

    def test_an_empty_folder_and_one_of_something_else(self, capsys, tmp_path):
        assert "holds no run's output: it is empty; newsclean run" in self.refused(capsys, tmp_path)
        (tmp_path / "notes.txt").write_text("notes")
        assert "there are no files part-000000.parquet" in self.refused(capsys, tmp_path)

    def test_the_other_run_too(self, capsys, clean, tmp_path):
        assert str(tmp_path) in self.refused(capsys, clean, "--against", str(tmp_path))

    @pytest.mark.parametrize("form", ["parquet", "jsonl"])
    def test_a_part_that_is_damaged(self, capsys, tmp_path, form):
        (tmp_path / f"part-000000.{form}").write_bytes(b"PAR1 no more" if form == "parquet" else b'{"id": "a", "fi')
        assert f"cannot read the parts in {tmp_path}: " in self.refused(capsys, tmp_path)

    def test_more_than_memory_and_disk_hold(self, capsys, clean, monkeypatch):
        monkeypatch.setattr("newsclean.report.tables._MEMORY", "1MB")
        assert self.refused(capsys, clean).startswith("cannot count with 1MB of memory: ")

    def test_tables_of_another_version(self, capsys, tmp_path):
        table = pyarrow.table({"id": ["a"], "file": ["b"], "position": [1], "error": [None], "removed": ["much"]})
        pyarrow.parquet.write_table(table, tmp_path / "part-000000.parquet")
        (tmp_path / "run.json").write_text('{"version": "0.0.1"}')
        told = self.refused(capsys, tmp_path)
        assert told.startswith(
            f"{tmp_path} was written by newsclean 0.0.1, and this is {newsclean.__version__}: removed is"
        )

    def test_a_page_that_cannot_be_written(self, capsys, clean, tmp_path):
        assert main(["report", str(clean), "-o", str(tmp_path / "no" / "r.html")]) == 1
        assert capsys.readouterr().err.endswith("No such file or directory\n")


def test_a_run_that_has_not_ended_is_reported(clean, tmp_path):
    folder = tmp_path / "clean"
    shutil.copytree(clean, folder)
    (folder / "run.json").unlink()
    html = page(folder)
    assert "the run has not ended" in html
    assert "of the characters kept" in html


def test_the_columns_are_those_that_a_run_writes(tmp_path):
    pyarrow.parquet.write_table(SCHEMA.empty_table(), tmp_path / "part-000000.parquet")
    assert "0</b> documents" in page(tmp_path)


def test_the_command_writes_the_page(clean, tmp_path, capsys):
    output = tmp_path / "report.html"
    assert main(["report", str(clean), "-o", str(output)]) == 0
    assert output.read_text("utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out == ""


def test_without_duckdb_it_says_what_to_install(clean, monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    assert main(["report", str(clean), "-o", "-"]) == 1
    assert "pip install 'newsclean[report]'" in capsys.readouterr().err
