"""Whatever goes wrong: an Article, or the documented error that names the step and the text."""

import gzip
import re
import zlib

import pytest

import newsclean
from newsclean import CleaningError, Pipeline, assemble, html, text
from newsclean.html import metadata
from newsclean.pipeline import name_of

SENTENCE = "The council met on Monday and sold the ferry to its crew."
TEXT = f"Ferry sold\n\n{SENTENCE}"
PAGE = f"<title>Ferry sold</title><h1>Ferry sold</h1><p>{SENTENCE}</p>"
DEEP = '{"name":' * 350 + '"x"' + "}" * 350


class Unforeseen(Exception):  # noqa: N818 - no error of ours
    """What no step expects."""


def fail(*_, **__):
    raise Unforeseen


@pytest.mark.parametrize("name", Pipeline.default().names)
@pytest.mark.parametrize("clean", [newsclean.clean, newsclean.clean_html])
def test_a_cleaner_that_fails_is_named(clean, name):
    def broken(_):
        raise Unforeseen(name)

    broken.name = name
    with pytest.raises(CleaningError, match=re.escape(repr(name))) as caught:
        clean(TEXT, pipeline=Pipeline.default().replace(name, broken))
    assert isinstance(caught.value.__cause__, Unforeseen)
    assert caught.value.step == name
    assert "Ferry sold" in str(caught.value)


@pytest.mark.parametrize(
    ("clean", "module", "function", "step"),
    [
        (newsclean.clean, text, "decode", "read"),
        (newsclean.clean, assemble, "assemble", "assemble"),
        (newsclean.clean_html, html, "decode_page", "read"),
        (newsclean.clean_html, html.tree, "parse", "read"),
        (newsclean.clean_html, html.blocks, "pieces", "read"),
        (newsclean.clean_html, metadata, "read", "read"),
        (newsclean.clean_html, assemble, "assemble", "assemble"),
    ],
)
def test_a_step_around_the_pipeline_that_fails_is_named(monkeypatch, clean, module, function, step):
    monkeypatch.setattr(module, function, fail)
    with pytest.raises(CleaningError, match=f"{step}.*Ferry sold.*example.org.*Unforeseen") as caught:
        clean(PAGE.encode(), url="https://example.org/1")
    assert isinstance(caught.value.__cause__, Unforeseen)
    assert caught.value.step == step


def test_a_pipeline_of_the_users_own_that_fails_is_named():
    with pytest.raises(CleaningError, match="'fail'") as caught:
        newsclean.clean(TEXT, pipeline=fail)
    assert caught.value.step == name_of(fail)


def test_many_texts_name_the_one_that_fails():
    def broken(document):
        return fail() if "ferry" in document.source else document

    articles = newsclean.clean_many(["A bridge opens.", TEXT], pipeline=Pipeline([broken]))
    next(articles)
    with pytest.raises(CleaningError, match=r"'broken'.*Ferry sold"):
        next(articles)


def test_what_is_no_page_is_no_failed_step():
    with pytest.raises(newsclean.PageError):
        newsclean.clean_html("")


@pytest.mark.parametrize("clean", [newsclean.clean, newsclean.clean_html])
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture; read the text in it first"),
        (b"PK\x03\x04" + bytes(range(256)), "a ZIP archive or an office document; unpack it"),
        (b"%PDF-1.7\n", "a PDF file; take the text out of it first"),
        (gzip.compress(PAGE.encode()), "gzipped; unpack it first"),
        (zlib.compress(bytes(range(256))), "a binary file; take the text out of it first"),
    ],
)
def test_bytes_of_another_kind_of_file_are_refused_with_what_to_do(clean, data, kind):
    with pytest.raises(newsclean.PageError, match=f"no (text|page): this is {kind}"):
        clean(data)


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=date content='01 May 2024 06:30:00 +99999999999999'>",
        "<meta property='article:published_time' content='Wed, 01 May 99999999999 06:30:00 GMT'>",
        "<div>" * 3000 + "<![foo[x]]>",
        "<div>" * 3000 + "<![>",
        "<div>" * 3000 + '<a"b>',
        "<div>" * 3000 + "<!DOCTYPE [",
        *(
            f'<script type="application/ld+json">{{"@type": "NewsArticle", "{key}": {value}}}</script>'
            for key in (
                "headline", "author", "creator", "publisher", "datePublished", "dateModified", "articleBody", "url",
                "description", "articleSection", "keywords", "@type", "isAccessibleForFree", "mainEntityOfPage",
            )
            for value in (DEEP, "[" * 350 + "1" + "]" * 350, "1e999", "null", "{}")
        ),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself_breaks_nothing(head):
    article = newsclean.clean_html(head + PAGE)
    assert "sold the ferry to its crew" in article.text


@pytest.mark.parametrize("clean", [newsclean.clean, newsclean.clean_html])
def test_a_callable_that_gives_no_document_and_an_address_that_is_none_are_type_errors(clean):
    def forgetful(_):
        return None

    with pytest.raises(TypeError, match="cleaner 'forgetful' must return a Document, not NoneType"):
        clean("<p>Ferry sold.", pipeline=forgetful)
    with pytest.raises(TypeError, match="url: expected str or None, not int"):
        clean("<p>Ferry sold.", url=3)
