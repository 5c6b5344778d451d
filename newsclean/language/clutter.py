"""The judgement whether a block's own words say that it is clutter, and of which kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.lexicon.characters import COLONS, COMMAS, DASHES
from newsclean.lexicon.words import NUMBER

if TYPE_CHECKING:
    from newsclean.language.evidence import Evidence
    from newsclean.lexicon import Hit

#: The kinds a block's words can tell; of two that fit equally well, the first.
ORDER = (
    "advert", "label", "paywall", "comments", "related", "newsletter", "share", "cookie", "legal", "navigation", "icon",
)  # fmt: skip
KINDS = frozenset(ORDER)
#: Kinds whose headings may stand on the line of what they introduce.
_INTRODUCING = frozenset({"related", "advert", "newsletter", "paywall"})
_METADATA = frozenset(
    {
        "tags.labels", "dates.published", "dates.modified", "bylines.openings", "captions.credits", "captions.openings",
        "credits.openings",
    }
)  # fmt: skip
_PICTURES = frozenset({"captions.credits", "datelines.agencies"})
_MARKS = frozenset(f"{COLONS}{DASHES}|>»›・]】")
#: What opens the name of an account; without the space it is an address.
_ACCOUNT = " @"
_TRAIL = re.compile(r"\S\s*[>›»→]\s*\S")
_SENTENCE = re.compile(r"[.,;:!?]")
_HYPHENED = re.compile(r"[-‐‑][^\W\d_]")
#: Kinds whose openings no sub-heading has.
_IMPERATIVE = frozenset({"cookie", "legal"})
_DATELESS = frozenset({"label", "navigation"})
_COPYRIGHT = "©"
#: Words without quotation marks and stops, and an arrow.
_ARROW = re.compile(r"\A(?:[^\s«»‹›“„.!?]{1,40}+ ){4,24}[»›→]\Z")
_OWNED = re.compile(r"(?:copyright )?(?:©|\(c\)) ?(?:19|20)\d\d\b", re.IGNORECASE)
#: "c) 17", "(c) 12 geese"; not "(c) 2024".
_THIRD = re.compile(r"[cC]\)|\([cC]\)\s?(?!(?:19|20)\d\d\b)\d")
_HASHES = frozenset("#＃")
_COLONS = frozenset(COLONS)
_MENU = 3
_SHORT = 180
_PROSE_EVIDENCE = 0.4
_CALL_EVIDENCE = 0.2
#: The share of a line's content words that speak for a kind; and of a sentence's: "She comes twice a week."
_VOCABULARY, _STATED = 0.6, 0.75
_ENOUGH_WORDS = 3
_CLEARLY = 0.2
_CALL_WORDS = 2
#: As many phrases of prompts are cited by nobody at once.
_SIGNS = 3
#: More words than this, with nothing that parts them, are no tags.
_TAG_WORDS, _LISTED = 4, re.compile(r"[,;|#•·/、]")


def judge(reading: Evidence) -> str:
    """The kind of clutter that a block's own words say it is, or `""`.

    A line with a date on it is more than a label or a menu item, and so may be
    a section's name, or who ends as a byline does: "이도현 기자". What somebody
    says is none, nor is an anniversary, or the third of some answers. A day of
    the week heads a part of a programme, whatever its name means besides.
    """
    kind = "" if reading.spoken else "legal" if owns(reading) else _judge(reading) or "related" * points(reading)
    if kind and (reading.tells_who_said or reading.anniversary or (kind == "legal" and _enumerates(reading))):
        return ""
    if kind and reading.names_day:
        return ""
    if kind == "label" and 0 < reading.stops("bylines.closings") < len(reading.words):
        return ""
    return "" if kind in _DATELESS and (reading.stamps.stamps or reading.names_section) else kind


def owns(reading: Evidence) -> bool:
    """Whether sentences open as a notice does that says whose they are, and since when: "© 2024 The Post. …"."""
    return reading.prose and bool(_OWNED.match(reading.text))


def points(reading: Evidence) -> bool:
    """Whether a line is a headline with a link's arrow behind it: "Ferry fares rise again in the spring »"."""
    return not reading.ends_sentence and bool(_ARROW.match(reading.text))


def is_cited(reading: Evidence) -> bool:
    """Whether a block would be clutter by its words, but is a sentence that says whose they are, or quotes them."""
    return (reading.quotation or reading.tells_who_said) and bool(_judge(reading))


def _enumerates(reading: Evidence) -> bool:
    """Whether a block opens as the third item of a list does, and nothing behind that speaks of copyright."""
    return bool(_THIRD.match(reading.text)) and all(hit.start == 0 for hit in reading.hits if hit.kind == "legal")


def _judge(reading: Evidence) -> str:
    """The kind of clutter that a block's own words say it is, or `""`.

    It is clutter when phrases of one kind fill it, when it is short and opens
    with one, when it speaks to the reader of a web page, or when its
    vocabulary is that of a kind. Running text must show far more.
    """
    if not reading.hits and not reading.cover:
        return ""
    kinds = KINDS & (reading.marked.keys() | reading.cover.keys())
    if "legal" in kinds and _credits_picture(reading):
        kinds -= {"legal"}
    if (not kinds and "sections.names" not in reading.categories) or labels_metadata(reading):
        return ""
    if _is_menu(reading):
        return "navigation"
    if not kinds:
        return ""
    ordered = [kind for kind in ORDER if kind in kinds]
    if not reading.prose:
        covering = [kind for kind in ordered if kind in reading.cover]
        # "Read more" asks to pay or log in, "Read more:" leads to another article.
        if "related" in covering and reading.text[-1] in _COLONS:
            return "related"
        if covering:
            return max(covering, key=lambda kind: (reading.evidence(kind), reading.cover[kind]))
    best = max(ordered, key=reading.evidence)
    evidence = reading.evidence(best)
    opened = _opened(reading, kinds)
    if opened and not reading.prose and reading.size <= _SHORT:
        return opened if reading.evidence(opened) + _CLEARLY >= evidence else best
    signs = sum(1 for h in reading.hits if h.kind == best and h.place in {"signs", "truncated"} and h.end - h.start > 1)
    if not reading.prose:
        vocabulary = _STATED if reading.states else _VOCABULARY
        told = signs > 0 or (evidence >= vocabulary and len(reading.content) >= _ENOUGH_WORDS)
    elif reading.quotes:
        # A prompt may have the name of a channel in quotation marks.
        told = evidence >= _CALL_EVIDENCE and signs >= _SIGNS and not reading.spoken
    else:
        told = (
            (evidence >= _CALL_EVIDENCE and _calls(reading, best))
            or (evidence >= _PROSE_EVIDENCE and (signs > 0 or bool(opened)))
            or (evidence >= _CALL_EVIDENCE and signs > 1)
        )
    return best if told else ""


def _opened(reading: Evidence, kinds: frozenset[str]) -> str:
    """The kind of the longest phrase that opens the block as clutter opens."""
    openings = [
        hit
        for hit in reading.hits
        if hit.start == 0
        and hit.kind in kinds
        and (
            (hit.place == "openings" and (hit.end > 1 or _set_off(reading, hit)))
            # "TOP 1: Welcome" is an item of an agenda.
            or (
                hit.place == "whole"
                and hit.kind in _INTRODUCING
                and reading.words[hit.end - 1] != NUMBER
                and _set_off(reading, hit)
            )
        )
    ]
    # "Read more: Ferry sold" gives a headline; a paywall's "Read more" gives nothing.
    return max(openings, key=lambda hit: (hit.end, hit.kind == "related")).kind if openings else ""


def _is_menu(reading: Evidence) -> bool:
    """Whether the block is a row of sections' names, or a trail of them."""
    if reading.prose or reading.names_section:
        return False
    if reading.cover and ("sections" in reading.cover or _TRAIL.search(reading.text)):
        return True
    if len({h.start for h in reading.hits if h.category == "sections.names"}) < _MENU - 1:
        return False
    named = {
        n for h in reading.hits if h.category in {"sections.names", "navigation.whole"} for n in range(h.start, h.end)
    }
    return len(named) >= max(_MENU, _VOCABULARY * len(reading.words)) and (
        reading.text.isupper() or not _SENTENCE.search(reading.text)
    )


def _calls(reading: Evidence, kind: str) -> bool:
    """Whether running text ends in a call: "… each morning. Sign up here" and the like."""
    return reading.called(kind) >= _CALL_WORDS


def _set_off(reading: Evidence, hit: Hit) -> bool:
    """Whether a mark parts a phrase from what follows it; a hyphen within a word does not: "Photo-finish"."""
    rest = reading.text[reading.spans[hit.end - 1][1] :]
    return rest.startswith(_ACCOUNT) or (rest.lstrip()[:1] in _MARKS and not _HYPHENED.match(rest))


def labels_metadata(reading: Evidence) -> bool:
    """Whether the block opens as a list of tags, a byline or a date does, and goes on."""
    if reading.text[:1] in _HASHES:
        return True
    if _METADATA.isdisjoint(reading.categories):
        return False
    count = len(reading.words)
    return any(
        h.start == 0
        and h.end < count
        and h.category in _METADATA
        and (
            (_set_off(reading, h) and not _leads(reading, h))
            or (h.kind == "dates" and reading.dated)
            # "Image source, AP"
            or (h.kind == "captions" and h.end > 1 and reading.after(h.end).startswith(tuple(COMMAS)))
            or (h.kind == "bylines" and _names_source(reading))
        )
        for h in reading.hits
    )


def _leads(reading: Evidence, label: Hit) -> bool:
    """Whether behind a label that tags have, too, a headline follows and no list: "More on this: Mill sold at last"."""
    more = len(reading.words) - label.end > _TAG_WORDS
    both = any(h.kind == "related" and (h.start, h.end) == (label.start, label.end) for h in reading.hits)
    return label.kind == "tags" and both and more and not _LISTED.search(reading.after(label.end))


def _names_source(reading: Evidence) -> bool:
    """Whether the block ends in an agency's or a desk's name: "Von dpa"."""
    return bool(reading.stops("datelines.agencies") or reading.stops("bylines.staff"))


def _credits_picture(reading: Evidence) -> bool:
    """Whether a copyright sign stands for a photographer, not for the site."""
    return (
        not _PICTURES.isdisjoint(reading.categories)
        and NUMBER not in reading.words
        and (
            reading.starts("captions.credits") > 1
            or not any(h.kind == "legal" and reading.words[h.start] != _COPYRIGHT for h in reading.hits)
        )
    )


def is_weak(reading: Evidence, kind: str) -> bool:
    """Whether only its opening says that a block is clutter of a kind, and it goes on as a sentence would.

    "Read also what is not written" may be a sub-heading; on a page with other
    clutter it hardly is.
    """
    if kind in _IMPERATIVE or reading.cover or reading.evidence(kind) >= _VOCABULARY:
        return False
    count = len(reading.words)
    openings = [h for h in reading.hits if h.start == 0 and h.place == "openings" and h.kind == kind]
    signs = any(h.kind == kind and h.place in {"signs", "truncated"} and h.end - h.start > 1 for h in reading.hits)
    return bool(openings) and not signs and not any(h.end == count or _set_off(reading, h) for h in openings)
