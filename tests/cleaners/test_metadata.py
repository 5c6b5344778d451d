"""Bylines, dates, clocks, captions, tags, credits, sections: what tells them apart."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean.cleaners import captions
from newsclean.cleaners.content import Content
from newsclean.document import Scores
from newsclean.text import read

STORY = PROSE["en"][0]
TITLE, PARAGRAPHS = STORY["title"], STORY["paragraphs"][:3]


def page(*lines, below=()):
    return newsclean.clean("\n\n".join((TITLE, *lines, *PARAGRAPHS, *below)))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Silva", ("Ana Silva",)),
        ("BY ANA SILVA", ("ANA SILVA",)),
        ("by Ana Silva & Joe Doe", ("Ana Silva", "Joe Doe")),
        ("Written by Ana Silva | Edited by Joe Doe", ("Ana Silva",)),
        ("By Ana de la Silva", ("Ana de la Silva",)),
        ("By Ana Silva @anasilva", ("Ana Silva",)),
        ("By Ana Silva, Staff Writer", ("Ana Silva",)),
        ("By Reuters", ("Reuters",)),
        ("By Ana Silva Deputy Managing Director", ("Ana Silva",)),
        ("By Ana de la Silva Deputy Managing Director", ("Ana de la Silva",)),
        ("By Ana Silva, Home Security Expert", ("Ana Silva",)),
        ("By Ana Silva, PhD, FRCS", ("Ana Silva",)),
        ("By Ana Silva, AFP", ("Ana Silva", "AFP")),
        ("By Ana Silva Follow", ("Ana Silva",)),
        ("By Ana Silva, Local Democracy Correspondent, and Joe Doe", ("Ana Silva", "Joe Doe")),
        ("By Staff Writer", ("Staff Writer",)),
        ("By the Wexley Team 3 minutes", ("the Wexley Team",)),
        ("Home | By Ana Silva", ("Ana Silva",)),
        ("By Ana Silva In Travel Tips, Food", ("Ana Silva",)),
        ("By Ana Silva Categories: Food, Travel", ("Ana Silva",)),
        ("By Ana SilvaMay 12, 2024 20 Mins Read", ("Ana Silva",)),
        ("By Reporter Ana Silva", ("Ana Silva",)),
        ("By Senior Reporter Ana Silva", ("Ana Silva",)),
        ("By Associate Professor Ana Silva", ("Ana Silva",)),
        ("By Lead Reporter Ana Silva and Joe Doe", ("Ana Silva", "Joe Doe")),
        ("By Ana Maria Lopez Silva Senior Product Designer", ("Ana Maria Lopez Silva",)),
        ("By Ana Maria Lopez Silva Deputy Harbour Director", ("Ana Maria Lopez Silva",)),
        ("By Ana Silva Junior", ("Ana Silva Junior",)),
        ("By Lead Belly", ("Lead Belly",)),
        ("By Ana Silva Senior Harbour Writer", ("Ana Silva",)),
        ("By Ana Silva ⋅ Certified Harbour Master", ("Ana Silva",)),
        ("Ana Silva 2 minutes ago", ("Ana Silva",)),
    ],
)
def test_bylines(line, names):
    article = page(line)
    assert article.authors == names
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Posted on 5 May 2022 by wexfan", ("wexfan",)),
        ("Posted on 5 May 2022 by wexfan99 | Leave a comment", ("wexfan99",)),
        ("by Ana on May 5, 2022", ("Ana",)),
        ("5 May 2022 by Ana in Food , Travel", ("Ana",)),
        ("5 May 20226 May 2022 by Ana Silva 3 Comments", ("Ana Silva",)),
        ("5 May 2022 · 3 min read · By Ana Silva", ("Ana Silva",)),
        ("Ana Silva 5 May 2022 Harbour news , Fish market , Travel", ("Ana Silva",)),
        ("5 May 2022  Ana Silva  👁 3 418", ("Ana Silva",)),
        ("Ana Silva - harbourpost.example 5 May 2022", ("Ana Silva",)),
        ("5 May 2022 by admin", ()),
        ("5 May 2022 | Topics: Food", ()),
    ],
)
def test_bylines_on_one_line_with_a_date(line, names):
    article = page(line)
    assert (article.authors, article.published) == (names, "2022-05-05")
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize(
    "line", ["By the time the council met nobody spoke", "By far the best hall in town, traders say"]
)
def test_a_headline_may_open_as_a_byline_does(line):
    assert page("2 May 2024", line).authors == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Will Smith", ("Will Smith",)),
        ("Mark White", ("Mark White",)),
        ("Emma Market", ("Emma Market",)),
        ("By Robert Source", ("Robert Source",)),
        ("By Ⓐ Ⓑ Ⓐ Ⓑ", ("Ⓐ Ⓑ",)),
        ("By email", ()),
        ("Getty Images", ()),
        ("Harbour Market County Gale Storm Ferry", ()),
    ],
)
def test_names_that_are_words_too(line, names):
    assert page(line, "2 May 2024").authors == names


def test_words_of_the_text_are_no_names():
    lines = ("Harbour Board", "2 May 2024")
    body = ["The board of the harbour met on Monday night, and nobody was surprised by what it had to say about fish."]
    text = "\n\n".join((TITLE, *lines, *PARAGRAPHS, *body))
    assert newsclean.clean(text).authors == ()
    assert newsclean.clean(text.replace("Harbour Board", "Ana Silva")).authors == ("Ana Silva",)


def test_authors_stand_in_the_order_of_the_first_byline():
    assert page("By Ana Silva and Joe Doe", below=["Author: Ana Silva"]).authors == ("Ana Silva", "Joe Doe")


def test_a_reading_time_behind_a_date():
    assert page("March 12, 2025, 14:20 Reading time: 3 min.").published == "2025-03-12T14:20"


def test_a_reporter_s_job_before_the_name():
    story = PROSE["ja"][0]
    article = newsclean.clean("\n\n".join((story["title"], "2024年5月1日", "記者 田中花子", *story["paragraphs"][:3])))
    assert article.authors == ("田中花子",)


def test_a_paper_s_name_behind_the_word_for_its_staff():
    story = PROSE["es"][0]
    lines = (story["title"], "Redacción Wexley", "2 de mayo de 2024", *story["paragraphs"][:3])
    assert newsclean.clean("\n\n".join(lines)).authors == ("Redacción Wexley",)


def test_a_date_beside_a_name_makes_it_a_byline():
    article = page("Ana Silva", "January 16, 2018")
    assert (article.authors, article.published) == (("Ana Silva",), "2018-01-16")


@pytest.mark.parametrize(
    "clock", ["07:32 GMT +3 19 August 2019", "Last update: April 23, 2024 10:03", "Thursday, May 2, 2024 | 10:03"]
)
def test_a_clock_above_the_title_is_no_date(clock):
    article = newsclean.clean("\n\n".join((clock, TITLE, *PARAGRAPHS)))
    assert (article.published, article.modified) == (None, None)
    assert [(r.text, r.kind) for r in article.removed] == [(clock, "clock")]


@pytest.mark.parametrize("date", ["02.05.2024 10:03", "2 May 2024"])
def test_a_date_right_above_the_title_is_the_article_s(date):
    assert newsclean.clean("\n\n".join((date, TITLE, *PARAGRAPHS))).published.startswith("2024-05-02")


def judged_page(*lines, dated="", signed=(), score=1.0):
    """A whole page of which a model holds one line for the article's date, and some for its bylines."""
    text = "\n".join((*(f"Item {n}" for n in range(40)), *lines, *PARAGRAPHS))

    def judge(document):
        texts = map(document.text, document.blocks)
        return [
            Scores(float(t in PARAGRAPHS), float(t == TITLE), score * (t in signed), float(t == dated)) for t in texts
        ]

    return newsclean.clean(text, pipeline=newsclean.Pipeline.default().replace("content", Content(judge)))


def guessed(*lines):
    """A text of which a model is sure of the paragraphs, and guesses that what stands around them is body."""

    def judge(document):
        texts = map(document.text, document.blocks)
        return [Scores(0.0, 1.0) if t == TITLE else Scores(1.0 if t in PARAGRAPHS else 0.6) for t in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    return newsclean.clean("\n\n".join((TITLE, *lines)), pipeline=pipeline)


def test_who_signs_together_stands_in_a_row():
    lines = ("By Ana Silva", "Joe Doe", "Kim Lee")
    assert judged_page(TITLE, *lines, signed=lines).authors == ("Ana Silva", "Joe Doe", "Kim Lee")
    assert judged_page(TITLE, *lines, signed=lines[:1]).authors == ("Ana Silva",)


@pytest.mark.parametrize(
    "lines",
    [
        ("By Ana Silva", "Edited by Joe Doe"),
        ("By Ana Silva", "Reviewed by Dr. Joe Doe, MD"),
        ("Fact checked by Joe Doe", "Written by Ana Silva"),
        ("Medically reviewed by Joe Doe, MD — By Ana Silva",),
        ("Edited by Joe Doe | Written by Ana Silva",),
        ("Written by", "Ana Silva", "Edited by", "Joe Doe"),
    ],
)
def test_who_edits_or_checks_is_no_author(lines):
    article = newsclean.clean("\n".join((TITLE, "", *lines, "", *PARAGRAPHS)))
    assert article.authors == ("Ana Silva",)
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert judged_page(TITLE, *lines, signed=lines).authors == ("Ana Silva",)


def test_below_who_wrote_stands_who_took_the_pictures():
    lines = ("Words by", "Ana Silva", "Photography by", "Joe Doe")
    article = newsclean.clean("\n".join((TITLE, "", *lines, "", *PARAGRAPHS)))
    assert (article.authors, [c.credit for c in article.captions]) == (("Ana Silva",), ["Joe Doe"])
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize(
    "deck",
    [
        "Reviewed by three panels, the plan passed narrowly",
        "Updated by the council on Monday, the plan is cheaper",
        "Former mayor returns to Wexley",
        "Senior citizens cheer the plan",
    ],
)
def test_a_deck_may_open_as_credits_and_jobs_do(deck):
    article = guessed(deck, "2 May 2024", *PARAGRAPHS)
    assert deck in {article.deck, article.paragraphs[0].text}
    assert article.authors == ()


def test_a_job_below_a_name_is_no_second_name():
    assert page("Ana Silva", "Senior Product Designer", "2 May 2024").authors == ("Ana Silva",)
    lines = ("Ana Silva", "Senior Staff Writer")
    assert judged_page(TITLE, *lines, signed=lines).authors == ("Ana Silva",)


def test_digits_in_a_line_may_be_no_time():
    assert page("Harbour Stories 15 for Two").authors == ()


def test_a_list_of_names_below_a_line_that_opens_a_byline():
    lines = ("By:", "* Ana Silva1,", "* Joe Doe,", "* Kim Lee2 &", "* Eva Lind")
    article = newsclean.clean("\n".join((TITLE, "", *lines, "", *PARAGRAPHS)))
    assert article.authors == ("Ana Silva", "Joe Doe", "Kim Lee", "Eva Lind")
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize("line", ["Select Page", "Related Products", "View Cart", "Photo: Reuters/Joe Doe"])
def test_words_of_clutter_beside_a_date_are_no_names(line):
    assert page(line, "2 May 2024").authors == ()
    assert judged_page(TITLE, line, "2 May 2024", signed=(line,)).authors == ()


def test_what_menus_sort_by_is_no_name():
    lines = ("By Industry", "Finance", "By Role", "Teachers", *(f"Story {n}" for n in range(9)))
    assert judged_page(*lines, TITLE, signed=lines, score=0.1).authors == ()


def test_below_another_article_s_opening_stands_its_own_author():
    teaser = (
        "The ferry made its last crossing on Sunday, and nobody knows what will become of it or of its old captain."
    )
    lines = ("By Ana Silva", *PARAGRAPHS, teaser, "By Joe Doe")
    text = "\n".join((*(f"Item {n}" for n in range(40)), TITLE, *lines))

    def judge(document):
        scores = {"By Ana Silva": 0.6, "By Joe Doe": 0.6}
        texts = map(document.text, document.blocks)
        return [Scores(float(t in PARAGRAPHS), float(t == TITLE), scores.get(t, 0.0)) for t in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    assert newsclean.clean(text, pipeline=pipeline).authors == ("Ana Silva",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana", ("Ana",)),
        ("Ana Silva in Travel", ("Ana Silva",)),
        ("24 Comments | Ana Silva | 12 shares", ("Ana Silva",)),
    ],
)
def test_beyond_doubt_a_line_in_the_head_signs(line, names):
    assert judged_page(TITLE, line, signed=(line,)).authors == names
    assert judged_page(TITLE, line, signed=(line,), score=0.1).authors == ()


def test_beyond_doubt_an_author_signs_whom_the_text_tells_of():
    lines = (TITLE, *(f"Story {n}" for n in range(5)), "Ana Silva", *PARAGRAPHS, "Ana Silva lives in Wexley.")
    text = "\n".join((*(f"Item {n}" for n in range(40)), *lines))

    def judged(score):
        def judge(document):
            texts = map(document.text, document.blocks)
            return [
                Scores(float(t in PARAGRAPHS or "lives" in t), float(t == TITLE), score * (t == "Ana Silva"))
                for t in texts
            ]

        return newsclean.clean(text, pipeline=newsclean.Pipeline.default().replace("content", Content(judge)))

    assert judged(0.99).authors == ("Ana Silva",)
    assert judged(0.9).authors == ()


@pytest.mark.parametrize("head", [("THE EVENING POST", "Culture"), ("Evening Post › Culture › Markets",)])
def test_what_the_page_is_called_by_is_no_author(head):
    lines = ("Ana Silva", "Evening Post of Wexley", "2 May 2024")
    article = newsclean.clean("\n\n".join((*head, TITLE, *lines, *PARAGRAPHS)))
    assert "Ana Silva" in article.authors
    assert not {"THE EVENING POST", "Evening Post › Culture › Markets"} & set(article.authors)
    breadcrumb = "Evening Post of Wexley > Culture"
    assert newsclean.clean("\n\n".join((breadcrumb, TITLE, *lines, *PARAGRAPHS))).authors == ("Ana Silva",)


def test_two_names_below_the_title_sign():
    assert page("Ana Silva and Joe Doe", "Five-minute read").authors == ("Ana Silva", "Joe Doe")


def test_a_byline_above_the_article_goes_before_those_below():
    lines = ("Ana Silva", *(f"Story {n}" for n in range(9)))
    text = "\n".join((*(f"Item {n}" for n in range(40)), TITLE, lines[0], *PARAGRAPHS, *lines[1:], "Joe Doe"))

    def judge(document):
        scores = {"Ana Silva": 0.98, "Joe Doe": 1.0}
        texts = map(document.text, document.blocks)
        return [Scores(float(t in PARAGRAPHS), float(t == TITLE), scores.get(t, 0.0)) for t in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    assert newsclean.clean(text, pipeline=pipeline).authors == ("Ana Silva",)


def test_a_row_of_names_goes_on_behind_a_comma():
    lines = ("By Ana Silva,", "Joe Doe &", "Kim Lee")
    assert judged_page(TITLE, *lines, signed=lines[:1]).authors == ("Ana Silva", "Joe Doe", "Kim Lee")


@pytest.mark.parametrize("line", ["Joe Doe / AP", "AFP/Joe Doe", "Joe Doe/Harbourpost", "Photo: Reuters/Joe Doe"])
def test_who_took_a_picture_is_no_author(line):
    lines = ("By Ana Silva", line)
    assert judged_page(TITLE, *lines, signed=lines).authors == ("Ana Silva",)


@pytest.mark.parametrize(("line", "names"), [
    ("Reuters, Joe Doe", ("Reuters", "Joe Doe")),
    ("Senior Editor", ()),
    ("Kim Lee. Isithombe: Joe Doe", ()),
])  # fmt: skip
def test_what_stands_in_a_byline_beside_names(line, names):
    assert judged_page(TITLE, line, signed=(line,)).authors == names


def test_how_long_ago_stands_behind_a_name_below_the_title():
    line = "Ana Silva 2 minutes ago"
    assert judged_page(TITLE, line, signed=(line,), score=0.1).authors == ("Ana Silva",)
    assert judged_page(TITLE, "Ana Silva", signed=("Ana Silva",), score=0.1).authors == ()
    assert judged_page(line, "Harbour", "Storm", "County", TITLE, signed=(line,), score=0.1).authors == ()


def test_a_model_s_byline_among_clutter():
    line = "Ana Silva | Share on Facebook | Share on Twitter"
    assert judged_page(TITLE, line, signed=(line,)).authors == ("Ana Silva",)
    assert judged_page(TITLE, line).authors == ()


def test_a_model_s_date_above_the_title_is_no_clock():
    lines = ("2 May 2024", "Culture and more", TITLE)
    assert judged_page(*lines, dated="2 May 2024").published == "2024-05-02"
    assert judged_page(*lines, dated="").published is None


def test_a_model_s_date_among_clutter():
    line = "Share on Facebook | 2 May 2024 | Share on Twitter"
    article = judged_page(TITLE, line, dated=line)
    assert article.published == "2024-05-02"
    assert {removal.text.strip(" |") for removal in article.removed} >= {"Share on Facebook", "Share on Twitter"}
    assert judged_page(TITLE, line, dated="").published is None


def test_a_label_stands_on_the_line_above_its_date():
    lines = ("Published on", "2 May 2024", "Updated on", "3 May 2024")
    assert (page(*lines).published, page(*lines).modified) == ("2024-05-02", "2024-05-03")
    assert page(below=lines[:2]).published == "2024-05-02"
    article = newsclean.clean("\n\n".join((*lines[:2], "Culture", TITLE, "1 May 2024", *PARAGRAPHS)))
    assert not [removal for removal in article.removed if removal.kind == "clock"]


@pytest.mark.parametrize(
    ("lines", "modified"),
    [
        (("Published 3 May 2024 9:10", "Published 3 May 2024 9:10"), None),
        (("Published 3 May 2024 9:10", "3 May 2024"), None),
        (("3 May 2024 9:10", "Updated 3 May 2024 11:10", "Updated 3 May 2024 11:10"), "2024-05-03T11:10"),
        (("3 May 2024 9:10", "Updated 4 May 2024 8:00", "4 May 2024"), "2024-05-04T08:00"),
    ],
)
def test_a_date_that_is_told_again_is_metadata_both_times(lines, modified):
    article = page(*lines)
    assert (article.published, article.modified) == ("2024-05-03T09:10", modified)
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert article.removed == ()
    assert sum(segment.role in {"published", "modified"} for segment in article.segments) == len(lines)


@pytest.mark.parametrize(
    ("line", "score", "kept"),
    [
        ("1 May 2024", 0.3, False),
        ("Published 1 May 2024 8:00", 0.3, False),
        ("Updated 5 May 2024 8:00", 0.3, False),
        ("1 May 2024", 0.6, False),
        ("1 May 2024", 0.96, True),
    ],
)
def test_a_line_above_the_body_that_dates_it_otherwise_stays_only_where_the_model_is_certain_of_it(line, score, kept):
    text = "\n\n".join((TITLE, "Published 3 May 2024 9:10", "Updated 4 May 2024 8:00", line, *PARAGRAPHS))
    scores = [Scores(0.1, 0.9), Scores(0.1), Scores(0.1), Scores(score), *[Scores(1.0)] * len(PARAGRAPHS)]
    pipeline = newsclean.Pipeline.default().replace("content", Content(lambda _: scores))
    article = newsclean.clean(text, pipeline=pipeline)
    assert (article.published, article.modified) == ("2024-05-03T09:10", "2024-05-04T08:00")
    assert [p.text for p in article.paragraphs] == [line] * kept + PARAGRAPHS


@pytest.mark.parametrize(("body", "role"), [(0.6, ""), (0.2, "caption")])
def test_brackets_below_the_title_name_whose_picture_it_is_where_the_line_is_none_of_the_text(body, role):
    def judge(document):
        return [Scores(0.1, 0.9), Scores(body), *[Scores(1.0)] * (len(document.blocks) - 2)]

    text = "\n\n".join((TITLE, "The Tidewaiters (Harbour Song Show)", *PARAGRAPHS))
    assert captions(Content(judge)(read(text))).blocks[1].role == role


def test_a_day_without_a_year_above_the_body_is_no_date_and_no_paragraph():
    paragraphs = [
        "Движение по переправе через Лену закрыто для грузовиков тяжелее десяти тонн, сообщили в управлении.",
        "Толщина льда на отдельных участках уменьшилась до 70 сантиметров, поэтому решено ограничить движение.",
    ]
    article = newsclean.clean("\n\n".join(("Движение грузовиков ограничили", "12 мая, 18:40", *paragraphs)))
    assert (article.published, [p.text for p in article.paragraphs]) == (None, paragraphs)


def test_a_line_of_dates_with_a_full_stop_is_no_paragraph():
    article = page("Published 2 May 2024 at 10:00, updated 3 May 2024 at 11:00 • Reading this takes 5 min.")
    assert (article.published, article.modified) == ("2024-05-02T10:00", "2024-05-03T11:00")
    assert len(article.paragraphs) == len(PARAGRAPHS)


def test_the_last_change_dates_an_article_that_tells_nothing_else():
    article = page("Updated: 3 May 2024 10:00")
    assert (article.published, article.modified) == ("2024-05-03T10:00", "2024-05-03T10:00")


@pytest.mark.parametrize(
    ("line", "modified"),
    [
        ("2 May 2024 09:12, updated 11:45", "2024-05-02T11:45"),
        ("Published 2 May 2024 09:12 GMT | Updated at 11:45", "2024-05-02T11:45+00:00"),
        ("2 May 2024 09:12, updated 11:45 CEST", "2024-05-02T11:45+02:00"),
        ("2 May 2024 09:12, updated 8:45", None),
        ("2 May 2024 09:12, 5 minutes to read", None),
    ],
)
def test_a_change_later_that_day(line, modified):
    article = page(line)
    assert article.published.startswith("2024-05-02T09:12")
    assert article.modified == modified


def test_a_day_without_a_time_has_no_zone_to_give():
    article = page("5 May 2022, updated 11:45")
    assert (article.published, article.modified) == ("2022-05-05", "2022-05-05T11:45")


def test_a_name_above_its_job_signs():
    signed = ("Ana Silva", "Reporter", "Joe Doe", "Photographer")
    assert judged_page(TITLE, *signed, signed=signed).authors == ("Ana Silva", "Joe Doe")


def test_reporters_in_brackets_behind_our_own_report():
    story = PROSE["zh"][0]
    first, *others = story["paragraphs"][:3]
    opening = f"本报讯（记者 王小明 通讯员 李大华）{first}"
    article = newsclean.clean("\n\n".join((story["title"], opening, *others)))
    assert article.authors == ("王小明", "李大华")
    assert article.paragraphs[0].text == first


def test_no_change_before_the_publication():
    article = page("2 May 2024", "30 April 2024")
    assert (article.published, article.modified) == ("2024-05-02", None)
    assert page("2 May 2024", "3 May 2024").modified == "2024-05-03"


@pytest.mark.parametrize("heading", ["Key Takeaways", "Key points"])
def test_a_heading_above_the_points_of_an_article_stays_and_signs_nothing(heading):
    article = newsclean.clean("\n\n".join((TITLE, "May 3, 2024", heading, "- " + PARAGRAPHS[0], *PARAGRAPHS[1:])))
    assert article.authors == ()
    assert article.paragraphs[0].text == heading


def test_a_date_in_a_sentence_is_not_the_article_s():
    last = "The board will meet again on January 16, 2018, at the town hall, and everyone may come."
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, last)))
    assert article.published is None
    assert article.paragraphs[-1].text == last


def test_a_date_below_the_body_must_say_what_it_dates():
    assert page(below=["Published: January 16, 2018"]).published == "2018-01-16"


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("The market hall in Wexley in May (Photo: Ana Silva)", "The market hall in Wexley in May", "Ana Silva"),
        (
            "The market hall in Wexley in May. Photograph: Ana Silva/Reuters",
            "The market hall in Wexley in May.",
            "Ana Silva/Reuters",
        ),
        ("The market hall in Wexley in May © Ana Silva", "The market hall in Wexley in May", "Ana Silva"),
        ("Angela Merkel (Photo: AP)", "Angela Merkel", "AP"),
        (
            "The market hall in Wexley (Image: Ana Silva / Post Pictures)",
            "The market hall in Wexley",
            "Ana Silva / Post Pictures",
        ),
        (
            "1 of 4 | The market hall in Wexley in May (Photo: Ana Silva)",
            "The market hall in Wexley in May",
            "Ana Silva",
        ),
        ("The market hall in Wexley in May. / Ana Silva", "The market hall in Wexley in May.", "Ana Silva"),
        ("* The market hall in Wexley in May (Photo: Ana Silva)", "The market hall in Wexley in May", "Ana Silva"),
        ("• The market hall in Wexley in May\n© Photo: Ana Silva", "The market hall in Wexley in May", "Ana Silva"),
        ("The market hall in Wexley in May. | A. S.", "The market hall in Wexley in May.", "A. S."),
        (
            "The market hall in Wexley /Ana Silva /press material",
            "The market hall in Wexley",
            "Ana Silva /press material",
        ),
        ("The market hall in Wexley in May\n© Photo: Ana Silva", "The market hall in Wexley in May", "Ana Silva"),
        (
            "The market hall in Wexley in May\n(Image: Sent by a reader)",
            "The market hall in Wexley in May",
            "Sent by a reader",
        ),
        (
            "The market hall in Wexley in May.\n(Wexley County Council)",
            "The market hall in Wexley in May.",
            "Wexley County Council",
        ),
        (
            "The market hall in Wexley in May\nAP/HARBOURPIX/Ana Silva",
            "The market hall in Wexley in May",
            "AP/HARBOURPIX/Ana Silva",
        ),
        (
            "The market hall in Wexley in May. ANA SILVA FOR “THE POST”",
            "The market hall in Wexley in May.",
            "ANA SILVA FOR “THE POST”",
        ),
        ("(The market hall in Wexley in May - Photo Ana Silva)", "The market hall in Wexley in May", "Ana Silva"),
        ("The market hall in the rain Pic. Ana Silva", "The market hall in the rain", "Ana Silva"),
        ("Picture 2 of 3 The market hall in May (Photo: Ana Silva)", "The market hall in May", "Ana Silva"),
        ("Picture 2 of 3The market hall in May (Photo: Ana Silva)", "The market hall in May", "Ana Silva"),
        ("[Photo] The market hall in May (Ana Silva/AP)", "The market hall in May", "Ana Silva/AP"),
        (
            "The market hall in Wexley. (Evening Post: Ana Silva)",
            "The market hall in Wexley.",
            "Evening Post: Ana Silva",
        ),
    ],
)
def test_captions(line, text, credit):
    article = page(line)
    assert [(c.text, c.credit) for c in article.captions] == [(text, credit)]
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("The market hall on Monday. Ana Silva", "The market hall on Monday.", "Ana Silva"),
        (
            "The market hall on Monday. Source: Harbour Board",
            "The market hall on Monday.",
            "Harbour Board",
        ),
        (
            "The market hall in Wexley in May. Beside it the Old Mill",
            "The market hall in Wexley in May. Beside it the Old Mill",
            None,
        ),
        ("Ana Silva with the U.S. Consul Joe Doe", "Ana Silva with the U.S. Consul Joe Doe", None),
        (
            "The market hall on Monday. (Ana Silva / Harbour Post)",
            "The market hall on Monday.",
            "Ana Silva / Harbour Post",
        ),
        ("The market hall on Monday. (Courtesy Museo de la Villa)", "The market hall on Monday.", "Museo de la Villa"),
        ("Angela Merkel (Photo: AP)", "Angela Merkel", "AP"),
    ],
)
def test_a_figure_s_caption(line, text, credit):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = f"<article><h1>{TITLE}</h1><figure><img><figcaption>{line}</figcaption></figure>{body}</article>"
    assert [(c.text, c.credit) for c in newsclean.clean_html(html).captions] == [(text, credit)]


def test_a_caption_that_the_article_quotes_is_a_part_of_it():
    story = PROSE["de"][0]
    paragraphs = [
        *story["paragraphs"][:2],
        "Bildunterschrift: „Wer zuletzt lacht, schwimmt.“",
        *story["paragraphs"][2:4],
    ]
    article = newsclean.clean("\n\n".join((story["title"], *paragraphs)))
    assert not article.captions
    assert [p.text for p in article.paragraphs] == paragraphs


def test_captions_that_say_so_have_their_credits_above_them():
    pictures = ["Image source, AP\n\nImage caption, Ana Silva", "Image source, Joe Doe\nImage caption The market hall"]
    film = "Media caption The mayor opens the hall"
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS[:2], *pictures, *PARAGRAPHS[2:3], film, *PARAGRAPHS[3:])))
    expected = [("Ana Silva", "AP"), ("The market hall", "Joe Doe"), ("The mayor opens the hall", None)]
    assert [(c.text, c.credit) for c in article.captions] == expected
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


def test_who_took_the_pictures_named_once_more_below_is_no_second_caption():
    article = page("The market hall in Wexley in May (Photo: Ana Silva)", below=["Photos: Ana Silva"])
    assert [(c.text, c.credit) for c in article.captions] == [("The market hall in Wexley in May", "Ana Silva")]


def test_the_times_of_a_ticker_s_entries_are_no_paragraphs():
    first, second, third = PARAGRAPHS
    lines = ("21:48", first, "20:32", second, "19:05", third)
    article = newsclean.clean("\n\n".join((TITLE, *lines)))
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert [(r.text, r.kind) for r in article.removed] == [(time, "clock") for time in lines[::2]]


@pytest.mark.parametrize("times", [("2.50", "3.50", "4.50"), ("14:05", "15:20", "17:45"), ("21:15", "23:20", "20:22")])
def test_numbers_that_are_no_times_of_a_ticker(times):
    first, second, third = PARAGRAPHS
    together = guessed(first, *times, second, third)
    assert [p.text for p in together.paragraphs] == [first, *times, second, third]
    scores = ("Harbour FC – Wexley", times[0], "Wexley – Ilmen", times[1], "Ilmen – Harbour FC", times[2])
    article = guessed(first, *scores, second, third)
    assert [p.text for p in article.paragraphs] == [first, *scores, second, third]


@pytest.mark.parametrize("end", ["altes Foto. Erinnerungen.", "düsteres Bild. Trotzdem."])
def test_a_noun_at_the_end_of_a_sentence_opens_no_credit(end):
    story = PROSE["de"][0]
    first, *others = story["paragraphs"][:3]
    line = f"Auf dem Tisch der alten Frau liegt ein {end}"
    article = newsclean.clean("\n\n".join((story["title"], first, line, *others)))
    assert [p.text for p in article.paragraphs] == [first, line, *others]


def test_a_breadcrumb_above_the_title_is_no_caption():
    trail = "Home/Cities/Wexley/The harbour town rebuilds its old fish market after the storm and..."
    assert not newsclean.clean("\n\n".join((trail, TITLE, *PARAGRAPHS))).captions


@pytest.mark.parametrize("line", ["Photo Gallery", "Ana Silva, Joe Doe (Photos)", "The harbour front\n(Wexley)"])
def test_no_captions(line):
    assert not page(line).captions


@pytest.mark.parametrize("label", ["Enlarge image", "View image in fullscreen"])
def test_a_caption_s_label_goes_with_it_and_takes_no_paragraph(label):
    caption = "The market hall in Wexley in May. (Photo: Ana Silva)"
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS[:2], label, caption, *PARAGRAPHS[2:])))
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert [c.credit for c in article.captions] == ["Ana Silva"]


def test_a_label_goes_with_a_japanese_caption_too():
    story = PROSE["ja"][0]
    paragraphs, caption = story["paragraphs"], "開通式の様子＝1日、港町"
    article = newsclean.clean("\n\n".join((story["title"], *paragraphs[:2], "写真説明", caption, *paragraphs[2:])))
    assert [c.text for c in article.captions] == [caption]
    assert [p.text for p in article.paragraphs] == paragraphs


@pytest.mark.xfail(reason="the model takes the caption for body", strict=True)
def test_a_picture_s_label_may_name_who_took_it():
    article = page("The market hall in Wexley in May", "Image: Ana Silva")
    assert [(c.text, c.credit) for c in article.captions] == [("The market hall in Wexley in May", "Ana Silva")]


@pytest.mark.parametrize(
    ("line", "credit"), [("Photo: Ana Silva", "Ana Silva"), ("Evening Post / Ana Silva", "Evening Post / Ana Silva")]
)
def test_a_credit_right_below_a_caption_that_says_what_it_is(line, credit):
    article = page(f"Pictured: The market hall in May\n{line}")
    assert [(c.text, c.credit) for c in article.captions] == [("The market hall in May", credit)]


def test_an_item_of_a_list_that_ends_in_a_photographer_is_no_caption():
    lines = ["The market hall in May (Photo: Ana Silva)", PARAGRAPHS[0], "* The harbour at night, in 1990 (Ana Silva)"]
    text = "\n\n".join((TITLE, *lines, *PARAGRAPHS[1:]))
    assert len(newsclean.clean(text).captions) == 1


def test_a_caption_ends_in_whom_another_is_credited_to():
    first, second, third = PARAGRAPHS
    caption = "The harbour at night. In front, the old ferry"
    own = "The market hall in May (Photo: Ana Silva)"
    lines = [own, first, f"{caption} (Ana Silva)", second, f"{third} (Ana Silva)"]
    article = newsclean.clean("\n\n".join((TITLE, *lines)))
    assert [(c.text, c.credit) for c in article.captions] == [
        ("The market hall in May", "Ana Silva"), (caption, "Ana Silva"),
    ]  # fmt: skip
    assert article.paragraphs[-1].text.startswith(third)


def test_an_item_of_a_list_that_ends_in_a_name_is_no_caption():
    lines = [*PARAGRAPHS[:2], "* The harbour at night (Teacher: Ana Silva)", PARAGRAPHS[2]]
    assert not newsclean.clean("\n\n".join((TITLE, *lines))).captions


def test_a_prompt_far_above_the_title_is_no_caption():
    prompt = "We and our partners would like to remember you, and you may say yes or no to that at any time you like."
    assert judged_page(prompt, "Yes", "No", "Settings", "Log in", TITLE).captions == ()


def test_a_sub_heading_that_ends_as_a_credit_does_is_none():
    lines = [*PARAGRAPHS[:2], "Expanded child tax credit", PARAGRAPHS[2]]
    article = newsclean.clean("\n\n".join((TITLE, *lines)))
    assert [paragraph.text for paragraph in article.paragraphs] == lines


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_paragraph_above_a_photo_credit_stays_one(gap):
    lines = [
        TITLE,
        *PARAGRAPHS[:2],
        "Nobody was hurt when the wall of the hall fell.",
        "Photo: Ana Silva",
        *PARAGRAPHS[2:],
    ]
    article = newsclean.clean(gap.join(lines))
    assert [p.text for p in article.paragraphs] == [*PARAGRAPHS[:2], lines[3], *PARAGRAPHS[2:]]
    assert [(c.text, c.credit) for c in article.captions] == [("", "Ana Silva")]


def test_a_quotation_above_a_photo_credit_is_no_caption():
    quote = "“We have waited for this day,” said the harbour master."
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS[:2], f"{quote}\nPhoto: Ana Silva", *PARAGRAPHS[2:])))
    assert [p.text for p in article.paragraphs] == [*PARAGRAPHS[:2], quote, *PARAGRAPHS[2:]]


def test_a_sentence_that_a_blank_line_parts_from_all_but_its_credit_is_a_caption():
    caption = "The market hall in Wexley in May."
    article = page(f"{caption}\nPhoto: Ana Silva")
    assert [(c.text, c.credit) for c in article.captions] == [(caption, "Ana Silva")]


def test_a_line_that_only_names_a_film_is_a_caption():
    lines = [TITLE, *PARAGRAPHS[:2], "Watch: the rescue at sea", *PARAGRAPHS[2:]]
    article = newsclean.clean("\n\n".join(lines))
    assert [p.text for p in article.paragraphs] == PARAGRAPHS
    assert [(c.text, c.credit) for c in article.captions] == [("the rescue at sea", None)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The Valley Courier | By Ana Silva", ("Ana Silva",)),
        ("Valley Courier - By Ana Silva", ("Ana Silva",)),
        ("14 May 2024, by Ana Silva", ("Ana Silva",)),
        ("By E.J. Dunmore, Jr., Opinion writer", ("E.J. Dunmore, Jr.",)),
    ],
)
def test_bylines_behind_a_paper_or_a_date(line, names):
    article = page(line)
    assert article.authors == names
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2024-05-14 18:32 来源：青川日报 作者：王伟", ("王伟",)),
        ("来源：青川日报 记者 王伟", ("王伟",)),
        ("来源：青川日报　责任编辑：李明　2024-05-14 18:32", ()),
    ],
)
def test_a_source_line_in_chinese(line, names):
    story = PROSE["zh"][0]
    article = newsclean.clean("\n\n".join((story["title"], line, *story["paragraphs"][:3])))
    assert article.authors == names
    assert [p.text for p in article.paragraphs] == story["paragraphs"][:3]


def test_a_person_and_a_paper_below_the_title():
    story = PROSE["ar"][0]
    line = "ليان المرزوقي – صحيفة النورس"
    article = newsclean.clean("\n".join((story["title"], line, *story["paragraphs"][:3])))
    assert article.authors == ("ليان المرزوقي",)


def test_a_remark_on_the_next_picture_is_no_credit():
    last = "De markthal van Wexley ging in mei weer open, en de kramen waren al op de eerste dag verhuurd."
    remark = f"{last} (Tekst gaat verder onder de foto.)"
    article = newsclean.clean("\n\n".join((*PROSE["nl"][0]["paragraphs"][:2], remark)))
    assert article.paragraphs[-1].text == remark


def test_paragraphs_above_what_looks_like_a_title_are_no_captions():
    article = newsclean.clean("\n\n".join((*PARAGRAPHS[:2], "Advertisement", "What the traders want", *PARAGRAPHS[2:])))
    assert article.captions == ()
    assert [p.text for p in article.paragraphs if p.text in PARAGRAPHS] == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Tags: harbour, fish market", ("harbour", "fish market")),
        ("Topics: harbour | fish market", ("harbour", "fish market")),
        ("#harbour #market", ("harbour", "market")),
        ("Topics: harbour / fish market", ("harbour", "fish market")),
        ("TAGS Harbour Wexley", ("Harbour Wexley",)),
        ("TAGS The harbour was closed for many years and nobody cared about it until the gale", ()),
        ("IN THIS STORY we said that the gale came on Friday; it came on Thursday", ()),
        ("Explore more on these topics\n\n* harbour\n* fish market", ("harbour", "fish market")),
        (
            "harbour, fish market, storm, Wexley, county money",
            ("harbour", "fish market", "storm", "Wexley", "county money"),
        ),
    ],
)
def test_tags(line, tags):
    assert page(below=[line]).tags == tags


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("**Topics:** [harbour](/t/1) [fish market](/t/2)", ("harbour", "fish market")),
        ("Topics: *harbour*, fish market, gale", ("harbour", "fish market", "gale")),
        ("Topics: [harbour](/t/1), [fish market](/t/2), gale", ("harbour", "fish market", "gale")),
        ("[Imprint](/i) [Privacy notice](/p) [Terms](/t) [Jobs](/j) [Dealers](/d)", ()),
    ],
)
def test_each_link_is_a_tag(line, tags):
    menu = [f"[Item {n}](/item/{n})" for n in range(9)]
    assert newsclean.clean("\n\n".join((*menu, f"# {TITLE}", *PARAGRAPHS, line))).tags == tags


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ana Silva; Editing by Joe Doe)",
        "(Reporting by Ana Silva, editing by Joe Doe.)",
        "Additional reporting by Ana Silva",
    ],
)
def test_closing_credits(line):
    article = page(below=[line])
    assert article.credit.rstrip(".") == line.strip("()").rstrip(".")
    assert [p.text for p in article.paragraphs] == PARAGRAPHS


def test_sections():
    article = newsclean.clean("\n\n".join(("Politics", TITLE, *PARAGRAPHS)))
    assert (article.section, article.title) == ("Politics", TITLE)


def test_three_section_names_are_a_menu():
    article = newsclean.clean("\n\n".join(("Politics", "Business", "Sport", "World", TITLE, *PARAGRAPHS)))
    assert {r.kind for r in article.removed} == {"navigation"}
    assert len(article.removed) >= 3


@pytest.mark.parametrize("below", ["Topics:  harbour  fish market", "Filed under — harbour, fish market"])
def test_tags_in_columns_or_behind_a_dash(below):
    assert page(below=[below]).tags == ("harbour", "fish market")


def test_hashtags_one_below_the_other():
    assert page(below=["#harbour\n#fishmarket"]).tags == ("harbour", "fishmarket")


def test_tags_in_lines_of_their_own_below_the_body():
    below = ("Wexley", "fish market", "county", "Joe Doe")
    text = "\n".join((*(f"Item {n}" for n in range(40)), TITLE, *PARAGRAPHS, *below, "Old ferry to be sold in May"))

    def judge(document):
        lines = map(document.text, document.blocks)
        return [Scores(float(t in PARAGRAPHS), float(t == TITLE), tags=float(t in below)) for t in lines]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    assert newsclean.clean(text, pipeline=pipeline).tags == below[:3]


@pytest.mark.parametrize(
    "lines",
    [
        ["By", "Ana Silva", "and", "Joe Doe"],
        ["By Ana Silva", "and", "Joe Doe"],
        ["Ana Silva", ",", "Joe Doe"],
    ],
)
def test_bylines_broken_at_their_words(lines):
    text = "\n".join(["Ferry to run all winter", *lines, "3 May 2024", "", *PARAGRAPHS])
    article = newsclean.clean(text)
    assert article.authors == ("Ana Silva", "Joe Doe")
    assert [paragraph.text for paragraph in article.paragraphs] == PARAGRAPHS


def test_a_quotation_is_no_enumeration_of_tags():
    text = "渡り船は冬の間も運航されると、島の議会が月曜日に決めた。\n\n嵐のあと毎年十一月に運航が止まっていた。\n\n"
    last = "会長は最後に、少し考え、こう言った。「冬にも、船が来る」"
    assert last in newsclean.clean(text + last).text


def test_the_dateline_stands_below_key_points():
    html = (
        "<html><body><h1>Ferry to run all winter</h1><ul><li>The ferry runs all winter.</li>"
        "<li>The pier is mended.</li></ul><p>NORTH HOLM, Texas — "
        + PARAGRAPHS[0]
        + "</p>"
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
    )
    assert newsclean.clean_html(html).dateline.place == "NORTH HOLM, Texas"


def test_who_stands_behind_the_last_that_a_joiner_names_is_no_author():
    for behind in (", Island Courier", " — North Holm", ", Island Courier — North Holm"):
        text = "\n\n".join(["Ferry to run all winter", f"By Ana Silva and Joe Doe{behind}", *PARAGRAPHS])
        assert newsclean.clean(text).authors == ("Ana Silva", "Joe Doe")
    text = "\n\n".join(["Ferry to run all winter", "By Ana Silva and Joe Doe, dpa", *PARAGRAPHS])
    assert newsclean.clean(text).authors == ("Ana Silva", "Joe Doe", "dpa")


@pytest.mark.parametrize("sign", ["©", "Photo:"])
def test_a_credit_below_its_sign(sign):
    caption = "Cars cross the new bridge over the river on Monday."
    text = "\n".join([TITLE, "", caption, sign, "Ana Silva", "", "\n\n".join(PARAGRAPHS)])
    article = newsclean.clean(text)
    assert [(found.text, found.credit) for found in article.captions] == [(caption, "Ana Silva")]
    assert [paragraph.text for paragraph in article.paragraphs] == PARAGRAPHS


def test_a_link_to_an_authors_page_marks_a_byline_in_markdown():
    links = "[News](/news) [Sport](/sport) [Islands](/islands)"
    head = f"{links}\n\n# {TITLE}\n\n[Ana Silva](https://the-paper.example/authors/811/ana-silva), Joe Doe (Photos)"
    assert newsclean.clean("\n\n".join((head, *PARAGRAPHS))).authors == ("Ana Silva", "Joe Doe")


def test_a_link_of_a_footer_is_no_author():
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, "Newsroom - Advertising - Privacy and cookies")))
    assert article.authors == ()


def test_houses_of_authors_are_no_authors():
    article = page("By Ana Silva, The Harbour Post, and Joe Doe, The Island Courier", "2 May 2024")
    assert article.authors == ("Ana Silva", "Joe Doe")


def test_an_abbreviated_word_opens_a_byline():
    body = "Miasto otworzyło w poniedziałek nowy most po dziewięciu latach budowy. Ciężarówki przejechały o świcie."
    article = newsclean.clean(f"Nowy most w porcie otwarty\n\nOprac. Ana Silva\n\n{body}\n\nPiesi przechodzą za darmo.")
    assert article.authors == ("Ana Silva",)


def test_two_sign_in_round_brackets():
    story = PROSE["ja"][0]
    article = newsclean.clean("\n\n".join((story["title"], *story["paragraphs"], "（佐藤花子、山田太郎）")))
    assert article.authors == ("佐藤花子", "山田太郎")


def test_a_korean_reporter_whose_name_begins_as_a_common_word_signs():
    story = PROSE["ko"][0]
    head = "송고시간\n2025-02-18 11:23\n\n이도현 기자"
    article = newsclean.clean("\n\n".join((story["title"], head, *story["paragraphs"])))
    assert (article.authors, article.published) == (("이도현",), "2025-02-18T11:23")


def test_a_korean_credit_in_brackets_below_its_caption():
    story = PROSE["ko"][0]
    caption = "새 다리를 건너는 시민들이 월요일 오전 항구를 바라보고 있다"
    article = newsclean.clean("\n\n".join((story["title"], f"{caption}\n[촬영 이도현]", *story["paragraphs"])))
    assert [(c.text, c.credit) for c in article.captions] == [(caption, "이도현")]


@pytest.mark.parametrize("end", ["【佐藤花子】", "\n\n（佐藤花子）", "\n\n【佐藤花子】"])
def test_who_signs_in_brackets_at_the_end(end):
    story = PROSE["ja"][0]
    article = newsclean.clean(f"{story['title']}\n\n" + "\n\n".join(story["paragraphs"]) + end)
    assert article.authors == ("佐藤花子",)
    assert [p.text for p in article.paragraphs] == story["paragraphs"]


@pytest.mark.parametrize(
    "end",
    [
        "（共同）",
        "【共同】",
        "【6月3日】",
        "【関連記事】",
        "【編集部】",
        "\n\n（敬称略）",
        "\n\n（おわり）",
        "\n\n（編集委員）",
    ],
)
def test_what_stands_in_brackets_at_the_end_may_name_nobody(end):
    story = PROSE["ja"][0]
    article = newsclean.clean(f"{story['title']}\n\n" + "\n\n".join(story["paragraphs"]) + end)
    assert article.authors == ()


def test_a_word_of_the_title_signs_nothing():
    story = PROSE["ja"][0]
    topic = story["title"][:2]
    article = newsclean.clean("\n\n".join((story["title"], f"{topic}\n2024年6月3日 10:30", *story["paragraphs"])))
    assert topic not in article.authors


def test_links_to_topics_in_markdown_are_tags():
    links = ("[Ports](/topics/ports)", "[Wexley](/places/wexley)", "[Fish](/topics/fish)")
    text = "\n\n".join((f"# {TITLE}", *PARAGRAPHS, "\n".join(f"  * {link}" for link in links)))
    assert newsclean.clean(text).tags == ("Ports", "Wexley", "Fish")
    assert newsclean.clean(text.replace("/topics/", "/news/")).tags == ()


def test_the_sign_before_a_tag_may_stand_on_a_line_of_its_own():
    assert page(below=["Tags of this article", "Tags:\n#\nharbour\n#\nfish market"]).tags == ("harbour", "fish market")


def test_a_line_that_points_up_is_a_caption():
    story = PROSE["zh"][0]
    lines = "▲市場大廳星期一重新開放，攤販在清晨搬貨入內。", *story["paragraphs"]
    article = newsclean.clean("\n\n".join((story["title"], *lines)))
    assert [caption.text for caption in article.captions] == ["市場大廳星期一重新開放，攤販在清晨搬貨入內。"]


@pytest.mark.parametrize("gap", ["\n", "\n\n국장급 승진\n\n"])
def test_several_lines_that_point_up_are_a_list(gap):
    story = PROSE["ko"][0]
    items = [f"▲ {paragraph}" for paragraph in story["paragraphs"]]
    article = newsclean.clean(f"{story['title']}\n\n" + gap.join(items))
    assert article.captions == ()


def test_links_in_a_sentence_and_to_articles_about_a_topic_are_no_tags():
    body = [f"# {TITLE}", *PARAGRAPHS]
    for links in (
        "[Ports](/tag/ports) [closed](/tag/closed).",
        "[Old ferry is sold](/topics/ports/old-ferry-is-sold-1.1)\n[New cranes](/topics/ports/new-cranes-1.2)",
    ):
        assert newsclean.clean("\n\n".join((*body, links))).tags == ()


@pytest.mark.parametrize(
    ("lines", "published", "modified"),
    [
        ("5 May 2022\n10:30", "2022-05-05T10:30", None),
        ("5 May 2022\n-\nat 10:30", "2022-05-05T10:30", None),
        ("5 May 2022, 10:30\nUpdated at 11:45", "2022-05-05T10:30", "2022-05-05T11:45"),
        ("5 May 2022, 10:30\nUpdate:\n11:45", "2022-05-05T10:30", "2022-05-05T11:45"),
        ("5 May 2022, 10:30\nUpdated:\n11:45", "2022-05-05T10:30", "2022-05-05T11:45"),
        ("Published:\n5 May 2022\n10:30\nUpdated:\n6 May 2022\n11:45", "2022-05-05T10:30", "2022-05-06T11:45"),
        ("5 May 2022, 10:30 GMT\nUpdated at 11:45", "2022-05-05T10:30+00:00", "2022-05-05T11:45+00:00"),
        ("5 May 2022, 10:30\nUpdated at 9:45", "2022-05-05T10:30", None),
        ("Published: 5 May 2022, 9:00\nUpdated: 5 May 2022\n8:30", "2022-05-05T09:00", "2022-05-05"),
        ("Published:\n5 May 2022\n9:00\nUpdated:\n5 May 2022\n8:30", "2022-05-05T09:00", "2022-05-05"),
        ("5 May 2022\n10:30 votes were cast and 12 lost", "2022-05-05", None),
        ("5 May 2022\n14:05 Trains stand still", "2022-05-05", None),
        ("5 May 2022\n2.50 a litre", "2022-05-05", None),
        ("5 May 2022, 10:30\nUpdate 11:30: Trains stand still", "2022-05-05T10:30", None),
    ],
)
def test_a_time_below_its_day(lines, published, modified):
    article = page(lines)
    assert (article.published, article.modified) == (published, modified)


def test_what_is_most_of_a_text_is_no_caption():
    line = f"{TITLE} By Ana Silva 5 May 2022 {PARAGRAPHS[0]} Share Facebook © The Harbour Post 2022"
    article = newsclean.clean(line)
    assert article.captions == ()
    assert PARAGRAPHS[0] in article.text


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (" (Ana Silva, APA, 5.1.2025)", ("Ana Silva",)),
        (" (Ana Silva/Joe Doe/dpa)", ("Ana Silva", "Joe Doe")),
        (" (Ana Silva, die Bürgermeisterin, dpa)", ()),
        (" (Ana Silva)", ()),
    ],
)
def test_who_signs_in_brackets_with_an_agency_or_a_date(end, names):
    story = PROSE["de"][0]
    assert newsclean.clean("\n\n".join((story["title"], *story["paragraphs"])) + end).authors == names


def test_an_agency_in_the_dateline_signs_where_nobody_else_does():
    first, *others = PARAGRAPHS
    body = "\n\n".join((f"KIEL (dpa) - {first}", *others))
    assert newsclean.clean(f"{TITLE}\n\n{body}").authors == ("dpa",)
    assert newsclean.clean(f"{TITLE}\n\nBy Ana Silva\n\n{body}").authors == ("Ana Silva",)


@pytest.mark.parametrize(("line", "names"), [("Ana Silva, AFP", ("Ana Silva", "AFP")), ("Ana Silva, Wexley", ())])
def test_a_person_and_an_agency_right_below_the_title_sign(line, names):
    assert newsclean.clean("\n\n".join((TITLE, line, *PARAGRAPHS))).authors == names


def test_addresses_may_stand_between_those_who_sign():
    lines = ("By", "Ana Silva", "ana@the-paper.example", "Joe Doe", "joe@the-paper.example")
    assert judged_page(TITLE, *lines, signed=("Ana Silva", "Joe Doe")).authors == ("Ana Silva", "Joe Doe")


def test_the_day_of_publication_said_again_with_its_time():
    head = "By Ana Silva\n\n2 May 2024\n\nPublished: 2 May 2024, 10:30"
    article = newsclean.clean("\n\n".join((TITLE, head, *PARAGRAPHS)))
    assert (article.published, article.modified) == ("2024-05-02T10:30", None)


def test_a_credit_right_below_the_first_line_leaves_the_last_one_alone():
    caption = "Nothing but rubble: the great hall of the fish market, taken last Friday."
    credited = newsclean.clean("\n\n".join((TITLE, f"{caption}\n© Joe Doe", *PARAGRAPHS)))
    assert [(c.text, c.credit) for c in credited.captions] == [(caption, "Joe Doe")]
    alone = newsclean.clean(f"{TITLE}\n\n{PARAGRAPHS[0]}\n© Joe Doe")
    assert [p.text for p in alone.paragraphs] == PARAGRAPHS[:1]


@pytest.mark.parametrize("end", ["(red/dpa)", "(dpa/lno)", "(jk, dpa)", "(dpa)"])
def test_the_last_paragraph_is_no_caption_for_the_agency_behind_it(end):
    story = PROSE["de"][0]
    article = newsclean.clean("\n\n".join((story["title"], *story["paragraphs"])) + f" {end}")
    assert (article.credit, article.captions) == (end[1:-1], ())
    assert [p.text for p in article.paragraphs] == story["paragraphs"]


def test_behind_the_last_sentence_no_source_makes_a_caption():
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS)) + " — AP")
    assert (len(article.paragraphs), article.captions) == (len(PARAGRAPHS), ())
    pictured = newsclean.clean(
        "\n\n".join((TITLE, *PARAGRAPHS, "The great hall on Monday, seen from the pier. — Photo: AP"))
    )
    assert [c.text for c in pictured.captions] == ["The great hall on Monday, seen from the pier."]


def test_an_initial_ends_no_credit():
    caption = "The great hall on Monday, seen from the pier"
    article = newsclean.clean("\n\n".join((TITLE, f"{caption} (Photo: Patrick J. Silva / AP)", *PARAGRAPHS)))
    assert [(c.text, c.credit) for c in article.captions] == [(caption, "Patrick J. Silva / AP")]


def test_a_film_is_named_among_short_paragraphs_too():
    long = PROSE["en"][0]["paragraphs"][0]
    lines = [PROSE["en"][0]["title"], long, "It rained.", "Video: the old ferry comes in", "Nobody was hurt."]
    article = newsclean.clean("\n\n".join(lines))
    assert [caption.text for caption in article.captions] == ["the old ferry comes in"]
    assert [p.text for p in article.paragraphs] == [long, "It rained.", "Nobody was hurt."]


def test_a_film_s_headline_is_no_credit():
    body = [*PARAGRAPHS[:2], "Nobody had hoped for it.", "Video: The ferry makes its very last trip", *PARAGRAPHS[2:]]
    article = newsclean.clean("\n\n".join((TITLE, *body)))
    assert "Nobody had hoped for it." in [p.text for p in article.paragraphs]


@pytest.mark.parametrize(("hint", "is_caption"), [(0.97, False), (0.1, True)])
def test_what_a_model_holds_for_a_sub_heading_is_no_caption(hint, is_caption):
    line = "What the new market hall costs"
    more = [f"{text} {number}." for number in range(3) for text in PARAGRAPHS]
    text = "\n\n".join((TITLE, *PARAGRAPHS, line, "Photo: Ana Silva / AP", *more))

    def judge(document):
        scores = {line: hint, "Photo: Ana Silva / AP": 0.1}
        return [Scores(scores.get(t, 1.0)) for t in map(document.text, document.blocks)]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    captions = [c.text for c in newsclean.clean(text, pipeline=pipeline).captions]
    assert (line in captions) == is_caption


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Reach Ana Silva at 555-0142 or write to ana@the-paper.example, said the note below it.", False),
        ("Reach Joe Doe at 555-0142 or write to joe@the-harbour.example, said the note on the door.", True),
        ("Ana Silva has written for years of the harbour, of its ferries and of those who row there.", True),
    ],
)
def test_how_to_reach_the_author_is_no_paragraph(line, stays):
    article = newsclean.clean("\n\n".join((TITLE, "By Ana Silva", *PARAGRAPHS, line)))
    assert (article.paragraphs[-1].text == line) == stays


def test_tags_behind_a_label_without_a_mark():
    tags = "Topics Fish market, Wexley, Harbours"
    assert newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, tags))).tags == ("Fish market", "Wexley", "Harbours")
    assert newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, "Topics Stocks, Bonds, Fees"))).tags == ()


def test_a_credit_that_names_nobody():
    line = "The great hall on Monday, seen from the pier"
    article = newsclean.clean("\n\n".join((TITLE, f"{line}\nPhoto provided by", *PARAGRAPHS)))
    assert [(c.text, c.credit) for c in article.captions] == [(line, None)]


def test_places_and_halls_sign_nothing():
    told = "In New Wexley it rained on the day of the storm that took the roof of the old fish market away."
    place = newsclean.clean("\n\n".join((TITLE, "New Wexley, AP", PARAGRAPHS[0], told, *PARAGRAPHS[1:])))
    assert place.authors == ()
    last = f"{PARAGRAPHS[2]} (Wexley Hall, 5 June 2019)"
    dated = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS[:2], last)))
    assert (dated.authors, dated.paragraphs[-1].text) == ((), last)


def test_a_caption_below_the_text_stays_one():
    line = "The great hall on Monday."
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, f"{line} (Ana Silva/Reuters)")))
    assert [(c.text, c.credit) for c in article.captions] == [(line, "Ana Silva/Reuters")]


def test_a_paper_s_copyright_below_the_lead_makes_no_caption():
    first, *others = PARAGRAPHS
    article = newsclean.clean("\n\n".join((TITLE, f"{first}\n© The Wexley Times", *others)))
    assert ([p.text for p in article.paragraphs], article.captions) == (PARAGRAPHS, ())


def test_other_stories_below_a_label_that_tags_have_too_are_none():
    prose = [
        "Der Bahnhof von Lütjenrode soll weg, und das ist falsch.",
        "Am Montag stiegen dort 41 Menschen ein, die Gemeinde hat sie gezählt.",
        "Am Ende wird man bauen, was man immer baut: einen Parkplatz.",
    ]
    links = ["Mehr zum Thema", "Neuer Fahrplan für die Nebenbahn", "Land kürzt Zuschüsse"]
    article = newsclean.clean("\n".join(["Warum der Bahnhof bleiben muss", "", *prose, "", *links]))
    assert article.tags == ()
    assert [paragraph.text for paragraph in article.paragraphs] == prose


PORTUGUESE = [
    "O município de Évora vai plantar 12 mil sobreiros em terrenos públicos até ao final de 2026, disse a autarquia.",
    "As primeiras árvores serão plantadas em novembro por alunos de nove escolas do concelho.",
]
INDONESIAN = [
    "Badan Meteorologi meminta nelayan tidak melaut selama tiga hari karena gelombang setinggi empat meter.",
    "Kepala stasiun di Kupang mengatakan gelombang tinggi dipicu oleh pusat tekanan rendah di selatan Pulau Timor.",
]


@pytest.mark.parametrize("line", ["abc/def/gh", "ab-cd/efg/hi", "RRL // MCL", "wza/ jann/"])
def test_a_desk_s_initials_below_the_last_sentence_are_no_paragraph(line):
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, line)))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


def test_below_a_line_on_who_edited_clutter_is_no_paragraph():
    lines = ["Reporting by Ana Silva; Editing by Joe Doe", "Our standards: the rules of conduct of the Harbour Post."]
    article = newsclean.clean("\n".join((TITLE, *PARAGRAPHS, *lines)))
    assert ([p.text for p in article.paragraphs], article.credit) == (PARAGRAPHS, lines[0])


def test_an_agency_with_initials_below_the_body_is_no_picture_s_credit():
    article = newsclean.clean("\n\n".join(("Évora vai plantar sobreiros", *PORTUGUESE, "HYN // JEF", "Lusa/Fim")))
    assert ([p.text for p in article.paragraphs], article.captions) == (PORTUGUESE, ())


@pytest.mark.parametrize("credit", ["【编辑:王小明】", "（编辑：王小明 审核：李四）", "[责任编辑：王小明]"])
def test_an_editor_in_brackets_right_behind_the_last_sentence(credit):
    paragraphs = ["该工厂总投资九亿元，采用闭路水循环系统，每吨纸的用水量比老厂减少了六成。", "展览免费开放至月底。"]
    article = newsclean.clean("\n\n".join(("第三工厂正式投产", *paragraphs)) + credit)
    assert ([p.text for p in article.paragraphs], article.credit) == (paragraphs, credit[1:-1])


VIETNAMESE = [
    "Hàng trăm người dân xã Tân Lợi đã ra bờ sông xem con thuyền gỗ dài 18 mét được kéo lên sau một thế kỷ dưới bùn.",
    "Theo ban quản lý di tích, thân thuyền còn nguyên vẹn, trên boong có nhiều chum sành và một bếp lò bằng đất.",
]


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("Trần Quốc Bảo", ("Trần Quốc Bảo",)),
        ("Đặng Thị Hà - Lê Minh", ("Đặng Thị Hà", "Lê Minh")),
        ("Trần Quốc Bảo\n\nĐặng Thị Hà\n\nLê Minh", ()),
    ],
)
def test_a_name_alone_below_the_last_sentence_signs_in_vietnam(lines, authors):
    article = newsclean.clean("\n\n".join(("Trục vớt thuyền gỗ trăm tuổi", *VIETNAMESE, lines)))
    assert article.authors == authors
    assert ([p.text for p in article.paragraphs] == VIETNAMESE) == bool(authors)


def test_whom_a_vietnamese_text_speaks_of_does_not_sign_it():
    first, second = VIETNAMESE
    text = "\n\n".join(("Trục vớt thuyền gỗ trăm tuổi", f"{first} Ông Trần Quốc Bảo nói.", second, "Trần Quốc Bảo"))
    assert newsclean.clean(text).authors == ()


def test_elsewhere_a_name_alone_signs_nothing():
    article = newsclean.clean("\n\n".join((TITLE, *PARAGRAPHS, "Green Energy")))
    assert article.authors == ()


@pytest.mark.parametrize(
    "lines", ["Penulis: Sari Wulandari\nEditor: Budi Santoso", "Pewarta: Sari Wulandari\nEditor: Budi"]
)
def test_an_editor_below_who_wrote_signs_nothing(lines):
    article = newsclean.clean("\n\n".join(("Nelayan diminta tidak melaut", *INDONESIAN, lines)))
    assert (article.authors, [p.text for p in article.paragraphs]) == (("Sari Wulandari",), INDONESIAN)


def test_a_deck_with_a_date_and_a_name_in_it_is_no_byline():
    line = "The festival of 12 June 2024, by Ana Silva"
    article = page(line)
    assert (article.authors, article.published) == ((), None)
    assert line in (article.deck, *(paragraph.text for paragraph in article.paragraphs))


def test_a_list_that_a_page_s_model_is_sure_of_is_the_body_s_and_no_tags():
    story = PROSE["de"][0]
    line = "Verlag Kai und Söhne, zweite Auflage, 196 Seiten, gebunden mit Lesebändchen"
    html = "".join(f"<p>{text}</p>" for text in (*story["paragraphs"], line))
    for score, tagged in ((1.0, False), (0.02, True)):
        judge = Content(lambda page, s=score: [Scores(s if page.text(b) == line else 1.0) for b in page.blocks])
        pipeline = newsclean.Pipeline.default().replace("content", judge)
        article = newsclean.clean_html(f"<html lang=de><body><h1>{story['title']}</h1>{html}", pipeline=pipeline)
        assert bool(article.tags) == tagged
        assert (line in article.text) != tagged
