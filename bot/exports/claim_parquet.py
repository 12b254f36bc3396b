"""Claims as Parquet, with lists and times of its own; needs the extra `parquet`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bot.exports.claim_rows import COLUMNS, ClaimRow

_TIMES = ("published", "said_at", "valid_from", "valid_to")
_TIME = pa.timestamp("us", tz="UTC")
_PLACE = [("id", pa.int64()), ("name", pa.string()), ("kind", pa.string()), ("country", pa.string())]
_PLACE += [("latitude", pa.float64()), ("longitude", pa.float64()), ("mention", pa.string())]
_FIGURE = [(name, pa.float64()) for name in ("value", "low", "high")]
_FIGURE += [(name, pa.string()) for name in ("unit", "what", "bound", "party", "surface")]
_FIGURE += [("start", pa.int32()), ("end", pa.int32())]
_TYPES: dict[str, Any] = {
    **dict.fromkeys(_TIMES, _TIME),
    **dict.fromkeys(("version", "start", "end", "origins"), pa.int32()),
    **dict.fromkeys(("via", "hedges"), pa.list_(pa.string())),
    "no_response": pa.bool_(),
    "confidence": pa.float64(),
    "places": pa.list_(pa.struct(_PLACE)),
    "actors": pa.list_(pa.struct([(name, pa.string()) for name in ("id", "name", "kind")])),
    "figures": pa.list_(pa.struct(_FIGURE)),
    "relations": pa.list_(pa.struct([(name, pa.string()) for name in ("kind", "claim", "claimant", "reason")])),
}


class ClaimParquet:
    """A Parquet file that rows are written to, a group of rows at a time."""

    def __init__(self) -> None:
        self._out = _Drain()
        self._schema = pa.schema([(name, _TYPES.get(name, pa.string())) for name in COLUMNS])
        self._writer = pq.ParquetWriter(self._out, self._schema, compression="zstd")

    def rows(self, rows: Sequence[ClaimRow]) -> bytes:
        """A group of rows."""
        timed = [{**row, **{name: _moment(row.get(name)) for name in _TIMES}} for row in rows]
        self._writer.write_table(pa.Table.from_pylist(timed, schema=self._schema))
        return self._out.taken()

    def end(self) -> bytes:
        """The table of contents that a Parquet file ends with."""
        self._writer.close()
        return self._out.taken()


class _Drain(io.RawIOBase):
    """What is written is taken away again, so that none of it stays in memory."""

    def __init__(self) -> None:
        self._waiting, self._written = bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting += data
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        data, self._waiting = bytes(self._waiting), bytearray()
        return data


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
