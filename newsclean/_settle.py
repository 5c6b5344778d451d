"""Cleaning until nothing changes, so that a clean article stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsclean.document import BODY, CERTAIN, Document
from newsclean.text import read as read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.document import Block

#: Each round decides something for good, so few are needed; a bound all the same.
_ROUNDS = 6


#: The cleaners that remove for the model's sake alone.
_JUDGED = frozenset({"content", "remainders"})


class _Piece(NamedTuple):
    block: Block
    start: int
    text: str
    offset: int


def settle(document: Document, pipeline: Callable[[Document], Document]) -> Document:
    """Label a document again from its own result, until that result stays.

    What is clutter may only show once other clutter is gone. As ftfy does
    with encodings, the pipeline runs on its own output (title, deck and body
    as plain text) and what it changes there is carried back.
    """
    for _ in range(_ROUNDS):
        pieces = list(_pieces(document))
        text = "".join(_joined(pieces))
        again = pipeline(attrs.evolve(read_text(text), readers=document._readers))  # noqa: SLF001
        changed = list(_changes(document, pieces, again)) if again.source == text else []
        if not changed:
            break
        document = document.replace(changed)
    return document


def _pieces(document: Document) -> Iterator[_Piece]:
    at = 0
    heads = [next(document.find(role), None) for role in ("title", "deck")]
    body = [b for b in document.blocks if b.role in BODY or not b.role]
    for block in [*filter(None, heads), *body]:
        whole = document.text(block)
        text = block.value or whole if block.role in {"title", "deck"} else whole
        if not text:
            continue
        gap = 0 if not at else 1 if block.role == "deck" and heads[0] is not None else 2
        yield _Piece(block, at + gap, text, max(0, whole.find(text)))
        at += gap + len(text)


def _joined(pieces: list[_Piece]) -> Iterator[str]:
    at = 0
    for piece in pieces:
        yield "\n" * (piece.start - at)
        yield piece.text
        at = piece.start + len(piece.text)


def _changes(document: Document, pieces: list[_Piece], again: Document) -> Iterator[Block]:
    """The blocks of `document` as the second look labels them, where it differs."""
    number = 0
    for block in again.blocks:
        while number < len(pieces) - 1 and pieces[number + 1].start <= block.start:
            number += 1
        piece = pieces[number]
        start, end = block.start - piece.start, block.end - piece.start
        if end > len(piece.text):
            # Two pieces read as one line: a deck that reads on from the title is body, before which a line stays blank.
            following = pieces[number + 1].block
            if following.role == "deck" and not _sure(document, following):
                yield following.label("paragraph").signed(block.cleaner)
            continue
        # A part of a piece: what stood above, or among its letters, hid where paragraphs part.
        same = _sort(piece.block) == _sort(block) and end - start == len(piece.text) and not block.holes
        # The model has seen more at first: what it classified as body then, it may not take for its sake alone.
        taken = block.cleaner in _JUDGED and piece.block.judged_body
        if same or taken or _sure(document, piece.block):
            continue
        part = document.part(piece.block, piece.offset + start, piece.offset + end)
        if block.holes:
            # What stood above hid that the text begins with a tag.
            part = document.marked(part, [(first - block.start, last - block.start) for first, last in block.holes])
        label = part.remove(block.kind) if block.role == "removed" else part.label(block.role, block.value)
        yield label.signed(block.cleaner)


def _sure(document: Document, block: Block) -> bool:
    """Whether a text states a block of itself, or a model of whole pages is sure of it: the result alone tells less."""
    scored = block.role == "title" and block.scores is not None and block.scores.title >= CERTAIN
    return scored or block.role in document.metadata


def _sort(block: Block) -> str:
    return "body" if block.role in BODY or not block.role else block.role
