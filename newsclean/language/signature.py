"""A line that may say who made an article: the kinds of its parts, and a table of the forms that these may have."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.language.signature_names import AGENCY, DESK, JOB_WORDS, NAMES, WORD, Part
from newsclean.lexicon.case import small

#: What begins so is an organisation, or a team.
_HOUSE = "The "
#: Behind a name and a bar so do the names of papers: "Ana Silva | El Faro de Valdeza".
_ARTICLES = ("The ", "El ", "La ", "Los ", "Las ", "Le ", "Les ", "Il ", "Der ", "Die ", "Das ")
BY, BAR, COMMA, JOINER = "B|,&"
#: The forms of a line's parts, of which the first that fits counts. Those sign who stand in `names`; behind that only
#: an agency does. W is a single word, p a name with other words behind it: a line must say that it signs for them to.
_FORMS = tuple(
    re.compile(rf"\A{form}")
    for form in (
        # The Valley Courier | By Ana Silva   and   来源：青川日报 作者：王伟
        r"[^B]*B(?P<names>[^EL]*)(?P<behind>)(?:[EL].*)?",
        # Newsroom, The Paper
        r"(?P<names>[^PSApWE]*S)(?P<behind>)(?:.*)",
        # Ana Silva and Joe Doe, The Paper, AP
        r"(?P<names>[^EL]{0,200}[PSApW][^EL]{0,200}&[PSApW][^,|EL]*)(?P<behind>(?:[,|][^&EL]*)?)(?:[EL].*)?",
        # Ana Silva, Editor, Joe Doe   and   Ana Silva | Edited by Joe Doe
        r"(?P<names>[^EL]*)(?P<behind>)(?:[EL].*)?",
    )
)
#: Persons, whatever parts them: "Ana Silva, Joe Doe and Bo Lund".
NAMED = re.compile("P(?:[,&]*P)*")
#: Persons alone; persons and agencies; a job alone.
_PERSONS, _HOUSED, _JOB = re.compile("P(?:&P)*"), re.compile(r"\A(?=.*P)(?=.*[AS])[PAST,|&D]+"), re.compile("J")


class Signature(NamedTuple):
    """A line that may say who made an article.

    Attributes:
        opened: it opens with a word such as "By".
        closed: it ends in one such as 記者.
        parts: what it consists of, what parts them among it.
        bare: its text without the words that open and close it.
        account: the account that it names, if it is opened.
        nobody: it says that nobody signs: "By admin".
        whole: nothing of it was left out: neither brackets nor marks stand around it.
    """

    opened: bool
    closed: bool
    parts: tuple[Part, ...]
    bare: str
    account: str | None = None
    nobody: bool = False
    whole: bool = True

    @property
    def spelt(self) -> str:
        """The kinds of the parts."""
        return "".join(part.kind for part in self.parts)

    @property
    def late(self) -> bool:
        """Whether a word such as "By" stands behind a mark in it, before a name."""
        return BY in self.spelt

    @property
    def persons(self) -> int:
        """How many persons it names, where it tells nothing else."""
        return len(self.spelt) // 2 + 1 if self.whole and _PERSONS.fullmatch(self.spelt) else 0

    @property
    def housed(self) -> bool:
        """Whether it is persons and the agencies or desks that they write for, and nothing else but a date."""
        return bool(_HOUSED.fullmatch(self.spelt))

    @property
    def job(self) -> bool:
        """Whether it is nothing but a job."""
        return bool(_JOB.fullmatch(self.spelt)) and len(self.bare.split()) <= JOB_WORDS

    def names(self, *, lone: bool, partial: bool, judged: bool = False) -> tuple[tuple[str, ...], int]:
        """Those who sign, and how many parts say something else.

        Args:
            lone: a single word may be a name.
            partial: other words may follow a name.
            judged: it surely signs, and digits only stand beside names.
        """
        spelt = self.spelt if lone else self.spelt.replace("W", "X")
        spelt = spelt if partial else spelt.replace("p", "X")
        if judged or self.opened:
            before = spelt.partition("D")[0]
            spelt = before if NAMES.intersection(before) else spelt.replace("D", "T")
        form = next(filter(None, (form.fullmatch(spelt) for form in _FORMS)))
        found: dict[str, None] = {}
        for at in range(form.start("names"), form.end("behind")):
            name, kind = self.parts[at].text, spelt[at]
            # "Ana Silva, Wexley", "Ana Silva, de Kronfeld"   and   "Ana Silva | Newsroom"
            caseless = name.upper() == name.lower() and spelt[at - 1] == BAR
            single = kind == WORD and name.isalpha() and (name.istitle() or caseless)
            from_place = small(name[0]) and name.count(" ") == 1 and spelt[at - 1] == COMMA
            paper = (kind == DESK or name.startswith(_ARTICLES)) and spelt[at - 1] == BAR
            house = found and (single or from_place or paper)
            if (kind in NAMES and at < form.end("names") and not house) or kind == AGENCY:
                found.setdefault(name)
        people = tuple(name for name in found if not name.startswith(_HOUSE))
        return people or tuple(found), sum(kind in "XD" for kind in form["names"])
