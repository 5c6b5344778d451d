"""The texts of a page and where each stands, read off its tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml.etree import iterwalk

from newsclean import naming
from newsclean.html import hidden, rows, torn, typed
from newsclean.html.piece import Piece
from newsclean.lexicon.characters import CLOSERS, COLONS, SENTENCE_STOPS
from newsclean.markup import CREDIT_GAP, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

#: Elements that begin a line of their own.
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "  # noqa: SIM905
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav object ol p pre section "
    "summary table tbody td tfoot th thead tr ul video audio label".split()
)
#: Those of them that browsers set apart by a margin.
_APART = frozenset("blockquote dl figure h1 h2 h3 h4 h5 h6 hr menu ol p pre table ul".split())  # noqa: SIM905
#: What a reader does not see as text. Where a page leaves out where its head ends, the parser puts the body into it.
_UNSEEN = frozenset(
    "script style template title svg math noscript iframe canvas textarea select datalist map".split()  # noqa: SIM905
)
#: Elements in a line whose share of a text counts, and its place among the shares of links, bold and italics.
_SHARES = {"a": 0, "b": 1, "strong": 1, "i": 2, "em": 2, "cite": 2}
#: Elements that may hold a part of a word.
WITHIN = _SHARES.keys() - {"a"} | {"sub", "sup", "u", "mark", "font", "abbr", "br", "wbr", "ruby", "rb", "rt", "rp"}
#: What only gives a place in the text a name has no other attributes.
_ANCHORS = ({"name"}, {"name", "id"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: How many elements further out may be the picture that an element in a line credits.
_FIGURE = 3
_STOPS = frozenset(SENTENCE_STOPS)
_SENTENCE_END = re.compile(r"[^\W\d_A-Z]{2}[.!?…]")
#: The end of a word, and what is none of it: a capital, or a number with more behind it.
_WORD, _BEGINNING = re.compile(r"[^\W\d_A-Z]{3}"), re.compile(r"[^\W\d_a-zß-öø-ÿ]|\d{1,9}[\s.:/]")
_LONGEST_NAMES = 160
#: Text laid out by its own line breaks.
_TYPED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
#: Stand for gaps and a seam while a text is gathered; no tree holds a null byte.
_GAP, _CREDITED, _SEAM = "\0g", "\0c", "\0s"
_AROUND_GAP = re.compile(rf"(?P<space>\s?){_GAP}\s?(?=(?P<next>\S)?)")
#: Longer texts are no labels, and their words stay as they are.
_LONGEST_SEAMED = 160
_ALL_LINKS = 0.7
#: What stands before a row of links: "Topics:".
_LABEL = re.compile(rf"\s{{0,9}}\w{{3,20}}\s?[{COLONS}]")
_CELLS = frozenset({"td", "th"})
#: A page with less text shows its text only without scripts.
_LEAST_TEXT = 400


class _Pieces:
    """Gathers the pieces of a tree in one walk without recursion: pages nest deeper than Python's stack."""

    def __init__(self, unseen: frozenset[str]) -> None:
        self.found: list[Piece] = []
        #: Whether there is a cell of a table on the page.
        self.celled = False
        self._unseen = unseen
        self._texts: list[str] = []
        self._shares = [0, 0, 0]
        #: The hidden elements in a line that are open, and what stands around their texts.
        self._hidden: list[tuple[_Element, tuple[str, str]]] = []
        #: How many links, bold and slanted elements are open.
        self._inside = [0, 0, 0]
        #: The inline element that closed last, and the number of texts then; a link's address, and where it began.
        self._closed = "", -1
        self._link: str | None = None
        self._link_at = 0
        #: The elements in a line that are read as elements of their own.
        self._raised: list[_Element] = []
        #: The last element that was asked whether it has a text of its own, and whether it has none.
        self._asked: tuple[_Element | None, bool] = None, False
        #: The numbers of the elements whose text is laid out by its own line breaks.
        self._typed: set[int] = set()
        self._lines = 0
        self._count = 0

    def walk(self, root: _Element) -> None:
        """Read a whole tree."""
        tag: Tag | None = None
        walk = iterwalk(root, events=("start", "end"))
        for event, node in walk:
            name = str(node.tag)
            if name == "a" and set(node.keys()) in _ANCHORS:
                name = "anchor"
            if event == "start":
                if name in self._unseen:
                    walk.skip_subtree()
                elif name == "br":
                    self._flush(tag, 1)
                elif tag is None or name in _BLOCKS or self._raise(node, tag):
                    self._flush(tag, 1 + (name in _APART))
                    tag = self._tag(node, tag)
                    self._add(node.text)
                else:
                    self._open(node, name, tag)
                continue
            if name in _BLOCKS or (self._raised and self._raised[-1] is node):
                del self._raised[len(self._raised) - (name not in _BLOCKS) :]
                self._flush(tag, 1 + (name in _APART))
                tag = tag.parent if tag else None
            elif name not in self._unseen and name != "br":
                self._close(node, name)
            tail = node.tail
            if tail and node is not root:
                if name not in WITHIN:
                    self._rejoin(tail)
                self._add(tail)
        self._flush(None, 1)

    def _raise(self, node: _Element, tag: Tag) -> bool:
        """Whether an element in a line is a line of its own, as it is shown.

        It is called a caption and begins one; one with a credit beside it stays in one line with that. Or it has a name
        of the page's own and holds a sentence, and no text stands right beside it.
        """
        called = node.get("class")
        if "-" in str(node.tag) and self._is_paragraph(node):
            self._raised.append(node)
            return True
        if (
            not called or not naming.called_caption(called) or tag.name in _HEADINGS
            or any(map(str.strip, self._texts))
            or any(around.name == "figure" or hidden.is_caption(around.name, around.names) for around in _near(tag))
            or any(_credits(beside, tag, within=False) for beside in node.itersiblings())
        ):  # fmt: skip
            return False
        self._raised.append(node)
        return True

    def _is_paragraph(self, node: _Element) -> bool:
        """Whether an element with a name of the page's own holds a sentence, and stands where no other text does."""
        text = "" if any(str(child.tag) in _BLOCKS for child in node) else "".join(map(str, node.itertext()))
        if text.rstrip().rstrip(CLOSERS)[-1:] not in _STOPS:
            return False
        parent = node.getparent()
        if parent is not self._asked[0]:
            texts = () if parent is None else (parent.text, *(child.tail for child in parent))
            self._asked = parent, not any(text and text.strip() for text in texts)
        return self._asked[1]

    def _open(self, node: _Element, name: str, tag: Tag) -> None:
        """An element in a line begins."""
        if name in _SHARES:
            self._inside[_SHARES[name]] += 1
        text = node.text
        self._part(node, name, text)
        attributes: Any = node.attrib
        around = hidden.marks_of(name, attributes) if attributes else None
        if around:
            self._texts.append(around[0])
            self._hidden.append((node, around))
        if self._texts and _credits(node, tag):
            self._texts.append(_CREDITED)
        self._add(text)

    def _part(self, node: _Element, name: str, text: str | None) -> None:
        """Mark where only its style may set an element apart from what stands before it.

        A gap may part two links in a row, a seam a word and what begins in the next element: "Topics" and "Harbour",
        "Ana Silva" and "5 May". `_flush` decides.
        """
        closed, at = self._closed
        if name == "a" == closed and not any(map(str.strip, self._texts[at:])):
            if self._link is not None and node.get("href") != self._link:
                self._texts.append(_GAP)
        elif text and self._texts and name not in WITHIN:
            self._rejoin(text)
            beside = name == "a" or (at == len(self._texts) and closed not in WITHIN)
            if beside and _BEGINNING.match(text) and _WORD.fullmatch(self._texts[-1][-3:]):
                self._texts.append(_SEAM)
        if name == "a":
            self._link_at = len(self._texts)

    def _close(self, node: _Element, name: str) -> None:
        """Remember which element in a line closed, and the address of a link with a text."""
        if self._hidden and self._hidden[-1][0] is node:
            self._texts.append(self._hidden.pop()[1][1])
        if name in _SHARES:
            self._inside[_SHARES[name]] -= 1
        self._closed = name, len(self._texts)
        if name == "a":
            shown = any(map(str.strip, self._texts[self._link_at :]))
            self._link = (node.get("href") or "") if shown else None

    def _rejoin(self, text: str) -> None:
        """Part a sentence from one that ends right before it in another element."""
        if self._texts and text[0].isupper() and _SENTENCE_END.fullmatch(self._texts[-1][-3:]):
            self._texts.append(" ")

    def _tag(self, node: _Element, parent: Tag | None) -> Tag:
        attributes: Any = dict(node.items())
        names = " ".join(filter(None, map(attributes.get, naming.NAMING)))[:_LONGEST_NAMES].lower()
        marked = "hidden" in attributes and not hidden.is_streamed(attributes)
        if marked or ("style" in attributes and _HIDING.search(attributes["style"])):
            names += " hidden"
        if "itemtype" in attributes and naming.EVENT.search(attributes["itemtype"]):
            names += f" {naming.IS_EVENT}"
        if not naming.ADDRESSES.isdisjoint(attributes):
            names += f" {naming.HAS_ADDRESS}"
        number = self._count
        self._count += 1
        name = str(node.tag)
        if (name == "pre" and node.find("code") is None) or _TYPED.search(attributes.get("style", "")):
            self._typed.add(number)
        self.celled |= name in _CELLS
        listed = name == "li" or (parent is not None and parent.listed)
        unseen = (
            (parent is not None and parent.hidden and not hidden.is_caption(name, names))
            or hidden.is_hidden(name, attributes)
            or hidden.is_muted(attributes)
        )
        large = name == "p" and (naming.called_initial(names) or (len(node) > 0 and _is_initial(node[0])))
        depth = parent.depth + 1 if parent else 0
        return Tag(name, names, parent, number, depth, len(node), listed, unseen, large)

    def _add(self, text: str | None) -> None:
        # Before a text, pages have little but the space that their source is laid out with.
        if not text or (not self._texts and text.isspace()):
            return
        self._texts.append(text)
        if any(self._inside) and not self._hidden:
            size = len(text.strip())
            for n, depth in enumerate(self._inside):
                if depth:
                    self._shares[n] += size

    def _flush(self, tag: Tag | None, lines: int) -> None:
        if self._texts and tag is not None and tag.number in self._typed and "\0" not in "".join(self._texts):
            self._flush_typed(tag)
        elif self._texts:
            text = "".join(self._texts)
            label = _LABEL.match(text)
            links = self._shares[0] >= _ALL_LINKS * (len(text) - (label.end() if label else 0))
            text = " ".join(text.split())
            if "\0" in text:
                text = _joined(text, links=links)
            text, holes = hidden.stretches(text) if "\0" in text else (text, ())
            if text and tag is not None:
                self.found.append(_piece(text, tag, self._lines, self._shares, holes))
                self._lines = 0
        if self._texts:
            self._texts[:] = [around[0] for _, around in self._hidden]
            self._closed = "", -1
            self._shares = [0, 0, 0]
        self._lines = max(self._lines, lines)

    def _flush_typed(self, tag: Tag) -> None:
        """The paragraphs of a text that is laid out by its own line breaks."""
        laid = "".join(self._texts)
        for start, end, breaks in typed.paragraphs(laid):
            text = " ".join(laid[start:end].split())
            shares = [share * len(text) // len(laid) for share in self._shares]
            self.found.append(_piece(text, tag, self._lines or breaks, shares, ()))
            self._lines = 0


def _piece(text: str, tag: Tag, lines: int, shares: list[int], holes: tuple[tuple[int, int], ...]) -> Piece:
    """A text of the page; it is hidden where its element is, or all that is in it."""
    size = max(1, len(text) - sum(end - start for start, end in holes))
    link, bold, slanted = [min(1.0, share / size) for share in shares]
    piece = Piece(text, tag, lines, link, bold, slanted, tag.hidden, holes)
    # A letter is shown where nothing is hidden.
    told = not holes and any(map(str.isalnum, text))
    return piece._replace(hidden=True, holes=()) if tag.hidden or not (told or piece.shown) else piece


def _credits(node: _Element, tag: Tag, *, within: bool = True) -> bool:
    """Whether an element in a line is called the credit of a picture, and stands `within` its caption."""
    called = (node.get("class") or node.get("itemprop") or "").lower()
    return bool(called and naming.INLINE_CREDIT.search(called)) and (not within or any(map(_pictures, _near(tag))))


def _is_initial(node: _Element) -> bool:
    called = node.get("class")
    return bool(called) and naming.called_initial(str(called).lower())


def _near(tag: Tag) -> Iterator[Tag]:
    """The elements around that may be a picture's; most are asked for while the page is read, and never again."""
    at: Tag | None = tag
    for _ in range(_FIGURE):
        if at is None:
            return
        yield at
        at = at.parent


def _pictures(tag: Tag) -> bool:
    return tag.name in {"figure", "figcaption"} or "caption" in tag.names


def _joined(text: str, *, links: bool) -> str:
    """A text with its gaps and seams as spaces, or as nothing where they may be inside a word.

    `links`: it is hardly anything else.
    """
    text = text.replace(_SEAM, " " if len(text) <= _LONGEST_SEAMED else "")
    text = re.sub(rf"\s?{_CREDITED}\s?", CREDIT_GAP, text)

    def parted(gap: re.Match[str]) -> str:
        return "  " if links or gap["space"] or not (gap["next"] or "").islower() else ""

    return _AROUND_GAP.sub(parted, text).strip()


def pieces(root: _Element) -> list[Piece]:
    """All texts of a page, in order; what stands there for browsers without scripts only where that is the page."""
    gathered = _Pieces(_UNSEEN)
    gathered.walk(root)
    if sum(len(piece.text) for piece in gathered.found) < _LEAST_TEXT:
        gathered = _Pieces(_UNSEEN - {"noscript"})
        gathered.walk(root)
    found = torn.joined(gathered.found)
    return rows.joined(found) if gathered.celled else found
