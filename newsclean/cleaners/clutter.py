"""Clutter that gives itself away by its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from newsclean import naming
from newsclean.cleaners.calls import calls
from newsclean.cleaners.counters import counts, rates
from newsclean.cleaners.leads import is_led_to, opens_with_label
from newsclean.language.clutter import points
from newsclean.language.placeholders import is_placeholder
from newsclean.lexicon.characters import COLONS
from newsclean.lexicon.words import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import attrs

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

#: The share of a line's words that speak for a kind, right below a line of it, and between two consent prompts.
_BELOW, _BETWEEN = 0.3, 0.15
#: The score from which on a model is sure of a line; below which it may be wrong about one that is no sentence.
_SURE, _HARDLY_SURE = 0.85, 0.6
#: A headline has so many words, and shares one of them with one of the body's first paragraphs.
_TITLE_WORDS, _FIRST = 4, 8
#: As many lines below it sign and date the article.
_SIGNED = 3
_COLONS = frozenset(COLONS)
#: What a player shows below its buttons: how far it is, how long it takes, and how fast.
_PLAYED = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:\s?/\s?(?:\d{1,2}:)?\d{1,2}:\d\d)?|\d(?:[.,]\d{1,2})?\s?[x×]")
#: What a menu's items are named, whatever their words mean alone; and how many words these have.
_AMBIGUOUS, _ITEM_WORDS = frozenset({"paywall", "newsletter", "related", "comments", "label", "legal", "advert"}), 4
#: The kinds that a line's words can tell, the first of those that claim a line without a word of its own first.
KINDS = (
    "placeholder", "icon", "share", "cookie", "advert", "paywall", "newsletter", "comments", "legal", "navigation",
    "label", "related",
)  # fmt: skip


def _known(_: object, __: attrs.Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    for kind in value:
        if kind not in KINDS:
            msg = f"kinds: expected some of {', '.join(KINDS)}, not {kind!r}"
            raise ValueError(msg)


@frozen
class Clutter:
    """Remove lines whose own words say that they are clutter, of the kinds below.

    The lists of words stand in the lexicon under `[clutter.<kind>]`. Between the items of a menu each is one:
    "Subscribe" is no prompt there. Hands off: running text that only mentions such things ("She asked readers to
    subscribe").

    >>> from newsclean.text import read
    >>> [b.kind for b in Clutter()(read("ShareTweetEmail\\n\\nNone")).blocks]
    ['share', 'placeholder']

    Args:
        kinds: those that it removes, of `KINDS`. `Pipeline.without` and `Pipeline.only` take them like names of
            cleaners.

    Raises:
        ValueError: there is no such kind.
    """

    kinds: tuple[str, ...] = field(default=KINDS, converter=tuple[str, ...], validator=_known)
    name: str = "clutter"

    @property
    def setting(self) -> str:
        """The kinds, where it does not remove all."""
        return "" if self.kinds == KINDS else "+".join(self.kinds)

    def __call__(self, document: Document) -> Document:
        """Label the lines that are clutter."""
        document = document.replace(self._found(document))
        return document.replace(calls(document, self.kinds))

    def _found(self, document: Document) -> Iterator[Block]:
        kinds = [kind for kind in self.kinds if kind in document.kinds]
        prose = frozenset(document.prose)
        above, in_text = None, False
        # A page's own name may stand above its menu.
        title = max((n for n, block in enumerate(document.blocks) if _is_titled(block)), default=len(document.blocks))
        for n, block in enumerate(document.blocks):
            if block.role:
                above = block.kind or None
                continue
            led = in_text and above == "related" and not block.surely_body and is_led_to(document, n)
            above = "related" if led else self._kind(document, n, kinds, above)
            if above:
                in_menu = n < title and "navigation" in kinds and above in _AMBIGUOUS and _is_in_menu(document, n)
                yield block.remove("navigation" if in_menu and not in_text else above)
            in_text = in_text or (n in prose and not above)

    def _kind(self, document: Document, number: int, kinds: Sequence[str], above: str | None) -> str | None:
        """The kind of clutter that a line is; "" where it only speaks as some does, `None` where it does not.

        Args:
            document: the document.
            number: the line's.
            kinds: those that lines of the document speak for.
            above: what came out for the line above.
        """
        block, reading = document.blocks[number], document.readings[number]
        if "placeholder" in self.kinds and is_placeholder(reading.text):
            return "placeholder"
        if "share" in self.kinds and counts(document, number):
            return "share"
        if above in {"navigation", "cookie"} and "navigation" in self.kinds and _PLAYED.fullmatch(reading.text):
            return "navigation"
        called = "advert" in kinds and document.paged and _is_called_advert(block, reading)
        if (block.surely_body and not called) or (above is None and not reading.clutter):
            return None
        # "Sign up for jury duty" above the body is its title.
        titled = block.judged_title and not reading.cover
        if number <= document.judged_start and (titled or _heads_body(document, number)):
            return None
        own, perhaps = reading.clutter, None
        for kind in (kind for kind in kinds if own in {"", kind}):
            spared = not (called and kind == "advert") and _spared(kind, block, reading)
            if spared and not (kind == "navigation" and above and _is_boxed(document, number)):
                continue
            if own and (document.cluttered or not reading.weak):
                return kind
            if _goes_on(kind, above, *document.readings[number : number + 2]):
                return kind
            perhaps = own and ""
        return perhaps


def _is_titled(block: Block) -> bool:
    """Whether a model holds a block for the title, or a page for its first heading."""
    return block.judged_title or (block.markup is not None and block.markup.heading == 1)


def _is_in_menu(document: Document, number: int) -> bool:
    """Whether a line of a few words stands beside an item of a menu: "Subscribe" between "Home" and "Sport"."""
    around = (*document.blocks[max(0, number - 1) : number], *document.blocks[number + 1 : number + 3])
    return len(document.readings[number].words) <= _ITEM_WORDS and any(_is_item(document, b) for b in around)


def _is_item(document: Document, block: Block) -> bool:
    """Whether a line is an item of a menu, by its own words."""
    if block.role:
        return block.kind == "navigation"
    reading = document.read(block)
    return reading.clutter == "navigation" or reading.names_section


def _spared(kind: str, block: Block, reading: Reading) -> bool:
    """Whether a model has seen enough of what stands around a block to hold it for body in spite of its words.

    "Customer service" may head a part of a guide. Consent prompts stand where the text does, and are sentences.
    """
    labelled = kind == "related" and opens_with_label(reading)
    leads = kind == "related" and (block.linked or reading.text[-1:] in _COLONS or labelled or points(reading))
    # What a label leads to may be a question, or a headline with a stop: all of it is a link.
    if kind == "cookie" or (leads and (not reading.ends_sentence or (labelled and block.linked))):
        return False
    score = block.score or 0
    if reading.states and reading.left_open and not (kind == "legal" and NUMBER in reading.words):
        # "Supported by his brother." among paragraphs, not "© 2024 Example Ltd."
        return block.judged_body
    if rates(reading):
        return block.judged_body
    if reading.cover:
        # A copyright line right among paragraphs is like one of them to the model for flat text.
        return score >= _SURE and (block.paged or kind != "legal")
    return block.judged_body and (reading.ends_sentence or reading.weak or score >= _HARDLY_SURE)


def _goes_on(kind: str, above: str | None, reading: Reading, below: Reading | None = None) -> bool:
    """Whether a line right below clutter, for which less is needed, is of a kind, too."""
    if above is None:
        return False
    between_prompts = kind == above == "cookie" and below is not None and below.clutter == kind
    if between_prompts and reading.evidence(kind) >= _BETWEEN:
        return True
    if reading.evidence(kind) < _BELOW or reading.labels_metadata or reading.spoken or reading.tells_who_said:
        return False
    if above == kind and not reading.prose:
        return True
    signs = (h for h in reading.hits if h.kind == kind and h.place in {"signs", "truncated"})
    return not reading.quotes and any(h.end - h.start > 1 for h in signs)


def _is_boxed(document: Document, number: int) -> bool:
    """Whether a line stands in one element with that above, and no running text does, nor is it a list: a player."""
    block, above = document.blocks[number], document.blocks[number - 1]
    box = block.tags[0].parent if number and block.tags and above.tags else None
    if box is None or above.tags[0].parent is not box or block.tags[0].listed:
        return False
    text = (n for n in document.prose if document.readings[n].ends_sentence or document.blocks[n].surely_body)
    return not any(box in document.blocks[n].tags for n in text)


def _is_called_advert(block: Block, reading: Reading) -> bool:
    """Whether a page calls a block an advert, and all its words say so: then it is one however it looks."""
    return any(naming.called_advert(tag.names) for tag in block.within(1)) and bool(reading.cover)


def _heads_body(document: Document, n: int) -> bool:
    """Whether a line above running text, or what signs and dates it, speaks of the same, and no other may be the title.

    "Local paper bets on newsletters" is a headline where newsletters are what the article is about.
    """
    reading, blocks = document.readings[n], document.blocks
    if not reading.headline or len(reading.words) < _TITLE_WORDS or document.judged_title_number < n:
        return False
    below = n + 1
    while not opens_with_label(reading) and below - n <= _SIGNED and below < len(blocks) and _signs(document, below):
        below += 1
    if below == len(blocks) or not (document.readings[below].prose or blocks[below].rather_body):
        return False
    return any(not reading.stems.isdisjoint(document.readings[m].stems) for m in document.prose[:_FIRST] if m > n)


def _signs(document: Document, number: int) -> bool:
    """Whether a line, with blank lines around it, opens as a byline does or is little more than a date."""
    reading, around = document.readings[number], document.blocks[number : number + 2]
    told = reading.starts("bylines.openings") > 0 or reading.stamps.mostly
    return told and not reading.prose and all(block.lines > 1 for block in around)
