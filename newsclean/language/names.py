"""The names in a line that names authors: persons, desks and agencies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import COLONS, DASHES, HAN, HAN_NAMES, HANGUL, KANA
from newsclean.lexicon.words import NUMBER, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.language.line import Reading
    from newsclean.language.reader import Reader

#: A role has no more words than this.
JOB_WORDS = 3
#: Addresses, and names of accounts.
HANDLE = re.compile(r"\(?(?:[^\s@]{1,80}@[^\s@]{1,200}\.\w+|(?<!\w)@\w+|https?://\S+)\)?")
#: What stands between names.
SPLIT = re.compile(r"\s?[,;|/•·⋅、，،()（）\[\]【】\u2600-\u27bf\U0001f300-\U0001faff]\s?|\s[-–—]\s")
#: What tells nothing of who stands before it: "Ana Silva 👁 3 418", "Ana Silva - thepaper.example".
_COUNTER_OR_SITE = re.compile(
    r"\A\s?(?:(?!(?:19|20)\d\d\b)\d[\d\s.,]*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|[a-z]+[A-Z]\w*)\s?"
)
#: What may stand around a name.
EDGE = f" \t{COLONS},;|/•·⋅{DASHES}()（）&+*\u00a0"
CJK = re.compile(f"[{KANA}{HAN}{HANGUL}]")
#: A person's name there.
CJK_NAME = re.compile(
    rf"[{KANA}{HAN_NAMES}]{{2,6}}(?:[ \u3000・][{KANA}{HAN_NAMES}]{{1,6}})?"
    rf"|[{HANGUL}]{{2,4}}"
)

#: What begins so is an organisation, or a team.
_HOUSE = "The "
_NAME_WORDS = 4
_FULL_NAME, _NAME_AND_ONE = 2, 3
_LONGEST_DEGREE = 5
_LABEL_WORDS = 2
_NAME_LENGTH = 60
#: Small words inside surnames, in the languages that have them.
PARTICLES = frozenset(
    "de da do dos das di del della du des la le van von der den ter ten te zu zur vom af av "  # noqa: SIM905
    "al el bin bint ibn ben y e i san st o mac abu ould".split()
)
#: What follows names: jobs, degrees, and the buttons beside a byline.
_BEHIND = frozenset({"bylines.roles", "bylines.jobs", "share.whole", "newsletter.whole", "advert.whole"})
#: What is glued to a name on one line: "Ana Silva Leave a comment"; and only to what is surely a byline:
#: "By Ana Silva Photos Joe Doe".
_LABELS = frozenset({"comments.whole", "comments.openings", "tags.labels", "label.openings"})
_CREDITS = frozenset({"captions.credits", "credits.openings"})
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_LISTED = re.compile(r"[/,]")
_INITIALS = 4
#: What an account is not called.
NO_ACCOUNT = (
    "bylines.nobody", "bylines.roles", "sections.names", "dates.fillers", "dates.weekdays", "share.whole",
)  # fmt: skip
#: A name of an account: no spaces, and a letter.
_ACCOUNT = re.compile(r"(?=.*[^\W\d_])[\w.\-]{2,30}")
#: Marks that no name has, but labels and breadcrumbs.
_NO_NAME = re.compile(r"[:›»>→]")
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$|\b[JS]r\.$")


def signers(reader: Reader, text: str, *, lone: bool, partial: bool) -> tuple[list[str], int]:
    """The names in a text, and how many other words than names and jobs it has."""
    names: list[str] = []
    strangers = 0
    told = False
    for piece in SPLIT.split(text):
        parts = list(at_joiners(piece, reader.lexicon.joiners))
        if told and len(parts) == 1 and not reader.read(_bare(piece)).whole("datelines.agencies"):
            # "Ana Silva and Joe Doe, The Paper": a joiner stands before the last of those who sign.
            continue
        for part in parts:
            if names and reader.read(_bare(part)).starts("credits.openings"):
                return names, strangers
            if names and _qualifies(reader, _bare(part)):
                continue
            name = _name(reader, _bare(part), lone=lone, partial=partial)
            if name:
                half = len(name) // 2
                if name[half : half + 1] == " " and name[:half] == name[half + 1 :]:
                    name = name[:half]
                single = name.istitle() and name.isalpha()
                if name not in names and not (names and single):
                    names.append(name)
                if _labelled(reader, _bare(part), name):
                    return names, strangers
                signed = reader.read(name)
                if len(names) == 1 and signed.whole("bylines.staff") and not signed.whole("datelines.agencies"):
                    # What follows a desk is the house it belongs to.
                    return names, strangers
            elif _bare(part) and not _is_job(reader, part) and not (names and _COUNTER_OR_SITE.fullmatch(part)):
                strangers += 1
        told = len(parts) > 1 and len(names) > 1
    # "Ana Silva, The Paper"
    return [name for name in names if not name.startswith(_HOUSE)] or names, strangers


def of_agencies(reader: Reader, text: str) -> bool:
    """Whether a text is nothing but agencies and editors' initials: "dpa/foe", "red, APA"."""
    parts = [part.strip() for part in _LISTED.split(text)]
    others = [part for part in parts if not reader.read(part).whole("datelines.agencies")]
    return 0 < len(others) < len(parts) and all(part.isalpha() and len(part) <= _INITIALS for part in others)


def of_common_words(reader: Reader, name: str, small_words: frozenset[str]) -> bool:
    """Whether a name's words are no name's: "Press Release", "Select Page".

    The running text has the first, or several, in small letters; surnames are words more often than given names are:
    "Emma Lower". Or all are known from clutter, in a script that has capitals.
    """
    reading = reader.read(name)
    if reading.whole("bylines.staff", "datelines.agencies") or reading.stops("bylines.staff"):
        return False
    if reader.read(name.partition(" ")[0]).whole("bylines.given"):
        # "Mark White"
        return False
    if reading.words and name != name.lower() and reader.lexicon.clutter_words.issuperset(reading.words):
        return True
    words = [word.lower() for word in _LONG_WORD.findall(name) if word[0].isupper()]
    common = [word in small_words and fold(word) not in reader.lexicon.function_words for word in words]
    return common[:1] == [True] or common.count(True) > 1


def _labelled(reader: Reader, part: str, name: str) -> bool:
    """Whether a label stands behind a name: "Ana Silva Categories: Travel", "Ana Silva In Travel"."""
    behind = reader.read(part.removeprefix(name).strip())
    small = behind.text[:1].isupper() and behind.words[:1] and behind.words[0] in reader.lexicon.function_words
    return bool(behind.text != part and (small or any(map(behind.starts, _LABELS))))


def _bare(part: str) -> str:
    """A part without what parts it from others, such as the point of "Oprac."; an initial keeps its full stop."""
    bare = part.lstrip(EDGE + ".").rstrip(EDGE)
    return bare if _INITIAL.search(bare) else bare.rstrip(".")


def at_joiners(text: str, joiners: frozenset[str]) -> Iterator[str]:
    """The parts of a text between the words, and the signs "&" and "+", that join names."""
    words: list[str] = []
    for word in text.split():
        if fold(word) in joiners or word in {"&", "+"}:
            if words:
                yield " ".join(words)
            words = []
        else:
            words.append(word)
    yield " ".join(words)


def _is_job(reader: Reader, text: str) -> bool:
    reading = reader.read(text.strip(EDGE))
    return (
        reading.whole("bylines.nobody")
        or _ends_in_job(reading)
        or bool(reading.categories & {"bylines.roles", "bylines.staff", "sections.names", "datelines.agencies"})
    )


def account_in(reader: Reader, text: str) -> str | None:
    """The name of an account that a text begins with, and nothing but labels behind it: "marc | Leave a comment"."""
    piece = _bare(SPLIT.split(text.strip(EDGE), maxsplit=1)[0])
    reading = reader.read(piece)
    end = _after_name(reader, reading, surely=True)
    name, _, rest = (piece[:end] if end else piece).strip().partition(" ")
    # "by wexfan in Travel"
    if not _ACCOUNT.fullmatch(name) or (rest and not reader.read(rest).starts("datelines.locatives")):
        return None
    named = reader.read(name)
    known = named.whole(*NO_ACCOUNT)
    return None if known or fold(name) in reader.lexicon.function_words else name


def _after_name(reader: Reader, reading: Reading, *, surely: bool) -> int:
    """Where begins what follows a name without a mark, or 0: "Ana Silva Sports editor", "Ana Silva Follow"."""
    count = len(reading.words)
    glued = _LABELS | _CREDITS if surely else _LABELS
    # A surname may be a label's word: "Robert Source".
    labels = [
        h.start
        for h in reading.hits
        if h.category in glued and h.start and (h.start > 1 or h.end < count or h.end > h.start + 1)
    ]
    if labels and not reading.whole("bylines.staff"):
        at = min(labels)
        # What it names may be counted: "Ana Silva 24 comments".
        while at > 1 and (reading.words[at - 1] == NUMBER or reading.words[at - 1] in reader.lexicon.function_words):
            at -= 1
        return reading.spans[at][0]
    behind = [h for h in reading.hits if h.category in _BEHIND and h.end == count and h.start > 1]
    # "Ana Silva Senior Editor", but "Robert Downey Junior"
    ranks = [h.start for h in reading.hits if h.category == "bylines.ranks" and h.start > 1 and h.end < count]
    if not behind and not ranks:
        return 0
    at = min([*ranks, *(h.start for h in behind)])
    if not ranks and all(h.category == "bylines.jobs" for h in behind):
        # More words before it are most likely the job's: "Ana Silva Deputy Managing Director".
        at = 2 + sum(word in PARTICLES for word in reading.words[1:at]) if at > _NAME_AND_ONE else at
    sections = [h.start for h in reading.hits if h.category == "sections.names" and h.end == at and h.start > 1]
    return reading.spans[min([at, *sections])][0]


def _qualifies(reader: Reader, part: str) -> bool:
    """Whether a part behind a name is a job or a degree: "Managing Director", "FRCS"."""
    reading = reader.read(part)
    if CJK.search(part):
        # There the job stands behind each name.
        return _ends_in_job(reading)
    job = _ends_in_job(reading) or bool(reading.stops("bylines.roles"))
    degree = part.isalpha() and part.isupper() and len(part) <= _LONGEST_DEGREE
    ranked = bool(reading.starts("bylines.ranks"))
    return job or ranked or (degree and not reading.whole("datelines.agencies", "bylines.staff"))


def _ends_in_job(reading: Reading) -> bool:
    return bool(reading.stops("bylines.jobs"))


def _name(reader: Reader, text: str, *, lone: bool, partial: bool) -> str | None:
    """A person's, desk's or agency's name, or `None`.

    `lone`: it may be a single word; `partial`: other words may follow it.
    """
    if not text or len(text) > _NAME_LENGTH or any(c.isdigit() for c in text):
        return None
    end = _after_name(reader, reader.read(text), surely=partial)
    if end:
        text = text[:end].rstrip()
    # What such a text may begin with: "Interview: Ana Silva".
    label, _, rest = text.rpartition(": ")
    if label:
        if reader.read(label).starts("tags.labels"):
            return None
        text = rest if len(label.split()) <= _LABEL_WORDS else text
    reading = reader.read(text)
    if reading.whole("bylines.staff", "datelines.agencies"):
        return text
    behind, told = _behind_job(reader, text)
    if behind not in {"", text}:
        named = _name(reader, behind, lone=False, partial=partial) if told else None
        return named or (text if lone else None)
    # "Senior Editor" is a job.
    job = reading.stops("bylines.roles")
    if (
        (job and job == len(reading.words) - 1)
        or _NO_NAME.search(text)
        or reading.whole("captions.credits")
        or reading.whole("bylines.nobody", "sections.names")
        or (reading.whole("bylines.roles") and len(reading.words) <= JOB_WORDS)
        or _ends_in_job(reading)
        # "Advertising", between other links of a footer.
        or (len(reading.words) == 1 and reading.clutter)
    ):
        return None
    if CJK.search(text):
        label, _, named = text.partition(" ")
        if named and reader.read(label).whole("bylines.roles", "bylines.closings"):
            text = named
        return text if CJK_NAME.fullmatch(text) else None
    taken = _taken(reader, text)
    whole = len(taken) == len(text.split())
    # More are a list: countries, topics.
    many = sum(fold(word) not in PARTICLES for word in taken) > _NAME_WORDS
    if not taken or many or (len(taken) == 1 and not (lone and whole)) or not (whole or partial):
        return None
    return " ".join(taken).strip(" ,;:") or None


def _behind_job(reader: Reader, text: str) -> tuple[str, bool]:
    """What stands behind the words of a job that open a text, and whether they tell more than its rank.

    "Senior Reporter Ana Silva"; of "Senior Product Designer" only the rank is known.
    """
    words = [] if CJK.search(text) else text.split()
    job = False
    for n, word in enumerate(words):
        reading = reader.read(word)
        told = reading.whole("bylines.roles") or (n > 0 and reading.whole("bylines.jobs"))
        if not told and not reading.whole("bylines.ranks"):
            return " ".join(words[n:]), job
        job = job or told
    return "", job


def _taken(reader: Reader, text: str) -> list[str]:
    """The words that a text begins with and that may be a name: capitalised, or of a script without capitals."""
    taken: list[str] = []
    for word in text.split():
        bare = word.strip("'’‘.\"“”")
        if not bare:
            break
        cased = bare[0].upper() != bare[0].lower()
        if not cased and fold(bare) in reader.lexicon.function_words:
            # "Send to a friend" is as long as a name.
            return []
        small = fold(bare) not in PARTICLES
        if cased and small and not any(c.isupper() for c in bare):
            break
        if small and len(taken) >= _FULL_NAME and fold(bare) in reader.lexicon.function_words:
            # "Ana Silva In Travel"
            break
        taken.append(word)
    while taken and fold(taken[-1]) in PARTICLES:
        taken.pop()
    return taken
