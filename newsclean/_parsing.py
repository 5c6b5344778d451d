"""One thing at a time: the dateline, the names in a byline, the dates of a text."""

from __future__ import annotations

from newsclean.article import Dateline
from newsclean.language import by_script, datelines, dates, detect, signatures, signed_otherwise
from newsclean.language.reader import Reader
from newsclean.language.signature_names import JOB_WORDS

#: In place of the first sentence of a report.
_SENTENCE = "A"


def parse_dateline(text: str, language: str | None = None) -> Dateline | None:
    """The dateline that a text opens with, or `None`.

    The text is taken at its word: whether "NATO -- The ..." opens with a place, which `newsclean.clean` asks the rest
    of the article, is not asked here.

    Args:
        text: a dateline, or a paragraph that opens with one.
        language: its ISO 639-1 code; told by the script, if not given.

    >>> parse_dateline("TOKYO (AP) --")
    Dateline(place='TOKYO', agency='AP', date=None)
    >>> parse_dateline("NAIROBI, Kenya, March 3 (Reuters) - The lake rose again.").date
    'March 3'
    >>> parse_dateline("The lake rose again.")
    """
    line, reader = _line(text), Reader(language or by_script(text))
    filed = datelines.parse(line, reader)
    if filed is None:
        # A dateline alone: most forms ask for what follows.
        filed = datelines.parse(f"{line} {_SENTENCE}", reader)
        filed = filed if filed and filed.end >= len(line) else None
    return Dateline(filed.place, filed.agency, filed.date) if filed else None


def parse_byline(text: str, language: str | None = None) -> tuple[str, ...]:
    """The names in a byline, in their order; none where the line tells who edited, or that nobody signs.

    An agency is among them where it signs as a person does, a paper or desk only where it signs alone.

    Args:
        text: a line that tells who wrote, be it a name alone, and nothing but that and a date.
        language: its ISO 639-1 code; told by the script, if not given, and else the words of all languages count.

    >>> parse_byline("By Ana Silva and Bo Lund, Reuters")
    ('Ana Silva', 'Bo Lund')
    >>> parse_byline("Von Ana Silva und dpa")
    ('Ana Silva', 'dpa')
    """
    line, reader = _line(text), Reader(language or by_script(text))
    signature = signatures.parse(line, reader)
    if signature is None or signature.nobody or signed_otherwise.edits(line, reader):
        return ()
    signs = signature.opened or signature.closed
    found, strangers = signature.names(lone=signs or len(signature.parts) == 1, partial=signs, judged=True)
    if not found and signature.account:
        return (signature.account,)
    # "By Staff Reporter"
    job = signature.opened and not strangers and 0 < len(signature.bare.split()) <= JOB_WORDS
    return found or ((signature.bare,) if job else ())


def find_dates(text: str, language: str | None = None) -> list[dates.Found]:
    """Every full date in a text, in order, each with the time that goes with it.

    Args:
        text: any text.
        language: its ISO 639-1 code, told by the text, if not given. It tells which of two numbers is the day, and what
            calendar years are of. In English, and where it cannot be told, "3/4/2024" is no date: none is better than
            a wrong one.

    >>> [found.iso for found in find_dates("Published 3 May 2024 at 14:05 CEST, updated 4.5.2024")]
    ['2024-05-03T14:05+02:00', '2024-05-04']
    >>> find_dates("3/4/2024", "de")
    [Found(start=0, end=8, iso='2024-04-03', timed=False)]
    """
    return dates.find(text, Reader(language or detect(text)).lexicon)


def _line(text: str) -> str:
    return " ".join(text.split())
