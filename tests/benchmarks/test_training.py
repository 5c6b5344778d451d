"""How training finds its labels."""

from __future__ import annotations

import pytest

from benchmarks.pages import Page

labels = pytest.importorskip("benchmarks.training.labels")

GOLD = (
    "The council of the harbour town opened the new bridge on Monday, and the first lorries went over it.",
    "What it costs",
    "It was built for 40 million crowns, which is a third more than the council had planned nine years ago.",
)


def test_lines_of_the_article_are_found_in_place():
    lines = ["Home", "What it costs", *GOLD, "Ferry makes its last trip", "Home"]
    assert labels.align(lines, GOLD).tolist() == [0, 0, 1, 1, 1, 0, 0]


def test_words_that_come_twice_do_not_stretch_a_line_over_its_neighbour():
    heading = "What a bridge over the harbour costs"
    paragraph = (
        "It was dear, the mayor said, and a bridge over the harbour will not be paid off in thirty years from now on, "
        "as those who had voted against it never tire of saying at every meeting of the council, in letters to the "
        "editor, and on the square in front of the hall, where some of them meet each Monday with drums and banners."
    )
    lines = [GOLD[0], heading, paragraph]
    assert labels.align(lines, lines).tolist() == [1, 1, 1]


def test_a_line_with_something_glued_to_it_is_found_in_part():
    (share,) = labels.align([f"{GOLD[0]} Share this story with friends and family on Facebook"], GOLD)
    assert 0.5 < share < 1


def test_accents_that_a_flattener_lost_do_not_matter():
    assert labels.align(["El nino llego manana por la manana"], ["El niño llegó mañana por la mañana"]).tolist() == [1]


@pytest.mark.parametrize(("lines", "gold"), [([], GOLD), (["Home"], ()), ([""], GOLD), (["…"], ("…",))])
def test_nothing_to_find(lines, gold):
    assert labels.align(lines, gold).tolist() == [0] * len(lines)


def test_a_publishers_editions_are_in_one_fold(tmp_path):
    pytest.importorskip("tldextract")
    pytest.importorskip("scipy")
    documents = pytest.importorskip("benchmarks.training.documents")

    def page(url):
        return Page("folder", "id", tmp_path, url)

    names = {
        documents.publisher(page(url))
        for url in (
            "https://www.harbour.example.co.uk/a",
            "http://web.archive.org/web/2019id_/https://example.com/b",
            "example.de/c",
            "hard::example.com-c.html",
        )
    }
    assert names == {"example"}
    assert documents.fold_of(page("https://a.example.com")) == documents.fold_of(page("https://b.example.org"))
