"""`newsclean.clean_many`: texts one after the other, or in several processes."""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from newsclean._api import clean, clean_html
from newsclean._cleaning import given
from newsclean.corpus.pool import Pool, WorkerError, cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsclean.article import Article
    from newsclean.document import Document

_POLICIES = ("raise", "skip", "return")
#: Texts that go to a process at once.
_AT_ONCE = 16


def clean_many(
    items: Iterable[Any],
    *,
    html: bool = False,
    workers: int | None = None,
    as_tuples: bool = False,
    on_error: Literal["raise", "skip", "return"] = "raise",
    pipeline: Callable[[Document], Document] | None = None,
) -> Iterator[Any]:
    """Clean many texts or pages, lazily and in order.

    Args:
        items: texts, each what `clean` takes, or pages, each what `clean_html` takes; with `as_tuples`, pairs of one
            and anything that is to come out with its article.
        html: whether they are pages.
        workers: how many processes clean them, -1 for one on each processor; none but this one if not given. A script
            has to call it under `if __name__ == "__main__":`.
        as_tuples: whether pairs come in, and go out.
        on_error: what to do with an item that cannot be cleaned: `raise` its error; `skip` it; `return` the error in
            its article's place.
        pipeline: what cleans them, `Pipeline.default()` if not given. For several processes it has to be picklable.

    Returns:
        An iterator of articles, or of pairs of an article and what came with its text.

    Raises:
        TypeError: `items` is a single text or a path; or, when its turn comes, an item is not what is expected: the
            message gives its number.
        ValueError: `on_error` or `workers` has a value that it cannot have.
        WorkerError: processes cannot be started.
        PageError, CleaningError: when its turn comes, as `clean` and `clean_html` raise them.
    """
    if isinstance(items, str | bytes | bytearray | memoryview | os.PathLike):
        msg = f"expected a list of texts, not a {type(items).__name__}; newsclean.clean cleans a single text"
        raise TypeError(msg)
    if on_error not in _POLICIES:
        msg = f"on_error is one of {', '.join(_POLICIES)}, not {on_error!r}"
        raise ValueError(msg)
    count = cores() if workers == -1 else 1 if workers is None else workers
    if count < 1:
        msg = f"workers is a number of processes, or -1 for one on each processor, not {workers}"
        raise ValueError(msg)
    job = _Clean(html, pipeline)
    pairs = _pairs(iter(items), as_tuples=as_tuples)
    results = _here(pairs, job) if count == 1 else _there(pairs, job, count)
    return _given_out(results, as_tuples=as_tuples, on_error=on_error)


def _pairs(items: Iterator[Any], *, as_tuples: bool) -> Iterator[tuple[Any, Any]]:
    for number, item in enumerate(items):
        if not as_tuples:
            yield item, None
        elif isinstance(item, tuple | list) and len(item) == 2:  # noqa: PLR2004 - a pair
            yield item[0], item[1]
        else:
            msg = f"item number {number}: expected a pair of a text and its context, not {type(item).__name__}"
            raise TypeError(msg)


def _given_out(results: Iterator[tuple[Article | Exception, Any]], *, as_tuples: bool, on_error: str) -> Iterator[Any]:
    for result, context in results:
        if isinstance(result, Exception) and on_error != "return":
            if on_error == "raise":
                raise result
            continue
        yield (result, context) if as_tuples else result


@frozen
class _Clean:
    """Cleans a series of numbered texts."""

    html: bool
    pipeline: Callable[[Document], Document] | None

    def one(self, number: int, text: Any) -> Article | Exception:  # noqa: ANN401 - what a user gives
        try:
            data = given(text)
        except TypeError as error:
            return TypeError(f"text number {number}: {error}")
        try:
            return clean_html(data, pipeline=self.pipeline) if self.html else clean(data, pipeline=self.pipeline)
        except Exception as error:  # noqa: BLE001 - what is to be done with it has been said
            return error

    def __call__(
        self, task: list[tuple[int, Any]], left_out: Mapping[int, str], at: Callable[[int], None]
    ) -> list[Article | Exception]:
        results: list[Article | Exception] = []
        for place, (number, text) in enumerate(task):
            at(place)
            reason = left_out.get(place)
            results.append(WorkerError(f"text number {number}: {reason}") if reason else self.one(number, text))
        return results


def _here(pairs: Iterator[tuple[Any, Any]], job: _Clean) -> Iterator[tuple[Article | Exception, Any]]:
    for number, (text, context) in enumerate(pairs):
        yield job.one(number, text), context


def _there(pairs: Iterator[tuple[Any, Any]], job: _Clean, workers: int) -> Iterator[tuple[Article | Exception, Any]]:
    contexts: list[list[Any]] = []

    def tasks() -> Iterator[list[tuple[int, Any]]]:
        number = 0
        while some := list(islice(pairs, _AT_ONCE)):
            contexts.append([context for _, context in some])
            yield [(number + place, text) for place, (text, _) in enumerate(some)]
            number += len(some)

    for results in Pool(job, workers).map(tasks()):
        yield from zip(results, contexts.pop(0), strict=True)
