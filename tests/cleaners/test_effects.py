"""What the table says that each cleaner goes by and gives, against what it does."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from generators import PROSE
from invariants import assert_accounted_for, assert_partitioned
from test_docs import run as run_examples

import newsclean
from newsclean import Document, Pipeline, cleaners
from newsclean.cleaners.effects import EFFECTS
from newsclean.pipeline import name_of

ROOT = Path(__file__).parents[2]
NAMES = Pipeline.default().names
STORY = PROSE["en"][0]
PAGE = f"""<html><body><h1>{STORY["title"]}</h1><p>By Ana Silva</p><p hidden>Close</p><ul><li>Share</li></ul>
<table><tr><td>Wexley<td>12</table><p>WEXLEY (AP) -- {STORY["paragraphs"][0]}</p><p>{STORY["paragraphs"][1]}</p>"""
TEXTS = [
    "",
    "Share",
    "\n\n".join([STORY["title"], "ShareTweetEmail", *STORY["paragraphs"]]),
    "Kiel (dpa/lno) - Die Fähre ist verkauft worden, wie der Rat am Montag nach langer Debatte in Kiel mitteilte.",
    "The councilâ€™s plan to sell the ferry was read out on Monday, and nobody in the hall spoke against it.",
    *(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]),
]


def given(before: Document, after: Document, name: str) -> set[str]:
    """What a cleaner gave."""
    found = {part for part in ("source", "language") if getattr(before, part) != getattr(after, part)}
    known = {(block.start, block.end): block for block in before.blocks}
    for block in after.blocks:
        old = known.get((block.start, block.end))
        if block.scores is not None and (old is None or old.scores is None) and name == "content":
            found.add("scores")
        if block.role and block.cleaner == name and (old is None or (old.role, old.kind) != (block.role, block.kind)):
            found.add(block.role)
    spans = [(block.start, block.end) for block in after.blocks]
    return found | ({"blocks"} if name == "paragraphs" and spans != list(known) else set())


@pytest.fixture(scope="module")
def seen():
    """What each cleaner gives in the examples of its description, and in some texts."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    run = Pipeline.run

    def watched(self, document):
        before = document

        def compare(name, after):
            nonlocal before
            found[name] |= given(before, after, name)
            before = after

        return run(self, document, compare)

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setattr(Pipeline, "run", watched)
        run_examples(ROOT / "docs" / "cleaners.md")
        for text in TEXTS:
            newsclean.clean(text)
        newsclean.clean_html(PAGE)
    return found


def test_the_table_has_every_cleaner():
    assert tuple(EFFECTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_cleaner_gives_what_the_table_says_and_nothing_else(name, seen):
    assert seen[name] <= set(EFFECTS[name].assigns)
    assert seen[name]


def test_what_a_cleaner_goes_by_was_given_before():
    given_so_far = set()
    for name, effect in EFFECTS.items():
        assert set(effect.requires) <= given_so_far, name
        given_so_far |= set(effect.assigns)


@pytest.mark.parametrize("name", NAMES)
def test_a_cleaner_is_importable_by_its_name(name):
    assert name_of(getattr(cleaners, name)) == name
    assert getattr(cleaners, name) is Pipeline.default()[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_cleaner_works_alone(name):
    pipeline = Pipeline.only(name)
    articles = [newsclean.clean(text, pipeline=pipeline) for text in TEXTS]
    for article in (*articles, newsclean.clean_html(PAGE, pipeline=pipeline)):
        assert_partitioned(article)
        assert_accounted_for(article)
        assert {removal.cleaner for removal in article.removed} <= {name, "markup"}


def test_a_dateline_is_found_where_nothing_else_is():
    article = newsclean.clean(TEXTS[3], pipeline=Pipeline.only("datelines"))
    assert article.dateline == newsclean.Dateline("Kiel", "dpa/lno")
    assert article.text.startswith("Die Fähre ist verkauft worden")


def test_buttons_are_removed_where_nothing_else_is():
    article = newsclean.clean(TEXTS[2], pipeline=Pipeline.only("share"))
    assert [removal.text for removal in article.removed] == ["ShareTweetEmail"]
    assert [paragraph.text for paragraph in article.paragraphs] == [STORY["title"], *STORY["paragraphs"]]
