"""schema.org: each article as a `NewsArticle` in JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from newsclean.formats.json_array import write_array

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article, Caption, Dateline


def write(articles: Iterable[Article], stream: TextIO) -> None:
    """Write one JSON array of `NewsArticle` objects."""
    write_array(articles, stream, news_article)


def news_article(article: Article) -> dict[str, Any]:
    """The article as a schema.org `NewsArticle`, ready to be dumped as JSON-LD.

    Only properties with a value are there. An article at which a paywall asks
    is not accessible for free, whether or not its body is whole.

    >>> from newsclean import Article
    >>> news_article(Article(title="Rates rise", authors=["Ana Silva"]))["author"]
    [{'@type': 'Person', 'name': 'Ana Silva'}]
    """
    properties = {
        "headline": article.title,
        "alternativeHeadline": [title.text for title in article.alternate_titles],
        "description": article.deck,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "datePublished": article.published,
        "dateModified": article.modified,
        "dateline": _dateline(article.dateline),
        "inLanguage": article.language,
        "articleSection": article.section,
        "keywords": list(article.tags),
        "image": [_image(caption) for caption in article.captions],
        "creditText": article.credit,
        "isAccessibleForFree": article.paywall == "none",
        "url": article.url,
        "articleBody": article.text,
    }
    filled = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@context": "https://schema.org", "@type": "NewsArticle", **filled}


def _dateline(dateline: Dateline | None) -> str | None:
    """A dateline as it is commonly printed: `NAIROBI (AP), Feb 3`."""
    if dateline is None:
        return None
    agency = f"({dateline.agency})" if dateline.agency and dateline.place else dateline.agency
    place = " ".join(part for part in (dateline.place, agency) if part)
    return ", ".join(part for part in (place, dateline.date) if part)


def _image(caption: Caption) -> dict[str, str]:
    image = {"@type": "ImageObject", "caption": caption.text}
    if caption.credit:
        image["creditText"] = caption.credit
    return image
