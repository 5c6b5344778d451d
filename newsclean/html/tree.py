"""From a page's HTML to a tree of elements, whatever the HTML."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

#: No page is deeper but one that is to hurt: whoever asks what is around an element goes through all levels, and the
#: parser gives up at some. Of deeper pages, elements below the level only separate texts.
_DEEPEST = 200
_IS_DEEP = etree.XPath(f"boolean({'/*' * (_DEEPEST + _DEEPEST // 4)})")
#: The lines of a headline that are elements of their own: one alone may hold a part of a word, and a mark stand behind.
_LINES = etree.XPath(
    "//*[self::h1 or self::h2 or self::h3]"
    "/descendant::*[self::div or"
    " (self::span and contains(normalize-space(), ' ') and not(../text()[normalize-space()]))]"
)
#: A caption with so many paragraphs, headings or lists, or more text in them, is none that was closed.
_FLOW = frozenset({"p", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure"})
_FEWEST_FLOW, _LEAST_FLOW = 3, 600
#: How a word is read is no longer.
_LONGEST_READING = 80
_END = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
#: What stands in a tag: quotation marks part a value only behind "=".
_INSIDE = r"[^<>=]*+(?:=(?:\s{0,9}+(?:\"[^\"]*+\"|'[^']*+'))?+[^<>=]*+)*+"
#: What holds no elements, behind its "<".
_RAW = "|".join((
    r"!--(?:[^-]++|-(?!->))*+",
    *(rf"{name}\b(?:[^<]++|<(?!/{name}))*+" for name in ("script", "style", "textarea", "title")),
))  # fmt: skip
_MARKUP = re.compile(rf"<(?:{_RAW}|(?P<close>/?)(?P<name>[a-z][^\s/<>]{{0,40}}+){_INSIDE}>)".encode(), re.IGNORECASE)
#: The parser compares each attribute of an element with all before it; no page needs as many.
_MOST_ATTRIBUTES, _LONG = 200, 4000
_TAG = re.compile(rf"<(?:{_RAW}|([a-z]{_INSIDE}))".encode(), re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"[^\s=>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")


#: What the parser reads, and does not take back.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(html: str) -> _Element | None:
    """The root of a page's tree, or `None` where there is no element and no text."""
    # The parser stops where a page first says that it ends; browsers read on.
    data = _END.sub(b"", html.encode("utf-8", "replace").replace(b"\0", b""))
    overfull = any(len(_attributes(tag)) > _MOST_ATTRIBUTES for tag in _TAG.findall(data) if len(tag) > _LONG)
    data = _MARKUP.sub(_bearable, data) if overfull else data
    root, too_deep = _parsed(data)
    root = _parsed(_flat(data))[0] if too_deep else root
    if root is not None:
        _part_lines(root)
        _drop_readings(root)
        _close_captions(root)
    return root


def _parsed(data: bytes) -> tuple[_Element | None, bool]:
    """The tree as far as it was read, and whether it is too deep."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    gave_up = any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log)
    return root, gave_up or (root is not None and bool(_IS_DEEP(root)))


def _part_lines(root: _Element) -> None:
    """Put a line break where a text goes on in another line: whoever gathers an element's text meets a space there."""
    for element in root.iter("br"):
        element.text = "\n"
    lines: Any = _LINES(root)
    for element in lines:
        element.text, element.tail = (_NO_XML.sub(" ", f"\n{text or ''}") for text in (element.text, element.tail))


def _drop_readings(root: _Element) -> None:
    """Leave out how words are read that stands above them in small letters, and the brackets around it."""
    readings: Any = root.iter("rt", "rp")
    for reading in readings:
        # What was never closed holds more than that.
        if len("".join(map(str, reading.itertext()))) <= _LONGEST_READING:
            reading.clear(keep_tail=True)


def _close_captions(root: _Element) -> None:
    """Put behind its figure what a caption holds that was never closed: the rest of an article."""
    for caption in list(root.iter("figcaption")):
        flow = [child for child in caption if child.tag in _FLOW]
        text = sum(len("".join(map(str, child.itertext()))) for child in flow)
        if len(flow) < _FEWEST_FLOW or text < _LEAST_FLOW:
            continue
        told = any(map(str.strip, [caption.text or "", *(child.tail or "" for child in caption if child not in flow)]))
        place = caption
        for around in caption.iterancestors("figure"):
            place = around
        first = caption.index(flow[0] if told else flow[1])
        for child in reversed(list(caption)[first:]):
            place.addnext(child)


def _bearable(tag: re.Match[bytes]) -> bytes:
    """A tag, with its first attributes only if it has far too many."""
    attributes = _attributes(tag[0]) if tag["name"] else []
    return b" ".join(attributes[:-1]) + b">" if len(attributes) > _MOST_ATTRIBUTES else tag[0]


def _attributes(tag: bytes) -> list[bytes]:
    """The name and the attributes of a tag, one more than it may have at the most."""
    return [one[0] for one in islice(_ATTRIBUTE.finditer(tag), _MOST_ATTRIBUTES + 1)]


def _flat(data: bytes) -> bytes:
    """A page without the tags below a certain depth; a line break stands for each that opens."""
    opened: list[bytes] = []
    dropped: Counter[bytes] = Counter()

    def kept(tag: re.Match[bytes]) -> bytes:
        name = (tag["name"] or b"").lower()
        if not name or name in _VOID:
            return tag[0]
        if tag["close"]:
            if dropped[name]:
                dropped[name] -= 1
                return b""
            if name in opened:
                while opened.pop() != name:
                    pass
            return tag[0]
        if len(opened) >= _DEEPEST:
            dropped[name] += 1
            return b"<br>"
        opened.append(name)
        return tag[0]

    return _MARKUP.sub(kept, data)
