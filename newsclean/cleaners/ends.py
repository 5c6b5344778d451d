"""Where the body begins and ends: at sentences beside it, on an HTML page; in a wire's last one, which it signs; at the
end that a press release tells, and what it tells editors below.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.document import LIKELY
from newsclean.language.agencies import is_agency
from newsclean.lexicon.characters import SENTENCE_STOPS
from newsclean.markup import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document, Scores
    from newsclean.language.line import Reading
    from newsclean.markup import Tag

#: So many paragraphs of the body are in one element; so many lines below them, and with such a score, it goes on.
_FEWEST, _NEAR, _PERHAPS = 3, 6, 0.3
_HARDLY, _DOUBTED = 0.15, 0.1
#: A sentence of which a model can tell enough has so many characters.
_SENTENCE = 40
#: So many lines of other stories may stand above text of which the model lost sight; it has a smaller share of links,
#: and is not set in italics as what is not the article's own.
_FAR, _FEW_LINKS, _ALL = 15, 0.1, 0.9
#: The score from which on a sentence right beside it is, whatever its own element: half of those are, or nearly.
_APART = 0.3
#: The share of the body that the story's element has in it.
_MOST = 0.8
_DIGITS = re.compile(r"\d+")
#: So many paragraphs at the least stand above the mark of an end, which is no longer and may have no word.
_FEWEST_ABOVE, _LONGEST_MARK, _MARK = 2, 24, re.compile(r"#(?: ?#){2,}|[-–—] ?30 ?[-–—]")
#: What stands right below: what heads notes, and what asks whom to ask.
_BELOW = ("ends.notes", "ends.contacts")
#: "The fleet sails tomorrow. (Editing by Ana Silva)"
_CREDITED = re.compile(rf"[{SENTENCE_STOPS}]\S?\s?[(（\[【]\s?([^()（）\[\]【】]{{2,60}})[)）\]】]\.?\Z")
#: "The fleet sails tomorrow. EFE"
_SIGNED = re.compile(rf"[{SENTENCE_STOPS}]\S?\s[(\[]?([^\W\d][^.()\[\]]{{1,24}})[)\]]?\.?\Z")


def beside(document: Document, found: list[Scores], doubted: list[int]) -> Iterator[int]:
    """The sentences above and below the body of an HTML page, of those that the model doubts, that are part of it.

    One right beside another of the body is, where it stands in the same element; a short one, of which a model can tell
    little, also where it stands elsewhere in the story's element: as an item of a list, or in what the body's lines are
    in. One in an element of its own right beside theirs is if it is nearly as likely as not. Below several paragraphs
    in one element, or all of a short article's, less is asked there, and running text may stand below other stories; of
    what somebody says what the element is called may differ.
    """
    body = [n for n, one in enumerate(found) if one.body >= LIKELY]
    if body:
        yield from _from(document, found, body, body[-1], [n for n in doubted if n > body[-1]])
        yield from _from(document, found, body, body[0], [n for n in reversed(doubted) if n < body[0]])


def _from(document: Document, found: list[Scores], body: list[int], edge: int, doubted: list[int]) -> Iterator[int]:
    """The sentences with which the body goes on from one of its ends, the nearest first."""
    blocks, readings = document.blocks, document.readings
    story = _story(document, body) if doubted else None
    many, at = sum(likes(blocks[n], blocks[edge]) for n in body), edge
    for n in doubted:
        markup, score = blocks[n].markup, found[n].body
        likely = score >= _PERHAPS
        enough = likely or many >= min(_FEWEST, len(body))
        plain = n > edge and enough and readings[n].states and _goes_on(document, at, n, likely=likely)
        if abs(n - at) >= (_FAR if plain else _NEAR) or markup is None or markup.heading:
            break
        # The time of a live blog's entry stands above its text.
        next_to = not any(map(str.isalpha, "".join(r.text for r in readings[min(at, n) + 1 : max(at, n)])))
        alike = likes(blocks[n], blocks[edge])
        below = alike and n > edge and many >= min(_FEWEST, len(body))
        apart = next_to and _beside(blocks[n], blocks[edge])
        if readings[n].prose:
            part = (below or (next_to and alike)) and score >= (_HARDLY if below and next_to else _PERHAPS)
        else:
            part = next_to and (alike or (score >= _DOUBTED and _in_story(document, n, story, body)))
        said = n > edge and score >= _DOUBTED and readings[n].tells_who_said
        if part or plain or (apart and (said or (score >= _APART and not _is_others(blocks[n], blocks[edge])))):
            yield n
            at, many = n, many + alike


def _goes_on(document: Document, last: int, number: int, *, likely: bool) -> bool:
    """Whether a line stands beside the body's last one in its element, as another of its kind, and none between them.

    It has hardly a link, and is not set in italics. Where it is likely, a box of another sort may stand between.
    """
    *between, block = document.blocks[last + 1 : number + 1]
    markup, theirs = block.markup, document.blocks[last].within(1)[0]
    if document.readings[number].size < _SENTENCE or markup is None:
        return False
    if markup.link >= _FEW_LINKS or markup.slanted >= _ALL or theirs.parent is None:
        return False
    ours = block.within(1)[0]
    if ours.parent is not theirs.parent or not _alike(ours, theirs):
        return False
    boxes = (one.within(1)[0] for one in between if theirs.parent in one.within(2))
    return all(likely and box is not theirs.parent and not _alike(box, theirs) for box in boxes)


def _story(document: Document, body: list[int]) -> Tag | None:
    """The innermost article with most of the body's text in it, or any such element that is not the whole page's."""
    sizes: Counter[Tag] = Counter()
    for n in body:
        sizes.update(dict.fromkeys(document.blocks[n].tags, document.readings[n].size))
    most = _MOST * sum(document.readings[n].size for n in body)
    around = [tag for tag, size in sizes.items() if size >= most and tag.name not in PAGE]
    return max(around, key=lambda tag: (tag.name == "article", tag.depth), default=None)


def _in_story(document: Document, number: int, story: Tag | None, body: list[int]) -> bool:
    """Whether a line stands in the story's element as an item of a list, or in what the body's lines are in.

    What is called otherwise than all that is around these is none of it: a box of further stories.
    """
    tags = document.blocks[number].tags
    inner = list(takewhile(lambda tag: tag is not story, tags))
    own = {(tag.name, tag.names) for n in body for tag in document.blocks[n].within(1)}
    around = {(tag.name, tag.names) for n in body for tag in document.blocks[n].tags}
    like = any(tag.listed or (tag.name, tag.names) in own for tag in tags[:1])
    return like and len(inner) < len(tags) and all(not t.names or (t.name, t.names) in around for t in inner)


def signed_below(document: Document, found: list[Scores]) -> Iterator[int]:
    """The line right below the last line of the body, where it is a sentence with an agency or a credit behind it."""
    below = 1 + max((n for n, one in enumerate(found) if one.body >= LIKELY), default=len(found))
    text = document.readings[below].text if below < len(found) else ""
    signed, credited = _SIGNED.search(text), _CREDITED.search(text)
    if (signed and is_agency(signed[1])) or (
        credited and document.reader.read(credited[1]).starts("credits.openings") > 1
    ):
        yield below


def below_end(document: Document, found: list[Scores]) -> range:
    """The mark of an end among the lines of the body, and what stands below it, where that begins as it does below a
    press release: with notes to editors, whom to ask, what the company is.
    """
    readings = document.readings
    text = [n for n, one in enumerate(found) if one.body >= LIKELY and readings[n].prose][_FEWEST_ABOVE - 1 :]
    for n in range(text[0] + 1, min(text[-1] + 2, len(found) - 1)) if text else ():
        if _marks_end(readings[n]):
            below = readings[n + 1]
            if any(map(below.starts, _BELOW)) or (below.starts("ends.about") and not below.ends_sentence):
                return range(n, len(found))
    return range(0)


def _marks_end(reading: Reading) -> bool:
    """Whether a line is nothing but a mark of the end: "ENDS", "###", "– Ende –"."""
    if len(reading.text) > _LONGEST_MARK or reading.ends_sentence:
        return False
    return bool(_MARK.fullmatch(reading.text)) or (reading.whole("ends.marks") and not reading.digits)


def likes(block: Block, other: Block) -> bool:
    """Whether two blocks are in elements of one kind in the same element, or in two of one kind in the same."""
    ours, theirs = (next(iter(one.within(1)), None) for one in (block, other))
    if ours is None or theirs is None or not _alike(ours, theirs) or ours.parent is None or theirs.parent is None:
        return False
    return ours.parent is theirs.parent or (
        _alike(ours.parent, theirs.parent) and ours.parent.parent is theirs.parent.parent is not None
    )


def _beside(block: Block, other: Block) -> bool:
    """Whether a block stands right in the element around another's, in one right beside that, or in one within it."""
    around = next((tag.parent for tag in other.within(1)), None)
    own = block.within(2)
    return around is not None and (own[:1] == (around,) or any(tag.parent is around for tag in own))


def _is_others(block: Block, other: Block) -> bool:
    """Whether an element around a block, and not around another, is called none of the article."""
    return any(naming.OTHERS.search(tag.names) for tag in block.within(2) if tag not in other.tags)


def _alike(ours: Tag, theirs: Tag) -> bool:
    """Whether elements have the same names; some sites number those of each paragraph."""
    return ours.name == theirs.name and (
        ours.names == theirs.names or _DIGITS.sub("", ours.names) == _DIGITS.sub("", theirs.names)
    )
