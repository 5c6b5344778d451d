"""An HTML page to a document of blocks, with what its markup says of each."""

from __future__ import annotations

import html as _html
import re
from typing import TYPE_CHECKING, Any

import attrs

from newsclean.document import Block, Document
from newsclean.html import blocks, hydration, news_xml, tree
from newsclean.markup import Markup
from newsclean.text import kinds, marks
from newsclean.text import read as read_text
from newsclean.text.decoding import decode_page
from newsclean.text.kinds import PageError
from newsclean.text.mojibake import repaired

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from newsclean.html.head import Head
    from newsclean.html.piece import Piece

_TAG = re.compile(r"<[a-zA-Z!/?]")
_REFERENCE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,7}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")
#: What UTF-8 begins with that was taken for Latin-1 and written as references: "&Atilde;&copy;".
_BEGUN = re.compile(
    r"&(?:[A-Za-z](?:tilde|circ|ring|uml|grave|acute|cedil|slash)|(?:AE|ae|sz)lig|ETH|eth|times|#(?:19[4-9]|2[0-3]\d|24[0-4])"
    r"|#[xX](?:[cCdDeE][0-9a-fA-F]|[fF][0-4]));&[#A-Za-z]"
)
_LEAST_STATEMENT = 200
#: The level of each heading.
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read(html: str | bytes, url: str | None = None, *, limit: int | None = None) -> Document:
    """Read a page.

    Args:
        html: the page, or its bytes as served; a text without a tag is read as plain text.
        url: its address, where known.
        limit: the most bytes or characters it may have; `None` for any number.

    Raises:
        PageError: there is nothing in it, it is another kind of file, or larger than the limit.
    """
    if limit is not None and len(html) > limit:
        msg = f"no page: it has {len(html) / 1e6:.1f} MB, and the limit is {limit / 1e6:.1f} MB"
        raise PageError(msg)
    text = _text(html)
    text = news_xml.as_page(text) or text
    if not _TAG.search(text):
        return read_text(text, metadata={"url": url})
    root = tree.parse(text)
    if root is None:
        return Document("", (), metadata={"url": url})
    from newsclean.html import metadata  # noqa: PLC0415
    from newsclean.html.head import Head  # noqa: PLC0415

    pieces = blocks.pieces(root)
    if hydration.show(root, pieces, url):
        pieces = blocks.pieces(root)
    head = Head(root, url)
    stated, fallbacks = metadata.read(head)
    source, found = _laid_out(pieces, _markups(root, head, pieces))
    return Document(source, found, metadata=_unmarked(stated), fallbacks=_unmarked(fallbacks), outlets=head.outlets)


def _unmarked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields without the marks that nobody sees, and without control characters."""
    return {name: bare for name, value in fields.items() if (bare := _bare(value))}


def _bare(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return " ".join(marks.uncontrolled(marks.without(value)).split())
    return type(value)(filter(None, map(_bare, value))) if isinstance(value, list | tuple) else value


def _text(html: str | bytes) -> str:
    text = kinds.decoded(html, decode_page, "page") if isinstance(html, bytes) else kinds.checked(html, "page")
    if not text or text.isspace():
        msg = "no page: there is nothing in it"
        raise PageError(msg)
    return _sound(text)


def _sound(text: str) -> str:
    """A page as it was before it was decoded wrongly, also where it gives the wrong characters as references."""
    text = repaired(text)
    if not _BEGUN.search(text):
        return text
    spelt = _REFERENCE.sub(lambda match: _spelt(match[0]), text)
    better = repaired(spelt)
    return text if better == spelt else better


def _spelt(reference: str) -> str:
    """The character of a reference that is none of markup's."""
    character = _html.unescape(reference)
    return reference if character.isascii() else character


def _markups(root: _Element, head: Head, pieces: list[Piece]) -> list[Markup]:
    from newsclean.html import overlap  # noqa: PLC0415
    from newsclean.model.tokens import words  # noqa: PLC0415

    texts = [piece.shown for piece in pieces]
    body = max(head.stated("articleBody"), key=len, default="")
    summaries = [*head.stated("description"), *head.meta("og:description", "description", "twitter:description")]
    bodies = [body] if len(body) > _LEAST_STATEMENT else []
    # Nobody reads the tree any more, and it takes the most room.
    root.clear()
    found = overlap.shares(texts, words(texts), bodies, summaries)
    return [_markup(piece, *shares) for piece, shares in zip(pieces, found.T.tolist(), strict=True)]


def _markup(piece: Piece, stated: float, summarised: float) -> Markup:
    tag = piece.tag
    return Markup(
        link=piece.link,
        heading=_HEADINGS.get(tag.name, 0),
        item=tag.listed,
        tag=tag,
        bold=piece.bold,
        slanted=piece.slanted,
        stated=stated,
        summarised=summarised,
        margin=piece.lines > 1,
        hidden=piece.hidden,
        row=piece.row,
    )


def _laid_out(pieces: list[Piece], markups: list[Markup]) -> tuple[str, tuple[Block, ...]]:
    """The pieces as one text, and a block for each."""
    parts: list[str] = []
    found: list[tuple[Piece, Block]] = []
    at = 0
    for piece, markup in zip(pieces, markups, strict=True):
        lines = piece.lines if parts else 0
        parts += ("\n" * lines, piece.text)
        at += lines
        found.append((piece, Block(at, at + len(piece.text), lines=lines, markup=markup)))
        at += len(piece.text)
    source = "".join(parts)
    unseen = marks.some(source)
    return source, tuple(
        _with_holes(source, piece, block) if unseen or piece.holes else block for piece, block in found
    )


def _with_holes(source: str, piece: Piece, block: Block) -> Block:
    """A block with what is hidden in it, and the marks that nobody sees, as holes."""
    hidden = [(block.start + start, block.start + end) for start, end in piece.holes]
    holes = marks.among(source, block.start, block.end, hidden)
    return attrs.evolve(block, holes=holes) if holes else block
