"""schema.org."""

from __future__ import annotations

import io
import json

import pytest

from newsclean import AlternateTitle, Article, Caption, Dateline, Paragraph
from newsclean.formats import schema_org

FULL = Article(
    title="Bridge reopens",
    alternate_titles=[AlternateTitle("Le pont rouvre", "fr")],
    deck="After two years",
    authors=["Ana Silva", "Joe Doe"],
    published="2024-04-23",
    modified="2024-04-24T10:00:00+02:00",
    dateline=Dateline("KIEL", "dpa", "23 April"),
    language="en",
    section="Local",
    publisher="The Kiel Paper",
    image="https://example.org/bridge.jpg",
    captions=[Caption("The bridge", "dpa"), Caption("The river")],
    tags=["bridges", "floods"],
    credit="dpa",
    paywall="prompt",
    url="https://example.org/bridge",
    paragraphs=[Paragraph("One."), Paragraph("Two.")],
)


def test_every_field_has_its_property():
    assert FULL.to_schema_org() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridge reopens",
        "alternativeHeadline": ["Le pont rouvre"],
        "description": "After two years",
        "author": [{"@type": "Person", "name": "Ana Silva"}, {"@type": "Person", "name": "Joe Doe"}],
        "datePublished": "2024-04-23",
        "dateModified": "2024-04-24T10:00:00+02:00",
        "dateline": "KIEL (dpa), 23 April",
        "inLanguage": "en",
        "articleSection": "Local",
        "keywords": ["bridges", "floods"],
        "publisher": {"@type": "Organization", "name": "The Kiel Paper"},
        "image": [
            {"@type": "ImageObject", "url": "https://example.org/bridge.jpg"},
            {"@type": "ImageObject", "caption": "The bridge", "creditText": "dpa"},
            {"@type": "ImageObject", "caption": "The river"},
        ],
        "creditText": "dpa",
        "isAccessibleForFree": False,
        "url": "https://example.org/bridge",
        "articleBody": "One.\n\nTwo.",
    }


def test_what_is_not_known_is_not_there():
    assert Article().to_schema_org() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "isAccessibleForFree": True,
    }


@pytest.mark.parametrize(("paywall", "free"), [("none", True), ("prompt", False), ("truncated", False)])
def test_a_paywall_is_not_free(paywall, free):
    assert Article(paywall=paywall).to_schema_org()["isAccessibleForFree"] is free


@pytest.mark.parametrize(
    ("dateline", "text"),
    [
        (Dateline("TOKYO"), "TOKYO"),
        (Dateline(None, "AP"), "AP"),
        (Dateline("PARIS", "Reuters", "Feb 3"), "PARIS (Reuters), Feb 3"),
        (Dateline("PARIS", None, "Feb 3"), "PARIS, Feb 3"),
    ],
)
def test_a_dateline_is_one_text(dateline, text):
    assert Article(dateline=dateline).to_schema_org()["dateline"] == text


def test_an_empty_dateline_is_not_there():
    assert "dateline" not in Article(dateline=Dateline()).to_schema_org()


def test_writes_an_array():
    stream = io.StringIO()
    schema_org.write([FULL, Article()], stream)
    assert json.loads(stream.getvalue()) == [FULL.to_schema_org(), Article().to_schema_org()]
