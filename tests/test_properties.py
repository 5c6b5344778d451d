"""What must hold for every text."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import ftfy
import pytest
from generators import LANGUAGES, PROSE, Story, documents, prose, stories, texts
from hypothesis import given
from hypothesis import strategies as st
from invariants import (
    assert_accounted_for,
    assert_fixed_point,
    assert_partitioned,
    assert_segments_agree,
    assert_sliced,
    assert_told_in_full,
    collapsed,
)

import newsclean
from newsclean import Article, Paragraph
from newsclean.text import kinds
from newsclean.text.decoding import decode


@given(texts())
def test_the_segments_partition_the_source(text):
    assert_partitioned(newsclean.clean(text))


@given(texts())
def test_every_character_is_in_a_paragraph_a_field_or_a_removal(text):
    assert_accounted_for(newsclean.clean(text))


@given(texts())
def test_segments_agree_with_paragraphs_and_removals(text):
    assert_segments_agree(newsclean.clean(text))


@given(texts())
def test_a_paragraph_is_its_slice_of_the_source(text):
    assert_sliced(newsclean.clean(text))


@given(documents())
def test_sound_text_is_not_changed(text):
    assert newsclean.clean(text).source == text


@given(
    st.sampled_from(LANGUAGES).flatmap(lambda code: st.sampled_from(prose(code))),
    st.sampled_from("“”‘’«»…ﬁﬂ３Ａ％　—‐"),
)
def test_typography_stays(text, mark):
    text = f"{text} {mark}{text}"
    assert newsclean.clean(text).source == text


@given(st.sampled_from(LANGUAGES).flatmap(lambda code: st.sampled_from(prose(code))))
def test_mojibake_is_repaired_as_ftfy_would(text):
    broken = text.encode().decode("latin-1")
    expected = text if ftfy.fix_encoding(broken) == text else None
    if expected:
        assert newsclean.clean(f"Title of the page\n\n{broken}\n").source.split("\n\n")[1].strip() == expected


# Where no title was found, a headline may be one once what stood around it is gone: of some hundreds one is, which is
# why these are always the same.
@given(texts())
def test_cleaning_an_article_again_gives_the_same(text):
    assert_fixed_point(newsclean.clean(text))


@given(stories(), stories(), st.booleans())
def test_what_is_written_is_read_as_it_was(story, other, decked):
    deck = collapsed(other.paragraphs[0]) if decked else None
    paragraphs = [Paragraph(collapsed(text)) for text in (*story.paragraphs, other.title, *other.paragraphs)]
    assert_fixed_point(Article(title=collapsed(story.title), deck=deck, paragraphs=paragraphs))


def assert_untouched(story: Story) -> None:
    article = newsclean.clean(story.text)
    assert article.removed == ()
    assert article.title == story.title
    kept = [article.deck] if article.deck else []
    assert [*kept, *(p.text for p in article.paragraphs)] == [collapsed(p) for p in story.paragraphs]


@given(stories())
def test_a_clean_article_goes_through_untouched(story):
    assert_untouched(story)


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(
            Story(code, story["title"], (story["paragraphs"][0], talk, story["paragraphs"][1])), id=f"{code}-{n}-{m}"
        )
        for code in LANGUAGES
        for n, story in enumerate(PROSE[code])
        for m, talk in enumerate(story["talk"])
    ],
)
def test_prose_that_talks_of_clutter_stays(story):
    assert_untouched(story)
    assert_untouched(story._replace(paragraphs=(*story.paragraphs[::2], story.paragraphs[1])))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_whole_story_stays(code):
    for story in PROSE[code]:
        assert_untouched(Story(code, story["title"], tuple(story["paragraphs"])))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_story_with_its_deck_stays(code):
    for story in PROSE[code]:
        article = newsclean.clean(f"{story['title']}\n{story['deck']}\n\n" + "\n\n".join(story["paragraphs"]))
        assert (article.title, article.deck, article.removed) == (story["title"], story["deck"], ())
        assert [p.text for p in article.paragraphs] == story["paragraphs"]
        assert article.language == code


@given(st.lists(texts(), min_size=1, max_size=4))
def test_order_does_not_matter(batch):
    forwards = [a.to_dict() for a in newsclean.clean_many(batch)]
    backwards = [a.to_dict() for a in newsclean.clean_many(batch[::-1])]
    assert forwards == backwards[::-1]
    assert forwards == [newsclean.clean(text).to_dict() for text in batch]


_CHILD = "import sys, json, newsclean; print(json.dumps([newsclean.clean(t).to_dict() for t in json.load(sys.stdin)]))"


def test_other_processes_find_the_same():
    pages = [
        "\n\n".join(("07:32 GMT +3 19 August 2019", s["title"], "ShareTweetEmail", *s["paragraphs"], "Other News"))
        for code in LANGUAGES
        for s in PROSE[code]
    ]
    expected = [newsclean.clean(page).to_dict() for page in pages]
    for seed in ("1", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", _CHILD],
            input=json.dumps(pages),
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert json.loads(done.stdout) == expected


@given(texts())
def test_to_dict_has_an_inverse_and_is_json(text):
    assert_told_in_full(newsclean.clean(text))


@pytest.mark.parametrize("value", [None, 3, 1.5, ["text"], {"text": 1}, object()])
def test_what_is_no_text_is_a_type_error_that_names_it(value):
    with pytest.raises(TypeError, match=type(value).__name__):
        newsclean.clean(value)
    with pytest.raises(TypeError, match=type(value).__name__):
        list(newsclean.clean_many([value]))


@pytest.mark.parametrize(
    ("encoding", "languages"),
    [
        ("utf-8", LANGUAGES),
        ("utf-8-sig", LANGUAGES),
        ("utf-16", LANGUAGES),
        ("cp1252", ("en", "de", "fr", "es", "pt", "it", "nl")),
        ("windows-1251", ("ru",)),
        ("shift_jis", ("ja",)),
        ("gb18030", ("zh",)),
        ("euc-kr", ("ko",)),
        ("iso8859-9", ("tr",)),
    ],
)
def test_bytes_are_decoded(encoding, languages):
    for code in languages:
        for story in PROSE[code]:
            text = "\n\n".join((story["title"], *story["paragraphs"]))
            data = text.encode(encoding, "ignore")
            sound = data.decode(encoding)
            assert newsclean.clean(data).source == sound, code


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_are_refused_as_another_kind_of_file(data):
    try:
        assert isinstance(newsclean.clean(data), Article)
    except newsclean.PageError:
        assert kinds.of_bytes(data) or kinds.is_binary(decode(data))


@pytest.mark.parametrize("text", ["", b"", " ", "\n\n\t\r\n", "\u3000\u00a0\u2028", "\x0c"])
def test_empty_text_is_an_empty_article(text):
    article = newsclean.clean(text)
    assert article == Article()
    assert article.to_text() == ""
