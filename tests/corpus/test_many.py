"""`clean_many`: in order, with what came along, in several processes."""

import pickle

import pytest

import newsclean
from newsclean import CleaningError, PageError

SENTENCE = "The council met on Monday and sold the ferry to its crew."
TEXTS = [f"Ferry number {n} sold\n\n{SENTENCE}" for n in range(40)]


def broken(document):
    if "number 3" in document.source:
        raise KeyError("x")  # noqa: EM101
    return document


def test_contexts_go_along():
    pairs = [(text, {"n": n}) for n, text in enumerate(TEXTS[:3])]
    assert list(newsclean.clean_many(pairs, as_tuples=True)) == [
        (newsclean.clean(text), context) for text, context in pairs
    ]


def test_what_is_no_pair_is_said():
    with pytest.raises(TypeError, match="item number 1: expected a pair"):
        list(newsclean.clean_many([(TEXTS[0], 1), TEXTS[1]], as_tuples=True))


def test_pages():
    page = f"<h1>Ferry sold</h1><p>{SENTENCE}</p>"
    assert list(newsclean.clean_many([page], html=True)) == [newsclean.clean_html(page)]


def test_errors_are_raised_skipped_or_given_back():
    pages = ["<p>One.", "", "<p>Two."]
    with pytest.raises(PageError):
        list(newsclean.clean_many(pages, html=True))
    assert [a.text for a in newsclean.clean_many(pages, html=True, on_error="skip")] == ["One.", "Two."]
    results = list(
        newsclean.clean_many([(page, n) for n, page in enumerate(pages)], html=True, on_error="return", as_tuples=True)
    )
    assert [type(result).__name__ for result, _ in results] == ["Article", "PageError", "Article"]
    assert [n for _, n in results] == [0, 1, 2]


@pytest.mark.parametrize("options", [{"on_error": "ignore"}, {"workers": 0}, {"workers": -2}])
def test_wrong_options_are_said_at_once(options):
    with pytest.raises(ValueError, match=next(iter(options))):
        newsclean.clean_many([], **options)


def test_several_processes_give_what_one_gives():
    texts = [*TEXTS, 3, TEXTS[0]]
    results = list(
        newsclean.clean_many(((text, n) for n, text in enumerate(texts)), workers=2, as_tuples=True, on_error="return")
    )
    assert [n for _, n in results] == list(range(42))
    assert [article for article, _ in results[:40]] == list(newsclean.clean_many(TEXTS))
    assert str(results[40][0]) == "text number 40: expected str or bytes, not int"


def test_an_error_comes_through_between_processes():
    with pytest.raises(CleaningError, match=r"'broken'.*Ferry number 3 .*KeyError") as caught:
        newsclean.clean(TEXTS[3], pipeline=broken)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - what has just been made
    assert (type(again), again.step, str(again)) == (CleaningError, "broken", str(caught.value))
