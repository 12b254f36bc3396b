"""Claims as Parquet, with lists and times of its own; needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

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
    """A Parquet file that rows of `claim_row` are written to, a group of rows at a time."""

    def __init__(self, file: BinaryIO, columns: Iterable[str]) -> None:
        self._schema = pa.schema([(name, _TYPES.get(name, pa.string())) for name in columns])
        self._writer = pq.ParquetWriter(file, self._schema, compression="zstd")

    def close(self) -> None:
        """Write the end of the file."""
        self._writer.close()

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        """Write some rows."""
        timed = [row | {name: row[name] and datetime.fromisoformat(row[name]) for name in _TIMES} for row in rows]
        self._writer.write_table(pa.Table.from_pylist(timed, schema=self._schema))
