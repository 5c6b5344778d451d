"""Who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean import _layout
from newsclean._words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document

_LONGEST = 200
_REACH = 3
_NAME_WORDS = 6
_JOB_WORDS = 3
_NAME_LENGTH = 60
_CJK_NAME = re.compile(
    r"[\u3040-\u30ff\u4e00-\u9fff\u3005]{2,6}(?:[ \u3000・][\u3040-\u30ff\u4e00-\u9fff\u3005]{1,6})?"
    r"|[\uac00-\ud7a3]{2,4}"
)
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_HANDLE = re.compile(r"\(?(?:\S+@\S+\.\w+|(?<!\w)@\w+|https?://\S+)\)?")
_SPLIT = re.compile(r"\s*[,;|/•·、，،]\s*|\s+[-–—]\s+|\s*[()（）\[\]【】]\s*")
#: Small words inside surnames, in the languages that have them.
_PARTICLES = frozenset(
    "de da do dos das di del della du des la le van von der den ter ten te zu zur vom af av "  # noqa: SIM905
    "al el bin bint ibn ben y e i san st o mac abu ould".split()
)
_NAME_ALONE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]+\s?){2,4}")
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$|\b[JS]r\.$")
_EDGE = " \t:：,;|/•·–—-()（）&+*\u00a0"


def bylines(document: Document) -> Document:
    """Label the lines that name the author.

    A byline opens with a word such as "By", ends in one such as 記者, names
    somebody beside a date, or stands with a job title. Hands off: sentences,
    and names that nothing marks as the author's.

    >>> from newsclean.document import Document
    >>> document = Document.from_text("Rates rise\\n\\nBy Ana Silva and Joe Doe")
    >>> [b.value for b in bylines(document).find("byline")]
    [('Ana Silva', 'Joe Doe')]
    """
    return document.replace(_bylines(document))


def _bylines(document: Document) -> Iterator[Block]:
    start, end = _layout.body_start(document), _layout.body_end(document)
    title = _layout.title_index(document)
    first = 0 if title is None else max(0, title - 2)
    found = False
    for n, block in enumerate(document.blocks):
        if block.role or (start <= n < end and not _marked(document, block)):
            continue
        head = first <= n <= start
        if not head and document.read(block).starts("credits.openings"):
            continue
        names = names_in(document, n, head=head, beside=head and _beside(document, n))
        if names is None or (not head and (found and not _marked(document, block))):
            continue
        found = True
        yield block.label("byline", names)


def _marked(document: Document, block: Block) -> bool:
    reading = document.read(block)
    return not reading.prose and bool(reading.starts("bylines.openings") or reading.stops("bylines.closings"))


def _beside(document: Document, number: int) -> bool:
    """Whether a date or job title stands right beside a block."""
    block = document.blocks[number]
    # On a whole page buttons and labels stand between.
    reach = 1 if block.score is None else _REACH
    for step in (s for s in range(-reach, reach + 1) if s):
        if not 0 <= number + step < len(document.blocks):
            continue
        other = document.blocks[number + step]
        if other.role in {"published", "modified"}:
            return True
        if step == -1 and not other.role and document.read(other).whole("bylines.openings"):
            return True
        if (
            step < 0
            and block.score is not None
            and other.role == "title"
            and _NAME_ALONE.fullmatch(document.text(block))
        ):
            return True
        if not other.role and step == 1 and document.read(other).whole("bylines.roles"):
            return True
    return block.lines == 0


def names_in(document: Document, number: int, *, head: bool, beside: bool) -> tuple[str, ...] | None:
    """The authors a block names: a tuple, empty for a job title alone, or `None`."""
    reading = document.readings[number]
    if len(reading.text) > _LONGEST or reading.prose:
        return None
    if (
        len(reading.words) <= _JOB_WORDS
        and reading.whole("bylines.staff")
        and (beside or _follows_byline(document, number))
    ):
        return (reading.text.strip(_EDGE),)
    opening = reading.starts("bylines.openings")
    if (
        opening
        and _CJK.match(reading.text)
        and reading.after(opening)[:1] == reading.text[reading.spans[opening - 1][1] :][:1]
    ):
        # In a script without spaces only a mark sets the word off.
        opening = opening if not _CJK.match(reading.after(opening)) else 0
    if not opening and reading.starts("bylines.joiners") and _follows_byline(document, number):
        opening = reading.starts("bylines.joiners")
    if not opening and reading.text[:1] in "&+" and _follows_byline(document, number):
        beside = True
    closing = bool(reading.stops("bylines.closings"))
    roles = "bylines.roles" in reading.categories
    if (
        not opening
        and reading.whole("bylines.roles")
        and len(reading.words) <= _JOB_WORDS
        and not _SPLIT.search(reading.text)
    ):
        return () if beside or (document.blocks and _follows_byline(document, number)) else None
    if not (opening or closing or beside or roles):
        return None
    text = reading.text[reading.spans[opening - 1][1] :] if opening else reading.text
    if closing:
        text = text[: len(text) - len(reading.text) + reading.spans[-reading.stops("bylines.closings")][0]]
    text = _without_job(document, _HANDLE.sub(" | ", text))
    names, strangers = _names(document, text, lone=bool(opening or closing), partial=head and bool(opening))
    if opening and not names and not strangers and text.strip(_EDGE):
        # "By Staff Reporter"
        names = [text.strip(_EDGE)]
    if not names or (strangers and not opening):
        return None
    return tuple(names)


def _without_job(document: Document, text: str) -> str:
    """Cut the job off that follows a name without a mark: "Ana Silva Transport correspondent"."""
    if _SPLIT.search(text.strip(_EDGE)):
        return text
    reading = document.read_text(text)
    count = len(reading.words)
    at = max((h.start for h in reading.hits if h.end == count and h.category == "bylines.roles"), default=count)
    if not 1 < at < len(reading.words):
        return text
    sections = [h.start for h in reading.hits if h.category == "sections.names" and h.end == at and h.start > 1]
    return text[: reading.spans[min([at, *sections])][0]]


def _follows_byline(document: Document, number: int) -> bool:
    before = document.blocks[number - 1] if number else None
    return before is not None and (before.role == "byline" or _marked(document, before))


def _names(document: Document, text: str, *, lone: bool, partial: bool) -> tuple[list[str], int]:
    """The names in a text, and how many other words than names and jobs it has."""
    joiners = {fold(word) for table in document.lexicon.tables() for word in table["bylines"]["joiners"]}
    names: list[str] = []
    strangers = 0
    for piece in _SPLIT.split(text):
        for part in _at_joiners(piece, joiners):
            if names and document.read_text(_bare(part)).starts("credits.openings"):
                return names, strangers
            name = _name(document, _bare(part), lone=lone, partial=partial)
            if name:
                half = len(name) // 2
                if name[half : half + 1] == " " and name[:half] == name[half + 1 :]:
                    name = name[:half]
                single = name.istitle() and name.isalpha()
                if name not in names and not (names and single):
                    names.append(name)
                if len(names) == 1 and document.read_text(name).whole("bylines.staff"):
                    # What follows a desk is the house it belongs to.
                    return names, strangers
            elif _bare(part) and not _is_job(document, part):
                strangers += 1
    return names, strangers


def _bare(part: str) -> str:
    """A part without what parts it from others; an initial keeps its full stop."""
    bare = part.strip(_EDGE)
    return bare if _INITIAL.search(bare) else bare.rstrip(".")


def _at_joiners(text: str, joiners: set[str]) -> Iterator[str]:
    words: list[str] = []
    for word in text.split():
        if (
            (fold(word) in joiners or word in {"&", "+"})
            and words
            and not (fold(word) in {"y", "e", "i"} and len(words) == 0)
        ):
            yield " ".join(words)
            words = []
        else:
            words.append(word)
    yield " ".join(words)


def _is_job(document: Document, text: str) -> bool:

    reading = document.read_text(text.strip(_EDGE))
    return bool(reading.categories & {"bylines.roles", "bylines.staff", "sections.names", "datelines.agencies"})


def _name(document: Document, text: str, *, lone: bool, partial: bool) -> str | None:
    """A person's, desk's or agency's name, or `None`.

    `lone`: it may be a single word; `partial`: other words may follow it.
    """
    if not text or len(text) > _NAME_LENGTH or any(c.isdigit() for c in text):
        return None

    reading = document.read_text(text)
    if reading.whole("bylines.staff", "datelines.agencies"):
        return text
    if (reading.whole("bylines.roles") and len(reading.words) <= _JOB_WORDS) or reading.whole("sections.names"):
        return None
    if _CJK.search(text):
        return text if _CJK_NAME.fullmatch(text) else None
    taken: list[str] = []
    for word in text.split():
        bare = word.strip("'’‘.\"“”")
        if not bare:
            break
        cased = bare[0].upper() != bare[0].lower()
        if cased and not bare[0].isupper() and fold(bare) not in _PARTICLES and not any(c.isupper() for c in bare):
            break
        taken.append(word)
    while taken and fold(taken[-1]) in _PARTICLES:
        taken.pop()
    whole = len(taken) == len(text.split())
    if not taken or len(taken) > _NAME_WORDS or (len(taken) == 1 and not (lone and whole)) or not (whole or partial):
        return None
    return " ".join(taken).strip(" ,;:") or None
