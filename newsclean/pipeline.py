"""A pipeline: cleaners, in order, each from document to document."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from attrs import evolve, field, frozen

from newsclean.document import Document

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

Cleaner = Callable[[Document], Document]

#: What makes a text sound and tells what it is in, before anything is judged.
_PREPARING = frozenset({"encoding", "language", "front_matter"})
#: So much of a text's beginning tells which it is.
_SHOWN = 40


class CleaningError(RuntimeError):
    """A step failed on a text. The message names both; `__cause__` is what the step raised.

    Attributes:
        step: the name of the cleaner, or `read` or `assemble` for what stands around the pipeline.
    """

    def __init__(self, step: str, text: str | bytes, url: str | None, error: Exception) -> None:
        self.step = step
        shown = f"{text[:_SHOWN]!r}{'…' if len(text) > _SHOWN else ''}"
        where = f"{shown} ({url})" if url else shown
        super().__init__(f"step {step!r} failed on the text {where}: {type(error).__name__}: {error}")

    def __reduce__(self) -> tuple[Callable[..., CleaningError], tuple[str, str]]:
        # Between processes, the message says what the cause was.
        return _told, (self.step, str(self))


def _told(step: str, message: str) -> CleaningError:
    """The error again, from its message."""
    error = CleaningError.__new__(CleaningError, message)
    error.step = step
    return error


@contextmanager
def named(step: str, text: str | bytes, url: str | None, unless: type[Exception] = CleaningError) -> Iterator[None]:
    """Whatever exception is raised inside becomes a `CleaningError` of the step, `unless` it is of that type."""
    try:
        yield
    except unless:
        raise
    except Exception as error:
        raise CleaningError(step, text, url, error) from error


def name_of(cleaner: Cleaner) -> str:
    """A cleaner's name: its `name`, or what it was defined as."""
    name = getattr(cleaner, "name", None) or getattr(cleaner, "__name__", None)
    return name or type(cleaner).__name__


def summary_of(cleaner: Cleaner) -> str:
    """The first line of what a cleaner says of itself."""
    return (cleaner.__doc__ or "").strip().partition("\n")[0]


def _callables(_: Pipeline, __: object, cleaners: tuple[object, ...]) -> None:
    for cleaner in cleaners:
        if not callable(cleaner):
            msg = f"a cleaner is a callable from document to document, not {cleaner!r}"
            raise TypeError(msg)


def kinds_of(cleaner: Cleaner) -> tuple[str, ...]:
    """The kinds of clutter that a cleaner knows by their words, which may be left out one by one."""
    from newsclean.cleaners.clutter import Clutter  # noqa: PLC0415 - as in `Pipeline.default`

    return cleaner.kinds if isinstance(cleaner, Clutter) else ()


def _of_kinds(cleaner: Cleaner, kinds: frozenset[str]) -> Cleaner:
    """A cleaner of clutter that knows no other kinds; any other cleaner as it is."""
    from newsclean.cleaners.clutter import Clutter  # noqa: PLC0415 - as in `Pipeline.default`

    if not isinstance(cleaner, Clutter) or kinds >= frozenset(cleaner.kinds):
        return cleaner
    return evolve(cleaner, kinds=[kind for kind in cleaner.kinds if kind in kinds])


def _check(pipeline: Pipeline, names: Iterable[str]) -> None:
    """Raise `ValueError` for what is neither a cleaner's name nor a kind of clutter that one knows."""
    for name in names:
        _place(pipeline.parts, name)


def _place(names: tuple[str, ...], name: str) -> int:
    if name not in names:
        msg = f"no cleaner named {name!r}; there are {', '.join(names)}"
        raise ValueError(msg)
    return names.index(name)


@frozen
class Pipeline:
    """Cleaners in the order they run. Immutable: every method returns a new one.

    >>> pipeline = Pipeline.default().without("datelines")
    >>> "datelines" in pipeline.names
    False
    """

    cleaners: tuple[Cleaner, ...] = field(default=(), converter=tuple[Cleaner, ...], validator=_callables)
    """Callables, each from document to document."""

    @classmethod
    def default(cls) -> Pipeline:
        """Every cleaner that newsclean has."""
        from newsclean.cleaners import DEFAULT  # noqa: PLC0415

        return cls(DEFAULT)

    @classmethod
    def only(cls, *names: str) -> Pipeline:
        """Those of `Pipeline.default()` that are named, in its order. Raises `ValueError` for an unknown name.

        The name of a kind of clutter stands for the cleaner of clutter, which then knows no other kind. A cleaner that
        others work for does its own part without them, by less evidence: see `newsclean cleaners`.

        >>> Pipeline.only("datelines", "share", "language").names
        ('language', 'clutter', 'datelines')
        """
        default = cls.default()
        _check(default, names)
        named = (c if name_of(c) in names else _of_kinds(c, frozenset(names)) for c in default.cleaners)
        return cls(c for c in named if name_of(c) in names or kinds_of(c))

    @property
    def names(self) -> tuple[str, ...]:
        """The cleaners' names, in order."""
        return tuple(name_of(cleaner) for cleaner in self.cleaners)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names that `without` takes: each cleaner's, followed by those of the kinds of clutter that it knows."""
        return tuple(name for cleaner in self.cleaners for name in (name_of(cleaner), *kinds_of(cleaner)))

    def __iter__(self) -> Iterator[Cleaner]:
        return iter(self.cleaners)

    def __len__(self) -> int:
        return len(self.cleaners)

    def __contains__(self, cleaner: object) -> bool:
        """Whether there is a cleaner of a name, or the cleaner itself."""
        return cleaner in self.names or cleaner in self.cleaners

    def __getitem__(self, name: str) -> Cleaner:
        """The cleaner of a name. Raises `KeyError` for an unknown one."""
        try:
            return self.cleaners[self._place(name)]
        except ValueError as error:
            raise KeyError(str(error)) from None

    def without(self, *names: str) -> Pipeline:
        """A pipeline that lacks the named cleaners. Raises `ValueError` for an unknown name.

        Of clutter that its words tell, kinds may be left out by their names.

        >>> "share" in Pipeline.default().without("share")["clutter"].kinds
        False
        """
        _check(self, names)
        kinds = frozenset(self.parts).difference(names)
        return Pipeline(_of_kinds(c, kinds) for c in self.cleaners if name_of(c) not in names)

    def insert_before(self, name: str, *cleaners: Cleaner) -> Pipeline:
        """A pipeline with cleaners put before the named one. Raises `ValueError` for an unknown name."""
        place = self._place(name)
        return Pipeline((*self.cleaners[:place], *cleaners, *self.cleaners[place:]))

    def insert_after(self, name: str, *cleaners: Cleaner) -> Pipeline:
        """A pipeline with cleaners put after the named one. Raises `ValueError` for an unknown name."""
        place = self._place(name) + 1
        return Pipeline((*self.cleaners[:place], *cleaners, *self.cleaners[place:]))

    def replace(self, name: str, cleaner: Cleaner) -> Pipeline:
        """A pipeline with another cleaner in the named one's place. Raises `ValueError` for an unknown name."""
        place = self._place(name)
        return Pipeline((*self.cleaners[:place], cleaner, *self.cleaners[place + 1 :]))

    def append(self, *cleaners: Cleaner) -> Pipeline:
        """A pipeline with cleaners put at the end."""
        return Pipeline((*self.cleaners, *cleaners))

    def adapted(
        self,
        *,
        phrases: str | os.PathLike[str] | None = None,
        prefer: Literal["precision", "recall"] | None = None,
    ) -> Pipeline:
        """A pipeline that knows phrases of one's own, or leans to one side where the content model is in doubt.

        Args:
            phrases: a TOML file with tables of clutter as in `newsclean/lexicon`: lines that are nothing but one of
                its phrases are removed, before anything else judges them.
            prefer: `precision`, to keep less that is not the article's, or `recall`, to lose less of it.

        Raises:
            OSError: the file cannot be read.
            ValueError: there is something else than phrases of clutter in it, `prefer` has another value, or the
                pipeline has no content model.
        """
        from newsclean.cleaners.content import Content  # noqa: PLC0415 - as in `default`
        from newsclean.cleaners.own_phrases import phrases as own_phrases  # noqa: PLC0415

        cleaners = list(self.cleaners)
        if prefer is not None:
            if not any(isinstance(cleaner, Content) for cleaner in cleaners):
                msg = (
                    f"prefer={prefer!r} is for pipelines with the cleaner 'content'; there are {', '.join(self.names)}"
                )
                raise ValueError(msg)
            cleaners = [evolve(c, prefer=prefer) if isinstance(c, Content) else c for c in cleaners]
        if phrases is not None:
            start = next((n for n, name in enumerate(self.names) if name not in _PREPARING), len(cleaners))
            cleaners.insert(start, own_phrases(phrases))
        return Pipeline(cleaners)

    def _place(self, name: str) -> int:
        return _place(self.names, name)

    def __call__(self, document: Document) -> Document:
        """Run every cleaner in turn."""
        return self.run(document)

    def run(self, document: Document, watch: Callable[[str, Document], None] | None = None) -> Document:
        """Run every cleaner in turn; `watch` is told of each result.

        Raises:
            CleaningError: a cleaner raised an exception.
            TypeError: a cleaner gave back anything but a Document.
        """
        for cleaner in self.cleaners:
            name = name_of(cleaner)
            with named(name, document.source, document.metadata.get("url")):
                result = cleaner(document)
            if not isinstance(result, Document):
                msg = f"cleaner {name!r} must return a Document, not {type(result).__name__}"
                raise TypeError(msg)
            document = result if result is document else _signed(result, document, name)
            if watch:
                watch(name, document)
        return document


def _signed(document: Document, before: Document, name: str) -> Document:
    """Put a cleaner's name on the labels that bear none."""
    if len(document.blocks) != len(before.blocks):
        return document.with_labels([block.signed(name) for block in document.blocks])
    both = zip(document.blocks, before.blocks, strict=True)
    return document.with_labels([block if block is old else block.signed(name) for block, old in both])
