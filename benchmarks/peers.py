"""What other extractors make of a page's HTML, each at its defaults, and C4's rules for lines.

Each function imports its extractor inside; `ready` says which are installed.
"""

from __future__ import annotations

import re
import warnings
from importlib.util import find_spec
from typing import TYPE_CHECKING

from attrs import frozen

from benchmarks import flatten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@frozen
class Extract:
    """What an extractor found; None where it does not look for it."""

    text: str
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    metadata: bool = False


def trafilatura(html: str) -> Extract:
    """Trafilatura."""
    from trafilatura import extract, extract_metadata

    found = extract_metadata(html)
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip()) if found else ()
    return Extract(
        extract(html) or "", found.title if found else None, authors, found.date if found else None, metadata=True
    )


def resiliparse_main(html: str) -> Extract:
    """Resiliparse, main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return Extract(extract_plain_text(html, main_content=True))


def readability(html: str) -> Extract:
    """Readability; what it leaves of the page is laid out by inscriptis."""
    from readability import Document

    document = Document(html)
    return Extract(flatten.inscriptis(document.summary()), document.short_title(), metadata=False)


def newspaper4k(html: str) -> Extract:
    """newspaper4k, without the network."""
    with warnings.catch_warnings():
        # It misses parts that are not needed for what it is measured on.
        warnings.simplefilter("ignore")
        from newspaper import Article

    article = Article("http://example.org/news/article", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    published = article.publish_date
    day = published.isoformat() if hasattr(published, "isoformat") else published
    return Extract(article.text, article.title, tuple(article.authors), day or None, metadata=True)


def goose3(html: str) -> Extract:
    """Goose3."""
    from goose3 import Goose

    return Extract(Goose({"enable_image_fetching": False}).extract(raw_html=html).cleaned_text)


def boilerpy3(html: str) -> Extract:
    """boilerpy3's article extractor."""
    from boilerpy3.extractors import ArticleExtractor

    return Extract(ArticleExtractor(raise_on_failure=False).get_content(html))


#: By name: the extractor and the module it needs.
PEERS: dict[str, tuple[Callable[[str], Extract], str]] = {
    "trafilatura": (trafilatura, "trafilatura"),
    "resiliparse main": (resiliparse_main, "resiliparse"),
    "readability": (readability, "readability"),
    "newspaper4k": (newspaper4k, "newspaper"),
    "goose3": (goose3, "goose3"),
    "boilerpy3": (boilerpy3, "boilerpy3"),
}
#: The modules that the flatteners need; those not named here need only lxml.
FLATTENER_MODULES = {"inscriptis": "inscriptis", "resiliparse": "resiliparse", "html2text": "html2text"}


def ready(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Those of the flatteners and peers that are installed, and those that are not."""
    there: list[str] = []
    missing: list[str] = []
    for name in names:
        module = PEERS[name][1] if name in PEERS else FLATTENER_MODULES.get(name, "lxml")
        (there if find_spec(module) else missing).append(name)
    return there, missing


_FEWEST_WORDS = 5
_POLICY = re.compile(
    r"javascript|lorem ipsum|terms of use|privacy policy|cookie policy|uses cookies|use of cookies|use cookies",
    re.IGNORECASE,
)


def c4_rules(text: str) -> str:
    """The lines that C4's rules keep: five words or more, a full stop at the end, no word of scripts and cookies."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(
        line
        for line in lines
        if line.endswith((".", "!", "?", '"', "”", "。", "！", "？", "»", "…"))
        and not line.endswith("...")
        and len(line.split()) >= _FEWEST_WORDS
        and not _POLICY.search(line)
    )
