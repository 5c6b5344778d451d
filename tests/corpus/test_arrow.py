"""Articles as columns."""

import datetime as dt
import json

import attrs
import pytest

pa = pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

import newsclean
from newsclean import arrow
from newsclean._columns import ColumnError
from newsclean.article import Article


def batch(**columns):
    return pa.RecordBatch.from_pydict(columns)


def test_the_schema_has_every_field_with_a_type():
    fields = {attribute.name for attribute in attrs.fields(Article)} - {"source", "segments"}
    assert fields | {"text", "published_at", "modified_at"} == set(arrow.ARTICLE.names)
    assert "null" not in str(arrow.SCHEMA)
    assert arrow.SCHEMA.names == ["id", "file", "position", *arrow.ARTICLE.names, "error"]


def test_a_row_is_the_article(text):
    result = arrow.clean_batch(batch(text=[text]))
    result.validate(full=True)
    assert result.schema == arrow.SCHEMA
    row = result.to_pylist()[0]
    expected = newsclean.clean(text).to_dict()
    assert json.loads(json.dumps({name: row[name] for name in expected})) == expected


def test_rows_keep_their_order_and_say_what_went_wrong(text, page):
    rows = batch(text=[text, None, "Plain."], html=[None, None, page], url=["a", "b", None], id=[1, 2, None])
    result = arrow.clean_batch(rows, keep=["url", "id"]).to_pylist()
    assert [row["error"] for row in result] == [None, "empty: there is neither a text nor a page", None]
    assert [row["title"] for row in result] == [newsclean.clean(text).title, None, newsclean.clean_html(page).title]
    # What is known of a row is there, whatever becomes of it.
    assert [row["url"] for row in result] == ["a", "b", None]
    assert [row["id"] for row in result] == ["1", "2", None]
    assert [(row["input_url"], row["input_id"]) for row in result] == [("a", 1), ("b", 2), (None, None)]


def test_an_empty_page_beside_a_text_is_none(text):
    result = arrow.clean_batch(batch(text=[text, ""], html=["", ""])).to_pylist()
    assert [row["title"] for row in result] == [newsclean.clean(text).title, None]
    assert [row["error"] for row in result] == [None, None]


def test_what_is_no_page_and_what_fails_have_their_error(text):
    def broken(_):
        raise KeyError("x")  # noqa: EM101

    assert arrow.clean_batch(batch(html=[""])).column("error").to_pylist()[0].startswith("no page: ")
    assert arrow.clean_batch(batch(text=[3])).column("error").to_pylist()[0].startswith("failed: expected str or bytes")
    assert "'broken'" in arrow.clean_batch(batch(text=[text]), pipeline=broken).column("error").to_pylist()[0]


def test_columns_that_are_kept_are_as_they_were(text):
    nested = pa.array([{"a": [1, None]}], pa.struct([("a", pa.list_(pa.int8()))]))
    moment = pa.array([1_700_000_000_123_456_789], pa.timestamp("ns"))
    given = pa.RecordBatch.from_arrays([pa.array([text]), nested, moment], ["text", "nested", "title"])
    result = arrow.clean_batch(given, keep=["nested", "title", "text"])
    assert result.column("nested").equals(nested)
    assert result.column("input_title").equals(moment)
    assert result.column("input_text").to_pylist() == [text]


@pytest.mark.parametrize("options", [{}, {"text": "b"}, {"text": "a", "keep": ["b"]}, {"text": "a", "url": "b"}])
def test_a_missing_column_is_an_error_that_lists_what_there_is(options):
    with pytest.raises(ColumnError, match="there are a"):
        arrow.clean_batch(batch(a=["x"]), **options)


def test_nothing_is_a_table_too():
    assert arrow.clean_batch(batch(text=pa.array([], pa.string()))).schema == arrow.SCHEMA


def test_lone_surrogates_have_a_form():
    article = Article(title="a\ud800b", paragraphs=[newsclean.Paragraph("c\ud800")], tags=["\ud800"])
    row = arrow.assembled([(None, None, None)], [None], pa.table({}), [(article, None)]).to_pylist()[0]
    assert (row["title"], row["tags"], row["paragraphs"][0]["text"]) == ("a\\ud800b", ["\\ud800"], "c\\ud800")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (None, None),
        ("2024-05-01", (2024, 5, 1)),
        ("2024-05-01T06:30", (2024, 5, 1, 6, 30)),
        ("2024-05-01T06:30:00+02:00", (2024, 5, 1, 4, 30)),
        ("0001-01-01T00:00+02:00", None),
    ],
)
def test_dates_are_moments_too(text, moment):
    expected = moment and dt.datetime(*moment, tzinfo=dt.UTC)
    assert arrow.timestamp(text) == expected
    row = arrow.assembled([(None, None, None)], [None], pa.table({}), [(Article(published=text), None)]).to_pylist()[0]
    assert (row["published"], row["published_at"]) == (text, expected)


def test_bytes_are_decoded_as_by_clean():
    assert arrow.clean_batch(batch(text=["Café zu".encode("latin-1")])).column("text").to_pylist() == ["Café zu"]
