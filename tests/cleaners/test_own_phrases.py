"""Phrases of one's own: what they remove, what they leave, and what is said of a file that holds anything else."""

from __future__ import annotations

import pickle

import pytest
from generators import PROSE
from invariants import assert_partitioned

import newsclean
from newsclean import Pipeline

STORY = PROSE["en"][0]
FIRST, SECOND = STORY["paragraphs"][:2]
PROMPT = "The harbour gazette lives from its members, who pay twelve euros. Become one of us today."
MINE = f"""
[clutter.share]
whole = ["pass it on", "tell a neighbour"]

[clutter.newsletter]
openings = ["the gazette in your"]
signs = ["gazette by pigeon"]

[clutter.paywall]
whole = ["{PROMPT}"]
truncated = ["members read on here"]

[clutter.related]
whole = ["more from the quay", "# stories about *"]
words = ["quay", "mooring", "tide"]
"""


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(MINE, "utf-8")
    return path


def told(article):
    return [(removal.text, removal.kind) for removal in article.removed if removal.cleaner == "phrases"]


def cleaned(path, *lines, **options):
    article = newsclean.clean("\n\n".join([STORY["title"], FIRST, *lines, SECOND]), phrases=path, **options)
    assert_partitioned(article)
    assert FIRST in article.text
    assert SECOND in article.text
    return article


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Pass it on", "share"),
        ("PASS IT ON!", "share"),
        ("Pass it on | Tell a neighbour", "share"),
        ("The Gazette in your letter box, each morning", "newsletter"),
        ("Daily: Gazette by pigeon", "newsletter"),
        (PROMPT, "paywall"),
        ("More from the quay", "related"),
        ("12 stories about the old ferry", "related"),
        ("Mooring, quay, tide", "related"),
    ],
)
def test_a_line_that_is_nothing_but_a_phrase_is_removed(line, kind, mine):
    assert told(cleaned(mine, line)) == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        f"{FIRST} Pass it on.",
        f"Pass it on, the mayor said to the crew, and she gave them the key of the old ferry. {FIRST}",
        f"The gazette in your hand is a hundred years old, the mayor said on Monday, and she held it up. {FIRST}",
        f"{PROMPT} That is what stood on the bill that the police found in the hull of the old ferry.",
    ],
)
def test_nothing_within_prose_is(line, mine):
    article = cleaned(mine, line)
    assert told(article) == []
    assert " ".join(line.split()) in article.text


def test_a_line_goes_although_the_model_is_sure_of_it(mine, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text(f"[clutter.legal]\nwhole = [{SECOND!r}]\n", "utf-8")
    text = "\n\n".join([STORY["title"], *STORY["paragraphs"]])
    assert told(newsclean.clean(text, phrases=other)) == [(SECOND, "legal")]
    assert told(newsclean.clean(text, phrases=mine)) == []


def test_they_count_in_every_language(mine):
    story = PROSE["ja"][0]
    article = newsclean.clean("\n\n".join([story["title"], "Pass it on", *story["paragraphs"]]), phrases=mine)
    assert told(article) == [("Pass it on", "share")]


def test_pages_lose_them_too(mine):
    page = f"<h1>{STORY['title']}</h1><p>{FIRST}</p><blockquote>Pass it on</blockquote><p>{SECOND}</p>"
    assert told(newsclean.clean_html(page, phrases=mine)) == [("Pass it on", "share")]


def test_nothing_leaks_into_other_calls(mine):
    text = "\n\n".join([STORY["title"], FIRST, "Tell a neighbour about the quay", SECOND])
    before = newsclean.clean(text)
    newsclean.clean(text, phrases=mine)
    assert newsclean.clean(text) == before


def test_a_changed_file_counts_at_once(mine):
    assert told(cleaned(mine, "Pass it on"))
    mine.write_text("[clutter.share]\nwhole = ['hand it round']\n", "utf-8")
    assert told(cleaned(mine, "Hand it round")) == [("Hand it round", "share")]


def test_a_paywall_of_ones_own_is_a_field(mine):
    assert cleaned(mine, PROMPT).paywall == "prompt"
    cut = newsclean.clean("\n\n".join([STORY["title"], FIRST, SECOND, "Members read on here"]), phrases=mine)
    assert (told(cut), cut.paywall) == ([("Members read on here", "paywall")], "truncated")


def test_they_stand_before_all_that_judges(mine):
    names = Pipeline.default().adapted(phrases=mine).names
    assert names[:6] == ("encoding", "language", "front_matter", "phrases", "written", "content")
    assert Pipeline.only("share").adapted(phrases=mine).names == ("phrases", "clutter")
    assert told(cleaned(mine, "Pass it on", pipeline=lambda document: document)) == [("Pass it on", "share")]


def test_they_also_go_from_a_text_that_newsclean_wrote(mine):
    article = newsclean.clean(f"{STORY['title']}\n\n\n{FIRST}\n\nPass it on\n\n{SECOND}", phrases=mine)
    assert (article.title, article.text) == (STORY["title"], f"{FIRST}\n\n{SECOND}")


def test_a_pipeline_with_them_goes_to_other_processes(mine):
    pipeline = pickle.loads(pickle.dumps(Pipeline.default().adapted(phrases=mine)))  # noqa: S301 - made here
    mine.unlink()
    text = "\n\n".join([STORY["title"], FIRST, "Pass it on", SECOND])
    assert told(newsclean.clean(text, pipeline=pipeline)) == [("Pass it on", "share")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[clutter.share\n", r"mine\.toml: it is no TOML: .*line 1"),
        (b"[clutter.share]\nwhole = ['\xff']", r"mine\.toml: it is no TOML: .*utf-8"),
        (
            "[clutter.shares]\nwhole = ['a b']",
            r"mine\.toml: there is no list 'clutter\.shares\.whole'.*navigation, share",
        ),
        ("[clutter.share]\nhole = ['a b']", r"mine\.toml: there is no list 'clutter\.share\.hole'.*whole, openings"),
        ("[clutter.share]\ntruncated = ['a b']", r"there is no list 'clutter\.share\.truncated'"),
        ("[bylines]\nopenings = ['by']", r"there is no list 'bylines\.openings'"),
        ("whole = ['a b']", r"there is no list 'whole'"),
        ("clutter = ['a b']", r"there is no list 'clutter'"),
        ("[clutter]\nshare = ['a b']", r"there is no list 'clutter\.share'"),
        ("[clutter.share]\nwhole = 'a b'", r"clutter\.share\.whole: expected a list of phrases, not 'a b'"),
        ("[clutter.share]\nwhole = ['a b', 12]", r"clutter\.share\.whole: 12 is no phrase"),
        ("[clutter.share]\nwhole = ['***']", r"clutter\.share\.whole: '\*\*\*' is no phrase"),
        ("[clutter.share]\nwhole = ['12 #']", r"clutter\.share\.whole: '12 #' is no phrase"),
        (f"[clutter.share]\nwhole = ['{'long ' * 70}']", r"clutter\.share\.whole: 'long .* has 70 words"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(content, message, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=message):
        newsclean.phrases(path)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"none\.toml"):
        newsclean.clean("Ferry sold", phrases=tmp_path / "none.toml")
