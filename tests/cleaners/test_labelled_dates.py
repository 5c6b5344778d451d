"""Dates whose label says that they are an event's: lines of the article, below its first paragraph."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean.language.dates import find
from newsclean.language.reader import Reader
from newsclean.lexicon import Lexicon

LEAD = "The rowing club of Hafnes invites all who live at the fjord to its hundredth regatta, the club said on Monday."
MORE = "More than forty crews have put down their names, twice as many as in the year before the pandemic."
LAST = "The club was founded by the crew of a herring boat that had lost its nets in a storm off the islands."

LINES = [
    ["Start: 1 June 2024", "End: 9 June 2024"],
    ["Where: Town quay, Hafnes", "When: 12 June 2024, 7 pm"],
    ["Born: Hafnes, 3 May 1931", "Died: Nordvik, 12 June 2024"],
    ["Deadline: 30 June 2024"],
    ["Venue: Hafnes", "Opening night: 3 July 2024"],
]


@pytest.mark.parametrize("own", ["", "4 May 2023\n\n"])
@pytest.mark.parametrize("lines", LINES)
def test_they_are_neither_published_nor_modified_and_leave_the_lead_where_it_is(lines, own):
    text = "\n\n".join(("Rowing club rows for the hundredth time", own + LEAD, *lines, MORE, LAST))
    article = newsclean.clean(text)
    assert (article.published, article.modified) == ("2023-05-04" if own else None, None)
    assert article.deck is None
    assert article.text.startswith(LEAD)
    assert [line for line in lines if line not in article.text] == []


@pytest.mark.parametrize("lines", LINES)
def test_so_on_pages(lines):
    paragraphs = "".join(f"<p>{line}</p>" for line in (LEAD, *lines, MORE, LAST))
    html = f"<html lang=en><article><h1>Rowing club rows for the hundredth time</h1>{paragraphs}</article>"
    article = newsclean.clean_html(html)
    assert (article.published, article.modified, article.deck) == (None, None, None)
    assert [line for line in (LEAD, *lines) if line not in article.text] == []


@pytest.mark.parametrize(
    ("language", "line", "label"),
    [
        ("en", "Start: 1 June 2024", "event"),
        ("en", "Born: Hafnes, 3 May 1931", "event"),
        ("de", "Beginn: 3. Juni 2024", "event"),
        ("fr", "Début : 3 juin 2024", "event"),
        ("es", "Inicio: 3 de junio de 2024", "event"),
        ("hy", "Սկիզբը՝ 3 հունիսի 2024", "event"),
        ("hy", "Հրապարակվել է՝ 3 հունիսի 2024", "published"),
        ("ja", "開演：2024年6月3日", "event"),
        ("en", "Published: 1 June 2024", "published"),
        ("en", "Last updated: 1 June 2024", "modified"),
        ("de", "Aktualisiert: 3. Juni 2024", "modified"),
        ("en", "1 June 2024", ""),
        ("en", "Monday, 1 June 2024, 7:30", ""),
        ("en", "By: Ana Silva, 1 June 2024", ""),
        ("zh", "来源：青川日报　2024-05-14 18:32", ""),
    ],
)
def test_labels(language, line, label):
    assert Reader(language).read(line).stamps.stamps[0].label == label


def test_right_below_the_title_a_label_that_nobody_knows_still_dates_the_article():
    text = f"Rowing club rows for the hundredth time\n\nZeitpunkt: 4 May 2023\n\n{LEAD}\n\n{MORE}\n\n{LAST}"
    assert newsclean.clean(text).published == "2023-05-04"


@pytest.mark.parametrize("line", ["Hafnes tidende, 9 November 2019.", "Ny tid, 9 November 2019."])
def test_a_paper_s_name_before_a_date_is_no_sentence(line):
    article = newsclean.clean(f"Rowing club rows for the hundredth time\n\n{line}\n\n{LEAD}\n\n{MORE}\n\n{LAST}")
    assert article.published == "2019-11-09"
    assert article.text.startswith(LEAD)


@pytest.mark.parametrize("line", ["Hafnes, 19/11/2019 - 20:15 h.", "Hafnes, 9 November 2019, 20:15 h."])
def test_a_place_before_a_date_is_no_sentence(line):
    article = newsclean.clean(f"Rowing club rows for the hundredth time\n\n{line}\n\n{LEAD}\n\n{MORE}\n\n{LAST}")
    assert (article.published, article.dateline) == ("2019-11-19T20:15" if "/" in line else "2019-11-09T20:15", None)
    assert article.text.startswith(LEAD)


HUNGARIAN = "Az evezősklub századszor hívja versenyre mindazokat, akik a tó partján laknak, mondta az elnök hétfőn."


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Автор: Вера Зимина | 23 мая 2022 г.", PROSE["ru"][0]["paragraphs"]),
        ("Вера Зимина • 23 мая 2022 г.", PROSE["ru"][0]["paragraphs"]),
        ("Szerző: Kovács Anna | 2022. május 23.", [HUNGARIAN, "A klubot egy halászhajó legénysége alapította."]),
        ("Piše: Ivan Horvat | 23. 5. 2022.", [LEAD, MORE]),
    ],
)
def test_a_byline_before_a_date_that_ends_in_a_stop_is_no_sentence(line, texts):
    lines = "".join(f"<p>{text}</p>" for text in texts)
    article = newsclean.clean_html(f"<article><h1>Regatta 100</h1><div class=x>{line}</div>{lines}</article>")
    assert (article.published, article.deck, line in article.text) == ("2022-05-23", None, False)


def test_in_a_language_without_a_file_the_day_stands_first():
    assert [date.iso for date in find("09/11/2019", Lexicon.of("gl"))] == ["2019-11-09"]
    assert [date.iso for date in find("09/11/2019", Lexicon.of(None))] == []
