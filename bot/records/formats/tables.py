"""Tables of records: CSV and TSV whose first line names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from bot.errors import RecordError
from bot.records.errors import BadRecordError
from bot.records.formats.dialects import own_record
from bot.records.problems import SYNONYMS
from bot.records.record import ALIASES, BODY_LIMIT, Record
from bot.records.texts.encoding import decode, read_whole
from bot.records.validate import Source, record_error, to_article
from digests.models import Article

_NAMES = {name.lower(): name for name in (*Record.model_fields, *ALIASES)} | {
    synonym.lower(): name for synonym, name in SYNONYMS.items()
}
_NUMBERS = ("version",)
_MARKS = ",\t;|"


def read_table(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read a record from each line of a table; the first line names the columns by our names or by common ones."""
    text, doubt = decode(read_whole(stream))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    csv.field_size_limit(2 * BODY_LIMIT)
    try:
        columns = [_NAMES.get(name.strip().lower(), name.strip()) for name in next(rows, [])]
    except csv.Error as error:
        raise BadRecordError(f"is no sound table: {error}", line=1) from None
    if "body" not in columns and not any(ALIASES.get(name) == "body" for name in columns):
        raise BadRecordError(f"has no column body; its first line names {', '.join(columns[:20])[:200]}", line=1)
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
            if any(cell.strip() for cell in cells):
                candidate = own_record(_fields(columns, cells), (doubt,) if doubt else ())
                yield to_article(candidate, source)
        except StopIteration:
            return
        except csv.Error as error:
            yield record_error(BadRecordError(f"is no sound table: {error}"), source, line)
            return
        except BadRecordError as problem:
            yield record_error(problem, source, line)


def is_table(head: str) -> bool:
    """Whether a text begins with the names of columns, a body and a publisher among them."""
    names = {_NAMES.get(name.strip(' "').lower()) for name in head.partition("\n")[0].split(_delimiter(head))}
    return {"publisher", "body"} <= {ALIASES.get(name or "", name) for name in names}


def _delimiter(text: str) -> str:
    first_line = text.partition("\n")[0]
    return max(_MARKS, key=first_line.count)


def _fields(columns: list[str], cells: list[str]) -> Mapping[str, object]:
    if len(cells) > len(columns):
        raise BadRecordError(f"has {len(cells)} cells, and the first line names {len(columns)} columns")
    fields: dict[str, object] = {}
    for name, cell in zip(columns, cells, strict=False):
        text = cell.strip()
        if text and name:
            fields[name] = int(text) if name in _NUMBERS and text.isdecimal() and len(text) < 8 else text
    return fields
