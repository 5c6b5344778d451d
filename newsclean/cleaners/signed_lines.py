"""What the lines of a document say of who made it, each with what stands beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean._lazy import lazy
from newsclean.cleaners import layout
from newsclean.language.signature import NAMED
from newsclean.language.signature_names import CJK, EDGE, JOB_WORDS
from newsclean.language.signature_parts import common
from newsclean.language.signatures import HANDLE, parse
from newsclean.lexicon.characters import COLONS, DASHES
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from newsclean.document import Document
    from newsclean.language.signature import Signature

#: How many elements further out may be called a byline.
_NEAR = 3
#: So many lines a list of names may have.
_LISTED = 8
#: So many lines above the title may tell what the page is called by.
_ABOVE = 100
#: What stands between a name and other things on its line.
_PARTING = f" ,;|/•·⋅{DASHES}"
_JOINERS = frozenset(",&+/")
#: What a line has that says itself that it signs.
_SAYING = frozenset({"bylines.openings", "bylines.closings", "bylines.roles", "bylines.staff"})
#: A link's target in Markdown, where a directory is called by those whose pages are in it.
_AUTHOR_PAGE = re.compile(rf"\]\(<?[^()\s]*/{naming.AUTHORS}[^/()\s]")


class SignedLines:
    """The lines of a document as signatures, each parsed when first asked for."""

    def __init__(self, document: Document) -> None:
        self.document, self.blocks, self.readings = document, document.blocks, document.readings
        #: By text, and whether the line above signs.
        self._signatures: dict[tuple[str, bool], Signature | None] = {}

    @lazy
    def title(self) -> int | None:
        """The number of the title's line."""
        return self.document.title_number

    @lazy
    def body(self) -> range:
        """The lines of the body."""
        return range(layout.body_start(self.document), layout.body_end(self.document))

    def signature(self, number: int) -> Signature | None:
        """What a line says of who made the article."""
        text, more = self.readings[number].text, self.follows(number)
        if any(block.lines == 0 for block in self.blocks[max(1, number) : number + 2]):
            # A date was parted from it: "Ana Silva | 2 May 2024".
            text = text.strip(_PARTING)
        key = text, more
        if key not in self._signatures:
            self._signatures[key] = parse(text, self.document.reader, more=more)
        return self._signatures[key]

    def persons(self, number: int) -> int:
        """How many persons a line names, if nothing else."""
        signature = self.signature(number) if 0 <= number < len(self.blocks) else None
        return signature.persons if signature else 0

    def marked(self, number: int) -> bool:
        """Whether a line opens or ends as a byline does, or leads to an author's page."""
        reading = self.readings[number]
        if reading.prose or self.links_author(number):
            return not reading.prose
        if "@" in reading.text and "bylines.closings" in reading.categories:
            # An address may follow: 김하나 기자 hana@example.org
            reading = self.document.reader.read(HANDLE.sub("", reading.text).rstrip())
        return bool(reading.starts("bylines.openings") or reading.stops("bylines.closings"))

    def may_say_so(self, number: int) -> bool:
        """Whether a line has a word that may say that it signs, or the one above has: most lines have none."""
        reading, above = self.readings[number], self.readings[number - 1 : number]
        told = not _SAYING.isdisjoint(reading.categories) or "@" in reading.text or self.follows(number)
        return told or self.links_author(number) or any("bylines.openings" in one.categories for one in above)

    def links_author(self, number: int) -> bool:
        """Whether a link in Markdown leads to the page of an author."""
        block = self.blocks[number]
        return not block.paged and any(_AUTHOR_PAGE.match(self.document.source, *hole) for hole in block.holes)

    def called(self, number: int) -> bool:
        """Whether an element around a line is called a byline."""
        return any(naming.BYLINE.search(tag.names) for tag in self.blocks[number].within(_NEAR))

    def is_byline(self, number: int) -> bool:
        """Whether a line is all that an element holds that is called a byline, and names persons."""
        return bool(naming.BYLINE_ALONE.search(self.blocks[number].tags[0].names)) and self.persons(number) > 0

    def follows(self, number: int) -> bool:
        """Whether the line above signs."""
        return number > 0 and (self.blocks[number - 1].role == "byline" or self.marked(number - 1))

    def below(self, number: int, *categories: str) -> bool:
        """Whether the line above is nothing but a phrase of some categories."""
        return number > 0 and self.readings[number - 1].whole(*categories)

    def above(self, number: int, *categories: str) -> bool:
        """Whether the line below is nothing but a phrase of some categories."""
        return number + 1 < len(self.blocks) and self.readings[number + 1].whole(*categories)

    def below_head(self, number: int) -> bool:
        """Whether a line stands right below title or deck."""
        return number > 0 and self.blocks[number - 1].role in {"title", "deck"}

    def dated(self, number: int) -> bool:
        """Whether a line right beside another dates the article."""
        near = self.blocks[max(0, number - 1) : number + 2]
        return any(other.role in {"published", "modified"} for other in near)

    def joins(self, number: int) -> bool:
        """Whether an undecided line is nothing but a word or mark that joins names."""
        text, joiners = self.readings[number].text, self.document.reader.lexicon.joiners
        return not self.blocks[number].role and (text in _JOINERS or fold(text) in joiners)

    def goes_on(self, number: int) -> bool:
        """Whether a line is part of a list of names below a line that says so, where each but the last has a comma."""
        top = number
        while top and number - top < _LISTED and self.readings[top - 1].text.endswith((",", "&")):
            top -= 1
        return top < number and self.below(top, "bylines.openings")

    def says_so(self, number: int) -> bool:
        """Whether a line opens or ends as a byline does, or goes on with one, or a line beside it says what it is."""
        if self.marked(number):
            return True
        if self.above(number, "bylines.roles") and self.names(number, head=True, beside=True):
            # Whose job it is stands above it.
            return True
        reading = self.readings[number]
        joined = bool(reading.starts("bylines.joiners")) or reading.text.startswith(("&", "+", ","))
        return self.below(number, "bylines.openings") or (joined and self.follows(number)) or self.goes_on(number)

    def of_others(self, number: int) -> bool:
        """Whether a line names who edited or checked what others wrote, or the line above says so.

        A word alone may open anything, but below who wrote: "Editors: Ana Silva".
        """
        first = number - self.below(number, "credits.openings")
        said = self.readings[first : number + 1]
        others = any(line.starts("credits.openings") > max(1, line.starts("bylines.openings")) for line in said)
        if not others and self.follows(number):
            line = self.readings[number]
            opening = line.starts("credits.openings")
            others = opening > line.starts("bylines.openings") and line.after(opening).startswith(tuple(COLONS))
        signature = self.signature(number) if others else None
        # "Reviewed by Ana Silva - Written by Joe Doe"
        return others and not (signature and signature.late)

    def labels_other(self, number: int) -> bool:
        """Whether a line opens as a list of tags does, is nothing but a date's label, or signs only behind its date."""
        reading, behind = self.readings[number], [block.lines for block in self.blocks[number + 1 : number + 3]]
        # "The Paper - 2 May 2024 - By Ana Silva"
        late = behind == [0, 0] and self.marked(number + 2) and not self.marked(number)
        return late or reading.starts("tags.labels") > 0 or reading.whole("dates.published", "dates.modified")

    def timed(self, number: int) -> bool:
        """Whether a line is a name with a time: "Ana Silva 2 minutes ago", "Ana Silva 3 min read"."""
        signature = self.signature(number)
        return signature is not None and signature.spelt == "PT" and not signature.opened

    def addresses(self, number: int) -> bool:
        """Whether a line is nothing but how to reach who signs above it."""
        return bool(HANDLE.fullmatch(self.readings[number].text))

    def above_title(self, number: int) -> bool:
        """Whether the text of a line stands above the title, too."""
        text, top = self.readings[number].text, min(self.title or 0, number)
        return any(text in reading.text for reading in self.readings[max(0, top - _ABOVE) : top])

    @lazy
    def body_text(self) -> str:
        """What a model holds for the article's text; what stands on a line with its date is none of it."""
        told = (n for n, block in enumerate(self.blocks) if block.judged_body and (block.lines or not n))
        return " ".join(self.readings[n].text for n in told)

    def of_words(self, name: str) -> bool:
        """Whether what could be a name is common words."""
        return common(self.document.reader, name, self.document.small_words)

    def no_author(self, name: str) -> bool:
        """Whether what could be a name is common words, or a word of the title in a script without capitals."""
        told = bool(CJK.match(name)) and self.title is not None and name in self.readings[self.title].text
        return told or self.of_words(name)

    def names(
        self, number: int, *, head: bool, beside: bool, judged: bool = False, surely: bool = False
    ) -> tuple[str, ...] | None:
        """The authors a line names: a tuple, empty for a job title alone, or `None`.

        Args:
            number: of the line.
            head: it stands in the article's head, where other words may follow the names.
            beside: what stands beside it says that it signs.
            judged: it is a byline, and what stands there besides names is no matter.
            surely: so it is beyond doubt, and a single word is a name.
        """
        signature = self.signature(number)
        if signature is None:
            return None
        reading, follows = self.readings[number], self.follows(number)
        opened = signature.opened or (head and signature.late)
        job_of = self._below_names(number) and not signature.opened
        if reading.whole("bylines.staff") and len(reading.words) <= JOB_WORDS and (beside or follows) and not job_of:
            # Behind a paper's word for its staff stands the paper: "Redacción EC".
            staff = self.document.reader.read(signature.bare).whole("bylines.staff", "bylines.roles")
            return (signature.bare if staff else reading.text.strip(EDGE),)
        if self._is_job(number, opened=opened):
            return () if beside or follows else None
        if not (opened or signature.closed or beside or "bylines.roles" in reading.categories):
            return None
        lone = opened or signature.closed or surely
        names, strangers = signature.names(lone=lone, partial=head and (opened or surely), judged=judged)
        if signature.account and beside and not any(name.startswith(signature.account) for name in names):
            return (signature.account,)
        if signature.opened and not names and not strangers and 0 < len(signature.bare.split()) <= JOB_WORDS:
            # "By Staff Reporter", "By admin"
            return () if signature.nobody else (signature.bare,)
        return names if names and (not strangers or opened or judged) else None

    def _is_job(self, number: int, *, opened: bool) -> bool:
        """Whether a line is a job alone: of who signs above it, or of nobody."""
        reading, signature = self.readings[number], self.signature(number)
        # "Senior Reporter", "Staff Writers"
        told = reading.starts("bylines.ranks") or (reading.whole("bylines.staff") and not opened)
        if told and self._below_names(number):
            return True
        alone = not opened or (number > 0 and self.job_below(number - 1))
        return alone and reading.whole("bylines.roles", "bylines.jobs") and signature is not None and signature.job

    def _below_names(self, number: int) -> bool:
        """Whether the line above is nothing but persons' names, behind a word such as "By" or alone."""
        above = self.signature(number - 1) if number else None
        return above is not None and bool(NAMED.fullmatch(above.spelt))

    def job_below(self, number: int) -> bool:
        """Whether a line is a name alone, and the one below it that person's job."""
        above = self.above(number, "bylines.roles") and not self.above(number, "bylines.openings")
        return above and self.persons(number) == 1
