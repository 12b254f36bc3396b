"""Reading article records of any kind: JSON, text, feeds, web pages, tables, mails and documents, packed or not.

Each reader yields, in the order of the file, an article for each sound record and an error for each other one.
Nothing here reads the network.
"""

from __future__ import annotations

import io
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bot.errors import RecordError
from bot.records.archives import Member, is_archive, unpack
from bot.records.detect import ENDINGS, LARGE, PACKED, tell_format
from bot.records.errors import BadRecordError
from bot.records.folders import list_files
from bot.records.identity import domain_of
from bot.records.record import record_schema
from bot.records.texts.encoding import open_utf_8
from bot.records.validate import Source, record_error
from digests.models import Article

__all__ = ["open_records", "other_files", "read_fetched", "read_records", "record_files", "record_schema"]

_READ = (*ENDINGS, *LARGE, *PACKED)


def open_records(
    path: str, *, publisher: str | None = None, strict: bool = True, fields: Mapping[str, str] | None = None
) -> Iterator[Article | RecordError]:
    """Read the records of a file, of a folder and those in it (record files by name), or of standard input, "-".

    publisher: who published the records that do not say so; strict: whether an unknown field is noted.
    fields: others that stand in for those which a record does not say.
    """
    source = Source(path, publisher, strict, fields or {})
    if path == "-":
        yield from _read(None, sys.stdin.buffer, source)
        return
    try:
        if not path.strip():
            raise ValueError("the path is empty; . is the current folder")
        files = list_files(Path(path), _READ).files
    except (OSError, ValueError) as error:
        yield _unreadable(path or '""', error)
        return
    if not files:
        reason = f"the folder holds no record files ({', '.join(_READ)})"
        yield record_error(BadRecordError(reason), source, None)
    for file in files:
        yield from _open_file(file, replace(source, name=str(file)))


def record_files(path: Path) -> list[Path]:
    """The record files of a path, by name; raises OSError."""
    return list_files(path, _READ).files


def other_files(path: str) -> list[Path]:
    """The files of a folder and of those in it that are no record files, and are skipped."""
    try:
        return list_files(Path(path), _READ).others if path.strip() and path != "-" else []
    except (OSError, ValueError):
        return []


def read_records(
    path: Path | None,
    stream: BinaryIO,
    *,
    name: str,
    publisher: str | None = None,
    strict: bool = True,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Article | RecordError]:
    """Read the records of a stream; the path's ending tells the format where the content does not.

    name: what errors call the stream; publisher, strict and fields: as for `open_records`.
    """
    yield from _read(path, stream, Source(name, publisher, strict, fields or {}))


def read_fetched(
    body: bytes,
    address: str,
    *,
    sites: tuple[str, ...] = (),
    fields: Mapping[str, str] | None = None,
    overrides: Mapping[str, str] | None = None,
) -> Iterator[Article | RecordError]:
    """Read the records of what was fetched from an address; they speak for the house there, and for no other.

    sites: the domains of that house; the address's own by default.
    fields: what stands in for those which a record does not say; overrides: what wins over them.
    """
    sites = sites or tuple(filter(None, [domain_of(address)]))
    source = Source(address, fields=fields or {}, overrides=overrides or {}, address=address, sites=sites)
    yield from _read(None, io.BytesIO(body), source)


def _read(
    path: Path | None, stream: BinaryIO, source: Source, *, is_member: bool = False
) -> Iterator[Article | RecordError]:
    try:
        head, content = open_utf_8(stream)
        if is_archive(head):
            if is_member:
                raise BadRecordError("is an archive in an archive; unpack it first")
            for member in unpack(content, head, source.name):
                yield from _read_member(member, source)
            return
        reader = tell_format(head, path.suffix.lower() if path else "")
        yield from reader(content, source)
    except BadRecordError as problem:
        yield record_error(problem, source, problem.line)


def _read_member(member: Member, source: Source) -> Iterator[Article | RecordError]:
    path = Path(member.path)
    inner = replace(source, name=member.name)
    # what is packed alone may have any name
    if member.name != source.name and path.suffix.lower() not in _READ:
        yield record_error(BadRecordError(f"is no record file ({', '.join(ENDINGS)})"), inner, None)
        return
    yield from _read(path, member.stream, inner, is_member=True)


def _open_file(file: Path, source: Source) -> Iterator[Article | RecordError]:
    try:
        # a pipe without a writer would never open
        if not stat.S_ISREG(file.stat().st_mode):
            raise ValueError("is no regular file; give a pipe as standard input (-)")
        stream = file.open("rb")
    except (OSError, ValueError) as error:
        yield _unreadable(str(file), error)
        return
    with stream:
        try:
            yield from _read_large(file, stream, source) or _read(file, stream, source)
        except OSError as error:
            yield _unreadable(str(file), error)


def _read_large(file: Path, stream: BinaryIO, source: Source) -> Iterator[Article | RecordError] | None:
    """The records of a file that is too large to be looked at as a whole; None of another."""
    reader = next((LARGE[ending] for ending in LARGE if file.name.lower().endswith(ending)), None)
    return _told(reader(stream, source), source) if reader else None


def _told(records: Iterator[Article | RecordError], source: Source) -> Iterator[Article | RecordError]:
    try:
        yield from records
    except BadRecordError as problem:
        yield record_error(problem, source, problem.line)


def _unreadable(name: str, error: OSError | ValueError) -> RecordError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return record_error(BadRecordError(f"cannot be read: {reason}"), Source(name), None)
