"""An article that stands only in the data of a page's scripts is found."""

from __future__ import annotations

import json
import time
from html import escape
from urllib.parse import quote

import pytest
from generators import PROSE
from invariants import assert_sound

import newsclean
from newsclean.html import blocks, hydration, tree

PARAGRAPHS = PROSE["en"][0]["paragraphs"]
TITLE = PROSE["en"][0]["title"]
REVERSED = [f"{text[::-1]}." for text in PARAGRAPHS]
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


def literal(value):
    """As a program writes it by hand."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{literal(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(literal, value)) + "]"
    return "'" + value.replace("'", "\\'").replace("<", "\\u003C") + "'" if isinstance(value, str) else "void 0"


def flattened(value, *, named):
    """As a list in which objects hold the places of what is in them, and of their keys where these are `named` so."""
    found = []

    def put(one):
        place = len(found)
        found.append(one)
        if isinstance(one, dict):
            found[place] = {key_of(key): put(inner) for key, inner in one.items()}
        elif isinstance(one, list):
            found[place] = [put(inner) for inner in one]
        return place

    def key_of(key):
        return f"_{put(key)}" if named else key

    put(value)
    return json.dumps(found)


def linked():
    parts = {f"Part:{n}": {"__typename": "Part", "text": text} for n, text in enumerate(PARAGRAPHS)}
    return {"Story:1": {"headline": TITLE, "parts": [{"__ref": name} for name in parts]}, **parts}


def script(code, kind=""):
    return f"<script{kind}>{code}</script>".replace("</p>", "<\\/p>")


STORY = {"headline": TITLE, "published_at": "2024-05-02", "body": HTML}
ARC = {"headlines": {"basic": TITLE}, "content_elements": [{"type": "text", "content": text} for text in PARAGRAPHS]}
JSON = " type='application/json'"


@pytest.mark.parametrize(
    "data",
    [
        script(f"window.Fusion=window.Fusion||{{}};Fusion.globalContent={json.dumps(ARC)};"),
        script(f"var d = {json.dumps({'title': {'rendered': TITLE}, 'content': {'rendered': HTML}})}"),
        script(f"window.__STATE__={{menu:['a'],n:void 0,live:!1,story:{literal(STORY)}}};"),
        script(f"n=(function(a,b){{return {{data:[{{headline:a,body:b}}]}}}}({literal(TITLE)},{literal(HTML)}));"),
        script(flattened({"data": STORY}, named=False), JSON),
        script(f"window.c.controller.enqueue({json.dumps(flattened({'data': STORY}, named=True))});"),
        script(json.dumps({"status": 200, "body": json.dumps(STORY)}), JSON),
        script(f"import('./a.js').then((kit)=>{{kit.start(app, element, {{data:[null,{literal(STORY)}]}});}});"),
        script(f"window.__APOLLO_STATE__={json.dumps(linked())}"),
        script(f"window.s=JSON.parse(decodeURIComponent('{quote(json.dumps(STORY))}'))"),
        script(f"window.s=JSON.parse('{json.dumps(STORY)}')"),
        f'<div data-page="{escape(json.dumps({"props": STORY}))}"></div>',
        script(f"self.__next_f.push([1,{json.dumps(f'1a:T{len(HTML.encode()):x},')}])")
        + script(f"self.__next_f.push([1,{json.dumps(HTML + '5:' + json.dumps({**STORY, 'body': '$1a'}))}])"),
    ],
    ids=[
        "arc", "wordpress", "literal", "function", "flat", "flat with keys", "in a string", "handed on", "linked",
        "encoded", "single quotes", "attribute", "streamed",
    ],
)  # fmt: skip
def test_whatever_form_the_data_has(data):
    rail = "<div class=rail><h2>Most read</h2><ul><li><a href=/1>Rain delays the harbour race</a></li></ul></div>"
    article = newsclean.clean_html(page(data, "<div id=app></div>").replace("</main>", f"</main>{rail}"))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert_sound(article)


@pytest.mark.parametrize(
    "story",
    [
        {"slug": "clock-may-cost-the-town", "content": HTML},
        {"type": "story", "title": TITLE, "content": HTML},
        {"item": {"publishedAt": "2024-05-02", "title": TITLE, "blocks": list(PARAGRAPHS)}},
    ],
)
def test_a_page_that_shows_nothing_shows_the_one_article_in_its_data(story):
    head = "<title>The Post</title><link rel=canonical href=https://post.example/town/clock-may-cost-the-town>"
    data = script(f"window.d={json.dumps(story)}")
    article = newsclean.clean_html(f"<html lang=en><head>{head}</head><body><div id=app></div>{data}</body></html>")
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert "title" not in story or article.title == TITLE


def test_a_deck_that_is_shown_is_no_article():
    deck = "The town had to choose between a new roof and a new clock, and chose neither of them."
    story = {"headlines": {"basic": TITLE}, "description": {"basic": deck}, "elements": ARC["content_elements"]}
    article = newsclean.clean_html(page(script(f"var story = {json.dumps(story)}"), f"<p class=deck>{deck}</p>"))
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.text != deck] == list(PARAGRAPHS)


def test_what_a_program_puts_in_its_place_is_shown():
    shown = f"<div hidden id=S:0><h1>{TITLE}</h1>{HTML}</div><script>$RC('B:0','S:0')</script>"
    article = newsclean.clean_html(f"<html lang=en><body><template id=B:0></template>{shown}</body></html>")
    assert article.title == TITLE
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


def test_the_body_that_json_ld_states():
    stated = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(PARAGRAPHS)})
    article = newsclean.clean_html(page(f'<script type="application/ld+json">{stated}</script>'))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


UNSPACED = {
    "ja": (
        "十二の市立公園、来月から無料に",
        "市は水曜日、十二の市立公園を来月から無料で開放すると発表した。",
        "公園課の高木課長によると、昨年の入園料収入は維持費の一割にも満たなかった。",
        "南門の近くに住む元教師の青木節子さんは毎日散歩に訪れ、「一年で五千円ほど助かる」と喜ぶ。",
        "新しい規則のもとでは、夜間の開園時間も午後十時まで延びる。",
        "市は来春までに四つの公園の遊歩道と照明も改修する計画だ。",
    ),
    "th": (
        "สวนสาธารณะสิบสองแห่งเปิดให้เข้าฟรีเดือนหน้า",
        "เทศบาลประกาศเมื่อวันพุธว่าจะเปิดสวนสาธารณะสิบสองแห่งให้ประชาชนเข้าฟรีตั้งแต่เดือนหน้าเป็นต้นไป",
        "นายสมชาย ผู้อำนวยการกองสวน กล่าวว่ารายได้จากค่าเข้าชมปีที่แล้วไม่ถึงหนึ่งในสิบของค่าบำรุงรักษา",
        "นางมาลี ครูเกษียณที่อาศัยอยู่ใกล้ประตูทิศใต้ บอกว่าเธอเดินเล่นที่นี่ทุกวันและจะประหยัดเงินได้หลายร้อยบาท",
        "ตามระเบียบใหม่ เวลาเปิดช่วงกลางคืนจะขยายออกไปจนถึงสี่ทุ่ม",
        "เทศบาลยังวางแผนซ่อมทางเดินและไฟส่องสว่างในสวนสี่แห่งก่อนฤดูร้อนปีหน้า",
    ),
}


@pytest.mark.parametrize("language", UNSPACED)
@pytest.mark.parametrize("body", ["<p>{}</p>", "{}\n"], ids=["html", "plain"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_scripts_that_say_more_in_fewer_characters_or_set_no_stops(language, body, ascii_only):
    title, *paragraphs = UNSPACED[language]
    data = json.dumps({"title": title, "content": "".join(map(body.format, paragraphs))}, ensure_ascii=ascii_only)
    html = f"<head><title>{title} | News</title></head><body><h1>{title}</h1><script>window.S = {data};</script></body>"
    html = html.replace("</p>", "<\\/p>")
    article = newsclean.clean_html(f'<html lang="{language}">{html}</html>')
    assert article.title == title
    assert [paragraph.text for paragraph in article.paragraphs] == paragraphs


@pytest.mark.parametrize(
    "html",
    [
        page(NEXT.format(json.dumps(story([text[::-1] for text in PARAGRAPHS]))), HTML * 4),
        page(NEXT.format(json.dumps({"next": {"headline": "Another story of the day", "body": list(PARAGRAPHS)}}))),
        page(NEXT.format(json.dumps(story(["Short", "lines", "of a menu"] * 100)))),
        page("<script>" + json.dumps(story(HTML))[:-9] + "</script>"),
        page("<script>" + "var a = {" * 3000 + "</script>"),
        page(NEXT.format(json.dumps(story([{"url": "/2", "headline": "Another story of the day", "body": HTML}])))),
        page(NEXT.format(json.dumps({"consent": {"text": HTML}}))),
        page(NEXT.format(json.dumps([{"type": "story", "body": HTML}, {"type": "story", "body": list(REVERSED)}])), ""),
        page(NEXT.format(json.dumps(story([*PARAGRAPHS[:1], {"items": REVERSED * 3}]))), HTML),
        page(
            NEXT.format(json.dumps(story(list(UNSPACED["th"][1:])))),
            "".join(map("<p>{}</p>".format, UNSPACED["th"][1:])),
        ),
        page(
            NEXT.format(json.dumps({"next": {"date": "", "headline": UNSPACED["th"][0], "body": UNSPACED["th"][1:]}}))
        ),
    ],
    ids=[
        "shown already",
        "another article",
        "no prose",
        "broken",
        "no json",
        "another one below",
        "no article",
        "several",
        "a part of what is shown",
        "shown already in Thai",
        "another article in Thai",
    ],
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
