"""Articles about what prompts are made of: newsletters, subscriptions, cookies, copyright, comments."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean.document import CERTAIN, LIKELY

if TYPE_CHECKING:
    from newsclean.document import Document, Scores
    from newsclean.language.line import Reading

#: The kinds of clutter that news is about, too.
_KINDS = ("newsletter", "paywall", "cookie", "comments", "legal", "advert", "share")
#: The share of a line's content words that speak for a kind from which on the line is about it: the longer, the less.
_SHORT, _OF_SHORT, _OF_LONG = 15, 0.2, 0.12
#: So many lines of the body, and such a share of them, are about a kind where it is the article's subject: that holds
#: for one in a hundred articles.
_FEWEST, _SHARE = 2, 0.25
#: The score from which on a model may be wrong about a line: real prompts have less.
_PERHAPS = 0.05


def of_subject(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores; in an article about what clutter speaks of, sentences from its first line to its last are its own.

    Elsewhere "They can cancel at any time." is a prompt of a paywall.
    """
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    if not body:
        return found
    below = takewhile(lambda n: _goes_on(document, n), range(body[-1] + 1, len(found)))
    # Whatever the article is about: what fills its last lines is the page's own.
    own = takewhile(lambda n: document.readings[n].cover, range(body[-1], body[0], -1))
    inside = range(body[0], min((body[-1] + 1, *own)))
    doubted = [n for n in (*inside, *below) if _doubted(document, found, n)]
    # Hardly any article has a subject, which takes long to tell; most have no such line that anything would remove.
    removable = any(found[n].body < LIKELY or document.readings[n].clutter for n in doubted)
    if not removable or not _has_subject([document.readings[n] for n in {*body, *doubted}]):
        return found
    scores = list(found)
    for n in doubted:
        scores[n] = found[n]._replace(body=CERTAIN)
    return scores


def _doubted(document: Document, found: list[Scores], n: int) -> bool:
    """Whether a line is a sentence that its words or the model's doubt may remove."""
    reading = document.readings[n]
    return _PERHAPS <= found[n].body < CERTAIN and reading.ends_sentence and not document.blocks[n].linked


def _goes_on(document: Document, n: int) -> bool:
    """Whether a line right below the body goes on with it: a sentence whose words are no clutter's, or that quotes."""
    reading = document.readings[n]
    return reading.ends_sentence and (reading.quotes or not reading.clutter)


def _has_subject(lines: list[Reading]) -> bool:
    """Whether enough lines are about one kind; the longest are looked at last, as hardly any article has a subject."""
    least = max(_FEWEST, _SHARE * len(lines))
    about: Counter[str] = Counter()
    for left, reading in zip(range(len(lines), 0, -1), sorted(lines, key=lambda line: len(line.text)), strict=True):
        if max(about.values(), default=0) + left < least:
            return False
        about.update(kind for kind in _KINDS if kind in reading.marked and _is_about(reading, kind))
    return max(about.values(), default=0) >= least


def _is_about(reading: Reading, kind: str) -> bool:
    return reading.evidence(kind) >= (_OF_SHORT if len(reading.content) < _SHORT else _OF_LONG)
