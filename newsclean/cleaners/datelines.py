"""Where and by which agency a report was filed, ahead of its first sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean.article import Dateline
from newsclean.cleaners import layout
from newsclean.language.dates import find_bare
from newsclean.lexicon import languages, load
from newsclean.lexicon.characters import DASHES, HAN, HANGUL, OPENING_QUOTES
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from newsclean.document import Block, Document
    from newsclean.lexicon import Lexicon

_LONGEST = 110
_PLACE_WORDS = 6
_DASH = r"(?:-{2,9}|[-\u2013\u2014\u2015\u2212]|\.\s?[-\u2013\u2014]+|=|:)"
_OPEN, _CLOSE = r"[(（\[［]", r"[)）\]］]"
# place[, region][, date] (AGENCY[, date]) DASH
_BRACKETED = re.compile(
    rf"(?P<before>[^()（）\[\]［］\n]{{0,70}}?)\s?{_OPEN}(?P<inside>[^()（）\[\]［］]{{2,45}}){_CLOSE}\s?(?:(?P<middle>[^()（）\n:=\u2014\u2013-]{{0,40}}?)\s?(?P<dash>{_DASH})(?=\s|[\"“„«A-ZÀ-Þ]|[^\x00-\x7f])|\s(?=\S))"
)
# AGENCY first, as Italian agencies write: (ANSA) - ROMA, 05 MAR -
_AGENCY_FIRST = re.compile(
    rf"{_OPEN}(?P<inside>[^()（）]{{2,30}}){_CLOSE}\s?[-\u2013\u2014]\s?(?P<before>[^()\n]{{2,40}}?)\s(?P<dash>[-\u2013\u2014]+)\s"
)
# PLACE, date — AGENCY.   and   PLACE, date. /AGENCY/.
_TRAILING = re.compile(
    r"(?P<before>[^\n—–/]{2,60}?)\s?(?:[—–-]\s(?P<agency>[^\n.—–,]{2,30})(?:,\s(?P<who>[^\n.,—–]{4,40}))?\.|\.?\s?/(?P<slashed>[^/\n]{2,25})/\.?(?:\s?[-—–])?)(?=\s)"
)
# PLACE. date. AGENCY -
_STOPPED = re.compile(
    r"(?P<before>[^\n—–/()]{2,50}?\d[^\n—–/()]{0,14}?)\.\s(?P<agency>[^\W\d_][\w-]{1,24}(?:\s[\w-]{2,14})?)\s?[-–—]\s"
)
_PLAIN = re.compile(
    r"(?P<before>[^\n()\u2014\u2013]{2,60}?)(?:(?P<dash>\s?(?:--+|[\u2014\u2015])|\.\s?[-\u2013\u2014]+)\s?|(?P<stop>\.)\s|\s(?P<short>[-\u2013])\s|(?P<colon>:)\s)(?=\S)"
)
_ZH = re.compile(
    rf"(?P<agency>[{HAN}]{{2,8}}?(?:社|网|網|报|報))(?P<place>[{HAN}]{{2,12}}?)(?P<date>\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日)(?:电|電|讯|訊)\s?(?:[（(](?P<who>[^（）()]{{2,40}})[）)])?\s?[：:]?\s?"
)
_ZH_PLAIN = re.compile(
    rf"[（(【]?(?P<agency>[{HAN}]{{2,8}}?(?:社|网|網|报|報))?(?P<who>记者|記者)(?P<name>[{HAN}]{{2,4}}(?:[、，][{HAN}]{{2,4}})*)[/／](?P<place>[{HAN}]{{2,8}}?)(?:\d+日)?(?:报道|報導|報道|电|電)(?:[）)】]\s?|(?=[\s：:]|$)[\s：:]*)"
)
_ZH_TW = re.compile(
    rf"[（(](?P<agency>[{HAN}]{{2,6}}?(?:社|網|报|報))(?:記者|记者)(?P<name>[{HAN}]{{3}})(?P<place>[{HAN}]{{2,8}}?)(?P<date>\d{{1,2}}日)(?:綜合|综合|專)?[电電][)）]\s?"
)
# 本报讯（记者 A 通讯员 B）
_ZH_OWN = re.compile(r"(?P<agency>本报|本報|本网|本網)(?:讯|訊)\s?[（(](?P<who>[^（）()]{2,40})[）)]\s?")
_ZH_ROLES = re.compile(r"(?:本报|本報|本网|本網)?(?:实习|實習|见习|見習|特约|特約)?(?:记者|記者|通讯员|通訊員)\s?")
_JA = re.compile(r"[【［\[](?P<inside>[^【】［］\[\]]{2,40})[】］\]]\s?")
_KO = re.compile(
    rf"[(（\[](?P<inside>[^()（）\[\]]{{2,30}}=[^()（）\[\]]{{2,30}}|[^()（）\[\]=]{{2,30}})[)）\]]\s?(?:(?P<names>[{HANGUL}]{{2,4}}(?:[·ㆍ,\s]+[{HANGUL}]{{2,4}})*)\s?(?P<role>기자|특파원|통신원)\s?)?(?P<dash>=)\s?"
)
#: Deck and captions may stand above the lead, judged as running text.
_HEAD = 4
_Result = tuple[int, Dateline, tuple[str, ...]]
#: Capitals of no more letters than this are an organisation as likely as a place.
_ACRONYM = 3
_LONGEST_ACRONYM = 8
_ABBREVIATED = re.compile(r",\s?[^\W\d_]{1,5}\.$|\b[A-Z]\.[A-Z]\.$")


def datelines(document: Document) -> Document:
    """Label the dateline that opens the body.

    Forms as the agencies write them: `TOKYO --`, `NAIROBI, Kenya (AP) —`,
    `Kiel (dpa/lno) -`, `【ニューヨーク共同】` … Without an agency, the place must
    be in capitals, or the text say elsewhere where it is ("in Kiel"), and a
    new sentence begin behind it. Hands off: a sentence that starts with a
    capitalised word and a dash ("NATO — the …").
    """
    start = layout.body_start(document)
    title = layout.title_index(document) or -1
    prose = [n for n in document.prose if n > title]
    # Key points may stand above the lead.
    lead = next((n for n in prose if not _listed_item(document.blocks[n])), start)
    places = dict.fromkeys((*prose[:1], start, start + 1, lead))
    for block in (document.blocks[n] for n in places if n < len(document.blocks)):
        if block.role:
            continue
        found = _find(document, document.text(block))
        if found:
            end, dateline, names = found
            if end >= len(document.text(block)):
                return document
            label = document.part(block, 0, end).label("dateline", (dateline, names))
            return document.replace([label])
    return document.replace(list(filter(None, (_above(document, n) for n in prose[:_HEAD])))[:1])


def _listed_item(block: Block) -> bool:
    return block.markup is not None and (block.markup.item or any(tag.listed for tag in block.within(1)))


def _above(document: Document, number: int) -> Block | None:
    """A dateline on the line above running text: with an agency or a reporter, or it may be a heading."""
    block = document.blocks[number - 1] if number else None
    if block is None or block.role or len(document.text(block)) > _LONGEST:
        return None
    text = document.text(block)
    found = _find(document, f"{text} {document.text(document.blocks[number])}")
    if not found or found[0] not in {len(text), len(text) + 1} or not (found[1].agency or found[2]):
        return None
    return block.label("dateline", found[1:])


def _find(document: Document, text: str) -> _Result | None:
    """Where in a text its dateline ends, the dateline, and reporters named in it."""
    beginning = text[:_LONGEST]
    for reader in (_japanese, _chinese, _korean, _agency_first, _bracketed, _trailing, _stopped, _plain):
        found = reader(beginning, document)
        if found:
            return found
    return None


def _bracketed(text: str, document: Document) -> _Result | None:
    match = _BRACKETED.match(text)
    if not match:
        return None
    agency, inner_date = _agency_and_date(match["inside"], document.reader.lexicon)
    before, names = _place_and_names(match["before"])
    place, date = _place_and_date(before, document.reader.lexicon)
    middle_date = (match["middle"] or "").strip(" ,.")
    if not match["dash"] and not (place and (date or place.isupper())):
        return None
    if middle_date and not find_bare(middle_date, document.reader.lexicon):
        return None
    located = bool(match["dash"]) and _located(place, document)
    agency = agency or _signature(match["inside"], place, text[match.end() :], located=located)
    # "Wexley (special correspondent).–" names nobody; "Ana Silva (editor): …" answers questions.
    filed = place.isupper() or (match["dash"] or "").startswith(".")
    sent = bool(filed and place) and document.reader.read(match["inside"]).whole("bylines.staff", "bylines.roles")
    if not (agency or sent) or not (_is_place(place) or not place):
        return None
    if match["dash"] == ":" and not place:
        return None
    return match.end(), Dateline(place or None, agency, date or inner_date or middle_date or None), names


def _signature(inside: str, place: str, after: str, *, located: bool) -> str | None:
    """An agency nobody has listed: capitals, or few small letters behind what is known for a place; or a name."""
    begins = after.lstrip(f"{OPENING_QUOTES}¿¡ ")[:1]
    if not place or not (begins.isupper() or begins.isdigit()):
        return None
    # "NAIROBI, Kenya" is in capitals too.
    capitals = place.split(",", maxsplit=1)[0].isupper()
    acronym = inside.isupper() and inside.isalpha() and _ACRONYM - capitals <= len(inside) <= _LONGEST_ACRONYM
    acronym = acronym or (located and inside.islower() and inside.isalpha() and 1 < len(inside) <= _ACRONYM + 1)
    named = capitals and inside.istitle() and len(inside.split()) <= _ACRONYM and not any(c.isdigit() for c in inside)
    return inside if acronym or named else None


def _place_and_names(before: str) -> tuple[str, tuple[str, ...]]:
    """Part a reporter from the place: Barış KOÇER/İZMİR."""
    name, slash, place = before.rpartition("/")
    if slash and len(name.split()) > 1 and place.strip().isupper():
        return place.strip(), (name.strip(),)
    return before, ()


def _agency_first(text: str, document: Document) -> _Result | None:
    match = _AGENCY_FIRST.match(text)
    if not match or not _known(match["inside"]):
        return None
    place, date = _place_and_date(match["before"], document.reader.lexicon)
    if not place or not (place.isupper() or date) or not _is_place(place):
        return None
    return match.end(), Dateline(place, match["inside"].strip(), date), ()


def _trailing(text: str, document: Document) -> _Result | None:
    match = _TRAILING.match(text)
    if not match:
        return None
    agency = (match["agency"] or match["slashed"]).strip()
    place, date = _place_and_date(match["before"], document.reader.lexicon)
    listed = _known(agency) or (agency.isupper() and place.isupper() and bool(date))
    if not listed or not _is_place(place) or not (place.isupper() or date):
        return None
    return match.end(), Dateline(place, agency, date), (match["who"],) if match["who"] else ()


def _stopped(text: str, document: Document) -> _Result | None:
    match = _STOPPED.match(text)
    if not match or not _known(match["agency"]):
        return None
    place, date = _place_and_date(match["before"], document.reader.lexicon)
    if not date or not _is_place(place):
        return None
    return match.end(), Dateline(place, match["agency"], date.rstrip(".")), ()


def _plain(text: str, document: Document) -> _Result | None:
    """`PLACE --`: capitals, and nothing else in the text in such capitals."""
    match = _PLAIN.match(text)
    if not match:
        return None
    before = match["before"]
    if (match["dash"] or "").startswith(".") and _ABBREVIATED.search(f"{before}."):
        before += "."
    place, date = _place_and_date(before, document.reader.lexicon)
    after = text[match.end() :].lstrip(f"{OPENING_QUOTES}¿¡")
    if not place or not _is_place(place) or not after or after[0].islower():
        return None
    head = place.split(",")[0]
    mixed = not head.isupper() and not date
    shouted = place.isupper() and sum(c.isalpha() for c in place) > _ACRONYM and " " not in place
    if match["stop"] and not (mixed or shouted):
        return None
    known = document.reader.read(head)
    if known.cover or known.starts("sections.names"):
        # A kicker such as "ANALYSIS -" is no place.
        return None
    if mixed:
        spoken = _spoken_of(head, document) if match["colon"] else _located(place, document)
        if match["stop"]:
            # A noun may open a text, too ("Hope. It is …"); a local paper has its towns in headline or menu.
            spoken = " " not in place and ((spoken and _in_title(place, document)) or _listed(place, document))
        return (match.end(), Dateline(place, None, None), ()) if spoken else None
    if not ((head.isupper() and sum(c.isalpha() for c in head) > 2) or date):  # noqa: PLR2004
        return None
    # An acronym comes back in capitals; a place comes back as "Tokyo", if at all.
    elsewhere = document.source.count(head) - document.source.count(text[: match.end()])
    if not date and re.search(rf"\b{re.escape(head)}\b", document.source.replace(text, "", 1)) and elsewhere > 0:
        return None
    return match.end(), Dateline(place, None, date), ()


def _spoken_of(place: str, document: Document) -> bool:
    """Whether the text speaks of a name as of a place elsewhere ("in Nagpur")."""
    return _located(place, document) or (bool(_locatives(document)) and _in_title(place, document))


def _in_title(place: str, document: Document) -> bool:
    title = next(document.find("title"), None)
    return title is not None and place in document.text(title)


def _listed(place: str, document: Document) -> bool:
    """Whether a place stands on a line of its own that is not of the article."""
    return any(
        document.text(block) == place
        for block in document.blocks
        if block.role in {"removed", "section"} or (not block.role and block.scores and not block.judged_body)
    )


def _located(places: str, document: Document) -> bool:
    """Whether the text says of a name, or one of several, where it is: "in Nagpur"."""
    names = [re.escape(name) for name in map(str.strip, places.split("/")) if len(name) > _ACRONYM]
    locatives = [re.escape(word) for word in _locatives(document)]
    if not names or not locatives:
        return False
    return bool(re.search(rf"\s(?:{'|'.join(locatives)})\s(?:{'|'.join(names)})\b", document.source))


def _locatives(document: Document) -> list[str]:
    return [word for table in document.reader.lexicon.tables() for word in table["datelines"].get("locatives", ())]


def _japanese(text: str, document: Document) -> _Result | None:
    match = _JA.match(text)
    if not match or document.language != "ja":
        return None
    inside = match["inside"].replace("\u3000", " ").strip()
    date = re.search(r"[\d０-９]{1,2}月?[\d０-９]{0,2}日", inside)
    bare = inside.replace(date[0], " ") if date else inside
    agencies = sorted(_agencies()[1], key=len, reverse=True)
    for agency in agencies:
        if bare.strip().endswith(agency) or bare.strip().startswith(agency):
            place = bare.strip().removesuffix(agency).removeprefix(agency).strip(" 、,＝=・")
            names: tuple[str, ...] = ()
            if "＝" in bare or "=" in bare:
                place, _, name = place.partition("＝")
                names = (name.strip(),) if name.strip() else ()
            return match.end(), Dateline(place or None, agency, date[0] if date else None), names
    who = re.fullmatch(
        r"(?P<place>[^=＝]{2,12})[=＝](?P<name>[^=＝]{2,10})|(?P<p2>\S{2,10}) ?(?P<n2>\S+(?: \S+)?)記者", bare.strip()
    )
    if who and (who["place"] or date):
        return (
            match.end(),
            Dateline(who["place"] or who["p2"], None, date[0] if date else None),
            ((who["name"] or who["n2"]),),
        )
    return None


def _chinese(text: str, document: Document) -> _Result | None:
    if document.language != "zh":
        return None
    match = _ZH.match(text)
    if match:
        place, agency = match["place"], match["agency"]
        return match.end(), Dateline(place, agency, match["date"]), _reporters(match["who"] or "")
    match = _ZH_OWN.match(text)
    if match and _ZH_ROLES.match(match["who"]):
        return match.end(), Dateline(None, match["agency"], None), _reporters(match["who"])
    match = _ZH_TW.match(text)
    if match:
        return match.end(), Dateline(match["place"], match["agency"], match["date"]), (match["name"],)
    match = _ZH_PLAIN.match(text)
    if match:
        return match.end(), Dateline(match["place"], match["agency"], None), _reporters(match["name"])
    return None


def _korean(text: str, document: Document) -> _Result | None:
    match = _KO.match(text)
    if not match or document.language != "ko":
        return None
    place, _, agency = match["inside"].rpartition("=")
    names = tuple(re.split(r"[·ㆍ,\s]+", match["names"].strip())) if match["names"] else ()
    return match.end(), Dateline(place.strip() or None, agency.strip() or None, None), names


def _reporters(text: str) -> tuple[str, ...]:
    names = re.split(r"[、，,\s]+", _ZH_ROLES.sub("、", text))
    return tuple(name for name in names if 2 <= len(name) <= 4)  # noqa: PLR2004


@cache
def _agencies() -> tuple[frozenset[str], frozenset[str]]:
    names = [name for code in languages() for name in load(code)["datelines"]["agencies"]]
    return frozenset(fold(name).replace(" ", "") for name in names), frozenset(names)


def _known(name: str) -> bool:
    """Whether a name is an agency's, or several agencies' joined."""
    parts = re.split(r"[/,+]|(?<=\w)-(?=\w)| y | and | und | et ", name.strip())
    return bool(parts) and any(
        fold(part).replace(" ", "").strip(".") in _agencies()[0] for part in parts if part.strip()
    )


def _agency_and_date(inside: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    dates = find_bare(inside, lexicon)
    date = inside[dates[0][0] : dates[-1][1]] if dates else None
    agency = (inside.replace(date, "") if date else inside).strip(f" ,;.{DASHES}")
    return (agency or None, date) if _known(agency) else (None, date)


def _place_and_date(before: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """The place and the date of a dateline's first part, both as written."""
    dates = find_bare(before, lexicon)
    if not dates:
        return _bare(before), None
    start = dates[0][0]
    place = _bare(before[:start])
    words = place.split()
    if (
        len(words) > 1
        and fold(words[-1]) in lexicon.function_words
        and words[-1].islower() == words[-1].lower().islower()
    ):
        place = " ".join(words[:-1])
    return place, before[start:].strip(f" ,;{DASHES}")


def _bare(place: str) -> str:
    """A place without what parts it from the rest; "Pa." keeps its full stop."""
    bare = place.strip(f" ,;{DASHES}")
    return bare if _ABBREVIATED.search(bare) else bare.rstrip(". ")


def _is_place(text: str) -> bool:
    """Whether a text could be a place, or several: a few words, capitals first."""
    words = re.split(r"[\s,/]+", text.strip())
    if (
        # Nothing at all, or a mark in front.
        not words[0] or len(words) > _PLACE_WORDS or any(c.isdigit() for c in text) or any(c in '"“”!?;:' for c in text)
    ):
        return False
    first = words[0][0]
    return first.isupper() or first.upper() == first.lower()
