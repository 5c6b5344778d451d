"""Labels that lead to another article: "Read more:", and the headline behind or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.lexicon.characters import COLONS

if TYPE_CHECKING:
    from newsclean.document import Document
    from newsclean.language.line import Reading

_COLONS = frozenset(COLONS)


def is_led_to(document: Document, number: int) -> bool:
    """Whether a line is the only headline that the one above it, "Read more:", leads to.

    A label of one word may head a list of the article's own: "Highlights:".
    """
    above, reading, *below = document.readings[number - 1 : number + 2]
    if above.text[-1:] not in _COLONS or not _heads(reading) or any(map(_heads, below)):
        return False
    return above.whole("related.openings") or (len(above.words) > 1 and above.whole("related.whole"))


def opens_with_label(reading: Reading) -> bool:
    """Whether a label stands before what it leads to: "Read more: Mill sold at last"; one word only in capitals."""
    number = reading.starts("related.whole")
    return reading.after(number)[:1] in _COLONS and (number > 1 or reading.text.partition(":")[0].isupper())


def _heads(reading: Reading) -> bool:
    """Whether a line is a headline, and no sentence."""
    return reading.headline and not reading.ends_sentence
