"""The title, and the same title in other languages."""

from __future__ import annotations

import pytest
from generators import LANGUAGES, PROSE

import newsclean

ENGLISH = PROSE["en"][0]
BODY = "\n\n".join(ENGLISH["paragraphs"][:3])


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_body_s_language_decides(code):
    other = PROSE["de" if code == "en" else "en"][0]["title"]
    story = PROSE[code][0]
    body = "\n\n".join(story["paragraphs"][:3])
    for first, second in ((story["title"], other), (other, story["title"])):
        article = newsclean.clean(f"{first}\n\n{second}\n\n{body}")
        assert article.title == story["title"]
        assert [(a.text, a.language) for a in article.alternate_titles] == [(other, "de" if code == "en" else "en")]


def test_a_section_s_name_is_no_title():
    assert newsclean.clean(f"Business\n\n{ENGLISH['title']}\n\n{BODY}").title == ENGLISH["title"]


def test_a_menu_is_no_title():
    article = newsclean.clean(f"Home  World  Politics  Business  Sport\n\n{ENGLISH['title']}\n\n{BODY}")
    assert article.title == ENGLISH["title"]


def test_prose_alone_has_no_title():
    assert newsclean.clean(BODY).title is None


def test_a_title_in_capitals():
    title = ENGLISH["title"].upper()
    assert newsclean.clean(f"{title}\n\n{BODY}").title == title
