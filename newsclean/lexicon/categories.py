"""What a language's file may hold: its tables, the lists in them, and so the categories of phrases that there are.

`docs/languages.md` says what each list is for. A new list is one entry here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The kinds of clutter, a table `clutter.<kind>` each.
KINDS = (
    "navigation", "share", "paywall", "related", "comments", "newsletter", "advert", "cookie", "label", "icon", "legal",
)  # fmt: skip
#: The lists that each of them has.
PLACES = ("whole", "openings", "signs", "words")
#: The lists that every file has, by table. What stands in no table is listed under "".
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "": ("code", "name", "function_words", "said"),
    "dates": ("months", "weekdays", "order", "published", "modified", "clock", "fillers"),
    "bylines": ("openings", "closings", "joiners", "roles", "staff"),
    "captions": ("labels", "credits"),
    "datelines": ("agencies", "reporters"),
    "credits": ("openings", "whole"),
    "tags": ("labels",),
    "sections": ("names",),
    "ends": ("marks", "comments"),
    **{f"clutter.{kind}": PLACES for kind in KINDS},
    "clutter.paywall": (*PLACES, "truncated"),
}
#: Those that only some languages need.
_OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "dates": ("ago", "am", "pm", "days", "years", "hijri", "zones"),
    "bylines": ("papers", "jobs", "ranks", "given", "families", "pen_names", "nobody"),
    "captions": ("openings", "closings", "provided", "films"),
    "datelines": ("locatives",),
    "ends": ("about", "appeared", "contacts", "mails", "notes", "policies", "posts", "support"),
    "speech": ("answers",),
}
#: What a file holds besides phrases.
_NO_PHRASES = frozenset(
    {
        "code", "name", "function_words", "said", "dates.months", "dates.days", "dates.years", "dates.hijri",
        "dates.order", "dates.zones", "bylines.families", "bylines.pen_names", "captions.films", "speech.answers",
    }
)  # fmt: skip

_NEEDED_KEYS = frozenset(f"{table}.{name}".lstrip(".") for table, names in _NEEDED.items() for name in names)
_KEYS = _NEEDED_KEYS | {f"{table}.{name}" for table, names in _OPTIONAL.items() for name in names}
#: The categories of phrases, such as `share.whole`: a list's place in a file, without "clutter".
CATEGORIES = frozenset(key.removeprefix("clutter.") for key in _KEYS - _NO_PHRASES)


def check(data: Mapping[str, Any], file: str) -> None:
    """Raise `ValueError`, naming file and key, where a language's file has a list that there is not, or lacks one.

    >>> check({"code": "en", "bylines": {"openigs": ["by"]}}, "en.toml")
    Traceback (most recent call last):
        ...
    ValueError: en.toml: unknown key 'bylines.openigs'
    """
    found = set(lists(data))
    for problem, keys in (("unknown", found - _KEYS), ("missing", _NEEDED_KEYS - found)):
        if keys:
            msg = f"{file}: {problem} key{'s' if len(keys) > 1 else ''} {', '.join(map(repr, sorted(keys)))}"
            raise ValueError(msg)


def lists(data: Mapping[str, Any], table: str = "") -> Iterator[str]:
    """Where each list of a file stands: "bylines.openings". Time zones, a table of their own, count as one list."""
    for name, value in data.items():
        key = f"{table}.{name}" if table else name
        if isinstance(value, dict) and key != "dates.zones":
            yield from lists(value, key)
        else:
            yield key
