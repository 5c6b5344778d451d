"""What a site puts before or behind the text of a paragraph, in the same line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclean.document import BODY
from newsclean.language import datelines, signatures
from newsclean.language.signature_names import AGENCY, CREDIT, DESK, JOB, PERSON
from newsclean.lexicon.characters import COLONS, DASHES
from newsclean.sites.counts import most
from newsclean.sites.story import edge_rows, edges_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.datelines import Filed
    from newsclean.language.reader import Reader
    from newsclean.sites.counts import Counts

#: In so many other stories, and such a share of them, lines have to end like it, where its own words tell of clutter.
_LEAST, _SHARE = 3, 0.05
_MARKS = f" {DASHES}{COLONS}"
#: The kinds of a signature's parts that sign.
_SIGNING = frozenset((PERSON, DESK, AGENCY, JOB, CREDIT))


@frozen
class Edges:
    """Cuts off how a site opens or closes its paragraphs: "Read more on local news" behind the last sentence.

    It goes where most of the site's stories have it, word for word. So does a last sentence that opens with
    words of clutter, where in three other stories last sentences begin like it. What is left of the line stays.

    Hands off: bylines and datelines, which are no clutter however often they repeat.

    Args:
        counts: the site's stories, counted.
    """

    counts: Counts
    name: str = "site_edges"

    def __call__(self, document: Document) -> Document:
        """Cut it off."""
        found = [(block, span) for block in document.blocks for span in _edges(document, block)]
        if not found:
            return document
        texts = [document.text(block)[start:end] for block, (start, end) in found]
        number, told = self.counts.told(rows(document), edge_rows(texts))
        everywhere = most(told["line"].stories, number)
        # As heads of a list's items such words are the article's.
        somewhere = (told["opening"].stories >= max(_LEAST, _SHARE * number)) & [start > 0 for _, (start, _) in found]
        goes = (
            _removed(document, block, span, sure=bool(everywhere[n]))
            for n, (block, span) in enumerate(found)
            if everywhere[n] or somewhere[n]
        )
        return document.replace(part for part in goes if part)


def _edges(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    return edges_of(document.text(block)) if block.role in BODY else iter(())


def _removed(document: Document, block: Block, span: tuple[int, int], *, sure: bool) -> Block | None:
    """A part of a line, removed: its words tell that it is clutter, or it is sure to be and signs nothing."""
    line, reader = document.text(block), document.reader
    text = line[slice(*span)].strip(_MARKS)
    reading = reader.read(text)
    kind = reading.clutter
    # "You can learn more about it in this museum" begins as articles do.
    says = any(hit.kind == kind for hit in reading.opening)
    if not says and (not sure or _signs(text, reader) or datelines.parse(line, reader, _surely)):
        return None
    return document.part(block, *span).remove(kind or "other")


def _signs(text: str, reader: Reader) -> bool:
    """Whether any part of a text is a person, an agency, a paper or a job."""
    signature = signatures.parse(text, reader)
    return signature is not None and (signature.opened or not _SIGNING.isdisjoint(signature.spelt))


def _surely(filed: Filed) -> bool:
    """Whether a dateline needs nothing to bear it out: most words before a dash might be a place."""
    return not filed.confirm
