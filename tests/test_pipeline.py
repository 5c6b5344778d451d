"""The pipeline: a list to read, cut and extend."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean
from newsclean import Document, Pipeline
from newsclean.cleaners.clutter import Clutter
from newsclean.text import read as read_text

PAGE = """\
Bridge opens in June

ShareTweetEmail

The council met on Monday and decided, after a long debate, to open the bridge in June.

PRESS END"""


def shouting(document):
    """Removes lines in capitals: a user's own cleaner."""
    return document.replace(b.remove("other") for b in document.undecided if document.text(b).isupper())


class Configured:
    """A cleaner with settings."""

    name = "configured"

    def __call__(self, document):
        return document


def test_the_default_is_in_order():
    names = Pipeline.default().names
    assert names[0] == "encoding"
    assert names[-1] == "paragraphs"
    assert len(names) == len(set(names)) == len(Pipeline.default())
    assert [callable(cleaner) for cleaner in Pipeline.default()] == [True] * len(names)


@pytest.mark.parametrize(
    "name",
    [
        "clutter",
        "datelines",
        "bylines",
        "dates",
        "captions",
        "tags",
        "credits",
        "titles",
        "decks",
        "sections",
        "repeats",
    ],
)
def test_each_field_is_a_cleaner(name):
    assert name in Pipeline.default().names
    assert name not in Pipeline.default().without(name).names


def test_without():
    article = newsclean.clean(PAGE, pipeline=Pipeline.default().without("share"))
    assert not [r for r in article.removed if r.kind == "share"]
    assert [r.kind for r in newsclean.clean(PAGE).removed if r.cleaner == "clutter"] == ["share"]


def test_kinds_of_clutter_go_by_their_names():
    lines = {"share": "ShareTweetEmail", "advert": "Advertisement", "placeholder": "{{slot}}"}
    page = PAGE + "\n\n" + "\n\n".join(lines.values())
    for pipeline, kinds in (
        (Pipeline.default().without("share"), {"advert", "placeholder"}),
        (Pipeline.default().without("clutter"), set()),
        (Pipeline.only("language", "share", "advert"), {"share", "advert"}),
        (Pipeline.only("placeholder"), {"placeholder"}),
    ):
        removed = {r.kind for r in newsclean.clean(page, pipeline=pipeline).removed if r.text in lines.values()}
        assert removed - {"other"} == kinds, pipeline
    with pytest.raises(ValueError, match=r"'weather'.*share"):
        Pipeline.default().without("share", "weather")
    with pytest.raises(ValueError, match=r"cookie, .*not 'cookies'"):
        Clutter(["cookies"])


def test_a_function_is_a_cleaner():
    pipeline = Pipeline.default().insert_after("clutter", shouting)
    names = pipeline.names
    assert names.index("shouting") == names.index("clutter") + 1
    article = newsclean.clean(PAGE, pipeline=pipeline)
    assert ("PRESS END", "other", "shouting") in [(r.text, r.kind, r.cleaner) for r in article.removed]


def test_editing_gives_new_pipelines():
    default = Pipeline.default()
    assert default.insert_before("tags", Configured()).names.index("configured") == default.names.index("tags")
    assert default.replace("tags", Configured()).names[default.names.index("tags")] == "configured"
    assert default.append(shouting).names[-1] == "shouting"
    assert default == Pipeline.default()


def test_an_empty_pipeline_keeps_everything():
    article = newsclean.clean(PAGE, pipeline=Pipeline())
    assert article.removed == ()
    assert len(article.paragraphs) == 4


def test_any_callable_is_a_pipeline():
    assert newsclean.clean(PAGE, pipeline=shouting).removed[0].text == "PRESS END"


def test_only_some_in_their_order():
    pipeline = Pipeline.only("paragraphs", "share", "language", "share")
    assert pipeline.names == ("language", "clutter", "paragraphs")
    assert pipeline["clutter"].kinds == ("share",)
    assert Pipeline.only() == Pipeline()


def test_a_cleaner_by_its_name():
    pipeline = Pipeline.default().append(shouting)
    assert pipeline["shouting"] is shouting
    assert "shouting" in pipeline
    assert shouting in pipeline
    assert "nosuch" not in pipeline
    with pytest.raises(KeyError, match=r"'nosuch'.*encoding"):
        pipeline["nosuch"]


@pytest.mark.parametrize("method", ["without", "only", "insert_after", "insert_before", "replace"])
def test_unknown_names_are_named(method):
    extra = () if method in {"without", "only"} else (shouting,)
    with pytest.raises(ValueError, match=r"'nosuch'.*encoding"):
        getattr(Pipeline.default(), method)("nosuch", *extra)


def test_what_is_not_callable_is_named():
    with pytest.raises(TypeError, match="'share'"):
        Pipeline(["share"])


def test_a_cleaner_that_gives_no_document_is_named():
    with pytest.raises(TypeError, match=r"'forgetful'.*NoneType"):
        newsclean.clean(PAGE, pipeline=Pipeline.default().append(forgetful))


def forgetful(document):
    """Returns nothing."""


def test_watch_sees_every_cleaner_in_order():
    seen = []
    Pipeline.default().run(read_text(PAGE), watch=lambda name, document: seen.append((name, type(document))))
    assert seen == [(name, Document) for name in Pipeline.default().names]


def test_clean_many_is_lazy():
    def endless():
        while True:
            yield PAGE

    articles = newsclean.clean_many(endless())
    assert [next(articles).title for _ in range(3)] == ["Bridge opens in June"] * 3


def test_clean_many_says_which_text_is_wrong():
    articles = newsclean.clean_many([PAGE, 3])
    next(articles)
    with pytest.raises(TypeError, match=r"number 1.*int"):
        next(articles)


def test_the_address_is_kept():
    assert newsclean.clean(PAGE, url="https://example.com/a").url == "https://example.com/a"


@pytest.mark.parametrize("text", [PAGE, b"Rates rise", bytearray(b"Rates"), memoryview(b"Rates"), Path("page.txt")])
def test_clean_many_takes_no_single_text(text):
    with pytest.raises(TypeError, match=rf"expected a list of texts, not a {type(text).__name__}; newsclean\.clean "):
        newsclean.clean_many(text)


def test_clean_many_takes_whatever_clean_takes():
    data = PAGE.encode()
    texts = [PAGE, data, bytearray(data), memoryview(data)]
    assert list(newsclean.clean_many(texts)) == [newsclean.clean(text) for text in texts] == [newsclean.clean(PAGE)] * 4


def test_clean_many_needs_something_to_go_through():
    with pytest.raises(TypeError, match="'int' object is not iterable"):
        newsclean.clean_many(5)
