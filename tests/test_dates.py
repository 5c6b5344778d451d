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
        ("16. siječnja 2018. u 10:30", "hr", "2018-01-16T10:30"),
        ("16.1.2018. 10:30", "hr", "2018-01-16T10:30"),
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
        ("16. januára 2018 o 10:30", "sk", "2018-01-16T10:30"),
        ("utorok 16. január 2018, 10.30 h", "sk", "2018-01-16T10:30"),
        ("3.júla 2021", "sk", "2021-07-03"),
        ("16. 1. 2018 10:30", "sk", "2018-01-16T10:30"),
        ("16. јануар 2018. у 10:30", "sr", "2018-01-16T10:30"),
        ("уторак, 16. јануара 2018. године, 10.30 часова", "sr", "2018-01-16T10:30"),
        ("16.01.2018. 10:30", "sr", "2018-01-16T10:30"),
        ("3. јул 2021.", "sr", "2021-07-03"),
        ("16. januar 2018. u 10:30", "sr", "2018-01-16T10:30"),
        ("16. januar 2018 ob 10:30", "sl", "2018-01-16T10:30"),
        ("torek, 16. januarja 2018, 10.30", "sl", "2018-01-16T10:30"),
        ("16. 1. 2018 | 10:30", "sl", "2018-01-16T10:30"),
        ("3. julij 2021", "sl", "2021-07-03"),
        ("16 јануари 2018 во 10:30", "mk", "2018-01-16T10:30"),
        ("вторник, 16 јануари, 2018 - 10:30 часот", "mk", "2018-01-16T10:30"),
        ("16.01.2018 / 10:30", "mk", "2018-01-16T10:30"),
        ("3 јули 2021", "mk", "2021-07-03"),
        ("16 janar 2018, ora 10:30", "sq", "2018-01-16T10:30"),
        ("e martë, 16 Janar 2018 - 10:30", "sq", "2018-01-16T10:30"),
        ("16/01/2018 10:30", "sq", "2018-01-16T10:30"),
        ("3 korrik 2021", "sq", "2021-07-03"),
        ("16 Nëntor, 2018", "sq", "2018-11-16"),
        ("07:32 GMT +319 August 2019", "en", "2019-08-19T07:32+03:00"),
        ("5 May 20220", "en", "2022-05-05"),
        ("May 5, 20223 Comments", "en", "2022-05-05"),
        ("4 de mayo de 202207:59 hs", "es", "2022-05-04T07:59"),
        ("Dec 21 st , 2018", "en", "2018-12-21"),
        ("14 Feb \u201920", "en", "2020-02-14"),
        ("03.Mär.19", "de", "2019-03-03"),
        ("2025\u202201\u202208", "en", "2025-01-08"),
        ("24 نيسان / أبريل 2020", "ar", "2020-04-24"),
        ("5 mart 2021, 14:20", "az", "2021-03-05T14:20"),
        ("5 iyun 2021-ci il, 14:20", "az", "2021-06-05T14:20"),
        ("14:20 | 5 İYUN 2021", "az", "2021-06-05T14:20"),
        ("5 de març de 2021 a les 14:20", "ca", "2021-03-05T14:20"),
        ("Dv. 3 d’octubre del 2019, 12.45 h", "ca", "2019-10-03T12:45"),
        ("8 jul 2020 16:02 h", "ca", "2020-07-08T16:02"),
        ("03/04/2021", "ca", "2021-04-03"),
        ("5. märts 2021, 14:20", "et", "2021-03-05T14:20"),
        ("R, 5. märtsil 2021 kell 14.20", "et", "2021-03-05T14:20"),
        ("05. Jaan 2021 09:05", "et", "2021-01-05T09:05"),
        ("2021. gada 5. marts 14:20", "lv", "2021-03-05T14:20"),
        ("2021.gada 5.martā, plkst. 14.20", "lv", "2021-03-05T14:20"),
        ("Piektdiena, 5. marts, 2021 14:20", "lv", "2021-03-05T14:20"),
        ("14:20, 2021. g. 5. jūnijā", "lv", "2021-06-05T14:20"),
        ("2021 m. kovo 5 d. 14:20", "lt", "2021-03-05T14:20"),
        ("2021 m. kovo 5 d., penktadienis, 14.20 val.", "lt", "2021-03-05T14:20"),
        ("2021 metų kovo 5 d.", "lt", "2021-03-05"),
        ("2021 KOVO 5", "lt", "2021-03-05"),
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
