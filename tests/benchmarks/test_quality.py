"""Quality over a folder of two pages, from HTML to table."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from benchmarks import pages, quality, scores
from benchmarks.flatten import FLATTENERS
from benchmarks.peers import c4_rules, ready
from newsclean.cleaners.content import Content
from newsclean.text import read as read_text

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


@pytest.fixture
def forms():
    there, _ = ready(["inscriptis", "get_text"])
    if not there:
        pytest.skip("no flattener is installed")
    return [option for form in there for option in ("--only", form)]


def test_pages_are_read(folder):
    first, second = pages.read(folder)
    assert first.html == second.html
    assert first.body == "\n".join(BODY)
    assert first.deck == BODY[0]
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
    text = FLATTENERS[form](pages.read(folder)[0].html)
    assert BODY[0] in text
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


def test_a_folder_without_marked_pages_is_refused(tmp_path):
    (tmp_path / "manifest.jsonl").write_text("", "utf-8")
    with pytest.raises(SystemExit):
        quality.main([str(tmp_path)])


def test_a_peer_that_fails_found_nothing(folder, monkeypatch):
    def fails(_: str) -> str:
        raise OSError

    monkeypatch.setitem(FLATTENERS, "get_text", fails)
    nothing, *_ = quality.judge_page(pages.read(folder)[0], ("get_text",), None)
    assert nothing.counts.recall == 0


def test_c4_keeps_sentences():
    assert c4_rules("Home\nShort one.\nThis line has many words in it.\nWe use cookies on this site today.") == (
        "This line has many words in it."
    )


def test_out_of_fold_scores_take_the_models_place(tmp_path):
    text = "\n".join((*BODY, *(f"Council story number {n}" for n in range(60)), BODY[0]))
    lines = scores.lines_of(read_text(text))
    wanted = [n / len(lines) for n in range(len(lines))]
    rows = np.array([(score, 0.25, 0.5, 1.0) for score in wanted])
    path = tmp_path / "scores.npz"
    scores.write(path, [(("folder", "page", "get_text"), lines, rows)])
    stored = scores.OutOfFold(path)
    assert ("folder", "page", "get_text") in stored
    assert ("folder", "page", "inscriptis") not in stored
    judge = stored.judge(("folder", "page", "get_text"), lines)
    document = Content(judge)(read_text(text))
    assert np.array([block.scores for block in document.blocks]) == pytest.approx(rows, abs=1e-3)
    assert [block.score for block in document.blocks] == pytest.approx(wanted, abs=1e-3)
    assert stored.unmatched == 0


def test_a_part_of_a_line_has_the_lines_score(tmp_path):
    path = tmp_path / "scores.npz"
    scores.write(
        path, [(("folder", "page", "get_text"), BODY, np.array([[0.2, 0, 0, 0], [0.4, 0, 0, 0], [0.6, 0, 0, 0]]))]
    )
    stored = scores.OutOfFold(path)
    judge = stored.judge(("folder", "page", "get_text"), list(BODY))
    found = judge(read_text("\n\n".join((BODY[1][:20], BODY[1][20:], BODY[2], "Nowhere on the page"))))
    assert [score.body for score in found] == pytest.approx([0.4, 0.4, 0.6, 0.5], abs=1e-3)
    assert stored.unmatched == 1
