"""An article that stands only in the data of a page's scripts is found."""

from __future__ import annotations

import json
import time

import pytest
from generators import PROSE
from invariants import assert_sound

import newsclean
from newsclean.html import blocks, hydration, tree

PARAGRAPHS = PROSE["en"][0]["paragraphs"]
TITLE = PROSE["en"][0]["title"]
HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
NEXT = '<script id="__NEXT_DATA__" type="application/json">{}</script>'


def page(script, shown=""):
    head = f'<head><title>{TITLE} | The Post</title><meta property="og:title" content="{TITLE}"></head>'
    footer = "<footer><p>© 2024 The Post. All rights reserved.</p></footer>"
    return f"<html lang=en>{head}<body><main><h1>{TITLE}</h1>{shown}</main>{footer}{script}</body></html>"


def story(body):
    return {
        "props": {"pageProps": {"menu": ["Home", "World"] * 20, "story": {"id": 1, "headline": TITLE, "body": body}}}
    }


def pushed(value):
    """As a server streams it: a string in a list that a function takes up."""
    return f"<script>self.__next_f.push({json.dumps([1, '5:' + json.dumps(value)])})</script>"


BODIES = {
    "html": HTML,
    "plain": "\n\n".join(PARAGRAPHS),
    "strings": list(PARAGRAPHS),
    "objects": [{"type": "paragraph", "text": text} for text in PARAGRAPHS],
    "html in objects": [{"type": "text", "content": f"<p>{text}</p>"} for text in PARAGRAPHS],
    "nested": [
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text[:20]}, {"value": text[20:]}]}
        for text in PARAGRAPHS
    ],
    "portable": [{"_type": "block", "children": [{"_type": "span", "text": text}]} for text in PARAGRAPHS],
    "pictures among them": [
        {"type": "image", "caption": "The market in May, before the storm came and took the roof off it again."},
        *({"type": "p", "children": [{"text": text}]} for text in PARAGRAPHS),
    ],
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize(
    "script",
    [
        lambda value: NEXT.format(json.dumps(value)),
        lambda value: f"<script>window.__STATE__ = {json.dumps(value)};\nwindow.x = 1;</script>",
        lambda value: f"<script>var data = JSON.parse({json.dumps(json.dumps(value))});</script>",
        pushed,
    ],
    ids=["json", "assigned", "parsed", "pushed"],
)
@pytest.mark.parametrize("shown", ["", f"<div class=story><p>{PARAGRAPHS[0]}</p></div>"])
def test_the_article_comes_out(body, script, shown):
    article = newsclean.clean_html(page(script(story(body)).replace("</p>", "<\\/p>"), shown))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert_sound(article)


def test_the_body_that_json_ld_states():
    stated = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(PARAGRAPHS)})
    article = newsclean.clean_html(page(f'<script type="application/ld+json">{stated}</script>'))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        page(NEXT.format(json.dumps(story([text[::-1] for text in PARAGRAPHS]))), HTML * 4),
        page(NEXT.format(json.dumps({"next": {"headline": "Another story of the day", "body": list(PARAGRAPHS)}}))),
        page(NEXT.format(json.dumps(story(["Short", "lines", "of a menu"] * 100)))),
        page("<script>" + json.dumps(story(HTML))[:-9] + "</script>"),
        page("<script>" + "var a = {" * 3000 + "</script>"),
    ],
    ids=["shown already", "another article", "no prose", "broken", "no json"],
)
def test_nothing_else_is_put_in(html):
    root = tree.parse(html)
    assert not hydration.show(root, blocks.pieces(root))


def test_deep_and_large_data_take_little_time():
    deep = "[" * 50_000 + "]" * 50_000
    wide = json.dumps([{"text": f"Line {n} of many that say nothing."} for n in range(20_000)])
    start = time.process_time()
    for data in (deep, wide):
        root = tree.parse(page(NEXT.format(data)))
        hydration.show(root, blocks.pieces(root))
    assert time.process_time() - start < 5
