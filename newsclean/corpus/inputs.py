"""The files that a run reads: what is in folders and behind addresses, and of which form each of them is."""

from __future__ import annotations

import glob
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from attrs import field, frozen

from newsclean._extras import needed
from newsclean._inputs import STDIN, is_regular
from newsclean.corpus.packing import GZIP, ZSTD, DamagedError, Stream, packing_of
from newsclean.text import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

#: The forms, each with the suffixes of its files.
FORMS = {
    "text": (".txt", ".text", ".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "xml": (".xml", ".sgml", ".sgm", ".rss", ".atom"),
    "jsonl": (".jsonl", ".ndjson", ".jsonlines"),
    "json": (".json",),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "parquet": (".parquet", ".pq"),
    "arrow": (".arrow", ".ipc", ".feather", ".arrows"),
    "warc": (".warc",),
}
#: Forms that have to be read from more than one end.
_SEEKING = frozenset({"parquet", "arrow"})
_FORM = {suffix: form for form, suffixes in FORMS.items() for suffix in suffixes}
_PACKINGS = {".gz": GZIP, ".zst": ZSTD, ".zstd": ZSTD}
#: So much of a file's beginning tells what it is and which columns it has.
HEAD = 1 << 20


class InputError(ValueError):
    """There is nothing to read at a path; the message says why."""


@frozen
class Source:
    """A file to be read."""

    name: str
    """Its path or address."""
    form: str
    """One of `FORMS`."""
    size: int | None = None
    """Its bytes, if known."""
    opened: Callable[[], BinaryIO] = field(kw_only=True, eq=False, repr=False)
    """Opens it; what is opened may be read once only."""

    def head(self) -> bytes:
        """How the file begins, packed as it is. Raises `OSError`."""
        with self.opened() as file:
            return file.read(HEAD)

    def stream(self) -> Stream:
        """The file's bytes, unpacked. Raises `OSError`."""
        file = io.BufferedReader(cast("io.RawIOBase", self.opened()), HEAD)
        return Stream(file, packing_of(file.peek(4)))

    def beginning(self) -> Stream:
        """The first bytes alone; where they end, the stream may be damaged. Raises `OSError`."""
        head = self.head()
        return Stream(io.BytesIO(head), packing_of(head))


def sources(paths: Iterable[str], form: str | None, without: Path) -> Iterator[Source]:
    """The files that paths stand for: files, folders and all in them, patterns, addresses, `-` for standard input.

    Args:
        paths: where they are; what is in a folder comes in the order of its names.
        form: the form of all of them; `None` to tell it by their names, or else their beginnings.
        without: a folder that is passed over, as the output may lie in the input.

    Raises:
        InputError: there is nothing at a path.
        ImportError: an address needs a package that is not installed.
    """
    for path in paths:
        if path == STDIN:
            yield _standard_input(form)
        elif "://" in path:
            yield from _remote(path, form)
        elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises, such as for a long name
            if Path(path).resolve() == without.resolve():
                msg = f"{path} is the folder for the output, and cannot be the input, too"
                raise InputError(msg)
            files = _in_folder(Path(path), without)
            found = [_local(file, form) for file in files if form or _known(file)]
            if not found:
                msg = f"cannot read {path}: there is no file of a known form in this folder"
                raise InputError(msg)
            yield from found
        elif os.path.exists(path) or not glob.has_magic(path):  # noqa: PTH110 - as above
            yield _local(path, form)
        else:
            found = [_local(file, form) for file in sorted(glob.glob(path, recursive=True)) if Path(file).is_file()]  # noqa: PTH207 - gives the paths as they were written
            if not found:
                msg = f"cannot read {path}: no file has such a name"
                raise InputError(msg)
            yield from found


def _in_folder(folder: Path, without: Path) -> Iterator[str]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(
            n for n in folders if not n.startswith(".") and Path(path, n).resolve() != without.resolve()
        )
        shown = (Path(path, name) for name in sorted(names) if not name.startswith("."))
        yield from map(str, filter(is_regular, shown))


def _known(path: str) -> str | None:
    """The form of a file, by its name."""
    name = PurePosixPath(path.lower())
    return _FORM.get(PurePosixPath(name.stem).suffix if name.suffix in _PACKINGS else name.suffix)


def _local(path: str, form: str | None) -> Source:
    def opened() -> BinaryIO:
        return Path(path).open("rb", buffering=0)

    try:
        size = os.stat(path).st_size  # noqa: PTH116 - a Path raises for some names
        if Path(path).is_dir():
            raise IsADirectoryError(21, "Is a directory")
        return _told(path, form, size, opened)
    except (OSError, ValueError) as error:
        msg = f"cannot read {path}: {getattr(error, 'strerror', None) or error}"
        raise InputError(msg) from error


def _told(name: str, form: str | None, size: int | None, opened: Callable[[], BinaryIO]) -> Source:
    """A file of the form given, or else the one that its name or its beginning tells."""
    form = form or _known(name)
    if form is None:
        with opened() as file:
            form = _by_beginning(file.read(HEAD))
    return Source(name, form, size, opened=opened)


def _by_beginning(head: bytes) -> str:
    try:
        data = Stream(io.BytesIO(head), packing_of(head)).read(1 << 12)
    except DamagedError:
        data = b""
    if data.startswith(b"PAR1"):
        return "parquet"
    if data.startswith((b"ARROW1", b"\xff\xff\xff\xff")):
        return "arrow"
    if data.startswith(b"WARC/"):
        return "warc"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "jsonl"
    return "html" if kinds.is_html(data) else "text"


def _standard_input(form: str | None) -> Source:
    standard = sys.stdin.buffer
    head = standard.read(HEAD)
    form = form or _by_beginning(head)
    if form in _SEEKING:
        whole = tempfile.TemporaryFile()  # noqa: SIM115 - gone when the process is
        whole.write(head)
        shutil.copyfileobj(standard, whole)

        def again() -> BinaryIO:
            whole.seek(0)
            return cast("BinaryIO", os.fdopen(os.dup(whole.fileno()), "rb"))

        return Source(STDIN, form, opened=again)
    return _Piped(STDIN, form, opened=lambda: cast("BinaryIO", _Chained(head, standard)), begins=head)


@frozen
class _Piped(Source):
    """Standard input, of which the beginning is looked at before all of it is read."""

    begins: bytes = field(kw_only=True, eq=False, repr=False)

    def head(self) -> bytes:
        return self.begins


class _Chained(io.RawIOBase):
    """Some bytes, and then what a file holds."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - a buffer
        data = self._head[: len(buffer)]
        self._head = self._head[len(data) :]
        data = data or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _remote(address: str, form: str | None) -> Iterator[Source]:
    fsspec = needed("fsspec", "corpus", f"reading {address}")
    try:
        system, path = fsspec.core.url_to_fs(address)
    except ImportError as error:
        msg = f"cannot read {address}: {error}"
        raise ImportError(msg) from error
    except (OSError, ValueError) as error:
        msg = f"cannot read {address}: {error}"
        raise InputError(msg) from error
    try:
        several = glob.has_magic(path)
        paths = system.glob(path) if several else system.find(path) if system.isdir(path) else [path]
        hidden = {found for found in paths if PurePosixPath(found).name.startswith((".", "_"))}
        files = [found for found in sorted(paths) if found not in hidden and (form or len(paths) == 1 or _known(found))]
        if not files:
            msg = f"cannot read {address}: there is no file of a known form"
            raise InputError(msg)
        for file in files:
            opener = _opener(system, file)
            yield _told(system.unstrip_protocol(file), form, system.size(file), opener)
    except OSError as error:
        msg = f"cannot read {address}: {error}"
        raise InputError(msg) from error


def _opener(system: Any, path: str) -> Callable[[], BinaryIO]:  # noqa: ANN401 - fsspec has no type hints
    def opened() -> BinaryIO:
        return cast("BinaryIO", system.open(path, "rb"))

    return opened
