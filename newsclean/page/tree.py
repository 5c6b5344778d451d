"""From a page's HTML to a tree of elements, whatever the HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The parser gives up on deeper pages; those are read again, flat from this level on.
_DEEPEST = 200
_END = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_ELEMENTS = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


def parse(html: str) -> _Element | None:
    """The root of a page's tree, or `None` where there is no element and no text."""
    # The parser stops where a page first says that it ends; browsers read on.
    html = html.replace("\x00", "")
    data = _END.sub(b"", html.encode("utf-8", "replace"))
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # trafilatura wants lxml.html's elements; its own way to choose a class for each takes half the time of a walk.
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
        return _Shallow(html).root()
    return root


class _Shallow(HTMLParser):
    """Builds a tree in which elements below a certain depth only separate texts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = etree.TreeBuilder(element_factory=lxml_html.Element)
        self._builder.start("html", {})
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def root(self) -> _Element:
        for tag in reversed(self._open):
            self._builder.end(tag)
        self._builder.end("html")
        return self._builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self._open) >= _DEEPEST or tag in _VOID:
            self._builder.start("br", {})
            self._builder.end("br")
            return
        known = {name: value or "" for name, value in attrs if name.isidentifier()}
        self._builder.start(tag, {name: value.translate(_NO_CONTROLS) for name, value in known.items()})
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            last = self._open.pop()
            self._builder.end(last)
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        self._builder.data(data.translate(_NO_CONTROLS))


_NO_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
