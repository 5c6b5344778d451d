"""What holds for every article that newsclean gives, as assertions; property tests and the fuzzer share them."""

from __future__ import annotations

import io
import json
import re
import unicodedata

import newsclean
from newsclean import Article
from newsclean.article import REMOVAL_KINDS
from newsclean.formats import FORMATS, write

KEYS = {
    "title", "alternate_titles", "deck", "authors", "published", "modified", "dateline", "language", "section",
    "publisher", "captions", "image", "tags", "credit", "paywall", "url", "paragraphs", "confidence", "text", "removed",
}  # fmt: skip
FIELDS = {
    "title", "alternate_title", "deck", "byline", "published", "modified", "dateline", "section", "caption",
    "caption_credit", "tags", "credit", "url",
}  # fmt: skip


def collapsed(text: str) -> str:
    return " ".join(text.split())


def assert_partitioned(article):
    """The segments tile the source."""
    at = 0
    for segment in article.segments:
        assert segment.start == at < segment.end
        at = segment.end
    assert at == len(article.source)
    assert "".join(article.source[s.start : s.end] for s in article.segments) == article.source


def assert_accounted_for(article):
    """Every character is in a paragraph, a field or a removal, or is white space."""
    for segment in article.segments:
        assert segment.role in {"paragraph", "removed", "space"} | FIELDS
        if segment.role == "space":
            assert not article.source[segment.start : segment.end].strip()
        elif segment.role == "removed":
            assert segment.detail in REMOVAL_KINDS


def assert_segments_agree(article):
    """Paragraphs and removals are where the segments say, in order."""
    kept = {at for s in article.segments if s.role == "paragraph" for at in range(s.start, s.end)}
    gone = {at for s in article.segments if s.role == "removed" for at in range(s.start, s.end)}
    assert kept <= {at for p in article.paragraphs for at in range(p.start, p.end)}
    assert {at for r in article.removed for at in range(r.start, r.end)} <= gone
    for removal in article.removed:
        assert article.source[removal.start : removal.end] == removal.text
        assert removal.cleaner
    for spans in (article.paragraphs, article.removed):
        ends = [0, *(at for span in spans for at in (span.start, span.end)), len(article.source)]
        assert ends == sorted(ends)


def assert_sliced(article):
    """A paragraph is its slice of the source, but for markup and white space."""
    holes = [(s.start, s.end) for s in article.segments if s.cleaner == "markup"]
    for paragraph in article.paragraphs:
        raw, at = "", paragraph.start
        for start, end in holes:
            if paragraph.start <= start and end <= paragraph.end:
                raw += article.source[at:start]
                at = end
        raw += article.source[at : paragraph.end]
        # Where a line broke before a mark that closes something there was no space.
        raw = raw if at > paragraph.start else re.sub(r"\s*\n\s*(?=[,،।)]|[.:](?:\s|$))", "", raw)
        assert paragraph.text == collapsed(raw)


def assert_fixed_point(article):
    """Cleaning the text of an article that has paragraphs gives the same title, deck and paragraphs."""
    if not article.paragraphs:
        return
    again = newsclean.clean(article.to_text())
    found = sorted({f"{s.role} by {s.cleaner}" for s in again.segments if s.role not in {"space", "paragraph"}})
    assert (again.title, again.deck) == (article.title, article.deck), f"title or deck; found {found}"
    assert [p.text for p in again.paragraphs] == [p.text for p in article.paragraphs], f"paragraphs; found {found}"


def assert_told_in_full(article):
    """`to_dict` has an inverse, and is JSON."""
    data = article.to_dict()
    assert set(data) == KEYS
    assert Article.from_dict(data) == article
    assert Article.from_dict(json.loads(json.dumps(data))) == article
    assert data["text"] == "\n\n".join(p["text"] for p in data["paragraphs"])
    assert json.loads(json.dumps(article.to_schema_org()))["@type"] == "NewsArticle"


def written(articles, form):
    """A format writes no control characters; gives what it wrote."""
    stream = io.StringIO()
    write(articles, stream, form)
    shown = stream.getvalue()
    marks = shown
    if form == "text":
        assert shown.count("\f") == max(0, len(articles) - 1)
        marks = shown.replace("\f", "")
    assert {c for c in set(marks) if unicodedata.category(c) == "Cc"} <= {"\t", "\n"}
    return shown


def assert_written_in_every_format(article):
    """Every format takes the article, and the JSON ones give it back."""
    shown = {form: written([article], form) for form in FORMATS}
    assert [Article.from_dict(json.loads(line)) for line in shown["jsonl"].splitlines()] == [article]
    assert [Article.from_dict(item) for item in json.loads(shown["json"])] == [article]
    assert json.loads(shown["schema-org"]) == [article.to_schema_org()]


def assert_without_controls(article):
    """Nothing in the fields that are shown is a control character or half of a pair."""
    shown = [article.to_text(), *article.authors, *article.tags, *(c.text for c in article.captions)]
    shown += [article.section or "", article.publisher or "", article.credit or ""]
    assert {c for c in "".join(shown) if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n"}


def assert_sound(article):
    """All of the above but the fixed point."""
    assert_without_controls(article)
    assert_partitioned(article)
    assert_accounted_for(article)
    assert_segments_agree(article)
    assert_sliced(article)
    assert_told_in_full(article)
    assert_written_in_every_format(article)
