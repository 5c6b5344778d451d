"""Dates and times as pages write them."""

from __future__ import annotations

import pytest

from newsclean.language import dates
from newsclean.lexicon import Lexicon, languages, load


def found(text, code="en"):
    return [date.iso for date in dates.find(text, Lexicon.of(code))]


@pytest.mark.parametrize(
    ("text", "code", "iso"),
    [
        ("January 16, 2018", "en", "2018-01-16"),
        ("Jan. 16, 2018", "en", "2018-01-16"),
        ("16 January 2018", "en", "2018-01-16"),
        ("16th January, 2018", "en", "2018-01-16"),
        ("the 3rd of March 2021", "en", "2021-03-03"),
        ("2018-01-16", "en", "2018-01-16"),
        ("2018/01/16", "en", "2018-01-16"),
        ("01/16/2018", "en", "2018-01-16"),
        ("January 16, 2018 10:30 AM", "en", "2018-01-16T10:30"),
        ("January 16, 2018 at 10:30 p.m. EST", "en", "2018-01-16T22:30-05:00"),
        ("January 16, 2018 10:30 AM Eastern Standard Time", "en", "2018-01-16T10:30-05:00"),
        ("16 July 2018, 10:30 p.m. Pacific Time", "en", "2018-07-16T22:30-07:00"),
        ("12:05 am, January 16, 2018", "en", "2018-01-16T00:05"),
        ("16 January 2018 12:05 PM", "en", "2018-01-16T12:05"),
        ("2018-01-16T10:30:05Z", "en", "2018-01-16T10:30:05+00:00"),
        ("2018-01-16T10:30:05+09:00", "en", "2018-01-16T10:30:05+09:00"),
        ("16 January 2018 10:30 GMT+3", "en", "2018-01-16T10:30+03:00"),
        ("16 Jan 2018 10.30 IST", "en", "2018-01-16T10:30+05:30"),
        ("16. Januar 2018, 10:30 Uhr", "de", "2018-01-16T10:30"),
        ("2018. január 16. 10:30", "hu", "2018-01-16T10:30"),
        ("16.1.2018", "de", "2018-01-16"),
        ("16.01.18 10:30", "de", "2018-01-16T10:30"),
        ("1er mars 2021 à 9h05", "fr", "2021-03-01T09:05"),
        ("16/01/2018", "fr", "2018-01-16"),
        ("16 de enero de 2018", "es", "2018-01-16"),
        ("03/04/2021", "es", "2021-04-03"),
        ("16 de janeiro de 2018 às 10h30", "pt", "2018-01-16T10:30"),
        ("16 gennaio 2018 ore 10:30", "it", "2018-01-16T10:30"),
        ("16 januari 2018 om 10.30", "nl", "2018-01-16T10:30"),
        ("16 января 2018 г. 10:30 (МСК)", "ru", "2018-01-16T10:30+03:00"),
        ("16 Ocak 2018 10:30", "tr", "2018-01-16T10:30"),
        ("16 يناير 2018", "ar", "2018-01-16"),
        ("2018年1月16日 10時30分", "ja", "2018-01-16T10:30"),
        ("2018年1月16日 午後3時05分", "ja", "2018-01-16T15:05"),
        ("2018年1月16日 下午3点05分", "zh", "2018-01-16T15:05"),
        ("2018.01.16. 오후 3:05", "ko", "2018-01-16T15:05"),
        ("2018년 1월 16일 10시 30분", "ko", "2018-01-16T10:30"),
        ("16 stycznia 2018", "pl", "2018-01-16"),
        ("16 січня 2018", "uk", "2018-01-16"),
        ("07:32 GMT +319 August 2019", "en", "2019-08-19T07:32+03:00"),
        ("5 May 20220", "en", "2022-05-05"),
        ("May 5, 20223 Comments", "en", "2022-05-05"),
        ("4 de mayo de 202207:59 hs", "es", "2022-05-04T07:59"),
        ("Dec 21 st , 2018", "en", "2018-12-21"),
        ("14 Feb \u201920", "en", "2020-02-14"),
        ("03.Mär.19", "de", "2019-03-03"),
        ("2025\u202201\u202208", "en", "2025-01-08"),
        ("24 نيسان / أبريل 2020", "ar", "2020-04-24"),
        ("১৬ জানুয়ারি ২০১৮, ১০: ৩০", "bn", "2018-01-16T10:30"),
        ("১৬ই জানুয়ারী, ২০১৮", "bn", "2018-01-16"),
        ("রবিবার, ২৮ জানুয়ারি ২০২৪, ০৯:৩০ পিএম", "bn", "2024-01-28T21:30"),
        ("৬ মে ২০২৪ ২৩ বৈশাখ ১৪৩১", "bn", "2024-05-06"),
        ("২৬শে মার্চ ২০২৪, সকাল ১০:৩০", "bn", "2024-03-26T10:30"),
        ("০৫ মে ২০২৪, ১২:৩০ বাংলাদেশ সময়", "bn", "2024-05-05T12:30+06:00"),
        ("اتوار 28 جنوری 2024ء", "ur", "2024-01-28"),
        ("شائع 05 مئ 2024 10:30am", "ur", "2024-05-05T10:30"),
        ("12 فروری، 2024", "ur", "2024-02-12"),
        ("30 جون 2024 شام 05:30", "ur", "2024-06-30T17:30"),
        ("2 اگست 2023 صبح 9:05 بجے", "ur", "2023-08-02T09:05"),
        ("16 دسمبر 2023 بمطابق 2 جمادی الثانی 1445", "ur", "2023-12-16"),
        ("5 Mei 2024, 12:30 tengah hari", "ms", "2024-05-05T12:30"),
        ("Ahad, 28 Januari 2024 9:30 malam", "ms", "2024-01-28T21:30"),
        ("Mac 31, 2021", "ms", "2021-03-31"),
        ("2 Ogos 2023 @ 10:30am", "ms", "2023-08-02T10:30"),
        ("16 Disember 2023", "ms", "2023-12-16"),
        ("26 Syawal 1445H / 5 Mei 2024", "ms", "2024-05-05"),
        ("Mayo 5, 2024, 12:30 p.m.", "tl", "2024-05-05T12:30"),
        ("Linggo, Enero 28, 2024 9:30 ng gabi", "tl", "2024-01-28T21:30"),
        ("ika-9 ng Oktubre, 2023", "tl", "2023-10-09"),
        ("Setyembre 21, 2023", "tl", "2023-09-21"),
        ("Dis. 16, 2023 7:05 n.u.", "tl", "2023-12-16T07:05"),
        ("05 மே 2024, 12:30 pm", "ta", "2024-05-05T12:30"),
        ("ஞாயிறு, 28 ஜனவரி 2024 இரவு 9:30", "ta", "2024-01-28T21:30"),
        ("பிப்ரவரி 12, 2024", "ta", "2024-02-12"),
        ("29 டிசம்பர் 2021, 11:07 முற்பகல்", "ta", "2021-12-29T11:07"),
        ("அக்டோபர் 9, 2023 10:30 IST", "ta", "2023-10-09T10:30+05:30"),
    ],
)
def test_a_date(text, code, iso):
    assert found(text, code) == [iso]


@pytest.mark.parametrize(
    "text",
    ["03/04/2021", "January 2018", "2018", "in May 2018 and June", "31/31/2018", "February 30, 2018", "version 1.2.3",
     "the score was 3-4-2", "192.168.20.18", "1,234.5678", "call 555-01-2018", "10:30", "", "may 20 people"],
)  # fmt: skip
def test_no_date_is_better_than_a_wrong_one(text):
    assert found(text) == []


def test_two_dates_share_a_zone_told_once():
    assert found("January 16, 2018 10:30 | January 17, 2018 11:00 GMT") == [
        "2018-01-16T10:30+00:00",
        "2018-01-17T11:00+00:00",
    ]


@pytest.mark.parametrize("code", languages())
def test_every_month_name_is_read(code):
    for number, forms in enumerate(load(code)["dates"]["months"], 1):
        readings = [dates.find(f"16 {form} 2018", Lexicon.only(code)) for form in forms]
        assert any(r and r[0].iso == f"2018-{number:02}-16" for r in readings) or all(
            form[0].isdigit() for form in forms
        ), forms


@pytest.mark.parametrize(
    ("text", "code", "dates"),
    [
        ("Posted on January 12, 2025January 22, 2025 by Ana", "en", ["2025-01-12", "2025-01-22"]),
        ("10. Februar 20199. Februar 2019", "de", ["2019-02-10", "2019-02-09"]),
        ("15/01/201614/01/2016", "fr", ["2016-01-15", "2016-01-14"]),
        ("5 March 20201234", "en", []),
        ("2 August 20th century", "en", []),
        ("Published Sat 5 Jun.10:30", "en", []),
    ],
)
def test_dates_glued_together(text, code, dates):
    assert found(text, code) == dates


def test_offsets_are_those_of_the_text():
    text = "ＩＮ İzmir: 16 January 2018, 10:30"
    date = dates.find(text, Lexicon.of("en"))[0]
    assert text[date.start : date.end] == "16 January 2018, 10:30"
    assert date.timed


def test_a_day_and_month_without_a_year():
    text = "PARIS, Feb 3 and 4 March"
    assert [text[start:end] for start, end in dates.find_bare(text, Lexicon.of("en"))] == ["Feb 3", "4 March"]
