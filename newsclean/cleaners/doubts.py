"""What a model doubts of a document, decided by what stands around: the scores, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaners.accordions import accordions
from newsclean.cleaners.among import among_body
from newsclean.cleaners.ends import below_end, signed_below
from newsclean.cleaners.numbered import numbered
from newsclean.cleaners.subjects import of_subject
from newsclean.document import CERTAIN, LIKELY
from newsclean.language.clutter import owns
from newsclean.language.signatures import parse
from newsclean.language.signed_otherwise import edits
from newsclean.lexicon.characters import COLONS, DASHES
from newsclean.markup import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.document import Block, Document, Scores
    from newsclean.language.line import Reading

#: The score from which on running text in the midst of the body is part of it, and the one that is left to what its
#: words or its place tell to be none.
_PERHAPS, _HARDLY_ANY = 0.3, 0.05
#: A share of a text that is hardly any of it, and the share up to which what stands in it besides may be prompts.
_HARDLY, _FEW_PROMPTS = 0.03, 0.3
#: The score from which on any line within the article is part of it: on unseen pages that brings as much as it costs,
#: and less is lost.
HARDLY_DOUBTED = 0.4
#: A score from which on the model merely doubts; the share of links from which on a list is one of them.
_DOUBTED, _LINKED = 0.1, 0.4
#: The best line of nearly any page has a higher score; and so many characters are a sentence, and no label.
_SEEN, _SENTENCE = 0.75, 40
#: A sentence that players say has so many characters, and not five times as many.
_MESSAGE = 24
#: So many lines above and below the body a prompt may be cited.
_CITED = 2
#: The score from which on a line may be the title.
_TITLE = 0.2
#: The score from which on a list of an HTML page is body below a colon, also where nothing of the body follows.
_OF_LIST = 0.05
#: As many lines are a list, and so many elements around a line may tell that it is in one.
_FEWEST_ITEMS, _NEAR = 2, 5
#: A paragraph and what is next to it stand in one element, or in one within it.
_CLOSE = 3
#: Before a date that stands beside something else, or first.
_PARTED = frozenset({"", *DASHES, *"|•·/,.:"})
#: Languages that part neither words nor, but for Khmer and Burmese, sentences.
_UNSPACED = frozenset({"km", "lo", "my", "th"})
#: Those in which pages say something without a stop.
_STOPLESS = frozenset({"ja", "ko", "zh"})
_LISTS, _ITEMS = frozenset({"ul", "ol", "dl"}), frozenset({"li", "dd"})
_COLONS = frozenset(COLONS)


def decided(document: Document, found: Sequence[Scores]) -> list[Scores]:
    """The scores of a document's blocks, with those put right that the model doubts.

    Args:
        document: the document.
        found: what the model gives each of its blocks.
    """
    scores = _ruled_out(document, list(found))
    if document.paged:
        scores = _between_body(document, among_body(document, scores))
        for n in accordions(document, scores) if any(block.hidden for block in document.blocks) else ():
            scores[n] = scores[n]._replace(body=max(scores[n].body, LIKELY))
    else:
        scores = _in_doubt(document, scores)
    scores = of_subject(document, numbered(document, _whole_lists(document, scores)))
    for n in below_end(document, scores):
        scores[n] = scores[n]._replace(body=min(scores[n].body, _HARDLY_ANY))
    return scores


def _ruled_out(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores; what is hardly any of the text has low ones, whatever the model gives.

    Where no spaces part words, that is a line whose words say that it is clutter: a model reads words, and takes any
    line there for text. And it is a date, and hardly more, above all running text, or a date and who wrote; and right
    below a line on who edited what its own words call clutter: "Our standards: …". And it is a sentence that is nothing
    but what players say: "Your browser does not support the audio element." And it is a notice of whose the text is.
    """
    unspaced = document.language in _UNSPACED
    first = next((n for n, one in enumerate(found) if one.body >= LIKELY and document.readings[n].prose), len(found))
    scores = list(found)
    for n, (reading, one) in enumerate(zip(document.readings, found, strict=True)):
        if one.body <= _HARDLY_ANY:
            continue
        told = unspaced and not reading.prose and reading.clutter and not reading.weak
        closed = n and one.body >= LIKELY and not reading.prose and _edited(document, n - 1) and reading.clutter
        dated = reading.stamps.mostly and (one.body < CERTAIN or bool(reading.stamps.stamps[0].label))
        above = n < first and (dated or _signs(document, reading))
        if told or closed or above or owns(reading) or (one.body >= LIKELY and _is_played(document, reading)):
            scores[n] = one._replace(body=min(one.body, _HARDLY_ANY))
    return scores


def _is_played(document: Document, reading: Reading) -> bool:
    """Whether a line is a sentence that is nothing but what players say, or what else a page could not show."""
    stated = reading.states or document.language in _STOPLESS
    possible = _MESSAGE <= reading.size <= 5 * _MESSAGE and stated and not reading.spoken
    return possible and reading.whole("navigation.whole", "cookie.whole") and not reading.left_open


def _signs(document: Document, reading: Reading) -> bool:
    """Whether a line tells behind marks when it was published, and who signs: "Paper - 12 June - By Ana Silva"."""
    if "bylines.openings" not in reading.categories or reading.ends_sentence:
        return False
    if not any(reading.text[: stamp.start].rstrip()[-1:] in _PARTED for stamp in reading.stamps.stamps):
        return False
    signature = parse(reading.text, document.reader)
    signed = signature if signature and (signature.opened or signature.late) else None
    return bool(signed and signed.names(lone=False, partial=False)[0])


def _edited(document: Document, number: int) -> bool:
    """Whether a line says who edited."""
    reading = document.readings[number]
    return bool(reading.starts("credits.openings")) and not reading.prose and edits(reading.text, document.reader)


def _in_doubt(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores of a flat text; in doubt, running text between lines of the body is body.

    Not where its words are clutter's. Where there is hardly anything but sentences and perhaps a title, all of them are
    the article's; so they are where the model sees no body: of many lines that are alike it loses sight. Where prompts
    stand among them, a sentence may be body also above and below the others. So is a prompt that somebody cites.
    """
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    doubted = [n for n, one in enumerate(found) if one.body < LIKELY]
    seen = any(found[n].body >= _SEEN for n in body)
    title = max(range(len(found)), key=lambda n: found[n].title, default=0)
    lines = [n for n in doubted if n != title or found[n].title < _TITLE]
    sizes = [block.end - block.start for block in document.blocks]
    everything = not seen or _sentences_alone(document, sizes, lines)
    # On a page there is more around an article, and its prompts need not be known.
    few = not everything and sum(sizes[n] for n in lines) <= _FEW_PROMPTS * sum(sizes)
    prompted = few and _sentences_alone(document, sizes, (n for n in lines if not document.readings[n].clutter))
    within = range(len(found)) if everything or prompted else range(body[0], body[-1])
    scores = list(found)
    for n in (n for n in doubted if n in within and (everything or found[n].body >= _PERHAPS)):
        reading = document.readings[n]
        # What dates the article may end in a full stop, too.
        long = everything and reading.ends_sentence and reading.size >= _SENTENCE
        least = _DOUBTED if everything else _PERHAPS
        short = (everything or prompted) and reading.states and found[n].body >= least
        sentence = (long or short) and not reading.stamps.stamps
        if (reading.prose or sentence) and not reading.clutter:
            scores[n] = found[n]._replace(body=LIKELY)
    # The model reads words, and so does not see that a prompt is cited.
    cited = (n for n in doubted if body and body[0] - _CITED <= n <= body[-1] + _CITED and document.readings[n].cited)
    for n in (*signed_below(document, scores), *cited):
        scores[n] = found[n]._replace(body=max(LIKELY, found[n].body))
    return scores


def _sentences_alone(document: Document, sizes: Sequence[int], doubted: Iterable[int]) -> bool:
    """Whether hardly any of the lines that the model doubts is anything but sentences; a page soon tells."""
    left = _HARDLY * sum(sizes)
    for n in doubted:
        reading = document.readings[n]
        left -= 0 if reading.prose or (reading.ends_sentence and not reading.clutter) else sizes[n]
        if left < 0:
            return False
    return True


def _between_body(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores of an HTML page; a heading right between lines of the body, in the same element, is body."""
    scores = list(found)
    for n in range(1, len(found) - 1):
        if min(found[n - 1].body, found[n + 1].body) < LIKELY:
            continue
        block, reading = document.blocks[n], document.readings[n]
        heading = next((tag for tag in block.within(_CLOSE) if tag.name in SUBHEADINGS), None)
        if (
            heading is not None
            and all(heading.parent in document.blocks[other].within(_CLOSE) for other in (n - 1, n + 1))
            and reading.words and not reading.clutter and not _linked(document, [n])
        ):  # fmt: skip
            scores[n] = found[n]._replace(body=max(found[n].body, LIKELY))
    return scores


def _whole_lists(document: Document, found: list[Scores]) -> list[Scores]:
    """The scores, but a list between lines of the body is body as a whole where it mostly is.

    Below a line of the body that ends in a colon less is enough; nothing more is asked where the body also goes on
    below the list. A list of links leads elsewhere.
    """
    scores = list(found)
    for n in range(1, len(found) - 1):
        if found[n - 1].body < HARDLY_DOUBTED:
            continue
        introduced = document.readings[n - 1].text[-1:] in _COLONS
        if found[n - 1].body < LIKELY and not introduced:
            continue
        items = _list_from(document, n)
        last = items.stop - 1
        if len(items) < _FEWEST_ITEMS or last >= len(found) - 1:
            continue
        if document.readings[n - 1].clutter:
            continue
        sizes = [document.readings[m].size for m in items]
        followed = found[last + 1].body >= LIKELY
        least = 0 if followed else _OF_LIST if document.paged else _DOUBTED
        if not introduced or _linked(document, items):
            least = LIKELY
        mean = sum(found[m].body * size for m, size in zip(items, sizes, strict=True)) / max(1, sum(sizes))
        if mean >= least and (introduced or followed):
            for m in (n - 1, *items):
                if not document.readings[m].clutter:
                    scores[m] = found[m]._replace(body=max(found[m].body, LIKELY))
    return scores


def _list_from(document: Document, first: int) -> range:
    """The items of the list that begins at a line, if one does."""
    blocks = document.blocks
    key = _list_of(document, blocks[first])
    if key is None or key == _list_of(document, blocks[first - 1]):
        return range(first, first)
    last = first
    while last + 1 < len(blocks) and _list_of(document, blocks[last + 1]) == key:
        last += 1
    return range(first, last + 1)


def _list_of(document: Document, block: Block) -> int | None:
    """What tells the list apart that a block is an item of, or `None`; flat text tells only that it is one."""
    if not block.paged:
        return 0 if document.item(block) else None
    found = None
    for tag in block.within(_NEAR):
        if tag.name in _LISTS:
            # A list within an item is a part of that list.
            found = tag.number
        elif found is not None and tag.name not in _ITEMS:
            break
    return found


def _linked(document: Document, items: Sequence[int]) -> bool:
    """Whether items of a list are mostly links."""
    links = [markup.link for n in items if (markup := document.blocks[n].markup) is not None]
    return sum(links) >= _LINKED * len(items)
