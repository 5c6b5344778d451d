"""One thing at a time: datelines, bylines and dates, without an article around them."""

from __future__ import annotations

import pytest

from newsclean import Dateline, find_dates, parse_byline, parse_dateline


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("TOKYO (AP) --", None, Dateline("TOKYO", "AP")),
        ("WEXLEY --", None, Dateline("WEXLEY")),
        ("  WEXLEY,\n Kenya (Reuters) - The ferry is sold.", None, Dateline("WEXLEY, Kenya", "Reuters")),
        ("Kiel (dpa/lno) - Die Fähre ist verkauft.", "de", Dateline("Kiel", "dpa/lno")),
        ("PARIS, 3 mars (AFP) - Le bac est vendu.", None, Dateline("PARIS", "AFP", "3 mars")),
        ("MADRID, 3 (EUROPA PRESS)", "es", Dateline("MADRID", "EUROPA PRESS", "3")),
        ("【ニューヨーク共同】国連は", None, Dateline("ニューヨーク", "共同")),
        ("(서울=연합뉴스) 김하나 기자 =", None, Dateline("서울", "연합뉴스")),
        ("新华社北京5月3日电（记者王伟）", None, Dateline("北京", "新华社", "5月3日")),
        ("МОСКВА, 5 мая /ТАСС/. Паром продан.", None, Dateline("МОСКВА", "ТАСС", "5 мая")),
    ],
)
def test_datelines(text, language, expected):
    assert parse_dateline(text, language) == expected


@pytest.mark.parametrize("text", ["", " ", "The ferry is sold.", "Ferry sold", "Politics: The ferry is sold.", "2 May"])
def test_what_is_no_dateline(text):
    assert parse_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("By Ana Silva and Bo Lund, Reuters", None, ("Ana Silva", "Bo Lund")),
        ("BY ANA SILVA", None, ("ANA SILVA",)),
        ("Ana Silva", None, ("Ana Silva",)),
        ("Ana Silva, Political Editor", "en", ("Ana Silva",)),
        ("Ana Silva | Published 3 May 2024", None, ("Ana Silva",)),
        ("Von Ana Silva und Bo Lund", "de", ("Ana Silva", "Bo Lund")),
        ("Por Ana Silva y Bo Lund", None, ("Ana Silva", "Bo Lund")),
        ("Автор: Ольга Лунина", None, ("Ольга Лунина",)),
        ("김하나 기자", None, ("김하나",)),
        ("記者 田中花子", None, ("田中花子",)),
        ("来源：青川日报 记者 王伟", None, ("王伟",)),
        ("Reuters", None, ("Reuters",)),
        ("By Staff Reporter", "en", ("Staff Reporter",)),
        ("by wexfan", "en", ("wexfan",)),
    ],
)
def test_bylines(text, language, expected):
    assert parse_byline(text, language) == expected


@pytest.mark.parametrize(
    "text",
    ["", "By admin", "Edited by Bo Lund", "The council met on Monday, and it sold the ferry to its crew at last."],
)
def test_who_does_not_sign(text):
    assert parse_byline(text) == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("3 May 2024, 14:05 CEST", None, ["2024-05-03T14:05+02:00"]),
        ("May 3, 2024", None, ["2024-05-03"]),
        ("Vom 5. Mai 2024, 14.05 Uhr, bis zum 7. Mai 2024", None, ["2024-05-05T14:05", "2024-05-07"]),
        ("5 mai 2024 à 14h05", "fr", ["2024-05-05T14:05"]),
        ("12 listopada 2024", "pl", ["2024-11-12"]),
        ("12 listopada 2024", "hr", ["2024-10-12"]),
        ("2024年5月14日 10:30", None, ["2024-05-14T10:30"]),
        ("令和6年5月14日", None, ["2024-05-14"]),
        ("14 พฤษภาคม 67", None, ["2024-05-14"]),
        ("1403/02/05", "fa", ["2024-04-24"]),
        ("5.5.24", None, ["2024-05-05"]),
        ("3/14/2024", None, ["2024-03-14"]),
        ("3/4/2024", "de", ["2024-04-03"]),
        ("3/4/2024", "en", []),
        ("3/4/2024", None, []),
        ("Kamusta 3/4/24 po", "tl", []),
        ("2 minutes ago", None, []),
        ("", None, []),
    ],
)
def test_dates(text, language, expected):
    assert [found.iso for found in find_dates(text, language)] == expected


def test_a_date_says_where_it_stands():
    text = "Sold on 3 May 2024."
    (found,) = find_dates(text, "en")
    assert (text[found.start : found.end], found.timed) == ("3 May 2024", False)
