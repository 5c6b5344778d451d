"""The texts in a page's data: paragraphs in whatever objects, and what these say of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean import naming
from newsclean.html import tree
from newsclean.lexicon.characters import CLOSERS, SENTENCE_STOPS, SYLLABLES
from newsclean.lexicon.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Running text: a line as long that ends a sentence; a longer one in Thai and Lao, which have no full stops, and set
#: no spaces between words: there as long a text may be a title.
_PROSE, _UNSTOPPED, _UNSPACED = 40, 60, 20
_STOPS = frozenset(SENTENCE_STOPS)
_THAI_TO_LAO = "\u0e00", "\u0eff"
#: Longer texts say nothing of another, and a title of fewer words is a section's or a part's.
_LONGEST, TITLE_WORDS = 400, 4
#: A character of East Asia's scripts says as much as two letters.
_SYLLABLE = re.compile(f"[{SYLLABLES}]")
#: JSON in a string is no text: {"id": 1}, 5:["$", "p"]
_DATA = re.compile(r"\s{0,9}+(?:\w{1,6}:[A-Z]{0,2})?[\[{]")
#: Under which keys objects keep what they say, the likeliest first, and how deep.
_TEXTS = (
    "text", "html", "content", "contents", "value", "children", "body", "paragraph", "rendered", "innerHTML", "data",
    "attributes", "attrs", "model", "blocks", "nodes", "primary",
)  # fmt: skip
_KINDS = ("type", "nodeType", "_type", "__typename", "style", "kind", "name")
_HEADING = re.compile(r"head|(?<![a-z])h[2-4](?![a-z0-9])")
_DEEPEST = 12
#: What is said of pictures, films and boxes is no paragraph.
_OTHERS = ("image", "video", "caption", "embed", "advert", "related", "newsletter", "gallery", "promo", "interstitial")


def size(text: str) -> int:
    """How long a text is, a character of East Asia's scripts as two letters."""
    return len(text) if text.isascii() else len(text) + len(_SYLLABLE.findall(text))


def is_prose(text: str) -> bool:
    """Whether a text is as long as a sentence, and ends as one."""
    last = text.rstrip(CLOSERS)[-1:]
    return size(text) >= _PROSE if last in _STOPS else len(text) >= _UNSTOPPED and _is_thai(last)


def is_title(text: str) -> bool:
    """Whether a text has more words than a section or a part, or is as long where no spaces part them."""
    return is_unspaced(text) or len(words(text)) >= TITLE_WORDS


def is_unspaced(text: str) -> bool:
    """Whether a text is as long as a title in a script that sets no spaces between words."""
    return len(text) >= _UNSPACED and _is_thai(text[0])


def _is_thai(character: str) -> bool:
    """Whether a character is Thai or Lao."""
    return _THAI_TO_LAO[0] <= character <= _THAI_TO_LAO[1]


def said(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The short texts of an object, each with its key; those of its titles, too, which may be objects of their own."""
    for key, value in node.items():
        if isinstance(value, str) and len(value) < _LONGEST:
            yield key.lower(), value
        elif isinstance(value, dict) and naming.DATA_TITLE.search(key.lower()):
            yield from (
                (key.lower(), text) for text in value.values() if isinstance(text, str) and len(text) < _LONGEST
            )


def titles(node: dict[str, Any]) -> Iterator[str]:
    """What an object calls itself, in more words than a section or a part."""
    for key, text in said(node):
        if naming.DATA_TITLE.search(key) and is_title(text):
            yield " ".join(text.split())


def lines(node: Any, least: int) -> list[tuple[str, str]]:  # noqa: ANN401
    """The paragraphs of a text in HTML or plain, or of a list of such, one each; none where it is shorter."""
    if isinstance(node, str):
        if _DATA.match(node):
            return []
        return list(_of_html(node)) if "<" in node else [("p", line) for line in _plain(node)]
    items = [item for item in node if not (isinstance(item, dict) and _is_story(item))]
    told = [(kind, text) for item in items if not _is_other(kind := kind_of(item)) and (text := _text(item))]
    told = [(kind, text) for kind, text in told if not _DATA.match(text)]
    if sum(size(text) for _, text in told) < least:
        # What is read of HTML is no longer than that; most lists of a page's data hold no text.
        return []
    lines: list[tuple[str, str]] = []
    for kind, text in told:
        if "<p" in text or "<br" in text:
            lines += _of_html(text)
        else:
            lines.append(("h2" if _HEADING.search(kind) else "p", _without_tags(text)))
    return lines


def _is_story(item: dict[str, Any]) -> bool:
    """Whether an object in a list has a title, and an address or a date: a paragraph has neither."""
    keys = [key.lower() for key in item]
    apart = any(naming.DATA_ADDRESS.search(key) or naming.DATA_DATE.search(key) for key in keys)
    return apart and any(map(naming.DATA_TITLE.search, keys)) and bool(next(titles(item), ""))


def _is_other(kind: str) -> bool:
    """Whether what an object says that it is is no paragraph."""
    return any(other in kind for other in _OTHERS)


def kind_of(item: Any) -> str:  # noqa: ANN401
    """What an object says that it is."""
    told = (item.get(key) for key in _KINDS) if isinstance(item, dict) else ()
    return " ".join(value.lower() for value in told if isinstance(value, str))


def _text(item: Any, depth: int = _DEEPEST) -> str:  # noqa: ANN401
    """The text of one paragraph, whose parts may be nested."""
    if isinstance(item, str):
        return item
    if not depth:
        return ""
    if isinstance(item, list):
        return "".join(_text(part, depth - 1) for part in item)
    values = (item.get(key) for key in _TEXTS) if isinstance(item, dict) else ()
    return next((text for value in values if value and (text := _text(value, depth - 1))), "")


def _plain(text: str) -> Iterator[str]:
    yield from filter(None, (" ".join(line.split()) for line in text.split("\n")))


def _without_tags(text: str) -> str:
    return " ".join(line for _, line in _of_html(text)) if "<" in text or "&" in text else " ".join(text.split())


def _of_html(text: str) -> Iterator[tuple[str, str]]:
    from newsclean.html import blocks  # noqa: PLC0415

    root = tree.parse(f"<div>{text}</div>")
    for piece in blocks.pieces(root) if root is not None else ():
        if not piece.hidden and piece.tag.name != "figcaption":
            yield piece.tag.name if piece.tag.name in {"h2", "h3", "h4", "li", "blockquote"} else "p", piece.shown
