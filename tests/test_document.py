"""The document: blocks, labels, splitting."""

from __future__ import annotations

import time

import pytest

from newsclean import Block, Document
from newsclean.text import read as read_text

TEXT = "  First line, here.\n\n\tSecond   line.\r\n Third\u00a0one "


@pytest.fixture
def document():
    return read_text(TEXT)


def test_blocks_are_the_lines_with_text(document):
    assert [document.text(b) for b in document.blocks] == ["First line, here.", "Second line.", "Third one"]
    assert [TEXT[b.start : b.end] for b in document.blocks] == ["First line, here.", "Second   line.", "Third\u00a0one"]
    assert [b.lines for b in document.blocks] == [0, 2, 1]


def test_labels(document):
    block = document.blocks[0]
    assert (block.label("deck", "x").role, block.label("deck", "x").value) == ("deck", "x")
    removed = block.label("deck", "x").remove("share")
    assert (removed.role, removed.kind, removed.value) == ("removed", "share", None)
    assert removed.signed("mine").cleaner == "mine"
    assert removed.signed("mine").signed("other").cleaner == "mine"
    assert block.signed("mine").cleaner == ""


def test_of_two_labels_for_one_block_the_last_counts(document):
    block = document.blocks[1]
    new = document.replace([block.label("deck"), block.remove("share")])
    assert [b.role for b in new.blocks] == ["", "removed", ""]


def test_replacing_a_block_leaves_the_others_and_the_old_document(document):
    new = document.replace([document.blocks[1].label("heading")])
    assert [b.role for b in new.blocks] == ["", "heading", ""]
    assert [b.role for b in document.blocks] == ["", "", ""]
    assert list(new.find("heading")) == [new.blocks[1]]
    assert [new.text(b) for b in new.undecided] == ["First line, here.", "Third one"]


def test_replacing_nothing_changes_nothing(document):
    assert document.replace([]) is document


def test_replacing_a_part_splits_the_block(document):
    part = document.part(document.blocks[0], 6, 11)
    new = document.replace([part.remove("other")])
    assert [(new.text(b), b.role) for b in new.blocks[:3]] == [("First", ""), ("line,", "removed"), ("here.", "")]
    assert [b.lines for b in new.blocks[:3]] == [0, 0, 0]


def test_what_has_no_word_goes_with_the_part_before_it(document):
    part = document.part(document.blocks[0], 0, 16)
    new = document.replace([part.label("deck")])
    assert [(new.text(b), b.role) for b in new.blocks[:1]] == [("First line, here.", "deck")]


@pytest.mark.parametrize("index", range(len("Second line.")))
def test_locate_finds_each_character(document, index):
    block = document.blocks[1]
    at = document.locate(block, index)
    if "Second line."[index] == " ":
        assert TEXT[at] == "l"
    else:
        assert TEXT[at] == "Second line."[index]


def test_parts_by_index_of_the_text(document):
    block = document.blocks[1]
    assert document.text(document.part(block, 7)) == "line."
    assert document.text(document.part(block, 0, 6)) == "Second"


def test_with_texts_moves_the_blocks_along(document):
    new = document.with_texts(lambda text: text.replace("line", "longer line"))
    assert [new.text(b) for b in new.blocks] == ["First longer line, here.", "Second longer line.", "Third one"]
    assert new.source == "  First longer line, here.\n\n\tSecond   longer line.\r\n Third\u00a0one "


def test_readings_are_worked_out_once(document):
    block = document.blocks[0]
    assert document.read(block) is document.read(block)


def test_text_indices_lead_to_the_source_where_a_line_broke_before_a_mark():
    document = read_text("The council of the islands decided on a ferry for all of the winter\n, as it said on Monday.")
    (block,) = document.blocks
    assert document.text(block).endswith("winter, as it said on Monday.")
    for index, character in enumerate(document.text(block)):
        at = document.locate(block, index)
        assert document.source[at] == character or character == " "


@pytest.mark.parametrize("gap", ["\n", "  \n", "\n" + " " * 30, "\t" * 12 + "\n\n" + " " * 9])
def test_before_a_mark_a_line_may_break_with_any_indent(gap):
    text = f"The council met{gap}, and sold the ferry{gap}."
    document = Document(text, (Block(0, len(text)),))
    block = document.blocks[0]
    assert document.text(block) == "The council met, and sold the ferry."
    assert text[document.locate(block, document.text(block).index(",")) :].startswith(", and")


def test_a_role_is_looked_for_once_however_often_it_is_asked_for():
    """Pages with a thousand names and no title ask for it at each of them."""
    document = Document("a" * 20_000, tuple(Block(n, n + 1) for n in range(20_000)))
    start = time.process_time()
    assert not any(any(document.find("title")) for _ in range(20_000))
    assert time.process_time() - start < 2
    labelled = document.replace([document.blocks[3].label("title"), document.blocks[1].label("title")])
    assert [block.start for block in labelled.find("title")] == [1, 3]
