"""The block for datatrove, in its own executor, with its own readers and writers."""

import json

import pytest

pytest.importorskip("datatrove", reason="needs newsclean[datatrove]")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

import newsclean
from newsclean import Pipeline
from newsclean.integrations.datatrove import NewscleanBlock

SENTENCE = "The council met on Monday and sold the ferry to its crew."
PAGE = f"<html><head><title>Ferry sold</title></head><body><h1>Ferry sold</h1><p>{SENTENCE}</p>"


def failing(document):
    if "Sold twice" in document.source:
        raise KeyError("x")  # noqa: EM101
    return document


def test_it_runs_between_its_readers_and_writers(tmp_path):
    pages = [PAGE, "", PAGE.replace("Ferry", "Bridge")]
    (tmp_path / "in").mkdir()
    lines = [
        json.dumps({"text": page, "id": str(n), "metadata": {"url": f"https://example.org/{n}"}})
        for n, page in enumerate(pages)
    ]
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(lines), "utf-8")
    executor = LocalPipelineExecutor(
        [
            JsonlReader(str(tmp_path / "in")),
            NewscleanBlock(),
            JsonlWriter(str(tmp_path / "out"), output_filename="${rank}.jsonl", compression=None),
        ],
        tasks=1,
        logging_dir=str(tmp_path / "log"),
    )
    executor.run()
    rows = [json.loads(line) for line in (tmp_path / "out" / "00000.jsonl").read_text("utf-8").splitlines()]
    # datatrove's readers leave out empty documents themselves.
    assert [row["id"] for row in rows] == ["0", "2"]
    for row, page in zip(rows, (pages[0], pages[2]), strict=True):
        article = newsclean.clean_html(page, url=row["metadata"]["url"])
        assert (row["text"], row["metadata"]["title"]) == (article.text, article.title)


def test_no_document_is_dropped():
    texts = ["", "Ferry sold\n\nThe council met on Monday.", "Sold twice"]
    documents = [Document(text=text, id=str(n)) for n, text in enumerate(texts)]
    block = NewscleanBlock(form="text", pipeline=Pipeline([failing]))
    results = list(block.run(iter(documents)))
    assert [document.id for document in results] == ["0", "1", "2"]
    assert [document.metadata.get("error", "")[:6] for document in results] == ["", "", "failed"]
    assert results[2].text == ""
    assert [
        document.id
        for document in NewscleanBlock(form="html", keep_errors=False).run(iter([Document(text="", id="0")]))
    ] == []


def test_a_document_may_take_more_than_a_second():
    def slow(document):
        import time

        time.sleep(1.2)
        return document

    (document,) = NewscleanBlock(form="text", pipeline=Pipeline([slow])).run(iter([Document(text="A bridge.", id="0")]))
    assert (document.text, "error" in document.metadata) == ("A bridge.", False)
    (document,) = NewscleanBlock(form="text", pipeline=Pipeline([slow]), timeout=0.1).run(
        iter([Document(text="A bridge.", id="0")])
    )
    assert document.metadata["error"] == "timeout: more than 0.1 s"
