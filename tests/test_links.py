"""Marks of links in plain text, as browsers for the terminal and html-to-text leave them."""

from __future__ import annotations

import textwrap

from generators import PROSE

import newsclean
from newsclean.text import read as read_text

STORY = PROSE["en"][0]
PARAGRAPHS = STORY["paragraphs"]


def texts(text):
    document = read_text(text)
    return [document.text(block) for block in document.blocks]


def filled(text):
    return textwrap.fill(text, 76, initial_indent="   ", subsequent_indent="   ", break_on_hyphens=False)


def dumped(paragraphs, addresses):
    """As lynx prints a page: a number before each link, the addresses at the end."""
    listed = "\n".join(f"  {n}. {address}" for n, address in enumerate(addresses, 1))
    return "\n\n".join([*map(filled, paragraphs), "References", listed])


def linked(text, first):
    """A text with marks before its fifth and tenth word."""
    words = text.split()
    words[4], words[9] = f"[{first}]{words[4]}", f"[{first + 1}]{words[9]}"
    return " ".join(words)


ADDRESSES = [
    "https://the-paper.example/a", "file:///b", "mailto:desk@the-paper.example", "javascript:", "https://x.example/?q=[1]",
    "https://the-paper.example/c",
]  # fmt: skip


def test_numbers_of_links_are_no_words():
    marked = [linked(text, 2 * n + 1) for n, text in enumerate(PARAGRAPHS[:3])]
    assert texts(dumped(marked, ADDRESSES))[:3] == PARAGRAPHS[:3]
    article = newsclean.clean(dumped([STORY["title"], *marked], ADDRESSES))
    assert [p.text for p in article.paragraphs] == PARAGRAPHS[:3]


def test_every_character_is_in_a_segment_all_the_same():
    text = dumped([linked(text, 2 * n + 1) for n, text in enumerate(PARAGRAPHS[:3])], ADDRESSES)
    article = newsclean.clean(text)
    assert "".join(text[s.start : s.end] for s in article.segments) == text


def test_addresses_below_the_titles_of_links_are_listed_too():
    marked = [linked(text, 2 * n + 1) for n, text in enumerate(PARAGRAPHS[:3])]
    text = dumped(marked, ["Share this\n     https://the-paper.example/s", *ADDRESSES[1:]])
    found = texts(text)
    assert found[:3] == PARAGRAPHS[:3]
    assert not any("Share this" in line or "example" in line for line in found)


def test_footnotes_are_words():
    notes = "\n\n".join(f"{text[:-1]} [{n}]." for n, text in enumerate(PARAGRAPHS[:3], 1))
    text = f"{notes}\n\n1. https://a.example/x\n2. https://a.example/y\n3. https://a.example/z"
    assert texts(text)[:3] == notes.split("\n\n")


def test_numbers_without_a_list_are_words():
    text = "\n\n".join(linked(text, 2 * n + 1) for n, text in enumerate(PARAGRAPHS[:3]))
    assert texts(text) == text.split("\n\n")


def test_addresses_behind_links_are_no_words():
    long = "https://the-paper.example/" + "a" * 120
    marked = []
    for text in PARAGRAPHS[:3]:
        words = text.split()
        words[5] += " [/topics/ferry]"
        words[-1] = f"{words[-1][:-1]} [{long}]{words[-1][-1]}"
        marked.append(" ".join(words))
    wrapped = "\n\n".join(textwrap.fill(t, 80, break_long_words=False, break_on_hyphens=False) for t in marked)
    assert texts(wrapped) == PARAGRAPHS[:3]


def test_remarks_in_brackets_are_words():
    text = "\n\n".join(f"{text} [sic] [https://a.example/x and more] [Editor's note: none]" for text in PARAGRAPHS[:3])
    assert texts(text) == text.split("\n\n")


def test_what_is_doubtful_in_a_letter_stays():
    text = "\n\n".join(f"{text} [?] Nobody knows [/1] what became of it [#4]." for text in PARAGRAPHS[:3])
    assert texts(text) == text.split("\n\n")
