"""The result of a cleaning: an `Article` and the values it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs
from attrs import field, frozen
from attrs.validators import in_, instance_of, optional

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ParagraphKind = Literal["paragraph", "heading", "quote", "list_item"]
RemovalKind = Literal[
    "navigation", "share", "paywall", "related", "comments", "newsletter", "advert", "cookie",
    "label", "icon", "placeholder", "clock", "legal", "duplicate", "other",
]  # fmt: skip
Paywall = Literal["none", "prompt", "truncated"]

PARAGRAPH_KINDS: tuple[str, ...] = ParagraphKind.__args__  # type: ignore[attr-defined]
REMOVAL_KINDS: tuple[str, ...] = RemovalKind.__args__  # type: ignore[attr-defined]
PAYWALL_STATES: tuple[str, ...] = Paywall.__args__  # type: ignore[attr-defined]

_text = instance_of(str)
_optional_text = optional(instance_of(str))


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    found = tuple(values)
    if isinstance(values, str) or not all(isinstance(value, str) for value in found):
        msg = f"expected a list of str, not {values!r}"
        raise TypeError(msg)
    return found


@frozen
class AlternateTitle:
    """The article's title once more, in another language."""

    text: str = field(validator=_text)
    """The title, as written."""
    language: str | None = field(default=None, validator=_optional_text)
    """Its language, in ISO 639-1."""


@frozen
class Dateline:
    """Where, by which agency and when a report was filed, each as written."""

    place: str | None = field(default=None, validator=_optional_text)
    """Where the report was filed."""
    agency: str | None = field(default=None, validator=_optional_text)
    """Who filed it, without brackets."""
    date: str | None = field(default=None, validator=_optional_text)
    """When it was filed."""


@frozen
class Caption:
    """What stands under a picture, and who took it."""

    text: str = field(validator=_text)
    """The caption, without its credit."""
    credit: str | None = field(default=None, validator=_optional_text)
    """Who took the picture, without the label before it."""


@frozen
class Paragraph:
    """One paragraph of the body."""

    text: str = field(validator=_text)
    """The wording of the source, its encoding repaired and its white space collapsed."""
    kind: str = field(default="paragraph", validator=in_(PARAGRAPH_KINDS))
    """`paragraph`, `heading`, `quote` or `list_item`."""
    start: int = field(default=0, validator=instance_of(int))
    """The offset of its first character in `Article.source`."""
    end: int = field(default=0, validator=instance_of(int))
    """The offset behind its last character."""


@frozen
class Removal:
    """A stretch of the source that is not the article's."""

    text: str = field(validator=_text)
    """What was removed, as it stands in the source."""
    kind: str = field(default="other", validator=in_(REMOVAL_KINDS))
    """What clutter it is, `navigation`, `share`, `paywall`, `related`, `comments`, `newsletter`, `advert`, `cookie`,
    `label`, `icon`, `placeholder`, `clock`, `legal`, `duplicate` or `other`.
    """
    cleaner: str = field(default="", validator=_text)
    """The name of the cleaner that removed it."""
    start: int = field(default=0, validator=instance_of(int))
    """The offset of its first character in `Article.source`."""
    end: int = field(default=0, validator=instance_of(int))
    """The offset behind its last character."""


@frozen
class Segment:
    """A stretch of the source and what it became."""

    start: int
    """The offset of its first character in `Article.source`."""
    end: int
    """The offset behind its last character."""
    role: str
    """`paragraph`, `removed`, `space`, or the name of a metadata field."""
    detail: str = ""
    """The kind of the paragraph or of the removal."""
    cleaner: str = ""
    """The name of the cleaner that said so."""


@frozen(kw_only=True)
class Article:
    """A news article taken out of scraped text.

    A field that the text does not give is `None`, or empty. Articles are
    immutable, and equal when all their fields are, but for `source` and
    `segments`.
    """

    title: str | None = field(default=None, validator=_optional_text)
    """The title, in the body's language."""
    alternate_titles: tuple[AlternateTitle, ...] = field(default=(), converter=tuple[AlternateTitle, ...])
    """The same title in other languages."""
    deck: str | None = field(default=None, validator=_optional_text)
    """The lines between title and body that sum it up."""
    authors: tuple[str, ...] = field(default=(), converter=_strings)
    """Names, as written; the agency where only an agency signs, be it in the dateline."""
    published: str | None = field(default=None, validator=_optional_text)
    """The first publication, in ISO 8601; a date, or a date-time where the text gives a time. Where only a change is
    told, this is its date as well.
    """
    modified: str | None = field(default=None, validator=_optional_text)
    """The last change, in the same form."""
    dateline: Dateline | None = None
    """Where, by which agency and when the report was filed."""
    language: str | None = field(default=None, validator=_optional_text)
    """The body's language, in ISO 639-1."""
    section: str | None = field(default=None, validator=_optional_text)
    """The section or kicker."""
    captions: tuple[Caption, ...] = field(default=(), converter=tuple[Caption, ...])
    """What stands under the pictures."""
    tags: tuple[str, ...] = field(default=(), converter=_strings)
    """The article's tags."""
    credit: str | None = field(default=None, validator=_optional_text)
    """The closing credit, without its brackets."""
    paywall: str = field(default="none", validator=in_(PAYWALL_STATES))
    """`none`; `prompt` where a paywall asks and the body is whole; `truncated` where the body stops at it."""
    url: str | None = field(default=None, validator=_optional_text)
    """The article's address, as given to `clean`, or else as the text's front matter or the page tells it."""
    paragraphs: tuple[Paragraph, ...] = field(default=(), converter=tuple[Paragraph, ...])
    """The body."""
    removed: tuple[Removal, ...] = field(default=(), converter=tuple[Removal, ...])
    """What is not the article's."""
    source: str = field(default="", eq=False, repr=False)
    """The text after encoding repair, to which all offsets refer."""
    segments: tuple[Segment, ...] = field(default=(), eq=False, repr=False, converter=tuple[Segment, ...])
    """The whole source, cut up; every character of it lies in exactly one segment."""

    @property
    def text(self) -> str:
        """The paragraphs, joined by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    def to_text(self) -> str:
        """Title, deck and body as plain text.

        The deck stands on the line under the title and a blank line follows,
        so that cleaning the result finds all three again.
        """
        head = "\n".join(part for part in (self.title, self.deck) if part)
        return "\n\n".join(part for part in (head, self.text) if part)

    def to_dict(self) -> dict[str, Any]:
        """The article as JSON types, without `source` and `segments`; `from_dict` is the inverse."""
        data = attrs.asdict(
            self,
            filter=lambda attribute, _: attribute.name not in {"source", "segments"},
            value_serializer=lambda _, __, value: list(value) if isinstance(value, tuple) else value,
        )
        removed = data.pop("removed")
        return {**data, "text": self.text, "removed": removed}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """Build an Article from what `to_dict` gave.

        `text` is derived and may be absent.

        Raises:
            ValueError: a key is unknown, or a value does not fit.
        """
        known = {a.name for a in attrs.fields(cls)} - {"source", "segments"} | {"text"}
        unknown = sorted(set(data) - known)
        if unknown:
            msg = f"Article.from_dict: unknown keys {', '.join(map(repr, unknown))}"
            raise ValueError(msg)
        values = {key: value for key, value in data.items() if key != "text"}
        for key in ("authors", "tags"):
            try:
                _strings(values.get(key, ()))
            except TypeError as error:
                msg = f"Article.from_dict: {key!r}: {error}"
                raise ValueError(msg) from error
        try:
            for key, kind in _NESTED.items():
                values[key] = [kind(**item) for item in values.get(key, ())]
            if values.get("dateline") is not None:
                values["dateline"] = Dateline(**values["dateline"])
            return cls(**values)
        except (TypeError, ValueError) as error:
            msg = f"Article.from_dict: {error.args[0] if error.args else error}"
            raise ValueError(msg) from error

    def to_schema_org(self) -> dict[str, Any]:
        """The article as a schema.org `NewsArticle` (JSON-LD)."""
        from newsclean.formats.schema_org import news_article  # noqa: PLC0415

        return news_article(self)


_NESTED = {
    "alternate_titles": AlternateTitle,
    "captions": Caption,
    "paragraphs": Paragraph,
    "removed": Removal,
}
