"""What differs of an article that is cleaned again, counted on a page made for it."""

from __future__ import annotations

import gzip
import json

from benchmarks import stable
from newsclean import Article, Paragraph

PARAGRAPHS = [
    f"The council of Wexley met on day {n} of the flood and sold ferry {n} to its crew. Nobody bid more, it said."
    for n in range(5)
]
PAGE = f"<html><body><h1>Ferry sold to its crew</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</body></html>"


def test_the_table_counts_what_differs(tmp_path, capsys, monkeypatch):
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    row = {"id": "page", "html": "page.html.gz", "title": "Ferry sold to its crew", "paragraphs": PARAGRAPHS}
    (tmp_path / "manifest.jsonl").write_text(json.dumps(row), "utf-8")
    forms = [part for form in ("html", "get_text", "gold, no title") for part in ("--only", form)]
    assert stable.main([str(tmp_path), *forms]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[1] == ["html", "1", "0", "0", "0", "0", "0"]
    assert rows[-1][-6:] == ["3", "1", "0", "0", "0", "0"]
    monkeypatch.setattr(stable.newsclean, "clean", lambda _: Article())
    stable.main([str(tmp_path), "--only", "html", "--show"])
    assert "html: page: title, body" in capsys.readouterr().out


def test_title_deck_and_body_are_compared():
    article = Article(title="Ferry sold to its crew", paragraphs=[Paragraph("The council met."), Paragraph("By rail.")])
    assert stable.differs(article) == ()
    # No Article that newsclean makes has a line break in a paragraph.
    assert "body" in stable.differs(
        Article(title="Ferry sold", paragraphs=[Paragraph("Share\nthis"), Paragraph("It met.")])
    )
