"""What a run's output depends on, beside its input."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import asdict, field, frozen

from newsclean.arrow import ARTICLE
from newsclean.corpus.inputs import FORMS
from newsclean.corpus.writers import WRITERS
from newsclean.pipeline import Pipeline, name_of
from newsclean.sites.learning import judging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import attrs

    from newsclean.document import Document

_PACKAGE = Path(__file__).parents[1]
_CODE = frozenset({".py", ".toml", ".npz"})


def _one_of(known: Iterable[str]) -> Callable[..., None]:
    """A validator: a name that is known, or several."""

    def check(_: object, attribute: attrs.Attribute[Any], value: str | Sequence[str] | None) -> None:
        for name in [value] if isinstance(value, str) else value or ():
            if name not in known:
                msg = f"{attribute.name}: there is no {name!r}; there are {', '.join(known)}"
                raise ValueError(msg)

    return check


def _positive(_: object, attribute: attrs.Attribute[Any], value: float | None) -> None:
    """A validator: a number above zero, or `None`."""
    if value is not None and value <= 0:
        msg = f"{attribute.name}: it has to be more than 0, not {value}"
        raise ValueError(msg)


def _names(value: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if value is None else tuple(value)


def _fields(value: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(ARTICLE.names if value is None else value)


@frozen(kw_only=True)
class Options:
    """A run's options, as `newsclean.run` explains them. Raises `ValueError` where one cannot have its value."""

    text: str | None
    html: str | None
    url: str | None
    id: str | None
    keep: tuple[str, ...] | None = field(converter=_names)
    fields: tuple[str, ...] = field(converter=_fields, validator=_one_of(ARTICLE.names))
    outlet: str | None = None
    profiles: str | None = None
    learn: bool = False
    format: str = field(validator=_one_of(WRITERS))
    input: str | None = field(validator=_one_of(FORMS))
    timeout: float | None = field(validator=_positive)
    limit: int = field(validator=_positive)
    part_rows: int = field(validator=_positive)
    pipeline: Callable[[Document], Document] | None

    def __attrs_post_init__(self) -> None:
        if self.profiles is not None and self.learn:
            msg = "profiles and learn: they are either there or to be learned"
            raise ValueError(msg)
        if self.profiles is not None and not Path(self.profiles).is_file():
            msg = f"profiles: there is no file {self.profiles}; newsclean learn makes one"
            raise ValueError(msg)
        if self.profiles is not None or self.learn:
            judging(Pipeline.default() if self.pipeline is None else self.pipeline)

    @property
    def wanted(self) -> tuple[str, ...] | None:
        """The columns that go along, that of the outlet among them; `None` for all."""
        if self.keep is None or self.outlet is None or self.outlet in self.keep:
            return self.keep
        return (*self.keep, self.outlet)

    @property
    def named(self) -> dict[str, str | None]:
        """The columns that were named, by kind."""
        return {"text": self.text, "html": self.html, "url": self.url, "id": self.id}

    def plan(self, kept: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema of Arrow
        """All of it as JSON types, with the version and the code: what has to be the same for parts of one output.

        Args:
            kept: the columns of the input that go along.
        """
        pipeline = Pipeline.default() if self.pipeline is None else self.pipeline
        options = asdict(self, filter=lambda attribute, _: attribute.name not in {"pipeline", "profiles"})
        return {
            "version": version("newsclean"),
            "code": _code(),
            "pipeline": [*map(_told, pipeline if isinstance(pipeline, Pipeline) else (pipeline,))],
            "options": {name: list(value) if isinstance(value, tuple) else value for name, value in options.items()},
            "kept": [f"{column.name}: {column.type}" for column in kept],
            "profiles": self.profiles and _digest([Path(self.profiles)]),
        }


def _told(cleaner: Callable[[Document], Document]) -> str:
    """A cleaner's name, and its `setting` if it has one."""
    setting = getattr(cleaner, "setting", "")
    return f"{name_of(cleaner)}: {setting}" if setting else name_of(cleaner)


@cache
def _code() -> str:
    """A digest of the package: a version under development is another one after each change."""
    return _digest(sorted(file for file in _PACKAGE.rglob("*") if file.suffix in _CODE))


def _digest(files: Iterable[Path]) -> str:
    """A digest of files: of what is in them, and of the names of those in the package."""
    digest = hashlib.blake2b(digest_size=8)
    for path in files:
        name = path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else ""
        digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
