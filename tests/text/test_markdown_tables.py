"""Tables in Markdown: rows to be read, none lost."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean.text import read as read_text

TITLE, (FIRST, SECOND, *_) = PROSE["en"][0]["title"], PROSE["en"][0]["paragraphs"]
BARRED = "| Stall | Rent |\n| :--- | ---: |\n| Herring \\| cod | 30 |\n| Bread | 45 |"
BARE = "Stall | Rent\n---|---\nHerring | 30\n[Bread](/bread) | 45"
HEAD = f"# {TITLE}\n\n## At the market\n\n{FIRST}"


def paragraphs(text):
    article = newsclean.clean(text)
    assert "".join(text[s.start : s.end] for s in article.segments) == text
    return [(p.kind, p.text) for p in article.paragraphs][2:]


@pytest.mark.parametrize("table", [BARRED, BARE])
@pytest.mark.parametrize("below", ["", f"\n\n{SECOND}"])
def test_rows_of_a_table_are_paragraphs_of_their_own(table, below):
    first = "Herring | cod 30" if table == BARRED else "Herring 30"
    rows = [("table_row", row) for row in ("Stall Rent", first, "Bread 45")]
    assert paragraphs(f"{HEAD}\n\n{table}{below}") == rows + ([("paragraph", SECOND)] if below else [])


def test_a_page_that_is_laid_out_in_a_table_has_no_rows():
    cells = f"{FIRST} | {SECOND}"
    document = read_text(f"{HEAD}\n\nLeft | Right\n---|---\n{cells}")
    assert not any(block.markup and block.markup.row for block in document.blocks)


@pytest.mark.parametrize("line", ["either | or", "--- | ---", "a -- | -- b"])
def test_a_bar_makes_no_table(line):
    document = read_text(f"{HEAD}\n\n{line}\n\n{SECOND}")
    assert not any(block.markup and block.markup.row for block in document.blocks)


def test_the_last_item_of_a_menu_is_no_section():
    menu = "*   [Home](/)\n*   [News](/news)\n*   [Sport](/sport)"
    article = newsclean.clean(f"{menu}\n\n# {TITLE}\n\n{FIRST}\n\n{SECOND}")
    assert article.section is None
