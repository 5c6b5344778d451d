"""A name in a part of a signature: a person's, a desk's or an agency's, and where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.lexicon.case import cased
from newsclean.lexicon.characters import COLONS, COMBINING, DASHES, HAN, HAN_NAMES, HANGUL, KANA
from newsclean.lexicon.words import NUMBER, fold

if TYPE_CHECKING:
    from newsclean.language.line import Reading
    from newsclean.language.reader import Reader

#: The kinds of parts, a letter each, as the forms of signatures spell them.
PERSON, WORD, BEGUN, DESK, AGENCY, JOB, CREDIT, DIGITS, ASIDE, LABEL, OTHER = "PWpSAJEDTLX"
#: Those that name somebody.
NAMES = frozenset("PWpSA")
#: What may stand around a name.
EDGE = f" \t{COLONS},;|/•·⋅{DASHES}()（）&+*\u00a0"
CJK = re.compile(f"[{KANA}{HAN}{HANGUL}]")
#: A person's name there.
CJK_NAME = re.compile(
    rf"[{KANA}{HAN_NAMES}]{{2,6}}(?:[ \u3000・][{KANA}{HAN_NAMES}]{{1,6}})?"
    rf"|[{HANGUL}]{{2,4}}"
)
#: A person's name that is all there is, with capitals where the script has them.
PERSON_ALONE = re.compile(rf"(?:[^\W\d_a-z][\w{COMBINING}.'’-]{{1,40}}+\s?+){{2,4}}")
#: Small words inside surnames, in the languages that have them.
PARTICLES = frozenset(
    "de da do dos das di del della du des la le van von der den ter ten te zu zur vom af av "  # noqa: SIM905
    "al el bin bint ibn ben y e i san st o mac abu ould".split()
)
#: The same where they are written small and are no words of the line's language, or where no article opens the name as
#: it does a paper's ("Il Mattino degli Alpi"); what they stand between; and those that end names: "Kerim oğlu".
_SMALL = frozenset(
    "ap ab ferch verch ag aït ait ar ad az ash ul ud ur binti binte bte bat bar umm uld "  # noqa: SIM905
    "де фон ван тер дю аль эль ибн бен бин".split()
)
_OF_THE = frozenset({"dei", "degli", "delle", "dello"})
_ARTICLES = frozenset("los las les het den der dem zu ла ле лос дер ден".split())  # noqa: SIM905
_LINKED = {
    **dict.fromkeys(("an", "na"), (frozenset("Mac Mag Nic Mhic Ní Ó Ua Uí Giolla".split()), None)),  # noqa: SIM905
    **dict.fromkeys(("op", "in", "aan", "uit", "onder", "bij"), (None, frozenset(("den", "der", "'t", "’t")))),
    "und": (frozenset(("von",)), frozenset(("zu",))),
    **dict.fromkeys(("'t", "’t"), (frozenset(("van", "in", "op", "aan", "uit")), None)),
}
_ENDING = frozenset("oğlu oglu ogly uly uulu kyzy kizi qizi qızı оглы улы ұлы уулу кызы қызы гызы".split())  # noqa: SIM905
#: A job has no more words than this, nor has what tells how long reading takes.
JOB_WORDS = 3
_NAME_WORDS, _FULL_NAME, _NAME_AND_ONE, _NAME_LENGTH = 4, 2, 3, 60
_LABEL_WORDS = 2
#: Marks that no name has, but labels and breadcrumbs.
_NO_NAME = re.compile("[:՝›»>→]")
#: What follows names without a mark: jobs, and the buttons beside a byline.
_BEHIND = frozenset({"bylines.roles", "bylines.jobs", "share.whole", "newsletter.whole", "advert.whole"})
#: Labels there: "Ana Silva Leave a comment", and "By Ana Silva Photos Joe Doe".
_LABELS = frozenset({"comments.whole", "comments.openings", "tags.labels", "label.openings"})
_CREDITS = frozenset({"captions.credits", "credits.openings"})


class Part(NamedTuple):
    """A part of a signature: its kind, and the name in it, else its text."""

    kind: str
    text: str


def named_part(reader: Reader, text: str) -> list[Part]:
    """A name, and a label where one stands behind it; empty where there is none."""
    if len(text) > _NAME_LENGTH:
        return []
    end, sure = after_name(reader, reader.read(text))
    name = _name(reader, text[:end].rstrip() if end else text)
    if name is None:
        return []
    if name.kind == PERSON and not sure:
        name = Part(BEGUN, name.text)
    behind = reader.read(text.removeprefix(name.text).strip())
    small = behind.text[:1].isupper() and behind.words[:1] and behind.words[0] in reader.lexicon.function_words
    labelled = behind.text != text and (small or any(map(behind.starts, _LABELS)))
    return [name, Part(LABEL, behind.text)] if labelled else [name]


def after_name(reader: Reader, reading: Reading) -> tuple[int, bool]:
    """Where begins what follows a name without a mark, or 0; and whether that ends it in any line.

    "Ana Silva Sports editor", "Ana Silva Follow"; "Ana Silva Photos Joe Doe" only in what is surely a byline.
    """
    count = len(reading.words)
    given = _ends_given(reader, reading.text)
    # A surname may be a label's word: "Robert Source".
    labels = [
        (h.start, h.category in _LABELS)
        for h in reading.hits
        if h.category in _LABELS | _CREDITS and h.start and (h.start > 1 or h.end < count or h.end > h.start + 1)
        if not (given and h.end == count)
    ]
    if labels and not reading.whole("bylines.staff"):
        at, sure = min(labels)
        # What it names may be counted: "Ana Silva 24 comments".
        while at > 1 and (reading.words[at - 1] == NUMBER or reading.words[at - 1] in reader.lexicon.function_words):
            at -= 1
        return reading.spans[at][0], sure
    behind = [h for h in reading.hits if h.category in _BEHIND and h.end == count and h.start > 1]
    # "Ana Silva Senior Editor", but "Robert Downey Junior"
    ranks = [h.start for h in reading.hits if h.category == "bylines.ranks" and h.start > 1 and h.end < count]
    if not behind and not ranks:
        return 0, True
    at = min([*ranks, *(h.start for h in behind)])
    if not ranks and all(h.category == "bylines.jobs" for h in behind):
        # More words before it are most likely the job's: "Ana Silva Deputy Managing Director".
        at = 2 + sum(word in PARTICLES for word in reading.words[1:at]) if at > _NAME_AND_ONE else at
    sections = [h.start for h in reading.hits if h.category == "sections.names" and h.end == at and h.start > 1]
    return reading.spans[min([at, *sections])][0], True


def _ends_given(reader: Reader, text: str) -> bool:
    """Whether a family's name opens a name that ends in a given one, which may only lack a label's accents.

    "Lê Quỳnh Anh", where "ảnh" is a picture.
    """
    first, _, rest = text.casefold().partition(" ")
    return first in reader.lexicon.families and rest.rpartition(" ")[2] in reader.lexicon.pen_names


def _name(reader: Reader, text: str) -> Part | None:
    """A person's, desk's or agency's name."""
    # What such a text may begin with: "Interview: Ana Silva".
    label, _, rest = text.rpartition(": ")
    if label:
        if not rest.strip() or reader.read(label).starts("tags.labels"):
            return None
        text = rest if len(label.split()) <= _LABEL_WORDS else text
    reading = reader.read(text)
    if reading.whole("datelines.agencies"):
        return Part(AGENCY, text)
    if reading.whole("bylines.staff"):
        return Part(DESK, text)
    behind, told = _behind_job(reader, text)
    if behind not in {"", text}:
        named = _name(reader, behind) if told else None
        return named if named and named.kind != WORD else Part(WORD, text)
    if _says_other(reading) or _NO_NAME.search(text):
        return None
    if CJK.search(text):
        label, _, rest = text.partition(" ")
        job = reader.read(label)
        # "青川日报记者 王伟"
        if rest and (job.whole("bylines.roles") or job.stops("bylines.closings")):
            text = rest
        text = _behind_reporter(reading) or text
        return Part(PERSON, text) if CJK_NAME.fullmatch(text) else None
    return _capitalised(reader, text)


def _behind_reporter(reading: Reading) -> str:
    """The name right behind a reporter's job, "記者林小明"; two ideographs may make another word of it: 記者会見."""
    job = reading.starts("datelines.reporters")
    name = reading.after(job) if job else ""
    return name if len(name) > _FULL_NAME else ""


def _says_other(reading: Reading) -> bool:
    """Whether a text is a job, a section, a credit or a button."""
    # "Senior Editor" is a job.
    job = reading.stops("bylines.roles")
    return (
        bool(job and job == len(reading.words) - 1)
        or reading.whole("captions.credits", "bylines.nobody", "sections.names")
        or (reading.whole("bylines.roles") and len(reading.words) <= JOB_WORDS)
        or bool(reading.stops("bylines.jobs"))
        # "Advertising", between other links of a footer; 打印, a button that is as long as a name.
        or ((len(reading.words) == 1 or CJK.match(reading.text) is not None) and bool(reading.clutter))
    )


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


def _capitalised(reader: Reader, text: str) -> Part | None:
    """The words that a text begins with and that may be a name: capitalised, or of a script without capitals."""
    words = text.split()
    taken: list[str] = []
    small = [_is_particle(reader, words, n) for n in range(len(words))]
    family = words[0].casefold() in reader.lexicon.families
    for n, word in enumerate(words):
        bare = word.strip("'’‘.\"“”")
        if not bare:
            break
        function = not small[n] and fold(bare) in reader.lexicon.function_words
        if function and not cased(bare[0]):
            # "Send to a friend" is as long as a name.
            return None
        if cased(bare[0]) and not small[n] and word not in _ENDING and not any(c.isupper() for c in bare):
            break
        if function and len(taken) >= _FULL_NAME and not small[n - 1] and not family:
            # "Ana Silva In Travel"
            break
        taken.append(word)
    while taken and small[len(taken) - 1]:
        taken.pop()
    whole = len(taken) == len(words)
    # More are a list: countries, topics.
    many = len(taken) - sum(small[: len(taken)]) > _NAME_WORDS
    name = " ".join(taken).strip(" ,;:")
    if not name or many or (len(taken) == 1 and not whole):
        return None
    half = len(name) // 2
    if name[half : half + 1] == " " and name[:half] == name[half + 1 :]:
        # "Ana Silva Ana Silva"
        name = name[:half]
    return Part((WORD if len(taken) == 1 else PERSON) if whole else BEGUN, name)


def _is_particle(reader: Reader, words: list[str], number: int) -> bool:
    """Whether a word is a small one inside a surname."""
    word = words[number]
    # "Vân" is a given name.
    if word.strip("'’‘.\"“”").casefold() in PARTICLES:
        return True
    if not word.islower() or not number:
        return False
    before, after = words[number - 1], words[number + 1 : number + 2]
    if word in _LINKED:
        behind, ahead = _LINKED[word]
        return (behind is None or before in behind) and (ahead is None or not ahead.isdisjoint(after))
    if word in _OF_THE or word in _ARTICLES:
        titled = fold(words[0]) in reader.lexicon.function_words
        return not titled and (word in _OF_THE or fold(before) in PARTICLES or before in _SMALL)
    return word in _SMALL and word not in reader.lexicon.function_words
