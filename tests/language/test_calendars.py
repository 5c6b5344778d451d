"""Years that other calendars count."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.language import dates
from newsclean.lexicon import Lexicon


def found(text: str, language: str) -> list[str]:
    return [date.iso for date in dates.find(text, Lexicon.of(language))]


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("th", "14 พฤษภาคม 2567", "2024-05-14"),
        ("th", "14 พฤษภาคม พ.ศ. 2567", "2024-05-14"),
        ("th", "14 พ.ค. 2567 18:32 น.", "2024-05-14T18:32"),
        ("th", "14 พ.ค. 67", "2024-05-14"),
        ("th", "14/05/2567", "2024-05-14"),
        ("th", "๑๔ พฤษภาคม ๒๕๖๗", "2024-05-14"),
        ("th", "14 พฤษภาคม 2024", "2024-05-14"),
        ("fa", "۲۵ اردیبهشت ۱۴۰۳ - ۱۸:۳۲", "2024-05-14T18:32"),
        ("fa", "۱۴۰۳/۰۲/۲۵", "2024-05-14"),
        ("fa", "۱ فروردین ۱۴۰۰", "2021-03-21"),
        # 1403 is a leap year.
        ("fa", "۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("fa", "۱ مهر ۱۳۹۹", "2020-09-22"),
        ("fa", "14 مه 2024", "2024-05-14"),
        ("fa", "۲۵ ثور ۱۴۰۳ - ۱۸:۳۲", "2024-05-14T18:32"),
        ("fa", "۱ حمل سال ۱۴۰۰", "2021-03-21"),
        ("fa", "۳۰ حوت ۱۴۰۳", "2025-03-20"),
        ("ps", "۲۵ غويي ۱۴۰۳", "2024-05-14"),
        ("ps", "د تله ۱مه ۱۳۹۹", "2020-09-22"),
        ("ne", "२०८१ वैशाख १", "2024-04-13"),
        ("ne", "२०८० वैशाख १ गते", "2023-04-14"),
        ("ne", "२०८१ साल भदौ १ गते", "2024-08-17"),
        ("ne", "२०८२ वैशाख १", "2025-04-14"),
        ("ne", "२०७२ वैशाख १२", "2015-04-25"),
        ("ne", "२०८१ साउन १५ गते, मंगलबार १०:१५", "2024-07-30T10:15"),
        ("ne", "साउन १५, २०८१", "2024-07-30"),
        ("ne", "१५ श्रावण २०८१", "2024-07-30"),
        ("ne", "२०८१-०४-१५", "2024-07-30"),
        ("ne", "२०२४ जुलाई ३०", "2024-07-30"),
        ("hi", "2081-04-15", "2081-04-15"),
        ("ja", "令和6年5月14日 18時32分", "2024-05-14T18:32"),
        ("ja", "令和元年5月4日", "2019-05-04"),
        ("ja", "平成31年4月30日", "2019-04-30"),
        ("ja", "昭和64年1月7日", "1989-01-07"),
        ("ja", "2024年（令和6年）5月14日", "2024-05-14"),
        ("zh", "民國113年5月14日", "2024-05-14"),
        ("zh", "中華民國113年5月14日", "2024-05-14"),
        ("zh", "113年5月14日", "2024-05-14"),
        ("zh", "113/05/14 18:32", "2024-05-14T18:32"),
        ("ar", "\u200f14\u200f/\u200f5\u200f/\u200f2024", "2024-05-14"),
        ("bn", "১৪/০৫/২০২৪", "2024-05-14"),
        ("ar", "28 شعبان 1445هـ الموافق 9 مارس 2024م", "2024-03-09"),
        ("ar", "5 مارس 2025 - 5 رمضان 1446 هـ", "2025-03-05"),
        ("ar", "05/09/1446هـ - 05/03/2025م", "2025-03-05"),
        ("id", "5 Ramadan 1446 H / 5 Maret 2025", "2025-03-05"),
    ],
)
def test_reads(language, text, iso):
    assert found(text, language) == [iso]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3 May 1431"),
        ("en", "14/05/2567"),
        ("ar", "1445/11/06"),
        ("ar", "28 شعبان 1445هـ"),
        ("fa", "۳۱ مهر ۱۴۰۳"),
        ("fa", "۳۲ فروردین ۱۴۰۳"),
        ("ne", "२०८१ असार ३२"),
        ("ne", "२०८१ पुस ३०"),
        ("ne", "२०८१-१३-०१"),
        ("ja", "令和6年13月40日"),
        ("ja", "113/05/14"),
        ("zh", "10.113.05.14.7"),
        ("th", "30 กุมภาพันธ์ 2567"),
    ],
)
def test_other_numbers_are_no_dates_of_theirs(language, text):
    assert found(text, language) == []


@pytest.mark.parametrize(
    "line", ["الأربعاء 5 رمضان 1446 هـ الموافق 5 مارس 2025م", "5 مارس 2025 الموافق 5 رمضان 1446هـ"]
)
def test_a_day_told_in_two_calendars_is_one(line):
    (date,) = dates.find(line, Lexicon.of("ar"))
    assert line[date.start : date.end].strip("م") == line.removeprefix("الأربعاء ").strip("م")


def test_a_line_with_a_day_in_two_calendars_is_no_paragraph():
    first = "قررت بلدية صيدا إغلاق مطحنة القرية القديمة بعد مئة عام من العمل المتواصل، بسبب تصدع في عمودها الرئيس."
    second = "وقال صاحب المطحنة إن حجرها نقل من حوران على ظهور الجمال."
    line = "السبت 28 شعبان 1445هـ الموافق 9 مارس 2024م"
    article = newsclean.clean(f"إغلاق المطحنة القديمة في صيدا\n\n{line}\n\n{first}\n\n{second}")
    assert (article.published, [p.text for p in article.paragraphs]) == ("2024-03-09", [first, second])


def test_an_article_is_dated_by_its_own_calendar():
    first = "川沿いの市立図書館が三年の工事を終えて再び開館し、初日には朝から千人を超える市民が訪れた。"
    second = "館長によると、蔵書は八十万冊に増え、夜九時まで毎日利用できるという。"
    article = newsclean.clean(f"市立図書館が再開\n\n令和6年5月4日\n\n{first}\n\n{second}")
    assert article.published == "2024-05-04"
    assert len(article.paragraphs) == 2


NEPALI = (
    "नगरपालिकाले मंगलबार दुई टोललाई जोड्ने नयाँ पुल सर्वसाधारणका लागि खुला गरेको छ। निर्माण दुई वर्ष चलेको थियो।",
    "मेयरले स्थानीय बजेटबाट पुल बनाइएको र बासिन्दालाई आवतजावत सजिलो हुने बताए।",
)


@pytest.mark.parametrize("line", ["२०८१ साउन १५ गते, मंगलबार", "प्रकाशित मिति: साउन १५, २०८१", "2081-04-15"])
def test_an_article_is_dated_by_nepal_s_calendar(line):
    article = newsclean.clean("\n\n".join(("नगरपालिकाले नयाँ पुल खोल्यो", line, *NEPALI)))
    assert (article.published, [p.text for p in article.paragraphs]) == ("2024-07-30", list(NEPALI))


ENGLISH = (
    "The council opened a new bridge on Tuesday that links two parts of the town. It took two years to build.",
    "It was paid for by the town, and people will be able to walk over it from Monday, the mayor said.",
)


@pytest.mark.parametrize("line", ["2081-04-15", "Published: 15 April 2081", "15/04/2081 10:15"])
def test_nothing_is_published_in_years_to_come(line):
    article = newsclean.clean("\n\n".join(("Council opens new bridge", line, *ENGLISH)))
    assert (article.published, article.modified) == (None, None)
    front = newsclean.clean("\n".join(("title: Council opens new bridge", "date: 2081-04-15", "", *ENGLISH)))
    assert front.published is None


def test_what_a_page_states_of_years_to_come_is_not_its_date():
    head = '<meta property="article:published_time" content="2081-04-15T10:15:00+05:45">'
    body = "".join(f"<p>{text}</p>" for text in ENGLISH)
    for shown, date in (("", None), ("<time>30 July 2024</time>", "2024-07-30")):
        article = f"<article><h1>Council opens bridge</h1>{shown}{body}</article>"
        html = f"<html><head>{head}</head><body>{article}</body></html>"
        assert newsclean.clean_html(html).published == date
