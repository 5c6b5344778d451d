"""The result of a cleaning: an `Article` and the values it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

import attrs
from attrs import field, frozen
from attrs.validators import and_, deep_iterable, ge, in_, instance_of, optional

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ParagraphKind = Literal["paragraph", "heading", "quote", "list_item", "table_row"]
RemovalKind = Literal[
    "navigation", "share", "paywall", "related", "comments", "newsletter", "advert", "cookie",
    "label", "icon", "placeholder", "clock", "legal", "duplicate", "other",
]  # fmt: skip
Paywall = Literal["none", "prompt", "truncated"]

#: Fields that `to_dict` leaves out: the text as it came, and what became of each of its characters.
LEFT_OUT = frozenset({"source", "segments"})
PARAGRAPH_KINDS: tuple[str, ...] = ParagraphKind.__args__  # type: ignore[attr-defined]
REMOVAL_KINDS: tuple[str, ...] = RemovalKind.__args__  # type: ignore[attr-defined]
PAYWALL_STATES: tuple[str, ...] = Paywall.__args__  # type: ignore[attr-defined]

_text = instance_of(str)
_optional_text = optional(instance_of(str))
_checked_offset = and_(instance_of(int), ge(0))


def _tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Any series of values as a tuple; what is none goes on as it is, for the validator to name."""
    series = isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping)
    return tuple(values) if series else values  # type: ignore[return-value]


def _offset(article: object, attribute: attrs.Attribute[Any], value: int) -> None:
    """A validator: a whole number of characters. A page has hundreds, so that what is right has to be seen at once."""
    if type(value) is not int or value < 0:
        _checked_offset(article, attribute, value)


def _all(kind: type) -> Callable[..., None]:
    """A validator: a tuple whose values are all of one type."""
    one_by_one = deep_iterable(instance_of(kind), instance_of(tuple))

    def check(article: object, attribute: attrs.Attribute[Any], values: tuple[Any, ...]) -> None:
        if type(values) is not tuple or not {kind}.issuperset(map(type, values)):
            one_by_one(article, attribute, values)

    return check


def _moment(_: object, attribute: attrs.Attribute[Any], value: str | None) -> None:
    """A validator: a date or a date-time in ISO 8601, or `None`."""
    _optional_text(_, attribute, value)
    try:
        value is None or datetime.fromisoformat(value)
    except ValueError:
        msg = (
            f"{attribute.name!r} is a date in ISO 8601, such as 2024-05-01 or 2024-05-01T06:30:00+02:00, not {value!r}"
        )
        raise ValueError(msg) from None


def _share(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not (isinstance(value, int | float) and 0 <= value <= 1):
        msg = f"{attribute.name!r} is a number from 0 to 1, not {value!r}"
        raise ValueError(msg)


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
    kind: ParagraphKind = field(default="paragraph", validator=in_(PARAGRAPH_KINDS))
    """`paragraph`, `heading`, `quote`, `list_item` or `table_row`, whose cells tabs or spaces part in the source."""
    start: int = field(default=0, validator=_offset)
    """The offset of its first character in `Article.source`."""
    end: int = field(default=0, validator=_offset)
    """The offset behind its last character."""


@frozen
class Removal:
    """A stretch of the source that is not the article's."""

    text: str = field(validator=_text)
    """What was removed, as it stands in the source."""
    kind: RemovalKind = field(default="other", validator=in_(REMOVAL_KINDS))
    """What clutter it is, `navigation`, `share`, `paywall`, `related`, `comments`, `newsletter`, `advert`, `cookie`,
    `label`, `icon`, `placeholder`, `clock`, `legal`, `duplicate` or `other`.
    """
    cleaner: str = field(default="", validator=_text)
    """The name of the cleaner that removed it."""
    start: int = field(default=0, validator=_offset)
    """The offset of its first character in `Article.source`."""
    end: int = field(default=0, validator=_offset)
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
    score: float | None = field(default=None, eq=False)
    """How likely the content model holds it to be body, 0 to 1; `None` where it was not asked."""


@frozen(kw_only=True)
class Article:
    """A news article taken out of scraped text.

    A field that the text does not give is `None`, or empty. Articles are
    immutable, and equal when all their fields are, but for `confidence`, `source`
    and `segments`.
    """

    title: str | None = field(default=None, validator=_optional_text)
    """The title, in the body's language."""
    alternate_titles: tuple[AlternateTitle, ...] = field(default=(), converter=_tuple, validator=_all(AlternateTitle))
    """The same title in other languages."""
    deck: str | None = field(default=None, validator=_optional_text)
    """The lines between title and body that sum it up."""
    authors: tuple[str, ...] = field(default=(), converter=_tuple, validator=_all(str))
    """Names, as written; the agency where only an agency signs, be it in the dateline."""
    published: str | None = field(default=None, validator=_moment)
    """The first publication, in ISO 8601; a date, or a date-time where the text gives a time. Where only a change is
    told, this is its date as well.
    """
    modified: str | None = field(default=None, validator=_moment)
    """The last change, in the same form."""
    dateline: Dateline | None = field(default=None, validator=optional(instance_of(Dateline)))
    """Where, by which agency and when the report was filed."""
    language: str | None = field(default=None, validator=_optional_text)
    """The body's language, in ISO 639-1."""
    section: str | None = field(default=None, validator=_optional_text)
    """The section or kicker."""
    publisher: str | None = field(default=None, validator=_optional_text)
    """The outlet's name, as it calls itself; HTML pages alone give one."""
    captions: tuple[Caption, ...] = field(default=(), converter=_tuple, validator=_all(Caption))
    """What stands under the pictures."""
    image: str | None = field(default=None, validator=_optional_text)
    """The address of the lead picture; HTML pages alone give one."""
    tags: tuple[str, ...] = field(default=(), converter=_tuple, validator=_all(str))
    """The article's tags."""
    credit: str | None = field(default=None, validator=_optional_text)
    """The closing credit, without its brackets."""
    paywall: Paywall = field(default="none", validator=in_(PAYWALL_STATES))
    """`none`; `prompt` where a paywall asks and the body is whole; `truncated` where the body stops at it."""
    url: str | None = field(default=None, validator=_optional_text)
    """The article's address, as given to `clean`, or else as the text's front matter or the page tells it."""
    paragraphs: tuple[Paragraph, ...] = field(default=(), converter=_tuple, validator=_all(Paragraph))
    """The body."""
    confidence: float | None = field(default=None, eq=False, validator=_share)
    """The F1, 0 to 1, that the body is expected to reach against one that a person would mark; `None` where no content
    model was asked.
    """
    removed: tuple[Removal, ...] = field(default=(), converter=_tuple, validator=_all(Removal))
    """What is not the article's."""
    source: str = field(default="", eq=False, repr=False)
    """The text after encoding repair, to which all offsets refer."""
    segments: tuple[Segment, ...] = field(default=(), eq=False, repr=False, converter=_tuple, validator=_all(Segment))
    """The whole source, cut up; every character of it lies in exactly one segment."""

    @property
    def text(self) -> str:
        """The paragraphs, joined by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    def to_text(self) -> str:
        """Title, deck and body as plain text.

        The deck stands on the line under the title, and three blank lines set both
        apart from the body; without a title and a deck the text begins with these.
        Where there is a body, cleaning the result finds all three again.
        """
        head = "\n".join((self.title or "", *([self.deck] if self.deck else [])))
        return f"{head}\n\n\n\n{self.text}" if self.text else head.strip("\n")

    def to_dict(self) -> dict[str, Any]:
        """The article as JSON types, without `source` and `segments`; `from_dict` is the inverse."""
        data = attrs.asdict(
            self,
            filter=lambda attribute, _: attribute.name not in LEFT_OUT,
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
        if not isinstance(data, Mapping):
            msg = f"Article.from_dict: expected a dict as to_dict gives it, not {type(data).__name__}"
            raise ValueError(msg)  # noqa: TRY004 - what is read from a file may be anything: one error to catch
        known = {a.name for a in attrs.fields(cls)} - LEFT_OUT | {"text"}
        unknown = [key for key in data if key not in known]
        if unknown:
            msg = f"Article.from_dict: unknown keys {', '.join(map(repr, unknown))}"
            raise ValueError(msg)
        values = {key: value for key, value in data.items() if key != "text"}
        for key, kind in _NESTED.items():
            if key in values:
                values[key] = [_built(kind, item, f"{key}[{n}]") for n, item in enumerate(_listed(values[key], key))]
        if values.get("dateline") is not None:
            values["dateline"] = _built(Dateline, values["dateline"], "dateline")
        article: Article = _built(cls, values, "")
        return article

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: Any) -> Any:  # noqa: ANN401 - Pydantic need not be there
        """What Pydantic validates, dumps and describes: the dicts that `from_dict` reads and `to_dict` gives."""
        from newsclean._pydantic import core_schema_of  # noqa: PLC0415 - for Pydantic alone

        return core_schema_of(cls, handler.generate_schema, cls.from_dict, cls.to_dict, tuple(cls().to_dict()))

    def to_html(self) -> str:
        """The article beside the text that it came from, as one HTML file to be looked at.

        It shows what each part of the text became, and why. It needs nothing
        from elsewhere, and runs and fetches nothing of the text.
        """
        from newsclean.views import page  # noqa: PLC0415 - what only few articles are asked for

        return page(self)

    def _repr_html_(self) -> str:
        """The same in a notebook: in a frame, which keeps its style and script to itself."""
        from newsclean.views import frame  # noqa: PLC0415 - as above

        return frame(self)

    def to_schema_org(self) -> dict[str, Any]:
        """The article as a schema.org `NewsArticle`, ready to be dumped as JSON-LD.

        Only properties with a value are there. An article at which a paywall asks
        is not accessible for free, whether or not its body is whole.

        >>> Article(title="Rates rise", authors=["Ana Silva"]).to_schema_org()["author"]
        [{'@type': 'Person', 'name': 'Ana Silva'}]
        """
        properties = {
            "headline": self.title,
            "alternativeHeadline": [title.text for title in self.alternate_titles],
            "description": self.deck,
            "author": [{"@type": "Person", "name": name} for name in self.authors],
            "datePublished": self.published,
            "dateModified": self.modified,
            "dateline": _printed(self.dateline),
            "inLanguage": self.language,
            "articleSection": self.section,
            "keywords": list(self.tags),
            "publisher": self.publisher and {"@type": "Organization", "name": self.publisher},
            "image": [*_picture(self.image), *map(_image, self.captions)],
            "creditText": self.credit,
            "isAccessibleForFree": self.paywall == "none",
            "url": self.url,
            "articleBody": self.text,
        }
        filled = {name: value for name, value in properties.items() if value not in (None, "", [])}
        return {"@context": "https://schema.org", "@type": "NewsArticle", **filled}


def _printed(dateline: Dateline | None) -> str | None:
    """A dateline as it is commonly printed: `NAIROBI (AP), Feb 3`."""
    if dateline is None:
        return None
    agency = f"({dateline.agency})" if dateline.agency and dateline.place else dateline.agency
    place = " ".join(part for part in (dateline.place, agency) if part)
    return ", ".join(part for part in (place, dateline.date) if part)


def _picture(address: str | None) -> Iterator[dict[str, str]]:
    if address:
        yield {"@type": "ImageObject", "url": address}


def _image(caption: Caption) -> dict[str, str]:
    image = {"@type": "ImageObject", "caption": caption.text}
    if caption.credit:
        image["creditText"] = caption.credit
    return image


_NESTED = {
    "alternate_titles": AlternateTitle,
    "captions": Caption,
    "paragraphs": Paragraph,
    "removed": Removal,
}


def _listed(values: object, key: str) -> list[Any]:
    """What stands under a key, if it is a list."""
    if not isinstance(values, list | tuple):
        msg = f"Article.from_dict: {key}: expected a list, not {values!r}"
        raise ValueError(msg)  # noqa: TRY004 - as in from_dict
    return list(values)


def _built(kind: Callable[..., Any], values: object, key: str) -> Any:  # noqa: ANN401
    """A value of a class from its fields. Raises `ValueError` that names the key where they do not fit."""
    if not isinstance(values, Mapping):
        msg = f"Article.from_dict: {key}: expected a dict, not {values!r}"
        raise ValueError(msg)  # noqa: TRY004 - as in from_dict
    try:
        return kind(**values)
    except (TypeError, ValueError) as error:
        msg = f"Article.from_dict: {f'{key}: ' if key else ''}{error.args[0] if error.args else error}"
        raise ValueError(msg) from error
