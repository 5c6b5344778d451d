"""What each cleaner goes by, and what it gives.

What it goes by was given by cleaners before it; without them it does its part by less evidence. Both are told in the
names of what a `Document` has (`source`, `language`, `scores`) and in roles of its blocks; `removed` are the lines that
are clutter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Effect(NamedTuple):
    """What a cleaner goes by, and what it gives."""

    requires: tuple[str, ...]
    assigns: tuple[str, ...]


_DATES = ("published", "modified")
_BODY = ("paragraph", "heading", "quote", "list_item")
_CAPTIONS = ("caption", "caption_credit")
#: By a cleaner's name.
EFFECTS: Mapping[str, Effect] = {
    "encoding": Effect((), ("source",)),
    "language": Effect((), ("language",)),
    "front_matter": Effect(("language",), ("title", "deck", "byline", *_DATES, "section", "tags", "url", "removed")),
    "written": Effect(("language",), ("title", "deck", *_BODY)),
    "content": Effect(("language",), ("scores", "removed")),
    "hidden": Effect(("scores",), ("removed",)),
    "tables": Effect(("language", "scores"), ("table_row", "heading", "removed")),
    "quotes": Effect(("language", "scores"), ("quote", "removed")),
    "clutter": Effect(("language", "scores", "removed"), ("removed",)),
    "captions": Effect(("language", "scores", "removed"), (*_CAPTIONS, "removed")),
    "titles": Effect(("language", "scores", "removed"), ("title", "alternate_title", "removed")),
    "asides": Effect(("language", "scores", "title", "table_row", "heading", "removed"), ("removed",)),
    "dates": Effect(("language", "scores", "title", "removed"), (*_DATES, "heading", "paragraph", "removed")),
    "bylines": Effect(("language", "scores", "title", *_DATES, "removed"), ("byline",)),
    "credits": Effect(
        ("language", "scores", "title", "byline", *_CAPTIONS, "removed"), (*_CAPTIONS, "credit", "removed")
    ),
    "sections": Effect(("language", "scores", "title", *_DATES, "byline"), ("section", "removed")),
    "datelines": Effect(("language", "scores", "title", "section", "removed"), ("dateline",)),
    "repeats": Effect(("language", "scores", "title", "caption"), ("removed",)),
    "decks": Effect(("language", "scores", "title", "byline", *_DATES, "dateline", "removed"), ("deck", "list_item")),
    "tags": Effect(("language", "scores", "title", "section", "removed"), ("tags",)),
    "closings": Effect(("language", "scores", "byline", "removed"), ("removed",)),
    "remainders": Effect(("language", "scores", "title", "byline", *_DATES, "tags", "removed"), ("removed",)),
    "paragraphs": Effect(("language",), _BODY),
}  # fmt: skip
