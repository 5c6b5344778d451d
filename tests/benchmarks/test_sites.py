"""Sites that are made of one page's furniture."""

import gzip

import courier
import pytest

pytest.importorskip("inscriptis", reason="needs newsclean[bench]")

import numpy as np

from benchmarks.pages import Page
from benchmarks.sites import furniture
from benchmarks.sites.__main__ import measure
from newsclean import Pipeline


@pytest.fixture
def labelled(tmp_path):
    """A labelled page with a teaser and a notice around its article."""
    title, paragraphs = courier.article(500)
    teaser = "<a href=/2>Seven more bridges are to be painted</a>"
    html = courier.page(500).replace("<article>", f"<ul><li>{teaser}</li></ul><article>")
    (tmp_path / "page.gz").write_bytes(gzip.compress(html.encode()))
    return Page("made", "a-page", tmp_path / "page.gz", title=title, paragraphs=tuple(paragraphs))


@pytest.fixture
def _steady(monkeypatch):
    """Have all furniture stand on every page."""
    monkeypatch.setattr(furniture, "_SOMETIMES", 0.0)


@pytest.fixture
def told():
    return [furniture.Told(title, tuple(paragraphs)) for title, paragraphs in map(courier.article, range(8))]


@pytest.mark.usefixtures("_steady")
def test_other_articles_stand_in_the_pages_place(labelled, told):
    made = furniture.paged(labelled, told, np.random.default_rng(1))
    assert len(made) == 8
    for page, story in zip(made, told, strict=True):
        assert (page.title, page.paragraphs) == (story.title, story.paragraphs)
        assert all(paragraph in page.text for paragraph in (story.title, *story.paragraphs))
        assert courier.PROMISE in page.text
        assert not any(paragraph in page.text for paragraph in (labelled.title, *labelled.paragraphs))
    # Teasers differ from page to page.
    assert len({"Seven more bridges" in page.text for page in made}) == 2


def test_some_furniture_stands_on_some_pages_only(labelled, told, monkeypatch):
    monkeypatch.setattr(furniture, "_SOMETIMES", 1.0)
    made = furniture.paged(labelled, told, np.random.default_rng(3))
    assert {courier.PROMISE in page.text for page in made} == {True, False}


@pytest.mark.usefixtures("_steady")
def test_nothing_of_the_pages_own_article_stays(labelled, told, tmp_path):
    first, second = labelled.paragraphs[:2]
    part = " ".join(second.split()[1:25])
    html = labelled.html.replace("</ul>", f"</ul><div><p>{first}</p><blockquote>{part}</blockquote><p>Home</p></div>")
    (tmp_path / "page.gz").write_bytes(gzip.compress(html.encode()))
    made = furniture.paged(labelled, told, np.random.default_rng(1))
    assert len(made) == 8
    for page in made:
        assert not any(text in page.text for text in (part, *labelled.paragraphs))
        assert "<div><p>Home</p></div>" in page.text


def test_a_page_whose_article_is_not_found_makes_none(labelled, told):
    import attrs

    other = attrs.evolve(labelled, paragraphs=("Not a word of this stands on the page.",))
    assert furniture.paged(other, told, np.random.default_rng(1)) == []


@pytest.mark.usefixtures("_steady")
def test_each_page_has_its_own_authors_and_date(labelled, told, tmp_path):
    import attrs

    html = labelled.html.replace(
        courier.BYLINE, f"{courier.BYLINE}, March 5, 2024 <time datetime=2024-03-05>5/3/2024</time>"
    )
    (tmp_path / "page.gz").write_bytes(gzip.compress(html.encode()))
    page = attrs.evolve(labelled, authors=("Ana Silva",), published="2024-03-05")
    others = [attrs.evolve(one, authors=(f"Bo Lund {n}", "Ana Silva")) for n, one in enumerate(told)]
    made = furniture.paged(page, others, np.random.default_rng(1))
    assert len({(one.authors, one.published) for one in made}) > 4
    for one in made:
        (name,), (year, month, day) = one.authors, one.published.split("-")
        assert (month, name[:7]) == ("03", "Bo Lund")
        assert f'By {name}, March {int(day)}, {year} <time datetime="{one.published}">{int(day)}/3/{year}<' in one.text
        assert "Ana Silva" not in one.text
    # Whom a page names that shows no author is not known.
    nameless = attrs.evolve(page, authors=("Tom Reed",), published="2024-04-05")
    assert {(one.authors, one.published) for one in furniture.paged(nameless, others, np.random.default_rng(1))} == {
        ((), None)
    }


@pytest.mark.usefixtures("_steady")
def test_what_a_profile_brings_is_measured(labelled, told):
    made = furniture.paged(labelled, told, np.random.default_rng(1))
    found = measure(made, Pipeline.default(), html=True)
    assert len(found) == 8
    words = len(courier.PROMISE.split())
    assert {result.clutter_before for result in found} == {words}
    assert {result.clutter_after for result in found} == {0}
    assert {result.lost for result in found} == {0}
    assert all(result.after.exact for result in found)
