"""News in XML and SGML: each format's fields, and nothing of its text lost."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.html import news_xml
from newsclean.text import kinds

TITLE = "Ferry to run all winter"
LEDE = "The islands will have a ferry all winter, the council of Wexley & Holm decided on Monday."
REST = "It had stopped each November since the storm of 2011, which broke the pier."
MARKED = LEDE.replace("&", "&amp;")
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>Ferry</title><docdata><date.issue norm="20240502T103000Z"/>
<key-list><keyword key="ferries"/><keyword key="winter"/></key-list></docdata>
<pubdata name="The Wexley Paper" position.section="Islands"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1><hl2>Islanders had asked for years</hl2></hedline>
<byline>By <person>Ana Silva</person></byline><dateline>WEXLEY (AP)</dateline></body.head>
<body.content><block class="lead_paragraph"><p>{MARKED}</p></block>
<block class="full_text"><p>{MARKED}</p><p>{REST}</p></block></body.content></body></nitf>"""
NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem xml:lang="en">
<itemMeta><provider><name>The Wexley Paper</name></provider></itemMeta>
<contentMeta><contentCreated>2024-05-02T10:30:00Z</contentCreated><by>By Ana Silva</by><headline>{TITLE}</headline>
<dateline>WEXLEY (AP) -</dateline><subject><name>ferries</name></subject></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{MARKED}</p><p>{REST}</p></body></html>
</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
REUTERS = f"""<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="1" date="2024-05-02"><title>WEXLEY: {TITLE}</title><headline>{TITLE}</headline>
<byline>Ana Silva</byline><dateline>WEXLEY 2024-05-02</dateline><text><p>{MARKED}</p><p>{REST}</p></text>
<metadata><dc element="dc.publisher" value="The Wexley Paper"/></metadata></newsitem>"""
TREC = f"""<DOC>
<DOCNO> WX20240502-0001 </DOCNO>
<HEAD>{TITLE}</HEAD>
<BYLINE>By ANA SILVA</BYLINE>
<DATELINE>WEXLEY (AP) </DATELINE>
<TEXT>
   The islands will have a ferry all winter, the council of
Wexley & Holm decided on Monday.
   It had stopped each November since the storm of 2011,
which broke the pier.
</TEXT>
</DOC>"""
GIGAWORD = f"""<DOC id="WEX_ENG_20240502.0031" type="story">
<HEADLINE>
Ferry to Run
All Winter
</HEADLINE>
<DATELINE>
WEXLEY (AP)
</DATELINE>
<TEXT>
<P>
{MARKED}
</P>
<P>
{REST}
</P>
</TEXT>
</DOC>"""
ITEM = f"""<item><title>{TITLE}</title><dc:creator><![CDATA[Ana Silva]]></dc:creator>
<link>https://wexley.example/ferry</link><pubDate>Thu, 02 May 2024 10:30:00 +0000</pubDate><category>ferries</category>
<description>The islands will have a ferry…</description><content:encoded><![CDATA[<p>{MARKED}</p><p>{REST}</p>
<p>The post {TITLE} appeared first on The Wexley Paper.</p>]]></content:encoded></item>"""
FEED = f"<rss version='2.0'><channel><title>The Wexley Paper</title>{ITEM}</channel></rss>"
ENTRY = f"""<entry xmlns="http://www.w3.org/2005/Atom"><title>{TITLE}</title><author><name>Ana Silva</name></author>
<link rel="self" href="https://wexley.example/atom/7"/><link href="https://wexley.example/ferry"/>
<published>2024-05-02T10:30:00Z</published><category term="ferries"/>
<content type="html">&lt;p&gt;{MARKED.replace("&", "&amp;")}&lt;/p&gt;&lt;p&gt;{REST}&lt;/p&gt;</content></entry>"""
OLD_REUTERS = f"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" NEWID="7"><DATE> 2-MAY-2024 10:30:00.12</DATE><TOPICS><D>ferries</D></TOPICS>
<TEXT>&#2;<TITLE>{TITLE.upper()}</TITLE><AUTHOR>    By Ana Silva</AUTHOR><DATELINE>    WEXLEY, May 2 - </DATELINE>
<BODY>{MARKED}
    {REST}
 Reuter
&#3;</BODY></TEXT></REUTERS>"""
SIGNED = {
    "nitf": NITF, "newsml": NEWSML, "reuters": REUTERS, "old reuters": OLD_REUTERS, "trec": TREC, "item": ITEM,
    "feed": FEED, "entry": ENTRY,
}  # fmt: skip


@pytest.mark.parametrize("document", [*SIGNED.values(), GIGAWORD], ids=[*SIGNED, "gigaword"])
@pytest.mark.parametrize("clean", [newsclean.clean, newsclean.clean_html])
def test_title_date_and_body(document, clean):
    article = clean(document)
    assert article.title.casefold() == TITLE.casefold()
    assert article.text == f"{LEDE}\n\n{REST}"
    assert article.published[:10] == "2024-05-02"


@pytest.mark.parametrize("document", SIGNED.values(), ids=SIGNED)
def test_who_wrote(document):
    assert [name.title() for name in newsclean.clean(document).authors] == ["Ana Silva"]


def test_what_only_some_formats_tell():
    article = newsclean.clean(NITF)
    assert (article.deck, article.section) == ("Islanders had asked for years", "Islands")
    assert (article.tags, article.publisher) == (("ferries", "winter"), "The Wexley Paper")
    assert [newsclean.clean(item).url for item in (ITEM, FEED, ENTRY)] == ["https://wexley.example/ferry"] * 3
    for document in (NITF, NEWSML, TREC, GIGAWORD):
        dateline = newsclean.clean(document).dateline
        assert dateline is not None
        assert (dateline.place, dateline.agency) == ("WEXLEY", "AP")


def test_bytes_in_the_encoding_that_they_declare():
    document = REUTERS.replace("&amp; Holm", "and Hólm")
    assert newsclean.clean(document.encode("latin-1")).text == f"{LEDE.replace('& Holm', 'and Hólm')}\n\n{REST}"


@pytest.mark.parametrize(
    ("written", "read"),
    [("Caf&eacute; &amp; bar", "Café & bar"), ("AT&T & Co", "AT&T & Co"), ("&ldquo;Yes&rdquo;,&nbsp;he", "“Yes”, he"),
     ("<![CDATA[a < b & c]]> it is", "a < b & c it is"), ("the &unknown; one", "the &unknown; one"),
     ("<i>Café</b> &amp; bar &lt; 5", "Café & bar < 5"), ("a&#2; <1 of B &amp; C", "a <1 of B & C"),
     ("an <person>Ana <b>Silva</b></person>, there", "an Ana Silva, there")],
)  # fmt: skip
def test_references_and_markup_within_a_paragraph(written, read):
    document = (
        f"<doc><headline>{TITLE}</headline><text><p>On Monday {written} as the council of Wexley says.</p></text></doc>"
    )
    assert newsclean.clean(document).text == f"On Monday {read} as the council of Wexley says."


def test_entities_do_not_grow():
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    document = f'<!DOCTYPE doc [<!ENTITY e0 "ha">{bomb}]><doc><text><p>{LEDE.replace("&", "and")} &e8;</p></text></doc>'
    assert len(newsclean.clean(document).text) < 200


@pytest.mark.parametrize(
    "document",
    [
        "<html><body><doc><text><p>A page.</p></text></doc></body></html>",
        "<doc><headline>No text</headline></doc>",
        f"<rss><channel>{ITEM}{ITEM}</channel></rss>",
        "<doc",
        "<!-- <doc> -->",
        "Plain text",
    ],
)
def test_what_is_left_to_other_readers(document):
    assert news_xml.as_page(document) is None


def test_nothing_of_what_is_not_well_formed_is_lost():
    article = newsclean.clean(f"<DOC><TEXT><P>{LEDE}<P>{REST}</TEXT>")
    assert LEDE in article.text
    assert REST in article.text


@pytest.mark.parametrize(
    "text",
    [
        "{lede}<p>{rest}</p>", "<p>{lede}</p>{rest}", "<p>{lede}</p><x>{rest}</x>", "<x>{lede}<p>{rest}</p></x>",
        "<p>{lede}</p><media><media-caption>The pier.</media-caption></media>{rest}", "{lede}<x/><p>{rest}",
        "<x>" * 400 + "<p>{lede}</p>" + "</x>" * 400 + "<p>{rest}</p>",
    ],
)  # fmt: skip
def test_text_beside_paragraphs_is_not_lost(text):
    document = f"<doc><headline>{TITLE}</headline><text>{text.format(lede=MARKED, rest=REST)}</text></doc>"
    assert newsclean.clean(document).text == f"{LEDE}\n\n{REST}"


def test_what_is_too_deep_for_xml_is_read_as_html():
    document = f"<doc><text>{'<p>' * 5000}{MARKED}{'</p>' * 5000}</text></doc>"
    assert LEDE in newsclean.clean_html(document).source


def test_names_that_xml_does_not_know():
    article = newsclean.clean(f"<DOC><3:a></3:a><TEXT><x:p>{LEDE}</x:p><P>{REST}</P></TEXT></DOC>")
    assert LEDE in article.text
    assert REST in article.text


def test_an_article_that_begins_as_such_a_document_is_a_text():
    text = f"\n\n\n\n<doc><text><p>{LEDE}</p></text></doc>\n\n{REST}"
    assert newsclean.clean(text).to_text() == text


def test_it_counts_as_a_page():
    assert all(kinds.is_html(document.encode()) for document in (NITF, NEWSML, REUTERS, TREC, ITEM, ENTRY))
    assert not kinds.is_html(FEED.encode())
