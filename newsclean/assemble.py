"""From a labelled document to an Article."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from newsclean.article import AlternateTitle, Article, Caption, Dateline, Paragraph, Removal, Segment
from newsclean.confidence import confidence
from newsclean.document import BODY
from newsclean.lexicon.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.article import ParagraphKind, Paywall, RemovalKind
    from newsclean.document import Block, Document
    from newsclean.markup import Tag

#: What prompts are for: those that ask to pay for the article, and others. Some words are of both: "Subscribe".
_KINDS = (frozenset({"paywall"}), frozenset({"newsletter", "comments", "share"}))


def assemble(document: Document) -> Article:
    """Read the Article's fields off the labels; blocks still undecided are body.

    What the page states of itself goes before what was read in its text.
    """
    dateline = next((block.value[0] for block in document.find("dateline")), None)
    values: dict[str, object] = {
        "title": _first(document, "title"),
        "alternate_titles": [AlternateTitle(*_alternate(document, b)) for b in document.find("alternate_title")],
        "deck": _first(document, "deck"),
        "authors": tuple(_once(_authors(document))) or _agency(document, dateline),
        "published": _first(document, "published"),
        "modified": _first(document, "modified"),
        "dateline": dateline,
        "language": document.language,
        "section": _first(document, "section"),
        "captions": list(_captions(document)),
        "tags": tuple(dict.fromkeys(tag for b in document.find("tags") for tag in b.value)),
        "credit": _first(document, "credit"),
        "paywall": _paywall(document),
        "url": _first(document, "url"),
    }
    read = {field: value for field, value in values.items() if value and value != "none"}
    return Article(
        **_known(document.metadata, read, document.fallbacks),
        paragraphs=_paragraphs(document),
        confidence=confidence(document),
        removed=[
            Removal(document.source[b.start : b.end], cast("RemovalKind", b.kind), b.cleaner, b.start, b.end)
            for b in document.find("removed")
        ],
        source=document.source,
        segments=list(_segments(document)),
    )


def _known(*told: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of an article by what several sources tell, the surest of which stands first."""
    known = {field: value for fields in reversed(told) for field, value in fields.items()}
    # Many pages tell of the last change alone, and date the article by it.
    known["published"] = _timed(_told(told, "published")) or known.get("modified")
    named = {*map(fold, known.get("authors", ())), fold(known.get("title") or "")}
    known["section"] = next((name for name in _told(told, "section") if fold(name) not in named), None)
    if _is_before(known.get("modified"), known["published"]):
        # What was changed while it waited for its date is as it was published.
        del known["modified"]
    return known


def _told(told: Iterable[Mapping[str, Any]], field: str) -> list[str]:
    """What each of some sources tells of a field, but for those that tell nothing."""
    return [str(fields[field]) for fields in told if fields.get(field)]


def _timed(told: list[str]) -> str | None:
    """The first of some dates, with its time where another of them tells that of the same day."""
    same = (date for date in told if date.startswith(told[0]))
    return max(same, key=len, default=None)


def _is_before(date: object, other: object) -> bool:
    """Whether a moment is before another: where one tells no time, or no zone, by a day."""
    if not isinstance(date, str) or not isinstance(other, str):
        return False
    moments = datetime.fromisoformat(date), datetime.fromisoformat(other)
    if "T" in date and "T" in other and len({moment.tzinfo is None for moment in moments}) == 1:
        return moments[0] < moments[1]
    return moments[0].date() < moments[1].date()


def _first(document: Document, role: str) -> str | None:
    return next((b.value or document.text(b) for b in document.find(role)), None)


def _alternate(document: Document, block: Block) -> tuple[str, str | None]:
    if isinstance(block.value, tuple):
        return block.value
    return document.text(block), block.value


def _authors(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.role == "byline":
            yield from block.value
        elif block.role == "dateline":
            yield from block.value[1]


def _agency(document: Document, dateline: Dateline | None) -> tuple[str, ...]:
    """The agency that a dateline names, without its service ("dpa/lno"), unless a credit says more of who wrote."""
    agency = ((dateline and dateline.agency) or "").partition("/")[0].strip()
    named = document.reader.read(agency).whole("datelines.agencies")
    told = all(document.read(block).whole("datelines.agencies") for block in document.find("credit"))
    return (agency,) if named and told else ()


def _once(names: Iterable[str]) -> Iterator[str]:
    """Each name where it first stands."""
    seen: set[str] = set()
    for name in names:
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name


def _captions(document: Document) -> Iterator[Caption]:
    """Each caption once: of several that say the same the one with a credit, and no credit alone that one has."""
    found = dict.fromkeys(
        block.value
        for block in document.blocks
        if block.role in {"caption", "caption_credit"} and isinstance(block.value, Caption)
    )
    credited = {fold(caption.text) for caption in found if caption.credit}
    named = {caption.credit for caption in found if caption.text}
    for caption in found:
        told = caption.credit in named if not caption.text else not caption.credit and fold(caption.text) in credited
        if not told:
            yield caption


def _paragraphs(document: Document) -> list[Paragraph]:
    return [
        Paragraph(text, cast("ParagraphKind", b.role or "paragraph"), b.start, b.end)
        for b in document.blocks
        # A block of markup alone is no paragraph.
        if (b.role in BODY or not b.role) and (text := document.text(b))
    ]


def _paywall(document: Document) -> Paywall:
    """`truncated` where the body stops at a prompt that says so, else `prompt` or `none`.

    A page that states that it is free may show one on behalf of others.
    """
    blocks = document.blocks
    prompts = [n for n, b in enumerate(blocks) if b.role == "removed" and b.kind == "paywall" and _asks(document, b)]
    if not prompts:
        return "none"
    found = _found_at(document, prompts)
    return "none" if found == "prompt" and document.fallbacks.get("paywall") == "none" else found


def _asks(document: Document, block: Block) -> bool:
    """Whether a removed prompt asks to pay for the article: none of a menu does, nor to have letters or to comment."""
    reading = document.read(block)
    if block.value or "paywall.truncated" in reading.categories:
        return True
    paid, others = ({n for h in reading.hits if h.kind in kinds for n in range(h.start, h.end)} for kinds in _KINDS)
    return reading.asks_to_pay and others <= paid and not any(map(_is_of_site, block.tags))


def _is_of_site(tag: Tag) -> bool:
    """Whether an element is a menu, or the site's head or foot; an article may have such of its own."""
    return tag.name == "nav" or (tag.name in {"header", "footer"} and not (tag.parent and tag.parent.name == "article"))


def _found_at(document: Document, prompts: list[int]) -> Paywall:
    blocks = document.blocks
    body = [n for n, b in enumerate(blocks) if b.role in BODY or not b.role]
    after = [n for n in prompts if not body or n > body[-1]]
    if not after:
        return "prompt"
    cut = any(
        blocks[n].value == "truncated" or "paywall.truncated" in document.read(blocks[n]).categories for n in after
    )
    unfinished = bool(body) and _unfinished(document, blocks[body[-1]])
    whole = any(b.role == "credit" for b in blocks[: after[0]])
    return "truncated" if (cut or unfinished) and not whole else "prompt"


def _unfinished(document: Document, block: Block) -> bool:
    reading = document.read(block)
    return reading.text.endswith(("...", "…")) or (reading.size > 80 and not reading.ends_sentence)  # noqa: PLR2004


def _segments(document: Document) -> Iterator[Segment]:
    at = 0
    for block in document.blocks:
        if at < block.start:
            yield Segment(at, block.start, "space")
        at = block.start
        role, detail = (
            ("paragraph", block.role or "paragraph")
            if block.role in BODY or not block.role
            else (block.role, block.kind)
        )
        if not block.holes:
            if at < block.end:
                yield Segment(at, block.end, role, detail, block.cleaner, block.score)
                at = block.end
            continue
        for start, end in (*block.holes, (block.end, block.end)):
            if at < start:
                yield Segment(at, start, role, detail, block.cleaner, block.score)
            if start < end:
                yield Segment(start, end, "removed", "other", "markup")
            at = end
    if at < len(document.source):
        yield Segment(at, len(document.source), "space")
