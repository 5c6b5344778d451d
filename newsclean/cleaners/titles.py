"""The title, and the same title in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclean.cleaners import title_lines
from newsclean.cleaners.other_languages import OtherLanguages
from newsclean.cleaners.title_evidence import AS_LIKELY, SURE, Head, stands_lower
from newsclean.language import Detector, eld_cld2
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from newsclean.document import Block, Document


@frozen
class Titles:
    """Finds the title among the lines above the body.

    It is what a model holds for it, or else what shares words with the body
    and stands near it, and is no label, date, byline or menu. Where two
    headlines in different languages stand together, the one in the body's
    language is the title and the other an alternate title, also when a
    separator puts both on one line. A kicker or the site's name on the title's
    line goes where the page also gives the title without it.

    Args:
        detector: what names a text's language, see `newsclean.language`.
    """

    detector: Detector = eld_cld2
    name: str = "titles"

    def __call__(self, document: Document) -> Document:
        """Label the title and the alternate titles."""
        # What a written article lacks is not looked for.
        if document.title_number is not None or any(block.cleaner == "written" for block in document.blocks):
            return document
        stated = document.metadata.get("title")
        if stated:
            return document.replace(_stated(document, fold(stated)))
        number = _chosen(document)
        if number is None:
            return document
        block, others = document.blocks[number], OtherLanguages(document, self.detector)
        labels = others.on_one_line(block) or title_lines.alone(document, block) or others.labels(number)
        return document.replace(title_lines.unmarked(document, label) for label in labels)


def _chosen(document: Document) -> int | None:
    """The index of the block that is the title, if one is.

    What a model alone is sure of is the title. Of the other lines above the
    body that may be, it is the one for which most speaks; in the text that
    comes out it stands first, right above the body, and is chosen again.
    """
    sure = _surely(document)
    if sure is not None:
        return sure
    head = Head(document)
    if not head.candidates or head.untitled:
        return None
    scores = {n: head.score(n) for n in head.candidates}
    return max(scores, key=lambda n: (scores[n], -n))


def _surely(document: Document) -> int | None:
    """The line that a model surely holds for the title, and no other for as likely, whatever its words say it is."""
    scores = list(map(title_lines.judged, document.blocks))
    most = max(scores, default=0.0)
    if most < SURE:
        return None
    likely = [n for n, score in enumerate(scores) if score >= AS_LIKELY * most]
    said = {document.readings[n].text.casefold() for n in likely}
    head, first = Head(document), document.readings[likely[0]]
    if len(said) > 1 or first.text in head.menu or stands_lower(head, likely[0]) > 1:
        return None
    return likely[0] if first.size <= max(title_lines.LONGEST, head.paragraph) else None


def _stated(document: Document, title: str) -> list[Block]:
    """The title that the page states, where its text has it: the heading, or a line that says the same."""
    start = next((n for n in document.prose if document.readings[n].prose), len(document.blocks))
    above = [block for block in document.blocks[:start] if block.markup and not block.role]
    texts = [fold(document.text(block)) for block in above]
    same = [block for block, text in zip(above, texts, strict=True) if text == title]
    # A heading may have its kicker in it, or be worded otherwise than the page's head.
    more = [block for block, text in zip(above, texts, strict=True) if title in text and _heading(block)]
    first = [block for block in above if _heading(block) == 1]
    # A notice in sentences may stand above it.
    below = [b for b in document.blocks[start:] if not b.role and b.markup and fold(document.text(b)) == title]
    shown = [block for block in same if _heading(block)] or same or more or first or below
    return [block.label("title") for block in shown[:1]]


def _heading(block: Block) -> int:
    return block.markup.heading if block.markup else 0
