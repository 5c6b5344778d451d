"""The forms of datelines: a table of patterns, the parts that each must give, and what must hold of these."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language.agencies import is_agency
from newsclean.lexicon import load
from newsclean.lexicon.case import cased, small
from newsclean.lexicon.characters import CLOSING_QUOTES, FIRST_WIDE, HAN, HANGUL, OPENING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.language.reader import Reader

    _Form = tuple[str, str] | tuple[str, str, Callable[["Line"], bool]] | tuple[str, str, Callable[["Line"], bool], str]

#: Longer acronyms are words in capitals; shorter ones are as likely a place as an organisation.
_LONGEST_ACRONYM, _ACRONYM = 8, 3
#: Behind a dateline stands a report's first sentence, longer than most headlines.
_LEAST_REPORT = 100
_JOINS = re.compile("[-./]")
_AGENCY_WORDS, _SMALL_WORDS, _FULL_NAME, _FEW_WORDS = 4, 3, 2, 2


class Line(NamedTuple):
    """What a pattern found in a line: the dateline's parts, the mark behind it, and what follows."""

    place: str
    agency: str
    date: str
    names: tuple[str, ...]
    staff: str
    mark: str
    after: str
    reader: Reader

    @property
    def capitals(self) -> bool:
        """Whether the place is in capitals: "NAIROBI, Kenya" is, too."""
        return self.place.split(",")[0].split(" (")[0].isupper()

    @property
    def filed(self) -> bool:
        """Whether it surely tells a place."""
        return self.capitals or bool(self.date)

    @property
    def begins(self) -> bool:
        """Whether a new sentence follows."""
        first = self.after.lstrip(f"{OPENING_QUOTES}¿¡ ")[:1]
        return bool(first) and not small(first)


class Row(NamedTuple):
    """A form of dateline: its pattern, the parts that it must give, and what else must hold.

    What the text around has to confirm is told in `Filed.confirm`.
    """

    pattern: re.Pattern[str]
    needs: list[str]
    check: Callable[[Line], bool] = bool
    confirm: str = ""


@cache
def rows(language: str | None) -> tuple[Row, ...]:
    """The forms that a line may have in a language, in the order in which they are tried."""
    eastern = _japanese() if language == "ja" else _EASTERN.get(language or "", ())
    return tuple(Row(re.compile(pattern), needs.split(), *more) for pattern, needs, *more in (*eastern, *_FORMS))


# What has to hold of the parts.


def _bracketed(line: Line) -> bool:
    """An agency in brackets; without a dash, behind a place in capitals or a date."""
    if line.mark in {"", "."}:
        return is_agency(line.agency) and bool(line.place) and (line.place.isupper() or bool(line.date))
    return is_agency(line.agency) and (bool(line.place) or line.mark != ":")


def _small_bracketed(line: Line) -> bool:
    """A listed agency in brackets behind a place in small letters, and at most a full stop before a new sentence."""
    return line.mark in {"", "."} and is_agency(line.agency) and line.begins


def _uncased_bracketed(line: Line) -> bool:
    """The same behind few words without case, unless what follows only goes on with a sentence: "(AFP) کے مطابق"."""
    few = not cased(line.place) and line.place < FIRST_WIDE and line.place.count(" ") < _FEW_WORDS
    following = line.reader.read(line.after.split(maxsplit=1)[0]).words[:1] if few and line.after.strip() else ()
    return bool(following) and line.reader.lexicon.function_words.isdisjoint(following) and _small_bracketed(line)


def _unlisted(line: Line) -> bool:
    """An agency nobody has listed: an acronym, or a name behind a place in capitals."""
    agency, words = line.agency, line.agency.split()
    acronym = agency.isupper() and agency.isalpha() and _ACRONYM - line.capitals <= len(agency) <= _LONGEST_ACRONYM
    letters = not any(c.isdigit() for c in agency) and len(words) <= _AGENCY_WORDS
    # "Agence du Nord"
    title = agency[:1].isupper() and all(word[0].isupper() or len(word) <= _ACRONYM for word in words)
    named = line.filed and letters and (title or (bool(line.date) and agency[:1].isupper()))
    day = line.reader.read(agency).whole("dates.weekdays")
    return line.begins and (acronym or named) and bool(line.mark) and not day


def _parted_unlisted(line: Line) -> bool:
    """The same before a dash; before a colon stands who speaks, too, and for whom: "THE CHAIR (Ana Silva): …"."""
    return line.mark not in {":", "."} and _unlisted(line)


def _regional(line: Line) -> bool:
    """A region in brackets, in the place's letters where in capitals; an acronym of three may be an agency's."""
    region = line.place.rpartition(" (")[2].rstrip(")")
    acronym = region.isupper() and (len(region) == _ACRONYM or not line.capitals)
    return not (acronym or is_agency(region)) and _opens(line)


def _small(line: Line) -> bool:
    """The same in few small letters, as regional services sign, also with a word for what they are: "nor-press"."""
    first, *more = _JOINS.split(line.agency)
    letters = small(line.agency) and first.isalpha() and all(part.isalpha() for part in more[:1]) and len(more) <= 1
    return line.begins and letters and 1 < len(first) <= _ACRONYM + 1 and bool(line.mark)


def _of_its_own(line: Line) -> bool:
    """A name, in brackets or not, before a dash and a new sentence."""
    words = line.agency.split()
    return bool(words) and line.begins and line.mark != "." and len(words) <= _AGENCY_WORDS


def _staff(line: Line) -> bool:
    """Who was sent there, for the agency: "(enviada especial)"; "Ana Silva (editor): …" answers questions."""
    sent = line.reader.read(line.staff).whole("bylines.staff", "bylines.roles")
    return sent and (line.place.isupper() or (line.mark.startswith(".") and line.mark != "."))


def _housed(line: Line) -> bool:
    """An agency or a paper, behind who writes for it."""
    return is_agency(line.agency) or line.reader.read(line.agency).whole("bylines.staff")


def _signed(line: Line) -> bool:
    """A person's name of several words, a paper's and a place, of which none is a known word such as a day's."""
    parts = (*line.names, line.agency, line.place)
    several = all(_FULL_NAME <= len(name.split()) <= _FULL_NAME + 2 for name in line.names) and bool(line.names)
    large = all(not small(part[0]) and not any(map(str.isdigit, part)) for part in parts)
    known = any(line.reader.read(part).cover for part in parts[:-1])
    return several and large and not known and not line.reader.read(line.place).whole("dates.weekdays")


def _released(line: Line) -> bool:
    """A service between slashes."""
    return (is_agency(line.agency) and line.filed) or (line.capitals and bool(line.date))


def _listed(line: Line) -> bool:
    return is_agency(line.agency) and line.filed


def _listed_small(line: Line) -> bool:
    """The same, a place of a few words, and a new sentence behind it."""
    return _listed(line) and line.begins and line.place.count(" ") < _SMALL_WORDS


def _opens(line: Line) -> bool:
    """Whether a sentence follows what is no kicker, such as "ANALYSIS -"; papers name sections for cities, too.

    Behind such a kicker stands a headline.
    """
    known = line.reader.read(line.place.split(",")[0])
    # "Ana Silva, 29: …" is somebody's age.
    aged = line.date.isdigit() and (line.mark == ":" or not line.capitals)
    if not line.begins or aged or known.whole("dates.weekdays"):
        return False
    if bool(line.date) or line.mark.startswith(".-"):
        return True
    if known.starts("sections.names"):
        return line.mark != "." and known.cover.keys() <= {"sections"} and len(line.after) >= _LEAST_REPORT
    return not known.cover


def _shouted(line: Line) -> bool:
    """A place in capitals, of a single word where a full stop parts it, and no kicker such as "ANALYSIS -"."""
    letters = sum(c.isalpha() for c in line.place.split(",")[0])
    single = " " not in line.place and letters > _ACRONYM
    return line.capitals and letters >= _ACRONYM and (single or line.mark != ".") and _opens(line)


def _small_place(line: Line) -> bool:
    """A place in small letters, of a single word where a full stop parts it."""
    words = line.place.count(" ") + 1
    return not line.capitals and _opens(line) and words <= (1 if line.mark == "." else _SMALL_WORDS)


def _trailing(line: Line) -> bool:
    """An agency behind a dash, and a full stop."""
    return _listed(line) or (line.agency.isupper() and line.place.isupper() and bool(line.date))


def _in_capitals(line: Line) -> bool:
    return line.capitals and line.begins


# What patterns are made of.

_OPEN, _CLOSE, _IN = r"[(（\[［]", r"[)）\]］]", r"[^()（）\[\]［］]"
_DASH = r"(?P<mark>-{2,9}|[-_\u2013\u2014\u2015\u2212]|\.\s?[-\u2013\u2014]+|=|:)"
_PLACE = r"(?P<place>[^()（）\[\]［］\n]{0,70}?(?:\s\([^()\n]{2,30}\)[^()\n]{0,20}?)?)"
_MIDDLE = r"(?!\.\s[^\W\d_])(?P<date>[^()（）\n:=\u2014\u2013-]{0,40}?)"
_AGENCY = (
    rf"{_PLACE}\s?{_OPEN}(?P<agency>{_IN}{{2,45}}){_CLOSE}\s?"
    rf"(?:{_MIDDLE}\s?{_DASH}(?=\s|[\"“„«A-ZÀ-Þ]|[^\x00-\x7f])|(?P<mark_2>\.)?\s(?=\S))"
)
_SENT = _AGENCY.replace("agency", "staff")
_OPENING = r"(?P<place>[^\n()\u2014\u2013]{2,60}?)"
_WITH_REGION = r"(?P<place>[^\n()\u2014\u2013]{2,60}?(?:\s\([^()\n]{2,30}\)[^\n()\u2014\u2013]{0,25}?)?)"
_AGENCY_FIRST = rf"{_OPEN}(?P<agency>{_IN}{{2,30}}){_CLOSE}\s?"
_OUTLET = rf"(?P<agency>[^\n:—–|(){OPENING_QUOTES}]{{3,40}}?)"
_BEFORE, _SLASHED = r"(?P<place>[^\n—–/]{2,70}?(?:\s/[^/\n]{2,30}/[^\n—–/]{0,20}?)?)", r"(?P<agency>[^/\n]{2,25})"
_HYPHEN, _BAR, _TOLD = "[-–—]", "[-–—/|]", r"[^\n.,—–]"
_WHO, _WORD = rf"(?:,\s(?P<names>{_TOLD}{{4,40}}))?", r"[^\W\d_][\w-]{1,24}"
_WRITER, _FROM = rf"(?P<names>{_TOLD}{{4,40}}?)", rf"(?P<place>{_TOLD}{{2,40}}?)"
_QUOTED = rf"\s{_HYPHEN}\s[{OPENING_QUOTES}](?P<agency>{_TOLD}{{2,40}})[{CLOSING_QUOTES}]\s{_HYPHEN}\s"
_PARTED = (
    rf"{_OPENING}(?:\s?(?P<mark>--+|[\u2014\u2015]|\.\s?[-\u2013\u2014]+)\s?"
    rf"|\s(?P<mark_2>[-\u2013·])(?:\s|(?=[{OPENING_QUOTES}])))(?=\S)"
)
_REGIONAL = _PARTED.replace(_OPENING, r"(?P<place>[^\n()—–]{2,40}?\s\([^()\n]{2,30}\),\s[^\n()—–]{4,25}?)")
_COLON, _STOP = rf"{_OPENING}(?P<mark>:)\s(?=\S)", rf"{_OPENING}(?P<mark>\.)\s(?=\S)"
_ZH_AGENCY, _ZH_REPORTER = (
    rf"(?P<agency>[{HAN}]{{2,8}}?[社网網报報]|本[报報网網])",
    "(?:[实實见見][习習]|特[约約派])?(?:记者|記者)",
)
_ZH_PLACE, _ZH_NAMES = rf"(?P<place>[{HAN}]{{2,12}}?)", rf"(?P<names>[{HAN}]{{2,4}}(?:[、，][{HAN}]{{2,4}})*)"
_ZH_NAME = rf"(?P<names>[{HAN}]{{3}})"
_ZH_SIGNED = r"[（(](?P<names>[^（）()]{2,40})[）)]"
_KO_IN = r"[^()（）\[\]=]"
_KO_NAMES = rf"(?P<names>[{HANGUL}]{{2,4}}(?:[·ㆍ,\s]+[{HANGUL}]{{2,4}})*)"

#: Pattern, parts that must be there, what must hold of them, what the text must confirm; the first that fits counts.
_FORMS: tuple[_Form, ...] = (
    # Ana Silva – Agencia Sur – Lima:
    (
        rf"(?P<names>{_TOLD}{{4,40}})\s{_HYPHEN}\s(?P<agency>{_TOLD}{{2,40}})\s{_HYPHEN}\s(?P<place>{_TOLD}{{2,40}}?):\s",
        "agency place names",
        _housed,
    ),
    # Ana Silva - «The Post» - Lima:   and   Lima - «The Post» - Ana Silva:
    (rf"{_WRITER}{_QUOTED}{_FROM}:\s", "agency place names", bool, "spoken"),
    (rf"{_FROM}{_QUOTED}{_WRITER}:\s", "agency place names", bool, "spoken"),
    # Ana Silva – The Post – Lima: with a paper that nobody has listed, on a line of its own
    (rf"{_WRITER}\s{_BAR}\s(?P<agency>{_TOLD}{{2,40}}?)\s{_BAR}\s{_FROM}:\s", "agency place names", _signed, "line"),
    # (ANSA) - ROMA, 05 MAR -   and, with a region, (ANSA) - BRA (CUNEO), 05 MAR -   and   (AGI) Bra (Cuneo), 5 mar. -
    (rf"{_AGENCY_FIRST}{_HYPHEN}\s?{_WITH_REGION}\s{_HYPHEN}+\s", "agency place", _listed),
    (rf"{_AGENCY_FIRST}{_WITH_REGION}\s{_HYPHEN}+\s", "agency place date", _listed_small),
    # ТАШКЕНТ, 2 мар — РИА Новости.   and, with a region, ТЕРМЕЗ (Сурхандарья), 2 мар — РИА Новости.
    (rf"{_BEFORE}\s?{_HYPHEN}\s(?P<agency>{_TOLD}{{2,30}}){_WHO}\.(?=\s)", "agency place", _trailing),
    # Москва. 5 марта. ИНТЕРФАКС -   and   Bakı. 5 mart. REPORT.AZ/
    (rf"{_BEFORE}\.\s(?P<agency>{_WORD}(?:[\s.][\w-]{{2,14}})?)\s?(?:{_HYPHEN}|/)\s", "agency place date", _listed),
    # NAIROBI, Kenya, Feb 3 (AP) —   and   MADRID, 3 (EUROPA PRESS)
    (_AGENCY, "agency", _bracketed),
    (_AGENCY, "agency place date", _small),
    (_AGENCY, "agency place", _small, "located"),
    # Zug (Switzerland), March 3, 2024 -
    (_REGIONAL, "place date", _regional),
    (_AGENCY, "agency place", _parted_unlisted),
    (_AGENCY, "agency place", _unlisted, "located"),
    # لاہور (اے ایف پی) بلدیہ نے …
    (_AGENCY, "agency place", _uncased_bracketed),
    # Bremen (ots) Am Montag …
    (_AGENCY, "agency place", _small_bracketed, "told"),
    (_SENT, "place staff", _staff),
    # (CIUDAD DE MÉXICO, 3 mayo).-
    (rf"{_OPEN}(?P<place>{_IN}{{4,60}}){_CLOSE}[.\s]{{0,2}}[-–—:]*\s", "place date", _in_capitals),
    (_AGENCY, "agency date", _unlisted),
    # CORWICK, UK / ACCESSWIRE / May 7, 2024 /
    (rf"{_OPENING}\s/\s{_SLASHED}\s/\s(?P<date>[^\n/]{{4,20}})\s/\s", "agency place date", _in_capitals),
    # CORWICK, Wales, May 7, 2024 /PRNewswire/ --   and   МОСКВА, 5 марта. /ТАСС/.
    (rf"{_BEFORE}\.?\s?/{_SLASHED}/\.?(?:\s?{_HYPHEN}{{1,3}})?(?=\s)", "agency place", _released),
    # WEXLEY, Maine – May 2, 2024 – The council …
    (rf"{_OPENING}\s{_HYPHEN}{{1,2}}\s(?P<date>[^\n–—]{{4,25}}?)\s{_HYPHEN}{{1,2}}\s(?=\S)", "place date", _opens),
    # NEW YORK, April 8 -   and, without a date, WEXLEY --
    (_PARTED, "place date", _opens),
    (_PARTED, "place", _shouted, "acronym"),
    (_PARTED, "place", _small_place, "located"),
    (_COLON, "place date", _opens),
    # ԵՐԵՎԱՆ, 5 ՄԱՐՏԻ, ԱՐՄԵՆՊՐԵՍ։
    (_COLON.replace(":)", "։)"), "place date", _in_capitals),
    (_COLON, "place", _shouted, "shouted"),
    (_COLON, "place", _small_place, "named"),
    # Norderhaven. Der Rat …
    (_STOP, "place", _shouted, "acronym"),
    (_STOP, "place", _small_place, "town"),
    # (WXLY) —   and   Wexley Post -   and   Wexley (wexley.org/as)
    (rf"{_AGENCY_FIRST}{_DASH}\s", "agency", _of_its_own, "own"),
    (rf"{_OUTLET}\s?(?P<mark>:?\s?[-–—]{{1,2}})\s(?=\S)", "agency", _of_its_own, "own"),
    (_AGENCY, "agency place", _of_its_own, "own"),
)
_KO = (
    rf"{_OPEN}(?:(?P<place>{_KO_IN}{{2,30}})=)?(?P<agency>{_KO_IN}{{2,30}}){_CLOSE}\s?"
    rf"(?:{_KO_NAMES}\s?(?:기자|특파원|통신원)\s?)?=\s?"
)
_KO_PAPER = rf"{_OPEN}(?P<agency>{_KO_IN}{{2,20}}?)\s{_KO_NAMES}\s?(?:기자|특파원|통신원){_CLOSE}\s?=?\s?"
_ZH_DAY, _ZH_SENT = r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)", "(?:綜合|综合|專)?[电電讯訊]"
_ZH_TOLD = r"(?:\d+日)?(?:报道|報導|報道|电|電)(?:[）)】]\s?|(?=[\s：:]|$)[\s：:]*)"
_EASTERN: dict[str, tuple[_Form, ...]] = {
    "zh": (
        # 新华社巴黎3月5日电（记者王小明）
        (rf"{_ZH_AGENCY}{_ZH_PLACE}{_ZH_DAY}{_ZH_SENT}\s?(?:{_ZH_SIGNED})?\s?[：:]?\s?", "agency place date"),
        # 【北京3月5日电】（记者王小明）
        (rf"[【［]{_ZH_PLACE}{_ZH_DAY}{_ZH_SENT}[】］]\s?(?:{_ZH_SIGNED})?\s?", "place date"),
        # 本报讯（记者王小明 通讯员李四）
        (rf"(?P<agency>本[报報网網])[讯訊]\s?{_ZH_SIGNED}\s?", "names"),
        # （中央社記者林小明臺北5日電）
        (rf"[（(]{_ZH_AGENCY}{_ZH_REPORTER}{_ZH_NAME}{_ZH_PLACE}{_ZH_DAY}{_ZH_SENT}[)）]\s?", "names place"),
        # 記者林小明／臺北報導
        (rf"[（(【]?{_ZH_AGENCY}?{_ZH_REPORTER}{_ZH_NAMES}[/／]{_ZH_PLACE}{_ZH_TOLD}", "names place"),
    ),
    # (서울=연합뉴스) 김민수 기자 =   and   [호수일보 김민수 기자]
    "ko": ((_KO, "agency"), (_KO_PAPER, "agency names")),
}


def _japanese() -> tuple[_Form, ...]:
    """【PLACE AGENCY】, either of them with a date, or the place with a reporter."""
    agency = "|".join(map(re.escape, sorted(load("ja")["datelines"]["agencies"], key=len, reverse=True)))
    date, name = r"[\d０-９]{1,2}月?[\d０-９]{0,2}日", r"[^【】］\[\]=＝\d０-９\s]"
    place = rf"\s?(?P<place>{name}{{0,12}}?)[\s、,＝=・]?(?P<date>{date})?"
    signed = rf"(?P<agency>{agency})?{place}\s?(?P<agency_2>{agency})?"
    sent = rf"{place}[=＝\s](?P<names>{name}{{2,10}}(?:\s{name}{{1,8}})?)(?:(?P<agency>{agency})|記者)?"
    return (rf"[【［\[]{signed}[】］\]]\s?", "agency"), (rf"[【［\[]{sent}[】］\]]\s?", "place names")
