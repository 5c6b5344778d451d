"""A block for datatrove's pipelines: documents of pages or texts in, the same documents with their articles out.

Needs datatrove: `pip install 'newsclean[datatrove]'`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from newsclean._extras import needed
from newsclean._outcome import outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsclean.document import Document

_BASE = needed("datatrove.pipeline.base", "datatrove", "newsclean.integrations.datatrove").PipelineStep


class NewscleanBlock(_BASE):  # type: ignore[misc, valid-type]
    """Puts the article's text in place of a document's, and its other fields into the metadata.

    It is no extractor of datatrove's own kind, which gives a document a second, begins with an empty one, and drops
    what it does not get done. Here each document comes out. One that cannot be cleaned has no text, and its metadata
    say why under `error`.

    Args:
        form: `html` where the documents' texts are pages, `text` where they are flat.
        fields: the Article's fields that go into the metadata; none that is empty does.
        timeout: the seconds that a document may take; `None` for any time.
        keep_errors: whether documents that cannot be cleaned come out.
        pipeline: what cleans them, `Pipeline.default()` if not given. It has to be picklable.
    """

    name = "newsclean"
    type = "🛢 - EXTRAC"

    def __init__(
        self,
        *,
        form: Literal["html", "text"] = "html",
        fields: Iterable[str] = ("title", "authors", "published", "language", "section", "tags", "paywall"),
        timeout: float | None = 10.0,
        keep_errors: bool = True,
        pipeline: Callable[[Document], Document] | None = None,
    ) -> None:
        super().__init__()
        self.form = form
        self.fields = tuple(fields)
        self.timeout = timeout
        self.keep_errors = keep_errors
        self.pipeline = pipeline

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ANN401, ARG002 - datatrove's own
        """Clean documents, one after the other."""
        for document in data or ():
            self.stat_update("total")
            with self.track_time():
                self._clean(document)
            if "error" in document.metadata and not self.keep_errors:
                self.stat_update("dropped")
                continue
            self.stat_update("forwarded")
            self.update_doc_stats(document)
            yield document

    def _clean(self, document: Any) -> None:  # noqa: ANN401 - datatrove's own
        text, html = (None, document.text) if self.form == "html" else (document.text, None)
        url = document.metadata.get("url")
        article, error = outcome(text, html, url, pipeline=self.pipeline, timeout=self.timeout)
        if article is None:
            kind = (error or "").partition(":")[0]
            self.stat_update(f"error: {kind}")
            document.text = ""
            document.metadata["error"] = error
            return
        values = article.to_dict()
        document.text = article.text
        document.metadata |= {name: values[name] for name in self.fields if values[name] not in (None, [], "")}
