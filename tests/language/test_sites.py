"""Titles without the names of site and section."""

from __future__ import annotations

import pytest

from newsclean.language.sites import without_site

SITES = frozenset({"강변일보", "青川日报", "thepaper", "речнаягазета"})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("강변 도서관 다시 연다ㅣ강변일보", "강변 도서관 다시 연다"),
        ("강변 도서관 다시 연다-문화ㅣ강변일보", "강변 도서관 다시 연다"),
        ("강변 도서관 다시 연다 : 문화 : 강변일보", "강변 도서관 다시 연다 : 문화"),
        ("新图书馆周六开放丨青川日报", "新图书馆周六开放"),
        ("新图书馆周六开放—青川日报", "新图书馆周六开放"),
        ("新图书馆周六开放-社会-青川日报", "新图书馆周六开放"),
        ("新图书馆周六开放_青川日报", "新图书馆周六开放"),
        ("Паром снова ходит│Речная газета", "Паром снова ходит"),
        ("Ferry sails < The Paper", "Ferry sails"),
        # What only looks like one stays.
        ("新图书馆周六开放—三年之后", "新图书馆周六开放—三年之后"),
        ("Co-op opens | The Paper", "Co-op opens"),
        ("Co-op | The Paper", "Co-op"),
        ("The Paper's view: ferries - a farewell", "The Paper's view: ferries - a farewell"),
    ],
)
def test_in_every_script(text, title):
    assert without_site(text, SITES, set()) == title
