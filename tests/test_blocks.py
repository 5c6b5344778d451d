"""Cutting text into blocks: hard-wrapped lines, odd breaks, Markdown."""

from __future__ import annotations

import re
import textwrap

import pytest
from generators import PROSE

import newsclean
from newsclean.text import read as read_text

ENGLISH = PROSE["en"][0]
SPACED = ("en", "de", "fr", "es", "ru")


def texts(text):
    document = read_text(text)
    return [document.text(block) for block in document.blocks]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("code", SPACED)
def test_hard_wrapped_paragraphs_are_joined(code, width):
    story = PROSE[code][0]
    wrapped = "\n\n".join(
        textwrap.fill(p, width, break_on_hyphens=False, break_long_words=False) for p in story["paragraphs"]
    )
    assert texts(wrapped) == story["paragraphs"]


def test_wrapped_text_with_a_title():
    body = "\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in ENGLISH["paragraphs"])
    article = newsclean.clean(f"{ENGLISH['title']}\n\n{body}")
    assert article.title == ENGLISH["title"]
    assert [p.text for p in article.paragraphs] == ENGLISH["paragraphs"]


WIDE = "Storm takes the roof off the old fish market, and the harbour's last cafe closes"


def test_a_heading_broken_at_a_wider_column_than_the_text_is_joined():
    body = "\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in ENGLISH["paragraphs"])
    assert texts(f"News\n\n{WIDE}\nfor good\n\n{body}")[1] == f"{WIDE} for good"
    assert texts(f"{WIDE}\nfor good\n\n{body}")[0] == f"{WIDE} for good"
    for below in ("By Ana Silva", "2 May 2024"):
        assert texts(f"News\n\n{WIDE}\n{below}\n\n{body}")[1:3] == [WIDE, below]
    # Three in a row are a list.
    assert texts(f"News\n\n{WIDE}\nFerry sold\nMayor resigns\n\n{body}")[1:4] == [WIDE, "Ferry sold", "Mayor resigns"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r", "\n \n", "\u2028", "\u2029", "\x0c", "\n\n\n\n"])
def test_lines_that_are_paragraphs_are_not_joined(gap):
    assert texts(gap.join(ENGLISH["paragraphs"])) == ENGLISH["paragraphs"]


def test_headlines_in_a_list_are_not_joined():
    lines = ["Winter market moves to the old railway station", "Ferry fares rise again in the spring",
             "Council buys a second-hand dredger",
             "Wexley loses to Harrow after extra time", "School roof closed because of snow"]  # fmt: skip
    assert texts("\n".join(lines)) == lines


def test_bullets_stay_apart_in_wrapped_text():
    body = textwrap.fill(ENGLISH["paragraphs"][0] + " " + ENGLISH["paragraphs"][1], 60)
    assert texts(f"{body}\n- Beams of oak for the hall\n- A dry cellar")[-2:] == [
        "- Beams of oak for the hall",
        "- A dry cellar",
    ]


MARKDOWN = """\
# Bridge *opens* in June

The [council](https://example.com/a) met on **Monday** and decided, after a debate, to open the [bridge](/b) in June.

![The bridge](https://example.com/bridge.jpg)

> “We have waited for this since the flood of two years ago,” the mayor said to the [reporters](#top).

- The snake_case_name and 3*4 stay as they are in a [list](https://example.com/a_(b)).
"""


MENU = "\n".join(f"Item {n}" for n in range(80))


def test_lines_broken_at_a_column_are_joined_on_a_page_full_of_menus():
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72, break_on_hyphens=False) for paragraph in ENGLISH["paragraphs"])
    assert texts(f"{MENU}\n\n{wrapped}\n\n{MENU}")[80:-80] == ENGLISH["paragraphs"]


def test_headlines_in_a_row_are_not_joined_where_other_lines_are_longer():
    headlines = [
        "Council votes on the new school at the harbour", "Ferry makes its last trip on a rainy Wednesday",
        "Storm takes the roof off the old fish market", "Minister resigns over the budget for bridges",
        "Museum opens its doors again after nine years", "Farmers block the motorway for the third day",
    ]  # fmt: skip
    assert texts("\n".join((*headlines, *ENGLISH["paragraphs"]))) == [*headlines, *ENGLISH["paragraphs"]]


def test_markdown_is_seen_through():
    assert [text for text in texts(MARKDOWN) if text] == [
        "Bridge opens in June",
        "The council met on Monday and decided, after a debate, to open the bridge in June.",
        "“We have waited for this since the flood of two years ago,” the mayor said to the reporters.",
        "The snake_case_name and 3*4 stay as they are in a list.",
    ]


def test_a_heading_that_was_broken_at_the_margin_is_one_line():
    links = "[One](/1) [Two](/2) [Three](/3)\n\n"
    long = "# The council of the harbour town opens the bridge that it began to build\nalmost nine years ago"
    document = read_text(f"{links}{long}\n\n# A short heading\nA line below it.\n")
    assert [document.text(block) for block in document.blocks][1:] == [
        "The council of the harbour town opens the bridge that it began to build almost nine years ago",
        "A short heading",
        "A line below it.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_underlined_line_is_a_heading(end):
    lines = (
        "[One](/1) [Two](/2) [Three](/3)", "", "Bridge opens in June", "====================", "",
        "The council met on Monday.", "", "What it costs", "--", "It was dear.", "", "No heading", "", "-----", "",
        "* an item", "---", "Last line", "=",
    )  # fmt: skip
    document = read_text(end.join(lines))
    found = [(document.text(block), block.markup.heading) for block in document.blocks][1:]
    assert found == [
        ("Bridge opens in June", 1), ("The council met on Monday.", 0), ("What it costs", 2), ("It was dear.", 0),
        ("No heading", 0), ("-----", 0), ("an item", 0), ("---", 0), ("Last line", 1),
    ]  # fmt: skip


def test_a_paragraph_is_no_heading_whatever_stands_below():
    long = "The council met on Monday and decided, after a long debate, to open the bridge in June. " * 4
    document = read_text(f"[One](/1) [Two](/2) [Three](/3)\n\n{long}\n---\n\nBridge opens\n---")
    found = [(document.text(block), block.markup.heading) for block in document.blocks][1:]
    assert found == [(long.strip(), 0), ("---", 0), ("Bridge opens", 2)]


def test_underlines_need_markdown():
    assert texts("Bridge opens in June\n====\nBy Ana Silva") == ["Bridge opens in June", "====", "By Ana Silva"]


def test_markdown_is_removed_and_nothing_is_lost():
    article = newsclean.clean(MARKDOWN)
    assert article.title == "Bridge opens in June"
    assert "".join(article.source[s.start : s.end] for s in article.segments) == MARKDOWN
    markup = {article.source[s.start : s.end] for s in article.segments if s.cleaner == "markup"}
    assert {"**", "](/b)"} <= markup


@pytest.mark.parametrize(
    "text",
    ["He wrote 2*3*4 and __init__ on the wall.", "An _emphatic_ word [sic] (or two).", "# of boats: 12", "> no quote"],
)
def test_text_that_is_no_markdown_keeps_its_marks(text):
    assert texts(text) == [text]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\r\n"])
def test_no_text_no_blocks(text):
    assert texts(text) == []


def test_lines_of_markdown_that_are_not_filled_are_paragraphs():
    long = " ".join(ENGLISH["paragraphs"][:2])
    menu = "[Home](/)\n[World](/w)\n[Sport](/s)"
    body = [long, "A short one.", f"{long} And on.", long, "The last one, broken", "in mid-sentence."]
    assert texts("\n".join((menu, *body)))[3:] == [*body[:4], " ".join(body[4:])]


def test_lines_of_markdown_in_a_script_without_capitals_do_not_go_on_with_those_above():
    body = ["საკრებულომ ხიდი დაამტკიცა და ფული გამოყო", "მერმა თქვა, რომ გაიხსნება", "ქალაქი ელოდება"]
    assert texts("\n".join(("# ხიდი გაიხსნა", "", *body)))[1:] == body


def test_lines_of_markdown_in_scripts_without_spaces_are_paragraphs():
    body = PROSE["zh"][0]["paragraphs"]
    menu = "[首頁](/)\n[世界](/w)\n[體育](/s)"
    assert texts("\n".join((menu, *body)))[3:] == body
    assert texts("\n".join((menu, *body[:2])))[3:] == body[:2]


def test_markdown_without_links_is_known_by_headings_and_bold_words():
    lead = "The ferry to the islands will run all winter, the council decided."
    assert texts(f"# Ferry to run all winter\n\n{lead}") == ["Ferry to run all winter", lead]
    assert texts(f"{lead}\n\n## What it costs\n\n{lead}") == [lead, "What it costs", lead]
    assert texts(f"**Harbour** news\n\n**Ana Silva**\n\n{lead}") == ["Harbour news", "Ana Silva", lead]


def test_lines_that_messengers_set_off_are_markdown():
    lead = "The council closed the old quay on Monday after part of its wall had given way in the night."
    assert texts(f"*HARBOUR WALL GIVES WAY*\n\n_Wexley_\n\n{lead}") == ["HARBOUR WALL GIVES WAY", "Wexley", lead]
    assert texts(f"*HARBOUR WALL GIVES WAY*\n\n{lead}") == ["*HARBOUR WALL GIVES WAY*", lead]


@pytest.mark.parametrize("text", ["# of boats: 12\n# of crews: 13", "Prices** are net **per person** a day.\n\n##"])
def test_marks_that_are_no_markdown(text):
    assert texts(text) == [line for line in text.splitlines() if line.strip()]


def test_paragraphs_broken_at_their_elements_are_joined():
    text = (
        "Ferry to run all winter, council decides\nby Ana Silva\n"
        "The ferry to the islands will run all winter, as the council of\nNorth Holm\ndecided on Monday\n"
        ", three years after the storm that broke the pier. See\nour guide\n.\nIt costs nothing.\nferry\nwinter"
    )
    paragraph = (
        "The ferry to the islands will run all winter, as the council of North Holm decided on Monday, three years "
        "after the storm that broke the pier. See our guide."
    )
    assert texts(text) == [*text.splitlines()[:2], paragraph, "It costs nothing.", "ferry", "winter"]


RAN = "decided that the ferry to the islands will run all winter, which nobody there had hoped for."


def test_the_few_words_before_a_link_open_its_paragraph():
    told = f"It costs nothing\n.\nOn Monday, the\nCouncil of North Holm\n{RAN}\nNobody had asked."
    assert texts(told)[2:] == [f"On Monday, the Council of North Holm {RAN}", "Nobody had asked."]
    heading = f"It costs nothing\n.\nWhat the council decides\nCouncil members\n{RAN}"
    assert texts(heading)[2:] == ["What the council decides", f"Council members {RAN}"]


def test_where_blank_lines_part_paragraphs_a_line_right_below_goes_on():
    paragraphs = "\n\n".join(ENGLISH["paragraphs"])
    torn = f"{paragraphs}\n\nIn all,\n200 crowns\nwere paid for each of the tickets that were sold on Monday in town."
    assert texts(torn)[-1] == torn.rpartition("\n\n")[2].replace("\n", " ")
    few = "\n\n".join((*ENGLISH["paragraphs"][:2], "On Monday, the\nCouncil of North Holm\n" + RAN))
    assert texts(few)[-1] == f"On Monday, the Council of North Holm {RAN}"
    lead = f"{ENGLISH['paragraphs'][0]}\n\nFerry to run\n{RAN}"
    assert texts(lead)[1:] == ["Ferry to run", RAN]
    bullets = f"{paragraphs}\n\nFerry of the North\no runs on Monday, Wednesday and Friday, when there is no storm."
    assert texts(bullets)[-2:] == bullets.splitlines()[-2:]


LEAD = "The ferry to the islands will run all winter, said the\ncouncil\n, which met on Monday."


@pytest.mark.parametrize(
    "torn",
    [
        "The mayor of\nHolm\n,\nAna Silva\n, sang in the\nharbour\n.",
        "The ferry between\nHolm\nand\nAltenau\nran on Monday.",
        "Oak came from\nHansen & Sons\n. Nobody paid.",
        "Die\nStadt\nzahlt, sagte\nBürgermeisterin\nAna Silva\n. Sie sang.",
        "Mayor \nAna Silva\n called it a\nparty\n. Nobody came.",
        "It rained.\nThe crew\n, all in blue, went home.",
        "وقال رئيس البلدية\nأحمد سالم\n، إن المحرك تعطل في\nمارس\n.",
        "მერმა\nნინო ბერიძემ\n, რომელიც იქ იყო, თქვა, რომ ძრავა\nმარტში\nგაფუჭდა.",
        "महापौर\nआशा वर्मा\n, जो वहां थीं, ने कहा कि इंजन\nमार्च\nमें टूटा।",
    ],
)
def test_between_blank_lines_short_broken_paragraphs_are_joined(torn):
    paragraphs = ["Ferry to run", LEAD, torn, "Nobody had asked for it."]
    whole = [re.sub(r"\s+([,.،])", r"\1", " ".join(paragraph.split())) for paragraph in paragraphs]
    assert texts("\n\n".join(paragraphs)) == whole


@pytest.mark.parametrize(
    "lines",
    [
        ["The sea is grey,", "the sky is low,", "the boat must wait,", "I will not go."],
        ["The council pays for the pier.", "The crew pays for the paint.", "The town pays for the party."],
        ["Old ferry to run all winter", "Crew and council sang in the harbour on Monday.", "It rained."],
        ["A pier of oak", "By Ana Silva", "5 May, 9 a.m."],
        ["A pier of oak in the harbour", "The council of", "North Holm decides today."],
    ],
)
def test_between_blank_lines_verses_and_headings_stay_lines(lines):
    paragraphs = [LEAD, "\n".join(lines), "Nobody had asked.", "It ran."]
    assert texts("\n\n".join(paragraphs))[1:-2] == lines


def test_a_credit_whose_bracket_spans_lines_is_one_line():
    assert texts("A ferry in winter\n(Image:\nAna Silva\n)\nThe ferry runs.") == [
        "A ferry in winter", "(Image: Ana Silva)", "The ferry runs.",
    ]  # fmt: skip
    assert texts("A ferry\n(Image:\n\nAna Silva\n)") == ["A ferry", "(Image:", "Ana Silva", ")"]


def test_a_colon_alone_joins_the_lines_around_it():
    lines = ["Ferries", ":", "Council decides on a winter ferry", "Author", "：", "Ana Silva", "Home", "News"]
    assert texts("\n".join(lines)) == [
        "Ferries: Council decides on a winter ferry", "Author ： Ana Silva", "Home", "News",
    ]  # fmt: skip


def test_a_colon_behind_a_sentence_takes_nothing_in():
    sentence = "The council of the islands decided on three things for all of the winter"
    assert texts(f"{sentence}\n:\nA ferry\nA bus") == [f"{sentence}:", "A ferry", "A bus"]
    assert texts(f"{sentence}\n\n:\n\nA ferry") == [sentence, ":", "A ferry"]


@pytest.mark.parametrize(
    "lines",
    [
        ["The council of the islands decides that the ferry will run all winter", "by Ana Silva, islands"],
        ["It costs less than a ride on the bus, said the council on Monday.", "iPhone owners get it for free."],
        ["- the pier, which the storm had broken and which is made of oak", "- the ferry"],
        ["islands", "council", "winter ferry", "harbour"],
        ["The ferry to the islands will run all winter, the council decided", "", "on Monday it ran."],
    ],
)
def test_lines_that_go_on_with_nothing_stay_alone(lines):
    assert texts("\n".join(lines)) == [line for line in lines if line]


@pytest.mark.parametrize(
    "lines",
    [
        ["Central bank raises its main rate again as prices keep rising in May", "its governor says that nobody did."],
        ["the river is a rope that somebody has tied around the old town's neck", "it does not pull, it only waits."],
        [
            "The bank has a new main rate, which its governor told on Monday.",
            ".NET developers were glad.",
            "!Kung too.",
        ],
        ["ბანკმა განაკვეთი გაზარდა", "ბანკმა ორშაბათს განაკვეთი მესამედ გაზარდა წელს, განაცხადა მმართველმა ბერლინში."],
        ['He said "f**k" and "s**t" at the referee, three people told us.', "3**2 + 4**2 equals 5**2 in every school."],
        ["By Ana Silva", "The bank raised its rate on **Monday**.", "Prices rose by **four** percent."],
    ],
)
def test_lines_and_words_stay_as_they_are(lines):
    assert texts("\n".join(lines)) == [
        line.replace("**Monday**", "Monday").replace("**four**", "four") for line in lines
    ]


def test_a_heading_opens_markdown_also_without_a_blank_line_below():
    assert texts("# Ferry to run all winter\nThe ferry runs.") == ["Ferry to run all winter", "The ferry runs."]
    assert (
        newsclean.clean("Home\nSport\n# Ferry to run all winter\n\nThe ferry runs.").title == "Ferry to run all winter"
    )


def test_what_a_part_takes_in_keeps_its_markup():
    article = newsclean.clean(
        f"{MENU}\n\n日本銀行は月曜日に金利を引き上げた。Date: 2024-05-02 **ferry** and **more**\n\n{MENU}"
    )
    assert "**" not in article.to_text()


def test_a_link_around_a_heading_has_no_mark_in_its_text():
    links = "[Home](/) [News](/news) [Sport](/sport)"
    assert texts(f"{links}\n\n[### What it costs](/costs)") == ["Home News Sport", "What it costs"]


def test_links_whose_addresses_stand_at_the_end():
    marked = [f"{text} [More][{n}], and [1][2]." for n, text in enumerate(ENGLISH["paragraphs"][:3], 1)]
    addresses = ["   [1]: /a", "   [2]: https://the-paper.example/b", "   [3]: mailto:desk@the-paper.example"]
    text = "\n\n".join((*marked, "\n".join(addresses)))
    assert [t for t in texts(text) if t] == [f"{text} More, and [1][2]." for text in ENGLISH["paragraphs"][:3]]
    assert texts("\n\n".join(marked)) == marked


def test_a_headline_with_a_kicker_in_capitals_does_not_go_on_below():
    lines = [
        "LIVE - Storm Ondine: 40,000 homes without power in the northern valleys",
        "Published on 14 May 2026 at 06:12",
    ]
    assert texts("\n".join(lines) + "\n\nTrains are running again.\n\nTwo people were hurt.") == [
        *lines,
        "Trains are running again.",
        "Two people were hurt.",
    ]
