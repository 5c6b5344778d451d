"""Quality over a folder of two pages, from HTML to table."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

import newsclean
from benchmarks import folds, pages, quality
from benchmarks.flatten import FLATTENERS
from benchmarks.peers import c4_rules, ready
from newsclean import Pipeline, model


@pytest.fixture
def forms():
    there, _ = ready(["inscriptis", "get_text"])
    if not there:
        pytest.skip("no flattener is installed")
    return [option for form in there for option in ("--only", form)]


def test_pages_are_read(folder):
    first, second = pages.read(folder)
    assert first.html == second.html
    assert first.body == "\n".join(first.paragraphs)
    assert first.deck == first.paragraphs[0]
    assert len(pages.read(folder, 1)) == 1


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfna\xc3\xafve", "naïve"),
        ("naïve".encode(), "naïve"),
        (b"<meta charset=iso-8859-1>na\xefve", "<meta charset=iso-8859-1>naïve"),
        ("naïve".encode("utf-16"), "naïve"),
    ],
)
def test_bytes_are_decoded(data, text):
    assert pages.decode(data) == text


@pytest.mark.parametrize("form", ["get_text", "text_content"])
def test_flat_text_lacks_scripts(folder, form):
    page = pages.read(folder)[0]
    text = FLATTENERS[form](page.html)
    assert page.paragraphs[0] in text
    assert "no text" not in text
    assert FLATTENERS[form]("") == ""


def test_the_table_has_every_row(folder, forms, capsys):
    assert quality.main([str(folder), *forms, "--only", "clean", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["tool"] for row in rows][:3] == ["nothing removed", "C4's line rules", "newsclean"]
    assert all(row["pages"] == 2 for row in rows)
    by_tool = {row["tool"]: row for row in rows if row["in"] == forms[1]}
    assert by_tool["newsclean"]["recall"] > 0.9
    assert by_tool["newsclean"]["precision"] > by_tool["nothing removed"]["precision"]
    assert by_tool["newsclean"]["title"] == 1
    (harmless,) = [row for row in rows if row["in"] == "clean"]
    assert harmless["kept"] == harmless["exact"] == 1


def test_markdown_and_worst(folder, forms, capsys):
    quality.main([str(folder), *forms, "--limit", "1", "--markdown"])
    assert capsys.readouterr().out.startswith("| folder | in | tool |")
    quality.main([str(folder), *forms, "--limit", "1", "--worst", "1"])
    assert "page0" in capsys.readouterr().out


def test_a_fit_is_called_a_fit(folder, forms, capsys):
    quality.main([str(folder), *forms, "--limit", "1"])
    assert "a fit" in capsys.readouterr().err


def test_a_preference_reaches_the_pipeline(folder, forms, monkeypatch):
    asked = []
    run = newsclean.Pipeline.run
    monkeypatch.setattr(
        newsclean.Pipeline, "run", lambda self, document: asked.append(self["content"].prefer) or run(self, document)
    )
    quality.main([str(folder), *forms, "--limit", "1", "--prefer", "recall"])
    assert set(asked) == {"recall"}


def test_a_folder_without_marked_pages_is_refused(tmp_path):
    (tmp_path / "manifest.jsonl").write_text("", "utf-8")
    with pytest.raises(SystemExit):
        quality.main([str(tmp_path)])


def test_a_peer_that_fails_found_nothing(folder, monkeypatch):
    def fails(_: str) -> str:
        raise OSError

    monkeypatch.setitem(FLATTENERS, "get_text", fails)
    nothing, *_ = quality.judge_page(pages.read(folder)[0], ("get_text",), quality.By())
    assert nothing.counts.recall == 0


def test_c4_keeps_sentences():
    assert c4_rules("Home\nShort one.\nThis line has many words in it.\nWe use cookies on this site today.") == (
        "This line has many words in it."
    )


def test_models_without_a_fold_take_the_shipped_ones_place(folder, tmp_path):
    page, other = pages.read(folder)[0], attrs.evolve(pages.read(folder)[0], id="other")
    weights = Path(model.__file__).parent
    for name in ("flat", "page"):
        folds.path(tmp_path, name, 3).write_bytes((weights / f"{name}.npz").read_bytes())
    folds.write(tmp_path, {page: 3})
    stored = folds.Folds(tmp_path)
    assert page in stored
    assert other not in stored
    judged = stored.pipeline(page)
    assert judged != stored.pipeline(other) == Pipeline.default()
    text = "\n".join((*page.paragraphs, *(f"Council story number {n}" for n in range(60))))
    assert newsclean.clean(text, pipeline=judged) == newsclean.clean(text)
