"""Text that lost its line breaks: elements glued together, whole pages in one line."""

from __future__ import annotations

import unicodedata

import pytest
from generators import PROSE, Story, prose, stories
from hypothesis import given
from hypothesis import strategies as st
from invariants import assert_fixed_point

import newsclean
from newsclean.cleaners.seams import joined as join
from newsclean.text import read as read_text

ENGLISH = PROSE["en"][0]
MENU = ("Home", "News", "Sport", "Culture", "Weather", "Opinion", "Your account")
GLUED = (
    "Skip to contentHomeNewsSport & outdoorsWeatherFerry to run all winterBy Ana SilvaPublished 3 May 2024"
    "The ferry to the islands will run all winter, the council decided on Monday.It had stopped each November since "
    "the storm of 2011, which broke the pier.What happens nextThe harbour office will publish a timetable in June. "
    "Fares stay as they are.Share on FacebookCopy linkRelated storiesPier to be rebuilt in oakStorm damage paid for"
)


def texts(text):
    document = read_text(text)
    return [document.text(block) for block in document.blocks]


def test_glued_elements_come_apart():
    assert texts(GLUED) == [
        "Skip to content", "Home", "News", "Sport & outdoors", "Weather", "Ferry to run all winter", "By Ana Silva",
        "Published 3 May 2024",
        "The ferry to the islands will run all winter, the council decided on Monday.",
        "It had stopped each November since the storm of 2011, which broke the pier.", "What happens next",
        "The harbour office will publish a timetable in June. Fares stay as they are.", "Share on Facebook",
        "Copy link", "Related stories", "Pier to be rebuilt in oak", "Storm damage paid for",
    ]  # fmt: skip


def test_sentences_glued_in_a_script_without_capitals_come_apart():
    sentences = ["საკრებულომ ხიდი დაამტკიცა.", "მერმა თქვა, რომ გაიხსნება.", "ქალაქი ელოდება.", "ფული იყო."]
    assert texts("".join(2 * sentences)) == 2 * sentences


def test_a_glued_page_gives_its_article():
    article = newsclean.clean(GLUED)
    assert (article.title, article.authors, article.published) == (
        "Ferry to run all winter",
        ("Ana Silva",),
        "2024-05-03",
    )
    assert [p.text for p in article.paragraphs if p.text.endswith(".")] == [
        "The ferry to the islands will run all winter, the council decided on Monday.",
        "It had stopped each November since the storm of 2011, which broke the pier.",
        "The harbour office will publish a timetable in June. Fares stay as they are.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A slip of the pen.The next sentence goes on, and nothing else is glued in this text.",
        "YouTube, LinkedIn and WhatsApp are named; so are McDonald, the iPhone, DeepMind, PayPal and macOS.",
        "Umphathi wesikhungo saseGoli, uThandi Dube, ukhulume noNcube eThekwini. INingizimu Afrika ibhekene nakho.",
        "Call getElementById, then parentNode.insertBefore(newNode, oldNode) and setTimeout(doThis, 10).",
        "See example.com, U.S. law, the St.Gallen meeting, 3D prints, 4K films and the A380 at 10am.",
        unicodedata.normalize(
            "NFD", "시의회는 2019년 5월 제21대 의장을, 2020년 6월 제22대 의장을 뽑았다. " * 3
        ).strip(),
    ],
)
def test_what_is_not_glued_stays_whole(text):
    assert texts(text) == [text]


def test_addresses_and_names_that_return_are_not_parted():
    whole = "See https://example.org/aBcdEfgHij or @SilvaReports. WordRiver pays. It was WordRiver that asked."
    assert texts(GLUED + whole)[-1] == whole


def test_what_may_be_one_word_is_joined_again_where_both_parts_are_body():
    document = read_text(GLUED + " The new owner is SeaWortel of Delft, which has run boats since 1950.")
    assert "SeaWortel" not in " ".join(document.text(block) for block in document.blocks)
    assert "is SeaWortel of" in " ".join(document.text(block) for block in join(document).blocks)


def test_parts_with_a_label_are_not_joined():
    document = read_text(GLUED + " The new owner is SeaWortel of Delft.")
    labelled = document.replace([document.blocks[-1].remove("other")])
    assert [b.role for b in join(labelled).blocks][-2:] == ["", "removed"]


@given(st.sampled_from(sorted(PROSE)), st.data())
def test_a_story_in_one_line_stays_as_it_is(language, data):
    line = " ".join(data.draw(st.lists(st.sampled_from(prose(language)), min_size=1, max_size=12)))
    assert texts(line) == [line]


@given(stories())
def test_glue_loses_nothing(story: Story):
    article = newsclean.clean("".join((*MENU, story.title, *story.paragraphs, *MENU)))
    assert "".join(article.source[s.start : s.end] for s in article.segments) == article.source


#: A menu without the end of a sentence, and a foot with words that pages have.
LIST = " ".join(f"{name} {number}" for number in range(30) for name in MENU)
FOOT = "Cookie settings Facebook Instagram © The Harbour Post"


def test_a_page_in_one_line_comes_apart_where_sentences_end():
    line = " ".join((LIST, *ENGLISH["paragraphs"], LIST, FOOT))
    assert texts(" ".join(ENGLISH["paragraphs"])) == [" ".join(ENGLISH["paragraphs"])]
    parts = texts(line)
    assert len(parts) > len(ENGLISH["paragraphs"])
    assert " ".join(parts) == line


def test_a_list_without_words_of_the_web_may_be_a_table_of_the_article():
    line = " ".join((*ENGLISH["paragraphs"], LIST))
    assert texts(line) == [line]


def test_a_page_in_one_line_of_a_script_without_spaces():
    story = PROSE["zh"][0]
    menu = " ".join(f"新闻 社会 体育 财经 {number}" for number in range(40))
    parts = texts(" ".join((menu, *story["paragraphs"], menu, FOOT)))
    assert sum(part.endswith("。") for part in parts) >= len(story["paragraphs"])


def test_a_story_in_one_line_of_a_script_without_full_stops_stays_as_it_is():
    words = "ข่าว ตลาด ปลา เปิด ใหม่ ใน เดือน มิถุนายน"
    line = f"นายกเทศมนตรี เมือง ท่าเรือ กล่าว {words * 40} ผ่าน Facebook นายกเทศมนตรี เมือง ท่าเรือ กล่าว {words}"
    assert texts(line) == [line]


def test_sentences_of_a_story_without_spaces_are_one_paragraph():
    said = "，商贩在Facebook、YouTube、Instagram上说" + "，很好" * 90
    line = "".join(PROSE["zh"][0]["paragraphs"]).replace("。", f"{said}。", 1)
    assert [p.text for p in newsclean.clean(line).paragraphs] == [line]


def test_the_head_of_a_page_in_one_line_comes_apart_at_its_title_and_date():
    head = f"{ENGLISH['title']} | The Harbour Post {LIST} {ENGLISH['title']} By Ana Silva 5 May 2022 10:30"
    article = newsclean.clean(" ".join((head, *ENGLISH["paragraphs"], LIST, FOOT)))
    assert article.title == ENGLISH["title"]
    assert article.published == "2022-05-05T10:30"
    assert article.paragraphs[0].text.startswith(ENGLISH["paragraphs"][0][:40])


def test_sentences_of_one_line_that_stay_are_one_paragraph():
    document = read_text(" ".join((LIST, FOOT + ".", *ENGLISH["paragraphs"])))
    first, *others = document.blocks
    joined = join(document.replace([first.remove("navigation")]))
    assert [b.role for b in joined.blocks] == ["removed", ""]
    assert joined.text(joined.blocks[1]) == " ".join(document.text(block) for block in others)


def test_sentences_come_apart_behind_a_small_word_and_before_a_quotation():
    text = (
        "HomeNewsSign inFerry to run all winterThe whole town came to see it.The ferry had stopped each November.“I am "
        "glad,” said Ana Silva.Share this"
    )
    assert [part for part in texts(text) if part[-1] in ".”"] == [
        "The whole town came to see it.", "The ferry had stopped each November.", "“I am glad,” said Ana Silva.",
    ]  # fmt: skip


def test_a_line_of_markdown_that_is_too_long_comes_apart_but_not_in_links():
    links = "[Home](/) [News](/news) [Sport](/sport)"
    linked = "[The ferry. It runs all winter.](https://the-paper.example/ferry)"
    cell = f"{' '.join(ENGLISH['paragraphs'] * 4)} {linked} "
    line = cell * (1 + 6000 // len(cell))
    parts = texts(f"{links}\n\n{line}")
    assert len(parts) > len(ENGLISH["paragraphs"])
    assert any("The ferry. It runs all winter." in part for part in parts)
    assert texts(f"{links}\n\n{cell}")[1:] == [" ".join(cell.replace(linked, "The ferry. It runs all winter.").split())]


def test_what_stays_of_a_long_line_of_markdown_is_one_paragraph_without_its_marks():
    links = "[Home](/) [News](/news) [Sport](/sport)"
    cell = f"{' '.join(ENGLISH['paragraphs'])} The [harbour office](/office) says so. "
    text = f"{links}\n\n{cell * (1 + 6000 // len(cell))}"
    joined = join(read_text(text))
    assert joined.text(joined.blocks[-1]).count("The harbour office says so.") == 1 + 6000 // len(cell)


@pytest.mark.parametrize("head", ["", "New beams are needed\n\n"])
def test_control_characters_do_not_hide_seams(head):
    glued = "".join(text for story in PROSE["en"][:2] for text in story["paragraphs"])
    hidden = "\x02".join(text for story in PROSE["en"][:2] for text in story["paragraphs"])
    article = newsclean.clean(head + hidden)
    assert [p.text for p in article.paragraphs] == [p.text for p in newsclean.clean(head + glued).paragraphs]
    assert len(article.paragraphs) > 1
    assert_fixed_point(article)
