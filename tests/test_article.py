"""The Article and the values it is made of."""

from __future__ import annotations

import json
from typing import get_args, get_type_hints

import attrs
import pytest

from newsclean import AlternateTitle, Article, Caption, Dateline, Paragraph, Removal, Segment
from newsclean.article import PARAGRAPH_KINDS, PAYWALL_STATES, REMOVAL_KINDS

FULL = Article(
    title="Bridge opens",
    alternate_titles=[AlternateTitle("Puente abierto", "es")],
    deck="After two years",
    authors=["Ana Silva"],
    published="2018-01-16T10:30+00:00",
    modified="2018-01-17",
    dateline=Dateline("TOKYO", "AP", "Jan 16"),
    language="en",
    section="World",
    publisher="The Paper",
    captions=[Caption("The bridge", "Joe Doe")],
    image="https://example.com/bridge.jpg",
    tags=["bridge", "river"],
    credit="Reporting by Joe Doe",
    paywall="prompt",
    url="https://example.com/a",
    paragraphs=[Paragraph("One.", "paragraph", 3, 7), Paragraph("Two", "heading", 9, 12)],
    confidence=0.97,
    removed=[Removal("Share", "share", "share", 20, 25)],
    source="a source",
    segments=[Segment(0, 8, "space")],
)


def test_the_keys_stand_in_their_order():
    assert list(FULL.to_dict()) == [
        "title", "alternate_titles", "deck", "authors", "published", "modified", "dateline", "language", "section",
        "publisher", "captions", "image", "tags", "credit", "paywall", "url", "paragraphs", "confidence", "text",
        "removed",
    ]  # fmt: skip
    assert list(Article().to_dict()) == list(FULL.to_dict())


def test_to_dict_is_json_only():
    data = FULL.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["dateline"] == {"place": "TOKYO", "agency": "AP", "date": "Jan 16"}
    assert data["removed"] == [{"text": "Share", "kind": "share", "cleaner": "share", "start": 20, "end": 25}]


def test_from_dict_is_the_inverse():
    assert Article.from_dict(FULL.to_dict()) == FULL
    assert Article.from_dict(Article().to_dict()) == Article()
    assert Article.from_dict({"title": "Only"}) == Article(title="Only")


def test_text_is_the_paragraphs_joined_by_a_blank_line():
    assert FULL.text == "One.\n\nTwo"


def test_as_plain_text_three_blank_lines_set_the_head_apart():
    assert FULL.to_text() == "Bridge opens\nAfter two years\n\n\n\nOne.\n\nTwo"
    assert Article(deck="A deck", paragraphs=FULL.paragraphs).to_text() == "\nA deck\n\n\n\nOne.\n\nTwo"
    assert [Article(title="Title", deck="Deck").to_text(), Article(title="Title").to_text()] == ["Title\nDeck", "Title"]
    assert [Article(paragraphs=FULL.paragraphs).to_text(), Article().to_text()] == ["\n\n\n\nOne.\n\nTwo", ""]


def test_it_is_frozen():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FULL.title = "Another"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"titel": "x"}, "'titel'"),
        ({"paywall": "maybe"}, "paywall"),
        ({"title": 3}, "title"),
        ({"paragraphs": [{"text": "x", "kind": "verse"}]}, "kind"),
        ({"removed": [{"text": "x", "kind": "dirt"}]}, "kind"),
        ({"captions": [{"txt": "x"}]}, "txt"),
        ({"dateline": {"town": "x"}}, "town"),
        ({"language": ["en"]}, "language"),
        ({"dateline": "TOKYO"}, "dateline: expected a dict"),
        ({"paragraphs": ["x"]}, r"paragraphs\[0\]: expected a dict"),
        ({"authors": "Ana Silva"}, "authors"),
        ({"tags": [3]}, "tags"),
    ],
)
def test_what_does_not_fit_is_a_value_error_that_names_it(data, message):
    with pytest.raises(ValueError, match=message):
        Article.from_dict(data)


def test_a_schema_shows_which_kinds_and_states_there_are():
    kinds = {
        (cls, name): get_args(get_type_hints(cls)[name])
        for cls, name in ((Paragraph, "kind"), (Removal, "kind"), (Article, "paywall"))
    }
    assert kinds == {
        (Paragraph, "kind"): PARAGRAPH_KINDS, (Removal, "kind"): REMOVAL_KINDS, (Article, "paywall"): PAYWALL_STATES,
    }  # fmt: skip


@pytest.mark.parametrize("data", [None, [], "Ferry sold", {1: 2}, {None: "x"}])
def test_what_to_dict_never_gives_is_a_value_error(data):
    with pytest.raises(ValueError, match=r"Article\.from_dict: (?:expected a dict|unknown keys)"):
        Article.from_dict(data)


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        ({"dateline": "TOKYO"}, TypeError, "dateline"),
        ({"captions": [1]}, TypeError, "captions"),
        ({"published": "yesterday"}, ValueError, "published.*yesterday"),
        ({"modified": "2024-13-01"}, ValueError, "modified"),
        ({"authors": "Ana Silva"}, TypeError, "authors"),
        ({"confidence": 2}, ValueError, "confidence"),
    ],
)
def test_what_no_field_can_have_is_refused(values, error, message):
    with pytest.raises(error, match=message):
        Article(**values)


@pytest.mark.parametrize("kind", [Paragraph, Removal])
@pytest.mark.parametrize("offset", [-1, 1.5, "3"])
def test_offsets_are_whole_numbers_from_nought_on(kind, offset):
    with pytest.raises((TypeError, ValueError), match="start"):
        kind(text="x", kind="paragraph" if kind is Paragraph else "share", start=offset)
