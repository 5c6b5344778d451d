"""The forms of photo credits: a table of what parts them from captions, and what must hold of the two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.language import credit_checks as checks
from newsclean.language.credit_checks import LONGEST, SHORTEST_CAPTION, SHOUTED, SIGN, Line, shouts
from newsclean.language.signature_names import PERSON_ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.language.line import Reading


# What is taken is not given back: else a run of capitals could be cut in as many ways as it is long.

# What parts a caption from its credit.

BRACKETED = re.compile(
    r"\A(?P<text>.*?)\s?[(\[（［【](?P<credit>[^()\[\]（）［］【】]{2,110})[)\]）］】](?:\s?[.。]?|\s?[^\s@]{1,80}@\S{1,200})\s?"
)
_BRACKET = re.compile(r"[)\]）］】]")
_SIGNED = re.compile(rf"\A(?P<text>[^©Ⓒⓒ]{{{SHORTEST_CAPTION},}}?)(?:{SIGN.pattern})(?P<credit>.{{1,{LONGEST}}})")
SLASHED = re.compile(r"\A(?P<text>.{20,300}?)\s/\s?(?P<credit>[^/]{3,40}\s/\s?[^/]{2,40})")
# A question stands before who asks it: "Are there two of them? / Britt".
PARTED = re.compile(r"\A(?P<text>.{20,300}[.!…\"”»])\s[/|]\s(?P<credit>(?:[^\W\d_a-z][\w.'’-]{0,40}+\s?+){1,5})")
_SENTENCES = re.compile(r"\A(?P<text>.{20,400}[^\W\d_A-Z]{4}[.!?…][\"”»’)]?)\s(?P<credit>[^.!?]{4,60})")
STOPPED = re.compile(
    r"\A(?P<text>.{1,900}?(?:[.!?।۔։](?=\s)|。|(?=[|、，＝=]|\s[-–—]\s)))(?:[|、，＝=]|\s[-–—]\s)?\s*(?P<credit>[^.!?।۔։。|、，＝=]{2,80})"
)
_HELD = re.compile(rf"[^\W\d_a-z][^/|.:]{{1,40}}\s?[/|]\s?{PERSON_ALONE.pattern}")


def bracketed(text: str) -> re.Match[str] | None:
    """A text with a credit in brackets at its end, or nothing else; most lines have no bracket."""
    return BRACKETED.fullmatch(text) if _BRACKET.search(text) else None


class Row(NamedTuple):
    """What parts a caption from its credit, what must hold of the two, and what the place has to bear out.

    `place`: `labelled`, as something says that it is a caption; `head`, above the body; `below`, right below a line
    that may be a caption; `called`, as HTML says what it is; `uncredited`, right below a caption without a credit.
    `plain`: the credit stays as it is, with the words that say that it is one.
    """

    cut: re.Pattern[str] | Callable[[Reading], Iterator[tuple[str, str]]]
    check: Callable[[Line], bool]
    place: str = ""
    plain: bool = False


# What must hold of a caption and its credit.


IN_BRACKETS: tuple[Row, ...] = (
    # The market hall in May (Photo: Ana Silva)
    Row(BRACKETED, checks.worded_inside),
    # The market hall in May. (Ana Silva / The Paper)
    Row(BRACKETED, checks.names_only, "labelled"),
    # The market hall in May (AP)
    Row(BRACKETED, checks.agency, "head"),
    # The market hall in May. (The Paper: Ana Silva)
    Row(BRACKETED, checks.attributed, plain=True),
)
BEHIND: tuple[Row, ...] = (
    # The market hall in May. Photo: Ana Silva
    Row(checks.at_words, checks.always),
    # Turgaus halė gegužę. A. Silvos nuotr.   and   Turgaus halė gegužę / A. Silvos nuotr.
    Row(checks.at_marks, checks.short, plain=True),
    # The market hall in May. Source: Ana Silva
    Row(_SENTENCES, checks.source_or_person, "labelled"),
    # The market hall in May © Ana Silva
    Row(_SIGNED, checks.held, plain=True),
    # The market hall in May / Ana Silva / The Paper
    Row(SLASHED, checks.ends_open, "head", plain=True),
    # The market hall in May. | Ana Silva
    Row(PARTED, checks.always, plain=True),
    # The market hall in May. ANA SILVA FOR “THE POST”
    Row(SHOUTED, lambda line: shouts(line.line.text), "head", plain=True),
    # The market hall in May. Ana Silva/AP
    Row(STOPPED, checks.closed),
)


# What must hold of a line that is nothing but a credit.


_LINE, _BEHIND_SIGN = re.compile(r"(?P<credit>.*)"), re.compile(rf"(?:{SIGN.pattern})(?P<credit>.+)")
ALONE_IN_BRACKETS: tuple[Row, ...] = (
    # (Photo: sent by a reader)
    Row(_LINE, checks.labelled_inside),
    # [촬영 이도현]
    Row(_LINE, checks.shot_by),
    # (Ana Silva), (AP)
    Row(_LINE, checks.person_or_source, "below"),
)
ALONE: tuple[Row, ...] = (
    Row(_LINE, checks.always, "called"),
    # Image: Ana Silva
    Row(_LINE, checks.labels_person),
    # AP/HARBOURPIX/Ana Silva
    Row(_LINE, checks.agency_in_capitals, "head", plain=True),
    # © Ana Silva
    Row(_BEHIND_SIGN, checks.held),
    # Photo: Ana Silva   and   Photo Ana Silva
    Row(_LINE, checks.opens_worded),
    # Ana Silva 撮影
    Row(_LINE, checks.closes_worded),
    # Source: Harbour Board
    Row(checks.at_source, checks.ends_open, "labelled", plain=True),
    # The Paper / Ana Silva
    Row(_HELD, checks.always, "uncredited", plain=True),
)
