"""What stands beside an author's name and is no author's: the outlet, and where it has its reporter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean._lazy import lazy
from newsclean.language.signature import BAR, COMMA
from newsclean.language.signature_names import NAMES, PERSON
from newsclean.language.sites import PARTS, plain, site_names
from newsclean.lexicon.characters import COMMAS, DASHES
from newsclean.lexicon.words import NUMBER, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.cleaners.signed_lines import SignedLines
    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: What parts an outlet's name from its author's: a word such as "and" joins persons.
_PARTING = f"{COMMAS}{DASHES};|/•·()（）"
#: What parts it from the author's alone: a comma parts those who sign together, and one of them may have followers.
_DIVIDING = f"{DASHES}|/•·"
#: The kinds of lines that ask readers to follow a paper.
_CALLS = frozenset({"share", "newsletter"})
#: What the name of a newsroom ends in or is: "Coastal Radio News", where no list has its own.
_HOUSES = ("bylines.papers", "datelines.agencies", "bylines.staff", "sections.names", "label.whole", "navigation.whole")


def without_houses(lines: SignedLines, found: Iterable[Block]) -> Iterator[Block]:
    """Bylines without the names of outlets.

    The page's own stands in its copyright line, at its top or where readers are asked to follow it: "Ana Silva - The
    Paper". Below an author's name, alone on
    its line, stands for whom and where they report: "Coastal Radio News, Wexley".
    """
    signed = {block.start: block for block in found}
    numbers = {block.start: number for number, block in enumerate(lines.blocks) if block.start in signed}
    own = _Own(lines.document) if any(len(block.value) > 1 for block in signed.values()) else None
    for block in signed.values():
        # A part of a line may sign, too.
        number = numbers.get(block.start)
        if number and lines.blocks[number - 1].start in signed and _tells_house(lines, number):
            yield block.label("byline", ())
        elif own and number is not None:
            text = lines.readings[number].text
            persons = tuple(name for name in block.value if not own.sets_off(text, name))
            yield block.label("byline", persons or block.value)
        else:
            yield block


def _tells_house(lines: SignedLines, number: int) -> bool:
    """Whether a line is an outlet's name and a place, below one that signs and is no list that goes on."""
    signature, above = lines.signature(number), lines.signature(number - 1)
    if signature is None or above is None or signature.opened or not above.opened or above.spelt != PERSON:
        return False
    spelt = signature.spelt
    if len(spelt) != 3 or spelt[1] not in {BAR, COMMA} or not NAMES.issuperset(spelt[::2]):  # noqa: PLR2004
        return False
    house, place = (part.text for part in signature.parts[::2])
    # What the text speaks of is a place.
    told = spelt[0] != PERSON or fold(place) in lines.document.told
    return told or any(map(lines.document.reader.read(house).stops, _HOUSES))


class _Own:
    """What a text says that its own outlet is called: in its copyright line, in a call to follow it, or at its top."""

    def __init__(self, document: Document) -> None:
        named = set(document.outlets or site_names((), document.metadata.get("url")))
        first = document.blocks[0]
        if first.role != "title" and document.title_number:
            named.update(map(plain, PARTS.split(document.text(first))))
        self._named, self._reader, self._readings = named, document.reader, document.readings

    @lazy
    def _lines(self) -> list[str]:
        legal = (reading for reading in self._readings if reading.clutter == "legal" and NUMBER in reading.words)
        return list(map(_spaced, legal))

    @lazy
    def _calls(self) -> list[str]:
        return [_spaced(reading) for reading in self._readings if reading.clutter in _CALLS]

    def sets_off(self, text: str, name: str) -> bool:
        """Whether a name in a line is the outlet's, and marks part it from the others; an agency signs beside them."""
        before, _, behind = text.partition(name)
        if not all(edge in _PARTING for edge in (before.rstrip()[-1:], behind.lstrip()[:1])):
            return False
        divided = before.rstrip().endswith(tuple(_DIVIDING))
        named = _spaced(self._reader.read(name))
        own = plain(name) in self._named or any(named in line for line in self._lines)
        followed = divided and any(named in line for line in self._calls)
        return (own or followed) and not self._reader.read(name).whole("datelines.agencies")


def _spaced(reading: Reading) -> str:
    """The words of a line, with a space on both sides of each."""
    return f" {' '.join(reading.words)} "
