"""Exports are taken apart into their articles; one article stays whole."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import split_export
from tests.text.test_records import CODED, NAMED, PLAIN, SHOWN, TITLE

OTHER = "Bus to run all summer"
DOCUMENT = '<DOC id="X{0}"><HEADLINE>Ferry {0}</HEADLINE><TEXT><P>The ferry left the harbour at {0}.</P></TEXT></DOC>'
ITEM = "<item><title>Ferry {0}</title><description>The ferry left the harbour at {0}.</description></item>"
ENTRY = "<a:entry><a:title>Ferry {0}</a:title><a:content>The ferry left the harbour at {0}.</a:content></a:entry>"


@pytest.mark.parametrize("record", [NAMED, PLAIN, CODED, SHOWN], ids=["named", "plain", "coded", "shown"])
def test_records_of_archives_come_apart(record):
    found = split_export("\n\n".join([record, record.replace(TITLE, OTHER), record]))
    assert [newsclean.clean(text).title for text in found] == [TITLE, OTHER, TITLE]
    assert newsclean.clean(found[1]).text == newsclean.clean(record).text


def test_rules_part_records():
    fields = f"Title: {TITLE}\n\nAuthor: Ana Silva\n\nSection: Islands\n\nPublication date: May 2, 2024\n"
    record = f"{TITLE}\n\nFull text:\n\nThe ferry sailed.\n\n{fields}"
    export = f"{record}\n{'_' * 60}\n\n{record.replace(TITLE, OTHER)}"
    assert [OTHER in text for text in split_export(export)] == [False, True]


def test_what_is_no_record_comes_back_too():
    contents = f"User: Ana\n\n1. {TITLE}\n2. {OTHER}\n"
    found = split_export(f"{contents}\n{NAMED}\n{NAMED.replace(TITLE, OTHER)}")
    assert found[0] == contents.strip()
    assert [newsclean.clean(text).title for text in found[1:]] == [TITLE, OTHER]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("{}", DOCUMENT),
        ("<?xml version='1.0'?>\n<rss><channel><title>The Paper</title>{}</channel></rss>", ITEM),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>{}</a:feed>", ENTRY),
        ("<root>{}</root>", ""),
    ],
    ids=["documents", "rss", "atom", "other"],
)
def test_news_in_xml_comes_apart(whole, part):
    export = whole.format("\n".join(part.format(n) for n in range(10, 13)))
    found = split_export(export)
    assert found == ([part.format(n) for n in range(10, 13)] if part else [export])
    if part:
        assert [newsclean.clean(text).title for text in found] == ["Ferry 10", "Ferry 11", "Ferry 12"]


def test_the_last_document_may_be_cut_off():
    export = DOCUMENT.format(1) + DOCUMENT.format(2)[:-20]
    assert "".join(split_export(export)) == export


def test_tags_in_a_text_part_nothing():
    items = [ITEM.format("<![CDATA[<item>5</item>]]>"), ITEM.format(2)]
    assert split_export(f"<rss>{''.join(items)}</rss>") == items


@pytest.mark.parametrize(
    "text",
    [
        NAMED,
        DOCUMENT.format(1),
        "",
        "A ferry\n\n1 of 3\n\nIt sailed.\n\n2 of 3\n\nIt sank.\n\n3 of 3\n\nIt rose.",
        f"The ferry sailed.\n{'_' * 40}\nThe bus did not.\n{'_' * 40}\nNor did we.",
    ],
)
def test_one_article_stays_whole(text):
    assert split_export(text) == [text]


def test_bytes_are_no_text():
    with pytest.raises(TypeError, match="expected str, not bytes"):
        split_export(b"<rss></rss>")
