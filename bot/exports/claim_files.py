"""All claims as one file, written a page at a time, so that a million of them need no more memory than a hundred."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from enum import StrEnum
from importlib.util import find_spec
from typing import Any, Protocol

from bot.errors import RequestError
from bot.exports.claim_rows import COLUMNS, ClaimRow, claim_row
from bot.exports.csv import safe_cell
from digests.models import SourcedClaim


class ClaimForm(StrEnum):
    """How claims are written; each value is the ending of the file's name too."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class ClaimFile(Protocol):
    """A file that is being written: each call gives the bytes that come next."""

    def rows(self, rows: Sequence[ClaimRow]) -> bytes:
        """Some rows."""
        ...

    def end(self) -> bytes:
        """What the file ends with."""
        ...


async def claim_file(pages: AsyncIterator[Sequence[SourcedClaim]], form: ClaimForm) -> AsyncIterator[bytes]:
    """The bytes of a file with all claims of the pages; raises RequestError where the form needs an extra."""
    file = _FORMS[form]()
    async for page in pages:
        yield file.rows([claim_row(claim) for claim in page])
    yield file.end()


def writable_forms() -> list[ClaimForm]:
    """The forms that can be written here: Parquet where its extra is installed."""
    return [form for form in ClaimForm if form is not ClaimForm.parquet or find_spec("pyarrow")]


class _Json:
    """One JSON object a line."""

    def rows(self, rows: Sequence[ClaimRow]) -> bytes:
        return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)

    def end(self) -> bytes:
        return b""


class _Csv:
    """RFC 4180 under a heading; what has several values stands in one cell as JSON."""

    def __init__(self) -> None:
        self._has_heading = False

    def rows(self, rows: Sequence[ClaimRow]) -> bytes:
        return self._table(map(_cells, rows))

    def end(self) -> bytes:
        return self._table(())

    def _table(self, rows: Iterable[list[str]]) -> bytes:
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        if not self._has_heading:
            table.writerow(COLUMNS)
            self._has_heading = True
        table.writerows(rows)
        return text.getvalue().encode()


def _cells(row: ClaimRow) -> list[str]:
    return [safe_cell(_text(value)) for value in row.values()]


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool() | list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def _parquet() -> ClaimFile:
    try:
        from bot.exports.claim_parquet import ClaimParquet  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError:
        raise RequestError("Parquet needs pyarrow: install dateline with its extra “parquet”.") from None
    return ClaimParquet()


_FORMS: dict[ClaimForm, Callable[[], ClaimFile]] = {
    ClaimForm.jsonl: _Json,
    ClaimForm.csv: _Csv,
    ClaimForm.parquet: _parquet,
}
