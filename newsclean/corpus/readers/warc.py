"""WARC: the pages among the responses that a crawler stored, as of Common Crawl's news."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any

from attrs import frozen

from newsclean._extras import needed
from newsclean.corpus.charset import decoded
from newsclean.corpus.packing import DamagedError, Stream
from newsclean.corpus.rows import Row
from newsclean.text import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.corpus.inputs import Source
    from newsclean.corpus.task import Task

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_VERSION = b"WARC/"
_MOST_HEAD = 1 << 16
_MOST_HEADERS = 1000
_BLANK = re.compile(rb"\r?\n\r?\n")
_ELEMENT = re.compile(rb"<(?:!doctype|html|head|body|div|p)[\s>]", re.IGNORECASE)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,16}+)[^\r\n]{0,256}+\r?\n")
_ANY_BITS = 47


def schema(_: Source) -> Any:  # noqa: ANN401 - a schema of Arrow
    """What is known of each response."""
    arrow = needed("pyarrow", "corpus", "newsclean run")
    return arrow.schema([("warc_date", arrow.string()), ("http_status", arrow.int64())])


def rows(source: Source, task: Task) -> Iterator[Row]:
    """The pages of a file; damage is a row with an error, and what comes behind it is read. Raises `OSError`."""
    records = _Records(source.stream(), task.limit)
    number = 0
    # Where records are gzipped one by one, the checksum that comes behind a record is its own.
    last: Row | None = None
    while True:
        try:
            record = records.next()
        except DamagedError as error:
            if last is not None and not (error.late and records.between):
                yield last
            last = None
            yield Row(source.name, number, error=f"damaged: {error}")
            number += 1
            if records.resume():
                continue
            return
        if last is not None:
            yield last
        if record is None:
            return
        last = _row(record, Row(source.name, number), task)
        number += 1


@frozen
class _Record:
    headers: Mapping[str, str]
    content: bytes
    size: int


class _Records:
    """The records of a file, one after the other, with their contents up to a limit."""

    def __init__(self, stream: Stream, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._found = False
        #: Whether nothing was read behind a record.
        self.between = False

    def next(self) -> _Record | None:
        """The next record; `None` at the end. Raises `DamagedError`, `OSError`."""
        self.between = not self._found
        if not self._found and not self._begins():
            return None
        self._found = self.between = False
        headers = _headers(_header_lines(self._stream))
        try:
            size = int(headers["content-length"])
        except (KeyError, ValueError):
            self._found = bool(self._passed_over()[1])
            msg = "a record does not state its length"
            raise DamagedError(msg) from None
        wanted = headers.get("warc-type") == "response" and headers.get("content-type", "").startswith(
            "application/http"
        )
        content = self._stream.read(min(size, self._limit + _MOST_HEAD)) if wanted else b""
        if len(content) + self._stream.skip(size - len(content)) < size:
            msg = "it ends in the middle of a record"
            raise DamagedError(msg)
        return _Record(headers, content, size)

    def _begins(self) -> bool:
        """Whether a record begins here, behind blank lines."""
        passed, line = self._passed_over()
        if passed:
            self._found = bool(line)
            msg = "no record begins where one should"
            raise DamagedError(msg)
        return bool(line)

    def _passed_over(self) -> tuple[bool, bytes]:
        """Go on to where a record begins; whether there was anything before it, and its first line."""
        passed = False
        while line := self._stream.line(_MOST_HEAD)[0]:
            if line.startswith(_VERSION):
                break
            passed = passed or bool(line.strip())
        return passed, line

    def resume(self) -> bool:
        """Go on behind damage; whether that is possible. Raises `OSError`."""
        return self._found or self._stream.resume()


def _header_lines(stream: Stream) -> Iterator[bytes]:
    for _ in range(_MOST_HEADERS):
        line, size = stream.line(_MOST_HEAD)
        if not line.strip():
            return
        if size > _MOST_HEAD:
            break
        yield line
    msg = "a record's header has no end"
    raise DamagedError(msg)


def _headers(lines: Iterator[bytes]) -> dict[str, str]:
    """The headers by their names in small letters; of those that stand twice the first."""
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _row(record: _Record, row: Row, task: Task) -> Row | None:
    """The row of a record, `None` where it is no page."""
    blank = _BLANK.search(record.content, 0, _MOST_HEAD)
    if blank is None:
        return None
    status, *lines = record.content[: blank.start()].splitlines()
    headers = _headers(iter(lines))
    body = record.content[blank.end() :]
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in _PAGES and (media or not kinds.is_html(body)):
        return None
    row.id, row.url = (
        record.headers.get("warc-record-id"),
        record.headers.get("warc-target-uri", "").strip("<>") or None,
    )
    code = status.split(maxsplit=2)[1:2]
    row.kept = {
        "warc_date": record.headers.get("warc-date"),
        "http_status": int(code[0]) if code and code[0].isdigit() else None,
    }
    if record.size > task.limit:
        row.error = f"too large: {record.size / 1e6:.1f} MB, and the limit is {task.limit / 1e6:.1f} MB"
        return row
    try:
        page = _unpacked(_unchunked(body, headers), headers, task.limit)
    except DamagedError as error:
        row.error = f"damaged: {error}"
        return row
    if len(page) > task.limit:
        row.error = f"too large: the limit is {task.limit / 1e6:.1f} MB"
        return row
    row.html = decoded(page, headers.get("content-type", ""))
    return row


def _unchunked(body: bytes, headers: Mapping[str, str]) -> bytes:
    """The body of a response that was sent in chunks; crawlers that joined them often leave the header."""
    if "chunked" not in headers.get("transfer-encoding", "").lower():
        return body
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if not size:
            return b"".join(pieces)
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(pieces) if pieces and at >= len(body) else body


def _unpacked(body: bytes, headers: Mapping[str, str], limit: int) -> bytes:
    """The body of a response that was sent packed; crawlers that unpacked it often leave the header."""
    packing = headers.get("content-encoding", "").lower()
    if packing in {"gzip", "x-gzip", "deflate"}:
        try:
            return zlib.decompressobj(_ANY_BITS).decompress(body, limit + 1)
        except zlib.error:
            return body
    if packing in {"br", "zstd"} and not _ELEMENT.search(body, 0, _MOST_HEAD):
        msg = f"the page is packed by {packing}"
        raise DamagedError(msg)
    return body
