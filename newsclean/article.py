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
    """The article's title once more, in another language (ISO 639-1)."""

    text: str = field(validator=_text)
    language: str | None = field(default=None, validator=_optional_text)


@frozen
class Dateline:
    """Where, by which agency and when a report was filed, each as written."""

    place: str | None = field(default=None, validator=_optional_text)
    agency: str | None = field(default=None, validator=_optional_text)
    date: str | None = field(default=None, validator=_optional_text)


@frozen
class Caption:
    """What stands under a picture, and who took it."""

    text: str = field(validator=_text)
    credit: str | None = field(default=None, validator=_optional_text)


@frozen
class Paragraph:
    """One paragraph of the body; `start` and `end` are offsets into the source."""

    text: str = field(validator=_text)
    kind: str = field(default="paragraph", validator=in_(PARAGRAPH_KINDS))
    start: int = field(default=0, validator=instance_of(int))
    end: int = field(default=0, validator=instance_of(int))


@frozen
class Removal:
    """A stretch of the source that is not the article's, with the kind of
    clutter it is and the cleaner that said so.
    """

    text: str = field(validator=_text)
    kind: str = field(default="other", validator=in_(REMOVAL_KINDS))
    cleaner: str = field(default="", validator=_text)
    start: int = field(default=0, validator=instance_of(int))
    end: int = field(default=0, validator=instance_of(int))


@frozen
class Segment:
    """A stretch of the source and what it became.

    `role` is `paragraph`, `removed`, `space` or the name of a metadata field;
    `detail` is the paragraph's or the removal's kind.
    """

    start: int
    end: int
    role: str
    detail: str = ""
    cleaner: str = ""


@frozen(kw_only=True)
class Article:
    """A news article taken out of scraped text.

    Dates are ISO 8601: a date, or a date-time where the text gives a time.
    Offsets count characters of `source`, the text after encoding repair.
    `source` and `segments` are not part of `to_dict()` and of equality.
    """

    title: str | None = field(default=None, validator=_optional_text)
    alternate_titles: tuple[AlternateTitle, ...] = field(default=(), converter=tuple[AlternateTitle, ...])
    deck: str | None = field(default=None, validator=_optional_text)
    authors: tuple[str, ...] = field(default=(), converter=_strings)
    published: str | None = field(default=None, validator=_optional_text)
    modified: str | None = field(default=None, validator=_optional_text)
    dateline: Dateline | None = None
    language: str | None = field(default=None, validator=_optional_text)
    section: str | None = field(default=None, validator=_optional_text)
    captions: tuple[Caption, ...] = field(default=(), converter=tuple[Caption, ...])
    tags: tuple[str, ...] = field(default=(), converter=_strings)
    credit: str | None = field(default=None, validator=_optional_text)
    paywall: str = field(default="none", validator=in_(PAYWALL_STATES))
    url: str | None = field(default=None, validator=_optional_text)
    paragraphs: tuple[Paragraph, ...] = field(default=(), converter=tuple[Paragraph, ...])
    removed: tuple[Removal, ...] = field(default=(), converter=tuple[Removal, ...])
    source: str = field(default="", eq=False, repr=False)
    segments: tuple[Segment, ...] = field(default=(), eq=False, repr=False, converter=tuple[Segment, ...])

    @property
    def text(self) -> str:
        """The body: its paragraphs, joined by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    def to_text(self) -> str:
        """Title, deck and body as plain text.

        The deck stands on the line under the title and a blank line follows,
        so that cleaning the result finds all three again.
        """
        head = "\n".join(part for part in (self.title, self.deck) if part)
        return "\n\n".join(part for part in (head, self.text) if part)

    def to_dict(self) -> dict[str, Any]:
        """The article as JSON types; `from_dict` is the inverse."""
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

        `text` is derived and may be absent. Raises `ValueError` where a key
        is unknown or a value does not fit.
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
