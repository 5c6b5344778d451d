"""What stands under the pictures, and who took them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclean import naming
from newsclean.article import Caption
from newsclean.cleaners import layout
from newsclean.language.names import CJK_NAME, PARTICLES, SPLIT, of_agencies, signers
from newsclean.lexicon.characters import COLONS, DASHES, FIRST_WIDE, KANA_AND_HAN, WIDE
from newsclean.lexicon.words import fold
from newsclean.markup import CREDIT_GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.document import Block, Document
    from newsclean.language.line import Reading

_LONGEST_CREDIT = 120
_REACH_HEAD = 8
_SHORT_CREDIT = 60
_ABBREVIATED = 3
_SENTENCE = 170
#: A breadcrumb has as many slashes.
_STEPS = 2
_PICTURED = frozenset({"figure", "figcaption"})
_SURE_BODY = 300
_NAME_WORDS, _CREDIT_WORDS = 5, 8
#: A longer credit may be a headline.
_CREDIT_OPENS = 3
_LONGEST_CAPTION = 700
_SHORTEST_CAPTION = 24
_BRACKETED = re.compile(
    r"\s?[(\[（［【]([^()\[\]（）［］【】]{2,110})[)\]）］】](?P<more>\s?[.。]?|\s?[^\s@]{1,80}@\S{1,200})\s?$"
)
_SIGN = re.compile(r"[©Ⓒⓒ]|\([cC]\)|(?<=[-–—|]\s)Copyright(?=\s[^\W\d_])")
# AGENCY/Ana Silva
_SLASHED = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ .&-]{1,24}/\s?){1,3}(?:[A-ZÀ-Þ][\w.'’-]{1,40}+\s?+){2,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BOUNDARY = re.compile(r"(?:^|[.!?।。…”\"'’»)|/–—-]\s*|\s\s|[(\[（［【]|[|])$")
# What is taken is not given back: else a run of capitals could be cut in as many ways as it is long.
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]{0,40}+[\s/,&«»„“”]*+){1,6}")
_CASELESS = re.compile(rf"[\u0590-\u0dff\u0e00-\u0e7f{WIDE}\uac00-\ud7af]")
# In Japan a caption ends in when and where it was taken: …＝5日、東京都
_JAPANESE = re.compile(r"[^\s＝=]{6}[＝=](?:[\d０-９]{1,4}年)?(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日(?:、|午|$|（|\()")
# Text / Name / Agency
_SIGNED = re.compile(r"\A(?P<text>.{20,300}?)\s/\s?(?P<credit>[^/]{3,40}\s/\s?[^/]{2,40})")
# Text. / Name, or Text. | Name
_PARTED = re.compile(r"\A(?P<text>.{20,300}[.!?…\"”»])\s[/|]\s(?P<credit>(?:[^\W\d_a-z][\w.'’-]{0,40}+\s?+){1,5})")
# Text. NAME POUR « LE JOURNAL »
_SHOUTED = re.compile(r"\A(?P<text>.{20,300}?[.!?…])\s(?P<credit>[^\W\d_a-z][^.!?…]{5,60})")
# The picture's number in a gallery: 1 of 4 | Text
_NUMBER = re.compile(r"\d{1,2}\s?(?:/|[^\W\d_]{2,4})\s?\d{1,2}\s?\|\s*")
# Picture 1 of 3, or a label in brackets
_COUNTED = re.compile(
    r"(?:[^\W\d_]{2,12}\s\d{1,2}(?:/|\s[^\W\d_A-Z]{1,4}\s)\d{1,2}(?![\d/])|[\[［【][^\W\d_]{1,8}[\]］】])[\s:.|]*(?=[^\sa-z])"
)
# ▲文字（圖／姓名）
_POINTER = re.compile(rf"(?<!\S)▲\s?(?=[{KANA_AND_HAN}\uac00-\ud7af])")
# (Paper: Name), in brackets at a caption's end
_PERSON = re.compile(r"(?:[^\W\d_a-z][\w.'’-]{1,40}+\s?+){2,4}")
# Paper / Ana Silva
_HELD = re.compile(rf"[^\W\d_a-z][^/|.:]{{1,40}}\s?[/|]\s?{_PERSON.pattern}")
_ATTRIBUTED = re.compile(rf"[^\W\d_a-z][^:()]{{1,30}}: {_PERSON.pattern}")
_SENTENCES = re.compile(r"\A(?P<text>.{20,400}[^\W\d_A-Z]{4}[.!?…][\"”»’)]?)\s(?P<behind>[^.!?]{4,60})")
_LAST_PART = re.compile(r"(?:[.!?।]\s|[。|、，＝=]|\s[-–—]\s)\s*(?P<credit>[^.!?।。|、，＝=]{2,80})$")
#: Not behind an initial: "Patrick J. Silva".
_STOP = re.compile(r"(?<!\b[^\W\d_])\.\s|。")
_PARTS = re.compile(r"\s[/|]\s")
_REPORTER = re.compile(r"^.{0,8}?(?:记者|記者|기자)\s*")
_EDGE = f" \t{COLONS}|/{DASHES}©Ⓒⓒ.;,=＝、"
_COLON = (*COLONS, "=", "＝")
_SOURCES = frozenset({"captions.credits", "datelines.agencies"})
#: How far a credit may stand from its caption, in blocks.
_REACH = 3
#: Above the title hardly anything is body: a model must be surer than elsewhere.
_ABOVE_TITLE = 0.8
#: How many elements around a block may mark it as a caption.
_NEAR = 3


def captions(document: Document) -> Document:
    """Label captions that say so themselves.

    A caption ends in a credit ("… (Photo: Ana Silva)"), follows a label such as
    "In the picture", or is an HTML page's figure caption. Hands off: copyright
    lines, the article's closing credit.
    """
    return document.replace(_captions(document))


def photo_credits(document: Document) -> Document:
    """Label credits on lines of their own, and the captions they belong to.

    A single sentence above the title is a caption too. Hands off: running text
    below the title.
    """
    found = document.replace(_photo_credits(document))
    return found.replace(_credited_again(found))


def _credited_again(document: Document) -> Iterator[Block]:
    """The captions that end in brackets in the name of a person to whom another is credited.

    Behind the last of the text stands who wrote it.
    """
    signed = {name for block in document.find("byline") for name in block.value or ()}
    known = {block.value.credit for block in document.find("caption")} - {None, *signed}
    for block in document.blocks[: max(0, layout.body_end(document) - 1)] if known else ():
        text = document.text(block)
        spared = block.role or len(text) > _LONGEST_CAPTION or document.read(block).item
        match = None if spared else _BRACKETED.search(text)
        if match and match[1] in known and _PERSON.fullmatch(match[1]) and match.start() > _SHORTEST_CAPTION:
            yield block.label("caption", Caption(text[: match.start()].rstrip(), match[1]))


def _captions(document: Document) -> Iterator[Block]:
    firm = layout.firm_start(document)
    last = _last_of_text(document)
    for n, block in enumerate(document.blocks):
        reading = document.readings[n]
        marked = _marked(block)
        if block.role or (block.judged_body and reading.size > _SURE_BODY and not marked):
            continue
        if 2 * len(reading.text) > len(document.source):
            # What is most of a text is no caption in it.
            continue
        stamps = reading.stamps
        if len(reading.text) > _LONGEST_CAPTION or stamps.mostly or any(stamp.label for stamp in stamps.stamps):
            continue
        above = _label_above(document, n)
        labelled = marked or above is not None or _opens_as_caption(reading) or _pointed(document, n, head=n < firm)
        found = _caption(document, n, labelled=labelled, firm=firm)
        # Behind the last sentence of the text stands who wrote it: "(Ana Silva/dpa)", "(as/dpa)".
        if found and not labelled and not _pictures(document, reading.text) and (
            (n >= last and _ends_text(block, reading, found[0])) or of_agencies(document.reader, found[0].credit or "")
        ):  # fmt: skip
            continue
        # Who wrote may stand in one line with who took the pictures.
        if found is None or (not labelled and _signs(document, reading)):
            continue
        if above and not above.role:
            # A label that stayed would claim the next paragraph once its caption is gone.
            yield above.remove("label")
        caption, credit_line = found
        yield block.label("caption", caption)
        if credit_line:
            yield credit_line.label("caption_credit")


def _caption(document: Document, number: int, *, labelled: bool, firm: int) -> tuple[Caption, Block | None] | None:
    """The caption that a block is, and the line below where that holds its credit; `None` where it is none."""
    reading = document.readings[number]
    head = number < firm
    if "日" in reading.text and _JAPANESE.search(reading.text) and not reading.ends_sentence:
        return Caption(*(_own_credit(document, reading.text, labelled=True, head=True) or (reading.text,))), None
    in_head = head and bool(_BRACKETED.search(reading.text) or _shouted(reading.text))
    if not labelled and not in_head and not _may_credit(reading):
        return None
    parted = _parted_credit(document, number) if labelled else None
    if parted:
        return Caption(*parted), None
    text = _unlabelled(reading)
    under_title = (
        max(0, firm - _REACH_HEAD) < number < firm and not reading.prose and not document.reader.read(text).item
    )
    bracketed = under_title and text.endswith((")", "]", "）"))
    own = _own_credit(document, text, labelled=labelled or bracketed, head=head)
    if own:
        return Caption(*own), None
    if not labelled or reading.size < _SHORTEST_CAPTION:
        return None
    below = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
    credit = _credit_line(document, below, head=True) if below and not below.role else None
    return Caption(text, credit), below if credit else None


def _parted_credit(document: Document, number: int) -> tuple[str, str] | None:
    """Caption and credit of an HTML page that calls an element so: a gap stands between them."""
    block = document.blocks[number]
    text, gap, credit = document.source[block.start : block.end].partition(CREDIT_GAP) if block.paged else ("", "", "")
    text, credit = (" ".join(part.split()).strip(f" |/{DASHES}") for part in (text, credit))
    if text.endswith("("):
        text, credit = text.rstrip("( "), credit.rstrip(").")
    return (text, _holder(document, credit)) if gap and text and 0 < len(credit) <= _LONGEST_CREDIT else None


def _photo_credits(document: Document) -> Iterator[Block]:
    blocks = document.blocks
    title = layout.title_index(document)
    start, end = layout.body_start(document), layout.body_end(document)
    done: set[int] = set()
    for n, block in enumerate(blocks):
        if layout.set_aside(block):
            continue
        # "© Ana Silva" above the body is no footer, whatever it would be below, nor is it right below the first line.
        head = n < start or (n == start + 1 < end and block.lines == 1 and not _holds_paper(document, block))
        below = _signed_below(document, n) if n < end else None
        removed = head and block.role == "removed"
        signed = bool(below) or (removed and bool(_SIGN.match(document.text(block))))
        if (block.role and not signed) or n > end + _REACH or block.surely_body:
            continue
        uncredited = blocks[n - 1] if n and block.lines == 1 and _uncredited(blocks[n - 1]) else None
        credit = document.text(below).strip(_EDGE) if below else _credit_line(document, block, head=head)
        if uncredited and not credit and _HELD.fullmatch(document.text(block)):
            credit = document.text(block)
        if not credit or (n >= end and document.read(block).whole("datelines.agencies")):
            continue
        caption = None if uncredited else _caption_of(document, n, done, range(start, end))
        under_title = title is not None and title < n < start
        alone = not uncredited and caption is None
        if alone and ((signed and not under_title) or not _near_picture(block, n, title)):
            continue
        credit = None if _label_alone(document, credit) else credit
        # The closing credits may name once more who took the pictures.
        again = credit is None or any(other.value.credit == credit for other in document.find("caption"))
        yield block.label("caption_credit", Caption("", credit) if alone and not again else None)
        if below:
            yield below.label("caption_credit")
        if uncredited:
            yield uncredited.label("caption", Caption(uncredited.value.text, credit))
        elif caption is not None:
            done.add(caption)
            yield blocks[caption].label("caption", Caption(document.text(blocks[caption]), credit))
    above = [
        block
        for n, block in enumerate(blocks[: title or 0])
        if not block.role
        and n not in done
        and document.read(block).prose
        and document.text(block).count("/") < _STEPS
        # Further up stand a page's prompts; HTML says what a caption is.
        and (title or 0) - n <= _REACH
        and not block.paged
    ]
    sure = any(block.scores is not None and block.scores.body >= _ABOVE_TITLE for block in above)
    if len(above) == 1 and not sure:
        yield above[0].label("caption", Caption(document.text(above[0])))


def _holds_paper(document: Document, block: Block) -> bool:
    """Whether what is behind a copyright sign opens as a paper's name does, with a small word: "© The Post"."""
    text = document.text(block)
    sign = _SIGN.match(text)
    first = text[sign.end() :].split()[:1] if sign else []
    return bool(first) and fold(first[0]) in document.reader.lexicon.function_words


def _label_alone(document: Document, credit: str) -> bool:
    """Whether a credit ends in words that lead to a name: "Provided by"."""
    reading = document.reader.read(credit)
    return bool(reading.stops("captions.credits")) and reading.words[-1] in document.reader.lexicon.function_words


def _uncredited(block: Block) -> bool:
    """Whether a block is a caption that says itself what it is, but not whose picture it stands under."""
    return block.role == "caption" and bool(block.value.text) and not block.value.credit


def _signed_below(document: Document, number: int) -> Block | None:
    """The line below one that is nothing but "©" or "Photo:", where it names somebody."""
    reading = document.readings[number]
    text = reading.text
    # "Photography by"; "Photography" is a section, and "Getty Images" a credit.
    opens = text[-1:] in _COLON or (
        len(reading.words) > 1 and reading.words[-1] in document.reader.lexicon.function_words
    )
    said = _SIGN.fullmatch(text) or (opens and reading.whole("captions.credits"))
    below = document.blocks[number + 1] if said and number + 1 < len(document.blocks) else None
    if (
        below is None
        or below.role
        or document.blocks[number].role not in {"", "removed"}
        or below.lines != 1
        or len(document.text(below)) > _SHORT_CREDIT
    ):
        return None
    return below if _NAME.fullmatch(document.text(below)) else None


def _near_picture(block: Block, number: int, title: int | None) -> bool:
    """Whether a credit without a caption may belong to a picture of the article, and is no word of a menu."""
    return _called_credit(block) if block.paged else title is None or title - number <= _REACH_HEAD


def _marked(block: Block) -> bool:
    """Whether an HTML page marks a block as a caption: by its element, or by what that is called."""
    near = block.within(_NEAR)
    if block.markup and block.markup.heading:
        return False
    own = 1 if block.judged_body else len(near)
    return any(tag.name == "figcaption" for tag in near) or any(naming.CAPTION.search(tag.names) for tag in near[:own])


def _signs(document: Document, reading: Reading) -> bool:
    """Whether a line opens as a byline does, and names somebody right behind."""
    opening = reading.starts("bylines.openings")
    first = SPLIT.split(reading.after(opening).strip(), maxsplit=1)[0] if opening else ""
    return bool(signers(document.reader, first, lone=False, partial=False)[0])


def _last_of_text(document: Document) -> int:
    """The index of the last block that is running text, or that a model holds for body; -1 where there is none."""
    blocks = document.blocks
    return next(
        (
            n
            for n in range(len(blocks) - 1, -1, -1)
            if blocks[n].judged_body or (not blocks[n].scores and document.readings[n].prose)
        ),
        -1,
    )


def _ends_text(block: Block, reading: Reading, caption: Caption) -> bool:
    """Whether a block above no other text may be the body's: a short sentence before a person's name is a caption."""
    if not reading.prose and reading.size <= _SENTENCE and _PERSON.search(caption.credit or ""):
        return False
    return block.judged_body or not block.scores


def _pictures(document: Document, text: str) -> bool:
    """Whether what stands behind a text's last sentence says that it is a picture's credit."""
    bracket = _BRACKETED.search(text)
    last = _LAST_PART.search(text)
    behind = document.reader.read(bracket[1] if bracket else last["credit"] if last else text)
    agencies = {(hit.start, hit.end) for hit in behind.hits if hit.category == "datelines.agencies"}
    return bool(_SIGN.search(behind.text)) or any(
        hit.category in {"captions.credits", "captions.closings"} and (hit.start, hit.end) not in agencies
        for hit in behind.hits
    )


def _may_credit(reading: Reading) -> bool:
    return bool(
        reading.categories & {"captions.credits", "captions.closings", "captions.labels", "datelines.agencies"}
        or _SIGN.search(reading.text)
        or (
            ("/" in reading.text or "|" in reading.text)
            and (_signed(reading.text) or _SLASHED.search(reading.text[-_SHORT_CREDIT:]))
        )
        or _attributed(reading)
    )


def _attributed(reading: Reading) -> bool:
    """Whether a text that is no item of a list ends in paper and photographer, in brackets."""
    bracket = _BRACKETED.search(reading.text)
    return bracket is not None and bool(_ATTRIBUTED.fullmatch(bracket[1])) and not reading.item


def _signed(text: str) -> re.Match[str] | None:
    """Text and credit, parted by a slash."""
    return _SIGNED.fullmatch(text) or _PARTED.fullmatch(text)


def _credit_line(document: Document, block: Block, *, head: bool) -> str | None:
    """The credit, where a block is nothing but one."""
    reading = document.read(block)
    if reading.size > _LONGEST_CREDIT or reading.prose:
        return None
    inside = _BRACKETED.fullmatch(reading.text)
    if inside:
        reading = document.reader.read(inside[1])
    right_below = bool(inside) and head and block.lines == 1 and not reading.digits and not reading.clutter
    if inside and (told := _after_label(reading)):
        return told
    if _called_credit(block) or (right_below and (_PERSON.fullmatch(reading.text) or _is_source(reading))):
        return _sourced(reading) or _holder(document, reading.text)
    if _labels_person(reading):
        return _after_label(reading)
    if head and _SLASHED.fullmatch(reading.text) and not reading.text.isupper():
        return reading.text
    sign = _SIGN.match(reading.text)
    if sign:
        rest = reading.text[sign.end() :].strip(_EDGE)
        held = bool(rest) and not _YEAR.match(rest) and (head or _is_source(reading))
        return _holder(document, rest) if held else None
    if _worded(document, reading) or (inside and _shot_by(reading)):
        return _holder(document, reading.text)
    return None


def _shot_by(reading: Reading) -> bool:
    """Whether a label and a name in a script without capitals are all there is: "촬영 이도현"."""
    opening = reading.starts("captions.credits")
    return bool(opening) and bool(CJK_NAME.fullmatch(reading.after(opening)))


def _worded(document: Document, reading: Reading) -> bool:
    """Whether words at a line's beginning or end say that it is a credit."""
    opening = reading.starts("captions.credits")
    if opening and opening < len(reading.words):
        rest = reading.text[reading.spans[opening - 1][1] :]
        named = _NAME.fullmatch(rest.strip(_EDGE)) and not _CASELESS.search(rest)
        # "Photo gallery" is a section.
        named = named and (len(rest.split()) > 1 or document.reader.read(rest).whole(*_SOURCES))
        if (rest.lstrip()[:1] in (*_COLON, "/", "|", "©") and not _tells(document, rest)) or named:
            return True
    closing = _closes(reading)
    if reading.size <= _SHORT_CREDIT and closing and not _STOP.search(reading.text):
        holder = reading.text[: reading.spans[-closing][0]].rstrip(_EDGE)
        # "Child tax credit" names nobody.
        return bool(_NAME.match(reading.text) and (not holder or _NAME.fullmatch(holder)))
    return False


def _tells(document: Document, text: str) -> bool:
    """Whether what stands behind a label is a headline, not a name: "Video: The ferry makes its last trip"."""
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    if not words or not words[0][0].isupper():
        # As in "taken from the film".
        return False
    small = [word for word in words if word.islower() and word not in PARTICLES]
    return len(words) > _CREDIT_OPENS and 2 * len(small) >= len(words) and not _is_source(document.reader.read(text))


def _called_credit(block: Block) -> bool:
    """Whether an HTML page marks a block as a picture's credit: by its place in a figure, and what that is called."""
    inside = list(takewhile(lambda tag: tag.name not in _PICTURED, block.tags))
    return len(inside) < len(block.tags) and any(naming.CREDIT.search(tag.names) for tag in inside)


def _slashed(credit: str, reading: Reading) -> bool:
    """Whether a credit names photographer and agency, parted by a slash."""
    return "/" in credit and (_is_source(reading) or bool(_SLASHED.fullmatch(credit)))


def _closes(reading: Reading) -> int:
    """How many words at a credit's end only say that it is one."""
    return max(reading.stops(c) for c in ("captions.closings", "captions.credits", "bylines.closings"))


def _is_source(reading: Reading) -> bool:
    return bool(reading.categories & _SOURCES)


def _own_credit(document: Document, text: str, *, labelled: bool, head: bool) -> tuple[str, str] | None:
    """Caption and credit, where a text ends in a credit."""
    if text[:1] == "(" and text[-1:] == ")" and text.count(")") == 1:
        text = text[1:-1].strip()
    bracket = _BRACKETED.search(text)
    if bracket and bracket.start() > 0:
        return _in_brackets(document, bracket, labelled=labelled, head=head)
    reading = document.reader.read(text)
    return (
        _behind_words(document, reading)
        or (_named_behind(document, reading) if labelled else None)
        or _behind_sign(text)
        or _behind_mark(reading, head=head)
        or _behind_stop(document, reading)
    )


def _in_brackets(document: Document, bracket: re.Match[str], *, labelled: bool, head: bool) -> tuple[str, str] | None:
    before = bracket.string[: bracket.start()].strip()
    if "," in before and _NAME.fullmatch(before) and document.reader.read(bracket[1]).whole("captions.credits"):
        # "Ana Silva, Joe Doe (Photos)" signs the article.
        return None
    credit = _bracketed_credit(document, bracket[1], labelled=labelled, head=head and not before.endswith((".", "。")))
    if credit is None and _attributed(document.reader.read(bracket.string)):
        credit = bracket[1]
    return (before, credit) if credit else None


def _behind_words(document: Document, reading: Reading) -> tuple[str, str] | None:
    """A credit behind words such as "Photo:"."""
    text = reading.text
    for hit in reading.hits:
        if hit.category != "captions.credits" or hit.start == 0:
            continue
        at = reading.spans[hit.start][0]
        after = text[reading.spans[hit.end - 1][1] :]
        if len(after) > _LONGEST_CREDIT or not any(map(str.isalnum, text[:at])):
            continue
        marked = after.lstrip()[:1] in (*_COLON, "©")
        named = bool(_NAME.fullmatch(after.strip(_EDGE + ")]")))
        # "… in the rain Fot. Ana Silva": "Foto" may be a sentence's last word.
        short = len(text) - len(after) - at <= _ABBREVIATED and text[at].isupper() and after[:2] == ". "
        bounded = bool(_BOUNDARY.search(text[:at])) or short
        if (marked and (bounded or named)) or (bounded and named):
            return text[:at].strip(f" |/{DASHES}(["), _holder(document, text[at:])
    return None


def _named_behind(document: Document, reading: Reading) -> tuple[str, str] | None:
    """In what is surely a caption, a source or a person behind its last sentence: "… in May. Source: Ana Silva"."""
    parted = _SENTENCES.fullmatch(reading.text)
    if not parted:
        return None
    behind = document.reader.read(parted["behind"])
    source = _sourced(behind) or (behind.text if _PERSON.fullmatch(behind.text) else None)
    return (parted["text"], source) if source else None


def _sourced(reading: Reading) -> str | None:
    """What stands behind a label such as "Source:"."""
    source = reading.starts("credits.openings")
    return reading.after(source)[1:].strip(_EDGE) if source and reading.after(source)[:1] in _COLON else None


def _behind_sign(text: str) -> tuple[str, str] | None:
    sign = _SIGN.search(text)
    if not sign or sign.start() <= _SHORTEST_CAPTION or len(text) - sign.end() > _LONGEST_CREDIT:
        return None
    rest = text[sign.end() :].strip(_EDGE)
    return (text[: sign.start()].strip(f" |/{DASHES}("), rest) if rest and not _YEAR.match(rest) else None


def _behind_mark(reading: Reading, *, head: bool) -> tuple[str, str] | None:
    signed = _signed(reading.text)
    if signed and (signed.re is _PARTED or (head and not reading.ends_sentence)):
        return signed["text"], signed["credit"].strip()
    shouted = _shouted(reading.text) if head else None
    return (shouted["text"], shouted["credit"]) if shouted else None


def _behind_stop(document: Document, reading: Reading) -> tuple[str, str] | None:
    """A credit behind the last full stop, comma or dash: "… in May. Ana Silva/AP"."""
    text = reading.text
    last = _LAST_PART.search(text)
    if not last or reading.ends_sentence or document.reader.read(text[: last.start()]).size < _SHORTEST_CAPTION:
        return None
    part = document.reader.read(last["credit"])
    named = part.whole("datelines.agencies") and not part.clutter
    if _closes(part) or named or _slashed(last["credit"], part):
        keep = last.start() + (1 if text[last.start()] in ".!?।。" else 0)
        return text[:keep].strip(), _holder(document, last["credit"])
    return None


def _bracketed_credit(document: Document, inside: str, *, labelled: bool, head: bool) -> str | None:
    reading = document.reader.read(inside)
    labelled_so = _after_label(reading)
    if labelled_so and len(labelled_so.split()) <= _CREDIT_WORDS:
        return labelled_so
    opening = reading.starts("captions.credits")
    rest = inside[reading.spans[opening - 1][1] :] if opening else ""
    if (
        _SIGN.match(inside)
        or (opening and (rest.lstrip()[:1] in _COLON or (not _CASELESS.search(rest) and (opening > 1 or _named(rest)))))
        or _names_then_closes(reading, inside)
        or "captions.closings" in reading.categories
        or ("/" in inside and _is_source(reading))
        or (labelled and not reading.digits and _names_only(inside))
        or (head and reading.whole("datelines.agencies"))
    ):
        return _holder(document, inside)
    return None


def _names_only(inside: str) -> bool:
    """Whether a text is a name, or several parted by slashes or bars: "Ana Silva / The Paper"."""
    return all(_named(part) and len(part.split()) <= _NAME_WORDS for part in _PARTS.split(inside))


def _named(text: str) -> bool:
    """Whether a text is capitalised words, with the small words inside names: "Museo de la Villa"."""
    return bool(_NAME.fullmatch(" ".join(word for word in text.split() if word not in PARTICLES)))


def _names_then_closes(reading: Reading, inside: str) -> bool:
    """Whether a name stands before the words that end a credit; "text goes on below the photo" has none."""
    closing = _closes(reading)
    if not 0 < closing < len(reading.words):
        return False
    named = inside[: reading.spans[-closing][0]].strip(_EDGE)
    return bool(_CASELESS.search(named) or _NAME.fullmatch(named))


def _holder(document: Document, credit: str) -> str:
    """A credit without the words that only say that it is one ("Photo:", "撮影")."""
    bare = credit.strip(_EDGE)
    bare = (
        bare[: match.start()] if (match := _STOP.search(bare)) and _is_name(document, bare[: match.start()]) else bare
    )
    reading = document.reader.read(bare)
    count = len(reading.words)
    closing = _closes(reading)
    if reading.whole(*_SOURCES) and not any(colon in bare for colon in _COLON):
        return bare
    # The longest opening that names nobody: "Photo" of "Photo AP", all of "Picture courtesy of".
    for opening in sorted(
        {h.end for h in reading.hits if h.start == 0 and h.category == "captions.credits"}, reverse=True
    ):
        said = bare[: reading.spans[opening - 1][1]]
        if opening < count and not _names_agency(document, said) and not any(colon in said for colon in _COLON):
            rest = bare[reading.spans[opening - 1][1] :]
            if rest[:1] in _COLON and not any(colon in rest[1:] for colon in _COLON):
                return rest.strip(_EDGE)
            if rest[:1] in (*_COLON, ".", " ", "|", "©", "・", "\u3000"):
                return _holder(document, rest)
    if 0 < closing < count and bare[reading.spans[-closing][0]] >= FIRST_WIDE:
        return _REPORTER.sub("", bare[: reading.spans[-closing][0]].strip(_EDGE))
    return bare.strip(_EDGE)


def _is_name(document: Document, text: str) -> bool:
    """Whether a text before a full stop is more than "Fot" or "Ph"."""
    reading = document.reader.read(text)
    return len(text) > 1 and not reading.whole("captions.credits") and not text.isupper()


def _names_agency(document: Document, text: str) -> bool:
    return "datelines.agencies" in document.reader.read(text).categories


def _after_label(reading: Reading) -> str | None:
    """The text behind a label that opens a caption ("Pictured: …")."""
    opening = reading.starts("captions.labels")
    if not opening or opening >= len(reading.words):
        return None
    after = reading.after(opening)
    return after[1:].strip() if after.startswith(tuple(COLONS)) else None


def _opens_as_caption(reading: Reading) -> bool:
    labelled = _after_label(reading) is not None and not reading.starts("captions.credits")
    return labelled and not _BRACKETED.fullmatch(reading.text) and not _labels_person(reading)


def _pointed(document: Document, number: int, *, head: bool) -> bool:
    """Whether a line points up to its picture, as papers in East Asia have it: it ends in a credit, or is the only one.

    Several are a list, and what stands in the midst of the text may be an item of one.
    """
    if not _POINTER.match(document.readings[number].text):
        return False
    others = (n for n, reading in enumerate(document.readings) if n != number and _POINTER.match(reading.text))
    return bool(_BRACKETED.search(document.readings[number].text)) or (head and next(others, None) is None)


def _labels_person(reading: Reading) -> bool:
    """Whether a label names who took the picture, and not what is in it: "Image: Ana Silva"."""
    return bool(_PERSON.fullmatch(_after_label(reading) or ""))


def _shouted(text: str) -> re.Match[str] | None:
    """Text and credit, where several words at the end, and not all, are in capitals."""
    match = _SHOUTED.fullmatch(text)
    shouts = match is not None and match["credit"].isupper() and " " in match["credit"] and not text.isupper()
    return match if shouts else None


def _label_above(document: Document, number: int) -> Block | None:
    """The block right above, where it is nothing but a caption's label."""
    above = document.blocks[number - 1] if number else None
    if (
        above is None
        or above.role not in {"", "removed"}
        or layout.set_aside(above)
        or not document.read(above).whole("captions.labels")
    ):
        return None
    # "Photo gallery" may also stand above a paragraph.
    reading = document.readings[number]
    return None if reading.prose and reading.size > _SENTENCE else above


def _counted(reading: Reading) -> re.Match[str] | None:
    """What says which of a gallery's pictures a text stands below: "Picture 1 of 3", also glued to it; or "[写真]"."""
    match = _COUNTED.match(reading.text)
    known = reading.starts("captions.labels") or reading.starts("captions.credits")
    return match if known else None


def _unlabelled(reading: Reading) -> str:
    text = None if reading.starts("captions.credits") else _after_label(reading)
    before = _NUMBER.match(reading.text) or _POINTER.match(reading.text) or _counted(reading)
    return text or (reading.text[before.end() :] if before else reading.text)


def _caption_of(document: Document, credit: int, done: set[int], body: range) -> int | None:
    """The caption a credit line belongs to: the nearest block above that may be one.

    Below the body a credit names who took the pictures above, and no running text is a caption.
    """
    start = body.start
    for n in range(credit - 1, max(-1, credit - 1 - _REACH), -1):
        block = document.blocks[n]
        if block.role == "title":
            continue
        reading = document.read(block)
        # The first sentence below the title, right above a credit, only looks like body.
        first = n <= start and n == credit - 1 and document.blocks[credit].lines == 1 and reading.size <= _SENTENCE
        # Below who wrote may stand who took the pictures.
        held = block.judged_body if reading.prose or block.paged else block.surely_body
        if block.role or n in done or (held and not first) or _signs(document, reading):
            break
        single = not reading.prose or (reading.size <= _SENTENCE and n == credit - 1 and credit < body.stop)
        if _SHORTEST_CAPTION < reading.size <= _LONGEST_CAPTION and (n < start or single):
            return n
        break
    return None
