"""A newspaper that does not exist: as many different articles as wanted, with its own furniture around them."""

from __future__ import annotations

import random

_PLACES = (
    "Harlow Bay", "Stenton", "Upper Marsh", "Collingford", "the old port", "Westering", "Pinmoor",
    "the north shore", "Ferrow", "Kellbridge",
)  # fmt: skip
_WHO = (
    "the town council", "a group of fishermen", "the school's head teacher", "two retired engineers",
    "the rail company", "the harbour master", "several shop owners", "the county court", "a team of nurses",
    "the owners of the mill",
)  # fmt: skip
_DID = (
    "voted to reopen the footbridge", "asked for a new timetable", "found water in the cellar",
    "sold the last steam crane", "planted four hundred trees", "refused to sign the lease",
    "counted the swifts under the roof", "returned the stolen bell", "closed the road to lorries",
    "paid for the repair of the clock",
)  # fmt: skip
_WHEN = (
    "on Monday", "late on Tuesday", "last week", "after a long debate", "before the first frost", "on Friday night",
)  # fmt: skip
_WHY = (
    "because the spring floods had loosened the stones", "although nobody had set aside the money for it",
    "so that children need not walk along the main road", "after a report had called the building unsafe",
    "which surprised most of those who had come to listen", "as neighbours had demanded for eleven years",
)  # fmt: skip
#: A line in sentences, which a model may take for the article's.
PROMISE = "Our reporters walk every street of this county, and what they find is free to read for all who live here."
BYLINE = "By Ana Silva"
NAME = "Harlow Courier"


def article(number: int) -> tuple[str, list[str]]:
    """An article's title and paragraphs; others for each number."""
    chance = random.Random(number)  # noqa: S311 - no secret

    def sentence() -> str:
        who, did, when, where, why = map(chance.choice, (_WHO, _DID, _WHEN, _PLACES, _WHY))
        return f"{who[0].upper()}{who[1:]} {did} in {where} {when}, {why}."

    title = f"{chance.choice(_WHO)} {chance.choice(_DID)} in {chance.choice(_PLACES)}, number {number}"
    return title[0].upper() + title[1:], [f"{sentence()} {sentence()}" for _ in range(5)]


def text(number: int, *, named: bool = False) -> str:
    """A page of the paper as flat text; `named` with its name behind the title."""
    title, paragraphs = article(number)
    first, second, *rest = paragraphs
    return "\n\n".join([f"{title} | {NAME}" if named else title, BYLINE, first, second, PROMISE, *rest])


def page(number: int) -> str:
    """The same as HTML."""
    title, paragraphs = article(number)
    first, second, *rest = (f"<p>{paragraph}</p>" for paragraph in paragraphs)
    body = "".join([first, second, f"<p>{PROMISE}</p>", *rest])
    return f"<html><body><article><h1>{title}</h1><p class=byline>{BYLINE}</p>{body}</article></body></html>"
