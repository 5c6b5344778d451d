"""Scraped news text in, typed articles out.

>>> import newsclean
>>> article = newsclean.clean("Rates rise again\\n\\nShareTweetEmail\\n\\nThe bank raised its rate on Monday.")
>>> article.title, [(r.text, r.kind) for r in article.removed]
('Rates rise again', [('ShareTweetEmail', 'share')])
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean._api import clean as clean
    from newsclean._api import clean_html as clean_html
    from newsclean._columns import ColumnError as ColumnError
    from newsclean._parsing import find_dates as find_dates
    from newsclean._parsing import parse_byline as parse_byline
    from newsclean._parsing import parse_dateline as parse_dateline
    from newsclean.article import AlternateTitle as AlternateTitle
    from newsclean.article import Article as Article
    from newsclean.article import Caption as Caption
    from newsclean.article import Dateline as Dateline
    from newsclean.article import Paragraph as Paragraph
    from newsclean.article import Removal as Removal
    from newsclean.article import Segment as Segment
    from newsclean.cleaners.own_phrases import phrases as phrases
    from newsclean.corpus.inputs import InputError as InputError
    from newsclean.corpus.learning import learn as learn
    from newsclean.corpus.many import clean_many as clean_many
    from newsclean.corpus.output import OutputError as OutputError
    from newsclean.corpus.pool import WorkerError as WorkerError
    from newsclean.corpus.run import run as run
    from newsclean.document import Block as Block
    from newsclean.document import Document as Document
    from newsclean.pipeline import CleaningError as CleaningError
    from newsclean.pipeline import Pipeline as Pipeline
    from newsclean.sites.profile import SiteProfile as SiteProfile
    from newsclean.text.exports import split_export as split_export
    from newsclean.text.kinds import PageError as PageError

__version__ = "0.2.0"

# Parts load when first used: importing newsclean costs next to nothing.
_HOMES = {
    "clean": "_api",
    "clean_html": "_api",
    "clean_many": "corpus.many",
    "find_dates": "_parsing",
    "parse_byline": "_parsing",
    "parse_dateline": "_parsing",
    "phrases": "cleaners.own_phrases",
    "split_export": "text.exports",
    "AlternateTitle": "article",
    "Article": "article",
    "Caption": "article",
    "Dateline": "article",
    "Paragraph": "article",
    "Removal": "article",
    "Segment": "article",
    "Block": "document",
    "CleaningError": "pipeline",
    "ColumnError": "_columns",
    "Document": "document",
    "InputError": "corpus.inputs",
    "OutputError": "corpus.output",
    "PageError": "text.kinds",
    "Pipeline": "pipeline",
    "SiteProfile": "sites.profile",
    "WorkerError": "corpus.pool",
    "learn": "corpus.learning",
    "run": "corpus.run",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name in _HOMES:
        return getattr(import_module(f"newsclean.{_HOMES[name]}"), name)
    msg = f"module 'newsclean' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
