"""The keys and values that programs put before a text."""

from __future__ import annotations

import pytest
from generators import stories
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.text import read

TITLE = "Ferry to run all winter"
BODY = (
    "The ferry to the islands will run all winter, the council decided on Monday.\n\n"
    "It had stopped each November since the storm of 2011, which broke the pier."
)
YAML = f"""---
title: "{TITLE}"
author: Ana Silva; Joe Doe
url: https://the-paper.example/ferry
hostname: the-paper.example
description: Islanders had asked for years.
date: "2024-05-02"
categories: ['Islands']
tags: ['ferry', 'winter']
fingerprint: 0af3
---
{BODY}
"""
READER = f"""Title: {TITLE} - Islands - The Paper

URL Source: https://the-paper.example/ferry

Published Time: Thu, 02 May 2024 10:30:00 GMT

Warning: Some of the page could not be read.

Markdown Content:
[Home](https://the-paper.example/) [News](https://the-paper.example/news) [Sport](https://the-paper.example/sport)

# {TITLE}

By [Ana Silva](https://the-paper.example/ana)

{BODY}
"""


def test_yaml_fills_the_fields():
    article = newsclean.clean(YAML)
    assert (article.title, article.deck, article.text) == (TITLE, "Islanders had asked for years.", BODY)
    assert (article.authors, article.published) == (("Ana Silva", "Joe Doe"), "2024-05-02")
    assert (article.section, article.tags) == ("Islands", ("ferry", "winter"))
    assert article.url == "https://the-paper.example/ferry"
    assert {removal.cleaner for removal in article.removed} == {"front_matter"}


def test_the_title_in_the_text_goes_before_the_same_in_the_front_matter():
    article = newsclean.clean(READER)
    assert (article.title, article.authors, article.text) == (TITLE, ("Ana Silva",), BODY)
    assert (article.published, article.url) == ("2024-05-02T10:30:00+00:00", "https://the-paper.example/ferry")
    title = next(segment for segment in article.segments if segment.role == "title")
    assert title.start > READER.index("Markdown Content")
    assert "duplicate" in {removal.kind for removal in article.removed}


def test_values_of_several_lines():
    text = (
        f"---\r\ntitle: {TITLE}\r\ntags:\r\n  - ferry\r\n  - winter\r\nsummary: >\r\n  Islanders had asked\r\n"
        f"  for years.\r\n---\r\n\r\n# {TITLE}\r\n\r\n2 May 2024\r\n\r\n{BODY}"
    )
    article = newsclean.clean(text)
    assert (article.title, article.tags, article.published) == (TITLE, ("ferry", "winter"), "2024-05-02")
    assert article.text == BODY


@pytest.mark.parametrize("summary", ["The ferry to the islands will run all winter", "Islanders had asked for ye..."])
def test_a_description_that_is_no_deck(summary):
    assert newsclean.clean(f"Title: {TITLE}\nDescription: {summary}\n\n{BODY}").deck is None


def test_the_text_may_begin_on_the_last_keys_line():
    article = newsclean.clean(f"URL: https://the-paper.example/ferry\nHeadline: {TITLE}\nText: {BODY}")
    assert (article.title, article.text) == (TITLE, BODY)


def test_what_tells_nothing_is_removed():
    article = newsclean.clean(f"Title: {TITLE}\nDate: some day\nURL: nowhere\nAuthor:\n\n{BODY}")
    assert (article.published, article.url, article.authors, article.text) == (None, None, (), BODY)
    assert {"some day", "nowhere"} <= {removal.text for removal in article.removed}


def test_an_address_given_goes_before_the_texts():
    assert newsclean.clean(YAML, url="https://another.example/").url == "https://another.example/"


@pytest.mark.parametrize(
    "text",
    [
        f"Summary: it rains.\nSource: the weather office.\n\n{BODY}",
        f"Title: {TITLE}\n\n{BODY}",
        f"---\n{BODY}\n---\nIslanders had asked for it since the storm.",
        f"---\ntitle: {TITLE}\n\n{BODY}",
    ],
)
def test_other_keys_are_no_front_matter(text):
    assert "front_matter" not in {segment.cleaner for segment in newsclean.clean(text).segments}


@given(stories(), st.booleans(), st.booleans())
def test_front_matter_changes_no_body(story, fenced, repeated):
    head = f"title: {story.title}\ndate: 2024-05-02\nauthor: Ana Silva\n"
    head = f"---\n{head}---\n" if fenced else head
    shown = f"{story.title}\n\n" if repeated else ""
    article = newsclean.clean(head + "\n" + shown + "\n\n".join(story.paragraphs))
    assert (article.title, article.authors, article.published) == (story.title, ("Ana Silva",), "2024-05-02")
    assert [paragraph.text for paragraph in article.paragraphs] == list(story.paragraphs)


def test_a_text_in_the_fence_is_body():
    article = newsclean.clean(f"---\ntitle: {TITLE}\ntext: The pier is mended, the council said.\n---\n\n{BODY}")
    assert "The pier is mended, the council said." in (article.deck or article.text)


@pytest.mark.parametrize("mark", ["\ufeff", "\x00"])
def test_damage_loses_nothing(mark):
    article = newsclean.clean(f"{mark}Title: {TITLE}\nDate:{mark} 2024-05-02\nText: {BODY}")
    assert BODY.split("\n\n", maxsplit=1)[0] in article.to_text()


def test_yaml_as_people_write_it():
    text = (
        '---\ntitle: >-\n  Ferry to run\n  all winter\n"date": 2024-05-02\n# a comment\ntags:\n  - Pier - ferry\n'
        f"  - Storm\ncover:\n  url: https://cdn.example/a.jpg\n  title: The pier\n---\n\n{BODY}"
    )
    article = newsclean.clean(text)
    assert (article.title, article.published, article.tags) == (TITLE, "2024-05-02", ("Pier - ferry", "Storm"))
    assert (article.url, article.text) == (None, BODY)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Ferry: \\"We run all winter\\""', 'Ferry: "We run all winter"'),
        ('"We run," says ferry', '"We run," says ferry'),
        ("Watch: ferry runs all winter", "Watch: ferry runs all winter"),
    ],
)
def test_a_stated_title_stays(written, title):
    assert newsclean.clean(f"---\ntitle: {written}\nurl: https://the-paper.example/ferry\n---\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "talk",
    [
        "---\nQ: How did you come to run the ferry, and who helped you?\nA: The town did.\nSource: The Paper\n---",
        "Headline: Ferry stops\nWarning: Do not go out tonight, the weather service of the islands said on Monday.",
    ],
)
def test_talk_is_no_front_matter(talk):
    article = newsclean.clean(f"{talk}\n\n{BODY}")
    assert "front_matter" not in {segment.cleaner for segment in article.segments}


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("'It''s a \"ferry\"'", 'It\'s a "ferry"'),
        ('"Caf\\u00e9 opens"', "Café opens"),
        ('"Ferry runs" # of May', "Ferry runs"),
        ("|\n  Ferry runs\n  all winter", "Ferry runs all winter"),
        ("2024", "2024"),
    ],
)
def test_yaml_is_read_by_its_own_rules(written, title):
    text = f"---\ntitle: {written}\ndate: 2024-13-45\nurl: https://the-paper.example/ferry\n---\n\n{BODY}"
    assert newsclean.clean(text).title == title


def test_lists_keep_their_items_and_people_their_names():
    text = (
        "---\ntitle: Ferry runs\nauthors:\n  - name: Ana Silva\n    url: https://a.example\n  - name: Joe Doe\n"
        f'tags: ["pier, ferry", storm]\nhostname: the-paper.example\nsite_name: The Paper\n---\n\n{BODY}'
    )
    article = newsclean.clean(text)
    assert (article.authors, article.tags) == (("Ana Silva", "Joe Doe"), ("pier, ferry", "storm"))
    assert (article.publisher, article.text) == ("The Paper", BODY)


TOML = f'''+++
title = "Ferry \\u2013 all winter"
date = 2024-05-02T10:30:00+02:00
authors = [
  "Ana Silva",
  "Joe Doe",
]
description = """Islanders had
asked for years."""
draft = false

[params]
title = "Another"
+++

{BODY}'''


def test_toml_fills_the_fields():
    article = newsclean.clean(TOML)
    assert (article.title, article.authors) == ("Ferry – all winter", ("Ana Silva", "Joe Doe"))
    assert (article.published, article.deck) == ("2024-05-02T10:30:00+02:00", "Islanders had asked for years.")
    assert (article.text, {removal.cleaner for removal in article.removed}) == (BODY, {"front_matter"})


@pytest.mark.parametrize(
    "head",
    [
        "+++\ntitle = \n+++\n",
        "+++\nFerry runs\n+++\n",
        "---\na: " + "[" * 3000 + "\n---\n",
        "---\n? [a]\n: b\ntitle: c\n---\n",
    ],
)
def test_what_is_not_well_formed_is_no_error(head):
    article = newsclean.clean(head + BODY)
    assert all(paragraph in article.text for paragraph in BODY.split("\n\n"))


@pytest.mark.parametrize(("key", "name"), [("publisher", "The Paper"), ("hostname", "the-paper.example")])
def test_front_matter_names_the_publisher(key, name):
    assert (
        newsclean.clean(f"Title: Ferry runs\nURL: https://the-paper.example/f\n{key}: {name}\n\n{BODY}").publisher
        == name
    )


def test_seams_in_the_front_matter_cut_no_line_below_it():
    seam = "The repairs cost a third more than was planned.The rest was collected in the town."
    below = "Harbour town rebuilds its old market"
    document = read(f"title: {seam}\n" * 4 + f"{below}\n\n{seam} The old market in Wexley will open again in June.")
    assert all(block.start < block.end for block in document.blocks)
    assert below in map(document.text, document.blocks)
