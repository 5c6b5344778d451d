"""Streams of bytes as files hold them: plain, gzipped or packed by zstd, read in pieces of bounded size."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol

from newsclean._extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

GZIP, ZSTD = "gzip", "zstd"
_MAGIC = {b"\x1f\x8b": GZIP, b"\x28\xb5\x2f\xfd": ZSTD}
_MEMBER = b"\x1f\x8b\x08"
_GZIP_BITS = 31
_CHUNK = 1 << 18
#: So much may be unpacked for a single record: what goes on longer is damage, or made to fill memory or time.
MOST = 1_000_000_000
#: What zlib says at the end of a member that is not what was packed.
_CHECKS = ("incorrect data check", "incorrect length check")


class DamagedError(ValueError):
    """A file cannot be read any further; the message says why.

    Attributes:
        late: what was read before may be wrong, too.
    """

    def __init__(self, message: str, *, late: bool = False) -> None:
        super().__init__(message)
        self.late = late


def packing_of(beginning: bytes) -> str | None:
    """How a file is packed, by how it begins."""
    return next((packing for magic, packing in _MAGIC.items() if beginning.startswith(magic)), None)


class _Chunks(Protocol):
    """Where a stream gets its bytes."""

    def more(self) -> bytes:
        """The next bytes; none at the end. Raises `DamagedError`, `OSError`."""


class _Plain:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def more(self) -> bytes:
        return self._file.read(_CHUNK)


class _Zstd:
    def __init__(self, file: BinaryIO) -> None:
        pyarrow = needed("pyarrow", "corpus", "zstd")
        self._file = pyarrow.CompressedInputStream(pyarrow.PythonFile(file, "r"), "zstd")

    def more(self) -> bytes:
        try:
            return bytes(self._file.read(_CHUNK))
        except OSError as error:
            msg = str(error)
            raise DamagedError(msg) from error


class _Gzip:
    """Gzip of any number of members; behind damage it can go on with the next member."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._member: zlib._Decompress | None = None
        self._damage: DamagedError | None = None

    def more(self) -> bytes:
        while True:
            if self._damage:
                damage, self._damage = self._damage, None
                raise damage
            if not self._packed:
                self._packed = self._file.read(_CHUNK)
            if self._member is None and not self._packed.strip(b"\0"):
                if not self._packed:
                    return b""
                self._packed = b""
                continue
            unpacked = self._unpack()
            if unpacked:
                return unpacked

    def _unpack(self) -> bytes:
        if self._member is None:
            self._packed = self._packed.lstrip(b"\0")
            self._member = zlib.decompressobj(_GZIP_BITS)
        elif not self._packed:
            self._member = None
            msg = "it ends in the middle of what is packed"
            raise DamagedError(msg)
        before = self._member.copy()
        try:
            unpacked = self._member.decompress(self._packed, _CHUNK)
        except zlib.error as error:
            late = any(check in str(error) for check in _CHECKS)
            told = f"{error}: what stands before it may be wrong, too" if late else str(error)
            self._damage = DamagedError(told, late=late)
            return self._until_damage(before)
        if self._member.eof:
            self._packed, self._member = self._member.unused_data, None
        else:
            self._packed = self._member.unconsumed_tail
        return unpacked

    def _until_damage(self, member: zlib._Decompress) -> bytes:
        """What can be unpacked before the byte that is damaged, which is passed over."""
        pieces = []
        for at in range(len(self._packed)):
            try:
                pieces.append(member.decompress(self._packed[at : at + 1]))
            except zlib.error:
                self._packed = self._packed[at + 1 :]
                break
        return b"".join(pieces)

    def resume(self) -> bool:
        """Go to the next member behind damage; whether there is one."""
        self._member = None
        while True:
            at = self._packed.find(_MEMBER)
            if at >= 0:
                self._packed = self._packed[at:]
                return True
            tail = self._packed[-len(_MEMBER) + 1 :]
            chunk = self._file.read(_CHUNK)
            if not chunk:
                return False
            self._packed = tail + chunk


class Stream:
    """The bytes of a file, unpacked. Whatever it holds, no more is in memory than is asked for and some chunks.

    Args:
        file: the file, open for reading bytes.
        packing: `gzip`, `zstd`, or `None`.
    """

    def __init__(self, file: BinaryIO, packing: str | None) -> None:
        self._chunks: _Chunks = _Gzip(file) if packing == GZIP else _Zstd(file) if packing == ZSTD else _Plain(file)
        self._buffer = b""
        self._at = 0

    def _fill(self) -> bool:
        chunk = self._chunks.more()
        self._buffer = self._buffer[self._at :] + chunk
        self._at = 0
        return bool(chunk)

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end only. Raises `DamagedError`, `OSError`."""
        pieces = []
        while size > 0:
            piece = self._buffer[self._at : self._at + size]
            if not piece and not self._fill():
                break
            self._at += len(piece)
            size -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def skip(self, size: int) -> int:
        """Pass over so many bytes; how many there were. Raises `DamagedError`, `OSError`."""
        passed = 0
        while passed < size:
            here = min(len(self._buffer) - self._at, size - passed)
            self._at += here
            passed += here
            if passed < size and not self._fill():
                break
        return passed

    def piece(self) -> bytes:
        """The next line with its end, or what is in memory of it; no bytes at the end of the file.

        Raises:
            DamagedError, OSError: it cannot be read.
        """
        if self._at == len(self._buffer) and not self._fill():
            return b""
        end = self._buffer.find(b"\n", self._at)
        piece = self._buffer[self._at : end + 1 if end >= 0 else None]
        self._at += len(piece)
        return piece

    def line(self, limit: int) -> tuple[bytes, int]:
        """The next line with its end, and its size; no bytes at the end of the file.

        Of a line longer than the limit only as much is given, and the rest is passed over.

        Raises:
            DamagedError, OSError: it cannot be read.
        """
        pieces: list[bytes] = []
        size = 0
        while piece := self.piece():
            if size < limit:
                pieces.append(piece[: limit - size])
            size += len(piece)
            if piece.endswith(b"\n"):
                break
            if size > MOST:
                msg = f"a line of more than {MOST // 10**9} GB"
                raise DamagedError(msg)
        return b"".join(pieces), size

    def lines(self, limit: int) -> Iterator[tuple[bytes, int]]:
        """All lines that are left, as `line` gives them."""
        while True:
            line, size = self.line(limit)
            if not size:
                return
            yield line, size

    def resume(self) -> bool:
        """Behind damage, go to the next member of a gzipped file; whether there is one. Raises `OSError`."""
        self._buffer, self._at = b"", 0
        return isinstance(self._chunks, _Gzip) and self._chunks.resume()
