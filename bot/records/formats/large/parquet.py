"""Parquet files of records: a column for each field, by our names or by common ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from bot.errors import RecordError
from bot.records.errors import BadRecordError
from bot.records.formats.dialects import candidates
from bot.records.validate import Source, record_error, to_article
from digests.models import Article

_ROWS = 256  #: that are in memory at once


def read_parquet(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read a record from each row; errors name the row as a line, from 1."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - the extra `parquet` may be missing
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above
    except ModuleNotFoundError:
        raise BadRecordError("is a Parquet file; to read it: pip install 'dateline[parquet]'") from None
    row = 0
    try:
        for batch in pq.ParquetFile(stream).iter_batches(batch_size=_ROWS):
            for fields in batch.to_pylist():
                row += 1
                yield from _articles(fields, row, source)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        first_line = str(error).partition("\n")[0][:200]
        yield record_error(BadRecordError(f"is no sound Parquet file: {first_line}"), source, row + 1)


def _articles(fields: dict[str, Any], row: int, source: Source) -> Iterator[Article | RecordError]:
    for candidate in candidates({name: _plain(value) for name, value in fields.items() if value is not None}):
        try:
            if isinstance(candidate, BadRecordError):
                raise candidate
            yield to_article(candidate, source)
        except BadRecordError as problem:
            yield record_error(problem, source, row)


def _plain(value: Any) -> Any:
    """A value as JSON would have it."""
    match value:
        case date():  # a moment too
            return value.isoformat()
        case dict():
            return {name: _plain(inner) for name, inner in value.items() if inner is not None}
        case list():
            return [_plain(inner) for inner in value]
        case bytes():
            return value.decode()
        case _:
            return value
