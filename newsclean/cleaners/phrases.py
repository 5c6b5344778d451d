"""Clutter that gives itself away by its own words: one cleaner a kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from newsclean import naming
from newsclean.lexicon.characters import COLONS
from newsclean.lexicon.words import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: The share of a line's words that speak for a kind, right below a line of it, and between two consent prompts.
_BELOW, _BETWEEN = 0.3, 0.15
#: The score from which on a model is sure of a line; and below which it may be wrong about one that is no sentence.
_SURE, _HARDLY_SURE = 0.85, 0.6
#: A headline has so many words, and shares one of them with one of the body's first paragraphs.
_TITLE_WORDS, _FIRST = 4, 8
_COLONS = frozenset(COLONS)
#: What a review says last: "Rating: 3/5", "Betyg: 2 av 5".
_RATED = re.compile(rf"[{COLONS}]\s?\d{{1,2}}(?:[.,]\d)?\s?[^\d:.,]{{1,8}}\s?(?:5|6|10|20|100)\W?\Z")


@frozen
class Phrases:
    """Removes the blocks whose words are those of one kind of clutter.

    The lists stand in the lexicon under `[clutter.<kind>]`. Hands off: running
    text that only mentions such things ("She asked readers to subscribe").

    >>> from newsclean.text import read
    >>> share = Phrases("share", kind="share")
    >>> [b.kind for b in share(read("ShareTweetEmail")).blocks]
    ['share']

    Args:
        name: the cleaner's name.
        kind: the kind of clutter.
    """

    name: str
    kind: str

    def __call__(self, document: Document) -> Document:
        """Label the blocks of this kind."""
        return document.replace(self._found(document)) if self.kind in document.kinds else document

    def _found(self, document: Document) -> Iterator[Block]:
        inside = below = False
        readings = document.readings
        # Above running text stands the title.
        first = next(iter(document.prose), len(readings)) if self.kind == "related" else len(readings)
        body, adverts = document.judged_start, self.kind == "advert" and document.paged
        for n, (block, reading) in enumerate(zip(document.blocks, readings, strict=True)):
            called = adverts and _is_called_advert(block, reading)
            if block.surely_body and not called:
                inside = below = False
                continue
            if block.role:
                inside, below = block.kind == self.kind, block.role == "removed"
                continue
            if not (inside or below or reading.clutter):
                continue
            if n > first and _leads_to(*readings[n - 1 : n + 2]):
                yield block.remove(self.kind)
                continue
            # "Sign up for jury duty" above the body is its title.
            titled = block.judged_title and not reading.cover
            if (n <= body and (titled or _heads_body(document, n))) or (not called and self._spared(block, reading)):
                inside = below = False
                continue
            told = reading.clutter == self.kind and (document.cluttered or not reading.weak)
            nameless = reading.clutter in {"", self.kind}
            inside = told or (
                nameless
                and (
                    (inside and (self._belongs(reading) or self._between_prompts(*readings[n : n + 2])))
                    or (below and self._belongs(reading, signs=True))
                )
            )
            below = inside or bool(reading.clutter)
            if inside:
                yield block.remove(self.kind)

    def _spared(self, block: Block, reading: Reading) -> bool:
        """Whether a model has seen enough of what stands around a block to hold it for body in spite of its words.

        "Customer service" may head a part of a guide. Consent prompts stand where the text does, and are sentences.
        """
        leads = self.kind == "related" and (block.linked or reading.text[-1:] in _COLONS or _opens_with_label(reading))
        if self.kind == "cookie" or (leads and not reading.ends_sentence):
            return False
        score = block.score or 0
        if reading.states and reading.left_open and not (self.kind == "legal" and NUMBER in reading.words):
            # "Supported by his brother." among paragraphs, not "© 2024 Example Ltd."
            return block.judged_body
        if reading.digits and _RATED.search(reading.text):
            return block.judged_body
        if reading.cover:
            # A copyright line right among paragraphs is like one of them to the model for flat text.
            return score >= _SURE and (block.paged or self.kind != "legal")
        return block.judged_body and (reading.ends_sentence or reading.weak or score >= _HARDLY_SURE)

    def _between_prompts(self, reading: Reading, below: Reading | None = None) -> bool:
        """Whether a sentence, right below a consent prompt and above another, speaks of what these do."""
        prompts = self.kind == "cookie" and below is not None and below.clutter == self.kind
        return prompts and reading.evidence(self.kind) >= _BETWEEN

    def _belongs(self, reading: Reading, *, signs: bool = False) -> bool:
        """Whether a block right below clutter, for which less is needed, is clutter too."""
        if reading.evidence(self.kind) < _BELOW:
            return False
        if reading.labels_metadata or reading.spoken or reading.tells_who_said:
            return False
        if not reading.prose and not signs:
            return True
        told = any(
            h.kind == self.kind and h.place in {"signs", "truncated"} and h.end - h.start > 1 for h in reading.hits
        )
        return told and not reading.quotes


def _is_called_advert(block: Block, reading: Reading) -> bool:
    """Whether a page calls a block an advert, and all its words say so: then it is one however it looks."""
    return any(naming.called_advert(tag.names) for tag in block.within(1)) and bool(reading.cover)


def _leads_to(above: Reading, reading: Reading, below: Reading | None = None) -> bool:
    """Whether a line is the only headline that the one above it, "Read more:", leads to.

    A label of one word may head a list of the article's own: "Highlights:".
    """
    if above.text[-1:] not in _COLONS or not _heads(reading) or (below is not None and _heads(below)):
        return False
    return above.whole("related.openings") or (len(above.words) > 1 and above.whole("related.whole"))


def _opens_with_label(reading: Reading) -> bool:
    """Whether a label stands before what it leads to: "Read more: Mill sold at last"; one word only in capitals."""
    number = reading.starts("related.whole")
    return reading.after(number)[:1] in _COLONS and (number > 1 or reading.text.partition(":")[0].isupper())


def _heads_body(document: Document, n: int) -> bool:
    """Whether a line right above running text speaks of the same, and no other may be the title.

    "Local paper bets on newsletters" is a headline where newsletters are what the article is about.
    """
    reading, blocks = document.readings[n], document.blocks
    if not reading.headline or len(reading.words) < _TITLE_WORDS or document.judged_title_number < n:
        return False
    if n + 1 == len(blocks) or not (document.readings[n + 1].prose or blocks[n + 1].rather_body):
        return False
    return any(not reading.stems.isdisjoint(document.readings[m].stems) for m in document.prose[:_FIRST] if m > n)


def _heads(reading: Reading) -> bool:
    """Whether a line is a headline, and no sentence."""
    return reading.headline and not reading.ends_sentence
