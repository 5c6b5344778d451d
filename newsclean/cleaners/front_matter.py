"""What a program put before the text: keys and their values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from newsclean.article import Dateline
from newsclean.language.calendars import is_to_come
from newsclean.language.signatures import names
from newsclean.language.sites import parsed, plain, site_names, without_site
from newsclean.text.front_matter import find
from newsclean.text.front_matter import values as stated_values
from newsclean.text.keys import body_at
from newsclean.text.written import laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.text.keys import Entry

#: What a description ends in where it was broken off.
_BROKEN_OFF = ("...", "…", "...]", "…]")
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<text>(?:\\.|(?!(?P=mark))[^\\])*)(?P=mark)")
_ITEM = "- "
#: What is around a value of a list, and between two.
_AROUND = " \t[]{}\"'"
_BETWEEN = re.compile(r"[;,|]")
#: Between the items of a list that was read by its language's rules.
_SEPARATOR = "; "
#: Fields that are not read again in the text, and those whose value may be text of the article by mistake.
_STATED = frozenset({"title", "deck"})
_FIELDS = frozenset({"byline", "published", "modified", "tags", "section", "url", "site"})
#: An outlet's address without a scheme; no name of one is longer.
_HOST = re.compile(r"\A(?:[\w-]++\.)++[a-z]{2,}+", re.IGNORECASE)
_LONGEST_NAME = 60
#: The parts of a name as catalogues write it.
_TURNED = ("family", "forenames")
#: A title is not longer.
_LONGEST_LINE = 300


def front_matter(document: Document) -> Document:
    """Label the fields in a text's front matter, and remove its keys and all else in it.

    The title goes without the site's name; where the text repeats it, the one in the text is the title, as what is
    around it tells of other fields. A description is the deck unless it is the beginning of the body or broken off.
    Hands off: lines with keys that begin no text, or are not those of an article; texts that newsclean wrote.

    >>> from newsclean.text import read
    >>> document = read("Title: Rates rise\\nDate: 2024-05-02\\n\\nThe bank raised its rate on Monday.")
    >>> [(block.role, document.text(block)) for block in front_matter(document).blocks]
    [('removed', 'Title:'), ('title', 'Rates rise'), ('removed', 'Date:'), ('published', '2024-05-02'), \
('', 'The bank raised its rate on Monday.')]
    """
    entries = [] if document.paged or laid_out(document.source) else find(document.source)
    if not entries:
        return document
    spans = {(block.start, block.end): block for block in document.blocks}
    if any(span not in spans for entry in entries for span in entry.spans):
        # Repairing the encoding showed front matter that the blocks were not cut by.
        return document
    labelled = list(_labelled(document, entries, spans))
    stated = {b.role: b.value or document.text(b) for b in labelled if b.role in _STATED and b.value != ()}
    stated["publisher"] = _publisher(document, entries, spans)
    return attrs.evolve(document, metadata={**stated, **document.metadata}).replace(labelled)


def _labelled(document: Document, entries: list[Entry], spans: dict[tuple[int, int], Block]) -> Iterator[Block]:
    values: dict[str, list[Block]] = {}
    for entry in entries:
        key, blocks = _parted(entry, spans)
        if key:
            yield key.remove("label")
        # What goes on below may begin here; running text that tells no field is not the program's.
        running = entry.field == "body" or (entry.field in _FIELDS and any(document.read(b).prose for b in blocks))
        yield from (block if running else block.remove("other") for block in blocks)
        dated = entry.field == "line" and document.read(blocks[0]).stamps.mostly
        # Of several statements the first counts.
        values.setdefault("published" if dated else entry.field, blocks)
    read = stated_values(document.source, entries)
    texts = {field: _SEPARATOR.join(read.get(field, ())) or _text(document, blocks) for field, blocks in values.items()}
    lists = {field: items for field, items in read.items() if len(items) > 1}
    sites = site_names([texts.get("site", "")], texts.get("url"))
    begun = body_at(document.source, entries)
    told = {span for entry in entries for span in entry.spans}
    below = [block for block in document.blocks if block.start >= begun and (block.start, block.end) not in told]
    for field, text in texts.items():
        shown = _shown(document, text, sites, below) if field == "title" and text else None
        if shown:
            yield shown.label("title")
            yield from (block.remove("duplicate") for block in values[field])
            continue
        items = lists.get(field) or tuple(_listed(text))
        value = _value(document, field, (text, items), sites, below) if text else None
        if value:
            # A list's first line bears the value, the others are a part of it.
            yield from (block.label(field, value if n == 0 else ()) for n, block in enumerate(values[field]))


def _parted(entry: Entry, spans: dict[tuple[int, int], Block]) -> tuple[Block | None, list[Block]]:
    """An entry's key, if it has one, and its values."""
    key, *rest = (spans[span] for span in entry.spans)
    return (key, rest) if entry.keyed else (None, [key, *rest])


def _publisher(document: Document, entries: list[Entry], spans: dict[tuple[int, int], Block]) -> str | None:
    """What the outlet is called; by its address only where there is no name.

    A record may name it without a key, and once more as the owner of the rights.
    """
    by_field: dict[str, list[str]] = {"site": [], "line": []}
    for entry in entries:
        by_field.setdefault(entry.field, []).append(_text(document, _parted(entry, spans)[1]))
    lines = by_field["line"]
    owners = [line for line in lines if any(other != line and other.endswith(line) for other in lines)]
    told = (site.partition("; ")[0] for site in (*by_field["site"], *owners))
    named = [site for site in told if site and not parsed(site).netloc and len(site) <= _LONGEST_NAME]
    return next((site for site in named if not _HOST.fullmatch(site)), named[0] if named else None)


def _text(document: Document, blocks: list[Block]) -> str:
    """What some blocks say: the items of a list parted by semicolons, without the quotation marks around a text."""
    texts = list(map(document.text, blocks))
    if all(text.startswith(_ITEM) for text in texts):
        return "; ".join(text.removeprefix(_ITEM) for text in texts)
    text = " ".join(filter(None, texts))
    quoted = _QUOTED.fullmatch(text)
    return quoted["text"].replace(f"\\{quoted['mark']}", quoted["mark"]) if quoted else text


def _value(
    document: Document, field: str, told: tuple[str, tuple[str, ...]], sites: frozenset[str], below: list[Block]
) -> object:
    """What a field tells, or nothing; `told`: its text, and the items of that if it is a list."""
    text, items = told
    match field:
        case "title":
            return without_site(text, sites, set())
        case "deck":
            return None if text.endswith(_BROKEN_OFF) or _begins_body(document, text, below) else text
        case "byline":
            stated = names(", ".join(_forenames_first(text) or items), document.reader)
            return tuple(name for name in stated if plain(name) not in sites)
        case "published" | "modified":
            stamps = document.reader.read(text).stamps.stamps
            return next((stamp.iso for stamp in stamps if not is_to_come(stamp.iso)), None)
        case "tags" | "section":
            return items if field == "tags" else next(iter(items), None)
        case "url":
            return text if parsed(text).netloc else None
        case "dateline":
            return Dateline(text), ()
    return None


def _forenames_first(text: str) -> list[str]:
    """Names as catalogues write them, turned round; none where they are written otherwise: "Silva, Ana; Doe, Joe"."""
    parts = [part.split(", ") for part in text.split("; ")]
    turned = all(len(part) == len(_TURNED) and not set(" ;|") & set(part[0]) for part in parts)
    return [f"{forenames} {family}" for family, forenames in parts] if turned else []


def _shown(document: Document, text: str, sites: frozenset[str], below: list[Block]) -> Block | None:
    """The line of the text that says the title again."""
    lines = {block: plain(document.text(block)) for block in below if block.end - block.start <= _LONGEST_LINE}
    title = plain(without_site(text, sites, set(lines.values())))
    same = [block for block, line in lines.items() if line and line == title]
    return next((block for block in same if block.markup and block.markup.heading), same[0] if same else None)


def _begins_body(document: Document, text: str, below: list[Block]) -> bool:
    start = plain(text)
    return any(plain(document.text(block)[: 2 * len(text)]).startswith(start) for block in below)


def _listed(text: str) -> Iterator[str]:
    """The values of a list, be it YAML's or with commas or semicolons."""
    return (value for part in _BETWEEN.split(text) if (value := part.strip(_AROUND)))
