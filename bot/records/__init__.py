"""Reading article records: JSON and JSON Lines, text with front matter, JSON Feed, RSS and Atom, NewsArticle, ninjs.

Each reader yields, in the order of the file, an article for each sound record and an error for each other one.
Nothing here reads the network.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bot.errors import RecordError
from bot.records.detect import ENDINGS, tell_format
from bot.records.encoding import open_utf_8
from bot.records.errors import BadRecordError
from bot.records.record import record_schema
from bot.records.validate import Source, record_error
from digests.models import Article

__all__ = ["open_records", "read_records", "record_schema"]


def open_records(path: str, *, publisher: str | None = None, strict: bool = True) -> Iterator[Article | RecordError]:
    """Read the records of a file, of a folder (its record files by name), or of standard input, "-".

    publisher: who published the records that do not say so; strict: whether an unknown field is an error.
    """
    if path == "-":
        yield from read_records(None, sys.stdin.buffer, name="-", publisher=publisher, strict=strict)
        return
    place = Path(path)
    try:
        files = _record_files(place) if place.is_dir() else [place]
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if not files:
        reason = f"the folder holds no record files ({', '.join(ENDINGS)})"
        yield record_error(BadRecordError(reason), Source(path), None)
    for file in files:
        yield from _open_file(file, publisher, strict=strict)


def read_records(
    path: Path | None, stream: BinaryIO, *, name: str, publisher: str | None = None, strict: bool = True
) -> Iterator[Article | RecordError]:
    """Read the records of a stream; the path's ending tells the format where the content does not.

    name: what errors call the stream; publisher and strict: as for `open_records`.
    """
    source = Source(name, publisher, strict)
    try:
        head, content = open_utf_8(stream)
        reader = tell_format(head, path.suffix.lower() if path else "")
        yield from reader(content, source)
    except BadRecordError as problem:
        yield record_error(problem, source, problem.line)


def _record_files(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in ENDINGS and not file.name.startswith(".") and not file.is_dir()
    )


def _open_file(file: Path, publisher: str | None, *, strict: bool) -> Iterator[Article | RecordError]:
    try:
        stream = file.open("rb")
    except (OSError, ValueError) as error:
        yield _unreadable(str(file), error)
        return
    with stream:
        try:
            yield from read_records(file, stream, name=str(file), publisher=publisher, strict=strict)
        except OSError as error:
            yield _unreadable(str(file), error)


def _unreadable(name: str, error: OSError | ValueError) -> RecordError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return record_error(BadRecordError(f"cannot be read: {reason}"), Source(name), None)
