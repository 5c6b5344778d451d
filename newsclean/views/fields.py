"""The fields of an article, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.article import Article

#: The fields, in the order of a printed page.
_ORDER = (
    "section", "title", "alternate_titles", "deck", "authors", "published", "modified", "dateline", "captions", "tags",
    "credit", "language", "publisher", "paywall", "image", "url",
)  # fmt: skip


def fields(article: Article) -> dict[str, list[tuple[str, str]]]:
    """The fields but for the body, by name: each value as a reader may want to see it, and as the text may have it."""
    dateline = article.dateline
    filed = (dateline.place, dateline.agency, dateline.date) if dateline else ()
    place = " · ".join(part for part in filed if part)
    single = {
        "title": article.title, "deck": article.deck, "published": article.published, "modified": article.modified,
        "dateline": place, "language": article.language, "section": article.section, "publisher": article.publisher,
        "image": article.image, "credit": article.credit, "paywall": article.paywall, "url": article.url,
    }  # fmt: skip
    values = {name: [(value, value)] if value else [] for name, value in single.items()}
    values["alternate_titles"] = [
        (f"{title.text} ({title.language})" if title.language else title.text, title.text)
        for title in article.alternate_titles
    ]
    values["authors"] = [(name, name) for name in article.authors]
    values["captions"] = [
        (f"{caption.text} © {caption.credit}" if caption.credit else caption.text, caption.text or caption.credit or "")
        for caption in article.captions
    ]
    values["tags"] = [(tag, tag) for tag in article.tags]
    return {name: values[name] for name in _ORDER}
