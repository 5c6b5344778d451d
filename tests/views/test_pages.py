"""What is in the page of an article, without a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape

import lxml.html
import pytest

import newsclean
from newsclean import Article, Paragraph, Removal, Segment
from newsclean.views import frame, page, pages
from newsclean.views.fields import fields

PAGE = """\
Rates rise again

By Ana Silva and Ben Okri

ShareTweetEmail

The bank raised its rate on Monday, as it had said it would in the spring of last year.

Its governor told reporters that prices had grown faster than anybody on the council had thought.

Economists expect one more step before the summer, and then a long pause until the next year.
"""


def read(article):
    return lxml.html.document_fromstring(page(article))


def source_of(tree):
    return [node.text_content() for node in tree.xpath("//*[@id='source']//*[@data-n]")]


def test_shows_every_character_of_the_source_but_line_breaks():
    article = newsclean.clean(PAGE)
    parts = [article.source[s.start : s.end] for s in article.segments if s.role != "space"]
    assert source_of(read(article)) == parts


def test_every_part_of_the_article_leads_to_where_it_stands():
    article = newsclean.clean(PAGE)
    tree = read(article)
    texts = {node.get("data-n"): node.text_content() for node in tree.xpath("//*[@id='source']//*[@data-n]")}
    found = {
        node.text_content(): [texts[n] for n in node.get("data-to").split()] for node in tree.xpath("//dd[@data-to]")
    }
    assert found["Rates rise again"] == ["Rates rise again"]
    assert found["Ana Silva"] == found["Ben Okri"] == ["By Ana Silva and Ben Okri"]
    assert found["en"] == []
    for node, paragraph in zip(tree.xpath("//*[@class='body']//p"), article.paragraphs, strict=True):
        assert [texts[n] for n in node.get("data-to").split()] == [node.text_content()] == [paragraph.text]


def test_every_removal_tells_who_removed_it_and_how_sure_the_model_was():
    article = newsclean.clean(PAGE)
    (removed,) = read(article).xpath("//del")
    assert (removed.get("data-k"), removed.get("data-c"), removed.text) == ("share", "clutter", "ShareTweetEmail")
    (segment,) = [s for s in article.segments if s.role == "removed"]
    assert removed.get("data-b") == f"{100 * segment.score:.0f}"


def test_all_fields_are_there():
    of_its_own = {"paragraphs", "confidence", "removed", "text"}
    assert set(fields(Article())) == set(Article().to_dict()) - of_its_own


def test_an_article_read_back_is_shown_beside_its_parts():
    article = newsclean.clean(PAGE)
    again = Article.from_dict(article.to_dict())
    assert sorted(source_of(read(again))) == sorted([*(p.text for p in article.paragraphs), "ShareTweetEmail"])
    assert "not kept" in page(again)


@pytest.mark.parametrize("article", [Article(), Article(removed=[Removal("x", "other", "mine", 0, 1)])])
def test_an_article_without_a_body_has_a_page(article):
    assert "There is no paragraph" in page(article)


def test_characters_that_a_page_cannot_hold_are_shown_as_signs():
    text = "a\x00b\x1b[31mc\x9bd\ud800e\ufffff"
    html = page(Article(title=text, source=text, segments=[Segment(0, len(text), "title")]))
    html.encode("utf-8")
    assert not set(html) & set("\x00\x1b\x9b")
    assert "a␀b␛[31mc" in html


def test_the_policy_lets_this_script_and_this_style_through_and_no_other():
    html = page(newsclean.clean(PAGE))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert unescape(policy) == pages.policy()
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in ("script", "style"):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert not re.search(
        r' style="| on\w+="|(?:src|href)="(?!https?:)', re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL)
    )


def test_a_frame_holds_the_page_and_nothing_else():
    article = newsclean.clean(PAGE)
    element = lxml.html.fragment_fromstring(frame(article))
    assert (element.tag, element.get("sandbox")) == ("iframe", "allow-scripts")
    assert element.get("srcdoc") == article.to_html() == page(article)
    assert article._repr_html_() == frame(article)


def test_a_large_page_has_few_elements_and_is_laid_out_in_pieces():
    text = " ".join(["The bank raised its rate on Monday, as it had said it would."] * 3)
    line = f"{text}\n\n"
    count = 5_000_000 // len(line)
    segments, paragraphs = [], []
    for at in range(0, count * len(line), len(line)):
        segments += [
            Segment(at, at + len(line) - 2, "paragraph", "paragraph", "paragraphs"),
            Segment(at + len(line) - 2, at + len(line), "space"),
        ]
        paragraphs.append(Paragraph(text, "paragraph", at, at + len(line) - 2))
    html = page(Article(source=line * count, segments=segments, paragraphs=paragraphs))
    assert html.count("<p ") < 2 * count + 10
    assert html.count("<span") < count + 10
    assert html.count('class="chunk"') > 100
    assert len(html) < 4 * len(line) * count


@pytest.mark.parametrize("text", ["word " * 4_000, "word" * 4_000, "x" * 4_001, "a" * 4_000 + " b"])
def test_a_paragraph_that_is_too_long_for_a_browser_is_cut_and_nothing_is_lost(text):
    article = Article(
        source=text,
        segments=[Segment(0, len(text), "paragraph")],
        paragraphs=[Paragraph(text, "list_item", 0, len(text))],
    )
    tree = read(article)
    for path in ("//*[@id='source']//span[@data-n='0']", "//*[@class='body']//li[@data-to='0']"):
        found = [node.text_content() for node in tree.xpath(path)]
        assert "".join(found) == text
        assert len(found) > 1
        assert max(map(len, found)) <= 4_000
