"""`newsclean report`: what a run made of a corpus, as one page.

DuckDB counts, on disk where memory does not do: `pip install 'newsclean[report]'`.
"""

from newsclean.report.pages import page
from newsclean.report.tables import RunError

__all__ = ["RunError", "page"]
