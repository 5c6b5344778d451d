"""The lead picture's address, and the outlet's name."""

from __future__ import annotations

import json

import pytest

import newsclean
from newsclean.html import metadata, tree
from newsclean.html.head import Head

URL = "https://www.islandnews.example/2024/ferry"


def stated(html: str) -> dict:
    root = tree.parse(html)
    assert root is not None
    return metadata.read(Head(root, URL))[0]


def ld(**properties: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **properties})}</script>'


@pytest.mark.parametrize(
    "html",
    [
        "<meta property=og:image content='https://www.islandnews.example/img/ferry.jpg'>",
        "<meta property=og:image content='/img/ferry.jpg'>",
        "<meta name=twitter:image content='//www.islandnews.example/img/ferry.jpg'>",
        ld(image="/img/ferry.jpg"),
        ld(image=[{"@type": "ImageObject", "url": "/img/ferry.jpg"}, "/img/b.jpg"]),
        ld(image={"@type": "ImageObject", "contentUrl": "/img/ferry.jpg"}),
        "<link rel=image_src href=/img/ferry.jpg>",
        "<article><figure><img src='data:image/gif;base64,R0' data-src=/img/ferry.jpg></figure></article>",
        "<meta property=og:image content=/static/logo.png><article><figure><img src=/img/ferry.jpg></figure></article>",
        ld(publisher={"logo": {"url": "/i.png"}, "@type": "Organization"}, image=["/i.png", "/img/ferry.jpg"]),
    ],
)
def test_the_picture_is_found_and_its_address_is_whole(html):
    assert stated(html)["image"] == "https://www.islandnews.example/img/ferry.jpg"


@pytest.mark.parametrize(
    "html",
    [
        "<img src=/img/ferry.jpg>",
        "<aside><figure><img src=/img/ferry.jpg></figure></aside>",
        "<meta property=og:image content='data:image/gif;base64,R0'>",
        "<meta property=og:image content='http://[bad'>",
        ld(image=[[["/img/ferry.jpg"]]]),
    ],
)
def test_other_pictures_are_not(html):
    assert "image" not in stated(html)


@pytest.mark.parametrize(
    "html",
    [
        "<meta property=og:site_name content='Island News'>",
        ld(publisher={"@type": "Organization", "name": "Island News"}),
        "<meta property=og:site_name content=islandnews.example>" + ld(publisher={"name": "Island News"}),
        "<meta name=application-name content='Island News'>",
        '<script type="application/ld+json">{"@type": "WebSite", "name": "Island News"}</script>',
    ],
)
def test_the_outlet_is_called_as_it_calls_itself(html):
    assert stated(html)["publisher"] == "Island News"


@pytest.mark.parametrize("name", ["islandnews.example", "https://www.islandnews.example/"])
def test_an_address_is_better_than_no_name(name):
    assert stated(f"<meta property=og:site_name content='{name}'>")["publisher"] == "islandnews.example"


def test_both_are_fields_of_the_article():
    paragraph = "<p>The ferry to the islands sailed again on Monday after a winter in the dry dock of Hafnes.</p>"
    html = (
        ld(headline="Ferry sails", image="/a.jpg", publisher={"name": "Island News"})
        + f"<article>{paragraph}</article>"
    )
    article = newsclean.clean_html(html, url=URL)
    assert (article.publisher, article.image) == ("Island News", "https://www.islandnews.example/a.jpg")
    assert newsclean.Article.from_dict(article.to_dict()) == article


@pytest.mark.parametrize(
    ("html", "publisher"),
    [
        ("<title>Luka otwarta | Głos Wyspy</title><p>© 2024 Głos Wyspy, wszystkie prawa zastrzeżone", "Głos Wyspy"),
        (
            "<title>Luka otwarta – Wyspa – Głos Wyspy</title><a href=/><img src=/a.png alt='Głos Wyspy'></a>",
            "Głos Wyspy",
        ),
        ("<title>Głos Wyspy » Luka otwarta</title><a href=/>Głos Wyspy</a>", "Głos Wyspy"),
        ("<title>Luka otwarta - Nowe IslandNews</title>", "Nowe IslandNews"),
        ("<title>Luka otwarta — Głos Wyspy — islandnews.example</title><a href=/>Głos Wyspy</a>", "Głos Wyspy"),
        ("<title>Luka otwarta - islandnews.example</title>", "islandnews.example"),
        ("<title>Luka otwarta | Sport</title><p>© 2024 Sport</p><a href=/>Sport</a>", None),
        ("<title>Luka otwarta | Wszystko o łodziach</title><p>© 2024 Głos Wyspy", None),
        ("<html lang=en><title>Luka otwarta - by Jan Nowak</title><p>© by Jan Nowak", None),
        ("<title>Luka otwarta</title><a href=/>Luka otwarta</a>", None),
        (
            "<meta property=og:site_name content=Home><title>Luka otwarta | Głos Wyspy</title><p>© Głos Wyspy",
            "Głos Wyspy",
        ),
        (f"<meta property=og:site_name content=Porty>{ld(articleSection='Porty')}", None),
    ],
)
def test_the_end_of_the_title_names_the_outlet_where_the_page_shows_that_it_is_one(html, publisher):
    assert stated(f"{html}<h1>Luka otwarta</h1>").get("publisher") == publisher


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("Nowe IslandNews - Wieści z wybrzeża", "Nowe IslandNews"),
        ("Wieści z wybrzeża | Głos Wyspy", "Głos Wyspy"),
        ("IslandNews.example – Wieści", "IslandNews.example"),
        ("GW - Głos Wybrzeża", "GW - Głos Wybrzeża"),
        ("Island|News", "Island|News"),
    ],
)
def test_a_motto_is_no_part_of_the_outlet_s_name(name, publisher):
    html = (
        f"<meta property=og:site_name content='{name}'><h1>Luka otwarta</h1><footer>© 2024 <b>Głos Wyspy</b></footer>"
    )
    assert stated(html)["publisher"] == publisher
