"""Front matter: the lines of keys and values that a program puts before a text.

Static site generators fence it with dashes (YAML) or pluses (TOML), and trafilatura and crawlers that write Markdown
with dashes; readers for language models and home-made scrapers just begin with "Title: ...", mails with "Subject: ...".
Press archives have theirs above and below the text: see `records`.
"""

from __future__ import annotations

import re

from newsclean.text import front_values, records
from newsclean.text.keys import FIELDS, LINE, PAIR, Entry, key_of, of_pair

#: Without a fence, this many lines with known keys are front matter; one tells the title or the address.
_LEAST = 2
#: None has more characters.
_LONGEST = 20_000
_FENCE = re.compile(r"\A\s*+(-{3,}|\+{3})[ \t]*+\r?\n")
_FENCE_END = re.compile(r"-{3,}|\.{3}")
_TOML = "+++"
#: A key of TOML, and a table, whose keys are not the article's.
_TOML_PAIR = re.compile(r"[\"']?([A-Za-z][\w.-]{0,30})[\"']?\s{0,9}=[ \t]*")
_TOML_TABLE = re.compile(r"\[{1,2}[A-Za-z][\w. -]{0,60}\]{1,2}")
#: Begins a comment, and what goes on with the value above: an item of a list, its end.
_COMMENT, _GOES_ON = "#", ("- ", "]")
#: Under a key that is no article's stands no sentence of so many words: then somebody speaks.
_SPOKEN, _STOPS, _CLOSERS = 7, ".!?\u2026\u3002", '"\u201d\u00bb)'


def find(text: str) -> list[Entry]:
    """The entries of a text's front matter, in order; none where a text has no front matter."""
    fence = _FENCE.match(text)
    if not fence:
        return _bare(text) or records.find(text)
    return _toml(text, fence) if fence[1] == _TOML else _fenced(text, fence)


def values(text: str, entries: list[Entry]) -> dict[str, tuple[str, ...]]:
    """The values of front matter between fences by field, as its language reads them; none of any other."""
    first, last = entries[0], entries[-1]
    if first.field or last.field:
        return {}
    ((start, end),) = first.spans
    found = front_values.read(text[end : last.spans[0][0]], toml=text[start:end] == _TOML)
    named = ((FIELDS.get(key, "other"), texts) for key, texts in found.items())
    # Of several statements the first counts.
    by_field: dict[str, tuple[str, ...]] = {}
    for field, texts in named:
        by_field.setdefault(field, texts)
    return by_field


def _toml(text: str, fence: re.Match[str]) -> list[Entry]:
    """The entries of a head in TOML, where it is well-formed."""
    end = text.find(f"\n{_TOML}", fence.end() - 1, fence.end() + _LONGEST)
    if end < 0 or not front_values.read(text[fence.end() : end + 1], toml=True):
        return []
    entries, tabled = [Entry("", [fence.span(1)])], False
    for line in LINE.finditer(text, fence.end(), end):
        pair = _TOML_PAIR.match(text, *line.span())
        tabled = tabled or bool(_TOML_TABLE.fullmatch(line[0]))
        if pair and not tabled:
            entries.append(of_pair(pair, line.end()))
        elif len(entries) > 1 and not tabled and not line[0].startswith(_COMMENT):
            entries[-1].spans.append(line.span())
        else:
            entries.append(Entry("other", [line.span()]))
    told = any(entry.field not in {"", "other"} for entry in entries)
    return [*entries, Entry("", [(end + 1, end + 1 + len(_TOML))])] if told else []


def _fenced(text: str, fence: re.Match[str]) -> list[Entry]:
    entries = [Entry("", [fence.span(1)])]
    for line in LINE.finditer(text, fence.end(), fence.end() + _LONGEST):
        indented = text[line.start() - 1] in " \t"
        pair = None if indented else PAIR.match(text, *line.span())
        if _FENCE_END.fullmatch(line[0]):
            told = any(entry.field not in {"", "other"} for entry in entries)
            spoken = any(entry.field == "other" and _spoken(text, entry) for entry in entries)
            return [*entries, Entry("", [line.span()])] if told and not spoken else []
        if pair:
            entries.append(of_pair(pair, line.end()))
        elif line[0].startswith(_COMMENT):
            entries.append(Entry("other", [line.span()]))
        elif len(entries) > 1 and (indented or line[0].startswith(_GOES_ON)):
            entries[-1].spans.append(line.span())
        else:
            return []
    return []


def _bare(text: str) -> list[Entry]:
    entries: list[Entry] = []
    for line in LINE.finditer(text, 0, _LONGEST):
        pair = PAIR.match(text, *line.span())
        if not pair or key_of(pair) not in FIELDS:
            break
        entry = of_pair(pair, line.end())
        if entry.field == "body":
            # What goes on below begins on its line.
            entries.append(entry._replace(spans=entry.spans[:1]))
            break
        addressed = any(other.field == "url" for other in entries)
        if entry.field not in {"title", "deck"} and not addressed and _spoken(text, entry):
            # Programs warn in sentences, too, but tell the address first.
            break
        entries.append(entry)
    told = {entry.field for entry in entries}
    return entries if len(entries) >= _LEAST and told & {"title", "url"} else []


def _spoken(text: str, entry: Entry) -> bool:
    """Whether the value is running text."""
    values = (text[start:end] for start, end in entry.spans[1:])
    return any(
        value.rstrip(_CLOSERS)[-1:] in _STOPS and len(value.split(maxsplit=_SPOKEN)) > _SPOKEN for value in values
    )
