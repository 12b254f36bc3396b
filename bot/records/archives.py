"""Opening what is packed, gzip and ZIP, with a limit on what may come out of it."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from bot.records.errors import BadRecordError, excerpt

GZIP_MARK = b"\x1f\x8b"
ZIP_MARK = b"PK\x03\x04"

_MOST_BYTES = 1 << 30  #: bytes that may come out of an archive
_FREE_BYTES = 8 << 20  #: so many may, however small they were packed
_MOST_TIMES = 200  #: beyond those, so many times the archive's size
_MOST_MEMBERS = 10_000


class Member(NamedTuple):
    """A file in an archive: what errors call it, the name that tells its format, and its bytes."""

    name: str
    path: str
    stream: BinaryIO


class _Counted(io.RawIOBase):
    """A stream that counts what was taken from it."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._packed, self.count = source, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # Buffer is new in 3.12
        chunk = self._packed.read(len(buffer)) or b""
        self.count += len(chunk)
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Limited(io.RawIOBase):
    """A stream that unpacks, and refuses to go on where too much comes out."""

    def __init__(self, stream_inside: BinaryIO, limit: Callable[[], int]) -> None:
        super().__init__()
        self._unpacked, self._limit, self._count = stream_inside, limit, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # Buffer is new in 3.12
        try:
            chunk = self._unpacked.read(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise BadRecordError(f"cannot be unpacked: it is damaged, cut off or locked ({error})") from None
        self._count += len(chunk)
        if self._count > self._limit():
            raise BadRecordError("unpacks to far more than its size; unpack it yourself if that is right")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is packed; office documents are ZIP archives and yet are not meant."""
    return head.startswith(GZIP_MARK) or (head.startswith(ZIP_MARK) and not is_document(head))


def is_document(head: bytes) -> bool:
    """Whether a file that begins so is a document of Word or of another office program."""
    return head.startswith(ZIP_MARK) and (b"[Content_Types].xml" in head or b"mimetypeapplication/vnd" in head)


def unpack(stream: BinaryIO, head: bytes, name: str) -> Iterator[Member]:
    """The files in an archive, each to be read before the next one is asked for."""
    if head.startswith(GZIP_MARK):
        source = _Counted(stream)
        stream_inside = gzip.GzipFile(fileobj=io.BufferedReader(source))
        yield Member(name, name.removesuffix(".gz"), _open(stream_inside, lambda: _limit(source.count)))
        return
    data = stream.read(_MOST_BYTES // 4)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadRecordError(f"is no sound ZIP archive: {error}") from None
    with archive:
        yield from _members(archive, name, _limit(len(data)))


def _members(archive: zipfile.ZipFile, name: str, limit: int) -> Iterator[Member]:
    infos = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    if len(infos) > _MOST_MEMBERS:
        raise BadRecordError(f"holds {len(infos):,} files; at most {_MOST_MEMBERS:,} are read")
    for info in infos:
        path = PurePosixPath(info.filename)
        if any(part.startswith((".", "__MACOSX")) for part in path.parts):
            continue
        if info.flag_bits & 1:
            raise BadRecordError(f"is locked with a password: {excerpt(info.filename)}")
        limit -= info.file_size
        if limit < 0:
            raise BadRecordError("unpacks to far more than its size; unpack it yourself if that is right")
        with archive.open(info) as member:
            yield Member(f"{name}/{info.filename}", info.filename, _open(member, partial(int, info.file_size)))


def _open(stream_inside: object, limit: Callable[[], int]) -> BinaryIO:
    return io.BufferedReader(_Limited(stream_inside, limit))  # type: ignore[arg-type]  # reads, and no more


def _limit(packed_size: int) -> int:
    return min(_MOST_BYTES, max(_FREE_BYTES, packed_size * _MOST_TIMES))
