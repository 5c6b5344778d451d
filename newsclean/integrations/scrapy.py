"""An item pipeline for Scrapy: items with a page or a text in, the same items with their articles out.

Needs Scrapy only where a spider runs: `pip install 'newsclean[scrapy]'`. In the settings:

    ITEM_PIPELINES = {"newsclean.integrations.scrapy.NewscleanPipeline": 300}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from newsclean._extras import needed
from newsclean._outcome import outcome

if TYPE_CHECKING:
    from collections.abc import Mapping


class NewscleanPipeline:
    """Adds to each item its article, as `Article.to_dict` gives it, or what went wrong.

    An item without page and text passes as it is.

    Args:
        html: the item's field with the page, setting `NEWSCLEAN_HTML`.
        text: the one with the text, `NEWSCLEAN_TEXT`, for items without a page.
        url: the one with the address, `NEWSCLEAN_URL`.
        article: the one that gets the article, `NEWSCLEAN_ARTICLE`; `None` where there is an error.
        error: the one that gets the error, if there is one, `NEWSCLEAN_ERROR`.
        timeout: the seconds that an item may take, `NEWSCLEAN_TIMEOUT`; `None` for any time.
    """

    def __init__(
        self,
        *,
        html: str = "html",
        text: str = "text",
        url: str = "url",
        article: str = "article",
        error: str = "error",
        timeout: float | None = 10.0,
    ) -> None:
        self.names = {"html": html, "text": text, "url": url, "article": article, "error": error}
        self.timeout = timeout
        self._adapter = needed("itemadapter", "scrapy", "newsclean.integrations.scrapy").ItemAdapter

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:  # noqa: ANN401 - Scrapy's own
        """Make one as the crawler's settings say."""
        settings: Mapping[str, Any] = crawler.settings
        options = {
            name: settings.get(f"NEWSCLEAN_{name.upper()}") for name in ("html", "text", "url", "article", "error")
        }
        return cls(
            timeout=settings.get("NEWSCLEAN_TIMEOUT", 10.0), **{name: value for name, value in options.items() if value}
        )

    def process_item(self, item: Any, spider: Any = None) -> Any:  # noqa: ANN401, ARG002 - Scrapy's own
        """Add an item's article."""
        adapter = self._adapter(item)
        text, html, url = (adapter.get(self.names[name]) for name in ("text", "html", "url"))
        if text is None and html is None:
            return item
        article, error = outcome(text, html, url, timeout=self.timeout)
        adapter[self.names["article"]] = None if article is None else article.to_dict()
        if error is not None:
            adapter[self.names["error"]] = error
        return item
